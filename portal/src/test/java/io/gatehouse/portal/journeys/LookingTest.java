package io.gatehouse.portal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Looks at screens: each fits its width and is free of what axe can find, and is shot into {@code target/screens} for whoever wants to look
 * ({@code ./test --shots}).
 */
abstract class LookingTest extends OnlookerTest {
    static final String MODEL = "streamflow-churn-predictor";

    private static final Path SHOTS = Path.of("target", "screens");
    private static final boolean SHOOTING = Boolean.getBoolean("gatehouse.shots");
    private static final int WIDE = 1440;
    private static final int TELEPHONE = 390;
    private static final int NARROWEST = 320;
    private static final int HIGH = 900;
    private static final int SETTLED = 400;

    void inEveryLight(String name, String who, String path) throws IOException {
        try (Visitor visitor = Visitor.signedIn(browser, portal, who)) {
            inEveryLight(visitor, name, path);
        }
    }

    static void inEveryLight(Visitor visitor, String name, String path) throws IOException {
        open(visitor, path, WIDE);
        look(visitor, name, ColorScheme.LIGHT, Axe.EVERYTHING);
        look(visitor, name, ColorScheme.DARK, Axe.COLOURS);
        // Nothing changes between the narrowest and a telephone but the width: what axe finds there it finds here.
        open(visitor, path, NARROWEST);
        look(visitor, name, ColorScheme.LIGHT, Axe.EVERYTHING);
        visitor.page().setViewportSize(TELEPHONE, HIGH);
        visitor.page().waitForTimeout(SETTLED);
        shoot(visitor, name, ColorScheme.LIGHT);
        look(visitor, name, ColorScheme.DARK, Axe.COLOURS);
    }

    private static void open(Visitor visitor, String path, int width) {
        visitor.page().setViewportSize(width, HIGH);
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        visitor.open(path);
        visitor.page().waitForTimeout(SETTLED);
    }

    private static void look(Visitor visitor, String name, ColorScheme light, Axe axe) throws IOException {
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
        withoutFault(visitor, shoot(visitor, name, light), axe);
    }

    private static String shoot(Visitor visitor, String name, ColorScheme light) throws IOException {
        String shot = name + "-" + light.name().toLowerCase(Locale.ROOT) + "-"
                + visitor.page().viewportSize().width;
        shoot(visitor, shot);
        return shot;
    }

    static void look(Visitor visitor, String shot) throws IOException {
        shoot(visitor, shot);
        withoutFault(visitor, shot, Axe.EVERYTHING);
    }

    private static void withoutFault(Visitor visitor, String shot, Axe axe) {
        assertThat(axe.violations(visitor.page())).as(shot).isEmpty();
    }

    private static void shoot(Visitor visitor, String shot) throws IOException {
        if (SHOOTING) {
            Files.createDirectories(SHOTS);
            visitor.shoot(SHOTS.resolve(shot + ".png"));
        }
        assertThat(visitor.sticksOut()).as(shot + " reflows").isEmpty();
    }
}
