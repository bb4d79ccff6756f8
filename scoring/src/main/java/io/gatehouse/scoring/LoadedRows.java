package io.gatehouse.scoring;

import java.util.Arrays;

/**
 * The rows of one split that carry label and score, held as columns of primitives: about 8 bytes a row for the score, 8 for a champion's,
 * 8 for a value, 8 for a weight, and one for the label and for each attribute. Rows of like scores lie together, so that going over them in the order of
 * their scores stays within the processor's cache.
 */
final class LoadedRows {

    private final double[] scores;
    private final double[] champions;
    private final double[] values;
    private final long[] weights;
    private final byte[] cells;
    private final int attributes;
    private final ScoreBuckets buckets;
    private final int[] next;
    private int current;

    /**
     * @param rowsByBucket how many rows will come of each part of the scores
     * @param attributes whose group each row carries
     * @param paired whether rows carry a champion's score
     * @param valued whether rows carry a value
     * @param weighted whether rows carry a weight
     */
    LoadedRows(int[] rowsByBucket, int attributes, boolean paired, boolean valued, boolean weighted) {
        int capacity = Arrays.stream(rowsByBucket).sum();
        this.buckets = new ScoreBuckets(rowsByBucket.length);
        this.next = ScoreBuckets.starts(rowsByBucket.clone());
        this.scores = new double[capacity];
        this.champions = new double[paired ? capacity : 0];
        this.values = new double[valued ? capacity : 0];
        this.weights = new long[weighted ? capacity : 0];
        this.cells = new byte[Math.multiplyExact(capacity, attributes + 1)];
        this.attributes = attributes;
    }

    /** What the arrays of so many rows take, with those that ordering them needs. */
    static long bytes(long rows, int attributes, boolean paired, boolean valued, boolean weighted) {
        return rows
                * (8
                        + 8
                        + 1
                        + attributes
                        + (paired ? 8 + 4 : 0)
                        + (valued ? 8 : 0)
                        + (weighted ? 8 + (paired ? 8 : 0) : 0));
    }

    /** Puts another row in its place. Its groups, champion and value are set next. */
    void add(double score, boolean positive) {
        double folded = Math.abs(score);
        current = next[buckets.of(folded)]++;
        scores[current] = folded;
        cells[current * (attributes + 1)] = (byte) (positive ? 1 : 0);
    }

    /** @param group 0..255 */
    void group(int attribute, int group) {
        cells[current * (attributes + 1) + 1 + attribute] = (byte) group;
    }

    /** The champion's score of the row put last; NaN or outside 0..1 if it has none. */
    void champion(double score) {
        champions[current] = score >= 0 && score <= 1 ? Math.abs(score) : Double.NaN;
    }

    /** The value of the row put last, NaN if it has none. */
    void value(double value) {
        values[current] = value;
    }

    /** The weight of the row put last, in units of 10⁻⁹. */
    void weight(long weight) {
        weights[current] = weight;
    }

    int size() {
        return scores.length;
    }

    double score(int row) {
        return scores[row];
    }

    boolean positive(int row) {
        return cells[row * (attributes + 1)] != 0;
    }

    int groupOf(int row, int attribute) {
        return cells[row * (attributes + 1) + 1 + attribute] & 0xff;
    }

    boolean paired(int row) {
        return champions.length > 0 && !Double.isNaN(champions[row]);
    }

    double champion(int row) {
        return champions[row];
    }

    double value(int row) {
        return values[row];
    }

    long weight(int row) {
        return weights[row];
    }

    boolean weighted() {
        return weights.length > 0;
    }

    boolean valued() {
        return values.length > 0;
    }

    boolean hasChampions() {
        return champions.length > 0;
    }

    ScoreOrder byScore() {
        return ScoreOrder.of(scores, buckets, row -> true);
    }

    ScoreOrder byChampion() {
        return ScoreOrder.of(champions, buckets, this::paired);
    }
}
