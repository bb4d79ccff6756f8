package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.checks.CheckName;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Digests;
import io.gatehouse.promotion.Discussions.Said;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.PromotionDossier.Comment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class DiscussionsTest {
    private final PromotionBench bench;
    private final Discussions discussions;
    private final Promotions promotions;
    private final TestPeople people;
    private final JdbcClient jdbc;

    DiscussionsTest(
            PromotionBench bench, Discussions discussions, Promotions promotions, TestPeople people, JdbcClient jdbc) {
        this.bench = bench;
        this.discussions = discussions;
        this.promotions = promotions;
        this.people = people;
        this.jdbc = jdbc;
    }

    @Test
    void changesAreAskedForAnsweredAndJudgedAgainAndAllOfItIsKept() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        discussions.say(people.priya(), number, CheckName.FAIRNESS, "Why only these plans?");
        bench.vote(people.priya(), number, Choice.REQUEST_CHANGES, "Show me the other plans");
        assertThat(bench.dossier(people.dana(), number).statusLine().english())
                .isEqualTo("Priya Shah asked for changes: Show me the other plans.");

        discussions.say(people.dana(), number, null, "  They are in now.  ");
        assertThat(bench.dossier(people.dana(), number).statusLine().english())
                .startsWith("Priya Shah asked for changes");
        promotions.evaluateAgain(people.dana(), number);
        bench.runJobs();
        bench.approve(people.priya(), number);
        assertThat(discussions.say(people.vera(), number, null, "Thank you")).isInstanceOf(Said.Kept.class);

        assertThat(bench.dossier(people.vera(), number).state()).isEqualTo(RequestState.EXECUTED);
        assertThat(bench.dossier(people.vera(), number).comments())
                .extracting(Comment::number, Comment::check, Comment::by, Comment::words)
                .containsExactly(
                        tuple(1, CheckName.FAIRNESS, "Priya Shah", "Why only these plans?"),
                        tuple(2, null, "Dana Ortiz", "They are in now."),
                        tuple(3, null, "Vera Klein", "Thank you"));
    }

    @Test
    void theAuditChainHoldsTheDigestOfWhatWasSaidAndNeverTheWords() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), null);
        long number = bench.ask(people.dana(), candidate);
        String secret = "My dentist says 42.";
        discussions.say(people.dana(), number, null, secret);

        String details = jdbc.sql(
                        "select canonical from audit_event where action = 'promotion.commented' and object = ?")
                .param("promotion/PR-" + number)
                .query(String.class)
                .single();
        assertThat(details).contains(Digests.sha256(secret)).doesNotContain("dentist");
    }

    @ParameterizedTest
    @CsvSource({"carl, hello, NOT_PERMITTED", "vera, ' ', COMMENT_REQUIRED", "vera, long, INVALID_TEXT"})
    void whoMayNotReadMayNotSpeakAndNothingIsNotAComment(String who, String words, String code) {
        long number = bench.ask(people.dana(), bench.candidate(people.dana(), bench.model(people.dana()), null));
        var actor = who.equals("carl") ? people.carl() : people.vera();
        String text = words.equals("long") ? "x".repeat(4_001) : words;

        assertThat(discussions.say(actor, number, null, text))
                .isInstanceOfSatisfying(
                        Said.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
        assertThat(bench.dossier(people.vera(), number).comments()).isEmpty();
    }

    @Test
    void aRequestThatDoesNotExistIsNamed() {
        assertThat(discussions.say(people.vera(), 999_999_999L, null, "Hello?"))
                .isInstanceOfSatisfying(
                        Said.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("UNKNOWN_REQUEST"));
    }
}
