package io.gatehouse.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scored population in figures.
 *
 * @param sha256 of the file's bytes
 * @param rows in the population
 * @param flagged at or above the threshold
 * @param deciles ten bands by falling score, as even as the rows allow, ties by id
 * @param valueFlagged Σ of the value of flagged rows; absent if the file carries no value
 * @param segments rows and flagged rows by group
 */
public record BatchTotals(
        String sha256,
        long rows,
        long flagged,
        List<Decile> deciles,
        @Nullable BigDecimal valueFlagged,
        List<Segment> segments) {

    public BatchTotals {
        deciles = List.copyOf(deciles);
        segments = List.copyOf(segments);
    }

    /**
     * @param rows in the band
     * @param sumOfScores exact
     * @param lowest score
     * @param highest score
     */
    public record Decile(long rows, BigDecimal sumOfScores, double lowest, double highest) {}

    /**
     * @param attribute segment column
     * @param groups in order of their value
     */
    public record Segment(String attribute, List<Group> groups) {
        public Segment {
            groups = List.copyOf(groups);
        }
    }

    /** One group of a segment. */
    public record Group(String value, long rows, long flagged) {}
}
