package io.gatehouse.checks;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.fairness.discrimination.DeLong;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.scoring.EvidenceStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures that the run logged beside what the evidence gives: every one of the usual names is computed again, and a disagreement is a
 * finding with both. The names are those of scikit-learn behind the split, such as {@code val_log_loss}; decisions are taken at 0.5, as
 * scikit-learn's classifiers do. Every row counts once, weighted or not, as scripts log their figures.
 */
final class Claims {
    static final int AT_ONE_HALF = 50;

    private Claims() {}

    static List<Finding> of(Judged judged) {
        Map<String, Double> recomputed = new LinkedHashMap<>();
        add("test_", judged.statistics().test(), recomputed);
        add("val_", judged.statistics().validation(), recomputed);
        double tolerance = judged.policy().performance().loggedTolerance();
        List<Finding> disagreements = new ArrayList<>();
        List<String> agreed = new ArrayList<>();
        recomputed.forEach((name, value) -> {
            Double logged = judged.record().metrics().get(name);
            // NaN agrees with nothing.
            if (logged != null && Math.abs(logged - value) <= tolerance) {
                agreed.add(name);
            } else if (logged != null) {
                disagreements.add(new Finding(
                        Verdict.INCONCLUSIVE,
                        "CLAIM_DISAGREES",
                        null,
                        Double.isNaN(value)
                                ? say("performance.logged.undefined", "name", name, "logged", logged)
                                : say(
                                        "performance.logged.disagrees",
                                        "name",
                                        name,
                                        "logged",
                                        logged,
                                        "recomputed",
                                        value)));
            }
        });
        if (!agreed.isEmpty()) {
            disagreements.add(new Finding(
                    Verdict.PASS,
                    "CLAIM_AGREES",
                    null,
                    say("performance.logged.agrees", "names", String.join(", ", agreed), "tolerance", tolerance)));
        }
        if (!disagreements.isEmpty() && judged.statistics().weights() != null) {
            disagreements.add(new Finding(
                    Verdict.NOT_APPLICABLE, "CLAIMS_UNWEIGHTED", null, say("performance.logged.unweighted")));
        }
        return disagreements.isEmpty()
                ? List.of(new Finding(
                        Verdict.NOT_APPLICABLE,
                        "NO_CLAIM",
                        null,
                        say(
                                "performance.logged.absent",
                                "recomputed",
                                recomputed.getOrDefault("test_auc", Double.NaN))))
                : disagreements;
    }

    static void add(String split, EvidenceStatistics.@Nullable Split counted, Map<String, Double> recomputed) {
        if (counted == null || counted.rows() == 0) {
            return;
        }
        ConfusionCounts half = counted.all().histogram().at(AT_ONE_HALF);
        double precision = Rate.PRECISION.of(half).value();
        double recall = Rate.TRUE_POSITIVE_RATE.of(half).value();
        recomputed.put(split + "auc", DeLong.auc(counted.placements()).value());
        recomputed.put(split + "precision", precision);
        recomputed.put(split + "recall", recall);
        recomputed.put(split + "f1", 2 * precision * recall / (precision + recall));
        recomputed.put(
                split + "avg_precision",
                counted.sumOfPrecisions().doubleValue() / counted.counts().positives());
        recomputed.put(split + "log_loss", counted.sumOfLogLosses().doubleValue() / counted.rows());
    }
}
