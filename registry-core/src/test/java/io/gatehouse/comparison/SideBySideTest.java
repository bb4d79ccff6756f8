package io.gatehouse.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.comparison.Comparison.Change;
import io.gatehouse.comparison.Comparison.Kind;
import io.gatehouse.comparison.Comparison.Row;
import io.gatehouse.comparison.Comparison.Subject;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.SampleEvaluations;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final Map<String, String> SAME_TEST_DATA = Map.of("data_version", "v3", "test_rows", "3000");

    @Test
    void whatIntervalsTellApartIsBetterOrWorse() {
        Comparison comparison = SideBySide.of(List.of(
                version(2, SampleEvaluations.of(2).done()),
                version(3, SampleEvaluations.of(3).auc(0.91).found(850).net(0.5).done())));

        assertThat(changes(comparison, "auc")).containsExactly(Change.NONE, Change.BETTER);
        assertThat(changes(comparison, "true_positive_rate")).containsExactly(Change.NONE, Change.BETTER);
        assertThat(changes(comparison, "net_per_month")).containsExactly(Change.NONE, Change.WORSE);
        assertThat(comparison.summary().getFirst().english())
                .isEqualTo(
                        "Of every 100 customers who leave, version 3 finds 85 and version 2 finds 78. Beside version 2,"
                                + " it ranks customers better, and it is worth less: $0.50 a customer against $1.25, modelled.");
    }

    @Test
    void overlappingIntervalsAreTooCloseToCall() {
        Comparison comparison = SideBySide.of(List.of(
                version(2, SampleEvaluations.of(2).done()),
                version(3, SampleEvaluations.of(3).auc(0.89).net(1.4).done())));

        assertThat(changes(comparison, "auc")).containsExactly(Change.NONE, Change.TOO_CLOSE_TO_CALL);
        assertThat(changes(comparison, "net_per_customer")).containsExactly(Change.NONE, Change.TOO_CLOSE_TO_CALL);
    }

    @Test
    void aDifferenceOnTheSameCustomersTellsMoreThanTwoIntervals() {
        Compared champion = version(2, SampleEvaluations.of(2).done());
        Compared challenger = version(
                3, SampleEvaluations.of(3).auc(0.889).beside(2, 0.008, -0.2).done());

        Comparison forwards = SideBySide.of(List.of(champion, challenger));
        Comparison backwards = SideBySide.of(List.of(challenger, champion));

        assertThat(changes(forwards, "auc")).containsExactly(Change.NONE, Change.BETTER);
        assertThat(changes(forwards, "net_per_customer")).containsExactly(Change.NONE, Change.WORSE);
        assertThat(changes(backwards, "auc")).containsExactly(Change.NONE, Change.WORSE);
        assertThat(changes(backwards, "net_per_customer")).containsExactly(Change.NONE, Change.BETTER);
        assertThat(forwards.summary().getFirst().english())
                .endsWith("on the same customers it is worth $0.20 a customer less, likely between $0.15 and $0.25,"
                        + " modelled.");
        assertThat(backwards.summary().getFirst().english())
                .endsWith("on the same customers it is worth $0.20 a customer more, likely between $0.15 and $0.25,"
                        + " modelled.");
    }

    @Test
    void aDifferenceToAnotherVersionSaysNothingAboutThisOne() {
        Comparison comparison = SideBySide.of(List.of(
                version(1, SampleEvaluations.of(1).done()),
                version(3, SampleEvaluations.of(3).beside(2, 0.03, 1).done())));

        assertThat(changes(comparison, "auc")).containsExactly(Change.NONE, Change.TOO_CLOSE_TO_CALL);
    }

    @Test
    void anIntervalIsWrittenAsItsFigureIs() {
        Comparison comparison = SideBySide.of(List.of(
                version(1, SampleEvaluations.of(1).done()), version(2, null, Map.of("max_depth", "7"), Map.of())));

        assertThat(ranges(comparison, "auc")).containsExactly("0.8700 to 0.8900", "");
        assertThat(ranges(comparison, "net_per_customer")).containsExactly("$1.05 to $1.45", "");
        assertThat(ranges(comparison, "net_per_month")).containsExactly("$10,500 to $14,500", "");
    }

    @Test
    void parametersHaveNoDirectionAndAreCountedWhereTheyDiffer() {
        Comparison comparison = SideBySide.of(List.of(
                version(2, null, Map.of("max_depth", "7", "seed", "42"), Map.of()),
                version(3, null, Map.of("max_depth", "5", "seed", "42", "gamma", "1"), Map.of())));

        assertThat(group(comparison, Kind.PARAMETERS).differences()).isEqualTo(2);
        assertThat(changes(comparison, "max_depth")).containsOnly(Change.NONE);
        assertThat(row(comparison, "gamma").cells().getFirst().text()).isEmpty();
        assertThat(comparison.summary().getLast().english()).isEqualTo("Their parameters differ in 2 places.");
    }

    @Test
    void otherTestDataIsAWarning() {
        Comparison comparison = SideBySide.of(List.of(
                version(2, SampleEvaluations.of(2).done(), Map.of(), SAME_TEST_DATA),
                version(
                        1,
                        SampleEvaluations.of(1).done(),
                        Map.of(),
                        Map.of("data_version", "v2", "test_rows", "3000"))));

        assertThat(comparison.warnings())
                .extracting(Sentence::english)
                .containsExactly(
                        "Different test data: version 1 and version 2 were judged on different customers, so their figures are"
                                + " not directly comparable.");
    }

    @Test
    void anotherDayOfTheTestCustomersIsAWarningWithoutAnyTag() {
        Comparison comparison = SideBySide.of(List.of(
                version(2, SampleEvaluations.of(2).done()),
                version(1, SampleEvaluations.of(1).snapshot("2026-07-31").done())));

        assertThat(comparison.warnings()).extracting(Sentence::code).containsExactly("compare.test_data");
    }

    @Test
    void theSameTestDataIsNoWarning() {
        Comparison comparison = SideBySide.of(List.of(
                version(2, SampleEvaluations.of(2).done(), Map.of(), SAME_TEST_DATA),
                version(3, SampleEvaluations.of(3).done(), Map.of(), SAME_TEST_DATA)));

        assertThat(comparison.warnings()).isEmpty();
    }

    @Test
    void aVersionWithoutEvaluationSaysSoAndShowsWhatItsRunLogged() {
        Compared unjudged = new Compared(
                new Subject("churn", 3, "not in use", Instant.EPOCH, null, null),
                Map.of(),
                Map.of("test_auc", 0.9, "val_f1", Double.NaN),
                Map.of(),
                null);

        Comparison comparison =
                SideBySide.of(List.of(version(2, SampleEvaluations.of(2).done()), unjudged));

        assertThat(row(comparison, "test_auc").cells().getLast().text()).isEqualTo("0.9000");
        assertThat(row(comparison, "val_f1").cells().getLast().text()).isEqualTo("not known");
        assertThat(row(comparison, "auc").cells().getLast().text()).isEmpty();
        assertThat(comparison.warnings()).extracting(Sentence::code).containsExactly("compare.no_evaluation");
        assertThat(comparison.summary().getFirst().code()).isEqualTo("compare.not_judged");
    }

    @Test
    void everyJudgedGroupHasARow() {
        Comparison comparison = SideBySide.of(List.of(
                version(2, SampleEvaluations.of(2).done()),
                version(3, SampleEvaluations.of(3).ratio(0.7).done())));

        assertThat(group(comparison, Kind.SEGMENTS).rows())
                .extracting(Row::name)
                .containsExactly("age_band=25-44", "age_band=18-24");
        assertThat(changes(comparison, "age_band=18-24")).containsExactly(Change.NONE, Change.WORSE);
        assertThat(changes(comparison, "age_band=25-44")).containsExactly(Change.NONE, Change.TOO_CLOSE_TO_CALL);
    }

    private static Compared version(int number, @Nullable Evaluation evaluation) {
        return version(number, evaluation, Map.of(), Map.of());
    }

    private static Compared version(
            int number, @Nullable Evaluation evaluation, Map<String, String> params, Map<String, String> tags) {
        return new Compared(
                new Subject("churn", number, "a version", Instant.EPOCH, null, null),
                params,
                Map.of(),
                tags,
                evaluation);
    }

    private static Comparison.Group group(Comparison comparison, Kind kind) {
        return comparison.groups().stream()
                .filter(group -> group.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Row row(Comparison comparison, String name) {
        return comparison.groups().stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ranges(Comparison comparison, String name) {
        return row(comparison, name).cells().stream()
                .map(Comparison.Cell::range)
                .toList();
    }

    private static List<Change> changes(Comparison comparison, String name) {
        return row(comparison, name).cells().stream()
                .map(Comparison.Cell::change)
                .toList();
    }
}
