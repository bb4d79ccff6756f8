package io.gatehouse.portal.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.VaadinSession;
import io.gatehouse.accounts.Accounts;
import io.gatehouse.accounts.Identities;
import io.gatehouse.accounts.Identity;
import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Role;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.sentences.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.TestPropertySource;

/** What people read where a provider is the only way in. */
@TestPropertySource(
        properties = {
            "gatehouse.sign-in.passwords=false",
            "gatehouse.sign-in.oidc.issuer=https://id.example.org/realms/house",
            "gatehouse.sign-in.oidc.client-id=gatehouse",
            "gatehouse.sign-in.oidc.client-secret=a-secret",
            "gatehouse.sign-in.oidc.name=StreamFlow ID"
        })
class ProviderAloneScreensTest extends ScreenTest {
    private static final String FROM_NOW_ON = "Sign in with StreamFlow ID from now on";

    private final TestPeople cast;
    private final SignInLinks links;
    private final Identities identities;
    private final String somebody = "s" + UUID.randomUUID();

    ProviderAloneScreensTest(
            TestPeople cast, People people, Accounts accounts, SignInLinks links, Identities identities) {
        super(cast);
        this.cast = cast;
        this.links = links;
        this.identities = identities;
        accounts.add(cast.adam(), new Accounts.NewAccount(somebody, "Some Body", "", Set.of(Role.VIEWER)));
        if (people.byUsername("wanda").isEmpty()) {
            people.add(new People.NewPerson("wanda", "Wanda Ode", "", Set.of(Role.VIEWER), "wanda-password"));
        }
    }

    @Test
    @WithAnonymousUser
    void theSignInHasTheButtonOfTheProviderAndNoFields() {
        var page = open("login");

        assertThat($view(LoginForm.class).all()).isEmpty();
        assertThat($view(Anchor.class).all().stream().map(Anchor::getText))
                .containsExactly("Sign in with StreamFlow ID");
        assertThat(words()).contains("You need no password of your own here");
        assertThat($view(H1.class).all()).hasSize(1);
        assertThat(sections()).containsExactly("Sign in");
        assertThat(((HasDynamicTitle) page).getPageTitle()).isEqualTo("Sign in · Gatehouse");
    }

    @Test
    @WithAnonymousUser
    void whoSentAPasswordAllTheSameIsToldWhatToDo() {
        open("login?error");

        assertThat(words()).contains("Passwords do not open this installation", "the account that you have at its");
    }

    @Test
    @WithAnonymousUser
    void whoWasTurnedAwayIsToldWhatToDo() {
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(TurnedAway.class.getName(), Sentences.say("account.identity.unknown", "name", "ode"));

        open("login");

        assertThat(words()).contains("You signed in there as ode", "Ask an administrator to add you");
    }

    @Test
    @WithAnonymousUser
    void aPasswordThatWasChosenEarlierIsNotSaidToLetSomebodyIn() {
        open("login?chosen");

        assertThat(words()).doesNotContain("Your password is set");
    }

    @Test
    @WithAnonymousUser
    void aSignInLinkJoinsWithTheProviderAndOffersNothingElse() {
        var page = open("sign-in-link/" + secret());

        assertThat($view(PasswordField.class).all()).isEmpty();
        assertThat(buttons()).contains(FROM_NOW_ON).doesNotContain("Set the password");
        assertThat(words()).contains("Welcome, Some Body").doesNotContainIgnoringCase("password");
        assertThat(sections()).containsExactly("Join your account");
        assertThat(((HasDynamicTitle) page).getPageTitle()).isEqualTo("Join your account · Gatehouse");
    }

    @Test
    @WithAnonymousUser
    void aLinkThatIsOverSpeaksOfNoPassword() {
        String over = secret();
        secret();

        open("sign-in-link/" + over);

        assertThat(words()).contains("ask whoever sent it for another").doesNotContainIgnoringCase("password");
    }

    @Test
    @WithMockUser("wanda")
    void onesOwnAccountSaysHowOneSignsInAndEndsOtherSessions() {
        identities.admit(
                new Identity("https://id.example.org/realms/house", "wanda", "wanda@there.example"),
                Optional.of("wanda"),
                Actor.Via.SCREEN,
                "test");

        open("account");

        assertThat(heading()).isEqualTo("Account and sign-in");
        assertThat(sections()).contains("How you sign in", "Signed in elsewhere");
        assertThat(words()).contains("You sign in as wanda@there.example.").doesNotContainIgnoringCase("password");
        assertThat($view(PasswordField.class).all()).isEmpty();
        assertThat(buttons()).contains("Sign out everywhere else").doesNotContain(FROM_NOW_ON);
    }

    @Test
    @WithMockUser("adam")
    void administratorsHandOverLinksAndReadOfNoPassword() {
        for (String place : List.of("people", "new-person", "people/wanda", "people/" + somebody)) {
            open(place);

            assertThat(words()).as(place).doesNotContain("hoose a password", "hosen a password", "their password");
        }
        press("Make a sign-in link");
        assertThat(words()).contains("By this link Some Body, whose user name is " + somebody);
    }

    @Test
    @WithMockUser("adam")
    void theSameIsTrueInGerman() {
        UI.getCurrent().setLocale(Locale.GERMANY);
        for (String place :
                List.of("sign-in-link/" + secret(), "account", "people", "new-person", "people/" + somebody)) {
            open(place);

            assertThat(words()).as(place).doesNotContain("Passwort wählen", "Passwort gewählt", "Ihr Passwort");
        }
    }

    private String secret() {
        return ((SignInLinks.Link.Made) links.make(cast.adam(), somebody)).secret();
    }

    private List<String> buttons() {
        return $view(Button.class).all().stream().map(Button::getText).toList();
    }
}
