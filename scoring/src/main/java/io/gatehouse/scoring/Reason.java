package io.gatehouse.scoring;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One feature that the score reacted to, in words that claim no cause.
 *
 * @param feature name of the column
 * @param contribution to the log-odds, above 0
 * @param value of the feature in this row; absent if the file does not carry it as a number
 * @param typicalValue its median over the population
 * @param code of the phrase: feature and kind, such as {@code hours_change_pct.negative}
 * @param parameters of the phrase, by name
 * @param text the phrase in English
 */
public record Reason(
        String feature,
        double contribution,
        @Nullable Double value,
        @Nullable Double typicalValue,
        String code,
        Map<String, String> parameters,
        String text) {

    public Reason {
        parameters = Map.copyOf(parameters);
    }
}
