package io.gatehouse.fairness.coverage;

import io.gatehouse.fairness.discrimination.Auc;
import io.gatehouse.fairness.discrimination.DeLong;
import io.gatehouse.fairness.discrimination.PlacementSums;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.StandardNormal;
import io.gatehouse.fairness.resampling.RandomStream;
import io.gatehouse.fairness.resampling.Replicates;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How often an interval of drawn data contains the truth that it was drawn from.
 *
 * @param covered share of the draws, in 0..1
 * @param below share in which the whole interval lay below the truth
 * @param above share in which it lay above
 * @param draws how often data was drawn
 */
public record Coverage(double covered, double below, double above, int draws) {

    /** An interval of two groups' successes and sizes, or of the first group's alone. */
    public interface OfCounts {
        Interval of(long x1, long n1, long x2, long n2, double confidence);
    }

    /**
     * Two groups with true rates, drawn anew each time.
     *
     * @param p1 rate of the first
     * @param n1 its size
     * @param p2 rate of the second
     * @param n2 its size
     */
    public record TwoGroups(double p1, long n1, double p2, long n2) {

        public Coverage of(OfCounts method, double truth, double confidence, int draws, long seed) {
            return simulated(
                    truth,
                    draws,
                    seed,
                    random -> method.of(random.binomial(n1, p1), n1, random.binomial(n2, p2), n2, confidence));
        }
    }

    /**
     * Scores of leavers and stayers, normal with the same spread.
     *
     * @param leavers how many
     * @param stayers how many
     * @param auc the true one, between 0 and 1
     */
    public record Ranked(int leavers, int stayers, double auc) {

        public Coverage ofDeLong(double confidence, int draws, long seed) {
            return of(found -> found.interval(confidence), draws, seed);
        }

        public Coverage ofLogit(double confidence, int draws, long seed) {
            return of(found -> found.logitInterval(confidence), draws, seed);
        }

        private Coverage of(Function<Auc, Interval> interval, int draws, long seed) {
            double shift = Math.sqrt(2) * StandardNormal.oneSided(auc);
            return simulated(auc, draws, seed, random -> {
                double[] positives = normal(random, leavers, shift);
                double[] negatives = normal(random, stayers, 0);
                return interval.apply(DeLong.auc(sums(positives, negatives)));
            });
        }

        private static double[] normal(RandomStream random, int size, double mean) {
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
                values[i] = mean + radius * Math.cos(2 * Math.PI * random.nextDouble());
            }
            Arrays.sort(values);
            return values;
        }

        /** Continuous scores have no ties, so a placement is a number of values below or above. */
        private static PlacementSums sums(double[] positives, double[] negatives) {
            long sum = 0;
            long squaresOfPositives = 0;
            long squaresOfNegatives = 0;
            for (double positive : positives) {
                long placement = 2L * below(negatives, positive);
                sum += placement;
                squaresOfPositives += placement * placement;
            }
            for (double negative : negatives) {
                long placement = 2L * (positives.length - below(positives, negative));
                squaresOfNegatives += placement * placement;
            }
            return new PlacementSums(
                    positives.length,
                    negatives.length,
                    BigInteger.valueOf(sum),
                    BigInteger.valueOf(squaresOfPositives),
                    BigInteger.valueOf(squaresOfNegatives));
        }

        private static int below(double[] sorted, double value) {
            int place = Arrays.binarySearch(sorted, value);
            return place < 0 ? -place - 1 : place;
        }
    }

    static Coverage simulated(double truth, int draws, long seed, Function<RandomStream, Interval> interval) {
        List<Interval> intervals = Replicates.map(draws, seed, interval);
        double below = intervals.stream().filter(each -> each.high() < truth).count();
        double above = intervals.stream().filter(each -> each.low() > truth).count();
        return new Coverage(1 - (below + above) / draws, below / draws, above / draws, draws);
    }
}
