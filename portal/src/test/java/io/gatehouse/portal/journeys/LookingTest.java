package io.gatehouse.portal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Looks at screens: each is shot into {@code target/screens}, fits its width, and is free of what axe can find. */
abstract class LookingTest extends BrowserTest {
    static final String MODEL = "streamflow-churn-predictor";

    private static final Path SHOTS = Path.of("target", "screens");
    private static final int WIDE = 1440;
    private static final int BETWEEN = 390;
    private static final int NARROWEST = 320;
    private static final List<ColorScheme> LIGHTS = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    void inEveryLight(String name, String who, String path) throws IOException {
        try (Visitor visitor = Visitor.signedIn(browser, portal, who)) {
            inEveryLight(visitor, name, path);
        }
    }

    static void inEveryLight(Visitor visitor, String name, String path) throws IOException {
        for (int width : new int[] {WIDE, BETWEEN, NARROWEST}) {
            visitor.page().setViewportSize(width, 900);
            visitor.open(path);
            visitor.page().waitForTimeout(400);
            // The narrowest width changes the layout and no colour, so one light tells enough of it.
            for (ColorScheme scheme : width == NARROWEST ? List.of(ColorScheme.LIGHT) : LIGHTS) {
                visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                String shot = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                shoot(visitor, shot);
                // Another light changes colours alone, and what is well at both ends of the widths is well between
                // them.
                boolean whole = scheme == ColorScheme.LIGHT && width != BETWEEN;
                withoutFault(shot, whole ? axe(visitor) : colours(visitor));
            }
        }
    }

    static void look(Visitor visitor, String shot) throws IOException {
        shoot(visitor, shot);
        withoutFault(shot, axe(visitor));
    }

    private static void shoot(Visitor visitor, String shot) throws IOException {
        Files.createDirectories(SHOTS);
        visitor.shoot(SHOTS.resolve(shot + ".png"));
        assertThat(visitor.sticksOut()).as(shot + " reflows").isEmpty();
    }

    private static void withoutFault(String shot, AxeBuilder axe) {
        assertThat(violations(axe)).as(shot).isEmpty();
    }

    private static AxeBuilder axe(Visitor visitor) {
        return new AxeBuilder(visitor.page())
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .exclude("vaadin-connection-indicator");
    }

    private static AxeBuilder colours(Visitor visitor) {
        return new AxeBuilder(visitor.page())
                .withRules(List.of("color-contrast", "link-in-text-block"))
                .exclude("vaadin-connection-indicator");
    }

    /** Vaadin's own tabs and connection indicator are known to axe and not ours to mend. */
    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .filter(rule -> !rule.getId().equals("aria-required-children"))
                .map(LookingTest::words)
                .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }
}
