package io.gatehouse.reports;

import static io.gatehouse.checks.SampleWaysOut.figure;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.MonthFigures.Bar;
import io.gatehouse.checks.SampleWaysOut;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.fairness.value.CampaignMonth.Input;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.money.Money;
import java.util.Currency;
import java.util.List;

/** What the checks conclude at other thresholds, over a month, and for groups of two attributes. */
final class WaysOut {
    private static final Currency DOLLARS = Currency.getInstance("USD");

    private WaysOut() {}

    /** Fair from 41 % on, worth it up to 60 %. */
    static SafeBand band() {
        return SafeBand.of(
                20,
                percent -> new SafeBand.Verdicts(
                        Verdict.PASS,
                        percent < 41 ? Verdict.FAIL : Verdict.PASS,
                        percent > 60 ? Verdict.INCONCLUSIVE : Verdict.PASS),
                percent -> 50_000 - 400L * percent);
    }

    static MonthFigures month() {
        return month(false, 200);
    }

    static MonthFigures month(boolean ownValues, double worth) {
        return new MonthFigures(
                ownValues,
                dollars(worth),
                figure("net_per_month", 304_000, 290_000, 318_000, Unit.MONEY),
                figure("return_on_cost", 3.1, 2.9, 3.3, Unit.SHARE),
                new Figure("break_even_save_rate", null, null, null, 7_500L, null, Unit.SHARE),
                List.of(
                        new Bar(Input.SAVE_RATE, 0.03, 0.3, 0.45, dollars(-21_000), dollars(484_000), true),
                        new Bar(Input.CUSTOMER_VALUE, 140, 200, 260, dollars(184_000), dollars(424_000), false),
                        new Bar(Input.CUSTOMERS, 25_000, 50_000, 75_000, dollars(151_000), dollars(457_000), false),
                        new Bar(Input.RUNNING_COST, 250, 575, 900, dollars(304_325), dollars(303_675), false)));
    }

    static List<SegmentFigures> crossings() {
        return SampleWaysOut.crossings("18-24 × islands", 4, "=cmd × south");
    }

    private static Money dollars(double amount) {
        return Money.of(amount, DOLLARS);
    }
}
