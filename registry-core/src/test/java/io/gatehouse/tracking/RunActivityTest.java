package io.gatehouse.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.tracking.RunActivity.Pulse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class RunActivityTest {
    private final RunActivity activity;
    private final RunPages pages;
    private final Runs runs;
    private final RunLog log;
    private final TestRuns some;
    private final TestPeople people;
    private final HouseClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    RunActivityTest(
            RunActivity activity,
            RunPages pages,
            Runs runs,
            RunLog log,
            TestRuns some,
            TestPeople people,
            HouseClock clock,
            JdbcClient jdbc,
            PlatformTransactionManager manager) {
        this.activity = activity;
        this.pages = pages;
        this.runs = runs;
        this.log = log;
        this.some = some;
        this.people = people;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(manager);
    }

    @Test
    void nothingMovesUntilSomethingIsLoggedInThatExperiment() {
        long experiment = some.experiment(people.dana());
        String run = some.run(people.dana(), experiment, 1_000);
        String elsewhere = some.run(people.dana());
        Pulse first = pulse(experiment);
        assertThat(first.running()).isEqualTo(1);
        log.logMetric(people.dana(), elsewhere, new Metric("auc", 0.8, 1, 0));
        assertThat(pulse(experiment)).isEqualTo(first);

        log.logMetric(people.dana(), run, new Metric("auc", 0.8, 1, 0));

        assertThat(pulse(experiment).move()).isNotEqualTo(first.move());
    }

    @Test
    void whatIsNotStoredYetIsNotTold() {
        long experiment = some.experiment(people.dana());
        String run = some.run(people.dana(), experiment, 1_000);
        Pulse first = pulse(experiment);
        transactions.executeWithoutResult(all -> {
            log.logParam(people.dana(), run, new Param("depth", "3"));
            assertThat(pulse(experiment)).isEqualTo(first);
        });
        Pulse then = pulse(experiment);
        assertThat(then.move()).isNotEqualTo(first.move());
        transactions.executeWithoutResult(all -> {
            log.logParam(people.dana(), run, new Param("rate", "0.1"));
            all.setRollbackOnly();
        });
        assertThat(pulse(experiment)).isEqualTo(then);
    }

    @Test
    void aRunThatEndsIsNoLongerTraining() {
        long experiment = some.experiment(people.dana());
        String run = some.run(people.dana(), experiment, 1_000);
        assertThat(pulse(experiment).running()).isEqualTo(1);
        runs.update(
                people.dana(),
                run,
                new Runs.Change(Optional.of(RunStatus.FINISHED), OptionalLong.of(2_000), Optional.empty()));
        assertThat(pulse(experiment).running()).isZero();
    }

    @Test
    void whatAnotherProcessLoggedIsFoundAfterAFewSeconds() {
        long experiment = some.experiment(people.dana());
        String run = some.run(people.dana(), experiment, 1_000);
        Pulse first = pulse(experiment);
        jdbc.sql("update run set status = 'FAILED', end_ms = 5000 where id = ?")
                .param(run)
                .update();
        assertThat(pulse(experiment)).isEqualTo(first);
        Pulse later = clock.at(
                clock.instant().plusMillis(RunActivity.EVERY_MS), () -> activity.pulse(people.dana(), experiment));
        assertThat(later.move()).isNotEqualTo(first.move());
        assertThat(later.running()).isZero();
    }

    @Test
    void newRunsAreCountedByTheMomentThatTheyArrivedAt() {
        long experiment = some.experiment(people.dana());
        long now = clock.millis();
        some.run(people.dana(), experiment, now);
        Instant shown = clock.instant();
        RunPages.Lines all = new RunPages.Lines(experiment, "", List.of());
        assertThat(clock.at(shown.plusSeconds(1), () -> pages.newer(people.dana(), all, shown)))
                .isZero();
        // The clock of a client may be an hour behind.
        String later = clock.at(shown.plusSeconds(2), () -> some.run(people.dana(), experiment, now - 3_600_000));
        assertThat(pages.newer(people.dana(), all, shown)).isEqualTo(1);
        assertThat(pages.newer(people.dana(), new RunPages.Lines(experiment, "status = 'FINISHED'", List.of()), shown))
                .isZero();
        log.logMetric(people.dana(), later, new Metric("auc", 0.8, 1, 0));
    }

    @Test
    void aTableReadsItsColumnsAndNoMore() {
        long experiment = some.experiment(people.dana());
        String run = some.run(people.dana(), experiment, 1_000);
        log.log(
                people.dana(),
                run,
                new Batch(
                        List.of(new Metric("auc", 0.81, 1, 0), new Metric("loss", Double.NaN, 1, 0)),
                        List.of(new Param("depth", "3"), new Param("rate", "0.1")),
                        List.of(new Tag("team", "churn"))));
        String child = some.run(people.dana(), experiment, 2_000, new Tag("mlflow.parentRunId", run));
        log.logParam(people.dana(), child, new Param("depth", "5"));
        RunPages.Columns columns = new RunPages.Columns(Set.of("loss"), Set.of("depth"));

        RunRow row = pages.page(people.dana(), new RunPages.Lines(experiment, "", List.of()), columns, 0, 10)
                .getFirst();

        assertThat(row.metrics()).containsOnlyKeys("loss").containsEntry("loss", Double.NaN);
        assertThat(row.params()).isEqualTo(Map.of("depth", "3"));
        assertThat(row.children()).isEqualTo(1);
        assertThat(pages.these(people.dana(), List.of(child, run), columns))
                .extracting(RunRow::id)
                .containsExactly(child, run);
        LoggedKeys keys = pages.keys(people.dana(), experiment);
        assertThat(keys.metrics()).containsExactly("auc", "loss");
        assertThat(keys.params()).containsExactly(Map.entry("depth", 2), Map.entry("rate", 1));
        assertThat(keys.tags()).containsExactly("team");
        assertThat(keys.runs()).isEqualTo(1);
        assertThat(keys.nested()).isEqualTo(1);
    }

    private Pulse pulse(long experiment) {
        return activity.pulse(people.dana(), experiment);
    }
}
