package io.gatehouse.portal.api;

import io.gatehouse.risklist.RiskLists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code metadata} part of a scored batch.
 *
 * @param model registered name
 * @param version that scored it
 * @param asOf day that the population was taken, such as 2026-11-18
 * @param threshold at or above which a customer is listed; absent, 0.20
 * @param population in words; absent, {@code customers}
 * @param id column of the id; absent, {@code id}
 * @param score column of the probability; absent, {@code score}
 * @param value column of the value; absent, {@code value} if there is one
 * @param segments columns that the list can be filtered by
 */
public record BatchMetadata(
        @Nullable String model,
        @Nullable Integer version,
        @Nullable LocalDate asOf,
        @Nullable Double threshold,
        @Nullable String population,
        @Nullable String id,
        @Nullable String score,
        @Nullable String value,
        @Nullable List<@Nullable String> segments) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final int LONGEST_POPULATION = 200;
    private static final double ACTING_THRESHOLD = 0.20;

    /** @throws UnfitFieldException naming the field that cannot be read */
    public static BatchMetadata parse(String json) {
        try {
            return JSON.readValue(json, BatchMetadata.class);
        } catch (JacksonException wrong) {
            String field = wrong.getPath().isEmpty()
                    ? "metadata"
                    : "metadata." + wrong.getPath().getLast().getPropertyName();
            throw new UnfitFieldException(
                    field,
                    "The field " + field + " cannot be read. Send JSON with model, version, as_of (such as 2026-11-18),"
                            + " threshold, population and segments.");
        }
    }

    /** @throws UnfitFieldException naming the field that is missing */
    public RiskLists.BatchDescription describe() {
        return new RiskLists.BatchDescription(
                needed("model", model),
                needed("version", version),
                needed("as_of", asOf),
                threshold == null ? ACTING_THRESHOLD : threshold,
                inWords(population),
                id,
                score,
                value,
                columns(segments));
    }

    private static String inWords(@Nullable String population) {
        if (population != null && population.length() > LONGEST_POPULATION) {
            throw new UnfitFieldException(
                    "metadata.population",
                    "The field metadata.population has more than " + LONGEST_POPULATION + " characters. Shorten it.");
        }
        return population == null || population.isBlank()
                ? "customers"
                : RequestFields.plain("metadata.population", population);
    }

    private static List<String> columns(@Nullable List<@Nullable String> segments) {
        List<String> columns = new ArrayList<>();
        for (String column : segments == null ? List.<@Nullable String>of() : segments) {
            if (column == null || column.isBlank()) {
                throw new UnfitFieldException(
                        "metadata.segments",
                        "The field metadata.segments holds an entry without a name. Name columns of the table.");
            }
            columns.add(column);
        }
        return columns;
    }

    private static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw new UnfitFieldException(
                    "metadata." + field, "The field metadata." + field + " is missing. Add it to the metadata part.");
        }
        return value;
    }
}
