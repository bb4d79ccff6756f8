package io.gatehouse.portal.api;

import io.gatehouse.money.Money;
import io.gatehouse.policy.CostLine;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.policy.ValueBook;
import io.gatehouse.policy.ValueVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the value assumptions, as programs read it. What a put takes is among it, so that an answer can be changed and put back.
 *
 * @param version counts over all models
 * @param ofInstallation whether they are those of the installation, which count for models without their own
 * @param currency ISO 4217, of all amounts
 * @param breakEvenScore probability of leaving from which on a contact pays, for a customer worth {@code customerValue}; above 1 it
 *     never does
 * @param sha256 of what the version says
 */
record ValueBody(
        int version,
        boolean ofInstallation,
        String owner,
        String reason,
        String currency,
        BigDecimal customerValue,
        @Nullable Integer monthsKept,
        BigDecimal offerCost,
        BigDecimal contactCost,
        double saveRate,
        long customersPerMonth,
        List<Line> costs,
        double breakEvenScore,
        Instant putAt,
        String putBy,
        String sha256) {

    record Line(String name, BigDecimal monthlyLow, BigDecimal monthlyHigh, BigDecimal onceLow, BigDecimal onceHigh) {
        static Line of(CostLine line) {
            return new Line(
                    line.name(),
                    line.monthlyLow().amount(),
                    line.monthlyHigh().amount(),
                    line.onceLow().amount(),
                    line.onceHigh().amount());
        }
    }

    static ValueBody of(ValueVersion stored) {
        ValueAssumptions says = stored.assumptions();
        Money value = says.customerValue();
        return new ValueBody(
                says.version(),
                says.model() == null,
                says.owner(),
                says.reason(),
                value.currency().getCurrencyCode(),
                value.amount(),
                says.monthsKept(),
                says.offerCost().amount(),
                says.contactCost().amount(),
                says.saveRate(),
                says.customersPerMonth(),
                says.costs().stream().map(Line::of).toList(),
                says.breakEvenScore(),
                stored.at(),
                stored.by(),
                ValueBook.sha256(says));
    }
}
