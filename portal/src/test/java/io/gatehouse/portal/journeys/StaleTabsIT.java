package io.gatehouse.portal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Somebody presses twice, or decides in a tab that shows what is no longer so. The first test leaves the request open for the second. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StaleTabsIT extends BrowserTest {
    private static final String REVIEW = "/promotions/PR-4";
    private static final String WHY = "Reason (everybody who can read the request reads it)";

    @Test
    @Order(1)
    void pressingTwiceSaysItOnce() {
        try (Visitor ravi = Visitor.signedIn(browser, portal, "ravi")) {
            ravi.open(REVIEW);
            Locator words = ravi.page().getByLabel("Your comment");
            words.click();
            words.pressSequentially("Said once.");
            exactly(ravi.page(), "Comment").dblclick();

            Locator said = ravi.page().locator(".gh-thread").getByText("Said once.");
            assertThat(said).hasCount(1);
            ravi.open(REVIEW);
            assertThat(said).hasCount(1);
        }
    }

    @Test
    @Order(2)
    void aDecisionOnADecidedRequestIsRefusedShowsTheNewStateAndKeepsItsWords() {
        try (Visitor ravi = Visitor.signedIn(browser, portal, "ravi");
                Visitor priya = Visitor.signedIn(browser, portal, "priya")) {
            priya.open(REVIEW);
            exactly(priya.page(), "Ask for changes").click();
            Locator wish = priya.page().getByLabel(WHY);
            wish.click();
            wish.pressSequentially("Show the young apart.");

            ravi.open(REVIEW);
            exactly(ravi.page(), "Reject").click();
            ravi.page().getByLabel(WHY).fill("Worth less at the same quality.");
            exactly(ravi.page(), "Yes, reject").dblclick();
            assertThat(ravi.page().getByText("Rejected").first()).isVisible();
            assertThat(ravi.page().locator(".gh-rail-votes li")).hasCount(1);

            priya.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON)
                    .last()
                    .click();
            Locator refusal =
                    priya.page().getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setVisible(true));
            assertThat(refusal).containsText("PR-4");
            refusal.getByRole(AriaRole.BUTTON).click();
            assertThat(priya.page().locator(".gh-rail-votes li")).hasCount(1);
            assertThat(priya.page().getByText("Rejected").first()).isVisible();
            assertThat(exactly(priya.page(), "Ask for changes")).hasCount(0);

            exactly(priya.page(), "Put it into the discussion").click();
            assertThat(priya.page().getByLabel("Your comment")).hasValue("Show the young apart.");
        }
    }

    private static Locator exactly(Page page, String button) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true));
    }
}
