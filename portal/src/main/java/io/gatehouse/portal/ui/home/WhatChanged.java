package io.gatehouse.portal.ui.home;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.promotion.PromotionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was asked and decided lately, newest first. */
class WhatChanged {
    static final Duration LATELY = Duration.ofDays(30);
    static final int MOST_ROWS = 5;

    private final List<PromotionRow> recent;
    private final Instant now;

    /** @param recent newest first */
    WhatChanged(List<PromotionRow> recent, Instant now) {
        this.now = now;
        this.recent = recent;
    }

    Section section() {
        Section section = new Section(new H2(I18NProvider.translate("home.changed")));
        section.addClassName("gh-section");
        if (recent.isEmpty()) {
            section.add(new EmptyState(
                    I18NProvider.translate("home.changed.empty"), I18NProvider.translate("home.changed.empty.hint")));
            return section;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        recent.forEach(request -> list.add(line(request)));
        section.add(list);
        return section;
    }

    private ListItem line(PromotionRow request) {
        Span when = new Span(Figures.date(moment(request)) + ", " + Figures.ago(moment(request), now));
        when.addClassName("gh-caption");
        Span words = new Span(
                Places.link(
                        Places.promotion(request.number()),
                        I18NProvider.translate(
                                "request.name", "PR-" + request.number(), request.model(), request.version())),
                new Span(" " + request.statusLine().in(Reader.language())));
        words.addClassName("gh-grow");
        return new ListItem(StatusBadge.of(request.state()), words, when);
    }

    private static Instant moment(PromotionRow request) {
        Instant decided = request.decidedAt();
        return decided == null ? request.requestedAt() : decided;
    }
}
