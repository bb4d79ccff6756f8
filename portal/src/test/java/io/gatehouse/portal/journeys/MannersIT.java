package io.gatehouse.portal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the screens behave under the hands: at the keyboard, on the way back, and when nothing happens for long. */
class MannersIT extends OnlookerTest {
    private static final String MODEL = "streamflow-churn-predictor";

    @Test
    void theFirstTabStopSkipsToTheContent() {
        try (Visitor vera = Visitor.signedIn(browser, portal, "vera")) {
            vera.open("/models");
            vera.page().keyboard().press("Tab");
            assertThat(vera.page().getByText("Skip to main content")).isFocused();

            vera.page().keyboard().press("Enter");
            assertThat(vera.heading()).isFocused();
        }
    }

    @Test
    void theSecondTabStopOfARequestSkipsToTheDecision() {
        try (Visitor ravi = Visitor.signedIn(browser, portal, "ravi")) {
            Keyboard keyboard = ravi.page().keyboard();
            ravi.open("/promotions/PR-4");
            keyboard.press("Tab");
            keyboard.press("Tab");
            assertThat(ravi.page().getByText("Skip to the decision")).isFocused();

            keyboard.press("Enter");
            keyboard.press("Tab");
            assertThat(exactly(ravi, "Approve")).isFocused();

            ravi.open("/models");
            assertThat(ravi.page().getByText("Skip to the decision")).not().isVisible();
        }
    }

