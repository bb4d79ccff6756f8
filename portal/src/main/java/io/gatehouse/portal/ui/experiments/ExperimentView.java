package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.LiveLine;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.runcomparison.ComparedRuns;
import io.gatehouse.portal.ui.runcomparison.ComparedRunsBar;
import io.gatehouse.portal.ui.savedviews.SavedViewsBar;
import io.gatehouse.savedviews.SavedView;
import io.gatehouse.savedviews.SavedViews;
import io.gatehouse.search.InvalidSearchException;
import io.gatehouse.tracking.Experiment;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Lifecycle;
import io.gatehouse.tracking.LifecycleView;
import io.gatehouse.tracking.LoggedKeys;
import io.gatehouse.tracking.RunActivity;
import io.gatehouse.tracking.RunCount;
import io.gatehouse.tracking.RunPages;
import io.gatehouse.tracking.RunRow;
import io.gatehouse.tracking.TrackingRefusal;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runs of one experiment as a tree, with the metrics and parameters that its reader chose. */
@Route("experiments/:id")
@PermitAll
public class ExperimentView extends Page implements BeforeEnterObserver {
    private static final int MOST_AT_FULL_HEIGHT = 40;

    /** Of the newest, the first that has others nested in it is open. */
    private static final int OPENED_AMONG = 50;

    private final transient CurrentPerson current;
    private final transient Experiments experiments;
    private final transient RunPages runs;
    private final transient Clock clock;
    private final transient SavedViews views;
    private final transient BinWays bin;
    private final transient LiveRuns live;
    private final Div binned = new Div();
    private final Select<Boolean> state = new Select<>();
    private @Nullable SavedViewsBar saved;
    private Set<String> best = Set.of();
    private final Div box = new Div();
    private final RunFilter filter = new RunFilter(words -> go(query().withFilter(words)));
    private final ColumnChooser columns;
    private final ComparedRunsBar picked = new ComparedRunsBar(this::show);
    private @Nullable RunsVerdict verdict;
    private boolean empty;
    private long experiment = -1;
    private Lifecycle lifecycle = Lifecycle.ACTIVE;
    private RunQuery query = new RunQuery("", List.of(), "");

