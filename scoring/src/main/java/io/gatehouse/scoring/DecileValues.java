package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.ScoreBand;
import io.gatehouse.fairness.value.BandValues;
import io.gatehouse.scoring.DecileCut.DividedScore;
import io.gatehouse.scoring.DecileCut.Piece;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Adds up what rows are worth by decile. A row whose score a cut divides belongs to the decile that its place among these rows says. */
final class DecileValues {
    private final double[] lowest;
    private final ValueSums[] positives;
    private final ValueSums[] negatives;
    private final Map<Double, Places> divided = new HashMap<>();
    private int near;

    /**
     * @param deciles of the rows, from the highest scores down
     * @param cuts the scores that lie in more than one of them
     */
    DecileValues(List<ScoreBand> deciles, List<DividedScore> cuts) {
        this.lowest = deciles.stream().mapToDouble(ScoreBand::lowest).toArray();
        this.positives = ValueSums.several(lowest.length);
        this.negatives = ValueSums.several(lowest.length);
        cuts.forEach(cut -> divided.put(cut.score(), new Places(cut.pieces())));
    }

    /** Tells row after row of one score, in their order, in which decile they are. */
    private static final class Places {
        private final List<Piece> pieces;
        private int piece;
        private long taken;

        Places(List<Piece> fromTheLowest) {
            this.pieces = fromTheLowest.reversed();
        }

        int next() {
            while (taken == pieces.get(piece).rows()) {
                piece++;
                taken = 0;
            }
            taken++;
            return pieces.get(piece).band();
        }
    }

    /** Counts a row, unless a cut divides its score. */
    void add(double score, boolean positive, long units) {
        int band = bandOf(score);
        boolean reachesDown = score == lowest[band];
        if (!reachesDown || !divided.containsKey(score)) {
            count(band, positive, units);
        }
    }

    /** The highest decile that reaches down to the score. Rows of like scores come together, so it is looked for from the last one on. */
    private int bandOf(double score) {
        while (near > 0 && score >= lowest[near - 1]) {
            near--;
        }
        while (score < lowest[near]) {
            near++;
        }
        return near;
    }

    /** Counts the next row of a score that a cut divides; the rows of each score come in their order, those without a value as NaN. */
    void addDivided(double score, boolean positive, double value) {
        Places places = divided.get(score);
        if (places != null) {
            int band = places.next();
            if (FixedPoint.countsAsValue(value)) {
                count(band, positive, FixedPoint.value(value));
            }
        }
    }

    private void count(int band, boolean positive, long units) {
        (positive ? positives : negatives)[band].add(units);
    }

    /** From the highest scores down. */
    List<BandValues> bands() {
        return IntStream.range(0, lowest.length)
                .mapToObj(band -> new BandValues(positives[band].moments(), negatives[band].moments()))
                .toList();
    }
}
