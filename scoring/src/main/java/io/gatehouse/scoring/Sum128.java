package io.gatehouse.scoring;

import java.math.BigInteger;

/** A running sum of whole numbers in two's complement of 128 bits, which adds without making objects. */
final class Sum128 {

    private long high;
    private long low;

    /** Adds a number of at least 0. */
    void add(long number) {
        add(0, number);
    }

    /** Adds the product of two numbers of at least 0. */
    void addProduct(long a, long b) {
        add(Math.multiplyHigh(a, b), a * b);
    }

    /** Adds a number of 128 bits, at least 0, so many times that the sum stays below 2¹²⁷. */
    void addTimes(long numberHigh, long numberLow, long times) {
        add(Math.unsignedMultiplyHigh(numberLow, times) + numberHigh * times, numberLow * times);
    }

    private void add(long addedHigh, long addedLow) {
        low += addedLow;
        high += addedHigh + (Long.compareUnsigned(low, addedLow) < 0 ? 1 : 0);
    }

    BigInteger value() {
        return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(new BigInteger(Long.toUnsignedString(low)));
    }
}
