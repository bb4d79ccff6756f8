package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.CalibrationSums;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.ScoreHistogram;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Adds up the {@link ScoreStatistics} of one group from its rows in rising order of their score, score by score. */
final class ScoreTally {

    private static final int BANDS = 10;
    private static final int BINS_OF_A_BAND = ScoreHistogram.BINS / BANDS;

    private final PlacementTally placements = new PlacementTally();
    private final long[] positivesByBin = new long[ScoreHistogram.BINS];
    private final long[] negativesByBin = new long[ScoreHistogram.BINS];
    private final BandTally[] bands =
            IntStream.range(0, BANDS).mapToObj(i -> new BandTally()).toArray(BandTally[]::new);
    private final Sum128 unitsOfPositives = new Sum128();
    private final Sum128 squares = new Sum128();
    private final Sum128 spiegelhalter = new Sum128();
    private long flaggedPositives;
    private long flaggedNegatives;
    private long runPositives;
    private long runNegatives;

    /** Counts a row of the current score; true if it is the first of that score. */
    boolean add(boolean positive) {
        boolean first = runPositives + runNegatives == 0;
        if (positive) {
            runPositives++;
        } else {
            runNegatives++;
        }
        return first;
    }

    long runPositives() {
        return runPositives;
    }

    long runNegatives() {
        return runNegatives;
    }

    long positivesSoFar() {
        return placements.positives();
    }

    long negativesSoFar() {
        return placements.negatives();
    }

    /** All rows of the current score were added. */
    void close(ScoreRun run) {
        long rows = runPositives + runNegatives;
        placements.add(runPositives, runNegatives);
        positivesByBin[run.bin()] += runPositives;
        negativesByBin[run.bin()] += runNegatives;
        bands[run.bin() / BINS_OF_A_BAND].add(run, runPositives, runNegatives);
        unitsOfPositives.addProduct(run.units(), runPositives);
        run.addSquares(squares, rows);
        run.addSpiegelhalter(spiegelhalter, rows);
        if (run.flagged()) {
            flaggedPositives += runPositives;
            flaggedNegatives += runNegatives;
        }
        runPositives = 0;
        runNegatives = 0;
    }

    ScoreStatistics statistics() {
        return new ScoreStatistics(
                counts(),
                placements.sums(),
                calibrationSums(),
                new ScoreHistogram(
                        LongStream.of(positivesByBin).boxed().toList(),
                        LongStream.of(negativesByBin).boxed().toList()),
                Arrays.stream(bands)
                        .filter(band -> !band.isEmpty())
                        .map(BandTally::band)
                        .toList());
    }

    ConfusionCounts counts() {
        return new ConfusionCounts(
                flaggedPositives,
                flaggedNegatives,
                placements.positives() - flaggedPositives,
                placements.negatives() - flaggedNegatives);
    }

    /** Σ(p−y)² = Σp² − 2Σp over positives + positives, and Σp(1−p) = Σp − Σp², without rounding. */
    private CalibrationSums calibrationSums() {
        BigDecimal scores =
                FixedPoint.decimal(Arrays.stream(bands).map(BandTally::units).reduce(BigInteger.ZERO, BigInteger::add));
        BigDecimal scoresOfPositives = FixedPoint.decimal(unitsOfPositives.value());
        BigDecimal squareSum = new BigDecimal(squares.value(), 2 * FixedPoint.PLACES);
        BigDecimal variances = scores.subtract(squareSum);
        BigDecimal squaredErrors = squareSum
                .subtract(scoresOfPositives.multiply(BigDecimal.TWO))
                .add(BigDecimal.valueOf(placements.positives()));
        return new CalibrationSums(
                placements.positives() + placements.negatives(),
                placements.positives(),
                scores,
                variances,
                squaredErrors,
                squaredErrors.subtract(variances),
                FixedPoint.decimal(spiegelhalter.value()));
    }

    /** Of several groups, in their order. */
    static List<ScoreStatistics> statisticsOf(ScoreTally[] tallies) {
        return Arrays.stream(tallies).map(ScoreTally::statistics).toList();
    }
}
