package io.gatehouse.fairness.value;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Draws of counts: a binomial number from one uniform number, and many cells at once from binomials in a row. */
final class BinomialDraw {

    private BinomialDraw() {}

    /**
     * As many rows as the cells hold, drawn from them with replacement.
     *
     * @throws ArithmeticException above 2³¹−1 rows
     */
    static long[] multinomial(SplittableRandom random, long... cells) {
        long rowsLeft = 0;
        for (long cell : cells) {
            rowsLeft = Math.addExact(rowsLeft, cell);
        }
        long drawsLeft = rowsLeft;
        long[] drawn = new long[cells.length];
        for (int i = 0; i < cells.length; i++) {
            drawn[i] = rowsLeft == 0 ? 0 : at(random.nextDouble(), drawsLeft, (double) cells[i] / rowsLeft);
            drawsLeft -= drawn[i];
            rowsLeft -= cells[i];
        }
        return drawn;
    }

    /**
     * The binomial number that a uniform one stands for. It sums probabilities from the mode outwards, which takes about a standard
     * deviation of steps where summing from 0 would take a mean of them.
     *
     * @param uniform in [0, 1)
     * @param probability in 0..1
     * @throws ArithmeticException above 2³¹−1 trials
     */
    static long at(double uniform, long trials, double probability) {
        if (trials == 0 || probability == 0) {
            return 0;
        }
        if (probability == 1) {
            return trials;
        }
        long mode = Math.min(trials, (long) ((trials + 1) * probability));
        double odds = probability / (1 - probability);
        double ofMode =
                BinomialDistribution.of(Math.toIntExact(trials), probability).probability(Math.toIntExact(mode));
        double sum = ofMode;
        double above = ofMode;
        double below = ofMode;
        long high = mode;
        long low = mode;
        // What rounding leaves beyond both tails, less than 1e-12, is the mode's.
        while (uniform >= sum && (above > 0 || below > 0)) {
            above *= (trials - high) * odds / (high + 1);
            high++;
            sum += above;
            if (uniform < sum) {
                return high;
            }
            below *= low / ((trials - low + 1) * odds);
            low--;
            sum += below;
            if (uniform < sum) {
                return low;
            }
        }
        return mode;
    }
}
