package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Arguments;

/**
 * One thing that a model costs, apart from contacts and offers: serving, tracking, a pipeline, minutes of review. In one currency.
 *
 * @param name what it is, not blank
 * @param monthlyLow a month, low estimate, at least 0
 * @param monthlyHigh a month, high estimate, at least the low one
 * @param oneTimeLow spent once, low estimate, at least 0
 * @param oneTimeHigh spent once, high estimate, at least the low one
 * @param who pays or answers for it; may be empty
 */
public record CostLine(
        String name, double monthlyLow, double monthlyHigh, double oneTimeLow, double oneTimeHigh, String who) {

    /** @throws IllegalArgumentException naming the field that is out of range */
    public CostLine {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        range("monthlyLow", monthlyLow, "monthlyHigh", monthlyHigh);
        range("oneTimeLow", oneTimeLow, "oneTimeHigh", oneTimeHigh);
    }

    private static void range(String lowName, double low, String highName, double high) {
        Arguments.notNegative(lowName, low);
        if (Arguments.notNegative(highName, high) < low) {
            throw new IllegalArgumentException(highName + " must be at least " + lowName + ": " + high + " < " + low);
        }
    }
}
