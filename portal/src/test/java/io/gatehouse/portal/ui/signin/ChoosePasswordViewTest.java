package io.gatehouse.portal.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.PasswordField;
import io.gatehouse.accounts.Accounts;
import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.People;
import io.gatehouse.people.Role;
import io.gatehouse.portal.ui.ScreenTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChoosePasswordViewTest extends ScreenTest {
    private final People people;
    private final SignInLinks links;
    private final TestPeople cast;
    private final String somebody = "s" + UUID.randomUUID();

    ChoosePasswordViewTest(TestPeople cast, People people, Accounts accounts, SignInLinks links) {
        super(cast);
        this.people = people;
        this.links = links;
        this.cast = cast;
        accounts.add(cast.adam(), new Accounts.NewAccount(somebody, "Some Body", "", Set.of(Role.VIEWER)));
    }

    @Test
    void whoHasALinkChoosesAPasswordWithoutBeingSignedIn() {
        open("sign-in-link/" + secret());
        assertThat(words()).contains("Welcome, Some Body");

        choose("short", "short");
        assertThat(first().getErrorMessage()).contains("fewer than 15 characters");
        choose("glacier mitten tugboat saffron", "glacier mitten tugboat saffron");

        assertThat(people.passwordHash(somebody)).isPresent();
    }

    @Test
    void aLinkThatIsOverSaysWhomToAsk() {
        String first = secret();
        secret();

        open("sign-in-link/" + first);

        assertThat(words()).contains("This link opens no more", "ask whoever sent it for another");
        assertThat($view(PasswordField.class).all()).isEmpty();
    }

    private String secret() {
        return ((SignInLinks.Link.Made) links.make(cast.adam(), somebody)).secret();
    }

    private void choose(String password, String again) {
        test(first()).setValue(password);
        test($view(PasswordField.class).all().getLast()).setValue(again);
        press("Set the password");
    }

    private PasswordField first() {
        return $view(PasswordField.class).all().getFirst();
    }
}
