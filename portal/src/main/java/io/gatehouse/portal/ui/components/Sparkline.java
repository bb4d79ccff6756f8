package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;

/**
 * How one figure went, in the height of a line: no axis and no numbers, which stand beside it. Drawn here, so that it prints. Its lower
 * edge is the least of the values and not zero, since it shows the way and not the size.
 */
public class Sparkline extends Span {
    private static final int WIDTH = 132;
    private static final int HEIGHT = 34;
    private static final int AIR = 5;

    /** @param finding what it shows, in a sentence, for those who do not see it @param values oldest first, at least two */
    public Sparkline(String finding, List<Double> values) {
        addClassName("gh-sparkline");
        getElement().setAttribute("role", "img").setAttribute("aria-label", finding);
        add(new Svg(drawn(values)));
    }

    private static String drawn(List<Double> values) {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        StringBuilder points = new StringBuilder();
        double x = AIR;
        double y = 0;
        for (int i = 0; i < values.size(); i++) {
            x = AIR + i * (WIDTH - 2.0 * AIR) / Math.max(1, values.size() - 1);
            double share = most > least ? (values.get(i) - least) / (most - least) : 0.5;
            y = HEIGHT - AIR - share * (HEIGHT - 2.0 * AIR);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        return String.format(
                Locale.ROOT,
                "<svg viewBox='0 0 %d %d' width='%1$d' height='%2$d' aria-hidden='true'><polyline points='%s'/>"
                        + "<circle cx='%.1f' cy='%.1f' r='4'/></svg>",
                WIDTH,
                HEIGHT,
                points.toString().strip(),
                x,
                y);
    }
}
