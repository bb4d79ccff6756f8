package io.gatehouse.policy;

/** Which value assumptions can be meant. */
final class ValueRanges {
    private static final int LONGEST_REASON = 1_000;

    private ValueRanges() {}

    /** @throws IllegalArgumentException naming the first field that cannot be meant */
    static void requireMeaning(ValueAssumptions wanted) {
        require("owner must be named", !wanted.owner().isBlank());
        require("save_rate must lie in 0..1", wanted.saveRate() >= 0 && wanted.saveRate() <= 1);
        require("customers_per_month must not be negative", wanted.customersPerMonth() >= 0);
        require("offer_cost must not be negative", wanted.offerCost().amount().signum() >= 0);
        require(
                "contact_cost must not be negative",
                wanted.contactCost().amount().signum() >= 0);
        require(
                "customer_value must be more than offer_cost",
                wanted.customerValue().minus(wanted.offerCost()).amount().signum() > 0);
        Integer months = wanted.monthsKept();
        require("months_kept must lie in 1..120, or be left out", months == null || (months >= 1 && months <= 120));
        require(
                "reason must have at most " + LONGEST_REASON + " characters",
                wanted.reason().length() <= LONGEST_REASON);
        wanted.costs().forEach(ValueRanges::requireMeaning);
    }

    private static void requireMeaning(CostLine line) {
        require("costs.name must be named", !line.name().isBlank());
        require(
                "costs.monthly_low and costs.once_low must not be negative (" + line.name() + ")",
                line.monthlyLow().amount().signum() >= 0
                        && line.onceLow().amount().signum() >= 0);
        require(
                "costs.monthly_high must be at least costs.monthly_low (" + line.name() + ")",
                line.monthlyHigh().minus(line.monthlyLow()).amount().signum() >= 0);
        require(
                "costs.once_high must be at least costs.once_low (" + line.name() + ")",
                line.onceHigh().minus(line.onceLow()).amount().signum() >= 0);
    }

    private static void require(String rule, boolean met) {
        if (!met) {
            throw new IllegalArgumentException(rule);
        }
    }
}
