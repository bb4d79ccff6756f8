package io.gatehouse.portal.ui.runcomparison;

import com.vaadin.flow.component.html.Div;
import io.gatehouse.portal.ui.components.Chart;
import java.util.Map;

/** What the pictures of a comparison share. */
final class Pictures {
    static final Map<String, Object> LEGEND = Map.of("type", "scroll", "top", 0, "left", 0, "right", 0);

    private Pictures() {}

    /** A picture that needs width scrolls in a box of its own where the screen has none, with the keyboard too. */
    static Div scrolling(Chart chart, String name) {
        Div box = new Div(chart);
        box.addClassNames("gh-panel", "gh-chart-box");
        box.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", name);
        return box;
    }
}
