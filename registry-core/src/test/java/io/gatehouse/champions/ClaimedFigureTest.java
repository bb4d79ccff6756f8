package io.gatehouse.champions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.checks.LoggedMetric;
import io.gatehouse.evaluation.SampleEvaluations;
import org.junit.jupiter.api.Test;

class ClaimedFigureTest {

    @Test
    void aClaimThatIsTooHighIsSaidInFiguresAndInPairsOfCustomers() {
        ClaimedFigure figure = ClaimedFigure.of(
                SampleEvaluations.of(2).auc(0.8791).claimed(0.8834).done(), null);

        assertThat(figure.claimed()).isEqualTo(0.8834);
        assertThat(figure.recomputed()).isEqualTo(0.8791);
        assertThat(figure.gap().english())
                .isEqualTo("Its run claimed an AUC of 0.8834; the evidence gives 0.8791, which is 0.0043 less. Of 1,000"
                        + " pairs of a customer who leaves and one who stays, it puts 4.3 fewer in the right order than"
                        + " claimed.");
    }

    @Test
    void aClaimThatIsTooLowSaysThatTheEvidenceGivesMore() {
        assertThat(ClaimedFigure.of(
                                SampleEvaluations.of(2)
                                        .auc(0.8834)
                                        .claimed(0.8791)
                                        .done(),
                                null)
                        .gap()
                        .english())
                .contains("the evidence gives 0.8834, which is 0.0043 more", "4.3 more in the right order");
    }

    @Test
    void figuresThatAreWrittenAlikeAreCalledTheSame() {
        assertThat(ClaimedFigure.of(
                                SampleEvaluations.of(2)
                                        .auc(0.88340)
                                        .claimed(0.88344)
                                        .done(),
                                null)
                        .gap()
                        .english())
                .isEqualTo("Its run claimed an AUC of 0.8834, and the evidence gives the same.");
    }

    @Test
    void everyOtherFigureThatWasClaimedStandsBesideItAndWeightsDoNotMakeAClaimWrong() {
        ClaimedFigure figure = ClaimedFigure.of(
                SampleEvaluations.of(2)
                        .auc(0.9012)
                        .claimed(0.8834)
                        .logged(
                                new LoggedMetric("test_auc", 0.8834, 0.8834),
                                new LoggedMetric("test_recall", 0.71, 0.69))
                        .done(),
                null);

        assertThat(figure.recomputed()).isEqualTo(0.8834);
        assertThat(figure.gap().english()).endsWith("and the evidence gives the same.");
        assertThat(figure.metrics())
                .extracting(ClaimedMetric::name, metric -> metric.gap().english())
                .containsExactly(tuple("test_auc", "as claimed"), tuple("test_recall", "0.0200 worse than claimed"));
    }

    @Test
    void whatNobodyClaimedAndWhatIsNotYetKnownIsSaidAndNeverZero() {
        ClaimedFigure figure =
                ClaimedFigure.of(SampleEvaluations.of(2).auc(0.88).claimed(null).done(), null);

        assertThat(figure.claimed()).isNull();
        assertThat(figure.gap().english()).isEqualTo("Its run claimed no AUC; the evidence gives 0.8800.");
        assertThat(figure.live()).isNull();
        assertThat(figure.inUse().english()).startsWith("No outcomes yet");
    }
}
