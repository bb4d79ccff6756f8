package io.gatehouse.portal.ui.home;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.rollback.Rollback;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Champions that were taken back and that nobody looked into yet, with their age; there is no such section when there are none. */
class OpenRollbacks {
    private final List<Rollback> open;
    private final Instant now;

    OpenRollbacks(List<Rollback> open, Instant now) {
        this.open = open;
        this.now = now;
    }

    Optional<Section> section() {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        open.forEach(each -> list.add(line(each)));
        Section section = new Section(new H2(text("home.rollbacks")), list);
        section.addClassName("gh-section");
        return Optional.of(section);
    }

    private ListItem line(Rollback rollback) {
        Span words = new Span(
                Places.link(
                        Places.rollbacks(rollback.model()),
                        text("home.rollbacks.line", rollback.model(), rollback.from(), rollback.to())),
                new Span(" · " + text("home.waiting", Figures.duration(Duration.between(rollback.at(), now)))));
        words.addClassName("gh-grow");
        Span due = new Span(text(
                rollback.overdue(now) ? "home.rollbacks.overdue" : "home.rollbacks.due",
                Figures.date(rollback.dueAt())));
        due.addClassName("gh-caption");
        return new ListItem(words, due);
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
