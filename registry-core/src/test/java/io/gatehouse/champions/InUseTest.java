package io.gatehouse.champions;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.checks.LoggedMetric;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.SampleEvaluations;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.outcomes.LiveFigures.State;
import io.gatehouse.outcomes.SampleLiveFigures;
import io.gatehouse.sentences.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InUseTest {
    private static final Evaluation EVALUATION =
            SampleEvaluations.of(2).auc(0.88).claimed(0.88).done();

    @Test
    void theFigureInUseIsSaidWithItsRangeAndOnWhom() {
        ClaimedFigure figure = ClaimedFigure.of(EVALUATION, SampleLiveFigures.of(2, 0.87));

        assertThat(figure.live()).isEqualTo(0.87);
        assertThat(figure.inUse().english())
                .isEqualTo("In use its AUC is 0.8700, likely between 0.8400 and 0.9000: of 3,940 customers scored on"
                        + " 9 Apr 2025, 210 left within 60 days and 3,730 stayed.");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0.80 | That is 0.0800 less than the evidence gives, 0.8800, and more than chance explains | true",
                "0.8499 | and more than chance explains: even the upper end | true",
                // The upper end is the figure of the evidence itself.
                "0.85 | which chance can explain | false",
                "0.87 | That is 0.0100 less than the evidence gives, 0.8800, which chance can explain. | false",
                "0.88 | The evidence gives the same. | false",
                "0.90 | That is 0.0200 more than the evidence gives, 0.8800, which chance can explain. | false",
                "0.95 | even the lower end of the range lies above it | false"
            })
    void theGapIsSaidInWordsAndOnlyAClearOneIsWorse(double live, String words, boolean worse) {
        InUse inUse = inUse(SampleLiveFigures.of(2, live));

        assertThat(Objects.requireNonNull(inUse.gap()).english()).contains(words);
        assertThat(inUse.clearlyWorse()).isEqualTo(worse);
    }

    @Test
    void thatTreatedCustomersMayHaveStayedBecauseOfItStandsBesideEveryFigure() {
        assertThat(inUse(SampleLiveFigures.of(2, 0.87)).caveats())
                .extracting(Sentence::code)
                .containsExactly("live.caveat.treated");
    }

    @Test
    void whatIsMissingIsACaveatToo() {
        assertThat(inUse(SampleLiveFigures.of(2, 0.87, null, 9_000)).caveats())
                .extracting(Sentence::english)
                .anySatisfy(said -> assertThat(said).contains("known of 3,940 of the 9,000 customers scored"))
                .anySatisfy(said -> assertThat(said).contains("Nothing on record says how many days"));
    }

    @Test
    void tooFewTooEarlyAndNotScoredAreSaidInPlaceOfAFigure() {
        assertThat(said(SampleLiveFigures.without(State.TOO_FEW, 12, 900, null)))
                .contains("12 are known to have left and 900 to have stayed", "it takes 30 of each");
        assertThat(said(SampleLiveFigures.without(State.TOO_EARLY, 0, 0, LocalDate.of(2025, 8, 1))))
                .contains("known until 20 Jun 2025", "the 60 days", "on 1 Aug 2025");
        assertThat(said(SampleLiveFigures.without(State.NOT_SCORED, 0, 0, null)))
                .contains("no score of this version is on record", "posted again");
    }

    @Test
    void withoutAFigureThereIsNoGapAndNothingIsWorse() {
        InUse inUse = inUse(SampleLiveFigures.without(State.TOO_FEW, 12, 900, null));

        assertThat(inUse.gap()).isNull();
        assertThat(inUse.shortly()).isNull();
        assertThat(inUse.clearlyWorse()).isFalse();
        assertThat(inUse.caveats()).isEmpty();
    }

    @Test
    void testFiguresHaveTheirLiveOneBesideThemAndValidationFiguresHaveNone() {
        ClaimedFigure figure = ClaimedFigure.of(
                SampleEvaluations.of(2)
                        .auc(0.88)
                        .claimed(0.88)
                        .logged(
                                new LoggedMetric("test_auc", 0.88, 0.88),
                                new LoggedMetric("test_log_loss", 0.37, 0.37),
                                new LoggedMetric("val_auc", 0.89, 0.89),
                                new LoggedMetric("test_recall", 0.7, 0.7))
                        .done(),
                SampleLiveFigures.of(2, 0.87));

        assertThat(figure.metrics()).extracting(ClaimedMetric::live).containsExactly(0.87, 0.3902, null, null);
        assertThat(figure.metrics().stream()
                        .map(ClaimedMetric::inUse)
                        .filter(Objects::nonNull)
                        .map(Sentence::english))
                .containsExactly("0.0100 worse than in the evidence", "0.0202 worse than in the evidence");
    }

    @Test
    void aVersionThatDoesClearlyWorseInUseIsWatched() {
        ChampionSummary watched = summary(SampleLiveFigures.of(2, 0.80));

        assertThat(watched.health()).isEqualTo(Health.WATCH);
        assertThat(watched.verdict().english())
                .contains(
                        "does worse in use than the evidence promised",
                        "0.8000",
                        "0.7700 and 0.8300",
                        "0.8800",
                        "3,940");
        assertThat(summary(SampleLiveFigures.of(2, 0.87)).health()).isEqualTo(Health.ON_TRACK);
        assertThat(summary(null).health()).isEqualTo(Health.ON_TRACK);
    }

    private static ChampionSummary summary(@Nullable LiveFigures live) {
        return SummaryOfTest.summary(EVALUATION, List.of(EVALUATION), live);
    }

    private static String said(LiveFigures live) {
        return ClaimedFigure.of(EVALUATION, live).inUse().english();
    }

    private static InUse inUse(LiveFigures live) {
        return Objects.requireNonNull(ClaimedFigure.of(EVALUATION, live).outcomes());
    }
}
