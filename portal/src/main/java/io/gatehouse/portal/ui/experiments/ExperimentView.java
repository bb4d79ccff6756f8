package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
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
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Term;
import io.gatehouse.portal.ui.experiments.RunColumns.Choice;
import io.gatehouse.portal.ui.runcomparison.ComparedRuns;
import io.gatehouse.portal.ui.runcomparison.ComparedRunsBar;
import io.gatehouse.search.InvalidSearchException;
import io.gatehouse.tracking.Experiment;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.RunPages;
import io.gatehouse.tracking.RunRow;
import io.gatehouse.tracking.TrackingRefusal;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The runs of one experiment as a tree, with the metrics and parameters that its reader chose. */
@Route("experiments/:id")
@PermitAll
public class ExperimentView extends Page implements BeforeEnterObserver {
    /** Runs that are looked at to find out what was logged. */
    private static final int LOOKED_AT = 50;

    private static final String BEST_CHILD = "best_child_run_id";
    private static final int MOST_AT_FULL_HEIGHT = 40;

    private final transient CurrentPerson current;
    private final transient Experiments experiments;
    private final transient RunPages runs;
    private final Set<String> best = new HashSet<>();
    private transient List<RunRow> sample = List.of();
    private final Div box = new Div();
    private final RunFilter filter = new RunFilter(words -> go(query().withFilter(words)));
    private final MultiSelectComboBox<Choice> columns = new MultiSelectComboBox<>();
    private final ComparedRunsBar picked = new ComparedRunsBar(this::show);
    private long experiment = -1;
    private RunQuery query = new RunQuery("", List.of(), "");

    ExperimentView(CurrentPerson current, Experiments experiments, RunPages runs) {
        this.current = current;
        this.experiments = experiments;
        this.runs = runs;
        box.addClassName("gh-grid-box");
        columns.setLabel(text("runs.columns"));
        columns.setHelperText(text("runs.columns.hint"));
        columns.setItemLabelGenerator(Choice::title);
        columns.addClassName("gh-filter");
        columns.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(query.withColumns(inOrder().stream().map(Choice::inAddress).toList()));
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("id").orElse("");
        Experiment found = find(asked);
        query = RunQuery.of(event.getLocation().getQueryParameters());
        // Another filter, order or column of the same runs leaves the fields alone, so that whoever types keeps their
        // place.
        if (experiment != found.id() || box.getParent().isEmpty()) {
            experiment = found.id();
            build(found);
        }
        if (box.getParent().isPresent()) {
            filter.show(query.filter());
            columns.setValue(chosen());
            show();
        }
    }

    private void build(Experiment found) {
        setPageTitle(found.name(), text("menu.experiments"));
        removeAll();
        sample = sample();
        int count = runs.count(current.actor(), lines(""));
        add(new PageHeader(found.name())
                .explained(Term.RUN)
                .trail(new Breadcrumbs().to(Places.EXPERIMENTS, text("menu.experiments")))
                .verdict(verdict(count, nested(sample))));
        if (sample.isEmpty()) {
            add(new EmptyState(text("runs.empty"), text("runs.empty.hint")));
            return;
        }
        columns.setItems(RunColumns.of(sample));
        filter.offer(RunKey.of(sample));
        Div bar = new Div(filter, columns);
        bar.addClassName("gh-toolbar");
        picked.show();
        add(bar, box, picked);
    }

    /** The columns of the address; what nothing logged is left out. */
    private Set<Choice> chosen() {
        Set<Choice> named = RunColumns.of(sample).stream()
                .filter(choice -> query.columns().contains(choice.inAddress()))
                .collect(Collectors.toSet());
        return named.isEmpty() ? RunColumns.atFirst(sample) : named;
    }

    private RunQuery query() {
        return query;
    }

    private void go(RunQuery wanted) {
        if (!wanted.equals(query)) {
            getUI().ifPresent(ui -> ui.navigate(Places.experiment(String.valueOf(experiment)), wanted.parameters()));
        }
    }

    private Experiment find(String id) {
        try {
            return experiments.get(current.actor(), Long.parseLong(id));
        } catch (NumberFormatException | TrackingRefusal unknown) {
            throw new NotFoundException(text("experiments.unknown", id));
        }
    }

    /** The newest runs with those nested in them, to know what was logged; also finds which children won their search. */
    private List<RunRow> sample() {
        List<RunRow> sample = new ArrayList<>();
        for (RunRow run : runs.page(current.actor(), lines(""), 0, LOOKED_AT)) {
            sample.add(run);
            String winner = run.tags().get(BEST_CHILD);
            if (winner != null) {
                best.add(winner);
            }
            if (run.children() > 0 && sample.size() < LOOKED_AT) {
                sample.addAll(runs.children(current.actor(), run.id(), List.of(), 0, LOOKED_AT));
            }
        }
        return sample;
    }

    private static String verdict(int count, int nested) {
        if (nested == 0) {
            return count == 1 ? text("runs.verdict.single") : text("runs.verdict.flat", count);
        }
        return text(count == 1 ? "runs.verdict.one" : "runs.verdict", count, nested);
    }

    private static int nested(List<RunRow> sample) {
        return sample.stream().mapToInt(RunRow::children).sum();
    }

    /** A wrong filter or order is told at the field and leaves the table as it was. */
    private void show() {
        int matching;
        List<RunRow> firstPage;
        try {
            matching = runs.count(current.actor(), lines(query.filter()));
            firstPage = runs.page(current.actor(), lines(query.filter()), 0, LOOKED_AT);
        } catch (InvalidSearchException wrong) {
            filter.refuse(query.filter(), wrong);
            if (box.getChildren().findAny().isEmpty()) {
                none(text("runs.filter.broken"), text("runs.filter.broken.hint"));
            }
            return;
        }
        if (matching == 0) {
            none(text("runs.no-match", query.filter()), text("runs.no-match.hint"));
            return;
        }
        box.removeAll();
        box.addClassName("gh-grid-box");
        box.add(grid(matching, firstPage));
    }

    private void none(String why, String wayOut) {
        box.removeAll();
        // The empty state has a frame of its own.
        box.removeClassName("gh-grid-box");
        box.add(new EmptyState(why, wayOut, new Button(text("runs.filter.clear"), click -> go(query.withFilter("")))));
    }

    private TreeGrid<RunRow> grid(int matching, List<RunRow> firstPage) {
        TreeGrid<RunRow> grid = new TreeGrid<>();
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.getElement().setAttribute("aria-label", text("runs.table"));
        RunColumns.fill(grid, inOrder(), best);
        RunTree tree = new RunTree(runs, current, experiment, query.filter());
        grid.setDataProvider(tree);
        if (query.filter().isBlank()) {
            grid.expand(firstPage.stream().filter(tree::hasChildren).limit(1).toList());
        }
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
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        ComparedRuns runs = ComparedRuns.ofThisSession();
        grid.asMultiSelect().select(runs.of(experiment));
        grid.asMultiSelect().addSelectionListener(event -> {
            runs.drop(event.getRemovedSelection());
            if (!runs.pick(event.getAddedSelection())) {
                grid.asMultiSelect().setValue(Set.copyOf(runs.of(experiment)));
            }
            picked.show();
        });
    }

    /** The chosen columns in the order of the chooser, not of the clicks. */
    private List<Choice> inOrder() {
        Set<Choice> chosen = columns.getValue();
        return columns.getListDataView().getItems().filter(chosen::contains).toList();
    }

    private RunPages.Lines lines(String words) {
        return new RunPages.Lines(experiment, words, List.of());
    }
}
