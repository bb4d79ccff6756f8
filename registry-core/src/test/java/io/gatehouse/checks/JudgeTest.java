package io.gatehouse.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.ReductionLimits;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theSameCaseAndEvidenceGiveTheSameBytesOnAnyNumberOfCores(int threads) {
        Ruling one = rule(1, Population.fairAndBetter().reduced(folder));

        Ruling again =
                rule(1, Population.fairAndBetter().reduced(folder, ReductionLimits.DEFAULT.withThreads(threads)));

        assertThat(again.canonical()).isEqualTo(one.canonical());
        assertThat(again.sha256()).isEqualTo(one.sha256());
        assertThat(one.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void anotherRowMakesAnotherRuling() {
        Ruling one = rule(null, Population.fairAndBetter().of(2000).reduced(folder));
        Ruling other = rule(null, Population.fairAndBetter().of(2001).reduced(folder));

        assertThat(other.sha256()).isNotEqualTo(one.sha256());
        assertThat(other.seed()).isNotEqualTo(one.seed());
    }

    @Test
    void aChampionThatTheEvidenceDoesNotNameLeavesItsQuestionsOpen() {
        Ruling ruling = rule(9, Population.fairAndBetter().reduced(folder));

        assertThat(ruling.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(ruling.canonical()).contains("models:/churn@champion").contains("\"compared_with\":9");
    }

    @Test
    void aModelThatContactsNearlyEverybodyIsShownTheThresholdAtWhichItWouldPass() {
        Ruling ruling = rule(1, Population.fairAndBetter().overstating().reduced(folder));

        SafeBand wayOut = ruling.wayOut().orElseThrow();

        assertThat(ruling.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(wayOut.actingPoint().passes()).isFalse();
        assertThat(wayOut.nearestPassing())
                .hasValueSatisfying(point -> assertThat(point.percent()).isGreaterThan(20));
        assertThat(wayOut.actingPoint().listLength())
                .isGreaterThan(wayOut.nearestPassing().orElseThrow().listLength());
    }

    @Test
    void atTheActingThresholdTheWayOutSaysWhatTheChecksSay() {
        Ruling ruling = rule(1, Population.fairAndBetter().reduced(folder));

        SafeBand.Point acting = ruling.wayOut().orElseThrow().actingPoint();

        assertThat(acting.verdicts().all()).isEqualTo(ruling.verdict());
        assertThat(acting.percent()).isEqualTo(20);
    }

    private static Ruling rule(@Nullable Integer champion, EvidenceStatistics statistics) {
        Case of = new Case(
                "churn",
                2,
                "champion",
                champion,
                ChecksTest.POLICY,
                ChecksTest.ASSUMPTIONS,
                ChecksTest.record(statistics),
                List.of());
        return Judge.rule(of, Population.description(), statistics);
    }
}
