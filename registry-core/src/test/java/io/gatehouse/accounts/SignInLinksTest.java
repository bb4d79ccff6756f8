package io.gatehouse.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Digests;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Role;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@DatabaseTest
class SignInLinksTest {
    private static final String GOOD = "glacier mitten tugboat saffron";

    private final Accounts accounts;
    private final SignInLinks links;
    private final Passwords passwords;
    private final People people;
    private final PasswordEncoder encoder;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Actor adam;
    private final String somebody = "s" + UUID.randomUUID();

    SignInLinksTest(
            Accounts accounts,
            SignInLinks links,
            Passwords passwords,
            People people,
            PasswordEncoder encoder,
            JdbcClient jdbc,
            Clock clock,
            TestPeople cast) {
        this.accounts = accounts;
        this.links = links;
        this.passwords = passwords;
        this.people = people;
        this.encoder = encoder;
        this.jdbc = jdbc;
        this.clock = clock;
        this.adam = cast.adam();
    }

    @BeforeEach
    void add() {
        accounts.add(adam, new Accounts.NewAccount(somebody, "Some Body", "", Set.of(Role.VIEWER)));
    }

    @Test
    void aLinkLeadsToAPasswordOnce() {
        String secret = made();
        assertThat(links.bearer(secret)).isPresent();

        assertThat(choose(secret, GOOD)).isInstanceOf(AccountOutcome.Done.class);

        assertThat(encoder.matches(GOOD, people.passwordHash(somebody).orElseThrow()))
                .isTrue();
        assertThat(links.bearer(secret)).isEmpty();
        assertThat(code(choose(secret, GOOD + "s"))).isEqualTo("LINK_OVER");
        assertThat(accounts.of(adam, somebody).orElseThrow().state()).isEqualTo(Account.State.ACTIVE);
    }

    @Test
    void theNewestLinkAloneOpens() {
        String first = made();
        String second = made();

        assertThat(links.bearer(first)).isEmpty();
        assertThat(links.bearer(second)).isPresent();
    }

    @Test
    void aPasswordThatIsRefusedLeavesTheLinkForAnother() {
        String secret = made();

        assertThat(code(choose(secret, "short"))).isEqualTo("PASSWORD_TOO_SHORT");

        assertThat(people.passwordHash(somebody)).isEmpty();
        assertThat(choose(secret, GOOD)).isInstanceOf(AccountOutcome.Done.class);
    }

    @Test
    void afterAWeekALinkIsOver() {
        String secret = made();
        jdbc.sql("update sign_in_link set expires_at = ? where secret_sha256 = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), Digests.sha256(secret))
                .update();

        assertThat(links.bearer(secret)).isEmpty();
        assertThat(code(choose(secret, GOOD))).isEqualTo("LINK_OVER");
        assertThat(accounts.of(adam, somebody).orElseThrow().state()).isEqualTo(Account.State.LINK_OVER);
    }

    @Test
    void aPasswordChosenAnewEndsTheSessionsOfWhoeverHadTheOldOne() {
        choose(made(), GOOD);
        int round = people.entrance(somebody).orElseThrow().round();

        choose(made(), "umbrella quartz dolphin pepper");

        assertThat(people.entrance(somebody).orElseThrow().round()).isGreaterThan(round);
    }

    @Test
    void whatIsOverStaysOverWhenTheClockIsSetBack() {
        String secret = made();
        jdbc.sql("update sign_in_link set expires_at = ? where secret_sha256 = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), Digests.sha256(secret))
                .update();
        links.endThoseOver();
        jdbc.sql("update sign_in_link set expires_at = ? where secret_sha256 = ?")
                .params(clock.instant().plusSeconds(60).atOffset(ZoneOffset.UTC), Digests.sha256(secret))
                .update();

        assertThat(links.bearer(secret)).isEmpty();
    }

    @Test
    void aPasswordOfOnesOwnEndsTheLinkThatWaits() {
        choose(made(), GOOD);
        String secret = made();
        Actor own = new Actor(people.byUsername(somebody).orElseThrow(), Actor.Via.SCREEN, "test");

        passwords.change(own, people.entrance(somebody).orElseThrow().round(), GOOD, "umbrella quartz dolphin pepper");

        assertThat(links.bearer(secret)).isEmpty();
    }

    @Test
    void onlyTheHashOfASecretIsKept() {
        String secret = made();

        List<@Nullable String> kept = jdbc.sql("select secret_sha256 from sign_in_link where person_id = ?")
                .param(people.byUsername(somebody).orElseThrow().id())
                .query(String.class)
                .list();

        assertThat(kept).containsExactly(Digests.sha256(secret));
    }

    private String made() {
        return ((SignInLinks.Link.Made) links.make(adam, somebody)).secret();
    }

    private AccountOutcome choose(String secret, String password) {
        return links.choose(secret, password, Actor.Via.SCREEN, "test");
    }

    private static String code(AccountOutcome outcome) {
        return ((AccountOutcome.Refused) outcome).code();
    }
}
