package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.segments.ScoreHistogram;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many leavers and stayers are contacted as the threshold falls, from nobody to everybody, in counts. Rows of equal score are one
 * step, since no threshold parts them: a curve that parted them would depend on the order of the rows.
 *
 * <p>Divided by the leavers and stayers there are, its vertices are those of sklearn {@code roc_curve(drop_intermediate=False)} and R
 * {@code ROCR::performance(pred, "tpr", "fpr")}.
 *
 * @param vertices from (0, 0) on, in neither count falling and in one rising
 */
public record RocCurve(List<Vertex> vertices) {

    /**
     * One threshold.
     *
     * @param truePositives leavers contacted
     * @param falsePositives stayers contacted
     */
    public record Vertex(long truePositives, long falsePositives) {

        static final Vertex NOBODY = new Vertex(0, 0);

        /** @throws IllegalArgumentException if a count is negative */
        public Vertex {
            Arguments.count("truePositives", truePositives);
            Arguments.count("falsePositives", falsePositives);
        }

        /** All who are contacted. */
        public long contacted() {
            return truePositives + falsePositives;
        }

        private Vertex plus(long leavers, long stayers) {
            return new Vertex(truePositives + leavers, falsePositives + stayers);
        }

        private boolean precedes(Vertex next) {
            return truePositives <= next.truePositives
                    && falsePositives <= next.falsePositives
                    && contacted() < next.contacted();
        }
    }

    /**
     * Rows of one score.
     *
     * @param score in any unit; only the order counts
     * @param positives leavers with it
     * @param negatives stayers with it
     */
    public record Tie(double score, long positives, long negatives) {

        /** @throws IllegalArgumentException if the score is not a finite number or a count is negative */
        public Tie {
            Arguments.finite("score", score);
            Arguments.count("positives", positives);
            Arguments.count("negatives", negatives);
        }
    }

    /** @throws IllegalArgumentException if the vertices do not start at (0, 0) or one does not lie beyond the one before */
    public RocCurve {
        vertices = List.copyOf(vertices);
        if (vertices.isEmpty() || !vertices.getFirst().equals(Vertex.NOBODY)) {
            throw new IllegalArgumentException("vertices must start at (0, 0): " + vertices);
        }
        for (int i = 1; i < vertices.size(); i++) {
            if (!vertices.get(i - 1).precedes(vertices.get(i))) {
                throw new IllegalArgumentException(
                        "vertices must rise: " + vertices.get(i - 1) + ", " + vertices.get(i));
            }
        }
    }

    /** The rows by score, in any order; those of equal score are merged, those without rows left out. */
    public static RocCurve of(List<Tie> ties) {
        List<Tie> falling = ties.stream()
                .filter(tie -> tie.positives + tie.negatives > 0)
                .sorted(Comparator.comparingDouble(Tie::score).reversed())
                .toList();
        List<Vertex> vertices = new ArrayList<>(List.of(Vertex.NOBODY));
        Vertex reached = Vertex.NOBODY;
        for (int i = 0; i < falling.size(); i++) {
            Tie tie = falling.get(i);
            reached = reached.plus(tie.positives, tie.negatives);
            // By ==, unlike the sort, so that 0.0 and -0.0 are one score.
            if (i + 1 == falling.size() || falling.get(i + 1).score != tie.score) {
                vertices.add(reached);
            }
        }
        return new RocCurve(vertices);
    }

    /**
     * From single rows.
     *
     * @param scores finite
     * @param labels whether the row's label is positive, in the same order
     * @throws IllegalArgumentException if the arrays differ in length or a score is not a finite number
     */
    public static RocCurve of(double[] scores, boolean[] labels) {
        if (scores.length != labels.length) {
            throw new IllegalArgumentException("As many scores as labels: " + scores.length + ", " + labels.length);
        }
        return of(IntStream.range(0, scores.length)
                .mapToObj(i -> new Tie(scores[i], labels[i] ? 1 : 0, labels[i] ? 0 : 1))
                .toList());
    }

    /**
     * The vertices at thresholds of whole percents alone. What is maximised over them is at most what it is over all scores, and short of
     * it by no more than one bin of scores can hold.
     */
    public static RocCurve of(ScoreHistogram histogram) {
        return of(IntStream.range(0, ScoreHistogram.BINS)
                .mapToObj(bin -> new Tie(
                        bin,
                        histogram.positives().get(bin),
                        histogram.negatives().get(bin)))
                .toList());
    }

    /** All rows, contacted or not. */
    public long rows() {
        return vertices.getLast().contacted();
    }

    /**
     * The upper convex hull: of all vertices those that are best for some price of leavers against stayers. Exact, in whole numbers;
     * vertices on an edge are left out.
     *
     * @throws ArithmeticException above three billion rows of either label
     */
    public RocCurve hull() {
        List<Vertex> hull = new ArrayList<>();
        for (Vertex next : vertices) {
            while (hull.size() > 1 && !turnsRight(hull.get(hull.size() - 2), hull.getLast(), next)) {
                hull.removeLast();
            }
            hull.add(next);
        }
        return new RocCurve(hull);
    }

    /** Whether the curve flattens at the middle vertex, as seen with stayers to the right and leavers upwards. */
    private static boolean turnsRight(Vertex first, Vertex middle, Vertex last) {
        long risesThenRuns = Math.multiplyExact(
                middle.truePositives - first.truePositives, last.falsePositives - middle.falsePositives);
        long runsThenRises = Math.multiplyExact(
                middle.falsePositives - first.falsePositives, last.truePositives - middle.truePositives);
        return risesThenRuns > runsThenRises;
    }
}
