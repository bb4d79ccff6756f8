package io.gatehouse.portal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Looks at screens: each is shot into {@code target/screens}, fits its width, and is free of what axe can find. */
abstract class LookingTest extends OnlookerTest {
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
                withoutFault(visitor, shot, whole ? Axe.EVERYTHING : Axe.COLOURS);
            }
        }
    }

    static void look(Visitor visitor, String shot) throws IOException {
        shoot(visitor, shot);
        withoutFault(visitor, shot, Axe.EVERYTHING);
    }

    private static void withoutFault(Visitor visitor, String shot, Axe axe) {
        assertThat(axe.violations(visitor.page())).as(shot).isEmpty();
    }

    private static void shoot(Visitor visitor, String shot) throws IOException {
        Files.createDirectories(SHOTS);
        visitor.shoot(SHOTS.resolve(shot + ".png"));
        assertThat(visitor.sticksOut()).as(shot + " reflows").isEmpty();
    }
}