    private static Locator exactly(Visitor visitor, String button) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true));
    }

    @Test
    void theHeadingIsReadAfterANavigation() {
        try (Visitor vera = Visitor.signedIn(browser, portal, "vera")) {
            vera.open("/models");
            vera.link(Pattern.compile("^" + MODEL + "$")).click();

            assertThat(vera.page()
                            .getByRole(
                                    AriaRole.HEADING,
                                    new Page.GetByRoleOptions().setName(MODEL).setLevel(1)))
                    .isFocused();
        }
    }

    @Test
    void aPageBeginsAtItsTopAndTheWayBackLeadsToWhereItWasLeft() {
        try (Visitor priya = Visitor.signedIn(browser, portal, "priya")) {
            priya.open("/promotions/PR-4");
            Locator compare = priya.link(Pattern.compile("^Compare everything"));
            compare.scrollIntoViewIfNeeded();
            await("read on").until(() -> priya.scrolled() > 500);
            int left = priya.scrolled();
            compare.click();
            priya.page().waitForURL(Pattern.compile("/compare"));
            await("the top").until(() -> priya.scrolled() == 0);

            priya.scrollTo(200).back();
            priya.page().waitForURL(Pattern.compile("/promotions/PR-4"));
            await("where it was left").until(() -> Math.abs(priya.scrolled() - left) <= 1);
        }
    }

    @Test
    void aLinkToAPartOfAPageLeadsToThatPart() {
        try (Visitor vera = Visitor.signedIn(browser, portal, "vera")) {
            vera.open("/");
            vera.page().locator("a[href*='#against']").first().click();
            vera.page().waitForURL(Pattern.compile("#against"));

            assertThat(vera.page().locator("#against")).isInViewport();
            assertThat(vera.scrolled()).isPositive();
        }
    }

    @Test
    void afterAWrongPasswordTheNameStandsThereStill() {
        try (Visitor vera = Visitor.atTheDoor(browser, portal)) {
            Locator name = vera.page().locator("input[name=username]");
            Locator password = vera.page().locator("input[name=password]");
            name.fill("vera");
            password.fill("not hers");
            password.press("Enter");
            vera.page().waitForURL(Pattern.compile("error"));

            assertThat(name).hasValue("vera");
            assertThat(password).isFocused();
            assertThat(password).hasValue("");
        }
    }

    @Test
    void onceSomebodyIsInTheTabKnowsTheNameThatTheyTypedNoMore() {
        try (Visitor vera = Visitor.atTheDoor(browser, portal)) {
            vera.signIn("vera");

            await("a tab that forgot the name")
                    .until(
                            () -> vera.page().evaluate("sessionStorage.getItem('gatehouse-signin-name') === null"),
                            Boolean.TRUE::equals);
        }
    }

    @Test
    void aClickOnWhatTheTourPointsAtGoesThroughAndAfterTheTourThePageIsWhereItWas() {
        try (Visitor adam = Visitor.signedInApart(browser, portal, "adam")) {
            adam.open("/");
            showTheTour(adam);
            adam.page().keyboard().press("Escape");
            await("a place for the keyboard")
                    .until(
                            () -> adam.page().evaluate("document.activeElement !== document.body"),
                            Boolean.TRUE::equals);
            assertThat(adam.scrolled()).isZero();

            showTheTour(adam);
            BoundingBox ring = adam.page().locator(".gh-tour-ring").boundingBox();
            adam.page().mouse().click(ring.x + ring.width / 2, ring.y + ring.height / 2);
            assertThat(adam.page().locator("dialog.gh-tour")).hasCount(0);
            assertThat(adam.complaints()).isEmpty();
        }
    }

    private static void showTheTour(Visitor visitor) {
        visitor.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Account of"))
                .click();
        visitor.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Show the tour"))
                .click();
        assertThat(visitor.page().locator("dialog.gh-tour")).isVisible();
    }

    @Test
    void escapeClosesADialogAndChangesNothing() {
        try (Visitor ravi = Visitor.signedIn(browser, portal, "ravi")) {
            ravi.open("/promotions/PR-4");
            Locator reject = ravi.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Reject").setExact(true));
            reject.click();
            assertThat(ravi.page().getByRole(AriaRole.DIALOG)).hasCount(1);

            ravi.page().keyboard().press("Escape");
            assertThat(ravi.page().getByRole(AriaRole.DIALOG)).hasCount(0);
            assertThat(reject).isFocused();
        }
    }

    @Test
    void aFilterIsInTheAddressAndTheWayBackTakesItOut() {
        try (Visitor dana = Visitor.signedIn(browser, portal, "dana")) {
            dana.open("/experiments/2");
            Locator filter = dana.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Filter"));
            filter.fill("metrics.val_auc > 0.8885");
            filter.press("Enter");
            dana.page().waitForURL(Pattern.compile("q=metrics"));
            assertThat(filter).isFocused();

            dana.back();
            dana.page().waitForURL(url -> !url.contains("?"));
            assertThat(filter).hasValue("");
        }
    }

    @Test
    void theKeyboardGoesOnWhereATokenWasRevoked() {
        try (Visitor vera = Visitor.signedIn(browser, portal, "vera")) {
            vera.open("/tokens");
            makeAToken(vera, "nightly");
            makeAToken(vera, "laptop");
            revoke(vera, "laptop");
            assertThat(exactly(vera, "Revoke the token nightly")).isFocused();

            revoke(vera, "nightly");
            assertThat(vera.page().locator(".gh-table-box")).isFocused();
        }
    }

    private static void makeAToken(Visitor visitor, String name) {
        Locator field = visitor.page()
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName("Name").setExact(true));
        field.fill(name);
        field.press("Enter");
        assertThat(exactly(visitor, "Revoke the token " + name)).isVisible();
    }

    private static void revoke(Visitor visitor, String name) {
        exactly(visitor, "Revoke the token " + name).press("Enter");
        assertThat(exactly(visitor, "Revoke")).isFocused();
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().getByRole(AriaRole.ALERTDIALOG)).hasCount(0);
    }

    @Test
    void theKeyboardStaysWithAViewThatIsKeptRenamedAndDeleted() {
        try (Visitor dana = Visitor.signedIn(browser, portal, "dana")) {
            Keyboard keyboard = dana.page().keyboard();
            Locator name =
                    dana.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name of the view"));
            dana.open("/experiments/2?sort=start_time%20ASC");
            exactly(dana, "Save this view").press("Enter");
            assertThat(name).isFocused();

            keyboard.press("Escape");
            assertThat(exactly(dana, "Save this view")).isFocused();
            keyboard.press("Enter");
            assertThat(name).isFocused();
            keyboard.type("Oldest first");
            keyboard.press("Enter");
            assertThat(dana.link(Pattern.compile("^Oldest first$"))).isFocused();

            exactly(dana, "Rename").press("Enter");
            assertThat(name).isFocused();
            name.fill("From the start");
            keyboard.press("Enter");
            assertThat(dana.link(Pattern.compile("^From the start$"))).isFocused();

            exactly(dana, "Delete").press("Enter");
            assertThat(exactly(dana, "Undo")).isFocused();
            keyboard.press("Enter");
            assertThat(dana.link(Pattern.compile("^From the start$"))).isFocused();

            exactly(dana, "Delete").press("Enter");
            assertThat(exactly(dana, "Undo")).isFocused();
        }
    }

    @Test
    void aSlashAndTheNumberOfARequestLeadToIt() {
        try (Visitor ravi = Visitor.signedIn(browser, portal, "ravi")) {
            ravi.open("/models");
            assertThat(ravi.heading()).hasText("Models");
            ravi.page().keyboard().press("/");
            ravi.page().keyboard().type("pr-4");
            ravi.page().keyboard().press("Enter");

            ravi.page().waitForURL(url -> url.endsWith("/promotions/PR-4"));
            assertThat(ravi.heading()).containsText("Replace version 1 of " + MODEL);
        }
    }

    @Test
    void whoIsStillThereStaysSignedIn() {
        try (Visitor vera = Visitor.signedInApart(browser, portal, "vera")) {
            vera.page().clock().install();
            vera.open("/models");
            saidAll(vera);
            vera.page().clock().fastForward("28:10");

            Locator warning = vera.page().getByRole(AriaRole.ALERTDIALOG);
            assertThat(warning).containsText("You will be signed out in two minutes");
            vera.button("Stay signed in").click();
            assertThat(warning).isHidden();

            vera.page().clock().fastForward("02:10");
            assertThat(vera.heading()).hasText("Models");
            assertThat(warning).isHidden();
        }
    }

    @Test
    void whoWasAwayComesBackToTheSamePage() {
        try (Visitor vera = Visitor.signedInApart(browser, portal, "vera")) {
            vera.page().clock().install();
            vera.open("/models/" + MODEL);
            saidAll(vera);
            vera.page().clock().fastForward("31:00");
            vera.page().waitForURL(url -> url.contains("/login"));

            vera.signIn("vera");
            vera.page().waitForURL(url -> url.endsWith("/models/" + MODEL));
            assertThat(vera.heading()).hasText(MODEL);
        }
    }

    /** A page has something to tell the portal once it is shown, which counts as a sign of life whenever it arrives. */
    private static void saidAll(Visitor visitor) {
        visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
    }
}
