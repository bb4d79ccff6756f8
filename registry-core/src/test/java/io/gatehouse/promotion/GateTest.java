package io.gatehouse.promotion;

import static io.gatehouse.promotion.PromotionDossier.Choice.APPROVE;
import static io.gatehouse.promotion.PromotionDossier.Choice.REJECT;
import static io.gatehouse.promotion.PromotionDossier.Choice.REQUEST_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.CheckName;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.promotion.Promotions.Outcome;
import io.gatehouse.registry.AliasOutcome;
import io.gatehouse.registry.Aliases;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@DatabaseTest
class GateTest {
    private final PromotionBench bench;
    private final Promotions promotions;
    private final Aliases aliases;
    private final TestPeople people;

    GateTest(PromotionBench bench, Promotions promotions, Aliases aliases, TestPeople people) {
        this.bench = bench;
        this.promotions = promotions;
        this.aliases = aliases;
        this.people = people;
    }

    @Test
    void aFirstChampionThatPassesAllChecksMovesWithTheLastApproval() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        Evaluation evaluation =
                Objects.requireNonNull(bench.dossier(people.priya(), number).evaluation());

        assertThat(evaluation.checks())
                .hasSize(CheckName.values().length)
                .allSatisfy(check -> assertThat(check.verdict())
                        .as(check.sentence().english())
                        .isEqualTo(Verdict.PASS));
        assertThat(bench.champion(people.vera(), candidate.model())).isNull();
        assertThat(state(bench.approve(people.priya(), number))).isEqualTo(RequestState.EXECUTED);
        assertThat(bench.champion(people.vera(), candidate.model())).isEqualTo(1);
        assertThat(aliases.history(people.vera(), candidate.model(), "champion"))
                .singleElement()
                .satisfies(tenure -> assertThat(tenure.requestId())
                        .isEqualTo(bench.dossier(people.vera(), number).id()));
    }

    @Test
    void settingTheAliasOpensARequestOnceAndMovesNothing() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());

        AliasOutcome first = aliases.set(people.dana(), candidate.model(), "Champion", 1);
        AliasOutcome again = aliases.set(people.dana(), candidate.model(), "champion", 1);

        assertThat(first)
                .isInstanceOfSatisfying(
                        AliasOutcome.Protected.class,
                        refused -> assertThat(refused.requestNumber()).isNotNull());
        assertThat(((AliasOutcome.Protected) again).requestNumber())
                .isEqualTo(((AliasOutcome.Protected) first).requestNumber());
        assertThat(bench.champion(people.vera(), candidate.model())).isNull();
    }

    @Test
    void whoAskedCannotApprove() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.both(), candidate);

        assertThat(refusal(bench.approve(people.both(), number))).isEqualTo("FOUR_EYES");
        assertThat(bench.dossier(people.both(), number).yourVote().allowed()).isFalse();
    }

    @Test
    void whoAskedAndIsNoReviewerIsToldThatSomebodyElseDecidesAndNotToGetTheRole() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);

        assertThat(refusal(bench.approve(people.dana(), number))).isEqualTo("FOUR_EYES");
        assertThat(bench.dossier(people.dana(), number).yourVote().whyNot())
                .hasToString("You asked for this, so someone else must decide.");
        assertThat(bench.champion(people.vera(), candidate.model())).isNull();
    }

    @Test
    void whoTrainedCannotApproveEvenIfSomebodyElseRegisteredAndAsked() {
        var candidate =
                bench.candidate(people.both(), people.dana(), bench.model(people.dana()), TestPredictions.good(), 0.9);
        long number = bench.asked(people.dana(), candidate);

        assertThat(refusal(bench.approve(people.both(), number))).isEqualTo("FOUR_EYES");
        assertThat(state(bench.approve(people.priya(), number))).isEqualTo(RequestState.EXECUTED);
    }

    @Test
    void onlyAReviewerVotes() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);

        assertThat(refusal(bench.approve(people.dmitri(), number))).isEqualTo("NOT_PERMITTED");
        assertThat(refusal(bench.approve(people.adam(), number, bench.digest(people.priya(), number))))
                .isEqualTo("NOT_PERMITTED");
    }

    @Test
    void approvingEvidenceThatChangedSinceIsRefused() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        String read = bench.digest(people.priya(), number);
        bench.evidence(people.dana(), candidate.run(), new TestPredictions(0.1, 0, null));

        assertThat(refusal(bench.approve(people.priya(), number, read))).isEqualTo("CHANGED_SINCE");

        assertThat(state(promotions.evaluateAgain(people.dana(), number))).isEqualTo(RequestState.EVALUATING);
        bench.runJobs();
        assertThat(refusal(bench.approve(people.priya(), number, read))).isEqualTo("CHANGED_SINCE");
        assertThat(state(bench.approve(people.priya(), number))).isEqualTo(RequestState.EXECUTED);
    }

    @Test
    void approvingWhatTheModelWasGivenOtherwiseSinceIsRefused() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        bench.put(people.dana(), candidate.run(), "evaluation/features.csv", "id,hours\n1,2\n");
        long number = bench.asked(people.dana(), candidate);
        String read = bench.digest(people.priya(), number);
        bench.put(people.dana(), candidate.run(), "evaluation/features.csv", "id,hours\n1,3\n");

        assertThat(refusal(bench.approve(people.priya(), number, read))).isEqualTo("CHANGED_SINCE");
    }

    @Test
    void aFailedCheckBlocksApprovalAndCanBeRejectedWithAReason() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.unfair());
        long number = bench.asked(people.dana(), candidate);
        PromotionDossier dossier = bench.dossier(people.priya(), number);

        assertThat(Objects.requireNonNull(dossier.evaluation()).check(CheckName.FAIRNESS))
                .hasValueSatisfying(check -> assertThat(check.verdict()).isEqualTo(Verdict.FAIL));
        assertThat(dossier.state()).isEqualTo(RequestState.AWAITING_REVIEW);
        assertThat(dossier.yourVote().allowed()).isTrue();
        assertThat(dossier.yourVote().mayApprove()).isFalse();
        assertThat(refusal(bench.approve(people.priya(), number))).isEqualTo("CHECKS_NOT_PASSED");
        assertThat(refusal(bench.vote(people.priya(), number, REJECT, " "))).isEqualTo("REASON_REQUIRED");
        assertThat(state(bench.vote(people.priya(), number, REJECT, "Misses the young")))
                .isEqualTo(RequestState.REJECTED);
        assertThat(bench.champion(people.vera(), candidate.model())).isNull();
    }

    @Test
    void aDecidedRequestTakesNoFurtherVote() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        bench.vote(people.priya(), number, REJECT, "Not now");

        assertThat(refusal(bench.approve(people.ravi(), number))).isEqualTo("NOT_OPEN");
        assertThat(refusal(promotions.withdraw(people.dana(), number, ""))).isEqualTo("NOT_OPEN");
        assertThat(refusal(promotions.evaluateAgain(people.dana(), number))).isEqualTo("NOT_OPEN");
    }

    @Test
    void withoutEvidenceTheRequestStaysOpenAndSaysWhatToLog() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), null);
        long number = bench.asked(people.dana(), candidate);
        PromotionDossier dossier = bench.dossier(people.priya(), number);

        assertThat(dossier.state()).isEqualTo(RequestState.CHANGES_REQUESTED);
        assertThat(Objects.requireNonNull(dossier.evaluationProblem()).english())
                .contains("predictions.parquet");
        assertThat(refusal(promotions.vote(people.priya(), number, APPROVE, "", "")))
                .isEqualTo("NOT_OPEN");

        bench.evidence(people.dana(), candidate.run(), TestPredictions.good());
        promotions.evaluateAgain(people.dana(), number);
        bench.runJobs();
        assertThat(bench.dossier(people.priya(), number).state()).isEqualTo(RequestState.AWAITING_REVIEW);
    }

    @Test
    void votesFromBeforeANewEvaluationNoLongerCount() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        bench.vote(people.priya(), number, REQUEST_CHANGES, "Show me more");
        promotions.evaluateAgain(people.dana(), number);
        bench.runJobs();

        assertThat(bench.dossier(people.priya(), number).votes())
                .singleElement()
                .satisfies(vote -> assertThat(vote.current()).isFalse());
        assertThat(state(bench.approve(people.priya(), number))).isEqualTo(RequestState.EXECUTED);
    }

    @Test
    void executingOneRequestOutdatesTheOthersOfTheAlias() {
        String model = bench.model(people.dana());
        long first = bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good()));
        long second = bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good()));

        bench.approve(people.priya(), first);

        assertThat(bench.dossier(people.vera(), second).state()).isEqualTo(RequestState.OUTDATED);
        assertThat(refusal(bench.approve(people.ravi(), second))).isEqualTo("NOT_OPEN");
        assertThat(bench.champion(people.vera(), model)).isEqualTo(1);
    }

    @Test
    void aChallengerIsComparedWithTheChampionOnTheSameRowsOrNotAtAll() {
        String model = bench.model(people.dana());
        bench.approve(
                people.priya(),
                bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good())));

        long without = bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good()));
        long beside = bench.asked(
                people.dana(),
                bench.candidate(people.dana(), model, TestPredictions.good().beside(1)));

        assertThat(Objects.requireNonNull(bench.dossier(people.priya(), without).evaluation())
                        .check(CheckName.VALUE))
                .hasValueSatisfying(check -> assertThat(check.verdict()).isEqualTo(Verdict.ERROR));
        assertThat(refusal(bench.approve(people.priya(), without))).isEqualTo("CHECKS_NOT_PASSED");
        assertThat(state(bench.approve(people.priya(), beside))).isEqualTo(RequestState.EXECUTED);
        assertThat(bench.champion(people.vera(), model)).isEqualTo(3);
    }

    @Test
    void whoAskedCanTakeItBackAndAskAnew() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.ask(people.dana(), candidate);

        assertThat(bench.ask(people.dmitri(), candidate)).isEqualTo(number);
        assertThat(refusal(promotions.withdraw(people.dmitri(), number, ""))).isEqualTo("NOT_YOURS");
        assertThat(state(promotions.withdraw(people.dana(), number, "wrong data")))
                .isEqualTo(RequestState.WITHDRAWN);
        assertThat(bench.ask(people.dana(), candidate)).isNotEqualTo(number);
        bench.runJobs();
        assertThat(bench.dossier(people.dana(), number).state()).isEqualTo(RequestState.WITHDRAWN);
    }

    private static RequestState state(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.state();
        }
        throw new AssertionError("Expected it to be done, was " + outcome);
    }

    private static String refusal(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refused.code();
        }
        throw new AssertionError("Expected a refusal, was " + outcome);
    }
}
