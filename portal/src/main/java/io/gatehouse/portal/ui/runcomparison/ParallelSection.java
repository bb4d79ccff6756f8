package io.gatehouse.portal.ui.runcomparison;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.components.Chart;
import io.gatehouse.tracking.RunComparison.Cell;
import io.gatehouse.tracking.RunComparison.Kind;
import io.gatehouse.tracking.RunComparison.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Parallel coordinates: an axis for each line, a stroke across them for each run or version. Parameters stand left of the metrics they led to. */
public class ParallelSection extends Section {
    private static final int MOST_AXES = 8;
    private static final int MOST_PARAMS = 5;
    private static final int LONGEST_NAME = 18;

    /**
     * @param words where the texts begin: {@code runs} or {@code compare}
     * @param names of what is compared, the baseline first
     * @param shown lines with a cell for each of them, of which those are drawn that differ
     */
    public ParallelSection(String words, List<String> names, List<Line> shown) {
        super(new H2(text(words + ".parallel")));
        addClassName("gh-section");
        List<Line> axes = axes(shown);
        if (axes.size() < 2) {
            add(new Paragraph(text(words + ".parallel.few")));
            return;
        }
        Paragraph intro = new Paragraph(text(words + ".parallel.intro"));
        intro.addClassName("gh-section-intro");
        Chart chart = new Chart(
                text(
                        words + ".parallel.finding",
                        names.size(),
                        String.join(", ", axes.stream().map(Line::name).toList())),
                options(names, axes));
        chart.addClassName("gh-wide-chart");
        add(intro, Pictures.scrolling(chart, text(words + ".parallel")));
    }

    static List<Line> axes(List<Line> shown) {
        List<Line> differing = shown.stream()
                .filter(Line::differs)
                .filter(line -> line.kind() == Kind.PARAM || line.kind() == Kind.METRIC && line.numeric())
                .toList();
        List<Line> params = differing.stream()
                .filter(line -> line.kind() == Kind.PARAM)
                .limit(MOST_PARAMS)
                .toList();
        return Stream.concat(
                        params.stream(),
                        differing.stream()
                                .filter(line -> line.kind() == Kind.METRIC)
                                .sorted(Comparator.comparing(Headline::weight)))
                .limit(MOST_AXES)
                .toList();
    }

    private static String options(List<String> names, List<Line> axes) {
        List<Map<String, Object>> dimensions = IntStream.range(0, axes.size())
                .mapToObj(i -> axis(axes.get(i), i))
                .toList();
        List<Map<String, Object>> strokes = new ArrayList<>();
        for (int run = 0; run < names.size(); run++) {
            int column = run;
            List<Object> places = axes.stream().map(line -> place(line, column)).toList();
            strokes.add(Map.of(
                    "type", "parallel",
                    "name", names.get(run),
                    "lineStyle", Map.of("width", run == 0 ? 4 : 2, "opacity", run == 0 ? 1 : 0.7),
                    "emphasis", Map.of("lineStyle", Map.of("width", 5, "opacity", 1)),
                    "data", List.of(Map.of("name", names.get(run), "value", places))));
        }
        return new ChartOptions()
                .with("tooltip", Map.of("trigger", "item", "formatter", "{a}"))
                .with("legend", Pictures.LEGEND)
                .with("parallel", Map.of("left", 60, "right", 90, "top", 80, "bottom", 30))
                .with("parallelAxis", dimensions)
                .with("series", strokes)
                .json();
    }

    private static Map<String, Object> axis(Line line, int dimension) {
        ChartOptions axis = new ChartOptions()
                .with("dim", dimension)
                .with("name", shortened(line.key()))
                .with("nameLocation", "end");
        if (line.numeric()) {
            Scale scale = Scale.of(line.cells().stream()
                    .flatMap(Optional::stream)
                    .mapToDouble(cell -> cell.number().getAsDouble())
                    .summaryStatistics());
            return axis.with("type", "value")
                    .with("min", scale.from())
                    .with("max", scale.to())
                    .with("interval", scale.step())
                    .map();
        }
        return axis.with("type", "category").with("data", words(line)).map();
    }

    private static List<String> words(Line line) {
        return line.cells().stream()
                .map(cell -> cell.map(Cell::text).orElse(text("compare.missing")))
                .distinct()
                .sorted()
                .toList();
    }

    /** ECharts reads a dash as nothing to draw. */
    private static Object place(Line line, int run) {
        Optional<Cell> cell = line.cells().get(run);
        if (line.numeric()) {
            return cell.map(found -> (Object) found.number().getAsDouble()).orElse("-");
        }
        return cell.map(Cell::text).orElse(text("compare.missing"));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
