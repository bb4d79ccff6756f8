package io.gatehouse.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.accounts.Admission.Admitted;
import io.gatehouse.accounts.Admission.Refused;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Role;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class IdentitiesTest {
    private static final String ISSUER = "https://id.example.org/realms/house";

    private final Accounts accounts;
    private final Identities identities;
    private final SignInLinks links;
    private final Passwords passwords;
    private final People people;
    private final JdbcClient jdbc;
    private final Actor adam;
    private final String somebody = "s" + UUID.randomUUID();
    private final Identity theirs = new Identity(ISSUER, "sub-" + somebody, "somebody@example.org");
    private final Identity other = new Identity(ISSUER, "other-" + somebody, "other@example.org");

    IdentitiesTest(
            Accounts accounts,
            Identities identities,
            SignInLinks links,
            Passwords passwords,
            People people,
            JdbcClient jdbc,
            TestPeople cast) {
        this.accounts = accounts;
        this.identities = identities;
        this.links = links;
        this.passwords = passwords;
        this.people = people;
        this.jdbc = jdbc;
        this.adam = cast.adam();
    }

    @BeforeEach
    void add() {
        accounts.add(adam, new Accounts.NewAccount(somebody, "Some Body", "", Set.of(Role.VIEWER)));
    }

    @Test
    void whoIsVouchedForButJoinedWithNobodyStaysOutside() {
        assertThat(code(admit(theirs, ""))).isEqualTo("UNKNOWN_IDENTITY");
        assertThat(code(admit(theirs, "nobody-of-that-name"))).isEqualTo("UNKNOWN_IDENTITY");
        assertThat(account().state()).isEqualTo(Account.State.LINK_OVER);
    }

    @Test
    void aSignInLinkJoinsItsBearerOnceAndForGood() {
        String secret = link();

        assertThat(admitted(join(secret, theirs))).isEqualTo(somebody);

        assertThat(account().identities()).containsExactly(theirs);
        assertThat(account().state()).isEqualTo(Account.State.ACTIVE);
        assertThat(account().linkUntil()).isNull();
        assertThat(admitted(admit(theirs, ""))).isEqualTo(somebody);
        assertThat(code(join(secret, other))).isEqualTo("LINK_OVER");
    }

    @Test
    void whoIsJoinedStaysThatPersonWhateverTheProviderCallsThem() {
        join(link(), theirs);

        assertThat(admitted(admit(new Identity(ISSUER, theirs.subject(), "married@example.org"), "adam")))
                .isEqualTo(somebody);
    }

    @Test
    void whereTheProviderNamesPeopleTheFirstOfThatNameIsJoined() {
        assertThat(admitted(admit(theirs, somebody.toUpperCase(java.util.Locale.ROOT))))
                .isEqualTo(somebody);

        assertThat(account().identities()).containsExactly(theirs);
        assertThat(code(admit(other, somebody))).isEqualTo("ANOTHER_IDENTITY");
    }

    @Test
    void aFurtherLinkJoinsSomebodyElseInTheirPlace() {
        join(link(), theirs);

        assertThat(admitted(join(link(), other))).isEqualTo(somebody);

        assertThat(account().identities()).containsExactly(other);
        assertThat(code(admit(theirs, ""))).isEqualTo("UNKNOWN_IDENTITY");
    }

    @Test
    void nobodySignsInToTwoAccounts() {
        join(link(), theirs);
        String another = "a" + UUID.randomUUID();
        accounts.add(adam, new Accounts.NewAccount(another, "An Other", "", Set.of(Role.VIEWER)));
        String secret = ((SignInLinks.Link.Made) links.make(adam, another)).secret();

        assertThat(code(join(secret, theirs))).isEqualTo("IDENTITY_TAKEN");

        assertThat(links.bearer(secret)).isPresent();
    }

    @Test
    void whoIsSignedInJoinsThemselvesAndAllOtherSessionsEnd() {
        Actor self = self();
        int round = round();

        Admission joined = identities.join(self, round, theirs);

        assertThat(((Admitted) joined).entrance().round()).isEqualTo(round + 1);
        assertThat(round()).isEqualTo(round + 1);
        assertThat(code(identities.join(self, round, other))).isEqualTo("SESSION_OVER");
    }

    @Test
    void whoWasDeactivatedStaysOutsideAlsoWhenTheProviderVouchesForThem() {
        join(link(), theirs);
        accounts.deactivate(adam, somebody);

        assertThat(code(admit(theirs, ""))).isEqualTo("DEACTIVATED");
        assertThat(code(admit(other, somebody))).isEqualTo("DEACTIVATED");
    }

    @Test
    void anAdministratorPartsThemAgainAndEndsTheirSessions() {
        join(link(), theirs);
        int round = round();

        assertThat(identities.release(adam, somebody)).isInstanceOf(AccountOutcome.Done.class);

        assertThat(account().identities()).isEmpty();
        assertThat(round()).isEqualTo(round + 1);
        assertThat(code(admit(theirs, ""))).isEqualTo("UNKNOWN_IDENTITY");
        assertThat(accounts.all(adam))
                .filteredOn(each -> each.person().username().equals(somebody))
                .singleElement()
                .extracting(Account::state)
                .isEqualTo(Account.State.LINK_OVER);
    }

    @Test
    void whoeverWasPartedIsNotJoinedAgainByTheirName() {
        admit(theirs, somebody);
        identities.release(adam, somebody);

        assertThat(code(admit(theirs, somebody))).isEqualTo("ANOTHER_IDENTITY");
        assertThat(code(admit(other, somebody))).isEqualTo("ANOTHER_IDENTITY");
        assertThat(admitted(join(link(), theirs))).isEqualTo(somebody);
    }

    @Test
    void aLinkReplacesEveryOtherWayInSoThatItsUseIsNoticed() {
        choose(link());
        join(link(), theirs);
        assertThat(people.passwordHash(somebody)).isEmpty();

        choose(link());
        assertThat(people.passwordHash(somebody)).isPresent();
        assertThat(account().identities()).isEmpty();
        assertThat(code(admit(theirs, somebody))).isEqualTo("ANOTHER_IDENTITY");
    }

    @Test
    void whoJoinsThemselvesKeepsTheirPasswordBeside() {
        choose(link());

        identities.join(self(), round(), theirs);

        assertThat(people.passwordHash(somebody)).isPresent();
        assertThat(passwords.endSessions(self(), round())).isInstanceOf(AccountOutcome.Done.class);
        assertThat(admitted(admit(theirs, ""))).isEqualTo(somebody);
    }

    @Test
    void whoeverIsJoinedByNameIsAloneWithTheirAccountFromThenOn() {
        String kept = link();
        int round = round();

        admit(theirs, somebody);

        assertThat(links.bearer(kept)).isEmpty();
        assertThat(round()).isEqualTo(round + 1);
        assertThat(admitted(admit(theirs, somebody))).isEqualTo(somebody);
        assertThat(round()).isEqualTo(round + 1);
    }

    @Test
    void theAuditLogKeepsWhomTheProviderMeant() {
        join(link(), theirs);
        join(link(), other);
        identities.release(adam, somebody);

        assertThat(jdbc.sql(
                                "select canonical from audit_event where object = ? and action like 'person.identity%' order by seq")
                        .param("person/" + account().person().id())
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        joined -> assertThat(joined).contains("identity_joined", theirs.subject()),
                        replaced -> assertThat(replaced).contains("identity_released", theirs.subject()),
                        joined -> assertThat(joined).contains("identity_joined", other.subject()),
                        parted -> assertThat(parted).contains("identity_released", other.subject()));
    }

    @Test
    void whatCannotBeAnIdentityIsNone() {
        assertThatThrownBy(() -> new Identity(ISSUER, "x".repeat(256), "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Identity(ISSUER, "a\0b", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Identity(ISSUER, "x", "Priya\u200b\u202eShah").knownAs()).isEqualTo("Priya\ufffd\ufffdShah");
    }

    private void choose(String secret) {
        links.choose(secret, "glacier mitten tugboat saffron", Actor.Via.SCREEN, "test");
    }

    private Admission admit(Identity identity, String name) {
        return identities.admit(identity, Optional.of(name).filter(text -> !text.isEmpty()), Actor.Via.SCREEN, "test");
    }

    private Admission join(String secret, Identity identity) {
        return identities.joinByLink(secret, identity, Actor.Via.SCREEN, "test");
    }

    private String link() {
        return ((SignInLinks.Link.Made) links.make(adam, somebody)).secret();
    }

    private Account account() {
        return accounts.of(adam, somebody).orElseThrow();
    }

    private Actor self() {
        return new Actor(people.byUsername(somebody).orElseThrow(), Actor.Via.SCREEN, "test");
    }

    private int round() {
        return people.entrance(somebody).orElseThrow().round();
    }

    private static String admitted(Admission admission) {
        return ((Admitted) admission).entrance().person().username();
    }

    private static String code(Admission admission) {
        return ((Refused) admission).code();
    }
}
