package io.gatehouse.scoring;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table of outcomes mean.
 *
 * @param id column of the customer's id; absent, {@code id}
 * @param outcome column of what became of the customer; absent, {@code outcome}
 * @param observedOn column of the day on which that was seen; absent, {@code observed_on} if the table has it
 * @param positiveLabel the word that means leaving; absent, 1 or true
 * @param today the last day on which anything can have been seen
 */
public record OutcomeDescription(
        @Nullable String id,
        @Nullable String outcome,
        @Nullable String observedOn,
        @Nullable String positiveLabel,
        LocalDate today) {

    String idColumn() {
        return id == null ? "id" : id;
    }

    String outcomeColumn() {
        return outcome == null ? "outcome" : outcome;
    }

    /** The column of days, if the table has one. */
    @Nullable
    String dayColumn(TableColumns columns) {
        return observedOn != null ? observedOn : columns.has("observed_on") ? "observed_on" : null;
    }
}
