package io.gatehouse.portal.samples;

import static io.gatehouse.portal.samples.Story.say;
import static io.gatehouse.portal.samples.Story.usd;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.MonthFigures.Bar;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.CampaignMonth.Input;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.portal.samples.SampleEvaluations.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the checks conclude at other thresholds, over a month, and for groups of two attributes. */
final class SampleWayOuts {
    private SampleWayOuts() {}

    /** One that is unfair would pass from 41 % on; one that is worth less never would. */
    static SafeBand band(Fault fault) {
        return SafeBand.of(
                20,
                percent -> new SafeBand.Verdicts(
                        Verdict.PASS,
                        fault == Fault.UNFAIR && percent < 35
                                ? Verdict.FAIL
                                : fault == Fault.UNFAIR && percent < 41 ? Verdict.INCONCLUSIVE : Verdict.PASS,
                        fault == Fault.WORTH_LESS || percent > 60 || percent < 8 ? Verdict.FAIL : Verdict.PASS),
                percent -> 4_000 - 38L * percent);
    }

    static MonthFigures month() {
        return new MonthFigures(
                false,
                usd(200),
                figure("net_per_month", 57_174, 54_700, 59_650, Unit.MONEY),
                figure("return_on_cost", 1.62, 1.53, 1.71, Unit.SHARE),
                figure("break_even_save_rate", 0.0512, 0.0498, 0.0527, Unit.SHARE),
                List.of(
                        new Bar(Input.SAVE_RATE, 0.03, 0.3, 0.45, usd(-6_100), usd(92_400), true),
                        new Bar(Input.CUSTOMER_VALUE, 140, 200, 260, usd(35_300), usd(79_000), false),
                        new Bar(Input.RUNNING_COST, 450, 650, 850, usd(57_374), usd(56_974), false)));
    }

    static List<SegmentFigures> crossings() {
        return List.of(
                pair("18-24 × islands <pilot>", 9, null, Verdict.INCONCLUSIVE, "INTERSECTION_TOO_SMALL", 410L),
                pair("25-34 × south", 340, 0.97, Verdict.PASS, "WITHIN_TOLERANCE", null),
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
                say(group + ": of its leavers it finds half."));
    }

    private static Figure figure(String name, double estimate, double low, double high, Unit unit) {
        return new Figure(name, estimate, low, high, 7_500L, null, unit);
    }
}
