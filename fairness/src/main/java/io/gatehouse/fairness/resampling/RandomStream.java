package io.gatehouse.fairness.resampling;

import io.gatehouse.fairness.intervals.Arguments;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * A stream of random numbers of its own for each replicate, so that results do not depend on how replicates are spread over threads. The
 * generator is SplitMix64, written out here because what a JDK's generators return may change with the JDK. Source: Steele, Lea and Flood
 * (2014), OOPSLA.
 *
 * <p>Counts are drawn by inversion from the mode outward, exact up to rounding, in time that grows with their standard deviation. It is
 * not meant for secrets, and one stream belongs to one thread.
 */
public final class RandomStream {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double NEGLIGIBLE = 1e-18;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    /** The stream of one replicate under a seed; other indexes and other seeds give others. */
    public static RandomStream of(long seed, long index) {
        return new RandomStream(mix(mix(seed + GOLDEN_GAMMA) ^ mix(index * GOLDEN_GAMMA + 1)));
    }

    /** Any of the 2⁶⁴ values. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** At least 0 and less than 1, in steps of 2⁻⁵³. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /**
     * How many of {@code trials} succeed, each with the same probability.
     *
     * @throws IllegalArgumentException if there are more than 2³¹−1 trials or fewer than none, or the probability is not in 0..1
     */
    public long binomial(long trials, double probability) {
        Arguments.atMost("trials", trials, "2³¹−1", Integer.MAX_VALUE);
        double p = Arguments.share("probability", probability);
        if (trials == 0 || p == 0 || p == 1) {
            return p == 1 ? trials : 0;
        }
        int n = (int) trials;
        double odds = p / (1 - p);
        int mode = (int) Math.min(n, Math.floor((n + 1.0) * p));
        return outward(
                new Support(0, mode, n, BinomialDistribution.of(n, p).probability(mode)),
                k -> (n - k) / (k + 1.0) * odds);
    }

    /**
     * How many successes are among {@code drawn} of a population that holds so many, drawn without putting back.
     *
     * @throws IllegalArgumentException if the population exceeds 2³¹−1, or there are more successes or draws than it has members
     */
    public long hypergeometric(long population, long successes, long drawn) {
        Arguments.atMost("population", population, "2³¹−1", Integer.MAX_VALUE);
        Arguments.atMost("successes", successes, "population", population);
        Arguments.atMost("drawn", drawn, "population", population);
        long lowest = Math.max(0, drawn + successes - population);
        long highest = Math.min(drawn, successes);
        if (lowest == highest) {
            return lowest;
        }
        long failures = population - successes - drawn;
        long likeliest = (long) Math.floor((drawn + 1.0) * (successes + 1.0) / (population + 2.0));
        long mode = Math.clamp(likeliest, lowest, highest);
        double atMode = HypergeometricDistribution.of((int) population, (int) successes, (int) drawn)
                .probability((int) mode);
        return outward(
                new Support(lowest, mode, highest, atMode),
                k -> (double) (successes - k) / (k + 1) * ((double) (drawn - k) / (failures + k + 1)));
    }

    /**
     * So many rows spread over cells by weight.
     *
     * @param weights of the cells, none below 0
     * @return rows by cell, in their order; all 0 where all weights are
     * @throws IllegalArgumentException as {@link #binomial}
     */
    public long[] multinomial(long rows, double[] weights) {
        double remaining = 0;
        for (double weight : weights) {
            remaining += Arguments.notNegative("weight", weight);
        }
        long[] drawn = new long[weights.length];
        long left = rows;
        for (int cell = 0; cell < weights.length && left > 0 && remaining > 0; cell++) {
            // What is left of the sum of floating weights may fall short of the last ones.
            drawn[cell] = binomial(left, Math.min(1, weights[cell] / remaining));
            left -= drawn[cell];
            remaining -= weights[cell];
        }
        return drawn;
    }

    private record Support(long lowest, long mode, long highest, double probabilityOfMode) {}

    /** Inversion that starts at the mode and goes to either side in turn; {@code ratio} is P(k+1)/P(k). */
    private long outward(Support support, LongToDoubleFunction ratio) {
        double rest = nextDouble() - support.probabilityOfMode;
        long above = support.mode;
        long below = support.mode;
        double pAbove = support.probabilityOfMode;
        double pBelow = support.probabilityOfMode;
        while (rest >= 0 && pAbove + pBelow > NEGLIGIBLE) {
            pAbove = above < support.highest ? pAbove * ratio.applyAsDouble(above) : 0;
            above = Math.min(support.highest, above + 1);
            rest -= pAbove;
            if (rest < 0) {
                return above;
            }
            pBelow = below > support.lowest ? pBelow / ratio.applyAsDouble(below - 1) : 0;
            below = Math.max(support.lowest, below - 1);
            rest -= pBelow;
            if (rest < 0) {
                return below;
            }
        }
        return support.mode;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
