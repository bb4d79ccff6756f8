package io.gatehouse.portal.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.PasswordField;
import io.gatehouse.accounts.Passwords;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Role;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.signin.SessionMark;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("walter")
class AccountViewTest extends ScreenTest {
    private static final String GOOD = "glacier mitten tugboat saffron";

    private final People people;
    private final Passwords passwords;
    private final PasswordEncoder encoder;

    AccountViewTest(TestPeople cast, People people, Passwords passwords, PasswordEncoder encoder) {
        super(cast);
        this.people = people;
        this.passwords = passwords;
        this.encoder = encoder;
        if (people.byUsername("walter").isEmpty()) {
            people.add(new People.NewPerson("walter", "Walter Ode", "", Set.of(Role.VIEWER), "walter-password"));
        }
    }

    @Test
    void everybodySeesWhatTheyMayAndChangesTheirPasswordThemselves() {
        signIn();
        open("account");
        assertThat(words()).contains("You are signed in as Walter Ode", "Viewer", "reads dashboards");

        change("not-it", GOOD, GOOD);
        assertThat(field(0).getErrorMessage()).contains("not your password");

        change("walter-password", GOOD, GOOD + "s");
        assertThat(field(2).getErrorMessage()).contains("not the same");

        change("walter-password", "walter-password1", "walter-password1");
        assertThat(field(1).getErrorMessage()).contains("guessed first");

        change("walter-password", GOOD, GOOD);
        assertThat(words()).contains("Your password is changed");
        assertThat(field(0).getValue() + field(1).getValue() + field(2).getValue())
                .isEmpty();
        assertThat(encoder.matches(GOOD, people.passwordHash("walter").orElseThrow()))
                .isTrue();
    }

    @Test
    void allOtherSessionsEndAtAClick() {
        signIn();
        open("account");
        int round = people.entrance("walter").orElseThrow().round();

        press("Sign out everywhere else");

        assertThat(people.entrance("walter").orElseThrow().round()).isEqualTo(round + 1);
        assertThat(words()).contains("Every other session of yours has ended");
    }

    @Test
    void aSessionThatIsOverMeanwhileChangesNothing() {
        signIn();
        open("account");
        Actor walter = new Actor(people.byUsername("walter").orElseThrow(), Actor.Via.SCREEN, "elsewhere");
        int round = people.entrance("walter").orElseThrow().round();
        passwords.endSessions(walter, round);

        press("Sign out everywhere else");

        assertThat(people.entrance("walter").orElseThrow().round()).isEqualTo(round + 1);
        assertThat(words()).doesNotContain("Every other session of yours has ended");
    }

    /** What the door does, which stands before the screens. */
    private void signIn() {
        int round = people.entrance("walter").orElseThrow().round();
        new SessionMark("walter", round - 1).renew();
    }

    private void change(String before, String wanted, String again) {
        List<String> typed = List.of(before, wanted, again);
        for (int i = 0; i < typed.size(); i++) {
            test(field(i)).setValue(typed.get(i));
        }
        press("Change the password");
    }

    private PasswordField field(int index) {
        String label =
                List.of("Your password now", "New password", "The same again").get(index);
        return $view(PasswordField.class).all().stream()
                .filter(field -> field.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
