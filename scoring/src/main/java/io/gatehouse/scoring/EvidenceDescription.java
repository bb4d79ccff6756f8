package io.gatehouse.scoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a prediction table mean, as {@code evidence.json} beside it declares.
 *
 * @param id column that identifies the person or thing scored; absent, nothing can be joined or checked for leakage
 * @param label column of the outcome
 * @param score column of the probability of the positive label
 * @param positiveLabel value of the label that counts as positive; absent, 1 or true
 * @param split column that holds {@code test} and {@code val}; absent, all rows are the test split
 * @param segments columns by which fairness is judged
 * @param reference the predefined reference group by segment column, where one is declared
 * @param groupMap by segment column, the spelling to use for a spelling found; spellings that it does not name stay as they are
 * @param value column of what the row is worth
 * @param weight column of a sampling weight
 * @param threshold at which the team acts
 * @param favourable the label or decision that is good for the person
 * @param baseline the reigning champion's score on the same rows
 * @param snapshotAt when the rows were taken; a date means its first moment in UTC
 * @param labelWindowDays how long after the snapshot the outcome can still happen
 * @param labelsCompleteAt when the labels were read
 * @param valueUnit of the value column, such as EUR a month
 * @param performanceAlone whether the table came without a description, so that it can answer for performance and nothing else
 */
public record EvidenceDescription(
        @Nullable String id,
        String label,
        String score,
        @Nullable String positiveLabel,
        @Nullable String split,
        List<String> segments,
        Map<String, String> reference,
        Map<String, Map<String, String>> groupMap,
        @Nullable String value,
        @Nullable String weight,
        @Nullable Double threshold,
        @Nullable String favourable,
        @Nullable Baseline baseline,
        @Nullable Instant snapshotAt,
        @Nullable Integer labelWindowDays,
        @Nullable Instant labelsCompleteAt,
        @Nullable String valueUnit,
        boolean performanceAlone) {

    static final String DEFAULT_LABEL = "y_true";
    static final String DEFAULT_SCORE = "y_proba";

    public EvidenceDescription {
        segments = List.copyOf(segments);
        reference = Map.copyOf(reference);
        groupMap = Map.copyOf(groupMap);
    }

    /**
     * The champion that was scored on the same rows.
     *
     * @param model registered name
     * @param version number, as text
     * @param score column of its scores
     */
    public record Baseline(@Nullable String model, @Nullable String version, String score) {}

    /** What became of an {@code evidence.json}. */
    public sealed interface Reading {}

    /** The description was understood. */
    public record Parsed(EvidenceDescription description) implements Reading {}

    /** The description says something that it cannot mean. */
    public record Unreadable(Refusal refusal) implements Reading {}

    /** Reads an {@code evidence.json}. Fields that Gatehouse does not know are passed over. */
    public static Reading parse(byte[] json) {
        return EvidenceDescriptionParser.parse(json);
    }

    /** Of a bare {@code test_predictions.csv}: {@code y_true} is the label, {@code y_proba} the score, every row a test row. */
    public static EvidenceDescription ofBareTable() {
        return new EvidenceDescription(
                null,
                DEFAULT_LABEL,
                DEFAULT_SCORE,
                null,
                null,
                List.of(),
                Map.of(),
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true);
    }

    /** When the outcome of the last row was decided; absent if the description does not say. */
    public @Nullable Instant labelsDueAt() {
        return snapshotAt == null || labelWindowDays == null ? null : snapshotAt.plus(Duration.ofDays(labelWindowDays));
    }
}
