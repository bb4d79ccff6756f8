package io.gatehouse.fairness.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.verdicts.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RateTest {

    private static final ConfusionCounts COUNTS = new ConfusionCounts(30, 20, 10, 140);

    @ParameterizedTest
    @CsvSource({
        "SELECTION_RATE, 50, 200",
        "TRUE_POSITIVE_RATE, 30, 40",
        "FALSE_NEGATIVE_RATE, 10, 40",
        "FALSE_POSITIVE_RATE, 20, 160",
        "TRUE_NEGATIVE_RATE, 140, 160",
        "PRECISION, 30, 50",
        "FALSE_DISCOVERY_RATE, 20, 50",
        "NEGATIVE_PREDICTIVE_VALUE, 140, 150",
        "FALSE_OMISSION_RATE, 10, 150",
        "ACCURACY, 170, 200",
        "BASE_RATE, 40, 200",
    })
    void eachIsSoManyOfSoMany(Rate rate, long successes, long trials) {
        assertThat(rate.of(COUNTS)).isEqualTo(new Proportion(successes, trials));
    }

    @ParameterizedTest
    @EnumSource(Rate.class)
    void ofNobodyIsUndefinedAndNotZero(Rate rate) {
        assertThat(rate.of(new ConfusionCounts(0, 0, 0, 0)).value()).isNaN();
    }

    @ParameterizedTest
    @EnumSource(Rate.class)
    void ofMergedGroupsLiesBetweenThoseOfTheGroups(Rate rate) {
        ConfusionCounts other = new ConfusionCounts(3, 70, 60, 11);
        double first = rate.of(COUNTS).value();
        double second = rate.of(other).value();

        assertThat(rate.of(COUNTS.plus(other)).value()).isBetween(Math.min(first, second), Math.max(first, second));
    }

    @Test
    void aVerdictOnTheWholeIsItsWorstPart() {
        assertThat(Verdict.ofAll(java.util.List.of(Verdict.PASS, Verdict.NOT_APPLICABLE)))
                .isEqualTo(Verdict.PASS);
        assertThat(Verdict.ofAll(java.util.List.of(Verdict.PASS, Verdict.INCONCLUSIVE)))
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Verdict.ofAll(java.util.List.of(Verdict.INCONCLUSIVE, Verdict.FAIL)))
                .isEqualTo(Verdict.FAIL);
        assertThat(Verdict.ofAll(java.util.List.of(Verdict.FAIL, Verdict.ERROR)))
                .isEqualTo(Verdict.ERROR);
        assertThat(Verdict.ofAll(java.util.List.of())).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
