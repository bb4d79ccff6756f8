package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.WeightedBand;
import io.gatehouse.fairness.calibration.WeightedCalibration;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Goes once over the weighted rows of a split in rising order of their score. Rows of one score are counted together, so that the order among
 * them cannot matter.
 */
final class WeightedSweep {

    private static final int BANDS = 10;

    private final LoadedRows rows;
    private final ScoreOrder order;
    private final ScoreRun run;
    private final WeightedGroupTally all = new WeightedGroupTally(1);
    private final WeightedGroupTally[] attributes;
    private final WeightedCrossingTally crossings;
    private final WeightedPlacementTally placements;
    private final TenthCut tenths;
    private final WeightTally bands = new WeightTally(2 * BANDS);
    private final Sum128[] scores =
            IntStream.range(0, BANDS).mapToObj(i -> new Sum128()).toArray(Sum128[]::new);
    private BigInteger errors = BigInteger.ZERO;

    /** @param groupsOfAttributes how many groups each attribute of the rows has */
    WeightedSweep(LoadedRows rows, ScoreOrder order, int[] groupsOfAttributes, double threshold) {
        this.rows = rows;
        this.order = order;
        this.run = new ScoreRun(threshold);
        this.attributes = new WeightedGroupTally[groupsOfAttributes.length];
        for (int attribute = 0; attribute < attributes.length; attribute++) {
            attributes[attribute] = new WeightedGroupTally(groupsOfAttributes[attribute]);
        }
        this.crossings = new WeightedCrossingTally(groupsOfAttributes);
        long positives = 0;
        long weight = 0;
        for (int row = 0; row < rows.size(); row++) {
            weight += rows.weight(row);
            positives += rows.positive(row) ? rows.weight(row) : 0;
        }
        this.placements = new WeightedPlacementTally(positives);
        this.tenths = new TenthCut(weight);
    }

    void run() {
        for (int at = 0; at < order.size(); ) {
            run.begin(order.score(at));
            do {
                add(order.row(at));
                at++;
            } while (at < order.size() && order.ties(at));
            close();
        }
    }

    private void add(int row) {
        boolean positive = rows.positive(row);
        long weight = rows.weight(row);
        placements.add(positive, weight);
        bands.add(2 * band() + (positive ? 0 : 1), weight);
        all.add(0, positive, run.bin(), run.flagged(), weight);
        for (int attribute = 0; attribute < attributes.length; attribute++) {
            attributes[attribute].add(rows.groupOf(row, attribute), positive, run.bin(), run.flagged(), weight);
        }
        crossings.add(rows, row, run);
    }

    private int band() {
        return run.bin() / BANDS;
    }

    private void close() {
        long positives = placements.runPositives();
        long negatives = placements.runNegatives();
        scores[band()].addProduct(run.units(), positives + negatives);
        errors = errors.add(squared(FixedPoint.ONE - run.units(), positives)).add(squared(run.units(), negatives));
        tenths.add(positives, negatives);
        placements.close();
    }

    private static BigInteger squared(long units, long weight) {
        BigInteger distance = BigInteger.valueOf(units);
        return weight == 0 ? BigInteger.ZERO : distance.multiply(distance).multiply(BigInteger.valueOf(weight));
    }

    WeightedStatistics.Split split() {
        List<WeightedBand> filled = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            WeightedBand counted = new WeightedBand(
                    bands.at(2 * band), bands.at(2 * band + 1), FixedPoint.decimal(scores[band].value()));
            if (counted.all().rows() > 0) {
                filled.add(counted);
            }
        }
        return new WeightedStatistics.Split(
                all.at(0),
                placements.sums(),
                new WeightedCalibration(filled, new BigDecimal(errors, 2 * FixedPoint.PLACES)),
                tenths.positives());
    }

    /** Of an attribute with so many groups. */
    WeightedStatistics.Groups groups(int attribute, int count) {
        return new WeightedStatistics.Groups(
                IntStream.range(0, count).mapToObj(attributes[attribute]::at).toList());
    }

    List<WeightedStatistics.Groups> crossings() {
        return crossings.crossings();
    }
}
