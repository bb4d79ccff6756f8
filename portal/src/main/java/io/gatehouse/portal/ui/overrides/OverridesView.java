package io.gatehouse.portal.ui.overrides;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.overrides.OverrideState;
import io.gatehouse.overrides.Overrides;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.PersonTag;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.RowsTable;
import io.gatehouse.portal.ui.components.Term;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** All overrides: those that are open, the nearest end first, then those that ended; narrowed down by state, model and age. */
@Route(Places.OVERRIDES)
@PermitAll
public class OverridesView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient Overrides overrides;
    private final transient Clock clock;

    OverridesView(CurrentPerson current, Overrides overrides, Clock clock) {
        this.current = current;
        this.overrides = overrides;
        this.clock = clock;
        setPageTitle(text("overrides.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Instant now = clock.instant();
        List<CheckOverride> all = overrides.all(current.actor(), new Overrides.Query(Set.of(), null, null));
        add(new PageHeader(text("overrides.title"))
                .explained(Term.OVERRIDE)
                .verdict(verdict(all, now))
                .asOf(text("as-of", Figures.dateTime(now))));
        add(
                all.isEmpty()
                        ? new EmptyState(text("overrides.empty"), text("overrides.empty.hint"))
                        : table(all, event.getLocation(), now));
    }

    private static String verdict(List<CheckOverride> all, Instant now) {
        long inForce = all.stream().filter(each -> each.holds(now)).count();
        long waiting = all.stream()
                .filter(each -> each.stateAt(now) == OverrideState.PROPOSED)
                .count();
        long review =
                all.stream().filter(each -> each.inUse() && each.overAt(now)).count();
        return text("overrides.verdict", inForce, waiting, review);
    }

    private static RowsTable<CheckOverride> table(List<CheckOverride> rows, Location at, Instant now) {
        return new RowsTable<>(text("overrides.title"), rows, at)
                .column(
                        "id",
                        text("overrides.column.id"),
                        each -> Places.link(Places.override(each.number()), each.id()),
                        CheckOverride::number)
                .column(
                        "stands",
                        text("overrides.column.state"),
                        each -> OverrideCards.badge(each.stateAt(now)),
                        each -> each.stateAt(now))
                .column(
                        "of",
                        text("overrides.column.model"),
                        each -> new Span(
                                Places.link(Places.model(each.model()), each.model()),
                                new Span(" " + text("overrides.version", each.version()))),
                        CheckOverride::model)
                .column(
                        "check",
                        text("overrides.column.check"),
                        each -> new Span(Reader.word(each.check())),
                        each -> Reader.word(each.check()))
                .column(
                        "until",
                        text("overrides.column.until"),
                        each -> new Span(Figures.date(each.until())),
                        CheckOverride::until)
                .numberColumn(
                        "left",
                        text("overrides.column.left"),
                        each -> new Span(each.stateAt(now).open() ? Figures.whole(each.daysLeft(now)) : "–"),
                        each -> each.stateAt(now).open() ? each.daysLeft(now) : null)
                .numberColumn(
                        "age",
                        text("overrides.column.age"),
                        each -> new Span(Figures.whole(each.ageInDays(now))),
                        each -> each.ageInDays(now))
                .column("who", text("overrides.column.who"), each -> PersonTag.row(names(each)), OverridesView::people)
                .choice("state", text("overrides.column.state"), each -> Reader.word(each.stateAt(now)))
                .choice("model", text("overrides.column.model"), CheckOverride::model)
                .choice("age-of", text("overrides.column.age"), each -> age(each.ageInDays(now)))
                .found(each -> String.join(
                        " ",
                        each.id(),
                        each.model(),
                        Reader.word(each.check()),
                        people(each),
                        each.reason(),
                        each.control()))
                .shown();
    }

    /** Who proposed it, and who agreed. */
    private static List<String> names(CheckOverride override) {
        return Stream.of(override.proposedBy(), override.agreedBy())
                .filter(Objects::nonNull)
                .toList();
    }

    private static String people(CheckOverride override) {
        return String.join(", ", names(override));
    }

    private static String age(long days) {
        return text("overrides.age." + (days < 7 ? 0 : days < 30 ? 7 : days < 60 ? 30 : 60));
    }
}
