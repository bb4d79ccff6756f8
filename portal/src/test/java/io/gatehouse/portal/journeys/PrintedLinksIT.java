package io.gatehouse.portal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The links that MLflow's clients print lead to our screens, before and after sign-in. */
class PrintedLinksIT extends OnlookerTest {
    private static final String MODEL = "streamflow-churn-predictor";

    @Test
    void aRunsLinkIsKeptThroughTheSignIn() throws IOException, InterruptedException {
        String run = anyRun();
        try (BrowserContext stranger = browser.newContext()) {
            Page page = stranger.newPage();
            page.navigate(portal.address() + "/#/experiments/2/runs/" + run);
            page.locator("input[name=username]").fill("dana");
            page.locator("input[name=password]").fill(portal.password("dana"));
            page.locator("input[name=password]").press("Enter");
            page.waitForURL(portal.address() + "/runs/" + run);

            assertThat(heading(page)).containsText("xgb");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "#/experiments, /experiments",
        "#/experiments/2, /experiments/2",
        "#/experiments/2?workspace=any, /experiments/2",
        "#/experiments/2/models/m-0123456789abcdef, /experiments/2",
        "#/models, /models",
        "#/models/" + MODEL + ", /models/" + MODEL,
        "#/models/" + MODEL + "/versions/4, /models/" + MODEL,
        "#/prompts, /",
    })
    void aLinkOfWhoIsSignedInLeadsToOurScreen(String link, String place) {
        try (Visitor dana = Visitor.signedIn(browser, portal, "dana")) {
            dana.page().navigate("about:blank");
            dana.page().navigate(portal.address() + "/" + link);
            dana.page().waitForURL(portal.address() + place);

            assertThat(dana.heading()).isVisible();
            assertThat(dana.complaints()).isEmpty();
        }
    }

    @Test
    void aLinkPutIntoTheAddressOfAnOpenPageIsFollowed() {
        try (Visitor dana = Visitor.signedIn(browser, portal, "dana")) {
            dana.open("/");
            dana.page().navigate(portal.address() + "/#/models/" + MODEL);
            dana.page().waitForURL(portal.address() + "/models/" + MODEL);

            assertThat(dana.heading()).containsText(MODEL);
        }
    }

    @Test
    void aLinkCannotLeadToAnotherSite() {
        try (Visitor dana = Visitor.signedIn(browser, portal, "dana")) {
            dana.page().navigate("about:blank");
            dana.page().navigate(portal.address() + "/#/models/%2F%2Felsewhere.example");
            dana.page().waitForURL(Pattern.compile(".*/models/.*"));

            assertThat(dana.page().url()).startsWith(portal.address() + "/");
        }
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .first();
    }

    /** The id of a run of the demo's experiment, as a client on this machine finds it. */
    private String anyRun() throws IOException, InterruptedException {
        HttpRequest search = HttpRequest.newBuilder(URI.create(portal.address() + "/api/2.0/mlflow/runs/search"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"experiment_ids\": [\"2\"], \"max_results\": 1}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(search, HttpResponse.BodyHandlers.ofString());
            Matcher id = Pattern.compile("\"run_id\":\"([0-9a-f]{32})\"").matcher(answer.body());
            assertThat(id.find()).as(answer.body()).isTrue();
            return id.group(1);
        }
    }
}
