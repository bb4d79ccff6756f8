package io.gatehouse.tracking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run logs in one call. All of it is stored, or nothing.
 *
 * @param metrics at most 1,000
 * @param params at most 100, no key twice
 * @param tags at most 100; of several with one key the last wins
 */
public record Batch(List<Metric> metrics, List<Param> params, List<Tag> tags) {
    private static final int LONGEST_DATASET_NAME = 500;
    private static final int LONGEST_DATASET_DIGEST = 36;
    private static final int MOST_METRICS = 1_000;
    private static final int MOST_PARAMS = 100;
    private static final int MOST_TAGS = 100;
    private static final int MOST_TOGETHER = 1_000;

    public Batch {
        metrics = List.copyOf(metrics);
        params = List.copyOf(params);
        tags = List.copyOf(tags);
    }

    /** @throws TrackingRefusal if it breaks a rule of MLflow's batches */
    void require() {
        requireAtMost(MOST_METRICS, "metrics", metrics.size());
        requireAtMost(MOST_PARAMS, "params", params.size());
        requireAtMost(MOST_TAGS, "tags", tags.size());
        requireAtMost(MOST_TOGETHER, "metrics, params, and tags", metrics.size() + params.size() + tags.size());
        for (int i = 0; i < metrics.size(); i++) {
            requireMetric(metrics.get(i), "metrics[" + i + "].");
        }
        for (int i = 0; i < params.size(); i++) {
            LoggedText.requireKey(params.get(i).key(), "params[" + i + "].key");
        }
        for (int i = 0; i < tags.size(); i++) {
            LoggedText.requireKey(tags.get(i).key(), "tags[" + i + "].key");
        }
        requireNoKeyTwice();
    }

    static void requireMetric(Metric metric, String path) {
        LoggedText.requireKey(metric.key(), path + "name");
        if (metric.timestamp() < 0) {
            throw TrackingRefusal.invalid("Invalid value " + metric.timestamp() + " for parameter '" + path
                    + "timestamp' supplied: Timestamp must be a nonnegative long (64-bit integer)");
        }
        Metric.@Nullable Subject of = metric.of();
        if (of != null && of.datasetName() != null && of.datasetDigest() != null) {
            requireRoom(of.datasetName(), LONGEST_DATASET_NAME, path + "dataset_name");
            requireRoom(of.datasetDigest(), LONGEST_DATASET_DIGEST, path + "dataset_digest");
        }
    }

    /** Their columns have no more room, in which H2 counts an emoji as two. */
    private static void requireRoom(String text, int longest, String path) {
        if (text.length() > longest) {
            throw TrackingRefusal.invalid("'" + path + "' exceeds the maximum length of " + longest + " characters");
        }
    }

    private void requireNoKeyTwice() {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (Param param : params) {
            if (!seen.add(param.key())) {
                twice.add("'" + param.key() + "'");
            }
        }
        if (!twice.isEmpty()) {
            throw TrackingRefusal.invalid("Duplicate parameter keys have been submitted: " + twice
                    + ". Please ensure the request contains only one param value per param key.");
        }
    }

    private static void requireAtMost(int most, String what, int count) {
        if (count > most) {
            throw TrackingRefusal.invalid("A batch logging request can contain at most " + most + " " + what + ". Got "
                    + count + " " + what + ". Please split up " + what
                    + " across multiple requests and try again.");
        }
    }
}
