package io.gatehouse.champions;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.SampleEvaluations;
import io.gatehouse.fairness.verdicts.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthOfTest {
    private static final Evaluation PASSED = SampleEvaluations.of(2).done();
    private static final Instant NEXT_DAY = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void oneThatPassedLatelyIsOnTrackWithItsFigures() {
        HealthOf health = HealthOf.champion(2, PASSED, PASSED, NEXT_DAY);

        assertThat(health.health()).isEqualTo(Health.ON_TRACK);
        // Of 1,000 leavers 780 are found, and 500 stayers are flagged beside them.
        assertThat(health.verdict().english())
                .isEqualTo("It finds 78 of every 100 customers who leave; of 100 that it flags, 61 do leave."
                        + " It passed every check of its policy on 1 Nov 2026.");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-30T09:00:00Z, ON_TRACK, champion.on_track",
        "2027-01-30T09:00:00.001Z, WATCH, champion.watch.old"
    })
    void figuresAreFreshForNinetyDaysToTheMoment(Instant now, Health health, String code) {
        HealthOf found = HealthOf.champion(2, PASSED, PASSED, now);

        assertThat(found.health()).isEqualTo(health);
        assertThat(found.verdict().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "FAIL, ACT_NOW, champion.act_now",
        "INCONCLUSIVE, WATCH, champion.watch.unclear",
        "ERROR, WATCH, champion.watch.unclear",
        "NOT_APPLICABLE, ON_TRACK, champion.on_track"
    })
    void whatALaterEvaluationSaysAsksForWhatFitsIt(Verdict verdict, Health health, String code) {
        Evaluation later = SampleEvaluations.of(2).performance(verdict).done();

        HealthOf found = HealthOf.champion(2, PASSED, later, NEXT_DAY);

        assertThat(found.health()).isEqualTo(health);
        assertThat(found.verdict().code()).isEqualTo(code);
        if (health != Health.ON_TRACK) {
            assertThat(found.verdict().english()).contains("performance");
        }
    }

    @ParameterizedTest
    @CsvSource({"FAIL", "INCONCLUSIVE", "ERROR"})
    void whatWasAcceptedWhenItWasPromotedIsWatchedAndNoAlarm(Verdict verdict) {
        Evaluation accepted = SampleEvaluations.of(2).performance(verdict).done();

        HealthOf found = HealthOf.champion(2, accepted, accepted, NEXT_DAY);

        assertThat(found.health()).isEqualTo(Health.WATCH);
        assertThat(found.verdict().code()).isEqualTo("champion.watch.accepted");
    }

    @Test
    void aFailureWithoutAPromotionOnRecordIsNewToEverybody() {
        Evaluation failed = SampleEvaluations.of(2).performance(Verdict.FAIL).done();

        assertThat(HealthOf.champion(2, null, failed, NEXT_DAY).health()).isEqualTo(Health.ACT_NOW);
    }

    @Test
    void whatWasNeverJudgedIsNotKnown() {
        HealthOf found = HealthOf.champion(2, null, null, NEXT_DAY);

        assertThat(found.health()).isEqualTo(Health.NOT_KNOWN);
        assertThat(found.verdict().english()).contains("no evaluation of it is on record");
    }

    @ParameterizedTest
    @CsvSource({"1, 1 version is registered", "2, 2 versions are registered", "1200, '1,200 versions are registered'"})
    void aModelWithoutChampionCountsItsCandidates(int candidates, String words) {
        ModelFacts model = facts(null, candidates);

        assertThat(HealthOf.nobody(model).health()).isEqualTo(Health.NOT_KNOWN);
        assertThat(HealthOf.nobody(model).verdict().english()).contains(words);
    }

    @Test
    void ofAModelWhoseVersionsAreAllBelowTheFloorItIsSaidThatNoneCanBePromoted() {
        assertThat(HealthOf.nobody(facts(null, 1).withoutAFit()).verdict().english())
                .contains("1 version is registered", "it cannot be promoted");
        assertThat(HealthOf.nobody(facts(null, 3).withoutAFit()).verdict().english())
                .contains("3 versions are registered", "none can be promoted");
    }

    static ModelFacts facts(@Nullable Integer champion, int candidates) {
        return new ModelFacts(UUID.randomUUID(), "churn", "Who leaves. And why.", champion, 9, candidates, 4, false);
    }
}
