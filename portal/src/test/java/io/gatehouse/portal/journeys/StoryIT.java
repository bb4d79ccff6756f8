package io.gatehouse.portal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The whole way, as the people of StreamFlow walk it: asked, refused, approved, seen, taken away. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryIT extends BrowserTest {
    private static final String MODEL = "streamflow-churn-predictor";

    @Test
    @Order(1)
    void theDataScientistAsksForTheAliasAndIsToldWhereItIsDecided() {
        Program.Answer answer = new Program(portal, "dana")
                .post(
                        "/api/2.0/mlflow/registered-models/alias",
                        "{\"name\": \"" + MODEL + "\", \"alias\": \"champion\", \"version\": \"4\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("PERMISSION_DENIED", portal.address() + "/promotions/PR-4");
    }

    /** Whoever looks at the house as of a day of its story finds by what it judged then. */
    @Test
    @Order(1)
    void theHouseWasFurnishedBeforeItsStoryBegan() {
        Program rita = new Program(portal, "rita");
        Instant began = Instant.ofEpochMilli(rita.get("/api/2.0/mlflow/registered-models/get?name=" + MODEL)
                .json()
                .at("/registered_model/creation_timestamp")
                .asLong());

        for (String policy : List.of("human-reviewed", "assisted", "automated")) {
            assertThat(Instant.parse(rita.get("/api/gatehouse/v1/policies/" + policy)
                            .json()
                            .at("/put_at")
                            .asString()))
                    .isBefore(began);
        }
    }

    @Test
    @Order(1)
    void aTokenMadeOnScreenSignsAProgramIn() {
        try (Visitor dana = Visitor.signedIn(browser, portal, "dana")) {
            dana.open("/tokens");
            dana.page().getByLabel("Name").first().fill("nightly training");
            dana.button("Make the token").click();
            String commands = dana.page().locator("pre").first().innerText();
            String secret = commands.substring(commands.indexOf("gh_")).strip();

            int status = dana.page()
                    .request()
                    .get(
                            portal.address() + "/api/2.0/mlflow/experiments/get?experiment_id=2",
                            com.microsoft.playwright.options.RequestOptions.create()
                                    .setHeader("Authorization", "Bearer " + secret))
                    .status();
            assertThat(status).isEqualTo(200);

            dana.page().getByLabel("Revoke the token nightly training").click();
            dana.page()
                    .getByRole(AriaRole.ALERTDIALOG)
                    .getByText("Revoke", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(dana.text("Revoked")).isVisible();
        }
    }

    @Test
    @Order(1)
    void whoAnAdministratorAddsChoosesAPasswordAndComesIn() {
        String link;
        try (Visitor adam = Visitor.signedIn(browser, portal, "adam")) {
            adam.open("/people");
            adam.link(Pattern.compile("Add a person")).click();
            adam.page()
                    .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                    .fill("Nora Weiss");
            adam.page().getByLabel("User name").fill("nora.weiss");
            adam.page().getByLabel("Reviewer").check();
            adam.button("Add a person").click();
            link = adam.page().locator("pre").first().innerText().strip();
        }

        try (Visitor nora = Visitor.atTheDoor(browser, portal)) {
            nora.page().navigate(link);
            assertThat(nora.heading()).hasText("Welcome, Nora Weiss.");
            assertThat(Axe.EVERYTHING.violations(nora.page())).isEmpty();
            String password = "glacier mitten tugboat saffron";
            nora.page().getByLabel("New password").fill(password);
            nora.page().getByLabel("The same again").fill(password);
            nora.page().getByLabel("The same again").press("Enter");
            assertThat(nora.text("Your password is set. Sign in with it.")).isVisible();
            nora.signIn("nora.weiss", password);
            assertThat(nora.text("Nora Weiss")).isVisible();

            // Somebody at another screen of hers signs her out here.
            try (Visitor elsewhere = Visitor.atTheDoor(browser, portal)) {
                elsewhere.signIn("nora.weiss", password);
                elsewhere.open("/account");
                elsewhere.button("Sign out everywhere else").click();
                assertThat(elsewhere.text("Every other session of yours has ended"))
                        .isVisible();
                elsewhere.open("/promotions");
            }
            nora.link(Pattern.compile("Reviews")).click();
            assertThat(nora.text("Your session ended")).isVisible();
        }
    }

    @Test
    @Order(2)
    void theReviewerSeesForWhomAVersionWasUnfair() {
        try (Visitor priya = Visitor.signedIn(browser, portal, "priya")) {
            priya.open("/promotions/PR-2");

            assertThat(priya.text("It finds too few leavers in 18-24")).isVisible();
            assertThat(priya.text(Pattern.compile("3 passed.*1 failed"))).isVisible();
            assertThat(priya.complaints()).isEmpty();
        }
    }

    @Test
    @Order(3)
    void theReviewerSeesThatAVersionOfTheSameQualityIsWorthLess() {
        try (Visitor priya = Visitor.signedIn(browser, portal, "priya")) {
            priya.open("/promotions/PR-3");

            assertThat(priya.text(Pattern.compile("less than the margin of \\$[0-9.]+ allows")))
                    .isVisible();
        }
    }

    @Test
    @Order(4)
    void whoAskedIsToldThatSomebodyElseMustApprove() {
        try (Visitor dana = Visitor.signedIn(browser, portal, "dana")) {
            dana.open("/promotions/PR-4");

            assertThat(dana.page()
                            .getByRole(
                                    AriaRole.BUTTON,
                                    new Page.GetByRoleOptions()
                                            .setName("Approve")
                                            .setExact(true)))
                    .hasCount(0);
        }
    }

    @Test
    @Order(5)
    void theReviewerApprovesAndTheVersionIsChampion() {
        try (Visitor priya = Visitor.signedIn(browser, portal, "priya")) {
            priya.open("/promotions/PR-4");
            priya.button("Approve").click();
            priya.button("Yes, approve").click();

            assertThat(priya.text(Pattern.compile("version 4 of " + MODEL + " became champion")))
                    .isVisible();
            assertThat(priya.complaints()).isEmpty();
        }
    }

    @Test
    @Order(6)
    void theVicePresidentFindsTheNewChampionAndTheComparison() {
        try (Visitor vera = Visitor.signedIn(browser, portal, "vera")) {
            vera.open("/");
            assertThat(vera.text(Pattern.compile("Version 4 was trained by run")))
                    .isVisible();

            vera.open("/compare?v=" + MODEL + ":4&v=" + MODEL + ":1");
            assertThat(vera.text(Pattern.compile("Of every 100 customers who leave")))
                    .isVisible();
            assertThat(vera.text("learning_rate")).isHidden();
            assertThat(vera.complaints()).isEmpty();
        }
    }

    @Test
    @Order(7)
    void customerSuccessTakesTheListAwayAsAWorkbook() throws IOException {
        try (Visitor carl = Visitor.signedIn(browser, portal, "carl")) {
            carl.open("/risk-lists/RL-2");
            assertThat(carl.text(Pattern.compile("may leave"))).isVisible();

            Download download = carl.page()
                    .waitForDownload(() -> carl.page()
                            .getByText(Pattern.compile("^Download \\d+ customers$"))
                            .first()
                            .click());
            Path file = data.resolve("list.xlsx");
            download.saveAs(file);

            try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
                assertThat(workbook.getSheetName(0)).isEqualTo("Summary");
                assertThat(workbook.getSheet("Risk list").getLastRowNum()).isGreaterThanOrEqualTo(339);
            }
        }
    }
}
