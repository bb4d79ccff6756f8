package io.gatehouse.fairness.discrimination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.rows.ScoredRows;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DeLongTest {

    private static final Offset<Double> EXACT = within(1e-14);

    // numpy 2.4.6 sample covariances of placements, scipy 1.17.1 norm.sf
    @Test
    void twelveCustomersScoredByTwoModels() {
        AucDifference difference = DeLong.paired(ScoredRows.A.beside(ScoredRows.B));

        assertThat(difference.first().value()).isCloseTo(0.8, EXACT);
        assertThat(difference.first().standardError()).isCloseTo(0.13801311186847084, EXACT);
        assertThat(difference.second().value()).isCloseTo(0.8857142857142858, EXACT);
        assertThat(difference.second().standardError()).isCloseTo(0.12121830534626529, EXACT);
        assertThat(difference.covariance()).isCloseTo(0.005306122448979591, EXACT);
        assertThat(difference.standardError()).isCloseTo(0.15208304212067916, EXACT);
        assertThat(difference.z()).isCloseTo(-0.5636018619766348, within(1e-13));
        assertThat(difference.pValue()).isCloseTo(0.5730251193553901, within(1e-13));
        assertThat(difference.first().positives()).isEqualTo(5);
        assertThat(difference.first().negatives()).isEqualTo(7);
    }

    @Test
    void smallTablesWithTiesAgreeWithSampleCovariancesOfPlacements() {
        var random = new SplittableRandom(99);
        for (int i = 0; i < 300; i++) {
            int rows = random.nextInt(4, 25);
            boolean[] labels = new boolean[rows];
            double[] first = new double[rows];
            double[] second = new double[rows];
            for (int row = 0; row < rows; row++) {
                labels[row] = row < 2 || (row > 3 && random.nextBoolean());
                first[row] = random.nextInt(6) / 5.0;
                second[row] = random.nextInt(6) / 5.0;
            }
            verify(new ScoredRows(labels, first), new ScoredRows(labels, second));
        }
    }

    private static void verify(ScoredRows first, ScoredRows second) {
        AucDifference difference = DeLong.paired(first.beside(second));

        double firstVariance = naiveCovariance(first, first);
        double secondVariance = naiveCovariance(second, second);
        double covariance = naiveCovariance(first, second);
        double variance = firstVariance + secondVariance - 2 * covariance;
        assertThat(difference.first().value()).isCloseTo(naiveMean(first), EXACT);
        assertThat(difference.first().standardError()).isCloseTo(Math.sqrt(firstVariance), within(1e-13));
        assertThat(difference.second().standardError()).isCloseTo(Math.sqrt(secondVariance), within(1e-13));
        assertThat(difference.covariance()).isCloseTo(covariance, EXACT);
        assertThat(difference.value()).isCloseTo(naiveMean(first) - naiveMean(second), EXACT);
        assertThat(difference.standardError() * difference.standardError()).isCloseTo(variance, EXACT);
    }

    private static double naiveMean(ScoredRows rows) {
        PlacementSums sums = rows.sums();
        long total = 0;
        long[] placements = rows.placements();
        for (int i = 0; i < placements.length; i++) {
            total += rows.labels()[i] ? placements[i] : 0;
        }
        return total / (2.0 * sums.positives() * sums.negatives());
    }

    private static double naiveCovariance(ScoredRows first, ScoredRows second) {
        return naiveCovariance(first, second, true) + naiveCovariance(first, second, false);
    }

    private static double naiveCovariance(ScoredRows first, ScoredRows second, boolean label) {
        PlacementSums sums = first.sums();
        double own = label ? sums.positives() : sums.negatives();
        double others = label ? sums.negatives() : sums.positives();
        double firstMean = naiveMean(first);
        double secondMean = naiveMean(second);
        double products = 0;
        for (int i = 0; i < first.labels().length; i++) {
            if (first.labels()[i] == label) {
                products += (first.placements()[i] / (2 * others) - firstMean)
                        * (second.placements()[i] / (2 * others) - secondMean);
            }
        }
        return products / (own - 1) / own;
    }

    @Test
    void exchangingTheModelsTurnsTheSignAndNothingElse() {
        AucDifference difference = DeLong.paired(ScoredRows.A.beside(ScoredRows.B));
        AucDifference exchanged = DeLong.paired(ScoredRows.B.beside(ScoredRows.A));

        assertThat(exchanged.value()).isEqualTo(-difference.value());
        assertThat(exchanged.standardError()).isEqualTo(difference.standardError());
        assertThat(exchanged.pValue()).isEqualTo(difference.pValue());
        assertThat(exchanged.interval(.95).low())
                .isEqualTo(-difference.interval(.95).high());
    }

    @Test
    void identicalRankingsDifferByNothing() {
        AucDifference difference = DeLong.paired(ScoredRows.A.beside(ScoredRows.A));

        assertThat(difference.value()).isZero();
        assertThat(difference.standardError()).isZero();
        assertThat(difference.z()).isZero();
        assertThat(difference.pValue()).isEqualTo(1);
        assertThat(difference.interval(.95)).isEqualTo(new Interval(0, 0));
    }

    @Test
    void nearlyEqualModelsOverABillionRowsKeepTheirTinyDifference() {
        // m = n = 10⁹, every positive above half of the negatives; the second model moves one pair.
        BigInteger m = BigInteger.valueOf(1_000_000_000L);
        BigInteger sum = m.multiply(m);
        BigInteger squares = m.multiply(m).multiply(m);
        var first = new PlacementSums(1_000_000_000L, 1_000_000_000L, sum, squares, squares);
        BigInteger two = BigInteger.TWO;
        // One positive rises from placement m to m + 2, and so does one negative.
        BigInteger squaresOfSecond =
                squares.subtract(m.multiply(m)).add(m.add(two).multiply(m.add(two)));
        var second = new PlacementSums(1_000_000_000L, 1_000_000_000L, sum.add(two), squaresOfSecond, squaresOfSecond);
        BigInteger cross = squares.add(m.multiply(two));

        AucDifference difference = DeLong.paired(new PairedPlacementSums(second, first, cross, cross));

        assertThat(difference.value()).isCloseTo(1e-18, within(1e-31));
        // Each class: Σδ² = 4, so S = (4 − 4/m)/(m−1) = 4/m, over (2m)²·m; twice.
        assertThat(difference.standardError()).isCloseTo(Math.sqrt(2.0) * 1e-18, within(1e-31));
        assertThat(difference.first().value()).isEqualTo(0.5);
    }

    @Test
    void aConstantScoreIsACoin() {
        var constant = new ScoredRows(ScoredRows.A.labels(), new double[12]);

        Auc auc = DeLong.auc(constant.sums());

        assertThat(auc.value()).isEqualTo(0.5);
        assertThat(auc.standardError()).isZero();
    }

    @Test
    void aMissingClassLeavesTheValueAndASingleRowTheErrorUndefined() {
        Auc onlyPositives = DeLong.auc(new ScoredRows(new boolean[] {true, true}, new double[] {.1, .2}).sums());
        Auc onePositive =
                DeLong.auc(new ScoredRows(new boolean[] {true, false, false}, new double[] {.1, .2, .05}).sums());

        assertThat(onlyPositives.value()).isNaN();
        assertThat(onlyPositives.interval(.95)).isEqualTo(new Interval(0, 1));
        assertThat(onePositive.value()).isEqualTo(0.5);
        assertThat(onePositive.standardError()).isNaN();
        assertThat(onePositive.interval(.95)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void overDifferentRowsTheVariancesAddUp() {
        AucDifference gap = DeLong.unpaired(new Auc(.9, .03, 100, 200), new Auc(.85, .04, 90, 180));

        assertThat(gap.value()).isCloseTo(.05, EXACT);
        assertThat(gap.standardError()).isCloseTo(.05, EXACT);
        assertThat(gap.covariance()).isZero();
        assertThat(gap.interval(.95).low()).isCloseTo(.05 - 1.959963984540054 * .05, within(1e-12));
    }

    @Test
    void sumsThatContradictEachOtherAreRefused() {
        BigInteger one = BigInteger.ONE;
        assertThatIllegalArgumentException().isThrownBy(() -> new PlacementSums(1, 1, BigInteger.valueOf(3), one, one));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlacementSums(-1, 1, one, one, one));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedPlacementSums(
                        new PlacementSums(1, 1, one, one, one), new PlacementSums(1, 2, one, one, one), one, one));
    }
}
