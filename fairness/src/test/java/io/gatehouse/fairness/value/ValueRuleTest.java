package io.gatehouse.fairness.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.discrimination.Auc;
import io.gatehouse.fairness.discrimination.AucDifference;
import io.gatehouse.fairness.rows.ScoredRows;
import io.gatehouse.fairness.verdicts.Judgement;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueRuleTest {

    private static final ValueRule RULE = ValueRule.withDefaults();
    private static final Offset<Double> EXACT = within(1e-9);

    // numpy 2.4.6 over δ = (0,0,11,0,0,−56,0,0,56,0,0,0), scipy 1.17.1 norm.ppf(.95)
    @Test
    void theCustomaryRuleIsNinetyFivePercentTwoPercentAHundredthAndThirtyCustomers() {
        assertThat(ValueRule.withDefaults()).isEqualTo(new ValueRule(.95, .02, .01, 30));
    }

    @Test
    void thirtyCustomersAreEnough() {
        assertThat(against(30).reason()).isEqualTo(ReasonCode.NON_INFERIOR);
        assertThat(against(29).reason()).isEqualTo(ReasonCode.TOO_FEW_ROWS);
    }

    private static Judgement against(long rows) {
        MeanValue same = new MeanValue(0, 0, rows);
        return RULE.againstChampion(new PairedValue(same, same, same));
    }

    @Test
    void twelveCustomersPaired() {
        PairedValue value = PairedValue.of(ScoredRows.B.pairedWith(ScoredRows.A, .5), CampaignEconomicsTest.DEFAULTS);

        assertThat(value.difference().mean()).isCloseTo(0.9166666666666666, EXACT);
        assertThat(value.difference().standardDeviation()).isCloseTo(24.08869343727782, EXACT);
        assertThat(value.difference().standardError()).isCloseTo(6.95380682021936, EXACT);
        assertThat(value.difference().z()).isCloseTo(.131822, within(5e-7));
        assertThat(value.difference().lowerBound(.95)).isCloseTo(-10.521327702691032, EXACT);
        assertThat(value.challenger().total()).isCloseTo(202, EXACT);
        assertThat(value.champion().total()).isCloseTo(191, EXACT);
        assertThat(value.margin(.02)).isCloseTo(.02 * 191 / 12, EXACT);
        assertThat(RULE.againstChampion(value).reason()).isEqualTo(ReasonCode.TOO_FEW_ROWS);
    }

    @ParameterizedTest
    @CsvSource({
        // mean, sd, rows; the one-sided bounds are mean ± 1.645·sd/√rows
        "5, 20, 400, PASS, MET",
        "1, 20, 400, INCONCLUSIVE, POINT_INSIDE_LOW_POWER",
        "-1, 20, 400, INCONCLUSIVE, POINT_OUTSIDE",
        "-5, 20, 400, FAIL, VALUE_NOT_POSITIVE",
        "0, 0, 400, FAIL, VALUE_NOT_POSITIVE",
        "5, 1, 29, INCONCLUSIVE, TOO_FEW_ROWS",
        "5, 1, 30, PASS, MET",
        "0, 20, 400, INCONCLUSIVE, POINT_OUTSIDE",
        "NaN, NaN, 0, INCONCLUSIVE, TOO_FEW_ROWS",
    })
    void againstNobody(double mean, double deviation, long rows, Verdict verdict, ReasonCode reason) {
        Judgement judgement = RULE.againstNobody(new MeanValue(mean, deviation, rows));

        assertThat(judgement.reason()).isEqualTo(reason);
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.threshold()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // The champion is worth 50 a customer, so the margin is 1; sd/√rows is 0.2, so bounds are ± 0.329
        "1, SUPERIOR, PASS",
        "0, NON_INFERIOR, PASS",
        "-.6, NON_INFERIOR, PASS",
        "-.8, POINT_INSIDE_LOW_POWER, INCONCLUSIVE",
        "-1.2, POINT_OUTSIDE, INCONCLUSIVE",
        "-1.4, INFERIOR, FAIL",
    })
    void againstTheChampionLessTheMargin(double difference, ReasonCode reason, Verdict verdict) {
        var value = new PairedValue(
                new MeanValue(difference, 20, 10_000),
                new MeanValue(50 + difference, 20, 10_000),
                new MeanValue(50, 20, 10_000));

        Judgement judgement = RULE.againstChampion(value);

        assertThat(judgement.reason()).isEqualTo(reason);
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.threshold()).isEqualTo(-1);
        assertThat(judgement.confidence()).isCloseTo(.9, EXACT);
        assertThat(judgement.interval().low()).isCloseTo(value.difference().lowerBound(.95), EXACT);
    }

    @Test
    void aShareOfALossIsNoRoomToBeWorse() {
        var value = new PairedValue(new MeanValue(0, 1, 100), new MeanValue(-50, 1, 100), new MeanValue(-50, 1, 100));

        assertThat(value.margin(.02)).isZero();
        assertThat(RULE.againstChampion(value).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void twoModelsThatDecideAlikeAreAsGood() {
        var counts = new PairedDecisionCounts(
                new PairedDecisionCounts.Cells(30, 0, 0, 5), new PairedDecisionCounts.Cells(20, 0, 0, 45));

        Judgement judgement = RULE.againstChampion(PairedValue.of(counts, CampaignEconomicsTest.DEFAULTS));

        assertThat(judgement.reason()).isEqualTo(ReasonCode.NON_INFERIOR);
        assertThat(judgement.estimate()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        ".02, SUPERIOR, PASS",
        "0, NON_INFERIOR, PASS",
        "-.008, POINT_INSIDE_LOW_POWER, INCONCLUSIVE",
        "-.03, INFERIOR, FAIL",
    })
    void theAucMayNotBeLowerByMoreThanAHundredth(double difference, ReasonCode reason, Verdict verdict) {
        var first = new Auc(.88 + difference, .004, 2400, 5100);
        var second = new Auc(.88, .004, 2400, 5100);

        Judgement judgement = RULE.againstChampion(new AucDifference(first, second, 0, difference, .004));

        assertThat(judgement.reason()).isEqualTo(reason);
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.threshold()).isEqualTo(-.01);
    }

    @Test
    void exchangingTheModelsTurnsTheSign() {
        PairedValue forth = PairedValue.of(ScoredRows.B.pairedWith(ScoredRows.A, .5), CampaignEconomicsTest.DEFAULTS);
        PairedValue back = PairedValue.of(ScoredRows.A.pairedWith(ScoredRows.B, .5), CampaignEconomicsTest.DEFAULTS);

        assertThat(back.difference().mean()).isCloseTo(-forth.difference().mean(), EXACT);
        assertThat(back.difference().standardDeviation())
                .isCloseTo(forth.difference().standardDeviation(), EXACT);
        assertThat(back.champion()).isEqualTo(forth.challenger());
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueRule(.5, .02, .01, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueRule(1, .02, .01, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueRule(Double.NaN, .02, .01, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueRule(.95, -.1, .01, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueRule(.95, .02, Double.NaN, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueRule(.95, .02, .01, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PairedDecisionCounts.Cells(-1, 0, 0, 0));
    }
}
