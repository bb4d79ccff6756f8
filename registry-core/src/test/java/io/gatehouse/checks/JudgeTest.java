package io.gatehouse.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.ReductionLimits;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 7, 8, 12, 60})
    void whereCustomersCountWithValuesOfTheirOwnTheWayOutCountsThemToo(int monthsKept) {
        for (Integer champion : Arrays.asList(1, null)) {
            Ruling ruling = ruleOwn(champion, monthsKept, Population.fairAndBetter(), 0.20);

            SafeBand.Point acting = ruling.wayOut().orElseThrow().actingPoint();

            assertThat(acting.verdicts().value()).isEqualTo(verdict(ruling, CheckName.VALUE));
            assertThat(acting.verdicts().all()).isEqualTo(ruling.verdict());
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 8", "6, 8", "20, 8", "45, 8", "67, 8", "70, 8", "90, 8", "80, 12", "84, 12", "93, 20"})
    void anotherThresholdIsWorthWhatTheCheckFindsThere(int percent, int monthsKept) {
        Ruling acting = ruleOwn(null, monthsKept, Population.fairAndBetter(), 0.20);
        Ruling there = ruleOwn(null, monthsKept, Population.fairAndBetter(), percent / 100.0);

        assertThat(acting.wayOut()
                        .orElseThrow()
                        .points()
                        .get(percent - 1)
                        .verdicts()
                        .value())
                .isEqualTo(verdict(there, CheckName.VALUE));
    }

    @Test
    void withValuesOfTheirOwnOtherThresholdsPassThanWithOneValueForAll() {
        EvidenceStatistics statistics =
                Population.fairAndBetter().worthLessTheSurerTheyLeave().reduced(folder);
        SafeBand own =
                ruleOwn(null, 8, Population.fairAndBetter(), 0.20).wayOut().orElseThrow();
        SafeBand flat = rule(null, statistics).wayOut().orElseThrow();

        assertThat(flat.points())
                .allSatisfy(point -> assertThat(point.verdicts().value()).isEqualTo(Verdict.PASS));
        assertThat(own.points())
                .extracting(point -> point.verdicts().value())
                .contains(Verdict.PASS, Verdict.INCONCLUSIVE, Verdict.FAIL);
    }

    @ParameterizedTest
    @EnumSource(PolicyDocument.Intersections.class)
    void whereAPairOfAttributesDecidesTheWayOutMindsItToo(PolicyDocument.Intersections intersections) {
        EvidenceStatistics statistics = Population.fairAndBetter()
                .blindToTheYoungOfTheNorth()
                .of(20_000)
                .reduced(folder);

        Ruling ruling = rule(ChecksTest.policy(intersections), 1, statistics, TestSetUse.FIRST);

        SafeBand wayOut = ruling.wayOut().orElseThrow();
        assertThat(wayOut.actingPoint().verdicts().fairness()).isEqualTo(verdict(ruling, CheckName.FAIRNESS));
        wayOut.nearestPassing()
                .ifPresent(point -> assertThat(verdict(
                                rule(
                                        ChecksTest.policy(intersections, point.percent() / 100.0),
                                        1,
                                        Population.fairAndBetter()
                                                .blindToTheYoungOfTheNorth()
                                                .of(20_000)
                                                .reducedAt(folder, point.percent() / 100.0),
                                        TestSetUse.FIRST),
                                CheckName.FAIRNESS))
                        .isEqualTo(Verdict.PASS));
    }

    private static Verdict verdict(Ruling ruling, CheckName name) {
        return ruling.checks().stream()
                .filter(check -> check.check() == name)
                .map(CheckResult::verdict)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | 0 | TEST_SET_FIRST_USE | No version was judged on these test customers before, so none was chosen by them.",
                "3 | 1 | 0 | TEST_SET_FIRST_USE | These test customers were judged 3 times before, for this version alone, so none was chosen by them.",
                "1 | 1 | 1 | TEST_SET_REUSED | These test customers were judged once before, for another version; each look makes a good figure a little less surprising.",
                "7 | 4 | 3 | TEST_SET_REUSED | These test customers were judged 7 times before, for 4 versions; each look makes a good figure a little less surprising."
            })
    void howOftenTheTestSetWasLookedAtIsToldAndChangesNoVerdict(
            long evaluations, long versions, long others, String code, String sentence) {
        EvidenceStatistics statistics = Population.fairAndBetter().reduced(folder);

        Ruling ruling = rule(1, statistics, new TestSetUse(evaluations, versions, others));

        assertThat(told(ruling, "TEST_SET")).containsExactly(Verdict.NOT_APPLICABLE + " " + code + " " + sentence);
        assertThat(ruling.verdict()).isEqualTo(Verdict.PASS);
        assertThat(rule(1, statistics, new TestSetUse(evaluations, versions, others))
                        .sha256())
                .isEqualTo(ruling.sha256());
        assertThat(rule(1, statistics, new TestSetUse(evaluations + 1, versions, others))
                        .sha256())
                .isNotEqualTo(ruling.sha256());
    }

    @Test
    void whereNobodyCountsNothingIsSaidOfEarlierLooks() {
        Ruling ruling = rule(1, Population.fairAndBetter().reduced(folder), null);

        assertThat(told(ruling, "TEST_SET")).isEmpty();
    }

    @Test
    void theDescriptionIsPartOfTheRulingWhereTheCaseNamesIt() {
        EvidenceStatistics statistics = Population.fairAndBetter().reduced(folder);
        Ruling unnamed = rule(1, statistics, null);
        Case of = unnamed.of();
        String digest = "f".repeat(64);
        Ruling named = Judge.rule(
                new Case(
                        of.model(),
                        of.version(),
                        of.alias(),
                        of.champion(),
                        of.policy(),
                        of.assumptions(),
                        of.record(),
                        of.origin(),
                        of.testSet(),
                        digest),
                Population.description(),
                statistics);

        assertThat(unnamed.canonical()).doesNotContain("description_sha256");
        assertThat(named.canonical().replace("\"description_sha256\":\"" + digest + "\",", ""))
                .isEqualTo(unnamed.canonical());
    }

    private static List<String> told(Ruling ruling, String codes) {
        return ruling.checks().stream()
                .filter(check -> check.check() == CheckName.PERFORMANCE)
                .flatMap(check -> check.findings().stream())
                .filter(finding -> finding.reasonCode().startsWith(codes))
                .map(finding -> finding.verdict() + " " + finding.reasonCode() + " "
                        + finding.sentence().english())
                .toList();
    }

    private static Ruling rule(@Nullable Integer champion, EvidenceStatistics statistics) {
        return rule(champion, statistics, TestSetUse.FIRST);
    }

    private static Ruling rule(
            @Nullable Integer champion, EvidenceStatistics statistics, @Nullable TestSetUse testSet) {
        return rule(ChecksTest.POLICY, champion, statistics, testSet);
    }

    private Ruling ruleOwn(@Nullable Integer champion, int monthsKept, Population population, double threshold) {
        EvidenceStatistics statistics = population.worthLessTheSurerTheyLeave().reducedAt(folder, threshold);
        return Judge.rule(
                new Case(
                        "churn",
                        2,
                        "champion",
                        champion,
                        ChecksTest.policy(PolicyDocument.Intersections.SHOWN, threshold),
                        OwnValuesByThresholdTest.keptFor(monthsKept),
                        ChecksTest.record(statistics),
                        List.of(),
                        TestSetUse.FIRST,
                        null),
                Population.description(),
                statistics);
    }

    private static Ruling rule(
            PolicyDocument policy,
            @Nullable Integer champion,
            EvidenceStatistics statistics,
            @Nullable TestSetUse testSet) {
        Case of = new Case(
                "churn",
                2,
                "champion",
                champion,
                policy,
                ChecksTest.ASSUMPTIONS,
                ChecksTest.record(statistics),
                List.of(),
                testSet,
                null);
        return Judge.rule(of, Population.description(), statistics);
    }
}
