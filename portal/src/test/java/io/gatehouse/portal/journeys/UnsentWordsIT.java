package io.gatehouse.portal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Sessions end in the middle of a sentence; the sentence is there again after signing in, for its writer alone. */
class UnsentWordsIT extends BrowserTest {
    private static final String REVIEW = "/promotions/PR-4";

    @Test
    void theReasonOfADecisionSurvivesTheEndOfTheSession() {
        try (Visitor ravi = Visitor.signedIn(browser, portal, "ravi")) {
            ravi.open(REVIEW);
            exactly(ravi, "Reject").click();
            type(
                    ravi.page().getByLabel("Reason (everybody who can read the request reads it)"),
                    "The young are missing from the training rows.");
            ravi.page().context().clearCookies();
            exactly(ravi, "Yes, reject").click();

            ravi.page().waitForURL(url -> url.contains("/login"));
            ravi.signIn("ravi");
            assertThat(ravi.text("Your rejection was not sent. You wrote:")).isVisible();
            exactly(ravi, "Go on with it").click();
            assertThat(ravi.page().getByLabel("Reason (everybody who can read the request reads it)"))
                    .hasValue("The young are missing from the training rows.");

            ravi.page().keyboard().press("Escape");
            exactly(ravi, "Discard it").click();
            ravi.open(REVIEW);
            assertThat(exactly(ravi, "Discard it")).hasCount(0);
        }
    }

    @Test
    void aCommentSurvivesTheEndOfTheSessionAndAnotherPersonDoesNotSeeIt() {
        try (Visitor priya = Visitor.signedIn(browser, portal, "priya")) {
            priya.open(REVIEW);
            type(words(priya), "Is this the autumn cohort?");
            priya.page().context().clearCookies();
            exactly(priya, "Say it").click();

            priya.page().waitForURL(url -> url.contains("/login"));
            priya.signIn("priya");
            assertThat(words(priya)).hasValue("Is this the autumn cohort?");

            priya.page().context().clearCookies();
            priya.page().navigate(portal.address() + "/login");
            priya.signIn("ravi");
            priya.open(REVIEW);
            assertThat(words(priya)).hasValue("");
        }
    }

    /** As fingers do, which is what the browser keeps. */
    private static void type(Locator field, String text) {
        field.click();
        field.pressSequentially(text);
    }

    private static Locator words(Visitor visitor) {
        return visitor.page().getByLabel("Your words");
    }

    private static Locator exactly(Visitor visitor, String button) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true));
    }
}
