package io.gatehouse.portal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions end in the middle of a sentence; the sentence is there again after signing in, for its writer alone. */
class UnsentWordsIT extends BrowserTest {
    private static final String REVIEW = "/promotions/PR-4";
    private static final String WHY = "Reason (everybody who can read the request reads it)";
    private static final String SENTENCE = "The young are missing from the training rows.";

    /** How sessions end. */
    enum Ending {
        /** The browser was closed and its tabs came back without the cookies of the session. */
        COOKIES_LOST {
            @Override
            void happen(Visitor visitor, String address) {
                visitor.page().context().clearCookies();
            }
        },
        /** The portal was started anew, or the session was idle for too long: it knows nothing of the cookie. */
        FORGOTTEN_BY_THE_PORTAL {
            @Override
            void happen(Visitor visitor, String address) {
                visitor.page()
                        .context()
                        .addCookies(
                                List.of(new Cookie("JSESSIONID", "0123456789ABCDEF0123456789ABCDEF").setUrl(address)));
            }
        },
        /** Somebody signed out in another tab, and that tab shows the sign-in. */
        SIGNED_OUT_ELSEWHERE {
            @Override
            void happen(Visitor visitor, String address) {
                Page other = visitor.page().context().newPage();
                other.navigate(address + "/");
                other.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Account of"))
                        .first()
                        .click();
                other.getByText("Sign out").click();
                other.waitForURL(url -> url.contains("/login"));
                other.close();
            }
        };

        abstract void happen(Visitor visitor, String address);
    }

    @ParameterizedTest
    @EnumSource
    void theReasonOfADecisionSurvivesTheEndOfTheSession(Ending ending) {
        try (Visitor ravi = Visitor.signedInApart(browser, portal, "ravi")) {
            ravi.open(REVIEW);
            exactly(ravi, "Reject").click();
            type(ravi.page().getByLabel(WHY), SENTENCE);
            ending.happen(ravi, portal.address());
            exactly(ravi, "Yes, reject").click();

            signInAgain(ravi, "ravi", REVIEW);
            assertThat(ravi.text("Your rejection was not sent. You wrote:")).isVisible();
            exactly(ravi, "Go on with it").click();
            assertThat(ravi.page().getByLabel(WHY)).hasValue(SENTENCE);

            ravi.page().keyboard().press("Escape");
            exactly(ravi, "Discard it").click();
            ravi.open(REVIEW);
            assertThat(words(ravi)).hasValue("");
            assertThat(exactly(ravi, "Discard it")).hasCount(0);
        }
    }

    @Test
    void aCommentSurvivesTheEndOfTheSessionAndAnotherPersonDoesNotSeeIt() {
        try (Visitor priya = Visitor.signedInApart(browser, portal, "priya")) {
            priya.open(REVIEW);
            type(words(priya), "Is this the autumn cohort?");
            Ending.COOKIES_LOST.happen(priya, portal.address());
            exactly(priya, "Comment").click();

            signInAgain(priya, "priya", REVIEW);
            assertThat(words(priya)).hasValue("Is this the autumn cohort?");

            Ending.COOKIES_LOST.happen(priya, portal.address());
            priya.page().navigate(portal.address() + "/login");
            priya.signIn("ravi");
            priya.open(REVIEW);
            assertThat(words(priya)).hasValue("");
        }
    }

    @Test
    void aCommentThatWasSentIsNotGivenBack() {
        try (Visitor ravi = Visitor.signedInApart(browser, portal, "ravi")) {
            ravi.open(REVIEW);
            type(words(ravi), "Which month is this from?");
            exactly(ravi, "Comment").click();
            assertThat(ravi.page().locator(".gh-thread")).containsText("Which month is this from?");
            assertThat(words(ravi)).hasValue("");
            ravi.open(REVIEW);
            assertThat(words(ravi)).hasValue("");
        }
    }

    @Test
    void thePolicyThatRiskWritesSurvivesTheEndOfTheSession() {
        try (Visitor rita = Visitor.signedInApart(browser, portal, "rita")) {
            rita.open("/policies/human-reviewed/edit");
            Locator text = rita.page().locator(".gh-policy-text textarea");
            String before = text.inputValue();
            text.press("Control+End");
            text.pressSequentially("# after the audit of spring");
            type(rita.page().getByLabel("Why it should change"), "As agreed with the board.");
            Ending.COOKIES_LOST.happen(rita, portal.address());
            exactly(rita, "Check without saving").click();

            signInAgain(rita, "rita", "/policies/human-reviewed/edit");
            assertThat(rita.text("What you wrote here was not sent. It is in the form again."))
                    .isVisible();
            assertThat(text).hasValue(before + "# after the audit of spring");
            assertThat(rita.page().getByLabel("Why it should change")).hasValue("As agreed with the board.");
            exactly(rita, "Discard it").click();
            assertThat(text).hasValue(before);
        }
    }

