package io.gatehouse.fairness.resampling;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A figure computed many times, each time from a {@link RandomStream} of its own, on all cores. */
public final class Replicates {

    private Replicates() {}

    /**
     * One value for each replicate, in the order of their indexes; the same for any number of threads.
     *
     * @param replicates at least 1
     * @param seed to be recorded with the result
     * @param figure must not share state between calls
     * @throws IllegalArgumentException if there is no replicate
     */
    public static double[] of(int replicates, long seed, ToDoubleFunction<RandomStream> figure) {
        return map(replicates, seed, figure::applyAsDouble).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /**
     * The same for results that are more than a number.
     *
     * @param replicates at least 1
     * @param seed to be recorded with the result
     * @param result must not share state between calls
     * @throws IllegalArgumentException if there is no replicate
     */
    public static <T> List<T> map(int replicates, long seed, Function<RandomStream, T> result) {
        if (replicates < 1) {
            throw new IllegalArgumentException("replicates must be at least 1: " + replicates);
        }
        return IntStream.range(0, replicates)
                .parallel()
                .mapToObj(index -> result.apply(RandomStream.of(seed, index)))
                .toList();
    }
}
