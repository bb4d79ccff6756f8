package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.promotion.PromotionBench.Candidate;
import io.gatehouse.promotion.Promotions.Outcome;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Runs;
import org.junit.jupiter.api.Test;

@DatabaseTest
class DeletedOriginTest {
    private final PromotionBench bench;
    private final Runs runs;
    private final Experiments experiments;
    private final ModelVersions versions;
    private final Promotions promotions;
    private final TestPeople people;

    DeletedOriginTest(
            PromotionBench bench,
            Runs runs,
            Experiments experiments,
            ModelVersions versions,
            Promotions promotions,
            TestPeople people) {
        this.versions = versions;
        this.promotions = promotions;
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
    void aRequestWhoseVersionIsGoneIsJudgedOnceMoreAndThenCanOnlyBeTakenBack() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long request = bench.asked(people.dana(), candidate);
        versions.delete(people.dana(), candidate.model(), 1).orThrow();
        promotions.evaluateAgain(people.dana(), request);
        bench.runJobs();

        PromotionDossier gone = bench.dossier(people.dana(), request);
        assertThat(gone.versionGone()).isTrue();
        assertThat(gone.yourVote().mayEvaluateAgain()).isFalse();
        assertThat(gone.yourVote().mayWithdraw()).isTrue();
        assertThat(promotions.evaluateAgain(people.dana(), request))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("VERSION_DELETED"));
        assertThat(promotions.withdraw(people.dana(), request, "")).isInstanceOf(Outcome.Done.class);
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
