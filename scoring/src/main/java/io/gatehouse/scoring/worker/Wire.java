package io.gatehouse.scoring.worker;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.gatehouse.scoring.OutcomeResult;
import io.gatehouse.scoring.ReductionResult;
import io.gatehouse.scoring.ScoredBatchResult;
import io.gatehouse.scoring.models.ModelReading;
import io.gatehouse.scoring.models.Rescoring;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as JSON and back, exactly: doubles by their shortest decimal, decimals with their scale. What is read back equals what was
 * written.
 */
final class Wire {

    private static final JsonMapper JSON = JsonMapper.builder()
            // Records are their components; a method that looks like a getter adds nothing.
            .changeDefaultVisibility(visible -> visible.withVisibility(
                            com.fasterxml.jackson.annotation.PropertyAccessor.ALL, Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY)
                    .withCreatorVisibility(Visibility.ANY))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .addMixIn(ReductionResult.class, NamedByType.class)
            .addMixIn(ScoredBatchResult.class, NamedByType.class)
            .addMixIn(OutcomeResult.class, NamedByType.class)
            .addMixIn(ModelReading.class, NamedByType.class)
            .addMixIn(Rescoring.class, NamedByType.class)
            .build();

    private Wire() {}

    /** One of a sealed interface's records says which it is; the permitted ones are all that can be named. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface NamedByType {}

    static byte[] write(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    static Frame frame(Frame.Kind kind, Object value) {
        return new Frame(kind, write(value));
    }

    /** @throws tools.jackson.core.JacksonException if the bytes are not such a record */
    static <T> T read(byte[] json, Class<T> type) {
        return JSON.readValue(json, type);
    }
}
