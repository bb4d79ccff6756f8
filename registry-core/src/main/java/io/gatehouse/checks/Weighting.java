package io.gatehouse.checks;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.fairness.calibration.Calibration;
import io.gatehouse.fairness.calibration.WeightedCalibration;
import io.gatehouse.fairness.discrimination.Auc;
import io.gatehouse.fairness.discrimination.AucDifference;
import io.gatehouse.fairness.discrimination.DeLong;
import io.gatehouse.fairness.discrimination.WeightedDeLong;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.fairness.weights.WeightSum;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.WeightedStatistics;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The figures of the test rows, by their weights where the evidence names a column of weights, and each row once where it does not. */
final class Weighting {

    private final EvidenceStatistics statistics;
    private final @Nullable WeightedStatistics weights;

    private Weighting(EvidenceStatistics statistics) {
        this.statistics = statistics;
        this.weights = statistics.weights();
    }

    static Weighting of(EvidenceStatistics statistics) {
        return new Weighting(statistics);
    }

    /** How many test rows of equal weight tell as much; absent where every row counts once. */
    @Nullable
    Double effectiveRows() {
        return weights == null ? null : weights.test().all().counts().total().effectiveRows();
    }

    /** What the weights stand for and how much they tell, in one sentence. */
    void tell(Findings findings) {
        if (weights != null) {
            WeightSum all = weights.test().all().counts().total();
            findings.add(
                    Verdict.NOT_APPLICABLE,
                    "WEIGHTED",
                    say(
                            "evidence.weighted",
                            "column",
                            weights.column(),
                            "rows",
                            all.rows(),
                            "customers",
                            Math.round(WeightedStatistics.customers(all)),
                            "effective",
                            Math.round(all.effectiveRows())));
        }
    }

    Auc test() {
        return weights == null
                ? DeLong.auc(statistics.test().placements())
                : WeightedDeLong.auc(weights.test().placements());
    }

    @Nullable
    Auc validation() {
        EvidenceStatistics.Split plain = statistics.validation();
        if (weights == null) {
            return plain == null ? null : DeLong.auc(plain.placements());
        }
        WeightedStatistics.Split weighted = weights.validation();
        return weighted == null ? null : WeightedDeLong.auc(weighted.placements());
    }

    /** Challenger less champion. */
    AucDifference beside(EvidenceStatistics.Pairs pairs) {
        return weights == null
                ? DeLong.paired(pairs.placements())
                : WeightedDeLong.paired(Objects.requireNonNull(weights.pairs()).placements());
    }

    Proportion rate(Rate rate) {
        return weights == null
                ? rate.of(statistics.test().counts())
                : rate.of(weights.test().all().counts());
    }

    double brier() {
        EvidenceStatistics.Split test = statistics.test();
        return weights == null
                ? Calibration.brier(test.sumOfSquaredErrors(), test.rows())
                : weights.test().calibration().brier();
    }

    /** Absent where every row counts once. */
    @Nullable
    WeightedCalibration calibration() {
        return weights == null ? null : weights.test().calibration();
    }

    /** For whoever shows the performance; absent where every row counts once. */
    PerformanceFigures.@Nullable Weighted figures() {
        if (weights == null) {
            return null;
        }
        WeightSum all = weights.test().all().counts().total();
        return new PerformanceFigures.Weighted(
                weights.column(),
                WeightedStatistics.customers(all),
                all.effectiveRows(),
                share("true_positive_rate", Rate.TRUE_POSITIVE_RATE),
                share("precision", Rate.PRECISION));
    }

    private Figure share(String name, Rate rate) {
        long rows = (long) rate.of(statistics.test().counts()).trials();
        return Figure.share(name, rate(rate), rows);
    }
}
