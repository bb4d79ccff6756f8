package io.gatehouse.fairness.resampling;

import io.gatehouse.fairness.hypotheses.Significance;
import io.gatehouse.fairness.hypotheses.Significance.Method;
import io.gatehouse.fairness.intervals.Proportion;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the largest rate of any group minus the smallest is more than chance, the null hypothesis being that the group labels mean
 * nothing: they are shuffled over the rows. Shuffling labels is drawing the groups' successes from a multivariate hypergeometric
 * distribution, so that a million rows take no longer than a hundred.
 *
 * <p>Agrees up to chance with scipy {@code stats.permutation_test(permutation_type='independent', alternative='greater')}, which counts the
 * observed arrangement among the shuffled ones as this does. Source: Phipson and Smyth (2010), Statistical Applications in Genetics and
 * Molecular Biology 9:39.
 *
 * @param significance largest minus smallest rate, and p = (1 + replicates at least as large) / (1 + replicates), never 0; both NaN where
 *     fewer than two groups have rows
 * @param replicates how often the labels were shuffled
 * @param seed that repeats them
 */
public record PermutationTest(Significance significance, int replicates, long seed) {

    private static final double ROUNDING = 1e-12;

    /**
     * Tests these groups; those without rows are left out.
     *
     * @param replicates at least 1
     * @throws IllegalArgumentException if there is no replicate, or there are more than 2³¹−1 rows
     */
    public static PermutationTest ofLargestDifference(List<Proportion> groups, int replicates, long seed) {
        long[] sizes = groups.stream()
                .mapToLong(group -> (long) group.trials())
                .filter(size -> size > 0)
                .toArray();
        if (sizes.length < 2) {
            return new PermutationTest(new Significance(Method.PERMUTATION, Double.NaN, Double.NaN), replicates, seed);
        }
        long[] successes = groups.stream()
                .filter(group -> group.trials() > 0)
                .mapToLong(group -> (long) group.successes())
                .toArray();
        long all = Arrays.stream(successes).sum();
        double observed = largestDifference(successes, sizes);
        double[] shuffled =
                Replicates.of(replicates, seed, random -> largestDifference(shuffle(all, sizes, random), sizes));
        long asLarge = Arrays.stream(shuffled)
                .filter(value -> value >= observed - ROUNDING)
                .count();
        return new PermutationTest(
                new Significance(Method.PERMUTATION, observed, (1.0 + asLarge) / (1.0 + replicates)), replicates, seed);
    }

    private static long[] shuffle(long successes, long[] sizes, RandomStream random) {
        long population = Arrays.stream(sizes).sum();
        long left = successes;
        long[] drawn = new long[sizes.length];
        for (int group = 0; group < sizes.length; group++) {
            drawn[group] = random.hypergeometric(population, left, sizes[group]);
            left -= drawn[group];
            population -= sizes[group];
        }
        return drawn;
    }

    private static double largestDifference(long[] successes, long[] sizes) {
        double lowest = 1;
        double highest = 0;
        for (int group = 0; group < sizes.length; group++) {
            double rate = (double) successes[group] / sizes[group];
            lowest = Math.min(lowest, rate);
            highest = Math.max(highest, rate);
        }
        return highest - lowest;
    }
}
