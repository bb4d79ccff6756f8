package io.gatehouse.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Where passwords do not open, by whichever door somebody comes. */
@DatabaseTest
@TestPropertySource(properties = "gatehouse.sign-in.passwords=false")
class PasswordsShutTest {
    private static final String GOOD = "glacier mitten tugboat saffron";

    private final Accounts accounts;
    private final SignInLinks links;
    private final Identities identities;
    private final Passwords passwords;
    private final People people;
    private final JdbcClient jdbc;
    private final Actor adam;
    private final String somebody = "s" + UUID.randomUUID();

    PasswordsShutTest(
            Accounts accounts,
            SignInLinks links,
            Identities identities,
            Passwords passwords,
            People people,
            JdbcClient jdbc,
            TestPeople cast) {
        this.accounts = accounts;
        this.links = links;
        this.identities = identities;
        this.passwords = passwords;
        this.people = people;
        this.jdbc = jdbc;
        this.adam = cast.adam();
    }

    @BeforeEach
    void add() {
        people.add(new People.NewPerson(somebody, "Some Body", "", Set.of(Role.VIEWER), "somebody-password"));
    }

    @Test
    void aPasswordOpensNothingAndIsKeptForTheDayWhenItDoesAgain() {
        assertThat(people.passwordHash(somebody)).isEmpty();
        assertThat(passwords.has(person())).isFalse();
        assertThat(passwords.is(person(), "somebody-password")).isFalse();
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void whoHasAPasswordAloneIsStillToBeLetIn() {
        assertThat(account().state()).isEqualTo(Account.State.LINK_OVER);
        link(adam);
        assertThat(account().state()).isEqualTo(Account.State.INVITED);
    }

    @Test
    void aLinkIsMadeAndLeadsToTheProviderAndToNoPassword() {
        String secret = link(adam);

        assertThat(links.choose(secret, GOOD, Actor.Via.SCREEN, "test"))
                .isInstanceOfSatisfying(AccountOutcome.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("PASSWORDS_SHUT");
                    assertThat(refused.sentence().english()).contains("Passwords do not open this installation");
                });

        assertThat(links.bearer(secret)).map(Person::username).contains(somebody);
        Identity theirs = new Identity("https://id.example.org", somebody, "somebody@example.org");
        assertThat(identities.joinByLink(secret, theirs, Actor.Via.SCREEN, "test"))
                .isInstanceOf(Admission.Admitted.class);
        assertThat(account().state()).isEqualTo(Account.State.ACTIVE);
        assertThat(kept()).isZero();
    }

    @Test
    void theHouseMakesALinkForWhoeverCannotSignIn() {
        assertThat(links.bearer(link(people.system("start"))))
                .map(Person::username)
                .contains(somebody);
    }

    @Test
    void nobodyChoosesAnotherPassword() {
        Actor self = new Actor(person(), Actor.Via.SCREEN, "test");
        int round = people.entrance(somebody).orElseThrow().round();

        assertThat(passwords.change(self, round, "somebody-password", GOOD))
                .isInstanceOfSatisfying(
                        AccountOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("PASSWORDS_SHUT"));

        assertThat(passwords.endSessions(self, round)).isInstanceOf(AccountOutcome.Done.class);
    }

    @Test
    void whoWasHereBeforeIsToldOfALinkIntoTheirAccount() {
        link(adam);
        assertThat(told()).isZero();
        people.seen(person().id());

        link(adam);

        assertThat(told()).isEqualTo(1);
    }

    private String link(Actor by) {
        return ((SignInLinks.Link.Made) links.make(by, somebody)).secret();
    }

    private Person person() {
        return people.byUsername(somebody).orElseThrow();
    }

    private Account account() {
        return accounts.of(adam, somebody).orElseThrow();
    }

    private long kept() {
        return jdbc.sql("select count(password_hash) from person where username = ?")
                .param(somebody)
                .query(Long.class)
                .single();
    }

    private long told() {
        return jdbc.sql("select count(*) from outbox_event where kind = 'account.link_made' and payload like ?")
                .param("%" + person().id() + "%")
                .query(Long.class)
                .single();
    }
}
