package io.gatehouse.fairness.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.calibration.WeightedCalibration;
import io.gatehouse.fairness.discrimination.Auc;
import io.gatehouse.fairness.discrimination.AucDifference;
import io.gatehouse.fairness.discrimination.WeightedDeLong;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.KoopmanRatio;
import io.gatehouse.fairness.intervals.NewcombeDifference;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.rows.WeightedRows;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.fairness.value.MeanValue;
import io.gatehouse.fairness.value.MonthlyReturn;
import io.gatehouse.fairness.value.WeightedValue;
import io.gatehouse.fairness.value.WeightedValueCells;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Twelve weighted rows beside figures made elsewhere: numpy 2.4.6 for influence functions and linearised variances row by row, scikit-learn
 * 1.9.1 {@code roc_auc_score} and {@code brier_score_loss} with {@code sample_weight}, statsmodels 0.15.0 for intervals of effective counts,
 * scipy 1.17.1 {@code brentq} for the ends of Fieller's interval.
 */
class WeightedReferenceTest {

    private static final Offset<Double> CLOSE = within(1e-12);
    private static final CampaignEconomics ECONOMICS = new CampaignEconomics(200, 10, 1, .3);

    @Test
    void aucAndItsStandardErrorAreThoseOfTheInfluenceFunction() {
        Auc first = WeightedDeLong.auc(WeightedRows.A.sums());
        Auc second = WeightedDeLong.auc(WeightedRows.B.sums());

        assertThat(first.value()).isCloseTo(0.7940700808625336, CLOSE);
        assertThat(first.standardError()).isCloseTo(0.1514229965206789, CLOSE);
        assertThat(second.value()).isCloseTo(0.5881401617250674, CLOSE);
        assertThat(second.standardError()).isCloseTo(0.21934602429872171, CLOSE);
        assertThat(first.effectivePositives()).isCloseTo(4.069767441860465, CLOSE);
        assertThat(first.effectiveNegatives()).isCloseTo(4.465818759936407, CLOSE);
    }

    @Test
    void aucsOverTheSameRowsAreComparedWithTheirCovariance() {
        AucDifference difference = WeightedDeLong.paired(WeightedRows.A.beside(WeightedRows.B));

        assertThat(difference.covariance()).isCloseTo(0.015601395092357258, CLOSE);
        assertThat(difference.value()).isCloseTo(0.7940700808625336 - 0.5881401617250674, CLOSE);
        assertThat(difference.standardError()).isCloseTo(0.19959662338386996, CLOSE);
    }

    @Test
    void ratesStandOnTheEffectiveRowsOfTheirOwnDenominators() {
        Proportion found = Rate.TRUE_POSITIVE_RATE.of(WeightedRows.A.at(.5));
        Proportion right = Rate.PRECISION.of(WeightedRows.A.at(.5));

        assertThat(found.value()).isCloseTo(0.6571428571428571, CLOSE);
        assertThat(found.trials()).isCloseTo(4.069767441860465, CLOSE);
        assertIs(found.interval(.95), 0.24139182698278755, 0.9202859869227447);
        assertThat(right.trials()).isCloseTo(4.422382671480144, CLOSE);
        assertIs(right.interval(.95), 0.2523269232237732, 0.9158626164796575);
        assertThat(WeightedRows.A.at(.5).total().effectiveRows()).isCloseTo(8.326881720430107, CLOSE);
    }

    @Test
    void intervalsTakeCountsThatAreNotWhole() {
        assertIs(KoopmanRatio.of(24.5, 40.25, 80.75, 120.5, .9), 0.7018742744566351, 1.1222500116985696);
        assertIs(NewcombeDifference.of(24.5, 40.25, 80.75, 120.5, .9), -0.20681242913974052, 0.0757559266490071);
    }

    @Test
    void calibrationIsOfWeightedMeans() {
        WeightedCalibration calibration = WeightedRows.A.calibration();

        assertThat(calibration.brier()).isCloseTo(0.18431818181818185, CLOSE);
        assertThat(calibration.expected()).isCloseTo(0.4522727272727272, CLOSE);
        assertThat(calibration.observed()).isCloseTo(0.3977272727272727, CLOSE);
    }

    @Test
    void valuePerCustomerHasTheLinearisedVariance() {
        WeightedValue value = new WeightedValue(ECONOMICS);
        MeanValue own = value.perCustomer(WeightedRows.A.cells(.5));
        MeanValue flat = value.perCustomer(WeightedValueCells.flat(WeightedRows.A.at(.5), 200));
        MeanValue beside =
                value.paired(WeightedRows.A.cellsBeside(WeightedRows.B, .5)).difference();

        assertThat(own.mean()).isCloseTo(-0.37215909090909083, CLOSE);
        assertThat(own.standardError()).isCloseTo(1.682998179940033, CLOSE);
        assertThat(flat.mean()).isCloseTo(13.136363636363637, CLOSE);
        assertThat(flat.standardError()).isCloseTo(8.746132852033547, CLOSE);
        assertThat(beside.mean()).isCloseTo(1.2596590909090908, CLOSE);
        assertThat(beside.standardError()).isCloseTo(2.0095033622332674, CLOSE);
    }

    @Test
    void aMonthsReturnHasTheEndsThatASearchFinds() {
        MonthlyReturn month = MonthlyReturn.of(WeightedRows.A.cells(.5), ECONOMICS, 1000, 50, .95);

        assertThat(month.net()).isCloseTo(-422.1590909090908, within(1e-9));
        assertThat(month.netInterval().width() / 2).isCloseTo(3298.615818728926, within(1e-9));
        assertThat(month.roi()).isCloseTo(-0.1626532399299475, CLOSE);
        assertThat(month.roiInterval().low()).isCloseTo(-1.735591219875752, within(1e-9));
        assertThat(month.roiInterval().high()).isCloseTo(6.910353709310382, within(1e-9));
    }

    private static void assertIs(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(1e-8));
        assertThat(interval.high()).isCloseTo(high, within(1e-8));
    }
}
