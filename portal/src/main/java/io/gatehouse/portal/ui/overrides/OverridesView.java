package io.gatehouse.portal.ui.overrides;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
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
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.sentences.Words;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** All overrides: those that are open, the nearest end first, then those that ended; narrowed down by state, model and age. */
@Route(Places.OVERRIDES)
@PermitAll
public class OverridesView extends Page implements BeforeEnterObserver {
    private static final int MOST_ROWS = 200;

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
        OverrideFilter filter = new OverrideFilter(all, event.getLocation().getQueryParameters());
        List<CheckOverride> fitting = all.stream()
                .filter(each -> filter.fits(each, now))
                .sorted(filter.order(now))
                .toList();
        add(
                new PageHeader(text("overrides.title"))
                        .verdict(verdict(all, now))
                        .asOf(text("as-of", Figures.dateTime(now))),
                filter);
        if (fitting.isEmpty()) {
            String key = filter.narrows() ? "overrides.none-fits" : "overrides.empty";
            add(new EmptyState(text(key), text(key + ".hint")));
            return;
        }
        add(table(fitting, now));
        if (fitting.size() > MOST_ROWS) {
            add(new Span(text("reviews.more", fitting.size() - MOST_ROWS)));
        }
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

    private static Table table(List<CheckOverride> rows, Instant now) {
        Table table = new Table(text("overrides.title"))
                .untitled()
                .column(text("overrides.column.id"))
                .column(text("overrides.column.state"))
                .column(text("overrides.column.model"))
                .column(text("overrides.column.check"))
                .column(text("overrides.column.until"))
                .numberColumn(text("overrides.column.left"))
                .numberColumn(text("overrides.column.age"))
                .column(text("overrides.column.who"));
        rows.stream()
                .limit(MOST_ROWS)
                .forEach(each -> table.row(
                        Places.link(Places.override(each.number()), each.id()),
                        OverrideCards.badge(each.stateAt(now)),
                        new Span(
                                Places.link(Places.model(each.model()), each.model()),
                                new Span(" " + text("overrides.version", each.version()))),
                        new Span(Words.of(each.check())),
                        new Span(Figures.date(each.until())),
                        new Span(each.stateAt(now).open() ? Figures.whole(each.daysLeft(now)) : "–"),
                        new Span(Figures.whole(each.ageInDays(now))),
                        new Span(
                                each.agreedBy() == null
                                        ? each.proposedBy()
                                        : each.proposedBy() + ", " + each.agreedBy())));
        return table;
    }
}
