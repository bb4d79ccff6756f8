package io.gatehouse.portal.mlflow;

import io.gatehouse.tracking.LifecycleView;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.Tag;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the fields that several tracking calls share. */
final class TrackingFields {
    private TrackingFields() {}

    /** A required experiment id, which clients send as text. */
    static long experimentId(WireRequest request) {
        return experimentId(request.text("experiment_id"));
    }

    static long experimentId(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notWhole) {
            throw MlflowRefusal.invalid("Invalid experiment ID '" + id + "'. Experiment ID must be a valid integer.");
        }
    }

    static List<Long> experimentIds(WireRequest request) {
        return request.texts("experiment_ids").stream()
                .map(TrackingFields::experimentId)
                .distinct()
                .toList();
    }

    /** Python clients send the old name and the new one. */
    static String runId(WireRequest request) {
        return request.text("run_id", "run_uuid");
    }

    static List<Tag> tags(WireRequest request) {
        return request.objects("tags").stream().map(TrackingFields::tag).toList();
    }

    /** A tag whose fields are those of the object; an absent value is empty. */
    static Tag tag(WireRequest fields) {
        return new Tag(fields.text("key"), fields.optionalText("value").orElse(""));
    }

    static Metric metric(WireRequest fields) {
        String key = fields.text("key");
        double value = fields.number("value");
        long timestamp = fields.int64("timestamp");
        long step = fields.optionalInt64("step").orElse(0);
        String modelId = fields.optionalText("model_id").orElse("");
        if (modelId.isEmpty()) {
            return new Metric(key, value, timestamp, step);
        }
        @Nullable String name = fields.optionalText("dataset_name").orElse(null);
        @Nullable String digest = fields.optionalText("dataset_digest").orElse(null);
        if ((name == null) != (digest == null)) {
            throw MlflowRefusal.invalid("Both dataset_name and dataset_digest must be provided if one is provided");
        }
        return new Metric(key, value, timestamp, step, new Metric.Subject(modelId, name, digest));
    }

    /** {@code max_results} between 1 and a limit; {@code otherwise} where it is absent. */
    static int maxResults(WireRequest request, int otherwise, int most) {
        OptionalInt wanted = request.optionalInt32("max_results");
        if (wanted.isPresent() && (wanted.getAsInt() < 1 || wanted.getAsInt() > most)) {
            throw request.wrong("max_results", "It must be a positive integer of at most " + most + ".");
        }
        return wanted.orElse(otherwise);
    }

    static LifecycleView view(WireRequest request, String name) {
        return request.oneOf(name, 1, List.of(LifecycleView.values())).orElse(LifecycleView.ACTIVE_ONLY);
    }
}
