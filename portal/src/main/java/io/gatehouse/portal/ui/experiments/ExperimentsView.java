package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.RowsTable;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.savedviews.SavedViewsBar;
import io.gatehouse.savedviews.SavedViews;
import io.gatehouse.tracking.ExperimentPages;
import io.gatehouse.tracking.ExperimentPages.ExperimentRow;
import io.gatehouse.tracking.RunCount;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All experiments, those with the newest runs first; found by name and by who began them. */
@Route(Places.EXPERIMENTS)
@PermitAll
public class ExperimentsView extends Page implements BeforeEnterObserver {
    /** Of the runs of one experiment. */
    private static final int MOST_COUNTED = 1_000;

    private final transient CurrentPerson current;
    private final transient ExperimentPages experiments;
    private final transient SavedViews views;
    private final transient Clock clock;
    private transient Map<Long, RunCount> counts = Map.of();

    ExperimentsView(CurrentPerson current, ExperimentPages experiments, SavedViews views, Clock clock) {
        this.current = current;
        this.experiments = experiments;
        this.views = views;
        this.clock = clock;
        setPageTitle(text("menu.experiments"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!SavedViewsBar.opens(event, views, current)) {
            show(event.getLocation());
        }
    }

    private void show(Location at) {
        removeAll();
        List<ExperimentRow> all = experiments.all(current.actor());
        PageHeader header = new PageHeader(text("menu.experiments")).explained(Term.EXPERIMENT);
        add(header);
        if (all.isEmpty()) {
            header.verdict(text("experiments.verdict"));
            add(new EmptyState(text("experiments.empty"), text("experiments.empty.hint")));
            return;
        }
        header.verdict(all.size() == 1 ? text("experiments.verdict.one") : text("experiments.verdict.all", all.size()));
        SavedViewsBar saved = new SavedViewsBar(views, current, Places.EXPERIMENTS);
        RowsTable<ExperimentRow> table = table(all, at);
        table.choices(saved::show);
        add(saved, table.shown());
    }

    private RowsTable<ExperimentRow> table(List<ExperimentRow> all, Location at) {
        Instant now = clock.instant();
        return new RowsTable<>(text("menu.experiments"), () -> experiments.all(current.actor()), at)
                .known(all)
                .column(
                        "name",
                        text("experiments.name"),
                        each -> Places.link(Places.experiment(String.valueOf(each.id())), each.name()),
                        ExperimentRow::name)
                .column("latest", text("experiments.latest"), each -> latest(each, now), ExperimentRow::latestRun)
                .plainNumberColumn(text("experiments.runs"), this::runs)
                .column("by", text("experiments.by"), each -> new Span(each.createdBy()), ExperimentRow::createdBy)
                .column(
                        "created",
                        text("experiments.created"),
                        each -> new Span(Figures.date(each.createdAt())),
                        ExperimentRow::createdAt)
                .page(this::count)
                .choice("by", text("experiments.by"), ExperimentRow::createdBy)
                .found(ExperimentRow::name);
    }

    private static Component latest(ExperimentRow each, Instant now) {
        Instant latest = each.latestRun();
        if (latest == null) {
            return new Span("–");
        }
        Span ago = new Span(Figures.ago(latest, now));
        ago.setTitle(Figures.dateTime(latest));
        return ago;
    }

    private void count(List<ExperimentRow> page) {
        counts = experiments.runs(
                current.actor(), page.stream().map(ExperimentRow::id).toList(), MOST_COUNTED);
    }

    private Component runs(ExperimentRow each) {
        RunCount count = Objects.requireNonNull(counts.get(each.id()));
        String counted = Figures.whole(count.counted());
        return new Span(count.more() ? text("experiments.runs.more", counted) : counted);
    }
}
