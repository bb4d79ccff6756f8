package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.tracking.Experiment;
import io.gatehouse.tracking.ExperimentSearch;
import io.gatehouse.tracking.LifecycleView;
import io.gatehouse.tracking.RunPages;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** All experiments, newest first. */
@Route(Places.EXPERIMENTS)
@PermitAll
public class ExperimentsView extends Page implements BeforeEnterObserver {
    private static final int MOST = 100;

    private final transient CurrentPerson current;
    private final transient ExperimentSearch search;
    private final transient RunPages runs;

    ExperimentsView(CurrentPerson current, ExperimentSearch search, RunPages runs) {
        this.current = current;
        this.search = search;
        this.runs = runs;
        setPageTitle(text("menu.experiments"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var query = new ExperimentSearch.Query(
                "", List.of("last_update_time DESC"), LifecycleView.ACTIVE_ONLY, MOST, Optional.empty());
        List<Experiment> experiments = search.find(current.actor(), query).items();
        add(new PageHeader(text("menu.experiments")).explained(Term.EXPERIMENT).verdict(text("experiments.verdict")));
        if (experiments.isEmpty()) {
            add(new EmptyState(text("experiments.empty"), text("experiments.empty.hint")));
            return;
        }
        Table table = new Table(text("menu.experiments"))
                .untitled()
                .column(text("experiments.name"))
                .numberColumn(text("experiments.runs"))
                .column(text("experiments.created"))
                .column(text("experiments.updated"));
        for (Experiment experiment : experiments) {
            int count = runs.count(current.actor(), new RunPages.Lines(experiment.id(), "", List.of()));
            table.row(
                    Places.link(Places.experiment(String.valueOf(experiment.id())), experiment.name()),
                    new Span(Figures.whole(count)),
                    new Span(Figures.date(experiment.createdAt())),
                    new Span(Figures.dateTime(experiment.updatedAt())));
        }
        add(table);
    }
}
