package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
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
import io.gatehouse.portal.ui.components.LiveLine;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.runcomparison.CurvesSection;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.RegistrySearch;
import io.gatehouse.tracking.DatasetInput;
import io.gatehouse.tracking.Lifecycle;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.MetricHistory;
import io.gatehouse.tracking.RunActivity;
import io.gatehouse.tracking.RunActivity.Pulse;
import io.gatehouse.tracking.RunComparison;
import io.gatehouse.tracking.RunComparisons;
import io.gatehouse.tracking.RunDetail;
import io.gatehouse.tracking.RunPages;
import io.gatehouse.tracking.RunRow;
import io.gatehouse.tracking.Tag;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run: what it logged, what it was nested in, and the files that it left. */
@Route("runs/:id")
@PermitAll
public class RunView extends Page implements BeforeEnterObserver {
    /** Tags that MLflow sets for itself; most are shown elsewhere on the page. */
    private static final String HOUSEKEEPING = "mlflow.";

    private static final int MOST_VERSIONS = 20;
    /** Looks after which the run is read though nothing moved: how long it has trained moves by itself. */
    private static final int LOOKS_AT_MOST = 10;

    private final transient CurrentPerson current;
    private final transient RunPages runs;
    private final transient RunFiles files;
    private final transient RegistrySearch registry;
    private final transient RunComparisons comparisons;
    private final transient MetricHistory history;
    private final transient RunActivity activity;
    private final transient Clock clock;
    private final transient BinWays bin;
    private final Div binned = new Div();
    private final Div curvesBox = new Div();
    private final Div nestedBox = new Div();
    private String id = "";
    private String curve = "";
    private long move;
    private int looks;

    RunView(
            CurrentPerson current,
            RunPages runs,
            RunFiles files,
            RegistrySearch registry,
            RunComparisons comparisons,
            MetricHistory history,
            RunActivity activity,
            Clock clock,
            BinWays bin) {
        this.current = current;
        this.runs = runs;
        this.files = files;
        this.registry = registry;
        this.comparisons = comparisons;
        this.history = history;
        this.activity = activity;
        this.clock = clock;
        this.bin = bin;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("id").orElse("");
        id = asked;
        curve = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("curve")
                .orElse("");
        show(detail().orElseThrow(() -> new NotFoundException(text("runs.unknown", asked))));
    }

    /** @return the way into the bin, if the reader has it */
    private Optional<Button> show(RunDetail detail) {
        setPageTitle(detail.row().name(), detail.experimentName(), text("menu.experiments"));
        removeAll();
        PageHeader header = header(detail);
        Optional<Button> delete = bin.delete(detail.row(), named(detail.row()), binned, this::again);
        delete.ifPresent(header::actions);
        bin.tell(detail.row(), binned, this::again);
        add(header, binned);
        LoggedTable metrics = metrics();
        LoggedTable params = parameters();
        if (RunTree.trains(detail.row()) && detail.row().lifecycle() == Lifecycle.ACTIVE) {
            follow(detail.row().experimentId(), header, metrics, params);
        }
        if (current.may(Action.READ_REGISTRY)) {
            versions(id).ifPresent(this::add);
        }
        Div logged = new Div(metrics.shown(lines(detail.run().metrics())), params.shown(written(detail)));
        logged.addClassName("gh-columns");
        add(section(text("run.logged"), logged), curvesBox, nestedBox);
        curvesBox.removeAll();
        curves(detail.row());
        nested(detail.children());
        add(files.section(detail.run()), origin(detail));
        return delete;
    }

    /** After it went into the bin, or came out. */
    private void again() {
        detail().ifPresent(now -> BinWays.focus(binned, show(now)));
    }

    private Optional<RunDetail> detail() {
        return runs.detail(current.actor(), id);
    }

    /** Where the run stands, every few seconds until it has ended. What did not change stays where it is. */
    private void follow(long experiment, PageHeader header, LoggedTable metrics, LoggedTable params) {
        LiveLine[] line = new LiveLine[1];
        LiveLine live = new LiveLine(() -> look(experiment, header, metrics, params, line[0]));
        line[0] = live;
        Pulse pulse = activity.pulse(current.actor(), experiment);
        move = pulse.move();
        live.seen(text("run.live"), true);
        add(live);
    }

