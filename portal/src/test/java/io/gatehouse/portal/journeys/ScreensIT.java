package io.gatehouse.portal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every screen, light and dark, wide and narrow: shot into {@code target/screens}, and free of what axe can find. */
class ScreensIT extends BrowserTest {
    private static final Path SHOTS = Path.of("target", "screens");
    private static final List<ColorScheme> LIGHTS = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    /** Words that no German title has. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?<![\\w/-])(the|and|of|with|which|have|not|customers?|approved|download|show)(?![\\w/-])");

    private static final String MODEL = "streamflow-churn-predictor";

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "home, vera, /",
        "models, vera, /models",
        "answers, vera, /models/" + MODEL + "/answers",
        "model, vera, /models/" + MODEL,
        "comparison, vera, /compare?v=" + MODEL + ":1&v=" + MODEL + ":4",
        "lineage, vera, /lineage/version/" + MODEL + "/1",
        "review, priya, /promotions/PR-4",
        "review-refused, priya, /promotions/PR-2",
        "reviews, priya, /promotions",
        "experiments, dana, /experiments",
        "runs, dana, /experiments/2",
        "home-data-scientist, dana, /",
        "lists, carl, /risk-lists",
        "list, carl, /risk-lists/RL-2",
        "home-customer-success, carl, /",
        "not-permitted, carl, /experiments",
        "not-found, vera, /models/no-such-model",
        "tokens, rita, /tokens",
        "glossary, vera, /glossary",
        "style, vera, /style",
        "audit, rita, /audit",
        "outcomes, carl, /models/" + MODEL + "/outcomes",
        "overrides, rita, /overrides",
        "policies, rita, /policies",
        "in-use-on-a-day, vera, /as-of",
        "quarter, vera, /quarters",
        "notices, ravi, /notices",
        "downloads, ravi, /downloads",
        "storage, adam, /storage",
        "webhooks, adam, /webhooks",
        "webhook-new, adam, /webhooks/new",
        "delegations, priya, /delegations",
        "paper-fairness, vera, /print/promotions/PR-4/fairness",
        "paper-roi, vera, /print/promotions/PR-4/roi",
        "paper-comparison, vera, /print/compare?v=" + MODEL + ":1&v=" + MODEL + ":4",
    })
    void aScreenIsReadableByEverybodyInEveryLight(String name, String who, String path) throws IOException {
        try (Visitor visitor = Visitor.signedIn(browser, portal, who)) {
            inEveryLight(visitor, name, path);
        }
    }

    @Test
    void aSearchSideBySideIsReadableByEverybodyInEveryLight() throws IOException {
        try (Visitor visitor = Visitor.signedIn(browser, portal, "dana")) {
            visitor.open("/experiments/2");
            visitor.page()
                    .locator("vaadin-grid-cell-content")
                    .filter(new Locator.FilterOptions().setHasText("nested"))
                    .first()
                    .getByRole(AriaRole.LINK)
                    .click();
            Locator compare = visitor.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Compare these .*")));
            String place = compare.getAttribute("href");
            inEveryLight(visitor, "runs-side-by-side", "/" + place);
        }
    }

    /** German words are longer, and a telephone is narrow: what fits here fits. One light is enough, since no colour changes. */
    @ParameterizedTest(name = "{0}, in German")
    @CsvSource({
        "vera, '/ /models /models/" + MODEL + " /models/" + MODEL + "/answers /as-of /quarters /glossary /style'",
        "priya, '/promotions /promotions/PR-2 /delegations'",
        "dana, '/experiments /experiments/2'",
        "carl, '/ /risk-lists /risk-lists/RL-2 /models/" + MODEL + "/outcomes'",
        "rita, '/audit /overrides /policies /tokens /notices/settings'",
        "adam, '/people /storage /webhooks'",
    })
    void aScreenFitsATelephoneInGerman(String who, String places) throws IOException {
        Files.createDirectories(SHOTS);
        try (Visitor visitor = Visitor.signedIn(browser, portal, who, "de-DE")) {
            visitor.page().setViewportSize(390, 900);
            for (String place : places.split(" ")) {
                visitor.open(place);
                visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
                String shot = "german-" + who + place.replace('/', '-');
                look(visitor, shot);
                assertThat(visitor.main()).as(shot).doesNotContain("!{");
                assertThat(titles(visitor))
                        .as(shot)
                        .noneMatch(title -> ENGLISH.matcher(title).find());
            }
        }
    }

    /** What the product wrote, and nobody else: headings, titles of columns, and what can be pressed. */
    private static List<String> titles(Visitor visitor) {
        return visitor.page()
                .locator("main :is(h1, h2, h3, th[scope=col], label, vaadin-button, caption)")
                .allInnerTexts();
    }

    private static void inEveryLight(Visitor visitor, String name, String path) throws IOException {
        Files.createDirectories(SHOTS);
        for (int width : new int[] {1440, 390, 320}) {
            visitor.page().setViewportSize(width, 900);
            visitor.open(path);
            visitor.page().waitForTimeout(400);
            // The narrowest width changes the layout and no colour, so one light tells enough of it.
            for (ColorScheme scheme : width == 320 ? List.of(ColorScheme.LIGHT) : LIGHTS) {
                visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                look(visitor, name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
            }
        }
    }

    private static void look(Visitor visitor, String shot) {
        visitor.shoot(SHOTS.resolve(shot + ".png"));
        assertThat(visitor.sticksOut()).as(shot + " reflows").isEmpty();
        assertThat(violations(visitor)).as(shot).isEmpty();
    }

    /** Vaadin's own tabs and connection indicator are known to axe and not ours to mend. */
    private static List<String> violations(Visitor visitor) {
        return new AxeBuilder(visitor.page())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .exclude("vaadin-connection-indicator")
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> !rule.getId().equals("aria-required-children"))
                        .map(ScreensIT::words)
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
