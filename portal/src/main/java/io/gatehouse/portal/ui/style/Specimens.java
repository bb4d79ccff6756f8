package io.gatehouse.portal.ui.style;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.champions.Tenure;
import io.gatehouse.portal.ui.components.Chart;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.IntervalPlot;
import io.gatehouse.portal.ui.components.NumbersTable;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The pictures of the style page, on figures that are made up. */
final class Specimens {
    private static final double FLOOR = 0.8;

    private record Group(String name, double ratio, double low, double high, Tone tone) {}

    private static final List<Group> GROUPS = List.of(
            new Group("18-24", 0.74, 0.66, 0.79, Tone.ACT),
            new Group("25-34", 0.84, 0.77, 0.91, Tone.WATCH),
            new Group("35-49", 0.97, 0.90, 1.04, Tone.OK),
            new Group("50+", 1.02, 0.94, 1.10, Tone.OK));

    private static final List<Double> LEARNING = List.of(0.79, 0.831, 0.852, 0.864, 0.871, 0.876, 0.881, 0.883, 0.8848);

    private Specimens() {}

    static Component intervals() {
        List<IntervalPlot.Row> rows = GROUPS.stream()
                .map(group -> new IntervalPlot.Row(
                        group.name(),
                        group.ratio(),
                        group.low(),
                        group.high(),
                        group.tone(),
                        text("style.intervals.words", Figures.ratio(group.ratio()), range(group))))
                .toList();
        Table numbers = new Table(text("style.intervals"))
                .untitled()
                .column(text("style.intervals.group"))
                .numberColumn(text("style.intervals.ratio"))
                .column(text("style.intervals.range"));
        GROUPS.forEach(group -> numbers.row(group.name(), Figures.ratio(group.ratio()), range(group)));
        return new Div(
                new IntervalPlot(
                        text("style.intervals.finding"),
                        rows,
                        IntervalPlot.Axis.around(rows, FLOOR, text("style.intervals.target", Figures.ratio(FLOOR)))),
                new NumbersTable(numbers));
    }

    static Component chart() {
        StringBuilder points = new StringBuilder();
        Table numbers = new Table(text("style.chart"))
                .untitled()
                .numberColumn(text("runs.curves.step"))
                .numberColumn(text("as-of.auc"));
        for (int i = 0; i < LEARNING.size(); i++) {
            points.append(i == 0 ? "" : ",")
                    .append('[')
                    .append(i)
                    .append(',')
                    .append(LEARNING.get(i))
                    .append(']');
            numbers.row(Figures.whole(i), Figures.index(LEARNING.get(i)));
        }
        String options = """
                {"grid": {"left": 12, "right": 24, "top": 24, "bottom": 12, "containLabel": true},
                 "tooltip": {"trigger": "axis"},
                 "xAxis": {"type": "value", "minInterval": 1}, "yAxis": {"type": "value", "scale": true},
                 "series": [{"type": "line", "name": "AUC", "data": [%s]}]}""".formatted(points);
        Div box = new Div(new Chart(
                text("style.chart.finding", Figures.index(LEARNING.getFirst()), Figures.index(LEARNING.getLast())),
                options));
        box.addClassName("gh-panel");
        return new Div(box, new NumbersTable(numbers));
    }

    private static String range(Group group) {
        return text("style.intervals.between", Figures.ratio(group.low()), Figures.ratio(group.high()));
    }

    static List<Tenure> tenures(Instant now) {
        return List.of(
                tenure(13, now.minus(Duration.ofDays(41)), null, 0.8848),
                tenure(12, now.minus(Duration.ofDays(190)), now.minus(Duration.ofDays(41)), 0.8771),
                tenure(9, now.minus(Duration.ofDays(320)), now.minus(Duration.ofDays(190)), 0.8702));
    }

    private static Tenure tenure(int version, Instant from, @org.jspecify.annotations.Nullable Instant to, double auc) {
        return new Tenure(
                version, from, to, null, "Dana Kim", List.of("Priya Shah"), "human-reviewed v1", auc, null, null);
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
