package io.gatehouse.portal.ui.home;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.promotion.PromotionRow;
import io.gatehouse.promotion.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits for the person who looks; there is no such section when nothing does. */
class NeedsYou {
    private static final int MOST_ROWS = 3;

    private final Person person;
    private final List<PromotionRow> waiting;
    private final Instant now;

    NeedsYou(Person person, List<PromotionRow> requests, Instant now) {
        this.person = person;
        this.now = now;
        this.waiting = requests.stream().filter(this::waitsForThem).toList();
    }

    Optional<Section> section() {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        waiting.stream().limit(MOST_ROWS).forEach(request -> list.add(line(request)));
        Section section = new Section(new H2(I18NProvider.translate("home.needs-you")), list);
        section.addClassName("gh-section");
        if (waiting.size() > MOST_ROWS) {
            section.add(new Paragraph(
                    Places.link(Places.PROMOTIONS, I18NProvider.translate("home.needs-you.all", waiting.size()))));
        }
        return Optional.of(section);
    }

    /** A request waits for everybody of the kind whose approval is next but the one who asked, and for the one who asked once changes are wanted. */
    private boolean waitsForThem(PromotionRow request) {
        boolean own = request.requestedBy().equals(person.displayName());
        return request.waitsFor().stream().anyMatch(person::has) && !own
                || request.state() == RequestState.CHANGES_REQUESTED && own;
    }

    private ListItem line(PromotionRow request) {
        String key =
                request.state() == RequestState.CHANGES_REQUESTED ? "home.needs-you.change" : "home.needs-you.decide";
        Span words = new Span(
                Places.link(
                        Places.promotion(request.number()),
                        I18NProvider.translate(key, request.model(), request.version())),
                new Span(" · "
                        + I18NProvider.translate(
                                "home.waiting", Figures.duration(Duration.between(request.requestedAt(), now)))));
        words.addClassName("gh-grow");
        return new ListItem(
                StatusBadge.of(request.state()),
                words,
                new Span(request.statusLine().english()));
    }
}
