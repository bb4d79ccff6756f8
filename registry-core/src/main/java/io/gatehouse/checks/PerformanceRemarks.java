package io.gatehouse.checks;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.fairness.calibration.Calibration;
import io.gatehouse.fairness.calibration.CalibrationSums;
import io.gatehouse.fairness.calibration.WeightedCalibration;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.scoring.EvidenceStatistics;

/** What is told beside the performance and judged by nobody: whether scores mean what they say, and how often the test rows were used. */
final class PerformanceRemarks {
    private static final double CONFIDENCE = 0.95;

    private PerformanceRemarks() {}

    /** Scores that are too high or too low are worth knowing, and the ranking is right all the same. */
    static void calibration(EvidenceStatistics.Split test, Weighting rows, Findings findings) {
        WeightedCalibration weighted = rows.calibration();
        if (weighted != null) {
            calibration(
                    weighted.expected(),
                    weighted.observed(),
                    weighted.observedOverExpected(),
                    weighted.interval(CONFIDENCE),
                    findings);
            return;
        }
        Calibration calibration = Calibration.of(test.calibration(), CONFIDENCE);
        CalibrationSums sums = test.all().sums();
        calibration(
                sums.sumOfScores().doubleValue() / sums.rows(),
                (double) sums.positives() / sums.rows(),
                calibration.observedOverExpected(),
                calibration.interval(CONFIDENCE),
                findings);
    }

    private static void calibration(
            double expected, double observed, double ratio, Interval interval, Findings findings) {
        if (expected > 0) {
            findings.add(
                    Verdict.NOT_APPLICABLE,
                    "CALIBRATION",
                    say(
                            "performance.calibration",
                            "expected",
                            expected,
                            "observed",
                            observed,
                            "ratio",
                            ratio,
                            "low",
                            interval.low(),
                            "high",
                            interval.high()));
        }
    }

    /** A figure that is the best of many on the same rows is a little too good. */
    static void testSet(Judged judged, Findings findings) {
        TestSetUse use = judged.testSet();
        if (judged.statistics().testSet() == null) {
            findings.add(Verdict.NOT_APPLICABLE, "TEST_SET_UNKNOWN", say("performance.test_set.unknown"));
        } else if (use != null && use.others() == 0) {
            String code = use.evaluations() == 0 ? "performance.test_set.first" : "performance.test_set.own";
            findings.add(Verdict.NOT_APPLICABLE, "TEST_SET_FIRST_USE", say(code, "times", times(use.evaluations())));
        } else if (use != null) {
            findings.add(
                    Verdict.NOT_APPLICABLE,
                    "TEST_SET_REUSED",
                    say(
                            "performance.test_set.reused",
                            "times",
                            times(use.evaluations()),
                            "versions",
                            use.versions() == 1 ? "another version" : use.versions() + " versions"));
        }
    }

    private static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }
}
