package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Arguments;

/**
 * When a model has earned what it took to build.
 *
 * @param fixedCost spent once, at least 0
 * @param monthlyBenefit earned every month
 * @param monthlyCost of running it every month, at least 0
 */
public record Payback(double fixedCost, double monthlyBenefit, double monthlyCost) {

    /** Nobody waits longer; a payback beyond it is none. */
    private static final int LONGEST_MONTHS = 1200;

    /** @throws IllegalArgumentException naming the amount that is out of range */
    public Payback {
        Arguments.notNegative("fixedCost", fixedCost);
        Arguments.finite("monthlyBenefit", monthlyBenefit);
        Arguments.notNegative("monthlyCost", monthlyCost);
    }

    /** Benefit less running cost of a month. */
    public double monthlyNet() {
        return monthlyBenefit - monthlyCost;
    }

    /** Fixed cost / monthly net, in months; 0 where nothing was spent once, infinite where a month earns nothing. */
    public double months() {
        if (fixedCost == 0) {
            return 0;
        }
        return monthlyNet() > 0 ? fixedCost / monthlyNet() : Double.POSITIVE_INFINITY;
    }

    /**
     * What is left after so many months, the fixed cost paid.
     *
     * @throws IllegalArgumentException if the number of months is negative
     */
    public double netAfter(int months) {
        return Arguments.count("months", months) * monthlyNet() - fixedCost;
    }

    /** {@link #netAfter} over all that was spent until then; NaN where nothing was. */
    public double roiAfter(int months) {
        double spent = fixedCost + months * monthlyCost;
        return spent == 0 ? Double.NaN : netAfter(months) / spent;
    }

    /**
     * Net present value after so many months, each month's net falling due at its end: Σ net/(1 + r/12)^k − fixed cost.
     *
     * @param annualRate r, 0.10 for ten percent a year
     * @throws IllegalArgumentException if the number of months or the rate is negative
     */
    public double presentValueAfter(int months, double annualRate) {
        Arguments.count("months", months);
        double monthly = 1 + Arguments.notNegative("annualRate", annualRate) / 12;
        double value = -fixedCost;
        for (int k = 1; k <= months; k++) {
            value += monthlyNet() / Math.pow(monthly, k);
        }
        return value;
    }

    /**
     * The first month whose end has a net present value of at least 0, infinite if none within a century.
     *
     * @throws IllegalArgumentException if the rate is negative
     */
    public double discountedMonths(double annualRate) {
        double monthly = 1 + Arguments.notNegative("annualRate", annualRate) / 12;
        double value = -fixedCost;
        for (int k = 0; k <= LONGEST_MONTHS; k++) {
            value += k == 0 ? 0 : monthlyNet() / Math.pow(monthly, k);
            if (value >= 0) {
                return k;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
