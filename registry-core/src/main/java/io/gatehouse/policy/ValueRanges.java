package io.gatehouse.policy;

import io.gatehouse.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which value assumptions can be meant, and kept. */
final class ValueRanges {
    private static final BigDecimal LARGEST = new BigDecimal("999999999999.99");
    private static final String TOO_LARGE = "must be below a million millions";
    private static final long MOST_CUSTOMERS = 10_000_000_000L;
    private static final int LONGEST_OWNER = 200;
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_LINES = 50;

    private final List<ValueFault> faults = new ArrayList<>();

    private ValueRanges() {}

    /** All faults, in the order in which the fields are read; none if they can be meant. */
    static List<ValueFault> faults(ValueAssumptions wanted) {
        ValueRanges ranges = new ValueRanges();
        ranges.people(wanted);
        ranges.campaign(wanted);
        ranges.require(
                "costs",
                "must have at most " + MOST_LINES + " lines",
                wanted.costs().size() <= MOST_LINES);
        for (int line = 0; line < wanted.costs().size(); line++) {
            ranges.line("costs[" + (line + 1) + "].", wanted.costs().get(line));
        }
        return List.copyOf(ranges.faults);
    }

    /** @throws IllegalArgumentException naming the first field that cannot be meant */
    static void requireMeaning(ValueAssumptions wanted) {
        List<ValueFault> faults = faults(wanted);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.getFirst().inWords());
        }
    }

    /** Looked at before anything is rounded or written out, since a number such as 1e999999999 fills the memory when it is. */
    static Optional<ValueFault> unfitAmount(String field, BigDecimal amount) {
        if (amount.precision() - (long) amount.scale() > LARGEST.precision() - LARGEST.scale()) {
            return Optional.of(new ValueFault(field, TOO_LARGE));
        }
        return amount.scale() > 2 && amount.stripTrailingZeros().scale() > 2
                ? Optional.of(new ValueFault(field, "must have at most two decimals"))
                : Optional.empty();
    }

    private void people(ValueAssumptions wanted) {
        text("owner", wanted.owner(), LONGEST_OWNER);
        require("owner", "must be named", !wanted.owner().isBlank());
        text("reason", wanted.reason(), LONGEST_REASON);
    }

    private void campaign(ValueAssumptions wanted) {
        amount("customer_value", wanted.customerValue());
        amount("offer_cost", wanted.offerCost());
        amount("contact_cost", wanted.contactCost());
        require(
                "customer_value",
                "must be more than offer_cost",
                wanted.customerValue().minus(wanted.offerCost()).amount().signum() > 0);
        Integer months = wanted.monthsKept();
        require("months_kept", "must lie in 1..120, or be left out", months == null || (months >= 1 && months <= 120));
        require("save_rate", "must lie in 0..1", wanted.saveRate() >= 0 && wanted.saveRate() <= 1);
        require(
                "customers_per_month",
                "must be 0 to 10,000,000,000",
                wanted.customersPerMonth() >= 0 && wanted.customersPerMonth() <= MOST_CUSTOMERS);
    }

    private void line(String at, CostLine line) {
        text(at + "name", line.name(), LONGEST_NAME);
        require(at + "name", "must be named", !line.name().isBlank());
        amount(at + "monthly_low", line.monthlyLow());
        amount(at + "monthly_high", line.monthlyHigh());
        amount(at + "once_low", line.onceLow());
        amount(at + "once_high", line.onceHigh());
        require(
                at + "monthly_high",
                "must be at least monthly_low",
                line.monthlyHigh().minus(line.monthlyLow()).amount().signum() >= 0);
        require(
                at + "once_high",
                "must be at least once_low",
                line.onceHigh().minus(line.onceLow()).amount().signum() >= 0);
    }

    private void amount(String field, Money money) {
        require(field, "must not be negative", money.amount().signum() >= 0);
        require(field, TOO_LARGE, money.amount().compareTo(LARGEST) <= 0);
    }

    private void text(String field, String text, int longest) {
        require(field, "must have at most " + longest + " characters", text.length() <= longest);
        require(field, "must not hold a NUL", text.indexOf('\0') < 0);
    }

    private void require(String field, String problem, boolean met) {
        if (!met) {
            faults.add(new ValueFault(field, problem));
        }
    }
}
