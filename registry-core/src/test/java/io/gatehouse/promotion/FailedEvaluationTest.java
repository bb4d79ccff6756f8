package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.promotion.PromotionBench.Candidate;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class FailedEvaluationTest {
    private static final String NOWHERE = "0".repeat(64);

    private final PromotionBench bench;
    private final Promotions promotions;
    private final PromotionDossiers dossiers;
    private final TestPeople people;
    private final HouseClock clock;
    private final JdbcClient jdbc;

    FailedEvaluationTest(
            PromotionBench bench,
            Promotions promotions,
            PromotionDossiers dossiers,
            TestPeople people,
            HouseClock clock,
            JdbcClient jdbc) {
        this.bench = bench;
        this.promotions = promotions;
        this.dossiers = dossiers;
        this.people = people;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void checksThatFailThreeTimesLeaveARequestThatSaysSoAndCanBeEvaluatedAgain() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.ask(people.dana(), candidate);
        String bytes = losesItsBytes(candidate, NOWHERE);

        runThreeTimes();

        PromotionDossier failed = bench.dossier(people.vera(), number);
        assertThat(failed.state()).isEqualTo(RequestState.CHANGES_REQUESTED);
        assertThat(failed.statusLine().english()).startsWith("The evaluation failed: ");
        assertThat(Objects.requireNonNull(failed.evaluationProblem()).english())
                .startsWith("The evaluation failed: ")
                .contains("Have the checks run again");
        assertThat(failed.history())
                .extracting(line -> line.sentence().code())
                .containsExactly("promotion.opened", "promotion.evaluation_failed");
        assertThat(dossiers.rows(people.vera(), new PromotionDossiers.Filter(candidate.model(), true)))
                .hasSize(1);

        losesItsBytes(candidate, bytes);
        assertThat(promotions.evaluateAgain(people.dana(), number)).isInstanceOf(Promotions.Outcome.Done.class);
        bench.runJobs();
        assertThat(bench.dossier(people.vera(), number).state()).isEqualTo(RequestState.AWAITING_REVIEW);
    }

    @Test
    void aRequestThatWasWithdrawnMeanwhileStaysWithdrawn() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.ask(people.dana(), candidate);
        losesItsBytes(candidate, NOWHERE);
        bench.runJobs();
        promotions.withdraw(people.dana(), number, "");

        runThreeTimes();

        assertThat(bench.dossier(people.vera(), number).state()).isEqualTo(RequestState.WITHDRAWN);
    }

    @Test
    void checksThatTookTheServerDownEachTimeAreNotTriedForEver() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.ask(people.dana(), candidate);
        jdbc.sql("""
                update job set state = 'RUNNING', attempts = 3, lease_until = created_at
                where id = (select job_id from promotion_request where number = ?)""").param(number).update();

        bench.runJobs();

        assertThat(bench.dossier(people.vera(), number).statusLine().english())
                .startsWith("The evaluation failed: The server stopped each time while it ran.");
    }

    /** Points the evidence at other bytes. @return those that it pointed at */
    private String losesItsBytes(Candidate candidate, String sha256) {
        String table = " where name = 'predictions.csv' and directory like ?";
        String folder = "%" + candidate.run().info().id() + "/artifacts/evaluation%";
        String before = jdbc.sql("select sha256 from artifact" + table)
                .param(folder)
                .query(String.class)
                .single();
        jdbc.sql("update artifact set sha256 = ?" + table)
                .params(sha256, folder)
                .update();
        return before;
    }

    /** Each attempt waits longer than the one before. */
    private void runThreeTimes() {
        for (int minute = 0; minute < 3; minute++) {
            clock.at(clock.instant().plus(Duration.ofMinutes(minute)), () -> {
                bench.runJobs();
                return true;
            });
        }
    }
}
