package io.gatehouse.portal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.gatehouse.portal.oidc.TestProvider;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** People sign in with the account that they have at their company. */
class ProviderIT extends BrowserTest {
    private static final String NAME = "StreamFlow ID";

    private final TestProvider provider = new TestProvider();

    @Override
    RunningPortal open(Path folder) {
        RunningPortal started = RunningPortal.withDemo(
                folder,
                Map.of(),
                "--gatehouse.sign-in.oidc.issuer=" + provider.issuer(),
                "--gatehouse.sign-in.oidc.client-id=" + TestProvider.CLIENT,
                "--gatehouse.sign-in.oidc.client-secret=" + TestProvider.SECRET,
                "--gatehouse.sign-in.oidc.name=" + NAME);
        provider.register(started.address());
        provider.describe("mei.tanaka", Map.of("email", "mei.tanaka@streamflow.example", "email_verified", true));
        return started;
    }

    @AfterAll
    void closeTheProvider() {
        provider.close();
    }

    @Test
    void aSignInLinkJoinsAnAccountThatSomebodyHasAlreadyAndFromThenOnOneClickLetsThemIn() {
        String link;
        try (Visitor adam = Visitor.signedIn(browser, portal, "adam")) {
            adam.open("/people/ravi");
            adam.button("Make a link to choose another password").click();
            link = adam.page().locator("pre.gh-snippet").innerText();
        }
        try (Visitor ravi = Visitor.atTheDoor(browser, portal)) {
            ravi.page().navigate(link);
            ravi.button("Sign in with " + NAME + " from now on").click();
            beKnownThere(ravi.page(), "mei.tanaka");
            assertThat(ravi.text("Ravi")).isVisible();

            ravi.open("/account");
            assertThat(ravi.text("You sign in as mei.tanaka@streamflow.example."))
                    .isVisible();

            ravi.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setDomain("localhost"));
            ravi.page().navigate(portal.address() + "/reviews");
            ravi.link(Pattern.compile("Sign in with " + NAME)).click();
            ravi.page().waitForURL("**/reviews");
            ravi.heading().waitFor();
        }
    }

    @Test
    void whoIsSignedInJoinsThemselvesByShowingThatItIsThey() {
        try (Visitor vera = Visitor.signedInApart(browser, portal, "vera")) {
            vera.open("/account");
            Locator proof = vera.page().getByLabel("Your password now").first();
            proof.fill("not-it");
            vera.button("Sign in with " + NAME + " from now on").click();
            assertThat(vera.text("That is not your password.")).isVisible();

            proof.fill(portal.password("vera"));
            vera.button("Sign in with " + NAME + " from now on").click();
            beKnownThere(vera.page(), "vera.there");
            vera.page().waitForURL("**/account");
            assertThat(vera.text("You sign in as vera.there.")).isVisible();
        }
    }

    @Test
    void whomNobodyHereKnowsIsToldWhatToDo() {
        try (Visitor stranger = Visitor.atTheDoor(browser, portal)) {
            stranger.link(Pattern.compile("Sign in with " + NAME)).click();
            beKnownThere(stranger.page(), "stranger");

            assertThat(stranger.page().getByRole(AriaRole.ALERT))
                    .containsText("You signed in there as stranger, whom no account here belongs to.");
        }
    }

    private static void beKnownThere(Page page, String name) {
        page.getByLabel("Username").fill(name);
        page.getByLabel("Password").fill(TestProvider.PASSWORD);
        page.getByRole(AriaRole.BUTTON).click();
    }
}
