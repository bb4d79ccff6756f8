package io.gatehouse.portal.samples;

import static io.gatehouse.portal.samples.Story.say;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups at the acting threshold; one attribute has a group too small to judge, and a name that would be markup. */
final class SampleSegments {
    private SampleSegments() {}

    static List<SegmentFigures> of(boolean unfair) {
        return List.of(
                group("region", "islands <pilot>", 14, 38, 0.86, null, Verdict.INCONCLUSIVE, 310L),
                group(
                        "age_band",
                        "18-24",
                        612,
                        1_410,
                        unfair ? 0.66 : 0.88,
                        unfair ? 0.71 : 0.94,
                        unfair ? Verdict.FAIL : Verdict.PASS,
                        null),
                group("age_band", "25-34", 702, 2_050, 0.92, 0.98, Verdict.PASS, null),
                group("age_band", "35-44", 688, 2_204, 0.935, null, Verdict.NOT_APPLICABLE, null),
                group("age_band", "45 and above", 436, 1_836, 0.945, 1.01, Verdict.PASS, null),
                group("plan_type", "basic", 910, 2_610, 0.95, 1.02, Verdict.PASS, null),
                group("plan_type", "family", 201, 760, 0.91, 0.98, Verdict.PASS, null),
                group("plan_type", "premium", 420, 1_510, 0.90, 0.97, Verdict.PASS, null),
                group("plan_type", "standard", 907, 2_620, 0.93, null, Verdict.NOT_APPLICABLE, null),
                group("region", "north", 1_020, 3_110, 0.93, null, Verdict.NOT_APPLICABLE, null),
                group("region", "south", 1_404, 4_352, 0.932, 1.00, Verdict.PASS, null));
    }

    private static SegmentFigures group(
            String attribute,
            String name,
            long leavers,
            long customers,
            double rate,
            @Nullable Double ratio,
            Verdict verdict,
            @Nullable Long needed) {
        long found = Math.round(leavers * rate);
        long flagged = Math.round((customers - leavers) * 0.33);
        ConfusionCounts counts = new ConfusionCounts(found, flagged, leavers - found, customers - leavers - flagged);
        double half = 1.5 / Math.sqrt(leavers);
        return new SegmentFigures(
                attribute,
                name,
                verdict == Verdict.NOT_APPLICABLE,
                counts,
                new Figure(
                        "true_positive_rate",
                        rate,
                        rate - half / 2,
                        Math.min(1, rate + half / 2),
                        leavers,
                        null,
                        Unit.SHARE),
                ratio == null
                        ? null
                        : new Figure(
                                "true_positive_rate_ratio",
                                ratio,
                                ratio - half,
                                ratio + half,
                                leavers,
                                0.80,
                                Unit.RATIO),
                ratio == null
                        ? null
                        : new Figure("difference", (ratio - 1) * 0.93, null, null, leavers, null, Unit.SHARE),
                0.33,
                (double) found / (found + flagged),
                (double) (found + flagged) / customers,
                (double) leavers / customers,
                verdict,
                needed == null ? "SAMPLE" : "SMALL_GROUP",
                needed,
                say(name + ": of its leavers it finds " + Math.round(rate * 100) + " of 100."));
    }
}
