package io.gatehouse.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.accounts.Accounts.NewAccount;
import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.tokens.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class AccountsTest {
    private final Accounts accounts;
    private final SignInLinks links;
    private final People people;
    private final AccessTokens tokens;
    private final AuditTrail audit;
    private final Clock clock;
    private final TestPeople cast;
    private final Actor adam;
    private final String somebody = "s" + UUID.randomUUID();

    AccountsTest(
            Accounts accounts,
            SignInLinks links,
            People people,
            AccessTokens tokens,
            AuditTrail audit,
            Clock clock,
            TestPeople cast) {
        this.accounts = accounts;
        this.links = links;
        this.people = people;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
        this.cast = cast;
        this.adam = cast.adam();
    }

    @Test
    void whoIsAddedHasTheirRolesAndNoPasswordUntilALinkLeadsToOne() {
        Person added = added(somebody, Role.REVIEWER, Role.RISK);

        assertThat(added.roles()).containsExactlyInAnyOrder(Role.REVIEWER, Role.RISK);
        assertThat(people.passwordHash(somebody)).isEmpty();
        assertThat(account(somebody).state()).isEqualTo(Account.State.LINK_OVER);
        links.make(adam, somebody);
        assertThat(account(somebody).state()).isEqualTo(Account.State.INVITED);
        assertThat(account(somebody).lastSeenAt()).isNull();
        assertThat(accounts.all(adam)).extracting(Account::person).contains(added);
    }

    @Test
    void aNameInCapitalsIsTheSameName() {
        added(somebody, Role.VIEWER);

        assertThat(refusal(accounts.add(adam, new NewAccount(somebody.toUpperCase(), "X", "", Set.of(Role.VIEWER))))
                        .code())
                .isEqualTo("USERNAME_TAKEN");
        assertThat(accounts.of(adam, somebody.toUpperCase())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "a:b", ".hidden", "ä", "a/b", "\0"})
    void aUserNameThatCannotBeTypedIntoAClientIsRefused(String username) {
        assertThat(refusal(accounts.add(adam, new NewAccount(username, "X", "", Set.of(Role.VIEWER)))))
                .extracting(AccountOutcome.Refused::code, AccountOutcome.Refused::field)
                .containsExactly("INVALID_USERNAME", "username");
    }

    @ParameterizedTest
    @CsvSource({"'', a@b.example, INVALID_NAME", "X, nowhere, INVALID_EMAIL"})
    void eachFieldThatIsUnfitIsNamed(String name, String email, String code) {
        assertThat(refusal(accounts.add(adam, new NewAccount(somebody, name, email, Set.of(Role.VIEWER))))
                        .code())
                .isEqualTo(code);
        assertThat(people.byUsername(somebody)).isEmpty();
    }

    @Test
    void nobodyIsWithoutARole() {
        assertThat(refusal(accounts.add(adam, new NewAccount(somebody, "X", "", Set.of())))
                        .field())
                .isEqualTo("roles");
        added(somebody, Role.VIEWER);
        assertThat(refusal(accounts.grant(adam, somebody, Set.of())).code()).isEqualTo("ROLE_REQUIRED");
        assertThat(person(somebody).roles()).containsExactly(Role.VIEWER);
    }

    @Test
    void rolesAreSetAsAWholeAndTheLogHasWhatTheyWere() {
        added(somebody, Role.VIEWER, Role.REVIEWER);

        accounts.grant(adam, somebody, Set.of(Role.REVIEWER, Role.RISK));

        assertThat(person(somebody).roles()).containsExactlyInAnyOrder(Role.REVIEWER, Role.RISK);
        AuditEvent event = last();
        assertThat(event.action()).isEqualTo("person.roles_changed");
        assertThat(event.canonical())
                .contains("\"before\":[\"REVIEWER\",\"VIEWER\"]", "\"after\":[\"REVIEWER\",\"RISK\"]");
    }

    @Test
    void nobodyGrantsThemselvesAVoteOrLeavesTheHouseWithoutAnAdministrator() {
        String me = adam.person().username();

        assertThat(refusal(accounts.grant(adam, me, Set.of(Role.ADMINISTRATOR, Role.REVIEWER)))
                        .code())
                .isEqualTo("OWN_ACCOUNT");
        assertThat(refusal(accounts.deactivate(adam, me)).code()).isEqualTo("OWN_ACCOUNT");
        assertThat(links.make(adam, me)).isInstanceOf(SignInLinks.Link.Refused.class);
        assertThat(person(me).roles()).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    void ofTwoAdministratorsWhoShutEachOtherOutTheFirstStays() {
        Actor one = actor(added(somebody, Role.ADMINISTRATOR));
        Actor other = actor(added("t" + somebody, Role.ADMINISTRATOR));

        accounts.deactivate(one, other.person().username());

        assertThatThrownBy(() -> accounts.deactivate(other, one.person().username()))
                .isInstanceOf(NotPermittedException.class);
        assertThat(person(somebody).active()).isTrue();
    }

    @Test
    void whoeverIsDeactivatedLosesTokensAndLinksAndIsLetInAgainWithoutThem() {
        Actor gone = actor(added(somebody, Role.DATA_SCIENTIST));
        AccessTokens.Issue.Issued token = (AccessTokens.Issue.Issued)
                tokens.issue(gone, "laptop", clock.instant().plus(Duration.ofDays(1)));
        SignInLinks.Link.Made link = (SignInLinks.Link.Made) links.make(adam, somebody);
        int round = people.entrance(somebody).orElseThrow().round();

        accounts.deactivate(adam, somebody);

        assertThat(account(somebody).state()).isEqualTo(Account.State.DEACTIVATED);
        assertThat(tokens.owner(token.secret())).isEmpty();
        assertThat(links.bearer(link.secret())).isEmpty();
        assertThat(links.make(adam, somebody)).isInstanceOf(SignInLinks.Link.Refused.class);

        accounts.reactivate(adam, somebody);

        assertThat(person(somebody).active()).isTrue();
        assertThat(tokens.owner(token.secret())).isEmpty();
        assertThat(links.bearer(link.secret())).isEmpty();
        assertThat(people.entrance(somebody).orElseThrow().round()).isGreaterThan(round);
    }

    @Test
    void linksThatAnAdministratorMadeGoWithThem() {
        Actor one = actor(added(somebody, Role.ADMINISTRATOR));
        added("t" + somebody, Role.REVIEWER);
        SignInLinks.Link.Made kept = (SignInLinks.Link.Made) links.make(one, "t" + somebody);

        accounts.grant(adam, somebody, Set.of(Role.VIEWER));

        assertThat(links.bearer(kept.secret())).isEmpty();
        accounts.grant(adam, somebody, Set.of(Role.ADMINISTRATOR));
        SignInLinks.Link.Made another = (SignInLinks.Link.Made) links.make(one, "t" + somebody);
        accounts.deactivate(adam, somebody);
        assertThat(links.bearer(another.secret())).isEmpty();
    }

    @Test
    void whoWasShutOutMeanwhileAddsNobody() {
        Actor one = actor(added(somebody, Role.ADMINISTRATOR));
        accounts.deactivate(adam, somebody);

        NewAccount late = new NewAccount("t" + somebody, "X", "", Set.of(Role.ADMINISTRATOR));
        assertThatThrownBy(() -> accounts.add(one, late)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> links.make(one, adam.person().username())).isInstanceOf(NotPermittedException.class);
        assertThat(people.byUsername("t" + somebody)).isEmpty();
    }

    @Test
    void aPersonIsCalledOtherwiseAndStaysThemselves() {
        Person before = added(somebody, Role.VIEWER);

        accounts.rename(adam, somebody, " Priya Shah-Klein ");

        assertThat(person(somebody).displayName()).isEqualTo("Priya Shah-Klein");
        assertThat(person(somebody).id()).isEqualTo(before.id());
        for (String unseen : List.of("a\nb", "Priya\u200bShah", "\u202eyirP")) {
            assertThat(refusal(accounts.rename(adam, somebody, unseen)).code()).isEqualTo("INVALID_NAME");
        }
    }

    @Test
    void nobodyButAnAdministratorManagesPeople() {
        added(somebody, Role.VIEWER);
        for (Actor other : List.of(cast.priya(), cast.rita(), cast.dana(), cast.vera(), cast.carl())) {
            assertThatThrownBy(() -> accounts.all(other)).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> accounts.of(other, somebody)).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> accounts.add(other, new NewAccount("x", "X", "", Set.of(Role.VIEWER))))
                    .isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> accounts.grant(other, somebody, Set.of(Role.REVIEWER)))
                    .isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> accounts.grant(other, somebody, Set.of()))
                    .isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> accounts.rename(other, somebody, "Y")).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> accounts.deactivate(other, somebody)).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> accounts.reactivate(other, somebody)).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> links.make(other, somebody)).isInstanceOf(NotPermittedException.class);
            assertThatThrownBy(() -> tokens.revokeAll(other, person(somebody).id()))
                    .isInstanceOf(NotPermittedException.class);
        }
        assertThat(person(somebody).roles()).containsExactly(Role.VIEWER);
    }

    @Test
    void whoSignsInWasSeen() {
        Person person = added(somebody, Role.VIEWER);

        people.seen(person.id());

        assertThat(account(somebody).lastSeenAt()).isNotNull();
    }

    @Test
    void theHouseItselfHasNoAccount() {
        assertThat(accounts.of(adam, "gatehouse")).isEmpty();
        assertThat(refusal(accounts.grant(adam, "gatehouse", Set.of(Role.REVIEWER)))
                        .code())
                .isEqualTo("UNKNOWN_PERSON");
    }

    private Person added(String username, Role... roles) {
        return ((AccountOutcome.Done) accounts.add(adam, new NewAccount(username, "Somebody", "", Set.of(roles))))
                .person();
    }

    private Account account(String username) {
        return accounts.of(adam, username).orElseThrow();
    }

    private Person person(String username) {
        return people.byUsername(username).orElseThrow();
    }

    private static Actor actor(Person person) {
        return new Actor(person, Actor.Via.SCREEN, "test");
    }

    private static AccountOutcome.Refused refusal(AccountOutcome outcome) {
        assertThat(outcome).isInstanceOf(AccountOutcome.Refused.class);
        return (AccountOutcome.Refused) outcome;
    }

    private AuditEvent last() {
        return audit.of("person/" + person(somebody).id()).getLast();
    }
}
