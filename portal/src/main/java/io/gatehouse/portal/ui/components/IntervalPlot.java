package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Estimates with their intervals under each other on one axis, with the band that is good enough and the line where it starts. Drawn
 * here rather than in the browser, so that it prints and reflows; the numbers themselves follow in a table.
 */
public class IntervalPlot extends Div {
    /**
     * @param label of the row
     * @param estimate where the dot goes; absent if it could not be computed
     * @param low end of the interval; absent if there is none
     * @param high likewise
     * @param tone of the verdict
     * @param words beside it, such as “0.91 (0.84 to 0.99)”
     */
    public record Row(
            String label,
            @Nullable Double estimate,
            @Nullable Double low,
            @Nullable Double high,
            Tone tone,
            String words) {}

    /**
     * @param from left end
     * @param to right end
     * @param target where good enough starts; absent if nothing was agreed
     * @param targetEnd where it ends; the right end of the axis if absent
     * @param targetWords such as “target: at least 0.80”
     */
    public record Axis(
            double from,
            double to,
            @Nullable Double target,
            @Nullable Double targetEnd,
            String targetWords) {

        /** Wide enough for all rows and the target, with a little air. */
        public static Axis around(List<Row> rows, double target, String targetWords) {
            double from = target;
            double to = target;
            for (Row row : rows) {
                for (Double value : new Double[] {row.estimate(), row.low(), row.high()}) {
                    if (value != null && Double.isFinite(value)) {
                        from = Math.min(from, value);
                        to = Math.max(to, value);
                    }
                }
            }
            double air = Math.max((to - from) * 0.06, 1e-6);
            return new Axis(from - air, to + air, target, null, targetWords);
        }

        /** Percent of the width, kept inside the picture. */
        double at(double value) {
            return Math.clamp((value - from) / (to - from), 0, 1) * 100;
        }
    }

    private final Axis axis;

    /** @param finding what the picture shows, in a sentence, for those who do not see it */
    public IntervalPlot(String finding, List<Row> rows, Axis axis) {
        this.axis = axis;
        addClassName("gh-intervals");
        getElement().setAttribute("role", "img").setAttribute("aria-label", finding);
        for (Row row : rows) {
            add(line(row));
        }
        if (!axis.targetWords().isEmpty()) {
            Span legend = new Span(axis.targetWords());
            legend.addClassNames("gh-caption", "gh-intervals-legend");
            add(legend);
        }
    }

    private Div line(Row row) {
        Span label = new Span(row.label());
        label.addClassName("gh-intervals-label");
        Span words = new Span(row.words());
        words.addClassNames("gh-intervals-words", "gh-caption");
        Div track = new Div(new Svg(track(row)));
        track.addClassName("gh-intervals-track");
        Div line = new Div(label, track, words);
        line.addClassName("gh-intervals-row");
        return line;
    }

    private String track(Row row) {
        StringBuilder svg = new StringBuilder("<svg class='gh-plot' width='100%' height='28' aria-hidden='true'>");
        Double target = axis.target();
        if (target != null) {
            double start = axis.at(target);
            Double endValue = axis.targetEnd();
            double end = endValue == null ? 100 : axis.at(endValue);
            svg.append(draw("<rect class='band' x='%.2f%%' y='0' width='%.2f%%' height='28'/>", start, end - start));
            svg.append(draw("<line class='target' x1='%1$.2f%%' x2='%1$.2f%%' y1='0' y2='28'/>", start));
        }
        svg.append("<line class='axis' x1='0' x2='100%' y1='14' y2='14'/>");
        String tone = row.tone().styleClass();
        Double low = row.low();
        Double high = row.high();
        if (low != null && high != null) {
            svg.append(draw(
                    "<line class='interval " + tone + "' x1='%.2f%%' x2='%.2f%%' y1='14' y2='14'/>",
                    axis.at(low),
                    axis.at(high)));
        }
        Double estimate = row.estimate();
        if (estimate != null && Double.isFinite(estimate)) {
            svg.append(draw("<circle class='" + tone + "' cx='%.2f%%' cy='14' r='6'/>", axis.at(estimate)));
        }
        return svg.append("</svg>").toString();
    }

    private static String draw(String shape, Object... numbers) {
        return String.format(Locale.ROOT, shape, numbers);
    }
}
