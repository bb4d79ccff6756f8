package io.gatehouse.champions;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.LoggedMetric;
import io.gatehouse.sentences.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedMetricTest {
    @ParameterizedTest
    @CsvSource({
        "test_auc, 0.8834, 0.8791, 0.0043 worse than claimed",
        "test_recall, 0.5, 0.75, 0.2500 better than claimed",
        "test_log_loss, 0.40, 0.45, 0.0500 worse than claimed",
        "val_brier, 0.20, 0.15, 0.0500 better than claimed",
        "test_f1, 0.61234, 0.61236, as claimed"
    })
    void theGapSaysWhetherTheEvidenceIsBetterOrWorseByTheDirectionOfTheMetric(
            String name, double claimed, double recomputed, String words) {
        ClaimedMetric metric = ClaimedMetric.of(new LoggedMetric(name, claimed, recomputed), null);

        assertThat(metric.gap().english()).isEqualTo(words);
        assertThat(metric.live()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auc",
                "precision",
                "recall",
                "f1",
                "avg_precision",
                "log_loss",
                "accuracy",
                "brier",
                "brier_score"
            })
    void everyFigureThatIsComputedAgainHasAName(String metric) {
        assertThat(Words.figure("claimed.test_" + metric)).endsWith("test rows").doesNotContain("_");
        assertThat(Words.figure("claimed.val_" + metric))
                .endsWith("validation rows")
                .doesNotContain("_");
    }

    @Test
    void whatIsNoNumberIsSaidAndNeverZero() {
        ClaimedMetric undefined = ClaimedMetric.of(new LoggedMetric("test_precision", 0.5, Double.NaN), null);
        ClaimedMetric unknown = ClaimedMetric.of(new LoggedMetric("test_precision", Double.NaN, 0.5), null);

        assertThat(undefined.recomputed()).isNull();
        assertThat(undefined.gap().english()).startsWith("the evidence does not define it");
        assertThat(unknown.claimed()).isNull();
        assertThat(unknown.gap().english()).isEqualTo("its run logged no number");
    }
}
