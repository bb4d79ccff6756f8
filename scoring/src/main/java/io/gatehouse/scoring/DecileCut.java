package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.ScoreBand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts rows that come in rising order of their score into ten bands, as even as they allow: the highest bands hold one more where ten does
 * not divide. Rows of one score that a cut divides are told apart by id; without ids negatives count as scored higher, so that a tie
 * never flatters the model.
 */
final class DecileCut {

    private static final int BANDS = 10;

    private final long rows;
    private final boolean byId;
    private final BandTally[] bands =
            IntStream.range(0, BANDS).mapToObj(i -> new BandTally()).toArray(BandTally[]::new);
    private final List<DividedScore> divided = new ArrayList<>();
    private final List<DividedScore> cuts = new ArrayList<>();
    private final double threshold;
    private int band = BANDS - 1;
    private long room;

    DecileCut(long rows, boolean byId, double threshold) {
        this.rows = rows;
        this.byId = byId;
        this.threshold = threshold;
        this.room = sizeOf(band);
    }

    /** Tells the labels of the rows of some scores in order of their ids. */
    @FunctionalInterface
    interface LabelsById {
        /** Bit i is set if the row with the i-th smallest id has a positive label. */
        BitSet of(DividedScore score);
    }

    /**
     * A score whose rows lie in more than one band.
     *
     * @param pieces from the lowest band up
     */
    record DividedScore(double score, long positives, long negatives, List<Piece> pieces) {
        int rows() {
            return Math.toIntExact(positives + negatives);
        }
    }

    /** So many rows of the score lie in this band. */
    record Piece(int band, long rows) {}

    /** Sizes as {@code numpy.array_split} cuts. */
    private long sizeOf(int index) {
        return rows / BANDS + (index < rows % BANDS ? 1 : 0);
    }

    void add(ScoreRun run, long positives, long negatives) {
        long left = positives + negatives;
        if (left <= room) {
            bands[band].add(run, positives, negatives);
            room -= left;
            return;
        }
        List<Piece> pieces = new ArrayList<>();
        while (left > 0) {
            while (room == 0) {
                room = sizeOf(--band);
            }
            long taken = Math.min(left, room);
            pieces.add(new Piece(band, taken));
            room -= taken;
            left -= taken;
        }
        divide(run, new DividedScore(run.score(), positives, negatives, pieces));
    }

    private void divide(ScoreRun run, DividedScore score) {
        if (score.pieces.size() > 1) {
            cuts.add(score);
        }
        if (byId && score.positives > 0 && score.negatives > 0 && score.pieces.size() > 1) {
            divided.add(score);
        } else {
            BitSet positivesLast = new BitSet();
            positivesLast.set(Math.toIntExact(score.negatives), score.rows());
            assign(run, score, positivesLast);
        }
    }

    private void assign(ScoreRun run, DividedScore score, BitSet positives) {
        int end = score.rows();
        for (Piece piece : score.pieces) {
            int start = end - Math.toIntExact(piece.rows);
            long positivesOfPiece = positives.get(start, end).cardinality();
            bands[piece.band].add(run, positivesOfPiece, piece.rows - positivesOfPiece);
            end = start;
        }
    }

    /** Scores whose rows ids have to tell apart, rising. */
    List<DividedScore> divided() {
        return List.copyOf(divided);
    }

    /** All scores whose rows lie in several bands, rising, whether or not their labels differ. */
    List<DividedScore> cuts() {
        return List.copyOf(cuts);
    }

    /** From the highest scores down; empty bands are left out. */
    List<ScoreBand> bands(LabelsById labels) {
        ScoreRun run = new ScoreRun(threshold);
        for (DividedScore score : divided) {
            run.begin(score.score);
            assign(run, score, labels.of(score));
        }
        divided.clear();
        return Arrays.stream(bands)
                .filter(tally -> !tally.isEmpty())
                .map(BandTally::band)
                .toList();
    }
}
