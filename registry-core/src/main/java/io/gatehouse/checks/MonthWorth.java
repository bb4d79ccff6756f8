package io.gatehouse.checks;

import io.gatehouse.money.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a month of acting on a version is worth, modelled and never measured: the one figure that every screen and workbook tells of it.
 *
 * @param net in the currency, with its 95 % interval
 * @param returnOnCost net over cost as a share, with its 95 % interval where running costs are counted; absent where nothing is spent
 * @param currency of the net
 * @param afterRunning whether running costs are taken off; they are not where an evaluation is older than the figures of a month
 */
public record MonthWorth(Figure net, @Nullable Figure returnOnCost, Currency currency, boolean afterRunning) {
    static MonthWorth of(ValueFigures value, @Nullable MonthFigures month) {
        Currency currency = value.net().currency();
        if (month != null) {
            Figure roi = month.returnOnCost();
            return new MonthWorth(month.net(), roi.estimate() == null ? null : roi, currency, true);
        }
        Figure each = value.netPerCustomer();
        long customers = value.assumptions().customersPerMonth();
        Figure net = new Figure(
                "net_per_month",
                value.netPerMonth().amount().doubleValue(),
                scaled(each.low(), customers),
                scaled(each.high(), customers),
                each.n(),
                null,
                Figure.Unit.MONEY);
        Figure roi = Double.isFinite(value.returnOnCost())
                ? new Figure("return_on_cost", value.returnOnCost(), null, null, each.n(), null, Figure.Unit.SHARE)
                : null;
        return new MonthWorth(net, roi, currency, false);
    }

    private static @Nullable Double scaled(@Nullable Double each, long customers) {
        return each == null ? null : Double.valueOf(each * customers);
    }

    /** Absent where it is not known. */
    public @Nullable Money likely() {
        return money(net.estimate());
    }

    /** Lower end of the interval; absent where it is not known. */
    public @Nullable Money low() {
        return money(net.low());
    }

    /** Upper end of the interval; absent where it is not known. */
    public @Nullable Money high() {
        return money(net.high());
    }

    private @Nullable Money money(@Nullable Double amount) {
        return amount == null || !Double.isFinite(amount) ? null : Money.of(amount, currency);
    }
}
