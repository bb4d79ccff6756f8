package io.gatehouse.scoring;

/**
 * The rows of one split that carry label and score, held as columns of primitives: about 8 bytes a row for the score, 8 for a champion's,
 * 8 for a value, and one for the label and for each attribute.
 */
final class LoadedRows {

    private final double[] scores;
    private final double[] champions;
    private final double[] values;
    private final byte[] cells;
    private final int attributes;
    private int size;

    /**
     * @param capacity most rows
     * @param attributes whose group each row carries
     * @param paired whether rows carry a champion's score
     * @param valued whether rows carry a value
     */
    LoadedRows(int capacity, int attributes, boolean paired, boolean valued) {
        this.scores = new double[capacity];
        this.champions = new double[paired ? capacity : 0];
        this.values = new double[valued ? capacity : 0];
        this.cells = new byte[Math.multiplyExact(capacity, attributes + 1)];
        this.attributes = attributes;
    }

    /** What the arrays of so many rows take, with those that ordering them needs. */
    static long bytes(long rows, int attributes, boolean paired, boolean valued) {
        return rows * (8 + 8 + 1 + attributes + (paired ? 8 + 4 : 0) + (valued ? 8 : 0));
    }

    /** Begins another row. Its groups, champion and value are set next. */
    void add(double score, boolean positive) {
        scores[size] = Math.abs(score);
        cells[size * (attributes + 1)] = (byte) (positive ? 1 : 0);
        size++;
    }

    /** @param group 0..255 */
    void group(int attribute, int group) {
        cells[(size - 1) * (attributes + 1) + 1 + attribute] = (byte) group;
    }

    /** The champion's score of the row begun last; NaN or outside 0..1 if it has none. */
    void champion(double score) {
        champions[size - 1] = score >= 0 && score <= 1 ? Math.abs(score) : Double.NaN;
    }

    /** The value of the row begun last, NaN if it has none. */
    void value(double value) {
        values[size - 1] = value;
    }

    int size() {
        return size;
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

    boolean valued() {
        return values.length > 0;
    }

    boolean hasChampions() {
        return champions.length > 0;
    }

    ScoreOrder byScore() {
        return ScoreOrder.of(scores, size, row -> true);
    }

    ScoreOrder byChampion() {
        return ScoreOrder.of(champions, size, this::paired);
    }
}
