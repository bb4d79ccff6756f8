package io.gatehouse.fairness.hypotheses;

import io.gatehouse.fairness.intervals.Arguments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * p-values corrected for being many. Compare an adjusted p-value with the level that one test alone would have. NaN stays NaN and does not
 * count as a test. Commons Statistics has no such correction.
 */
public final class AdjustedPValues {

    private AdjustedPValues() {}

    /**
     * Holm's step-down adjustment: sorted upward, adj₍ᵢ₎ = max over j ≤ i of min(1, (m−j+1)·p₍ⱼ₎). The chance of any wrong finding in the
     * family stays below the level, whatever the tests have to do with each other: for claims that block. Agrees with R
     * {@code p.adjust(method="holm")} and statsmodels {@code multipletests(method='holm')}. Source: Holm (1979), Scandinavian Journal of
     * Statistics 6:65.
     *
     * @param pValues in 0..1 or NaN
     * @return in the order given
     * @throws IllegalArgumentException if a value is outside 0..1
     */
    public static List<Double> holm(List<Double> pValues) {
        int[] order = byValue(pValues);
        List<Double> adjusted = new ArrayList<>(Collections.nCopies(pValues.size(), Double.NaN));
        double running = 0;
        for (int i = 0; i < order.length; i++) {
            running = Math.max(running, Math.min(1, (order.length - i) * pValues.get(order[i])));
            adjusted.set(order[i], running);
        }
        return List.copyOf(adjusted);
    }

    /**
     * Benjamini and Hochberg's step-up adjustment: sorted upward, adj₍ᵢ₎ = min over j ≥ i of min(1, m·p₍ⱼ₎/j). The expected share of wrong
     * findings among the findings stays below the level, for tests that are independent or positively dependent: for watching many figures
     * at once. Agrees with R {@code p.adjust(method="BH")} and scipy {@code stats.false_discovery_control}. Source: Benjamini and Hochberg
     * (1995), JRSS B 57:289.
     *
     * @param pValues in 0..1 or NaN
     * @return in the order given
     * @throws IllegalArgumentException if a value is outside 0..1
     */
    public static List<Double> benjaminiHochberg(List<Double> pValues) {
        int[] order = byValue(pValues);
        List<Double> adjusted = new ArrayList<>(Collections.nCopies(pValues.size(), Double.NaN));
        double running = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            running = Math.min(running, pValues.get(order[i]) * order.length / (i + 1));
            adjusted.set(order[i], running);
        }
        return List.copyOf(adjusted);
    }

    /** Positions of the p-values that are not NaN, by rising value. */
    private static int[] byValue(List<Double> pValues) {
        int[] defined = IntStream.range(0, pValues.size())
                .filter(i -> !Double.isNaN(pValues.get(i)))
                .toArray();
        for (int i : defined) {
            Arguments.share("p-value", pValues.get(i));
        }
        return IntStream.of(defined)
                .boxed()
                .sorted(Comparator.comparingDouble(pValues::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
