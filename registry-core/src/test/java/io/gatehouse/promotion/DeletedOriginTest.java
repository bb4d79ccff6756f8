package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.promotion.PromotionBench.Candidate;
import io.gatehouse.promotion.Promotions.Outcome;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Runs;
import org.junit.jupiter.api.Test;

@DatabaseTest
class DeletedOriginTest {
    private final PromotionBench bench;
    private final Runs runs;
    private final Experiments experiments;
    private final TestPeople people;

    DeletedOriginTest(PromotionBench bench, Runs runs, Experiments experiments, TestPeople people) {
        this.bench = bench;
        this.runs = runs;
        this.experiments = experiments;
        this.people = people;
    }

    @Test
    void aVersionWhoseRunWentIntoTheBinDoesNotComeIntoUse() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long request = bench.asked(people.dana(), candidate);
        runs.delete(people.dana(), candidate.run().info().id());

        Outcome outcome = bench.approve(people.priya(), request);

        assertThat(bench.champion(people.vera(), candidate.model())).isNull();
        assertThat(outcome.toString()).contains(candidate.run().info().id());
    }

    @Test
    void norDoesOneWhoseExperimentDid() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long request = bench.asked(people.dana(), candidate);
        experiments.delete(people.dana(), candidate.run().info().experimentId());

        bench.approve(people.priya(), request);

        assertThat(bench.champion(people.vera(), candidate.model())).isNull();
    }
}
