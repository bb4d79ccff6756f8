package io.gatehouse.portal.ui.runcomparison;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Chart;
import io.gatehouse.portal.ui.components.NumbersTable;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.tracking.RunComparison.Cell;
import io.gatehouse.tracking.RunComparison.Kind;
import io.gatehouse.tracking.RunComparison.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Any two figures or parameters against each other, a point for each run or version. */
public class ScatterSection extends Section {
    private static final int MOST_NAMED = 12;

    /**
     * @param words where the texts begin: {@code runs} or {@code compare}
     * @param names of what is compared, in the order of the cells
     * @param all lines, of which those can be drawn that are numbers
     * @param x the line along that is wished @param y the line up that is wished; the usual where there is no such line
     * @param place where the page is that shows two others
     */
    public ScatterSection(
            String words, List<String> names, List<Line> all, String x, String y, BinaryOperator<String> place) {
        super(new H2(text(words + ".scatter")));
        addClassName("gh-section");
        List<Line> lines = all.stream()
                .filter(line -> line.kind() == Kind.METRIC || line.kind() == Kind.PARAM)
                .filter(Line::numeric)
                .sorted(Comparator.comparing((Line line) -> line.kind()).thenComparing(Line::key))
                .toList();
        if (lines.size() < 2) {
            add(new Paragraph(text(words + ".scatter.few")));
            return;
        }
        Line up = named(y, lines).orElseGet(() -> usual(lines, Kind.METRIC, null));
        Line along = named(x, lines).orElseGet(() -> usual(lines, Kind.PARAM, up));
        // What stays behind with the page are names: the lines with all their cells are only needed to draw it.
        List<String> offered = lines.stream().map(Line::name).toList();
        String first = along.name();
        String second = up.name();
        Div axes = new Div(
                axis("runs.scatter.x", offered, first, chosen -> place.apply(chosen, second)),
                axis("runs.scatter.y", offered, second, chosen -> place.apply(first, chosen)));
        axes.addClassNames("gh-toolbar", "gh-axes");
        List<Point> points = points(names, along, up);
        long there = points.stream().filter(Point::there).count();
        if (there == 0) {
            add(axes, new Paragraph(text(words + ".scatter.none", along.name(), up.name())));
            return;
        }
        Chart chart =
                new Chart(text(words + ".scatter.finding", there, along.name(), up.name()), options(points, along, up));
        Div box = new Div(chart);
        box.addClassName("gh-panel");
        add(axes, box, new NumbersTable(table(words, points, along, up)));
    }

    private record Point(String run, Optional<Cell> along, Optional<Cell> up) {
        boolean there() {
            return along.isPresent() && up.isPresent();
        }

        /** As ECharts takes it: one place, or none. */
        List<List<Double>> place() {
            return there()
                    ? List.of(List.of(
                            along.get().number().getAsDouble(),
                            up.get().number().getAsDouble()))
                    : List.of();
        }
    }

    private static Optional<Line> named(String name, List<Line> lines) {
        return lines.stream().filter(line -> line.name().equals(name)).findFirst();
    }

    /** What tells most at first: of this kind, and not the same in all runs. */
    private static Line usual(List<Line> lines, Kind kind, @Nullable Line other) {
        return lines.stream()
                .filter(line -> line != other)
                .min(Comparator.comparing((Line line) -> line.kind() != kind)
                        .thenComparing(line -> !line.differs())
                        .thenComparing(Headline::weight))
                .orElseThrow();
    }

    private static ComboBox<String> axis(String label, List<String> lines, String shown, UnaryOperator<String> to) {
        ComboBox<String> choice = new ComboBox<>(text(label));
        choice.setItems(lines);
        choice.setValue(shown);
        choice.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                choice.getUI().ifPresent(ui -> Places.go(ui, to.apply(change.getValue())));
            }
        });
        return choice;
    }

    private static List<Point> points(List<String> names, Line along, Line up) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            points.add(new Point(names.get(i), along.cells().get(i), up.cells().get(i)));
        }
        return points;
    }

    private static String options(List<Point> points, Line along, Line up) {
        Map<String, Object> name = Map.of(
                "show", points.size() <= MOST_NAMED, "position", "right", "formatter", "{a}", "color", "inherit");
        return new ChartOptions()
                .with("tooltip", Map.of("trigger", "item", "formatter", "{a}: ({c})"))
                .with("grid", Map.of("left", 20, "right", 90, "top", 40, "bottom", 40, "containLabel", true))
                .with("xAxis", axis(along, "middle", 32))
                .with("yAxis", axis(up, "end", 16))
                .with(
                        "series",
                        // A run without a point keeps its place, so that each has its colour in all pictures.
                        points.stream()
                                .map(point -> Map.of(
                                        "type",
                                        "scatter",
                                        "name",
                                        point.run,
                                        "symbolSize",
                                        12,
                                        "label",
                                        name,
                                        "labelLayout",
                                        Map.of("hideOverlap", true),
                                        "data",
                                        point.place()))
                                .toList())
                .json();
    }

    private static Map<String, Object> axis(Line line, String where, int gap) {
        // Some room at both ends, so that no point lies on the frame and no name on a mark.
        return Map.of(
                "type",
                "value",
                "scale",
                true,
                "boundaryGap",
                List.of("5%", "5%"),
                "name",
                line.name(),
                "nameLocation",
                where,
                "nameGap",
                gap);
    }

    private static Table table(String words, List<Point> points, Line along, Line up) {
        Table table = new Table(text(words + ".scatter"))
                .column(text(words + ".name"))
                .numberColumn(along.name())
                .numberColumn(up.name());
        points.stream()
                .filter(Point::there)
                .forEach(point -> table.row(
                        point.run,
                        RunLines.written(along, point.along.orElseThrow()),
                        RunLines.written(up, point.up.orElseThrow())));
        return table;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
