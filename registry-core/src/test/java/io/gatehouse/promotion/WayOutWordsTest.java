package io.gatehouse.promotion;

import static io.gatehouse.sentences.Sentences.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.value.SafeBand.Verdicts;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.money.Money;
import io.gatehouse.policy.PolicyRef;
import io.gatehouse.policy.Use;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WayOutWordsTest {
    private static final CheckResult NOT_REPRODUCIBLE = check(CheckName.REPRODUCIBILITY, Verdict.FAIL, List.of());

    @Test
    void aRefusedVersionIsShownTheNearestThresholdThatPassesAndHowLongTheListWouldBe() {
        List<Sentence> sentences = WayOutWords.of(evaluation(band(percent -> fairFrom(percent, 41)), List.of()));

        assertThat(sentences)
                .extracting(Sentence::english)
                .containsExactly(
                        "At a threshold of 41 % instead of 20 % it would pass performance, fairness and ROI, with about"
                                + " 9,800 customers on the monthly list instead of 24,000. This was found on these rows, so have it judged"
                                + " on others before you rely on it.");
    }

    @Test
    void whatStandsInTheWayEverywhereIsNamed() {
        assertThat(threshold(percent -> new Verdicts(Verdict.PASS, Verdict.INCONCLUSIVE, Verdict.PASS)))
                .isEqualTo("At no threshold from 1 to 99 % would it pass: fairness stands in the way at every one.");
        assertThat(threshold(percent -> new Verdicts(Verdict.FAIL, Verdict.PASS, Verdict.FAIL)))
                .isEqualTo(
                        "At no threshold from 1 to 99 % would it pass: performance and ROI stand in the way at every one.");
    }

    @Test
    void whereOneCheckPassesOnlyWhereAnotherDoesNotThatIsSaid() {
        assertThat(threshold(percent -> percent < 50
                        ? new Verdicts(Verdict.PASS, Verdict.FAIL, Verdict.PASS)
                        : new Verdicts(Verdict.PASS, Verdict.PASS, Verdict.FAIL)))
                .isEqualTo("At no threshold from 1 to 99 % would it pass: none suits fairness and ROI at once.");
    }

    @Test
    void aVersionThatPassesIsToldHowFarItsThresholdCouldBeMoved() {
        assertThat(threshold(percent -> fairFrom(percent, 14)))
                .isEqualTo(
                        "It passes performance, fairness and ROI at every threshold from 14 % to 99 %; at the acting one, 20 %,"
                                + " about 24,000 customers are on the monthly list.");
    }

    @Test
    void aGroupThatFailsIsToldWhatItWouldHaveToFind() {
        CheckResult unfair = check(
                CheckName.FAIRNESS,
                Verdict.FAIL,
                List.of(
                        group("18-24", 0.621, 0.74, Verdict.FAIL),
                        group("25-34", 0.80, 0.95, Verdict.PASS),
                        group("35-44", 0.84, null, Verdict.NOT_APPLICABLE)));

        assertThat(WayOutWords.of(evaluation(null, List.of(unfair))))
                .extracting(Sentence::english)
                .containsExactly(
                        "18-24 (age band): to be allowed at the acting threshold it would have to find about 68 of 100"
                                + " leavers there; it finds 62, against 84 in 35-44.");
    }

    @Test
    void whatNoThresholdChangesIsSaidBesideIt() {
        assertThat(WayOutWords.of(evaluation(band(percent -> fairFrom(percent, 41)), List.of(NOT_REPRODUCIBLE))))
                .extracting(Sentence::code)
                .containsExactly("promotion.way_out.at", "promotion.way_out.beside");
    }

    @Test
    void anEvaluationOfBeforeOtherThresholdsWereTriedSaysNothing() {
        assertThat(WayOutWords.of(evaluation(null, List.of()))).isEmpty();
    }

    @Test
    void aMonthThatIsWorthLessThanTheChampionsIsToldWhatItLacks() {
        assertThat(WayOutWords.of(evaluation(null, List.of(worthless()))))
                .extracting(Sentence::english)
                .containsExactly(
                        "On the same customers a month with it is worth −$25,000 beside version 2, in use when this was judged;"
                                + " down to −$5,000 is allowed.");
    }

    @Test
    void allThreeChecksAreCalledByTheirNames() {
        assertThat(threshold(percent -> new Verdicts(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.FAIL)))
                .isEqualTo(
                        "At no threshold from 1 to 99 % would it pass: performance, fairness and ROI stand in the way at"
                                + " every one.");
    }

    @Test
    void whereValuesOfTheirOwnMeetWeightsItIsSaidThatOtherThresholdsWereNotTried() {
        assertThat(WayOutWords.of(evaluation(null, List.of(ownValues(4_000.0)))))
                .extracting(Sentence::english)
                .containsExactly(
                        "Other thresholds were not tried: customers count with values of their own and by weights, which"
                                + " are not known together by threshold.");
        assertThat(WayOutWords.of(evaluation(null, List.of(ownValues(null))))).isEmpty();
    }

    @Test
    void everyTemplateIsSaidInOneOfTheseCases() {
        Verdicts unfair = new Verdicts(Verdict.PASS, Verdict.FAIL, Verdict.PASS);
        Verdicts worthless = new Verdicts(Verdict.PASS, Verdict.PASS, Verdict.FAIL);
        Verdicts both = new Verdicts(Verdict.PASS, Verdict.FAIL, Verdict.FAIL);
        CheckResult unfairToAGroup = check(
                CheckName.FAIRNESS,
                Verdict.FAIL,
                List.of(group("18-24", 0.621, 0.74, Verdict.FAIL), group("35-44", 0.84, null, Verdict.NOT_APPLICABLE)));
        Set<String> said = Stream.of(
                        evaluation(band(percent -> fairFrom(percent, 14)), List.of(NOT_REPRODUCIBLE)),
                        evaluation(band(percent -> fairFrom(percent, 41)), List.of(unfairToAGroup, worthless())),
                        evaluation(null, List.of(ownValues(4_000.0))),
                        evaluation(band(percent -> unfair), List.of()),
                        evaluation(band(percent -> both), List.of()),
                        evaluation(band(percent -> percent < 50 ? unfair : worthless), List.of()))
                .flatMap(evaluation -> WayOutWords.of(evaluation).stream())
                .map(Sentence::code)
                .collect(Collectors.toCollection(TreeSet::new));
        // Names of checks stand within other sentences; a test above reads all three.
        said.addAll(Set.of("promotion.way_out.performance", "promotion.way_out.fairness", "promotion.way_out.value"));

        assertThat(said)
                .isEqualTo(ResourceBundle.getBundle("sentences-promotion", Locale.ROOT).keySet().stream()
                        .filter(key -> key.startsWith("promotion.way_out."))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Half a dollar a customer less than the champion, of whom a month has 50,000; a tenth of one is allowed. */
    private static CheckResult worthless() {
        return value(Verdict.FAIL, null, null);
    }

    /** @param effectiveRows of weighted rows */
    private static CheckResult ownValues(@Nullable Double effectiveRows) {
        Money nothing = Money.of(0, Currency.getInstance("USD"));
        Figure none = new Figure("none", null, null, null, 7_500L, null, Unit.MONEY);
        return value(Verdict.PASS, effectiveRows, new MonthFigures(true, nothing, none, none, none, List.of()));
    }

    private static CheckResult value(Verdict verdict, @Nullable Double effectiveRows, @Nullable MonthFigures month) {
        Currency dollars = Currency.getInstance("USD");
        Figure less = new Figure("value_difference_per_customer", -0.5, -0.6, -0.4, 7_500L, -0.1, Unit.MONEY);
        Money nothing = Money.of(0, dollars);
        ValueFigures value = new ValueFigures(
                new ValueAssumptions(
                        1,
                        null,
                        "Retention marketing",
                        "",
                        Money.of(200, dollars),
                        null,
                        Money.of(10, dollars),
                        Money.of(1, dollars),
                        0.30,
                        50_000,
                        List.of()),
                0.20,
                0.164,
                7_500,
                3_000,
                1_500,
                nothing,
                nothing,
                nothing,
                new Figure("net_per_customer", 4.0, 3.8, 4.2, 7_500L, 0.0, Unit.MONEY, effectiveRows),
                1,
                nothing,
                1,
                2,
                new ValueFigures.AgainstChampion(2, less, 0.1, nothing),
                List.of());
        return new CheckResult(
                CheckName.VALUE,
                verdict,
                "CODE",
                less,
                say("promotion.way_out.value"),
                List.of(),
                List.of(),
                null,
                value,
                List.of(),
                month);
    }

    private static String threshold(IntFunction<Verdicts> verdicts) {
        return WayOutWords.of(evaluation(band(verdicts), List.of())).getFirst().english();
    }

    private static Verdicts fairFrom(int percent, int from) {
        return new Verdicts(Verdict.PASS, percent >= from ? Verdict.PASS : Verdict.FAIL, Verdict.PASS);
    }

    private static SafeBand band(IntFunction<Verdicts> verdicts) {
        return SafeBand.of(20, verdicts, percent -> percent < 41 ? 24_036 : 9_796);
    }

    private static SegmentFigures group(String group, double rate, @Nullable Double ratio, Verdict verdict) {
        Figure compared = ratio == null
                ? null
                : new Figure("true_positive_rate_ratio", ratio, ratio - 0.05, ratio + 0.05, 400L, 0.8, Unit.RATIO);
        Figure apart = ratio == null
                ? null
                : new Figure("true_positive_rate_difference", rate - 0.84, null, null, 400L, 0.2, Unit.SHARE);
        return new SegmentFigures(
                "age_band",
                group,
                ratio == null,
                new ConfusionCounts(40, 40, 40, 40),
                new Figure("true_positive_rate", rate, rate - 0.03, rate + 0.03, 400L, null, Unit.SHARE),
                compared,
                apart,
                0.1,
                0.5,
                0.4,
                0.3,
                verdict,
                "CODE",
                null,
                say("promotion.way_out.fairness"));
    }

    private static CheckResult check(CheckName name, Verdict verdict, List<SegmentFigures> segments) {
        return new CheckResult(
                name, verdict, "CODE", null, say("promotion.way_out.fairness"), List.of(), segments, null, null);
    }

    private static Evaluation evaluation(@Nullable SafeBand band, List<CheckResult> checks) {
        return new Evaluation(
                new UUID(1, 2),
                7,
                "churn",
                3,
                new PolicyRef("human-reviewed", 1, Use.HUMAN_REVIEWED, "ab".repeat(32)),
                1,
                new Evaluation.Evidence("evaluation/predictions.parquet", "cd".repeat(32), 15_000, 7_500, ""),
                2,
                Instant.EPOCH,
                "Dana Ortiz",
                "ef".repeat(32),
                "01".repeat(32),
                checks,
                band,
                List.of());
    }
}
