package io.gatehouse.portal.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * Asks axe what is wrong with a page as it stands. In the page itself: the way of axe's own builder, through another page that it opens
 * for each answer, takes several times as long, and finds no more where no frame is of another origin.
 */
enum Axe {
    /** All that WCAG 2.2 AA asks for. */
    EVERYTHING(Map.of("runOnly", WCAG.LEVELS)),
    /** What another light changes. */
    COLOURS(Map.of("runOnly", List.of("color-contrast", "link-in-text-block")));

    private static final String SCRIPT = AxeBuilder.getAxeScript();

    /** What is well is counted, and not described. Vaadin's own tabs and connection indicator are known to axe and not ours to mend. */
    private static final String RUN = """
            options => axe.run({ exclude: ['vaadin-connection-indicator'] },
                { ...options, resultTypes: ['violations'], preload: false })
              .then(found => found.violations
                .filter(rule => rule.id !== 'aria-required-children')
                .map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.target)))""";

    private final Map<String, Object> options;

    Axe(Map<String, Object> options) {
        this.options = options;
    }

    private static final class WCAG {
        static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    }

    /** The rules that are broken, each with the first places; none, if all is well. */
    @SuppressWarnings("unchecked")
    List<String> violations(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(RUN, options);
    }
}
