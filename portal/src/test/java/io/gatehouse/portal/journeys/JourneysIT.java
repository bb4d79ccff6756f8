package io.gatehouse.portal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The tasks of docs/journeys.md, from the sign-in page on, in no more clicks than the page states: by people who have never been here, so
 * that the tour meets them first.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneysIT extends BrowserTest {
    private static final Path PAGE = Path.of("..", "docs", "journeys.md");

    @Override
    RunningPortal open(Path folder) {
        return RunningPortal.withDemo(folder, Map.of("GATEHOUSE_TOUR_ATFIRSTSIGNIN", "true"));
    }

    @Test
    @Order(1)
    void theTourIsWalkedByKeyboardAndNeverShownAgainUnlessAskedFor() {
        try (Visitor adam = Visitor.signedInApart(browser, portal, "adam")) {
            Locator tour = tour(adam);
            assertThat(tour).containsText("Step 1 of 3");
            adam.page().keyboard().press("Enter");
            assertThat(tour).containsText("Step 2 of 3");
            adam.page().keyboard().press("ArrowLeft");
            assertThat(tour).containsText("Step 1 of 3");
            adam.page().keyboard().press("Escape");
            assertThat(tour).hasCount(0);

            adam.open("/people").open("/");
            assertThat(adam.heading()).isVisible();
            assertThat(tour).hasCount(0);

            adam.page()
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Account of"))
                    .click();
            adam.page()
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Show the tour"))
                    .click();
            assertThat(tour).containsText("Step 1 of 3");
            assertThat(adam.complaints()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void theVicePresidentReadsWhatMadeTheVersionInUse() throws IOException {
        try (Journey vera = new Journey("vera")) {
            vera.click(vera.tourEnds());
            // Without another click: which run, which settings, which data, how good.
            assertThat(vera.says("was trained by run .* with learning rate .* on streamflow"))
                    .isVisible();
            assertThat(vera.clicks()).isLessThanOrEqualTo(stated("Answer on the first page"));

            vera.click(vera.link("Which hyperparameters, data and metrics"));
            assertThat(vera.says("^learning_rate$")).isVisible();
            assertThat(vera.clicks()).isLessThanOrEqualTo(stated("Every hyperparameter and metric"));
        }
    }

    @Test
    @Order(3)
    void theVicePresidentReadsWhatChangedSinceLastQuarter() throws IOException {
        try (Journey vera = new Journey("vera")) {
            vera.click(vera.link("Quarterly review"));
            assertThat(vera.says("^What happened$")).isVisible();
            assertThat(vera.clicks()).isLessThanOrEqualTo(stated("What changed since last quarter"));
        }
    }

    @Test
    @Order(4)
    void customerSuccessTakesTheListAway() throws IOException {
        try (Journey carl = new Journey("carl")) {
            carl.click(carl.tourEnds());
            Download list = carl.page().waitForDownload(() -> carl.click(carl.says("^Download \\d+ customers$")));
            assertThat(list.suggestedFilename()).endsWith(".xlsx");
            assertThat(carl.clicks()).isLessThanOrEqualTo(stated("This week’s list as Excel"));
        }
    }

    @Test
    @Order(5)
    void customerSuccessReadsWhyTheListChanged() throws IOException {
        try (Journey carl = new Journey("carl")) {
            carl.click(carl.link("Open the list"));
            assertThat(carl.says("no longer on it")).isVisible();
            assertThat(carl.clicks()).isLessThanOrEqualTo(stated("Why it changed"));
        }
    }

    @Test
    @Order(6)
    void theDataScientistConnectsAScript() throws IOException {
        try (Journey dana = new Journey("dana")) {
            dana.click(dana.tourEnds());
            dana.click(dana.link("Make an access token"));
            dana.page().getByLabel("Name").first().fill("laptop");
            dana.click(dana.button("Make the token"));
            assertThat(dana.says("MLFLOW_TRACKING_TOKEN=gh_")).isVisible();
            dana.click(dana.button("Copy"));
            assertThat(dana.clicks()).isLessThanOrEqualTo(stated("Connect a training script"));
        }
    }

    @Test
    @Order(7)
    void theDataScientistSeesWhatBecameOfARequest() throws IOException {
        try (Journey dana = new Journey("dana")) {
            dana.click(dana.link("PR-2"));
            assertThat(dana.says("It finds too few leavers in 18-24")).isVisible();
            assertThat(dana.clicks()).isLessThanOrEqualTo(stated("What became of a request"));
        }
    }

    @Test
    @Order(8)
    void theReviewerDecides() throws IOException {
        try (Journey priya = new Journey("priya")) {
            priya.click(priya.tourEnds());
            priya.click(priya.link("Approve or reject"));
            priya.click(priya.button("Approve"));
            priya.click(priya.button("Yes, approve"));
            assertThat(priya.says("became champion")).isVisible();
            assertThat(priya.clicks()).isLessThanOrEqualTo(stated("Approve a promotion"));
        }
    }

    private static Locator tour(Visitor visitor) {
        return visitor.page().locator("dialog.gh-tour");
    }

    /** What the page promises, so that it and the screens cannot part. */
    private static int stated(String task) throws IOException {
        Matcher row = Pattern.compile("^\\| " + Pattern.quote(task) + " \\|.*\\| (\\d+) \\|$", Pattern.MULTILINE)
                .matcher(Files.readString(PAGE));
        assertThat(row.find()).as("a row for " + task).isTrue();
        return Integer.parseInt(row.group(1));
    }

    /** Somebody who counts every click, from the sign-in page on. Typing is not counted. */
    private final class Journey implements AutoCloseable {
        private final Visitor visitor;
        private int clicks;

        Journey(String username) {
            visitor = Visitor.atTheDoor(browser, portal);
            page().locator("input[name=username]").fill(username);
            page().locator("input[name=password]").fill(portal.password(username));
            click(page().getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Sign in").setExact(true)));
            page().waitForURL(url -> !url.contains("/login"));
        }

        void click(Locator what) {
            what.click();
            clicks++;
        }

        int clicks() {
            return clicks;
        }

        Page page() {
            return visitor.page();
        }

        Locator tourEnds() {
            return button("Skip the tour");
        }

        Locator button(String name) {
            return page().getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(name).setExact(true))
                    .first();
        }

        Locator link(String name) {
            return visitor.link(Pattern.compile(name));
        }

        /** By what is to be seen; the words of the menus and explanations that are folded away do not count. */
        Locator says(String pattern) {
            return page().locator("main")
                    .getByText(Pattern.compile(pattern))
                    .locator("visible=true")
                    .first();
        }

        @Override
        public void close() {
            visitor.close();
        }
    }
}
