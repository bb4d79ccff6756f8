package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Role;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PersonTag;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.PromotionDossier.HistoryLine;
import io.gatehouse.promotion.PromotionDossier.Vote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened to the request, oldest first; votes stand among the events with their reasons. */
class HistoryList extends OrderedList {
    private record Entry(Instant at, ListItem line) {}

    HistoryList(PromotionDossier dossier) {
        addClassNames("gh-list", "gh-history");
        List<Entry> entries = new ArrayList<>();
        dossier.history().forEach(line -> entries.add(new Entry(line.at(), event(line))));
        dossier.votes().forEach(vote -> entries.add(new Entry(vote.at(), vote(vote))));
        entries.stream().sorted(Comparator.comparing(Entry::at)).forEach(entry -> add(entry.line()));
    }

    static StatusBadge badge(Choice choice) {
        Tone tone = switch (choice) {
            case APPROVE -> Tone.OK;
            case REJECT -> Tone.ACT;
            case REQUEST_CHANGES -> Tone.WATCH;
        };
        return new StatusBadge(tone, Reader.word(choice));
    }

    private static ListItem event(HistoryLine line) {
        Span sentence = new Span(line.sentence().in(Reader.language()));
        sentence.addClassName("gh-grow");
        return new ListItem(time(line.at()), sentence);
    }

    private static ListItem vote(Vote vote) {
        PersonTag by = new PersonTag(vote.by());
        Span role = new Span(Reader.word(Role.valueOf(vote.role())));
        role.addClassName("gh-caption");
        ListItem item = new ListItem(time(vote.at()), badge(vote.choice()), by, role);
        if (!vote.current()) {
            Span old = new Span(text("review.vote.outdated"));
            old.addClassName("gh-caption");
            item.add(old);
        }
        if (!vote.reason().isBlank()) {
            Paragraph reason = new Paragraph(Reader.quoted(vote.reason().strip()));
            reason.addClassName("gh-history-reason");
            item.add(reason);
        }
        return item;
    }

    private static Span time(Instant at) {
        Span time = new Span(Figures.dateTime(at));
        time.addClassNames("gh-caption", "gh-history-time");
        return time;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
