package io.gatehouse.fairness.intervals;

/** Checks of arguments, each comparison written so that NaN fails it. */
public final class Arguments {

    private Arguments() {}

    public static double confidence(double confidence) {
        return openUnit("confidence", confidence);
    }

    public static double openUnit(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, both excluded: " + value);
        }
        return value;
    }

    public static double share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must lie in 0..1: " + value);
        }
        return value;
    }

    public static double notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be a number of at least 0: " + value);
        }
        return value;
    }

    public static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be a number above 0: " + value);
        }
        return value;
    }

    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number: " + value);
        }
        return value;
    }

    public static long count(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative: " + value);
        }
        return value;
    }

    public static void atMost(String name, long value, String limitName, long limit) {
        count(name, value);
        if (value > limit) {
            throw new IllegalArgumentException(name + " must not exceed " + limitName + ": " + value + " > " + limit);
        }
    }

    /** Of counts that weights may have made fractions of. */
    public static void atMost(String name, double value, String limitName, double limit) {
        notNegative(name, value);
        if (!(value <= limit) || limit == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must not exceed " + limitName + ": " + value + " > " + limit);
        }
    }
}
