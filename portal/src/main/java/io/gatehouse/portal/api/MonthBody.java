package io.gatehouse.portal.api;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.MonthFigures;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A month of acting on a version on the wire: modelled, never measured. Intervals are 95 %; an end that there is none of is null. */
record MonthBody(
        String currency,
        boolean own_values,
        BigDecimal customer_value,
        MonthFigure net,
        MonthFigure return_on_cost,
        MonthFigure break_even_save_rate,
        List<MonthBar> hangs_on) {

    record MonthFigure(
            @Nullable Double estimate,
            @Nullable Double ci_low,
            @Nullable Double ci_high,
            @Nullable Long n) {}

    /** An input with what the month would net at the ends of what it might be. */
    record MonthBar(
            String input,
            double low,
            double assumed,
            double high,
            BigDecimal net_at_low,
            BigDecimal net_at_high,
            boolean turns_the_sign) {}

    static @Nullable MonthBody of(@Nullable MonthFigures month) {
        if (month == null) {
            return null;
        }
        return new MonthBody(
                month.customerValue().currency().getCurrencyCode(),
                month.ownValues(),
                month.customerValue().amount(),
                figure(month.net()),
                figure(month.returnOnCost()),
                figure(month.breakEvenSaveRate()),
                month.hangsOn().stream().map(MonthBody::bar).toList());
    }

    private static MonthFigure figure(Figure figure) {
        return new MonthFigure(figure.estimate(), figure.low(), figure.high(), figure.n());
    }

    private static MonthBar bar(MonthFigures.Bar bar) {
        return new MonthBar(
                bar.input().name(),
                bar.low(),
                bar.assumed(),
                bar.high(),
                bar.netAtLow().amount(),
                bar.netAtHigh().amount(),
                bar.turnsTheSign());
    }
}
