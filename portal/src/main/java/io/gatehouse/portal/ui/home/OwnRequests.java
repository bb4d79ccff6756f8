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
import java.time.Instant;
import java.util.List;

/** What became of the promotions that a data scientist asked for. */
class OwnRequests {
    static final int MOST_ROWS = 5;

    private final List<PromotionRow> own;

    /** @param own in the order of the queue */
    OwnRequests(List<PromotionRow> own) {
        this.own = own;
    }

    Section section() {
        Section section = new Section(new H2(I18NProvider.translate("home.own")));
        section.addClassName("gh-section");
        section.setId("my-requests");
        if (own.isEmpty()) {
            section.add(new EmptyState(
                    I18NProvider.translate("home.own.empty"), I18NProvider.translate("home.own.empty.hint")));
            return section;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        own.forEach(request -> {
            Span words = new Span(
                    Places.link(
                            Places.promotion(request.number()),
                            I18NProvider.translate(
                                    "request.name", "PR-" + request.number(), request.model(), request.version())),
                    new Span(" " + request.statusLine().in(Reader.language())));
            words.addClassName("gh-grow");
            ListItem line = new ListItem(StatusBadge.of(request.state()), words);
            Instant decided = request.decidedAt();
            if (decided != null) {
                Span when = new Span(I18NProvider.translate("reviews.decided.on", Figures.date(decided)));
                when.addClassName("gh-caption");
                line.add(when);
            }
            list.add(line);
        });
        section.add(list);
        return section;
    }
}
