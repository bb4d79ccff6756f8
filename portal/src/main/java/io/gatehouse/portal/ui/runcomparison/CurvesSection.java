package io.gatehouse.portal.ui.runcomparison;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.components.Chart;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.NumbersTable;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.MetricHistory.OfRun;
import io.gatehouse.tracking.RunRow;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a metric went while runs were training, one curve for each run, along its steps. */
public class CurvesSection extends Section {
    /** Of each run; evenly chosen where more were logged. */
    public static final int MOST_POINTS = 500;

    private static final int MOST_NAMED = 6;
    private static final int MOST_MARKED = 60;

    private final transient List<Named> runs;
    private final transient Function<String, List<OfRun>> history;
    private final String metric;
    private @Nullable Chart chart;
    private @Nullable NumbersTable numbers;

    /** A run, as it is told from the others. */
    private record Named(String id, String name) {}

    /**
     * @param runs in the order of their colours
     * @param metrics that were logged more than once
     * @param asked the metric that is wished; the first where it is none of them
     * @param history measurements of a metric in these runs
     * @param chosen told when another metric is chosen
     */
    public CurvesSection(
            List<RunRow> runs,
            List<String> metrics,
            String asked,
            Function<String, List<OfRun>> history,
            Consumer<String> chosen) {
        super(new H2(text("runs.curves")));
        addClassName("gh-section");
        this.runs = runs.stream()
                .map(run -> new Named(run.id(), RunNames.among(runs, run)))
                .toList();
        this.history = history;
        metric = metrics.contains(asked) || metrics.isEmpty() ? asked : metrics.getFirst();
        if (metrics.isEmpty()) {
            add(new Paragraph(text("runs.curves.none")));
            return;
        }
        ComboBox<String> choice = new ComboBox<>(text("runs.curves.metric"));
        choice.setItems(metrics);
        choice.setValue(metric);
        choice.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                chosen.accept(change.getValue());
            }
        });
        Div bar = new Div(choice);
        bar.addClassName("gh-toolbar");
        Div box = new Div();
        box.addClassName("gh-panel");
        add(bar, box);
        draw(box);
    }

    /** Draws what was logged meanwhile, in the same picture. */
    public void again() {
        if (chart != null) {
            draw(this);
        }
    }

    private void draw(HasComponents room) {
        Map<String, List<Metric>> curves = history.apply(metric).stream()
                .filter(point -> Double.isFinite(point.metric().value()))
                .collect(Collectors.groupingBy(OfRun::runId, Collectors.mapping(OfRun::metric, Collectors.toList())));
        List<Named> drawn =
                runs.stream().filter(run -> curves.containsKey(run.id())).toList();
        String finding = text("runs.curves.finding", metric, drawn.size());
        String options = options(drawn, curves, metric);
        Table table = table(drawn, curves, metric);
        if (chart == null || numbers == null) {
            chart = new Chart(finding, options);
            room.add(chart);
            numbers = new NumbersTable(table);
            add(numbers);
        } else {
            chart.show(finding, options);
            numbers.show(table);
        }
    }

    private static String options(List<Named> drawn, Map<String, List<Metric>> curves, String metric) {
        boolean named = drawn.size() <= MOST_NAMED;
        List<Map<String, Object>> series = drawn.stream()
                .map(run -> {
                    List<List<Object>> points = curves.getOrDefault(run.id(), List.of()).stream()
                            .map(point -> List.<Object>of(point.step(), point.value()))
                            .toList();
                    return Map.<String, Object>of(
                            "type",
                            "line",
                            "name",
                            run.name(),
                            "showSymbol",
                            points.size() <= MOST_MARKED,
                            "endLabel",
                            Map.of(
                                    "show",
                                    named && drawn.size() > 1,
                                    "formatter",
                                    "{a}",
                                    "color",
                                    "inherit",
                                    "lineHeight",
                                    18,
                                    "padding",
                                    List.of(2, 0)),
                            "labelLayout",
                            Map.of("moveOverlap", "shiftY"),
                            "data",
                            points);
                })
                .toList();
        ChartOptions options = new ChartOptions()
                .with("tooltip", Map.of("trigger", drawn.size() <= MOST_NAMED ? "axis" : "item"))
                .with(
                        "grid",
                        Map.of(
                                "left",
                                20,
                                "right",
                                named && drawn.size() > 1 ? 130 : 40,
                                "top",
                                drawn.size() > 1 ? 56 : 36,
                                "bottom",
                                40,
                                "containLabel",
                                true))
                .with(
                        "xAxis",
                        Map.of(
                                "type",
                                "value",
                                "name",
                                text("runs.curves.step"),
                                "nameLocation",
                                "middle",
                                "nameGap",
                                32,
                                "minInterval",
                                1,
                                "min",
                                "dataMin",
                                "max",
                                "dataMax"))
                .with("yAxis", Map.of("type", "value", "scale", true, "name", metric, "nameGap", 16))
                .with("series", series);
        if (drawn.size() == 1) {
            return options.json();
        }
        // Beside the curves there is no room for their names on a small screen; the legend has them. What goes for all
        // others is said too, since ECharts does not take back what it once applied.
        return options.with("legend", Pictures.LEGEND)
                .with(
                        "media",
                        List.of(
                                Map.of("query", Map.of("maxWidth", 560), "option", beside(drawn, false)),
                                Map.of("option", beside(drawn, named))))
                .json();
    }

    private static Map<String, Object> beside(List<Named> drawn, boolean names) {
        return Map.of(
                "grid",
                Map.of("right", names ? 130 : 40),
                "series",
                drawn.stream()
                        .map(run -> Map.of("endLabel", Map.of("show", names)))
                        .toList());
    }

    /** Where each curve began and ended, and between what it moved. */
    private static Table table(List<Named> drawn, Map<String, List<Metric>> curves, String metric) {
        Table table = new Table(text("runs.curves.table", metric))
                .column(text("runs.name"))
                .numberColumn(text("runs.curves.first"))
                .numberColumn(text("runs.curves.last"))
                .numberColumn(text("runs.curves.lowest"))
                .numberColumn(text("runs.curves.highest"));
        for (Named run : drawn) {
            List<Metric> points = curves.getOrDefault(run.id(), List.of());
            table.row(
                    run.name(),
                    Figures.loggedBeside(points.getFirst().value()),
                    Figures.loggedBeside(points.getLast().value()),
                    Figures.loggedBeside(
                            points.stream().mapToDouble(Metric::value).min().orElseThrow()),
                    Figures.loggedBeside(
                            points.stream().mapToDouble(Metric::value).max().orElseThrow()));
        }
        return table;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
