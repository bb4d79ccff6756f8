package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.value.ValueChangeMode;
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
import io.gatehouse.portal.ui.experiments.RunColumns.Choice;
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
    private final Div box = new Div();
    private final TextField filter = new TextField();
    private final MultiSelectComboBox<Choice> columns = new MultiSelectComboBox<>();
    private long experiment;

    ExperimentView(CurrentPerson current, Experiments experiments, RunPages runs) {
        this.current = current;
        this.experiments = experiments;
        this.runs = runs;
        box.addClassName("gh-grid-box");
        filter.setLabel(text("runs.filter"));
        filter.setPlaceholder(text("runs.filter.example"));
        filter.setHelperText(text("runs.filter.hint"));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        filter.addValueChangeListener(event -> show(event.getValue()));
        filter.addClassName("gh-filter");
        columns.setLabel(text("runs.columns"));
        columns.setHelperText(text("runs.columns.hint"));
        columns.setItemLabelGenerator(Choice::title);
        columns.addClassName("gh-filter");
        columns.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                show(filter.getValue());
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("id").orElse("");
        Experiment found = find(asked);
        experiment = found.id();
        setPageTitle(found.name(), text("menu.experiments"));
        removeAll();
        List<RunRow> sample = sample();
        int count = runs.count(current.actor(), lines(""));
        add(new PageHeader(found.name())
                .trail(new Breadcrumbs().to(Places.EXPERIMENTS, text("menu.experiments")))
                .verdict(verdict(count, nested(sample))));
        if (sample.isEmpty()) {
            add(new EmptyState(text("runs.empty"), text("runs.empty.hint")));
            return;
        }
        columns.setItems(RunColumns.of(sample));
        columns.setValue(RunColumns.atFirst(sample));
        Div bar = new Div(filter, columns);
        bar.addClassName("gh-toolbar");
        add(bar, box);
        show("");
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

    /** A wrong filter is told at the field and leaves the table as it was. */
    private void show(String words) {
        int matching;
        try {
            matching = runs.count(current.actor(), lines(words));
        } catch (InvalidSearchException wrong) {
            filter.setInvalid(true);
            filter.setErrorMessage(wrong.getMessage());
            return;
        }
        filter.setInvalid(false);
        if (matching == 0) {
            box.removeAll();
            box.add(new EmptyState(text("runs.no-match", words), text("runs.no-match.hint")));
            return;
        }
        TreeGrid<RunRow> grid = new TreeGrid<>();
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.getElement().setAttribute("aria-label", text("runs.table"));
        RunColumns.fill(grid, inOrder(), best);
        RunTree tree = new RunTree(runs, current, experiment, words);
        grid.setDataProvider(tree);
        List<RunRow> firstPage = runs.page(current.actor(), lines(words), 0, LOOKED_AT);
        if (words.isBlank()) {
            grid.expand(firstPage.stream().filter(tree::hasChildren).limit(1).toList());
        }
        grid.setAllRowsVisible(matching <= MOST_AT_FULL_HEIGHT);
        box.removeAll();
        box.add(grid);
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
