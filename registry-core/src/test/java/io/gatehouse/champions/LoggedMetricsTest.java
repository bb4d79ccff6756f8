package io.gatehouse.champions;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.TestPredictions;
import io.gatehouse.tracking.Batch;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.RunLog;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every figure that a run logged and the evidence gives too is kept with the evaluation, and read with the version in use. */
@DatabaseTest
class LoggedMetricsTest {
    private final PromotionBench bench;
    private final Champions champions;
    private final TimeMachine machine;
    private final RunLog log;
    private final TestPeople people;

    LoggedMetricsTest(PromotionBench bench, Champions champions, TimeMachine machine, RunLog log, TestPeople people) {
        this.bench = bench;
        this.champions = champions;
        this.machine = machine;
        this.log = log;
        this.people = people;
    }

    @Test
    void whatTheRunLoggedStandsBesideWhatTheEvidenceGivesAndWhatItDidNotLogIsLeftOut() {
        String model = approved(
                new Metric("test_accuracy", 0.5, 1, 0),
                new Metric("test_brier", 0.2, 1, 0),
                new Metric("val_accuracy", Double.NaN, 1, 0),
                new Metric("train_time_seconds", 12, 1, 0));

        List<ClaimedMetric> claimed = claimed(model);

        assertThat(claimed)
                .extracting(ClaimedMetric::name)
                .containsExactly("test_accuracy", "test_brier", "val_accuracy");
        assertThat(claimed)
                .allSatisfy(
                        metric -> assertThat(metric.recomputed()).isNotNull().isBetween(0.0, 1.0));
        assertThat(claimed.get(0).claimed()).isEqualTo(0.5);
        assertThat(claimed.get(2).claimed()).isNull();
    }

    @Test
    void whatTheRunLogsAfterItWasJudgedChangesNothing() {
        String model = bench.model(people.dana());
        var candidate = bench.candidate(people.dana(), model, TestPredictions.good());
        long asked = bench.asked(people.dana(), candidate);
        log(candidate.run().info().id(), new Metric("test_recall", 0.99, 1, 0));

        bench.approve(people.priya(), asked);

        assertThat(claimed(model)).isEmpty();
    }

    @Test
    void theTimeMachineTellsTheSame() {
        String model = approved(new Metric("test_accuracy", 0.5, 1, 0));

        assertThat(machine.at(people.vera(), Instant.parse("2100-01-01T00:00:00Z")))
                .filteredOn(then -> then.model().equals(model))
                .singleElement()
                .extracting(ChampionThen::figures)
                .satisfies(figures ->
                        assertThat(((FiguresThen) figures).claimed().metrics()).isEqualTo(claimed(model)));
    }

    private String approved(Metric... metrics) {
        String model = bench.model(people.dana());
        var candidate = bench.candidate(people.dana(), model, TestPredictions.good());
        log(candidate.run().info().id(), metrics);
        bench.approve(people.priya(), bench.asked(people.dana(), candidate));
        return model;
    }

    private void log(String run, Metric... metrics) {
        log.log(people.dana(), run, new Batch(List.of(metrics), List.of(), List.of()));
    }

    private List<ClaimedMetric> claimed(String model) {
        ClaimedFigure claimed = champions
                .page(people.vera(), model)
                .map(ModelPage::champion)
                .map(ChampionSummary::claimed)
                .orElseThrow();
        return claimed.metrics();
    }
}