    private void look(long experiment, PageHeader header, LoggedTable metrics, LoggedTable params, LiveLine live) {
        Pulse pulse = activity.pulse(current.actor(), experiment);
        looks++;
        if (pulse.move() == move && looks % LOOKS_AT_MOST != 0) {
            live.seen(text("run.live"), true);
            return;
        }
        move = pulse.move();
        Optional<RunDetail> now = detail();
        if (now.isEmpty()) {
            live.announce(text("runs.unknown", id));
            live.end();
            return;
        }
        RunRow row = now.get().row();
        header.badge(RunColumns.badge(row.status())).verdict(verdict(row));
        metrics.show(lines(now.get().run().metrics()));
        params.show(written(now.get()));
        curves(row);
        nested(now.get().children());
        if (RunTree.trains(row)) {
            live.seen(text("run.live"), true);
        } else {
            live.announce(text("runs.live.ended", named(row), text("runs.status." + row.status())));
            live.end();
        }
    }

    private static String named(RunRow run) {
        return run.name().isEmpty() ? run.id() : run.name();
    }

    private String verdict(RunRow run) {
        String took = RunColumns.took(run);
        return took.isEmpty()
                ? text(
                        "run.verdict.running",
                        run.trainer(),
                        Figures.dateTime(run.startedAt()),
                        Figures.duration(sinceStart(run)))
                : text("run.verdict", run.trainer(), Figures.dateTime(run.startedAt()), took);
    }

    private Duration sinceStart(RunRow run) {
        Duration since = Duration.between(run.startedAt(), clock.instant());
        return since.isNegative() ? Duration.ZERO : since;
    }

    private PageHeader header(RunDetail detail) {
        RunRow run = detail.row();
        Breadcrumbs trail = new Breadcrumbs()
                .to(Places.EXPERIMENTS, text("menu.experiments"))
                .to(Places.experiment(String.valueOf(run.experimentId())), detail.experimentName());
        RunRow parent = detail.parent();
        if (parent != null) {
            trail.to(Places.run(parent.id()), parent.name());
        }
        Anchor lineage = Places.button(Places.lineage("run/" + run.id()), text("run.lineage"));
        Anchor experiment = Places.button(
                Places.experiment(String.valueOf(run.experimentId())), text("run.experiment", detail.experimentName()));
        return new PageHeader(named(run))
                .trail(trail)
                .badge(RunColumns.badge(run.status()))
                .verdict(verdict(run))
                .actions(experiment, lineage);
    }

    /** How its metrics went; nothing for runs that logged each of them once. */
    private void curves(RunRow run) {
        Optional<CurvesSection> drawn = curvesBox
                .getChildren()
                .filter(CurvesSection.class::isInstance)
                .map(CurvesSection.class::cast)
                .findFirst();
        if (drawn.isPresent()) {
            drawn.get().again();
            return;
        }
        List<String> ids = List.of(run.id());
        List<String> metrics = comparisons.curves(current.actor(), ids);
        if (!metrics.isEmpty()) {
            curvesBox.add(new CurvesSection(
                    List.of(run),
                    metrics,
                    curve,
                    metric ->
                            history.sampled(current.actor(), ids, metric, Optional.empty(), CurvesSection.MOST_POINTS),
                    metric -> Places.go(getUI().orElseThrow(), Places.run(id) + "?curve=" + UrlSegment.of(metric))));
        }
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

    private LoggedTable metrics() {
        return new LoggedTable(
                text("run.metrics"),
                () -> new Table(text("run.metrics"))
                        .column(text("run.metric"))
                        .numberColumn(text("run.latest"))
                        .compact(),
                new EmptyState(text("run.metrics.empty"), text("run.metrics.empty.hint")),
                () -> detail().map(now -> lines(now.run().metrics())).orElse(List.of()));
    }

    private static List<LoggedTable.Line> lines(List<Metric> metrics) {
        return metrics.stream()
                .map(metric -> new LoggedTable.Line(metric.key(), Figures.logged(metric.value())))
                .toList();
    }

    private LoggedTable parameters() {
        return new LoggedTable(
                text("run.params"),
                () -> new Table(text("run.params"))
                        .column(text("run.param"))
                        .column(text("answers.value"))
                        .compact(),
                new EmptyState(text("run.params.empty"), text("run.params.empty.hint")),
                () -> detail().map(RunView::written).orElse(List.of()));
    }

    private static List<LoggedTable.Line> written(RunDetail detail) {
        return detail.run().params().stream()
                .map(param -> new LoggedTable.Line(param.key(), param.value()))
                .toList();
    }

    private void nested(List<RunRow> children) {
        nestedBox.removeAll();
        if (!children.isEmpty()) {
            nestedBox.add(nestedSection(children));
        }
    }

    private static Section nestedSection(List<RunRow> children) {
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
