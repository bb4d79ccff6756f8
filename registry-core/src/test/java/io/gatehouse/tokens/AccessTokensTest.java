package io.gatehouse.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.tokens.AccessToken.State;
import io.gatehouse.tokens.AccessTokens.Issue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class AccessTokensTest {
    private final AccessTokens tokens;
    private final AuditTrail audit;
    private final TestPeople cast;
    private final JdbcClient jdbc;
    private final Clock clock;

    AccessTokensTest(AccessTokens tokens, AuditTrail audit, TestPeople cast, JdbcClient jdbc, Clock clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.cast = cast;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void aTokenLeadsToItsOwnerAndItsUseIsNoted() {
        Issue.Issued issued = issued(cast.dana(), "laptop");
        assertThat(found(cast.dana(), issued).lastUsedAt()).isNull();

        assertThat(tokens.owner(issued.secret())).contains(cast.dana().person());

        assertThat(found(cast.dana(), issued).lastUsedAt()).isNotNull();
        assertThat(tokens.owner("gh_nobody")).isEmpty();
    }

    @Test
    void onlyTheHashOfTheSecretIsKept() {
        Issue.Issued issued = issued(cast.dana(), "hashed");

        String kept = jdbc.sql("select token_sha256 from access_token where id = ?")
                .param(issued.token().id())
                .query(String.class)
                .single();

        assertThat(issued.secret()).startsWith("gh_").hasSize(46);
        assertThat(kept).hasSize(64).doesNotContain(issued.secret());
    }

    @Test
    void aRevokedTokenOpensNothingAndStaysListed() {
        Issue.Issued issued = issued(cast.priya(), "stolen");

        assertThat(tokens.revoke(cast.priya(), issued.token().id())).isTrue();

        assertThat(tokens.owner(issued.secret())).isEmpty();
        assertThat(found(cast.priya(), issued).state(clock.instant())).isEqualTo(State.REVOKED);
        assertThat(tokens.revoke(cast.priya(), issued.token().id())).isFalse();
    }

    @Test
    void anExpiredTokenOpensNothing() {
        Issue.Issued issued = issued(cast.dana(), "old");
        jdbc.sql("update access_token set expires_at = created_at where id = ?")
                .param(issued.token().id())
                .update();

        assertThat(tokens.owner(issued.secret())).isEmpty();
        assertThat(found(cast.dana(), issued).state(clock.instant())).isEqualTo(State.EXPIRED);
    }

    @Test
    void nobodySeesOrRevokesTheTokensOfOthers() {
        Issue.Issued issued = issued(cast.dana(), "mine");

        assertThat(tokens.of(cast.carl()))
                .noneMatch(token -> token.id().equals(issued.token().id()));
        assertThat(tokens.revoke(cast.adam(), issued.token().id())).isFalse();
        assertThat(tokens.owner(issued.secret())).isPresent();
    }

    @Test
    void aTokenNeedsANameOfItsOwnAndAnEndWithinAYear() {
        Instant now = clock.instant();
        issued(cast.vera(), "notebook");

        assertThat(tokens.issue(cast.vera(), " ", tomorrow()))
                .isInstanceOfSatisfying(
                        Issue.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("name"));
        assertThat(tokens.issue(cast.vera(), "notebook", tomorrow()))
                .isInstanceOfSatisfying(
                        Issue.Refused.class,
                        refused -> assertThat(refused.sentence().english()).contains("a valid token called notebook"));
        assertThat(tokens.issue(cast.vera(), "past", now))
                .isInstanceOfSatisfying(
                        Issue.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("expires_at"));
        assertThat(tokens.issue(cast.vera(), "eternal", now.plus(Duration.ofDays(400))))
                .isInstanceOf(Issue.Refused.class);
    }

    @Test
    void makingAndRevokingAreOnRecordWithoutTheSecret() {
        long before = audit.appendAlone(cast.rita(), "probe", "x", Map.of()).seq();
        Issue.Issued issued = issued(cast.rita(), "audited");
        tokens.revoke(cast.rita(), issued.token().id());

        assertThat(audit.after(before, 10).stream()
                        .filter(event ->
                                event.object().equals("token/" + issued.token().id())))
                .extracting(AuditEvent::action)
                .containsExactly("token.issued", "token.revoked");
        assertThat(audit.after(before, 10)).noneMatch(event -> event.canonical().contains(issued.secret()));
    }

    private Issue.Issued issued(Actor actor, String name) {
        return (Issue.Issued) tokens.issue(actor, name, tomorrow());
    }

    private AccessToken found(Actor actor, Issue.Issued issued) {
        return tokens.of(actor).stream()
                .filter(token -> token.id().equals(issued.token().id()))
                .findFirst()
                .orElseThrow();
    }

    private Instant tomorrow() {
        return clock.instant().plus(Duration.ofDays(1));
    }
}
