package io.gatehouse.checks;

import io.gatehouse.fairness.calibration.Calibration;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.scoring.EvidenceStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a run logged and the evidence gives too. Every row counts once, weighted or not, and decisions are taken at 0.5, as
 * scikit-learn's classifiers do.
 *
 * @param name that it was logged under, such as {@code test_log_loss}
 * @param claimed as logged; NaN if that was logged
 * @param recomputed from the evidence; NaN where it is not defined, such as the precision of a model that flags nobody
 */
public record LoggedMetric(String name, double claimed, double recomputed) {
    private static final Set<String> LESS_IS_BETTER = Set.of("log_loss", "brier", "brier_score");

    /** Those that a run logged of the ones that can be recomputed, test rows first. */
    public static List<LoggedMetric> of(Judged.TrainingRecord record, EvidenceStatistics statistics) {
        Map<String, Double> recomputed = new LinkedHashMap<>();
        add("test_", statistics.test(), recomputed);
        add("val_", statistics.validation(), recomputed);
        List<LoggedMetric> metrics = new ArrayList<>();
        recomputed.forEach((name, value) -> {
            Double claimed = record.metrics().get(name);
            if (claimed != null) {
                metrics.add(new LoggedMetric(name, claimed, value));
            }
        });
        return List.copyOf(metrics);
    }

    /** Every figure that can be recomputed of some rows, by its name without a split, such as {@code log_loss}; NaN where not defined. */
    public static Map<String, Double> figures(EvidenceStatistics.Split rows) {
        Map<String, Double> figures = new LinkedHashMap<>();
        add("", rows, figures);
        return figures;
    }

    private static void add(String split, EvidenceStatistics.@Nullable Split counted, Map<String, Double> recomputed) {
        Claims.add(split, counted, recomputed);
        if (counted != null && counted.rows() > 0) {
            ConfusionCounts half = counted.all().histogram().at(Claims.AT_ONE_HALF);
            recomputed.put(split + "accuracy", (double) (half.truePositives() + half.trueNegatives()) / counted.rows());
            double brier = Calibration.brier(counted.sumOfSquaredErrors(), counted.rows());
            recomputed.put(split + "brier", brier);
            recomputed.put(split + "brier_score", brier);
        }
    }

    /** How much better the evidence makes it than its run claimed; below 0 if worse, NaN if one of the two is not known. */
    public double better() {
        double more = recomputed - claimed;
        return LESS_IS_BETTER.contains(name.substring(name.indexOf('_') + 1)) ? -more : more;
    }
}
