package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Arguments;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All that a model costs apart from contacts and offers. Sums are of decimals, so they do not depend on the order of the lines.
 *
 * @param lines in the order they are shown
 */
public record CostLines(List<CostLine> lines) {

    /**
     * Sums over lines.
     *
     * @param monthly of a month, at least 0
     * @param oneTime spent once, at least 0
     */
    public record Total(double monthly, double oneTime) {

        /** @throws IllegalArgumentException naming the sum that is negative or no number */
        public Total {
            Arguments.notNegative("monthly", monthly);
            Arguments.notNegative("oneTime", oneTime);
        }
    }

    public CostLines {
        lines = List.copyOf(lines);
    }

    /** If every line costs its low estimate; 0 without lines. */
    public Total low() {
        return new Total(sum(CostLine::monthlyLow), sum(CostLine::oneTimeLow));
    }

    /** If every line costs its high estimate. */
    public Total high() {
        return new Total(sum(CostLine::monthlyHigh), sum(CostLine::oneTimeHigh));
    }

    /** Half way between. */
    public Total middle() {
        return new Total((low().monthly + high().monthly) / 2, (low().oneTime + high().oneTime) / 2);
    }

    private double sum(ToDoubleFunction<CostLine> amount) {
        return lines.stream()
                .map(line -> BigDecimal.valueOf(amount.applyAsDouble(line)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }
}
