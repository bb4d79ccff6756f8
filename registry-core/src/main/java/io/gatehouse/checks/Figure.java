package io.gatehouse.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.Proportion;
import org.jspecify.annotations.Nullable;

/**
 * A number with what is needed to judge it. Absent parts were not computable, which is never the same as zero.
 *
 * @param name technical name, such as {@code auc} or {@code true_positive_rate_ratio}
 * @param estimate the point estimate
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param n rows that it rests on
 * @param threshold that it was held against
 * @param unit how it is written
 * @param effectiveN how many rows of equal weight tell as much; absent where every row counts once
 */
public record Figure(
        String name,
        @Nullable Double estimate,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Long n,
        @Nullable Double threshold,
        Unit unit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double effectiveN) {

    /** Of rows that count once each. */
    public Figure(
            String name,
            @Nullable Double estimate,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Long n,
            @Nullable Double threshold,
            Unit unit) {
        this(name, estimate, low, high, n, threshold, unit, null);
    }

    /** A share of 100 with its 95 % Wilson interval; nothing is estimated of nobody. */
    public static Figure share(String name, Proportion proportion) {
        if (proportion.trials() == 0) {
            return new Figure(name, null, null, null, 0L, null, Unit.SHARE);
        }
        Interval interval = proportion.interval(0.95);
        return new Figure(
                name,
                proportion.value(),
                interval.low(),
                interval.high(),
                (long) proportion.trials(),
                null,
                Unit.SHARE);
    }

    /**
     * The same of weighted rows: the proportion is of effective rows, and nothing is estimated of nobody.
     *
     * @param rows that it rests on
     */
    static Figure share(String name, Proportion proportion, long rows) {
        Figure figure = share(name, proportion);
        return new Figure(name, figure.estimate, figure.low, figure.high, rows, null, Unit.SHARE, proportion.trials());
    }

    /** The same of weighted rows; unchanged without the effective rows. */
    Figure outOf(@Nullable Double effective) {
        return effective == null ? this : new Figure(name, estimate, low, high, n, threshold, unit, effective);
    }

    /** A difference as seen from the other side: 5 (3 to 8) more is −5 (−8 to −3) more. */
    public Figure reversed() {
        return new Figure(name, minus(estimate), minus(high), minus(low), n, threshold, unit, effectiveN);
    }

    private static @Nullable Double minus(@Nullable Double number) {
        return number == null ? null : Double.valueOf(-number);
    }

    /** Whether its interval lies wholly above that of the other; false where one has none. */
    public boolean clearlyAbove(@Nullable Figure other) {
        return low != null && other != null && other.high != null && low > other.high;
    }

    /** How a figure is written. */
    public enum Unit {
        /** 0..1, written with four decimals, such as AUC. */
        INDEX,
        /** 0..1, written in percent. */
        SHARE,
        /** A quotient around 1, written with two decimals. */
        RATIO,
        /** In the currency of the assumptions. */
        MONEY,
        /** A whole number. */
        COUNT
    }
}
