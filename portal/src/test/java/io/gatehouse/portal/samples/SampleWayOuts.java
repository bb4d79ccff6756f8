package io.gatehouse.portal.samples;

import static io.gatehouse.checks.SampleWaysOut.figure;
import static io.gatehouse.portal.samples.Story.usd;

import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.MonthFigures.Bar;
import io.gatehouse.checks.SampleWaysOut;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.fairness.value.CampaignMonth.Input;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.portal.samples.SampleEvaluations.Fault;
import java.util.List;

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
        return SampleWaysOut.crossings("18-24 × islands <pilot>", 9, "25-34 × south");
    }
}