    ExperimentView(
            CurrentPerson current,
            Experiments experiments,
            RunPages runs,
            RunActivity activity,
            Clock clock,
            SavedViews views,
            BinWays bin) {
        this.current = current;
        this.experiments = experiments;
        this.runs = runs;
        this.clock = clock;
        this.views = views;
        this.bin = bin;
        live = new LiveRuns(current, activity, clock, this::appear, this::show);
        box.addClassName("gh-grid-box");
        columns = new ColumnChooser(this::choose);
        state.setLabel(text("runs.state"));
        state.setItems(false, true);
        state.setItemLabelGenerator(deleted -> text(deleted ? "runs.state.deleted" : "runs.state.active"));
        state.setWidth("130px");
        state.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(query().withDeleted(change.getValue()));
            }
        });
    }

    /** Columns that somebody chooses are there again at the next visit. */
    private void choose(List<String> names) {
        RunQuery wanted = query.withColumns(names);
        views.rememberColumns(current.actor(), place(), new RunQuery("", wanted.columns(), "").inAddress());
        go(wanted);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("id").orElse("");
        Experiment found = find(asked);
        query = RunQuery.of(event.getLocation().getQueryParameters());
        if (found.lifecycle() == Lifecycle.DELETED) {
            // All its runs are deleted with it.
            query = query.withDeleted(true);
        }
        // Another filter, order or column of the same runs leaves the fields alone, so that whoever types keeps their
        // place.
        if (experiment != found.id()
                || lifecycle != found.lifecycle()
                || box.getParent().isEmpty()
                || empty && !query.deleted()) {
            experiment = found.id();
            Optional<SavedView> opened = query.nothing() ? views.usual(current.actor(), place()) : Optional.empty();
            if (opened.isPresent()) {
                event.forwardTo(place(), RunQuery.read(opened.get().choices()).parameters());
                return;
            }
            build(found);
        }
        if (box.getParent().isPresent()) {
            filter.show(query.filter());
            columns.show(query.columns());
            state.setValue(query.deleted());
            show();
        }
    }

    /** After it went into the bin, or came out. */
    private void again() {
        Experiment found = experiments.get(current.actor(), experiment);
        query = new RunQuery("", query.columns(), query.sort(), found.lifecycle() == Lifecycle.DELETED);
        Optional<Button> delete = build(found);
        if (box.getParent().isPresent()) {
            filter.show("");
            columns.show(query.columns());
            state.setValue(query.deleted());
            show();
        }
        BinWays.focus(binned, delete);
    }

    /** @return the way into the bin, if the reader has it */
    private Optional<Button> build(Experiment found) {
        setPageTitle(found.name(), text("menu.experiments"));
        removeAll();
        lifecycle = found.lifecycle();
        LiveLine told = live.begin(experiment);
        LoggedKeys logged = runs.keys(current.actor(), experiment);
        PageHeader header = new PageHeader(found.name())
                .explained(Term.RUN)
                .trail(new Breadcrumbs().to(Places.EXPERIMENTS, text("menu.experiments")));
        verdict = new RunsVerdict(header, logged);
        Optional<Button> delete = bin.delete(found, binned, this::again);
        delete.ifPresent(header::actions);
        bin.tell(found, binned, this::again);
        add(header, binned);
        empty = logged.all().counted() == 0;
        if (empty && !query.deleted()) {
            EmptyState nothing = new EmptyState(text("runs.empty"), text("runs.empty.hint"));
            if (runs.count(current.actor(), lines("", true), 1).counted() > 0) {
                nothing.add(new Button(text("runs.deleted.look"), click -> go(query().withDeleted(true))));
            }
            add(told, nothing);
            return delete;
        }
        best = logged.best();
        columns.offer(
                logged,
                RunQuery.read(views.rememberedColumns(current.actor(), place())).columns());
        filter.offer(RunKey.of(logged));
        // All its runs are deleted with it, so there are no others to choose.
        state.setVisible(lifecycle == Lifecycle.ACTIVE);
        Div bar = new Div(filter, state, columns.field());
        bar.addClassName("gh-toolbar");
        picked.show();
        SavedViewsBar kept = new SavedViewsBar(views, current, place());
        saved = kept;
        add(kept, bar, told, box, picked);
        return delete;
    }

    private String place() {
        return Places.experiment(String.valueOf(experiment));
    }

    /** The first run of an experiment that was empty until now. A filter that cannot be read waits for its reader. */
    private void appear() {
        if (box.getParent().isPresent()) {
            return;
        }
        build(experiments.get(current.actor(), experiment));
        if (box.getParent().isPresent()) {
            columns.show(query.columns());
            show();
        }
    }

    private RunQuery query() {
        return query;
    }

    private void go(RunQuery wanted) {
        if (!wanted.equals(query)) {
            getUI().ifPresent(ui -> ui.navigate(place(), wanted.parameters()));
        }
    }

    private Experiment find(String id) {
        try {
            return experiments.get(current.actor(), Long.parseLong(id));
        } catch (NumberFormatException | TrackingRefusal unknown) {
            throw new NotFoundException(text("experiments.unknown", id));
        }
    }

    /** @param matching what a filter leaves, or all if none is given */
    private void tell(RunCount matching) {
        if (verdict == null) {
            return;
        }
        if (query.deleted()) {
            verdict.bin(matching, lifecycle == Lifecycle.DELETED);
        } else if (query.filter().isBlank()) {
            verdict.all();
        } else {
            verdict.of(matching);
        }
    }

    /** A wrong filter or order is told at the field and leaves the table, what is said of it, and new runs that it waits with, as they were. */
    private void show() {
        RunCount matching;
        showViews();
        RunActivity.Pulse pulse = live.pulse();
        RunTree rows = new RunTree(
                runs,
                current,
                lines(query.filter(), query.deleted()),
                RunColumns.read(columns.inOrder()),
                clock.instant());
        try {
            matching = rows.counted();
        } catch (InvalidSearchException wrong) {
            filter.refuse(query.filter(), wrong);
            // What cannot be read is nothing to come back to.
            if (saved != null) {
                saved.show("");
            }
            if (box.getChildren().findAny().isEmpty()) {
                none(text("runs.filter.broken"), text("runs.filter.broken.hint"), unfiltered());
            }
            return;
        }
        live.follow(rows, pulse);
        tell(matching);
        if (matching.counted() == 0) {
            if (query.deleted() && query.filter().isBlank()) {
                Button back = new Button(text("runs.deleted.back"), click -> go(query().withDeleted(false)));
                back.setVisible(lifecycle == Lifecycle.ACTIVE);
                none(text("runs.deleted.none"), text("runs.deleted.none.hint"), back);
            } else {
                none(
                        text(query.deleted() ? "runs.deleted.no-match" : "runs.no-match", query.filter()),
                        text("runs.no-match.hint"),
                        unfiltered());
            }
            return;
        }
        box.removeAll();
        box.addClassName("gh-grid-box");
        box.add(grid(rows, matching.counted()));
        if (matching.more()) {
            Paragraph excerpt = new Paragraph(text("runs.excerpt", Figures.whole(matching.counted())));
            excerpt.addClassName("gh-caption");
            box.add(excerpt);
        }
    }

    /** What is shown now, with its columns named, so that whoever gets the address sees just this. */
    private void showViews() {
        if (saved != null) {
            saved.show(query.nothing() ? "" : query.withColumns(columns.names()).inAddress());
        }
    }

    private Button unfiltered() {
        return new Button(text("runs.filter.clear"), click -> go(query.withFilter("")));
    }

    private void none(String why, String hint, Button wayOut) {
        box.removeAll();
        // The empty state has a frame of its own.
        box.removeClassName("gh-grid-box");
        box.add(new EmptyState(why, hint, wayOut));
    }

    private TreeGrid<RunRow> grid(RunTree rows, int matching) {
        TreeGrid<RunRow> grid = new TreeGrid<>();
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.getElement().setAttribute("aria-label", text("runs.table"));
        RunColumns.fill(grid, columns.inOrder(), best, clock);
        grid.setDataProvider(rows);
        rows.firstParent(OPENED_AMONG).ifPresent(parent -> grid.expand(List.of(parent)));
        grid.setAllRowsVisible(matching <= MOST_AT_FULL_HEIGHT);
        letPick(grid);
        RunOrder.read(grid, query.sort()).ifPresent(order -> grid.sort(List.of(order)));
        grid.addSortListener(event -> {
            if (event.isFromClient()) {
                go(query.withSort(RunOrder.write(event.getSortOrder())));
            }
        });
        return grid;
    }

    /** What is picked stays so under another filter and in another experiment. */
    private void letPick(TreeGrid<RunRow> grid) {
        if (grid.setSelectionMode(Grid.SelectionMode.MULTI) instanceof GridMultiSelectionModel<?> picking) {
            // Stays with the names, where many columns scroll.
            picking.setSelectionColumnFrozen(true);
        }
        ComparedRuns runs = ComparedRuns.ofThisSession();
        grid.asMultiSelect().select(pickedHere());
        grid.asMultiSelect().addSelectionListener(event -> {
            runs.drop(event.getRemovedSelection());
            if (!runs.pick(event.getAddedSelection())) {
                grid.asMultiSelect().setValue(Set.copyOf(pickedHere()));
            }
            picked.show();
        });
    }

    private List<RunRow> pickedHere() {
        List<String> ids = ComparedRuns.ofThisSession().of(experiment);
        return ids.isEmpty() ? List.of() : runs.these(current.actor(), ids, RunColumns.read(columns.inOrder()));
    }

    private RunPages.Lines lines(String words, boolean deleted) {
        LifecycleView view = deleted ? LifecycleView.DELETED_ONLY : LifecycleView.ACTIVE_ONLY;
        return new RunPages.Lines(experiment, words, List.of(), Optional.empty(), view);
    }
}
