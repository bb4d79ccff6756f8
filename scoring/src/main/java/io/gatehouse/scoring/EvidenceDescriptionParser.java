package io.gatehouse.scoring;

import io.gatehouse.scoring.EvidenceDescription.Baseline;
import io.gatehouse.scoring.EvidenceDescription.Parsed;
import io.gatehouse.scoring.EvidenceDescription.Reading;
import io.gatehouse.scoring.EvidenceDescription.Unreadable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code evidence.json} field by field, so that a fault is told by the name of its field. */
final class EvidenceDescriptionParser {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private EvidenceDescriptionParser() {}

    static Reading parse(byte[] json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException fault) {
            return new Unreadable(Refusal.of(
                    RefusalCode.DESCRIPTION_NOT_JSON,
                    "line",
                    fault.getLocation() == null ? 1 : fault.getLocation().getLineNr(),
                    "column",
                    fault.getLocation() == null ? 1 : fault.getLocation().getColumnNr()));
        }
        if (!root.isObject()) {
            return new Unreadable(Refusal.of(RefusalCode.DESCRIPTION_NOT_JSON, "line", 1, "column", 1));
        }
        JsonFields fields = new JsonFields(root);
        EvidenceDescription description = read(fields);
        Refusal fault = fields.fault() != null ? fields.fault() : contradiction(description);
        return fault == null ? new Parsed(description) : new Unreadable(fault);
    }

    private static EvidenceDescription read(JsonFields fields) {
        return new EvidenceDescription(
                fields.column("id"),
                fields.columnOr("label", EvidenceDescription.DEFAULT_LABEL),
                fields.columnOr("score", EvidenceDescription.DEFAULT_SCORE),
                fields.scalar("positive_label"),
                fields.column("split"),
                fields.columns("segments"),
                fields.texts("reference"),
                groupMap(fields),
                fields.column("value"),
                fields.column("weight"),
                fields.numberUpToOne("threshold"),
                fields.scalar("favourable"),
                baseline(fields),
                fields.moment("snapshot_at"),
                fields.days("label_window_days"),
                fields.moment("labels_complete_at"),
                fields.scalar("value_unit"),
                false);
    }

    private static Map<String, Map<String, String>> groupMap(JsonFields fields) {
        Map<String, Map<String, String>> maps = new LinkedHashMap<>();
        JsonFields columns = fields.object("group_map");
        if (columns != null) {
            columns.names().forEach(column -> maps.put(column, columns.texts(column)));
        }
        return maps;
    }

    private static @Nullable Baseline baseline(JsonFields fields) {
        JsonFields baseline = fields.object("baseline");
        return baseline == null
                ? null
                : new Baseline(baseline.scalar("model"), baseline.scalar("version"), baseline.requiredColumn("score"));
    }

    private static @Nullable Refusal contradiction(EvidenceDescription description) {
        for (String field : List.of("reference", "group_map")) {
            var named = field.equals("reference")
                    ? description.reference().keySet()
                    : description.groupMap().keySet();
            for (String column : named) {
                if (!description.segments().contains(column)) {
                    return JsonFields.fault(
                            field + "." + column,
                            "speaks of a column that is not among the segments",
                            "Add it to the field segments, or correct its name.");
                }
            }
        }
        return description.segments().stream().distinct().count()
                        == description.segments().size()
                ? null
                : JsonFields.fault("segments", "names a column twice", "Name each segment column once.");
    }
}
