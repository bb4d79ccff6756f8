package io.gatehouse.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers of one row as whole multiples of a small unit, so that sums of them are the same in whatever order they are made. Each is made
 * by IEEE operations that every machine rounds alike.
 */
final class FixedPoint {

    /** Decimal places of a score. Up to here every decimal of a double in 0..1 is met exactly. */
    static final int PLACES = 15;

    /** Decimal places of a logarithm. */
    static final int LOG_PLACES = 12;

    /** Decimal places of a value. */
    static final int VALUE_PLACES = 6;

    /** Above it, squares of values could outgrow 128 bits in sum. */
    static final double MOST_VALUE = 1e9;

    /** Decimal places of a weight. */
    static final int WEIGHT_PLACES = 9;

    /** Below it, a weight would lose more than a two-thousandth of itself. */
    static final double LEAST_WEIGHT = 1e-6;

    static final double MOST_WEIGHT = 1e6;

    /** Above it, doubled weights of a split could outgrow 63 bits in sum. */
    static final double MOST_WEIGHTS = 4e9;

    /** The score 1 in units of 10⁻¹⁵. */
    static final long ONE = 1_000_000_000_000_000L;

    private static final double WEIGHT_UNITS = 1e9;
    private static final double UNITS = 1e15;
    private static final double LOG_UNITS = 1e12;
    private static final double VALUE_UNITS = 1e6;

    /** How near to 0 and 1 a score is taken for its logarithm: the distance from 1 to the next double. */
    private static final double EPSILON = 0x1p-52;

    private FixedPoint() {}

    /** A number of 0..1 in units of 10⁻¹⁵. */
    static long of(double share) {
        return (long) Math.rint(share * UNITS);
    }

    /** (1−2p)²p(1−p) in units of 10⁻¹⁵. */
    static long spiegelhalterVariance(double p) {
        double tilt = 1 - 2 * p;
        return of(tilt * tilt * (p * (1 - p)));
    }

    /** −ln(p) in units of 10⁻¹², p kept away from 0 and 1. */
    static long logLoss(double p) {
        double kept = Math.min(Math.max(p, EPSILON), 1 - EPSILON);
        return (long) Math.rint(-StrictMath.log(kept) * LOG_UNITS);
    }

    /** A value in units of 10⁻⁶. */
    static long value(double value) {
        return (long) Math.rint(value * VALUE_UNITS);
    }

    /** A weight in units of 10⁻⁹. */
    static long weight(double weight) {
        return (long) Math.rint(weight * WEIGHT_UNITS);
    }

    /** Whether a weight can be counted; NaN cannot. */
    static boolean countsAsWeight(double weight) {
        return weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT;
    }

    /** Whether a value can be counted; NaN cannot. */
    static boolean countsAsValue(double value) {
        return value >= 0 && value <= MOST_VALUE;
    }

    static BigDecimal decimal(BigInteger units) {
        return new BigDecimal(units, PLACES);
    }
}
