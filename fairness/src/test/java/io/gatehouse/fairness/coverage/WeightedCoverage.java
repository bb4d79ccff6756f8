package io.gatehouse.fairness.coverage;

import io.gatehouse.fairness.discrimination.WeightedDeLong;
import io.gatehouse.fairness.discrimination.WeightedPlacementSums;
import io.gatehouse.fairness.intervals.StandardNormal;
import io.gatehouse.fairness.resampling.RandomStream;
import io.gatehouse.fairness.weights.WeightSum;
import java.math.BigInteger;

/**
 * Rows of which every second one stands for more customers than the others.
 *
 * @param heavy customers that such a row stands for; the others stand for one
 * @param tilt how far the heavy ones differ: by so much in their rate, or in the score of their leavers. With 0 weights tell nothing
 */
record WeightedCoverage(int heavy, double tilt) {

    /** Wilson's interval of the weighted rate, out of effective rows. */
    Coverage ofRate(double lightRate, int rows, double confidence, int draws, long seed) {
        double truth = mixed(lightRate + tilt, lightRate);
        return Coverage.simulated(truth, draws, seed, random -> {
            WeightSum events = WeightSum.NONE;
            WeightSum all = WeightSum.NONE;
            for (boolean isHeavy : new boolean[] {true, false}) {
                long size = isHeavy ? rows / 2 : rows - rows / 2;
                long found = random.binomial(size, isHeavy ? lightRate + tilt : lightRate);
                events = events.plus(WeightSum.constant(found, isHeavy ? heavy : 1));
                all = all.plus(WeightSum.constant(size, isHeavy ? heavy : 1));
            }
            return events.in(all).interval(confidence);
        });
    }

    /** The interval of the weighted AUC, scores being normal with the same spread. */
    Coverage ofAuc(double lightAuc, int leavers, int stayers, double confidence, int draws, long seed) {
        double shift = Math.sqrt(2) * StandardNormal.oneSided(lightAuc);
        double truth = mixed(StandardNormal.probabilityBelow((shift + tilt) / Math.sqrt(2)), lightAuc);
        return Coverage.simulated(
                truth,
                draws,
                seed,
                random -> WeightedDeLong.auc(sums(scores(random, leavers, shift, tilt), scores(random, stayers, 0, 0)))
                        .interval(confidence));
    }

    private double mixed(double ofHeavy, double ofLight) {
        return (heavy * ofHeavy + ofLight) / (heavy + 1);
    }

    /** Heavy rows at even places. */
    private static double[] scores(RandomStream random, int size, double mean, double tilt) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            values[i] = mean + (i % 2 == 0 ? tilt : 0) + radius * Math.cos(2 * Math.PI * random.nextDouble());
        }
        return values;
    }

    private long weight(int row) {
        return row % 2 == 0 ? heavy : 1;
    }

    private WeightSum weights(int rows) {
        return WeightSum.constant((rows + 1) / 2, heavy).plus(WeightSum.constant(rows / 2, 1));
    }

    private WeightedPlacementSums sums(double[] positives, double[] negatives) {
        long[] ofPositives = new long[positives.length];
        long[] ofNegatives = new long[negatives.length];
        for (int i = 0; i < positives.length; i++) {
            for (int j = 0; j < negatives.length; j++) {
                if (positives[i] > negatives[j]) {
                    ofPositives[i] += 2 * weight(j);
                    ofNegatives[j] += 2 * weight(i);
                }
            }
        }
        long sum = 0;
        for (int i = 0; i < positives.length; i++) {
            sum += weight(i) * ofPositives[i];
        }
        return new WeightedPlacementSums(
                weights(positives.length),
                weights(negatives.length),
                BigInteger.valueOf(sum),
                squares(ofPositives),
                squares(ofNegatives));
    }

    private WeightedPlacementSums.Squares squares(long[] placements) {
        long linear = 0;
        long quadratic = 0;
        for (int i = 0; i < placements.length; i++) {
            long square = weight(i) * weight(i);
            linear += square * placements[i];
            quadratic += square * placements[i] * placements[i];
        }
        return new WeightedPlacementSums.Squares(BigInteger.valueOf(linear), BigInteger.valueOf(quadratic));
    }
}
