package io.gatehouse.fairness.segments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two attributes taken together, such as age band and region, and the counts of each pair of values at one threshold. A model can be
 * fair by age and by region and yet fail the young of the north.
 *
 * @param first name of a segment column
 * @param second name of another
 * @param cells the pairs that have rows, each pair once
 */
public record IntersectionCounts(String first, String second, List<Cell> cells) {

    /** Between the names of two attributes and between two values of them. */
    private static final String TIMES = " × ";

    /**
     * @param first value of the first attribute, {@link SegmentCounts#UNKNOWN} where a row has none
     * @param second value of the second attribute, alike
     * @param counts of the rows that have both
     * @param weights of these rows; absent where every row counts once
     */
    public record Cell(
            String first,
            String second,
            ConfusionCounts counts,
            @Nullable WeightedCounts weights) {

        /** Of rows that count once each. */
        public Cell(String first, String second, ConfusionCounts counts) {
            this(first, second, counts, null);
        }

        String name() {
            return first + TIMES + second;
        }

        boolean unknown() {
            return first.equals(SegmentCounts.UNKNOWN) || second.equals(SegmentCounts.UNKNOWN);
        }
    }

    /** @throws IllegalArgumentException if both attributes are the same, or a pair of values occurs twice */
    public IntersectionCounts {
        cells = List.copyOf(cells);
        if (first.equals(second)) {
            throw new IllegalArgumentException("An attribute cannot intersect itself: " + first);
        }
        if (cells.stream().map(Cell::name).distinct().count() < cells.size()) {
            throw new IllegalArgumentException("A pair of " + attribute(first, second) + " occurs twice: " + cells);
        }
    }

    /** The name of an intersection, such as “age_band × region”. */
    public static String attribute(String first, String second) {
        return first + TIMES + second;
    }

    /** The pairs as groups of one attribute, “18-24 × north” of “age_band × region”. */
    public SegmentCounts asSegment() {
        return new SegmentCounts(
                attribute(first, second),
                cells.stream()
                        .map(cell -> new SegmentCounts.Group(cell.name(), cell.counts(), cell.weights()))
                        .toList());
    }
}
