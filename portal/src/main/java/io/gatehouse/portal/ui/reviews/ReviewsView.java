package io.gatehouse.portal.ui.reviews;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.promotion.PromotionRow;
import io.gatehouse.promotion.RequestState;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Promotion requests: those that wait for somebody, the longest waiting first, then what was decided. */
@Route(Places.PROMOTIONS)
@PermitAll
public class ReviewsView extends Page implements BeforeEnterObserver {
    /** Of those that wait, and of those that were decided. */
    private static final int MOST_SHOWN = 50;

    private final transient CurrentPerson current;
    private final transient PromotionDossiers dossiers;
    private final transient Clock clock;

    ReviewsView(CurrentPerson current, PromotionDossiers dossiers, Clock clock) {
        this.current = current;
        this.dossiers = dossiers;
        this.clock = clock;
        setPageTitle(text("menu.reviews"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Actor actor = current.actor();
        Map<RequestState, Long> everywhere = dossiers.counts(actor, null);
        var asked = event.getLocation().getQueryParameters();
        String model = asked.getSingleParameter("model").orElse("");
        Map<RequestState, Long> ofModel = model.isEmpty() ? everywhere : dossiers.counts(actor, model);
        ReviewFilter filter =
                new ReviewFilter(
                        query -> dossiers
                                .models(
                                        current.actor(),
                                        query.getFilter().orElse(""),
                                        query.getOffset(),
                                        query.getLimit())
                                .stream(),
                        !model.isEmpty() && !ofModel.isEmpty(),
                        everywhere.keySet(),
                        model,
                        asked.getSingleParameter("state").orElse(""));
        Map<RequestState, Long> counts = filter.model() == null ? everywhere : ofModel;
        add(
                new PageHeader(text("menu.reviews"))
                        .explained(Term.PROMOTION_REQUEST)
                        .verdict(verdict(everywhere.getOrDefault(RequestState.AWAITING_REVIEW, 0L)))
                        .actions(Places.link(Places.OVERRIDES, text("overrides.title"))),
                filter,
                part(
                        "reviews.open",
                        filter.narrows() ? "reviews.none-fits" : "reviews.open.empty",
                        RequestState.OPEN,
                        filter,
                        counts),
                part(
                        "reviews.decided",
                        filter.narrows() ? "reviews.none-fits" : "reviews.decided.empty",
                        RequestState.DECIDED,
                        filter,
                        counts));
    }

    private static String verdict(long waiting) {
        if (waiting == 0) {
            return text("reviews.verdict.none");
        }
        return waiting == 1 ? text("reviews.verdict.one") : text("reviews.verdict", waiting);
    }

    private Section part(
            String heading,
            String empty,
            Set<RequestState> among,
            ReviewFilter filter,
            Map<RequestState, Long> counts) {
        Set<RequestState> states = among.stream()
                .filter(state -> filter.shows(state) && counts.containsKey(state))
                .collect(Collectors.toSet());
        List<PromotionRow> rows = dossiers.page(
                        current.actor(),
                        new PromotionDossiers.Query(filter.model(), states, MOST_SHOWN, Optional.empty()))
                .items();
        if (rows.isEmpty()) {
            return section(text(heading), new EmptyState(text(empty), text(empty + ".hint")));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        rows.forEach(row -> list.add(line(row)));
        Section section = section(text(heading), list);
        long more = states.stream()
                        .mapToLong(state -> counts.getOrDefault(state, 0L))
                        .sum()
                - rows.size();
        if (more > 0) {
            Span rest = new Span(text("reviews.more", more));
            rest.addClassName("gh-caption");
            section.add(rest);
        }
        return section;
    }

    private ListItem line(PromotionRow row) {
        Div words = new Div(Places.link(
                Places.promotion(row.number()),
                text("reviews.replace", "PR-" + row.number(), row.model(), row.version())));
        words.addClassName("gh-grow");
        Div status = new Div(new Span(row.statusLine().in(Reader.language())));
        Div who = new Div(new Span(when(row)));
        who.addClassName("gh-caption");
        words.add(status, who);
        Div badge = new Div(StatusBadge.of(row.state()));
        badge.addClassName("gh-badge-column");
        return new ListItem(badge, words, checks(row));
    }

    private String when(PromotionRow row) {
        Instant decided = row.decidedAt();
        String asked =
                text("reviews.asked", row.requestedBy(), Figures.date(row.requestedAt()), Reader.word(row.use()));
        return decided == null
                ? asked + " · "
                        + text("home.waiting", Figures.duration(Duration.between(row.requestedAt(), clock.instant())))
                : asked + " · " + text("reviews.decided.on", Figures.date(decided));
    }

    /** “4 passed · 1 failed”, each with its shape; nothing while the checks have not run. */
    private static Component checks(PromotionRow row) {
        Span counts = new Span();
        counts.addClassName("gh-chips");
        if (row.failed() > 0) {
            counts.add(new StatusBadge(Tone.ACT, text("reviews.failed", row.failed())));
        }
        if (row.inconclusive() > 0) {
            counts.add(new StatusBadge(Tone.WATCH, text("reviews.inconclusive", row.inconclusive())));
        }
        if (row.passed() > 0) {
            counts.add(new StatusBadge(Tone.OK, text("reviews.passed", row.passed())));
        }
        return counts;
    }
}
