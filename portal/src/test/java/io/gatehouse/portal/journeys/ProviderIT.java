package io.gatehouse.portal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.gatehouse.portal.oidc.TestProvider;
import java.nio.file.Path;
import java.util.Map;
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
        provider.describe("mei.tanaka", Map.of("email", "mei.tanaka@streamflow.example"));
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

            ravi.page()
                    .context()
                    .clearCookies(
                            new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setDomain("localhost"));
            ravi.page().navigate(portal.address() + "/reviews");
            ravi.link(java.util.regex.Pattern.compile("Sign in with " + NAME)).click();
            ravi.page().waitForURL("**/reviews");
            ravi.heading().waitFor();
        }
    }

    @Test
    void whomNobodyHereKnowsIsToldWhatToDo() {
        try (Visitor stranger = Visitor.atTheDoor(browser, portal)) {
            stranger.link(java.util.regex.Pattern.compile("Sign in with " + NAME))
                    .click();
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
