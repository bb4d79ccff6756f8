package io.gatehouse.portal.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every screen of those who train, call, watch over and keep, light and dark, wide and narrow. */
class ScreensIT extends LookingTest {
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "experiments, dana, /experiments",
        "runs, dana, /experiments/2",
        "search, dana, /search?q=churn",
        "home-data-scientist, dana, /",
        "lists, carl, /risk-lists",
        "list, carl, /risk-lists/RL-2",
        "left, carl, /risk-lists/RL-2/left",
        "home-customer-success, carl, /",
        "not-permitted, carl, /experiments",
        "tokens, rita, /tokens",
        "audit, rita, /audit",
        "outcomes, carl, /models/" + MODEL + "/outcomes",
        "overrides, rita, /overrides",
        "policies, rita, /policies",
        "notices, ravi, /notices",
        "downloads, ravi, /downloads",
        "storage, adam, /storage",
        "people, adam, /people",
        "person, adam, /people/priya",
        "person-new, adam, /new-person",
        "account, vera, /account",
        "webhooks, adam, /webhooks",
        "webhook-new, adam, /webhooks/new",
    })
    void aScreenIsReadableByEverybodyInEveryLight(String name, String who, String path) throws IOException {
        inEveryLight(name, who, path);
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
}
