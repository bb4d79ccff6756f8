package io.gatehouse.fairness.discrimination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.intervals.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AucIntervalTest {

    // Python 3.11 math with z = 1.959963984540054: .9 ± z·.03, and logit .9 ± z·.03/(.9·.1) turned back
    @Test
    void ofTheValueAndOfItsLogOdds() {
        Auc auc = new Auc(.9, .03, 100, 200);

        assertThat(auc.interval(.95).low()).isCloseTo(0.8412010804637984, within(1e-12));
        assertThat(auc.interval(.95).high()).isCloseTo(0.9587989195362017, within(1e-12));
        assertThat(auc.logitInterval(.95).low()).isCloseTo(0.8240314265656978, within(1e-12));
        assertThat(auc.logitInterval(.95).high()).isCloseTo(0.9453468944748933, within(1e-12));
    }

    @Test
    void aRankingTurnedRoundTurnsTheIntervalOfLogOddsRound() {
        Interval one = new Auc(.9, .03, 100, 200).logitInterval(.9);
        Interval other = new Auc(.1, .03, 200, 100).logitInterval(.9);

        assertThat(other.low()).isCloseTo(1 - one.high(), within(1e-12));
        assertThat(other.high()).isCloseTo(1 - one.low(), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "0, .1", "1, .1", ".9, NaN", "NaN, NaN"})
    void whereLogOddsHaveNoEndNothingIsRuledOut(double value, double error) {
        assertThat(new Auc(value, error, 10, 10).logitInterval(.95)).isEqualTo(new Interval(0, 1));
    }
}
