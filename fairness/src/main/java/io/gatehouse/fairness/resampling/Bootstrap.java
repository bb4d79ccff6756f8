package io.gatehouse.fairness.resampling;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.segments.ConfusionCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Percentile interval of a figure that is made of several groups' counts, such as a largest difference, by drawing the rows anew. Rows
 * that fall into the same cell are alike, so drawing rows with putting back is drawing counts from a multinomial distribution, and a
 * million rows take no longer than a hundred.
 *
 * <p>Agrees up to chance with scipy {@code stats.bootstrap(method='percentile')} and fairlearn {@code MetricFrame(n_boot=…)}. A largest
 * difference is never below 0 and biased upward, so its interval hardly ever reaches 0: whether there is any difference at all is a
 * question for {@link PermutationTest}. Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13.
 *
 * @param estimate of the data itself
 * @param interval percentiles of the replicates by linear interpolation (numpy's default); everything where no replicate is defined
 * @param confidence of the interval
 * @param replicates that were drawn
 * @param undefined how many of them were NaN and are left out of the interval
 * @param seed that repeats them
 */
public record Bootstrap(
        double estimate, Interval interval, double confidence, int replicates, int undefined, long seed) {

    /** What stays as it was in every replicate. */
    public enum Fixed {
        /** Only the number of all rows: customers were drawn as they came. */
        ROWS,
        /** The size of each group too: so many were drawn of each. */
        GROUPS,
        /** The positives and negatives of each group too. */
        GROUPS_AND_LABELS
    }

    /**
     * The interval of a figure of these groups.
     *
     * @param figure of the groups in the order given; it may return NaN
     * @param replicates at least 1; 2,000 are customary, 10,000 near a bound
     * @throws IllegalArgumentException if a parameter lies outside its range, or there are more than 2³¹−1 rows
     */
    public static Bootstrap of(
            List<ConfusionCounts> groups,
            ToDoubleFunction<List<ConfusionCounts>> figure,
            Fixed fixed,
            double confidence,
            int replicates,
            long seed) {
        Arguments.confidence(confidence);
        double[] values = Replicates.of(
                replicates, seed, random -> figure.applyAsDouble(CountResampling.draw(groups, fixed, random)));
        double[] defined = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        Interval interval = defined.length == 0
                ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                : new Interval(quantile(defined, (1 - confidence) / 2), quantile(defined, (1 + confidence) / 2));
        return new Bootstrap(
                figure.applyAsDouble(groups), interval, confidence, replicates, replicates - defined.length, seed);
    }

    /** Linear interpolation between the order statistics, type 7. */
    static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        double part = position - below;
        // Not a + part·(b − a): two infinite neighbours would make NaN.
        return part == 0 || sorted[below] == sorted[above]
                ? sorted[below]
                : (1 - part) * sorted[below] + part * sorted[above];
    }

    /** New counts for each group. */
    private static final class CountResampling {

        private CountResampling() {}

        static List<ConfusionCounts> draw(List<ConfusionCounts> groups, Fixed fixed, RandomStream random) {
            return switch (fixed) {
                case ROWS -> ofAll(groups, random);
                case GROUPS ->
                    groups.stream()
                            .map(group -> ofAll(List.of(group), random).getFirst())
                            .toList();
                case GROUPS_AND_LABELS ->
                    groups.stream().map(group -> ofLabels(group, random)).toList();
            };
        }

        private static List<ConfusionCounts> ofAll(List<ConfusionCounts> groups, RandomStream random) {
            double[] weights = groups.stream()
                    .flatMapToDouble(group -> Arrays.stream(new double[] {
                        group.truePositives(), group.falsePositives(), group.falseNegatives(), group.trueNegatives()
                    }))
                    .toArray();
            long rows = groups.stream().mapToLong(ConfusionCounts::total).sum();
            long[] cells = random.multinomial(rows, weights);
            List<ConfusionCounts> drawn = new ArrayList<>();
            for (int i = 0; i < cells.length; i += 4) {
                drawn.add(new ConfusionCounts(cells[i], cells[i + 1], cells[i + 2], cells[i + 3]));
            }
            return drawn;
        }

        private static ConfusionCounts ofLabels(ConfusionCounts group, RandomStream random) {
            long found = share(group.truePositives(), group.positives(), random);
            long wrong = share(group.falsePositives(), group.negatives(), random);
            return new ConfusionCounts(found, wrong, group.positives() - found, group.negatives() - wrong);
        }

        private static long share(long part, long whole, RandomStream random) {
            return whole == 0 ? 0 : random.binomial(whole, (double) part / whole);
        }
    }
}
