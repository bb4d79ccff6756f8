package io.gatehouse.portal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.gatehouse.portal.journeys.Program.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What can become of a request, one after the other on the demo's model: rejected, changed, overridden, outdated, rolled back,
 * approved, expired. At the end the record of it all is taken away and verified without the portal.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FatesIT extends BrowserTest {
    private static final String MODEL = "streamflow-churn-predictor";
    private static final String REASON = "Reason (everybody who can read the request reads it)";
    private static final Duration WHILE_CHECKS_RUN = Duration.ofMinutes(1);
    private static final String BESIDE = "PR-4";
    private static final String REQUESTS = "/api/gatehouse/v1/promotion-requests";

    private static String overridden = "";

    @Test
    @Order(1)
    void riskHasRequestsExpireAndASecondPersonAgrees() {
        String policy = "/api/gatehouse/v1/policies/human-reviewed";
        String document = program("rita").get(policy).json().get("document").toString();
        Answer proposed = program("rita")
                .put(
                        policy + "?reason=Nothing+waits+for+ever",
                        document.replace(
                                "\"approvals\":1",
                                "\"approvals\":{\"number\":1,\"remind_after\":3,\"expires_after\":30}"));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(202);

        Answer accepted = program("priya")
                .post(
                        "/api/gatehouse/v1/policy-changes/"
                                + proposed.json().get("number").asString() + "/votes",
                        "{\"vote\": \"ACCEPT\", \"reason\": \"So it is.\"}");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void aRejectedRequestSaysWhyAndWhatIsInUseStays() {
        String number = asked(3);
        try (Visitor ravi = Visitor.signedIn(browser, portal, "ravi")) {
            ravi.open("/promotions/" + number);
            exactly(ravi, "Reject").click();
            ravi.page().getByLabel(REASON).fill("It earns less than what is in use.");
            exactly(ravi, "Yes, reject").click();
            assertThat(ravi.text(Pattern.compile("Ravi Menon rejected it: It earns less")))
                    .isVisible();
        }
        assertThat(state(number)).isEqualTo("REJECTED");
        assertThat(champion()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void aRequestThatWasSentBackIsEvaluatedAgainAndTakenBackByWhoAsked() {
        String number = asked(3);
        try (Visitor ravi = Visitor.signedIn(browser, portal, "ravi")) {
            ravi.open("/promotions/" + number);
            exactly(ravi, "Ask for changes").click();
            ravi.page().getByLabel(REASON).fill("Say what the new features cost.");
            exactly(ravi, "Ask for changes").click();
            assertThat(ravi.text(Pattern.compile("Say what the new features cost")))
                    .isVisible();
        }
        assertThat(state(number)).isEqualTo("CHANGES_REQUESTED");

        try (Visitor dana = Visitor.signedIn(browser, portal, "dana")) {
            dana.open("/promotions/" + number);
            exactly(dana, "Run the checks again").click();
            await(number, "AWAITING_REVIEW");
            dana.open("/promotions/" + number);
            exactly(dana, "Withdraw the request").click();
            exactly(dana, "Yes, withdraw").click();
            assertThat(dana.text("Withdrawn")).isVisible();
        }
        assertThat(state(number)).isEqualTo("WITHDRAWN");
    }

    @Test
    @Order(4)
    void whatFailedIsAcceptedByTwoPeopleUntilADayAndComesIntoUseUnderTheirNames() {
        String number = asked(2);
        overridden = number;
        int failed;
        try (Visitor priya = Visitor.signedIn(browser, portal, "priya")) {
            priya.open("/promotions/" + number);
            assertThat(exactly(priya, "Approve")).hasCount(0);
            assertThat(overridable(priya).first()).isVisible();
            failed = overridable(priya).count();
            for (int left = failed; left > 0; left--) {
                overridable(priya).first().click();
                priya.page().getByLabel(REASON).fill("The web feed of the young is late this quarter.");
                priya.page().getByLabel("Compensating control").fill("Carl's team calls every customer of 18 to 24.");
                exactly(priya, "Propose it to a second person").click();
                assertThat(overridable(priya)).hasCount(left - 1);
            }
        }
        try (Visitor ravi = Visitor.signedIn(browser, portal, "ravi")) {
            ravi.open("/promotions/" + number);
            for (int left = failed; left > 0; left--) {
                assertThat(agreeable(ravi)).hasCount(left);
                agreeable(ravi).first().click();
                exactly(ravi, "Yes, agree").click();
            }
            assertThat(agreeable(ravi)).hasCount(0);
            exactly(ravi, "Approve").click();
            exactly(ravi, "Yes, approve").click();
            assertThat(ravi.text(Pattern.compile("version 2 of " + MODEL + " became champion")))
                    .isVisible();

            ravi.open("/overrides");
            assertThat(ravi.text("In force")).isVisible();
        }
        assertThat(state(number)).isEqualTo("EXECUTED");
    }

    @Test
    @Order(5)
    void theRequestBesideItIsOutOfDateAndCannotBeApprovedAnyMore() {
        try (Visitor priya = Visitor.signedIn(browser, portal, "priya")) {
            priya.open("/promotions/" + BESIDE);
            assertThat(priya.text("Out of date")).isVisible();
            assertThat(exactly(priya, "Approve")).hasCount(0);
        }
        assertThat(state(BESIDE)).isEqualTo("OUTDATED");
    }

    @Test
    @Order(6)
    void aChampionIsTakenBackInOneClickAndItsRequestSaysSo() {
        try (Visitor priya = Visitor.signedIn(browser, portal, "priya")) {
            priya.open("/models/" + MODEL);
            exactly(priya, "Roll back to version 1").click();
            priya.page()
                    .getByLabel("Reason (everybody who can read the model reads it)")
                    .fill("The scores of the night are all the same.");
            exactly(priya, "Yes, roll back to version 1").click();
            assertThat(priya.text(Pattern.compile("Nobody has looked into it yet")))
                    .isVisible();
        }
        assertThat(state(overridden)).isEqualTo("ROLLED_BACK");
        assertThat(champion()).isEqualTo(1);
    }

    @Test
    @Order(7)
    void whatPassedComesIntoUseOnTheWordOfASecondPerson() {
        String number = asked(4);
        try (Visitor priya = Visitor.signedIn(browser, portal, "priya")) {
            priya.open("/promotions/" + number);
            exactly(priya, "Approve").click();
            exactly(priya, "Yes, approve").click();
            assertThat(priya.text(Pattern.compile("version 4 of " + MODEL + " became champion")))
                    .isVisible();
        }
        assertThat(state(number)).isEqualTo("EXECUTED");
    }

    @Test
    @Order(8)
    void aRequestThatNobodyDecidesExpiresAndIsNeverApproved() {
        String number = asked(3);
        goTo(29);
        // Nothing expires that was not announced a day before.
        Awaitility.await("announcement of " + number)
                .atMost(WHILE_CHECKS_RUN)
                .untilAsserted(() -> assertThat(
                                program("dana").get(REQUESTS + "/" + number).body())
                        .contains("Announced that it expires"));
        goTo(31);

        await(number, "EXPIRED");
        try (Visitor dana = Visitor.signedIn(browser, portal, "dana")) {
            dana.open("/promotions/" + number);
            assertThat(dana.text("Expired")).isVisible();
        }
        assertThat(champion()).isEqualTo(4);
    }

    @Test
    @Order(9)
    void theRecordOfItAllVerifiesWithoutThePortalAndAChangedOneDoesNot() throws IOException, InterruptedException {
        Path export = data.resolve("export.ndjson");
        try (Visitor rita = Visitor.signedIn(browser, portal, "rita")) {
            rita.open("/audit");
            Download download = rita.page()
                    .waitForDownload(
                            () -> rita.text("Export to verify (NDJSON)").click());
            download.saveAs(export);
        }
        List<String> lines = Files.readAllLines(export);
        assertThat(String.join("\n", lines))
                .contains(
                        "promotion.approved",
                        "promotion.rejected",
                        "promotion.outdated",
                        "promotion.changes_requested",
                        "promotion.expired",
                        "alias.rolled_back");
        assertThat(verified(export)).isZero();

        List<String> changed = new ArrayList<>(lines);
        int rejection = indexOf(lines, "promotion.rejected");
        changed.set(rejection, lines.get(rejection).replace("promotion.rejected", "promotion.approved"));
        assertThat(verified(written("changed", changed))).isEqualTo(1);

        List<String> missing = new ArrayList<>(lines);
        missing.remove(rejection);
        assertThat(verified(written("missing", missing))).isEqualTo(1);
    }

    private static Locator overridable(Visitor visitor) {
        return visitor.page().getByText("Override…", new Page.GetByTextOptions().setExact(true));
    }

    private static Locator agreeable(Visitor visitor) {
        return visitor.page().getByText("Agree to the override", new Page.GetByTextOptions().setExact(true));
    }

    private Path written(String name, List<String> lines) throws IOException {
        return Files.writeString(
                data.resolve(name + ".ndjson"), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    private static int indexOf(List<String> lines, String action) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains('"' + action + '"'))
                .findFirst()
                .orElseThrow();
    }

    /** What {@code ./gatehouse audit verify} answers with: 0 intact, 1 tampered with. */
    private static int verified(Path export) throws IOException, InterruptedException {
        Process verifier = new ProcessBuilder(RunningPortal.program("audit", "verify", export.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(verifier.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return verifier.exitValue();
    }

    /** Some days later: the portal is started again with a clock that runs ahead. */
    private void goTo(int day) {
        portal.close();
        portal = RunningPortal.tellingDemo(
                data.resolve("portal"),
                Map.of("GATEHOUSE_REQUESTS_LOOK_FIRST", "PT0S", "GATEHOUSE_REQUESTS_LOOK_EVERY", "PT1S"),
                "--gatehouse.demo.ahead=" + day + "d");
    }

    private Program program(String username) {
        return new Program(portal, username);
    }

    private String asked(int version) {
        Answer answer = program("dana").post(REQUESTS, "{\"model\": \"" + MODEL + "\", \"version\": " + version + "}");
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        String number = answer.json().get("number").asString();
        Awaitility.await(number)
                .atMost(WHILE_CHECKS_RUN)
                .until(() -> !state(number).equals("EVALUATING"));
        return number;
    }

    private void await(String number, String state) {
        Awaitility.await(number)
                .atMost(WHILE_CHECKS_RUN)
                .until(() -> state(number).equals(state));
    }

    private String state(String number) {
        return program("dana").get(REQUESTS + "/" + number).json().get("state").asString();
    }

    private int champion() {
        return program("dana")
                .get("/api/2.0/mlflow/registered-models/alias?name=" + MODEL + "&alias=champion")
                .json()
                .get("model_version")
                .get("version")
                .asInt();
    }

    private static Locator exactly(Visitor visitor, String button) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .last();
    }
}
