package io.gatehouse.portal.api;

import io.gatehouse.outcomes.Outcomes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code metadata} part of a file of outcomes; every field may be left out.
 *
 * @param id column of the customer's id; absent, {@code id}
 * @param outcome column of what became of the customer; absent, {@code outcome}
 * @param observedOn column of the day; absent, {@code observed_on} if there is one, else today
 * @param positiveLabel the word that means leaving; absent, that of the evidence, else 1 or true
 */
record OutcomeMetadata(
        @Nullable String id,
        @Nullable String outcome,
        @Nullable String observedOn,
        @Nullable String positiveLabel) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final int LONGEST = 200;

    /** @throws UnfitFieldException naming the field that cannot be read */
    static OutcomeMetadata parse(String json) {
        try {
            return JSON.readValue(json, OutcomeMetadata.class);
        } catch (JacksonException wrong) {
            String field = wrong.getPath().isEmpty()
                    ? "metadata"
                    : "metadata." + wrong.getPath().getLast().getPropertyName();
            throw new UnfitFieldException(
                    field,
                    "The field " + field
                            + " cannot be read. Send JSON with id, outcome, observed_on and positive_label,"
                            + " or leave the part out.");
        }
    }

    Outcomes.Arrival of(String model) {
        return new Outcomes.Arrival(
                model,
                fit("id", id),
                fit("outcome", outcome),
                fit("observed_on", observedOn),
                fit("positive_label", positiveLabel));
    }

    private static @Nullable String fit(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST) {
            throw new UnfitFieldException(
                    field, "The field " + field + " has more than " + LONGEST + " characters. Shorten it.");
        }
        return RequestFields.plain(field, value.strip());
    }
}
