package io.gatehouse.fairness.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.discrimination.Auc;
import io.gatehouse.fairness.discrimination.AucDifference;
import io.gatehouse.fairness.discrimination.AucFloor;
import io.gatehouse.fairness.discrimination.DeLong;
import io.gatehouse.fairness.discrimination.WeightedDeLong;
import io.gatehouse.fairness.hypotheses.Significance;
import io.gatehouse.fairness.hypotheses.TwoProportions;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.rows.WeightedRows;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.FairnessGate;
import io.gatehouse.fairness.segments.GroupJudgement;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.segments.SegmentCounts;
import io.gatehouse.fairness.segments.SmallGroups;
import io.gatehouse.fairness.segments.ToleranceRule;
import io.gatehouse.fairness.segments.WeightedCounts;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.fairness.value.MeanValue;
import io.gatehouse.fairness.value.MonthlyReturn;
import io.gatehouse.fairness.value.ValueCells;
import io.gatehouse.fairness.value.WeightedValue;
import io.gatehouse.fairness.value.WeightedValueCells;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for every weighted table, over tables drawn under a fixed seed. */
class WeightedPropertiesTest {

    private static final CampaignEconomics ECONOMICS = new CampaignEconomics(200, 10, 1, .3);

    private static WeightedRows draw(SplittableRandom random, int rows, int mostWeight) {
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        long[] weights = new long[rows];
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = i < 2 || (i > 3 && random.nextBoolean());
            scores[i] = random.nextInt(20) / 20.0;
            weights[i] = random.nextInt(1, mostWeight + 1);
            values[i] = random.nextInt(1000) / 10.0;
        }
        return new WeightedRows(labels, scores, weights, values);
    }

    private static WeightedRows relabelled(WeightedRows rows) {
        boolean[] labels = new boolean[rows.labels().length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = !rows.labels()[i];
        }
        return new WeightedRows(labels, rows.scores(), rows.weights(), rows.values());
    }

    /** Every row of weight w as w rows of weight 1. */
    private static WeightedRows split(WeightedRows rows) {
        int all = (int) Arrays.stream(rows.weights()).sum();
        boolean[] labels = new boolean[all];
        double[] scores = new double[all];
        long[] weights = new long[all];
        double[] values = new double[all];
        int at = 0;
        for (int i = 0; i < rows.labels().length; i++) {
            for (long copy = 0; copy < rows.weights()[i]; copy++) {
                labels[at] = rows.labels()[i];
                scores[at] = rows.scores()[i];
                weights[at] = 1;
                values[at] = rows.values()[i];
                at++;
            }
        }
        return new WeightedRows(labels, scores, weights, values);
    }

    @Test
    void aCommonFactorChangesNothingToTheLastDigit() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 50; i++) {
            WeightedRows rows = draw(random, 40, 9);
            WeightedRows threefold = rows.times(3);
            assertThat(WeightedDeLong.auc(threefold.sums())).isEqualTo(WeightedDeLong.auc(rows.sums()));
            for (Rate rate : Rate.values()) {
                assertThat(rate.of(threefold.at(.4))).isEqualTo(rate.of(rows.at(.4)));
            }
            assertThat(new WeightedValue(ECONOMICS).perCustomer(threefold.cells(.4)))
                    .isEqualTo(new WeightedValue(ECONOMICS).perCustomer(rows.cells(.4)));
            assertThat(threefold.calibration().brier())
                    .isEqualTo(rows.calibration().brier());
        }
    }

    @Test
    void equalWeightsGiveTheFiguresOfTheRows() {
        var random = new SplittableRandom(2);
        for (int i = 0; i < 50; i++) {
            WeightedRows rows = draw(random, 40, 1).times(7);
            Auc plain = DeLong.auc(rows.plain().sums());
            assertThat(WeightedDeLong.auc(rows.sums())).isEqualTo(plain);
            ConfusionCounts counts = rows.at(.4).counts();
            for (Rate rate : Rate.values()) {
                assertThat(rate.of(rows.at(.4))).isEqualTo(rate.of(counts));
            }
            ValueCells flat = ValueCells.flat(counts, 200);
            WeightedValueCells weighted = WeightedValueCells.flat(rows.at(.4), 200);
            MeanValue expected = ECONOMICS.perCustomer(counts);
            MeanValue found = new WeightedValue(ECONOMICS).perCustomer(weighted);
            assertThat(found.mean()).isCloseTo(expected.mean(), within(1e-10));
            assertThat(found.standardDeviation()).isCloseTo(expected.standardDeviation(), within(1e-10));
            assertThat(found.effectiveRows()).isEqualTo(expected.effectiveRows());
            assertThat(MonthlyReturn.of(weighted, ECONOMICS, 1000, 50, .95))
                    .usingRecursiveComparison()
                    .withComparatorForType(
                            (first, second) -> Math.abs(first - second) < 1e-8 ? 0 : Double.compare(first, second),
                            Double.class)
                    .isEqualTo(MonthlyReturn.of(flat, ECONOMICS, 1000, 50, .95));
        }
    }

    @Test
    void twoScoresWithEqualWeightsAreComparedAsTheRowsAre() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 50; i++) {
            WeightedRows first = draw(random, 40, 1).times(5);
            double[] others = draw(random, 40, 1).scores();
            WeightedRows second = new WeightedRows(first.labels(), others, first.weights(), first.values());
            AucDifference plain = DeLong.paired(first.plain().beside(second.plain()));
            assertThat(WeightedDeLong.paired(first.beside(second))).isEqualTo(plain);
        }
    }

    @Test
    void aRowOfWeightTwoIsWorthTwoRowsInEveryEstimate() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < 50; i++) {
            WeightedRows rows = draw(random, 30, 5);
            WeightedRows many = split(rows);
            assertThat(WeightedDeLong.auc(many.sums()).value())
                    .isEqualTo(WeightedDeLong.auc(rows.sums()).value());
            for (Rate rate : Rate.values()) {
                assertThat(rate.of(many.at(.4)).value())
                        .isCloseTo(rate.of(rows.at(.4)).value(), within(1e-15));
                // Copies of a row are no news: as many rows that were drawn one by one would tell more.
                assertThat(rate.of(rows.at(.4)).trials())
                        .isLessThanOrEqualTo(rate.of(many.at(.4)).trials());
            }
            MeanValue value = new WeightedValue(ECONOMICS).perCustomer(rows.cells(.4));
            assertThat(new WeightedValue(ECONOMICS).perCustomer(many.cells(.4)).mean())
                    .isEqualTo(value.mean());
            assertThat(many.calibration().brier()).isEqualTo(rows.calibration().brier());
        }
    }

    @Test
    void relabellingTurnsTheAucRound() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 50; i++) {
            WeightedRows rows = draw(random, 40, 9);
            Auc there = WeightedDeLong.auc(rows.sums());
            Auc back = WeightedDeLong.auc(relabelled(rows).sums());
            assertThat(back.value()).isCloseTo(1 - there.value(), within(1e-15));
            assertThat(back.standardError()).isCloseTo(there.standardError(), within(1e-15));
            assertThat(back.effectivePositives()).isEqualTo(there.effectiveNegatives());
        }
    }

    @Test
    void effectiveRowsAreNeverMoreThanRowsNorFewerThanOne() {
        var random = new SplittableRandom(6);
        for (int i = 0; i < 50; i++) {
            WeightSum all = draw(random, 40, 1000).at(.4).total();
            assertThat(all.effectiveRows()).isBetween(1.0, 40.0);
        }
        assertThat(WeightSum.constant(7, 123_456_789_000L).effectiveRows()).isEqualTo(7);
        assertThat(WeightSum.NONE.effectiveRows()).isZero();
        assertThat(WeightSum.NONE.shareOf(WeightSum.NONE)).isNaN();
    }

    @Test
    void sumsThatNoWeightsHaveAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightSum(2, BigInteger.TEN, BigInteger.valueOf(49)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightSum(2, BigInteger.TEN, BigInteger.valueOf(101)));
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightSum(0, BigInteger.ONE, BigInteger.ONE));
        assertThat(new WeightSum(2, BigInteger.TEN, BigInteger.valueOf(50)).effectiveRows())
                .isEqualTo(2);
    }

    @Test
    void oneHeavyRowMakesAClassTooSmallToJudge() {
        long[] weights = new long[80];
        Arrays.fill(weights, 1);
        boolean[] labels = new boolean[80];
        Arrays.fill(labels, 0, 40, true);
        double[] scores = new double[80];
        Arrays.fill(scores, 0, 40, .9);
        WeightedRows even = new WeightedRows(labels, scores, weights.clone(), new double[80]);
        weights[0] = 1000;
        WeightedRows tilted = even.weighing(weights);

        assertThat(AucFloor.of(.7).judge(WeightedDeLong.auc(even.sums())).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(AucFloor.of(.7).judge(WeightedDeLong.auc(tilted.sums())).reason())
                .isEqualTo(ReasonCode.TOO_FEW_ROWS);
    }

    private static SegmentCounts.Group group(String name, ConfusionCounts counts, WeightedCounts weights) {
        return new SegmentCounts.Group(name, counts, weights);
    }

    @Test
    void theGateSaysTheSameOfEqualWeightsAndIsLessSureOfUnequalOnes() {
        ConfusionCounts reference = new ConfusionCounts(1700, 300, 300, 4700);
        ConfusionCounts other = new ConfusionCounts(820, 150, 180, 2350);
        FairnessGate gate = new FairnessGate(
                List.of(ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .8, .1)), Map.of(), SmallGroups.allBlock());
        SegmentCounts plain = new SegmentCounts(
                "age", List.of(new SegmentCounts.Group("a", reference), new SegmentCounts.Group("b", other)));
        SegmentCounts equal = new SegmentCounts(
                "age",
                List.of(
                        group("a", reference, WeightedCounts.constant(reference, 3)),
                        group("b", other, WeightedCounts.constant(other, 3))));
        SegmentCounts unequal = new SegmentCounts(
                "age",
                List.of(
                        group("a", reference, WeightedCounts.constant(reference, 3)),
                        group("b", other, tilted(other))));

        assertThat(comparison(gate, equal)).isEqualTo(comparison(gate, plain));
        assertThat(gate.judge(List.of(plain)).verdict()).isEqualTo(Verdict.PASS);
        // A few rows of a hundredfold weight leave thirty effective leavers or so.
        assertThat(gate.judge(List.of(unequal)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static Object comparison(FairnessGate gate, SegmentCounts counts) {
        return gate.judge(List.of(counts)).segments().getFirst().groups().stream()
                .map(GroupJudgement::judgement)
                .toList();
    }

    /** The same rates, with every thirtieth row a hundred times as heavy. */
    private static WeightedCounts tilted(ConfusionCounts counts) {
        return new WeightedCounts(
                tilted(counts.truePositives()),
                tilted(counts.falsePositives()),
                tilted(counts.falseNegatives()),
                tilted(counts.trueNegatives()));
    }

    private static WeightSum tilted(long rows) {
        return WeightSum.constant(rows - rows / 30, 1).plus(WeightSum.constant(rows / 30, 100));
    }

    @Test
    void theReferenceIsTheGroupThatStandsForMostCustomers() {
        ConfusionCounts many = new ConfusionCounts(900, 100, 100, 900);
        ConfusionCounts few = new ConfusionCounts(450, 50, 50, 450);
        SegmentCounts counts = new SegmentCounts(
                "region",
                List.of(
                        group("north", many, WeightedCounts.constant(many, 1)),
                        group("south", few, WeightedCounts.constant(few, 10))));
        FairnessGate gate = new FairnessGate(
                List.of(ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .8, .1)), Map.of(), SmallGroups.allBlock());

        assertThat(gate.judge(List.of(counts)).segments().getFirst().reference())
                .isEqualTo("south");
    }

    @Test
    void effectiveCountsHaveNoExactTest() {
        Proportion few = new Proportion(1.5, 9.25);
        Proportion many = new Proportion(40.5, 90);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TwoProportions.fisherExact(few, many))
                .withMessageContaining("whole");
        assertThat(TwoProportions.chiSquared(few, many).method()).isEqualTo(Significance.Method.CHI_SQUARED);
        assertThat(TwoProportions.isApproximate(few, many)).isTrue();
        assertThat(TwoProportions.isApproximate(many, many)).isFalse();
    }
}
