package io.gatehouse.scoring;

import io.gatehouse.fairness.segments.ScoreHistogram;

/** One distinct score, and all that rows of this score add to sums. Reused from score to score. */
final class ScoreRun {

    private static final double[] THRESHOLDS = new double[ScoreHistogram.BINS];

    static {
        for (int percent = 0; percent < THRESHOLDS.length; percent++) {
            THRESHOLDS[percent] = percent / 100.0;
        }
    }

    private final double threshold;
    private double score;
    private boolean flagged;
    private int bin;
    private long units;
    private long squareHigh;
    private long squareLow;
    private long spiegelhalter;

    ScoreRun(double threshold) {
        this.threshold = threshold;
    }

    void begin(double next) {
        score = next;
        flagged = next >= threshold;
        bin = bin(next);
        units = FixedPoint.of(next);
        squareHigh = Math.multiplyHigh(units, units);
        squareLow = units * units;
        spiegelhalter = FixedPoint.spiegelhalterVariance(next);
    }

    /** How many of the thresholds 0.01, 0.02 … 0.99 the score reaches. */
    static int bin(double score) {
        int near = Math.min((int) (score * 100), ScoreHistogram.BINS - 1);
        if (near < ScoreHistogram.BINS - 1 && score >= THRESHOLDS[near + 1]) {
            return near + 1;
        }
        return score >= THRESHOLDS[near] ? near : near - 1;
    }

    double score() {
        return score;
    }

    boolean flagged() {
        return flagged;
    }

    int bin() {
        return bin;
    }

    long units() {
        return units;
    }

    void addSquares(Sum128 sum, long rows) {
        sum.addTimes(squareHigh, squareLow, rows);
    }

    void addSpiegelhalter(Sum128 sum, long rows) {
        sum.addProduct(spiegelhalter, rows);
    }
}
