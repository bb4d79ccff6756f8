package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.ScoreBand;
import java.math.BigInteger;

/** Adds up a {@link ScoreBand} score by score. */
final class BandTally {

    private long rows;
    private long positives;
    private final Sum128 units = new Sum128();
    private double lowest = 1;
    private double highest = 0;

    void add(ScoreRun run, long addedPositives, long addedNegatives) {
        long added = addedPositives + addedNegatives;
        lowest = Math.min(lowest, run.score());
        highest = Math.max(highest, run.score());
        rows += added;
        positives += addedPositives;
        units.addProduct(run.units(), added);
    }

    boolean isEmpty() {
        return rows == 0;
    }

    BigInteger units() {
        return units.value();
    }

    ScoreBand band() {
        return new ScoreBand(rows, positives, FixedPoint.decimal(units.value()), lowest, highest);
    }
}
