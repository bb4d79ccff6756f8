package io.gatehouse.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a scored population mean. Columns named {@code contrib_<feature>} hold what each feature adds to the log-odds,
 * {@code contrib_bias} what all rows start from, and a column named like the feature its value.
 *
 * @param id column of the id; absent, {@code id}
 * @param score column of the probability; absent, {@code score}
 * @param value column of what a row is worth; absent, {@code value} if the table has it
 * @param segments columns by which the list can be divided
 * @param threshold at or above which a row is flagged, in 0..1
 */
public record ScoredBatchDescription(
        @Nullable String id,
        @Nullable String score,
        @Nullable String value,
        List<String> segments,
        double threshold) {

    /** @throws IllegalArgumentException if the threshold is not in 0..1 */
    public ScoredBatchDescription {
        segments = segments.stream().distinct().toList();
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("The threshold must be in 0..1: " + threshold);
        }
    }

    String idColumn() {
        return id == null ? "id" : id;
    }

    String scoreColumn() {
        return score == null ? "score" : score;
    }
}
