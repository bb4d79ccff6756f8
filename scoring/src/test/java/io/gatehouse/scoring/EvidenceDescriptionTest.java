package io.gatehouse.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceDescriptionTest {

    @Test
    void everyFieldIsRead() {
        EvidenceDescription read = PredictionTable.parsed("""
                {"evidence_version": 1, "id": "subscriber_id", "label": "churned", "score": "p", "positive_label": 1,
                 "split": "split", "segments": ["plan", "age"], "reference": {"plan": "basic"},
                 "group_map": {"plan": {"Basic ": "basic"}}, "value": "monthly_value", "threshold": 0.2,
                 "favourable": "selected", "baseline": {"model": "churn", "version": 3, "score": "champion_score"},
                 "snapshot_at": "2024-01-01", "label_window_days": 60, "labels_complete_at": "2024-03-01T06:00:00+01:00",
                 "value_unit": "USD/month"}""");
        assertThat(read)
                .isEqualTo(new EvidenceDescription(
                        "subscriber_id",
                        "churned",
                        "p",
                        "1",
                        "split",
                        List.of("plan", "age"),
                        Map.of("plan", "basic"),
                        Map.of("plan", Map.of("Basic", "basic")),
                        "monthly_value",
                        null,
                        0.2,
                        "selected",
                        new EvidenceDescription.Baseline("churn", "3", "champion_score"),
                        Instant.parse("2024-01-01T00:00:00Z"),
                        60,
                        Instant.parse("2024-03-01T05:00:00Z"),
                        "USD/month",
                        false));
        assertThat(read.labelsDueAt()).isEqualTo("2024-03-01T00:00:00Z");
    }

    @Test
    void labelAndScoreHaveTheirUsualNamesWhereNoneIsGiven() {
        EvidenceDescription read = PredictionTable.parsed("{\"segments\": [\"plan\"]}");
        assertThat(read.label()).isEqualTo("y_true");
        assertThat(read.score()).isEqualTo("y_proba");
        assertThat(read.performanceAlone()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"threshold\": 20} | The field threshold of the description is not a number in 0..1.",
                "{\"segments\": \"plan\"} | The field segments of the description is not a list of column names.",
                "{\"segments\": [\"plan\", 3]} | The field segments of the description is not a list",
                "{\"segments\": [\"plan\", \"plan\"]} | The field segments of the description names a column twice.",
                "{\"label\": \"\"} | The field label of the description is not the name of a column.",
                "{\"baseline\": {\"model\": \"m\"}} | The field baseline.score of the description is missing.",
                "{\"baseline\": 3} | The field baseline of the description is not an object.",
                "{\"group_map\": {\"plan\": 3}} | The field group_map.plan of the description is not an object",
                "{\"reference\": {\"plan\": \"a\"}} | The field reference.plan of the description speaks of a column that is not",
                "{\"snapshot_at\": \"yesterday\"} | The field snapshot_at of the description is not a date.",
                "{\"label_window_days\": 1.5} | The field label_window_days of the description is not a whole number of days.",
                "{\"segments\": [ | evidence.json is not valid JSON (line 1",
                "[1] | evidence.json is not valid JSON"
            })
    void aFaultIsToldByTheNameOfItsField(String json, String sentence) {
        assertThat(refusal(json).sentence()).startsWith(sentence);
    }

    @Test
    void anEmptyOrAbysmallyNestedDescriptionIsRefused() {
        assertThat(refusal("").code()).isEqualTo(RefusalCode.DESCRIPTION_NOT_JSON);
        assertThat(refusal("[".repeat(100_000)).code()).isEqualTo(RefusalCode.DESCRIPTION_NOT_JSON);
    }

    private static Refusal refusal(String json) {
        return switch (EvidenceDescription.parse(json.getBytes(StandardCharsets.UTF_8))) {
            case EvidenceDescription.Unreadable(Refusal refusal) -> refusal;
            case EvidenceDescription.Parsed parsed -> throw new AssertionError("not refused: " + parsed);
        };
    }
}
