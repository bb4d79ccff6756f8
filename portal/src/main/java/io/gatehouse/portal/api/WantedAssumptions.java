package io.gatehouse.portal.api;

import io.gatehouse.money.Money;
import io.gatehouse.policy.CostLine;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.policy.ValueBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a put of value assumptions sends. Fields of an answer beside these are passed over.
 *
 * @param owner who answers for the figures
 * @param reason why they are as they are; may be left out
 * @param currency ISO 4217, of all amounts
 * @param monthsKept may be left out
 * @param saveRate in 0..1
 * @param costs may be left out
 */
record WantedAssumptions(
        @Nullable String owner,
        @Nullable String reason,
        @Nullable String currency,
        @Nullable BigDecimal customerValue,
        @Nullable Integer monthsKept,
        @Nullable BigDecimal offerCost,
        @Nullable BigDecimal contactCost,
        @Nullable Double saveRate,
        @Nullable Long customersPerMonth,
        @Nullable List<@Nullable Line> costs) {

    /**
     * @param monthlyLow nothing if left out
     * @param monthlyHigh as the low estimate if left out
     * @param onceLow nothing if left out
     * @param onceHigh as the low estimate if left out
     */
    record Line(
            @Nullable String name,
            @Nullable BigDecimal monthlyLow,
            @Nullable BigDecimal monthlyHigh,
            @Nullable BigDecimal onceLow,
            @Nullable BigDecimal onceHigh) {}

    /**
     * @param model that they are for; absent for the installation
     * @throws UnfitFieldException naming the field that is missing or cannot be an amount
     */
    ValueAssumptions assumptions(@Nullable UUID model) {
        Currency unit = unit(RequestFields.needed("currency", currency));
        return new ValueAssumptions(
                0,
                model,
                RequestFields.needed("owner", owner),
                reason == null ? "" : reason,
                money("customer_value", RequestFields.needed("customer_value", customerValue), unit),
                monthsKept,
                money("offer_cost", RequestFields.needed("offer_cost", offerCost), unit),
                money("contact_cost", RequestFields.needed("contact_cost", contactCost), unit),
                RequestFields.needed("save_rate", saveRate),
                RequestFields.needed("customers_per_month", customersPerMonth),
                lines(unit));
    }

    private List<CostLine> lines(Currency unit) {
        List<CostLine> lines = new ArrayList<>();
        for (Line line : costs == null ? List.<@Nullable Line>of() : costs) {
            String at = "costs[" + (lines.size() + 1) + "]";
            Line given = RequestFields.needed(at, line);
            BigDecimal monthly = or(given.monthlyLow, BigDecimal.ZERO);
            BigDecimal once = or(given.onceLow, BigDecimal.ZERO);
            lines.add(new CostLine(
                    RequestFields.needed(at + ".name", given.name),
                    money(at + ".monthly_low", monthly, unit),
                    money(at + ".monthly_high", or(given.monthlyHigh, monthly), unit),
                    money(at + ".once_low", once, unit),
                    money(at + ".once_high", or(given.onceHigh, once), unit)));
        }
        return lines;
    }

    private static BigDecimal or(@Nullable BigDecimal amount, BigDecimal otherwise) {
        return amount == null ? otherwise : amount;
    }

    private static Money money(String field, BigDecimal amount, Currency unit) {
        ValueBook.unfitAmount(field, amount).ifPresent(fault -> {
            throw new UnfitFieldException(field, fault.inWords() + ".");
        });
        return new Money(amount, unit);
    }

    private static Currency unit(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new UnfitFieldException(
                        "currency",
                        "currency must be a code of ISO 4217, such as USD, not '" + RequestFields.excerpt(code)
                                + "'."));
    }
}