    @Test
    void valueAssumptionsWithAnAddedLineSurviveTheEndOfTheSession() {
        try (Visitor rita = Visitor.signedInApart(browser, portal, "rita")) {
            rita.open("/value-assumptions");
            retype(rita.page().getByLabel("Owner", new Page.GetByLabelOptions().setExact(true)), "Finance");
            retype(rita.page().getByLabel("Leavers who stay with an offer, in %"), "31.5");
            exactly(rita, "Add a line").click();
            Locator line = rita.page().locator(".gh-cost-row").last().locator("vaadin-text-field input");
            // The new line has the cursor; until it is there, the last one is another.
            assertThat(line).isFocused();
            type(line, "Pager duty");
            Ending.COOKIES_LOST.happen(rita, portal.address());
            exactly(rita, "Add a line").click();

            signInAgain(rita, "rita", "/value-assumptions");
            assertThat(rita.page().getByLabel("Owner", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("Finance");
            assertThat(rita.page().getByLabel("Leavers who stay with an offer, in %"))
                    .hasValue("31.5");
            assertThat(line).hasValue("Pager duty");
            exactly(rita, "Discard it").click();
            assertThat(rita.page().locator(".gh-cost-row input[value='Pager duty']"))
                    .hasCount(0);
        }
    }

    @Test
    void theReasonOfADelegationAndTheChosenPersonSurviveTheEndOfTheSession() {
        try (Visitor priya = Visitor.signedInApart(browser, portal, "priya")) {
            priya.open("/delegations");
            Locator person = priya.page().getByRole(AriaRole.COMBOBOX).first();
            person.fill("Ravi");
            priya.page()
                    .getByRole(AriaRole.OPTION)
                    .filter(new Locator.FilterOptions().setHasText("Ravi"))
                    .click();
            assertThat(priya.page().getByRole(AriaRole.OPTION)).hasCount(0);
            type(priya.page().getByLabel("Reason"), "On leave in the mountains.");
            String chosen = person.inputValue();
            Ending.COOKIES_LOST.happen(priya, portal.address());
            exactly(priya, "Hand it over").click();

            signInAgain(priya, "priya", "/delegations");
            assertThat(priya.page().getByLabel("Reason")).hasValue("On leave in the mountains.");
            assertThat(person).hasValue(chosen);
        }
    }

    @Test
    void theReasonForTakingAProposalBackSurvivesTheEndOfTheSession() {
        try (Visitor rita = Visitor.signedInApart(browser, portal, "rita")) {
            rita.open("/value-assumptions");
            type(rita.page().getByLabel("Reason", new Page.GetByLabelOptions().setExact(true)), "Offers are dearer.");
            retype(rita.page().getByLabel("Cost of an offer taken"), "31");
            exactly(rita, "Propose as a new version").click();
            rita.page().waitForURL(url -> url.contains("/policy-changes/"));
            String proposal = rita.page().url().substring(portal.address().length());

            exactly(rita, "Take it back").click();
            type(rita.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX), "They are not.");
            Ending.COOKIES_LOST.happen(rita, portal.address());
            takeBack(rita).click();

            signInAgain(rita, "rita", proposal);
            assertThat(rita.text("Your proposal was not taken back. You wrote:"))
                    .isVisible();
            exactly(rita, "Go on with it").click();
            assertThat(rita.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX))
                    .hasValue("They are not.");
            takeBack(rita).click();
            assertThat(exactly(rita, "Take it back")).hasCount(0);
            rita.open("/value-assumptions");
            assertThat(exactly(rita, "Discard it")).hasCount(0);
        }
    }

    private static Locator takeBack(Visitor visitor) {
        return visitor.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take it back"));
    }

    /** The page leads to the sign-in by itself, and from there back. */
    private void signInAgain(Visitor visitor, String username, String back) {
        visitor.page().waitForURL(url -> url.contains("/login"));
        visitor.signIn(username);
        visitor.page().waitForURL(portal.address() + back);
        visitor.heading().waitFor();
    }

    /** As fingers do, which is what the browser keeps. */
    private static void type(Locator field, String text) {
        field.click();
        field.pressSequentially(text);
    }

    private static void retype(Locator field, String text) {
        field.click();
        field.press("Control+a");
        field.pressSequentially(text);
    }

    private static Locator words(Visitor visitor) {
        return visitor.page().getByLabel("Your comment");
    }

    private static Locator exactly(Visitor visitor, String button) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true));
    }
}
