package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.gatehouse.house.UrlSegment;
import io.gatehouse.people.Action;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.AliasChip;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Facts;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.runcomparison.CurvesSection;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.RegistrySearch;
import io.gatehouse.tracking.DatasetInput;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.MetricHistory;
import io.gatehouse.tracking.Param;
import io.gatehouse.tracking.RunComparison;
import io.gatehouse.tracking.RunComparisons;
import io.gatehouse.tracking.RunDetail;
import io.gatehouse.tracking.RunPages;
import io.gatehouse.tracking.RunRow;
import io.gatehouse.tracking.Tag;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** One run: what it logged, what it was nested in, and the files that it left. */
@Route("runs/:id")
@PermitAll
public class RunView extends Page implements BeforeEnterObserver {
    /** Tags that MLflow sets for itself; most are shown elsewhere on the page. */
    private static final String HOUSEKEEPING = "mlflow.";

    private static final int MOST_VERSIONS = 20;

    private final transient CurrentPerson current;
    private final transient RunPages runs;
    private final transient RunFiles files;
    private final transient RegistrySearch registry;
    private final transient RunComparisons comparisons;
    private final transient MetricHistory history;

    RunView(
            CurrentPerson current,
            RunPages runs,
            RunFiles files,
            RegistrySearch registry,
            RunComparisons comparisons,
            MetricHistory history) {
        this.current = current;
        this.runs = runs;
        this.files = files;
        this.registry = registry;
        this.comparisons = comparisons;
        this.history = history;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        RunDetail detail =
                runs.detail(current.actor(), id).orElseThrow(() -> new NotFoundException(text("runs.unknown", id)));
        setPageTitle(detail.row().name(), detail.experimentName(), text("menu.experiments"));
        removeAll();
        add(header(detail));
        if (current.may(Action.READ_REGISTRY)) {
            versions(id).ifPresent(this::add);
        }
        Div logged =
                new Div(metrics(detail.run().metrics()), parameters(detail.run().params()));
        logged.addClassName("gh-columns");
        add(section(text("run.logged"), logged));
        curves(detail.row(), event.getLocation().getQueryParameters()).ifPresent(this::add);
        if (!detail.children().isEmpty()) {
            add(nested(detail.children()));
        }
        add(files.section(detail.run()), origin(detail));
    }

    private static PageHeader header(RunDetail detail) {
        RunRow run = detail.row();
        Breadcrumbs trail = new Breadcrumbs()
                .to(Places.EXPERIMENTS, text("menu.experiments"))
                .to(Places.experiment(String.valueOf(run.experimentId())), detail.experimentName());
        RunRow parent = detail.parent();
        if (parent != null) {
            trail.to(Places.run(parent.id()), parent.name());
        }
        String took = RunColumns.took(run);
        Anchor lineage = Places.button(Places.lineage("run/" + run.id()), text("run.lineage"));
        Anchor experiment = Places.button(
                Places.experiment(String.valueOf(run.experimentId())), text("run.experiment", detail.experimentName()));
        return new PageHeader(run.name().isEmpty() ? run.id() : run.name())
                .trail(trail)
                .badge(RunColumns.badge(run.status()))
                .verdict(
                        took.isEmpty()
                                ? text("run.verdict.running", run.trainer(), Figures.dateTime(run.startedAt()))
                                : text("run.verdict", run.trainer(), Figures.dateTime(run.startedAt()), took))
                .actions(experiment, lineage);
    }

    /** How its metrics went; nothing for runs that logged each of them once. */
    private Optional<Section> curves(RunRow run, QueryParameters parameters) {
        List<String> metrics = comparisons.curves(current.actor(), List.of(run.id()));
        return metrics.isEmpty()
                ? Optional.empty()
                : Optional.of(new CurvesSection(
                        List.of(run),
                        metrics,
                        parameters.getSingleParameter("curve").orElse(""),
                        metric -> history.sampled(
                                current.actor(),
                                List.of(run.id()),
                                metric,
                                Optional.empty(),
                                CurvesSection.MOST_POINTS),
                        metric -> Places.go(
                                getUI().orElseThrow(), Places.run(run.id()) + "?curve=" + UrlSegment.of(metric))));
    }

    /** What was registered from it; nothing for the many runs that nobody registered. */
    private Optional<Section> versions(String run) {
        // An id of the address was found, so it is hex digits and needs no escaping.
        var query = new RegistrySearch.Query("run_id = '" + run + "'", List.of(), MOST_VERSIONS, Optional.empty());
        List<ModelVersion> versions = registry.versions(current.actor(), query).items();
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        versions.forEach(version -> list.add(line(version)));
        return Optional.of(section(text("run.versions"), list));
    }

    private static ListItem line(ModelVersion version) {
        Span name = new Span(
                Places.link(Places.model(version.model()), text("run.version", version.version(), version.model())));
        name.addClassNames("gh-grow", "gh-chips");
        version.aliases().forEach(alias -> name.add(new AliasChip(alias)));
        Span when = new Span(text("run.version.registered", Figures.date(version.createdAt())));
        when.addClassName("gh-caption");
        return new ListItem(
                name,
                when,
                Places.link(
                        Places.lineage("version/" + version.model() + "/" + version.version()),
                        text("run.version.lineage")));
    }

    private static Component metrics(List<Metric> metrics) {
        if (metrics.isEmpty()) {
            return new EmptyState(text("run.metrics.empty"), text("run.metrics.empty.hint"));
        }
        Table table = new Table(text("run.metrics"))
                .column(text("run.metric"))
                .numberColumn(text("run.latest"))
                .compact();
        metrics.forEach(metric -> table.row(metric.key(), Figures.logged(metric.value())));
        return table;
    }

    private static Component parameters(List<Param> params) {
        if (params.isEmpty()) {
            return new EmptyState(text("run.params.empty"), text("run.params.empty.hint"));
        }
        Table table = new Table(text("run.params"))
                .column(text("run.param"))
                .column(text("answers.value"))
                .compact();
        params.forEach(param -> table.row(param.key(), param.value()));
        return table;
    }

    private static Section nested(List<RunRow> children) {
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        for (RunRow child : children) {
            Span name = new Span(Places.link(Places.run(child.id()), child.name()));
            name.addClassName("gh-grow");
            Span took = new Span(RunColumns.took(child));
            took.addClassName("gh-caption");
            list.add(new ListItem(name, took, RunColumns.badge(child.status())));
        }
        if (children.size() < 2) {
            return section(text("run.nested", children.size()), list);
        }
        Anchor compare = Places.button(
                Places.compareRuns(children.stream()
                        .limit(RunComparison.MOST)
                        .map(RunRow::id)
                        .toList()),
                text("run.nested.compare", Math.min(children.size(), RunComparison.MOST)));
        return section(text("run.nested", children.size()), new Div(compare), list);
    }

    /** Where it came from: tags that a person set, and the data it used. */
    private static Section origin(RunDetail detail) {
        Facts facts = new Facts();
        facts.code(text("run.id"), detail.row().id());
        for (Tag tag : detail.run().tags()) {
            if (!tag.key().startsWith(HOUSEKEEPING)) {
                facts.add(tag.key(), tag.value());
            }
        }
        for (DatasetInput data : detail.run().datasets()) {
            facts.code(text("run.dataset", data.name()), data.digest());
        }
        Div card = new Div(facts);
        card.addClassName("gh-panel");
        return section(text("run.tags"), card);
    }
}
