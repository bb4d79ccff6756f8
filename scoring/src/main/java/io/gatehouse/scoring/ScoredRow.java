package io.gatehouse.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flagged row of a scored population.
 *
 * @param rank 1 is the highest score; ties by id
 * @param id of the person or thing
 * @param score probability, 0..1
 * @param segments group by segment column, in the declared order; UNKNOWN where there is none
 * @param value what the row is worth; absent if the file does not say
 * @param reasons at most four, strongest first
 */
public record ScoredRow(
        int rank,
        String id,
        double score,
        Map<String, String> segments,
        @Nullable BigDecimal value,
        List<Reason> reasons) {

    public ScoredRow {
        reasons = List.copyOf(reasons);
    }
}
