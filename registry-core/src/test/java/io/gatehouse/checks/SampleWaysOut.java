package io.gatehouse.checks;

import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the checks conclude for groups of two attributes, for screens and workbooks that only show it. */
public final class SampleWaysOut {
    private SampleWaysOut() {}

    /** Too few to judge, served alike, and served worse. @param few name of the first @param alike of the second */
    public static List<SegmentFigures> crossings(String few, long leavers, String alike) {
        return List.of(
                pair(few, leavers, null, Verdict.INCONCLUSIVE, "INTERSECTION_TOO_SMALL", 410L),
                pair(alike, 340, 0.97, Verdict.PASS, "WITHIN_TOLERANCE", null),
                pair("18-24 × north", 280, 0.69, Verdict.FAIL, "RATIO_OUTSIDE", null));
    }

    private static SegmentFigures pair(
            String group, long leavers, @Nullable Double ratio, Verdict verdict, String reason, @Nullable Long needed) {
        return new SegmentFigures(
                "age_band × region",
                group,
                false,
                new ConfusionCounts(leavers / 2, leavers, leavers - leavers / 2, leavers),
                figure("true_positive_rate", 0.5, 0.45, 0.55, Unit.SHARE),
                ratio == null
                        ? null
                        : figure("true_positive_rate_ratio", ratio, ratio - 0.05, ratio + 0.05, Unit.RATIO),
                null,
                0.5,
                0.33,
                0.4,
                0.33,
                verdict,
                reason,
                needed,
                new Sentence("sample", Map.of(), group + ": of its leavers it finds half."));
    }

    /** Of 7,500 test customers, without a threshold. */
    public static Figure figure(String name, double estimate, double low, double high, Unit unit) {
        return new Figure(name, estimate, low, high, 7_500L, null, unit);
    }
}
