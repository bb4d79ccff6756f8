package io.gatehouse.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.discrimination.DeLong;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.scoring.EvidenceStatistics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Evidence whose rows stand for customers in unequal numbers. */
class WeightedChecksTest {
    private static final IntFunction<String> UNEQUAL = number -> Integer.toString(1 + number / 2 * 7 % 4);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    private static List<CheckResult> answers(Judged judged) {
        return List.of(
                new PerformanceCheck().answer(judged),
                new FairnessCheck().answer(judged),
                new ValueCheck().answer(judged));
    }

    private List<CheckResult> answers(Population population) {
        return answers(ChecksTest.judged(population.reduced(folder)));
    }

    @Test
    void aFairAndBetterModelPassesOnWeightedRowsToo() {
        assertThat(answers(Population.fairAndBetter().weighing(UNEQUAL).of(12_000)))
                .allSatisfy(result -> assertThat(result.verdict())
                        .as(result.sentence().english())
                        .isEqualTo(Verdict.PASS))
                .allSatisfy(result -> assertThat(result.findings())
                        .extracting(Finding::reasonCode)
                        .contains("WEIGHTED"));
    }

    @Test
    void aModelThatGuessesOrMissesTheYoungFailsOnWeightedRowsToo() {
        assertThat(answers(Population.fairAndBetter().guessing().weighing(UNEQUAL))
                        .getFirst()
                        .findings())
                .extracting(Finding::reasonCode)
                .contains("BELOW_FLOOR", "INFERIOR");
        CheckResult fairness = answers(
                        Population.fairAndBetter().blindToTheYoung().weighing(UNEQUAL))
                .get(1);
        assertThat(fairness.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(fairness.sentence().english()).contains("18-24 (age band)");
        assertThat(answers(Population.fairAndBetter().overstating().weighing(UNEQUAL))
                        .get(2)
                        .reasonCode())
                .isEqualTo("INFERIOR");
    }

    @Test
    void rowsOfWhichAFewCarryNearlyAllTheWeightAreNoPass() {
        List<CheckResult> results =
                answers(Population.fairAndBetter().weighing(number -> number % 300 == 0 ? "5000" : "1"));

        // Ten test rows tell what there is to tell.
        assertThat(results).extracting(CheckResult::verdict).doesNotContain(Verdict.PASS);
        assertThat(results.get(1).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(results.getFirst().findings())
                .extracting(Finding::reasonCode)
                .contains("TOO_FEW_ROWS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0.0001", "30000"})
    void equalWeightsGiveTheVerdictsAndFiguresOfTheRows(String each) {
        Judged plain = ChecksTest.judged(Population.fairAndBetter().reduced(folder));
        Judged weighted = ChecksTest.judged(
                Population.fairAndBetter().weighing(number -> each).reduced(folder));

        assertAlike(answers(weighted), answers(plain), 1e-9);
        assertThat(WayOut.of(weighted, Verdict.PASS)).isEqualTo(WayOut.of(plain, Verdict.PASS));
        // Deciles of weights divide tied rows in proportion; here no scores are tied, and ten divides the rows.
        assertThat(value(weighted).deciles()).isEqualTo(value(plain).deciles());
        assertThat(value(weighted).contacted()).isEqualTo(value(plain).contacted());
        assertThat(performance(weighted).brier()).isCloseTo(performance(plain).brier(), within(1e-12));
    }

    @Test
    void aCommonFactorOfTheWeightsChangesNoVerdictAndNoFigure() {
        Judged once =
                ChecksTest.judged(Population.fairAndBetter().weighing(UNEQUAL).reduced(folder));
        Judged thrice = ChecksTest.judged(Population.fairAndBetter()
                .weighing(number -> Integer.toString(3 + 3 * (number / 2 * 7 % 4)))
                .reduced(folder));

        assertAlike(answers(thrice), answers(once), 1e-12);
        assertThat(WayOut.of(thrice, Verdict.PASS)).isEqualTo(WayOut.of(once, Verdict.PASS));
        assertThat(value(thrice)).usingRecursiveComparison().isEqualTo(value(once));
    }

    @Test
    void customersOfTheirOwnWorthAreWeightedAlike() {
        Judged plain = own(Population.fairAndBetter().withOwnValues().reduced(folder));
        Judged equal = own(Population.fairAndBetter()
                .withOwnValues()
                .weighing(number -> "2.5")
                .reduced(folder));
        Judged unequal = own(Population.fairAndBetter()
                .withOwnValues()
                .weighing(number -> 5 + number * 31 % 51 > 40 ? "9" : "1")
                .reduced(folder));

        CheckResult ofPlain = new ValueCheck().answer(plain);
        // Values by score are summed over rows, so that nothing is said of them by weight.
        assertThat(value(equal).deciles()).isEmpty();
        assertThat(WayOut.of(equal, Verdict.PASS)).isEmpty();
        assertAlike(List.of(new ValueCheck().answer(equal)), List.of(ofPlain), 1e-9);
        // Customers of more than forty a month stand for nine each, so that a customer is worth more on average.
        assertThat(estimate(value(unequal).netPerCustomer()))
                .isGreaterThan(1.2 * estimate(value(plain).netPerCustomer()));
        assertThat(Objects.requireNonNull(new ValueCheck().answer(unequal).month())
                        .ownValues())
                .isTrue();
    }

    @Test
    void whatTheRunLoggedIsHeldAgainstEveryRowOnce() {
        EvidenceStatistics statistics =
                Population.fairAndBetter().weighing(UNEQUAL).reduced(folder);
        Judged judged = ChecksTest.judged(statistics);
        double plain = DeLong.auc(statistics.test().placements()).value();
        assertThat(judged.record().metrics()).isEqualTo(Map.of("test_auc", plain));

        CheckResult result = new PerformanceCheck().answer(judged);

        assertThat(result.findings()).extracting(Finding::reasonCode).contains("CLAIM_AGREES", "CLAIMS_UNWEIGHTED");
        assertThat(estimate(performance(judged).testAuc())).isNotEqualTo(plain);
    }

    @Test
    void effectiveRowsStandBesideRowsAndOnlyWhereThereAreWeights() {
        Judged plain = ChecksTest.judged(Population.fairAndBetter().reduced(folder));
        Judged weighted =
                ChecksTest.judged(Population.fairAndBetter().weighing(UNEQUAL).reduced(folder));
        JsonMapper json = JsonMapper.builder().build();

        assertThat(json.writeValueAsString(answers(plain))).doesNotContain("effective", "weighted");
        assertThat(json.writeValueAsString(answers(weighted))).contains("effectiveN", "weighted");
        assertThat(new FairnessCheck().answer(weighted).segments()).allSatisfy(group -> {
            assertThat(group.effectiveN())
                    .isBetween(1.0, (double) group.counts().total());
            assertThat(group.truePositiveRate().n()).isEqualTo(group.counts().positives());
            assertThat(group.truePositiveRate().effectiveN())
                    .isBetween(1.0, (double) group.counts().positives());
        });
        PerformanceFigures.Weighted figures =
                Objects.requireNonNull(performance(weighted).weighted());
        // Weights of 1 to 4, alike often: (1+2+3+4)²/(4·(1+4+9+16)) = 5/6 of 3,000 rows.
        assertThat(figures.effectiveRows()).isCloseTo(2500, within(1.0));
        assertThat(figures.customers()).isCloseTo(7500, within(1.0));
    }

    @Test
    void aSafeBandIsFoundByWeight() {
        Judged judged =
                ChecksTest.judged(Population.fairAndBetter().weighing(UNEQUAL).reduced(folder));

        assertThat(WayOut.of(judged, Verdict.PASS))
                .hasValueSatisfying(band -> assertThat(band.runs())
                        .anySatisfy(run -> assertThat(run.contains(20)).isTrue()));
    }

    private static void assertAlike(List<CheckResult> found, List<CheckResult> expected, double tolerance) {
        assertThat(found)
                .extracting(CheckResult::verdict)
                .isEqualTo(expected.stream().map(CheckResult::verdict).toList());
        List<Figure> figures = figures(found);
        List<Figure> others = figures(expected);
        assertThat(figures).hasSameSizeAs(others);
        for (int i = 0; i < figures.size(); i++) {
            assertThat(figures.get(i).n()).isEqualTo(others.get(i).n());
            assertClose(figures.get(i).estimate(), others.get(i).estimate(), tolerance);
            assertClose(figures.get(i).low(), others.get(i).low(), tolerance);
            assertClose(figures.get(i).high(), others.get(i).high(), tolerance);
        }
    }

    /** To so many parts of the figure itself. */
    private static void assertClose(@Nullable Double found, @Nullable Double expected, double tolerance) {
        if (expected == null || Double.isInfinite(expected)) {
            assertThat(found).isEqualTo(expected);
        } else {
            assertThat(found).isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
        }
    }

    private static List<Figure> figures(List<CheckResult> results) {
        return results.stream()
                .flatMap(result -> Stream.of(
                                Stream.of(Optional.ofNullable(result.headline())),
                                result.findings().stream().map(finding -> Optional.ofNullable(finding.figure())),
                                result.segments().stream()
                                        .flatMap(group -> Stream.of(
                                                Optional.of(group.truePositiveRate()),
                                                Optional.ofNullable(group.ratio()),
                                                Optional.ofNullable(group.difference()))),
                                result.crossings().stream().map(group -> Optional.ofNullable(group.ratio())),
                                Optional.ofNullable(result.month()).stream()
                                        .flatMap(month -> Stream.of(
                                                Optional.of(month.net()),
                                                Optional.of(month.returnOnCost()),
                                                Optional.of(month.breakEvenSaveRate()))))
                        .flatMap(some -> some))
                .flatMap(Optional::stream)
                .toList();
    }

    private static double estimate(Figure figure) {
        return Objects.requireNonNull(figure.estimate());
    }

    private static ValueFigures value(Judged judged) {
        return Objects.requireNonNull(new ValueCheck().answer(judged).value());
    }

    private static PerformanceFigures performance(Judged judged) {
        return Objects.requireNonNull(new PerformanceCheck().answer(judged).performance());
    }

    private static Judged own(EvidenceStatistics statistics) {
        Judged judged = ChecksTest.judged(statistics);
        ValueAssumptions usual = judged.assumptions();
        return new Judged(
                judged.policy(),
                new ValueAssumptions(
                        usual.version(),
                        usual.model(),
                        usual.owner(),
                        usual.reason(),
                        usual.customerValue(),
                        12,
                        usual.offerCost(),
                        usual.contactCost(),
                        usual.saveRate(),
                        usual.customersPerMonth(),
                        usual.costs()),
                statistics,
                judged.baseline(),
                judged.references(),
                judged.record(),
                judged.origin(),
                judged.testSet());
    }
}
