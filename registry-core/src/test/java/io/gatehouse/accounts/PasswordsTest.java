package io.gatehouse.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DatabaseTest
class PasswordsTest {
    private static final String BEFORE = "before-password";
    private static final String GOOD = "glacier mitten tugboat saffron";

    private final Passwords passwords;
    private final People people;
    private final Person person;
    private final Actor actor;

    PasswordsTest(Passwords passwords, People people) {
        this.passwords = passwords;
        this.people = people;
        this.person = people.add(new People.NewPerson(
                "p" + UUID.randomUUID(), "Wilhelmina Featherstone", "", Set.of(Role.VIEWER), BEFORE));
        this.actor = new Actor(person, Actor.Via.SCREEN, "test");
    }

    @Test
    void whoKnowsTheirPasswordChoosesAnotherAndEndsTheirSessions() {
        int round = people.entrance(person.username()).orElseThrow().round();

        assertThat(change(BEFORE, GOOD)).isInstanceOf(AccountOutcome.Done.class);

        assertThat(change(BEFORE, GOOD + "s"))
                .isInstanceOfSatisfying(
                        AccountOutcome.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("current"));
        assertThat(people.entrance(person.username()).orElseThrow().round()).isEqualTo(round + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "fourteenchars., PASSWORD_TOO_SHORT",
        "password1234567, PASSWORD_EASY_TO_GUESS",
        "qwertyuiopasdfgh, PASSWORD_EASY_TO_GUESS",
        "aaaaaaaaaaaaaaaa, PASSWORD_EASY_TO_GUESS",
        "featherstone1234, PASSWORD_EASY_TO_GUESS",
        "gatehouse2026!!, PASSWORD_EASY_TO_GUESS",
        "wilhelmina-password1, PASSWORD_EASY_TO_GUESS",
        "ääääääääääääääääääääääääääääääääääääää, PASSWORD_TOO_LONG"
    })
    void whatWouldBeGuessedFirstIsRefused(String wanted, String code) {
        assertThat(change(BEFORE, wanted))
                .isInstanceOfSatisfying(
                        AccountOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void theSamePasswordIsNoOther() {
        change(BEFORE, GOOD);

        assertThat(change(GOOD, GOOD))
                .isInstanceOfSatisfying(
                        AccountOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("SAME_PASSWORD"));
    }

    @Test
    void everySessionEndsWhenSomebodySaysSo() {
        int round = people.entrance(person.username()).orElseThrow().round();

        passwords.endSessions(actor, round);

        assertThat(people.entrance(person.username()).orElseThrow().round()).isEqualTo(round + 1);
    }

    @Test
    void aSessionThatIsOverNeitherChangesThePasswordNorEndsTheOthers() {
        int round = round();
        passwords.endSessions(actor, round);

        assertThat(passwords.endSessions(actor, round)).isInstanceOf(AccountOutcome.Refused.class);
        assertThat(passwords.change(actor, round, BEFORE, GOOD))
                .isInstanceOfSatisfying(
                        AccountOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("SESSION_OVER"));
        assertThat(round()).isEqualTo(round + 1);
    }

    private AccountOutcome change(String current, String wanted) {
        return passwords.change(actor, round(), current, wanted);
    }

    private int round() {
        return people.entrance(person.username()).orElseThrow().round();
    }
}
