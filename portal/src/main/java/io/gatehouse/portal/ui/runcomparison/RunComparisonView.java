package io.gatehouse.portal.ui.runcomparison;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.KeptBoxes;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.tracking.MetricHistory;
import io.gatehouse.tracking.RunComparison;
import io.gatehouse.tracking.RunComparison.Kind;
import io.gatehouse.tracking.RunComparison.Line;
import io.gatehouse.tracking.RunComparisons;
import io.gatehouse.tracking.RunRow;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs of any experiments side by side. The address carries the whole view, so it can be kept and sent. */
@Route(value = Places.COMPARE_RUNS, layout = MainLayout.class)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class RunComparisonView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient RunComparisons comparisons;
    private final transient MetricHistory history;
    private final KeptBoxes boxes = new KeptBoxes();

    protected RunComparisonView(CurrentPerson current, RunComparisons comparisons, MetricHistory history) {
        this.current = current;
        this.comparisons = comparisons;
        this.history = history;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        setPageTitle(text("runs.compare.title"), text("menu.experiments"));
        RunComparisonQuery query = RunComparisonQuery.of(event.getLocation().getQueryParameters());
        RunComparison comparison = comparisons.compare(current.actor(), query.runs());
        if (comparison.runs().isEmpty()) {
            add(
                    header(text("runs.compare.title")),
                    new EmptyState(
                            text(query.runs().isEmpty() ? "runs.compare.nothing" : "runs.compare.gone"),
                            text("runs.compare.nothing.hint"),
                            experiments()));
            return;
        }
        show(query, comparison);
    }

    private void show(RunComparisonQuery query, RunComparison comparison) {
        int count = comparison.runs().size();
        String title = count == 1
                ? text("runs.compare.heading.one", RunNames.of(comparison.runs().getFirst()))
                : text("runs.compare.heading", count);
        setPageTitle(title, text("menu.experiments"));
        add(header(title).verdict(verdict(comparison)));
        if (query.runs().size() > count) {
            add(notice(text("runs.compare.missing", query.runs().size() - count)));
        }
        if (differ(comparison, Kind.DATA) > 0) {
            add(notice(text("runs.compare.other-data")));
        }
        add(new RunChips(query, comparison), choices(query, comparison));
        List<Line> shown = RunLines.shown(query, comparison);
        add(section(text("runs.compare.lines"), RunLines.of(query, comparison, shown)));
        if (count > 1) {
            List<String> names = comparison.runs().stream()
                    .map(run -> RunNames.among(comparison.runs(), run))
                    .toList();
            add(
                    new ParallelSection("runs", names, shown),
                    new ScatterSection(
                            "runs",
                            names,
                            comparison.lines(),
                            query.x(),
                            query.y(),
                            (along, up) -> query.withAxes(along, up).place()));
        }
        List<String> ids = comparison.runs().stream().map(RunRow::id).toList();
        add(new CurvesSection(
                comparison.runs(),
                comparisons.curves(current.actor(), ids),
                query.curve(),
                metric -> history.sampled(current.actor(), ids, metric, Optional.empty(), CurvesSection.MOST_POINTS),
                metric ->
                        Places.go(getUI().orElseThrow(), query.withCurve(metric).place())));
    }

    private static PageHeader header(String title) {
        return new PageHeader(title).trail(new Breadcrumbs().to(Places.EXPERIMENTS, text("menu.experiments")));
    }

    private static String verdict(RunComparison comparison) {
        if (comparison.runs().size() == 1) {
            return text("runs.compare.verdict.one");
        }
        return text(
                "runs.compare.verdict",
                differ(comparison, Kind.PARAM),
                count(comparison, Kind.PARAM),
                differ(comparison, Kind.METRIC),
                count(comparison, Kind.METRIC));
    }

    private static long differ(RunComparison comparison, Kind kind) {
        return comparison.lines().stream()
                .filter(line -> line.kind() == kind && line.differs())
                .count();
    }

    private static long count(RunComparison comparison, Kind kind) {
        return comparison.lines().stream().filter(line -> line.kind() == kind).count();
    }

    private Div choices(RunComparisonQuery query, RunComparison comparison) {
        long different = comparison.lines().stream().filter(Line::differs).count();
        Checkbox only = boxes.box(
                "only",
                text("compare.only", different, comparison.lines().size()),
                !query.all(),
                ticked -> go(query.showingAll(!ticked)));
        Checkbox turned =
                boxes.box("turned", text("runs.compare.turned"), query.turned(), ticked -> go(query.turned(ticked)));
        Div bar = new Div(lines(query, comparison), only, turned);
        bar.addClassName("gh-toolbar");
        return bar;
    }

    private MultiSelectComboBox<String> lines(RunComparisonQuery query, RunComparison comparison) {
        MultiSelectComboBox<String> choice = new MultiSelectComboBox<>(text("runs.compare.choose"));
        // Names, since the page stays with the session of its reader and the lines have a cell for each run.
        List<String> names = comparison.lines().stream().map(Line::name).toList();
        choice.setItems(names);
        choice.setPlaceholder(text("runs.compare.choose.placeholder"));
        choice.setClearButtonVisible(true);
        choice.addClassName("gh-filter");
        choice.setValue(names.stream().filter(query.lines()::contains).collect(Collectors.toSet()));
        choice.addValueChangeListener(change -> go(query.withLines(
                names.stream().filter(change.getValue()::contains).toList())));
        return choice;
    }

    private void go(RunComparisonQuery wanted) {
        getUI().ifPresent(ui -> Places.go(ui, wanted.place()));
    }

    private static Component notice(String words) {
        Div notice = new Notice(Tone.WATCH, new Paragraph(words));
        return notice;
    }

    private static Anchor experiments() {
        Anchor link = Places.button(Places.EXPERIMENTS, text("menu.experiments"));
        return link;
    }
}
