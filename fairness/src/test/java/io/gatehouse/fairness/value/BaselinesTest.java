package io.gatehouse.fairness.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.rows.ScoredRows;
import io.gatehouse.fairness.segments.ConfusionCounts;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselinesTest {

    private static final CampaignEconomics DEFAULTS = CampaignEconomicsTest.DEFAULTS;
    private static final Offset<Double> EXACT = within(1e-10);

    @Test
    void twelveCustomersBesideContactingAllOrNobody() {
        ConfusionCounts counts = ScoredRows.A.at(.5);
        Baselines baselines = Baselines.of(counts, DEFAULTS);

        // 5 leavers at 56, 7 stayers at −11
        assertThat(baselines.everybody()).isCloseTo(203, EXACT);
        assertThat(baselines.net()).isCloseTo(191, EXACT);
        assertThat(baselines.overEverybody()).isCloseTo(-12, EXACT);
        assertThat(baselines.savings()).isCloseTo(1 - (1000.0 - 191) / (1000 - 203), EXACT);
        assertThat(DEFAULTS.perContact(counts).mean()).isCloseTo(191.0 / 7, EXACT);
        assertThat(DEFAULTS.perContact(counts).rows()).isEqualTo(7);
    }

    @Test
    void whereContactingAllLosesNobodyIsTheBaseline() {
        Baselines baselines = Baselines.of(new ConfusionCounts(5, 3, 5, 987), DEFAULTS);

        assertThat(baselines.everybody()).isNegative();
        assertThat(baselines.savings()).isCloseTo((5 * 56 - 33) / 2000.0, EXACT);
        assertThat(Baselines.of(new ConfusionCounts(0, 0, 10, 990), DEFAULTS).savings())
                .isZero();
        assertThat(Baselines.of(new ConfusionCounts(0, 5, 0, 5), DEFAULTS).savings())
                .isNaN();
    }

    @Test
    void theDifferenceToContactingEverybodyHasItsOwnDeviation() {
        ConfusionCounts counts = ScoredRows.A.at(.5);
        PairedValue value = PairedValue.of(PairedDecisionCounts.besideEverybody(counts), DEFAULTS);

        assertThat(value.difference().total())
                .isCloseTo(Baselines.of(counts, DEFAULTS).overEverybody(), EXACT);
        assertThat(value.challenger()).isEqualTo(DEFAULTS.perCustomer(counts));
        // one leaver at −56, four stayers at 11, seven treated alike
        assertThat(value.difference().standardDeviation())
                .isCloseTo(Math.sqrt((56 * 56 + 4 * 121 - 12.0 * 12 / 12) / 11), EXACT);
    }

    @Test
    void aCampaignByItsLift() {
        var campaign = new NeslinProfit(100_000, .1, .05, DEFAULTS, 5000);

        assertThat(campaign.at(4)).isCloseTo(19_000, within(1e-8));
        assertThat(campaign.breakEvenLift()).isCloseTo(3.433, within(5e-4));
        assertThat(campaign.at(campaign.breakEvenLift())).isCloseTo(0, within(1e-8));
        assertThat(new NeslinProfit(100_000, .1, .05, DEFAULTS, 0).breakEvenLift())
                .isCloseTo(3.284, within(5e-4));
    }

    @Test
    void itsLiftWithoutFixedCostIsTheBreakEvenScore() {
        assertThat(new NeslinProfit(500, .2, .05, DEFAULTS, 0).breakEvenLift() * .05)
                .isCloseTo(DEFAULTS.breakEvenScore(), EXACT);
        assertThat(new NeslinProfit(500, 0, .05, DEFAULTS, 1).breakEvenLift()).isInfinite();
        assertThat(new NeslinProfit(500, .2, 0, DEFAULTS, 1).breakEvenLift()).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, .1, .05, 0, customers",
        "1, 1.1, .05, 0, contactedShare",
        "1, .1, NaN, 0, churnRate",
        "1, .1, .05, -1, fixedCost"
    })
    void aCampaignOutOfRangeIsRefusedByName(long customers, double share, double churn, double fixed, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NeslinProfit(customers, share, churn, DEFAULTS, fixed))
                .withMessageContaining(name);
    }

    @Test
    void aLiftThatMakesMoreLeaversThanContactsIsRefused() {
        var campaign = new NeslinProfit(100, .1, .3, DEFAULTS, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> campaign.at(4)).withMessageContaining("lift");
    }

    // Bahnsen's cost matrix row by row: V lost with a leaver left alone, f + γd + (1−γ)V with one contacted, d + f for
    // a stayer.
    @Test
    void savingsAreThoseOfTheCostMatrix() {
        for (ConfusionCounts counts : new ConfusionCounts[] {
            new ConfusionCounts(30, 20, 10, 140), new ConfusionCounts(5, 50, 45, 20), new ConfusionCounts(1, 0, 0, 1)
        }) {
            double lost = 1 + .3 * 10 + .7 * 200;
            double model = counts.truePositives() * lost + counts.falsePositives() * 11 + counts.falseNegatives() * 200;
            double all = counts.positives() * lost + counts.negatives() * 11;

            assertThat(Baselines.of(counts, DEFAULTS).savings())
                    .isCloseTo(1 - model / Math.min(all, counts.positives() * 200), EXACT);
        }
    }
}
