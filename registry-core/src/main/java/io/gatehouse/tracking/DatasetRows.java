package io.gatehouse.tracking;

import io.gatehouse.ids.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The datasets of experiments, and which runs used them. */
@Component
class DatasetRows {
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Ids ids;

    DatasetRows(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    private record Identity(String name, String digest) {}

    /** Notes that a run, which the caller has locked, used datasets; of several with one name and digest the first counts. */
    void use(RunInfo run, List<DatasetInput> used) {
        if (used.size() > MOST) {
            throw TrackingRefusal.invalid("A request can name at most " + MOST + " datasets. Got " + used.size() + ".");
        }
        Map<Identity, DatasetInput> first = new LinkedHashMap<>();
        for (int i = 0; i < used.size(); i++) {
            DatasetInput dataset = used.get(i);
            require(dataset, "datasets[" + i + "].");
            first.putIfAbsent(new Identity(dataset.name(), dataset.digest()), dataset);
        }
        for (DatasetInput dataset : first.values()) {
            UUID id = idOf(run.experimentId(), dataset);
            boolean fresh =
                    jdbc.sql("insert into run_dataset (run_id, dataset_id) values (?, ?) on conflict do nothing")
                                    .params(run.id(), id)
                                    .update()
                            > 0;
            if (fresh) {
                tag(run.id(), id, dataset.tags());
            }
        }
    }

    private void tag(String runId, UUID datasetId, List<Tag> tags) {
        Map<String, String> last = new LinkedHashMap<>();
        tags.forEach(tag -> last.put(tag.key(), tag.value()));
        last.forEach((key, value) -> jdbc.sql(
                        "insert into run_dataset_tag (run_id, dataset_id, tag_key, tag_value) values (?, ?, ?, ?)")
                .params(runId, datasetId, key, value)
                .update());
    }

    private UUID idOf(long experimentId, DatasetInput dataset) {
        // Two runs may name the same new dataset at once: one insert wins, both read what it wrote.
        jdbc.sql("""
                insert into dataset (id, experiment_id, name, digest, source_type, source, schema_json, profile_json)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(java.util.Arrays.<@Nullable Object>asList(
                        ids.next(),
                        experimentId,
                        dataset.name(),
                        dataset.digest(),
                        dataset.sourceType(),
                        dataset.source(),
                        dataset.schema(),
                        dataset.profile()))
                .update();
        return jdbc.sql("select id from dataset where experiment_id = ? and name = ? and digest = ?")
                .params(experimentId, dataset.name(), dataset.digest())
                .query(UUID.class)
                .single();
    }

    private static void require(DatasetInput dataset, String path) {
        requireText(dataset.name(), 500, path + "dataset.name");
        requireText(dataset.digest(), 36, path + "dataset.digest");
        requireText(dataset.sourceType(), 36, path + "dataset.source_type");
        requireText(dataset.source(), 65_535, path + "dataset.source");
        if (dataset.schema() != null) {
            LoggedText.requireLength(dataset.schema(), 1_048_575, path + "dataset.schema");
        }
        if (dataset.profile() != null) {
            LoggedText.requireLength(dataset.profile(), 16_777_215, path + "dataset.profile");
        }
        for (int i = 0; i < dataset.tags().size(); i++) {
            requireText(dataset.tags().get(i).key(), 255, path + "tags[" + i + "].key");
            LoggedText.requireLength(dataset.tags().get(i).value(), 500, path + "tags[" + i + "].value");
        }
    }

    private static void requireText(String text, int longest, String path) {
        if (text.isEmpty()) {
            throw TrackingRefusal.invalid("Missing value for required parameter '" + path + "'.");
        }
        LoggedText.requireLength(text, longest, path);
    }
}
