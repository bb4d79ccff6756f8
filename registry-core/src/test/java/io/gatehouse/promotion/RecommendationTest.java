package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.overrides.OverrideState;
import io.gatehouse.policy.PolicyRef;
import io.gatehouse.policy.Use;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the dossier recommends says which check decided and how many passed, for every template that it has. */
class RecommendationTest {

    @Test
    void whereAllPassTheEvidenceSpeaksForItAndTheMoneyIsSaidToBeModelled() {
        assertThat(english(Verdict.PASS, Verdict.PASS, Verdict.PASS, Verdict.PASS))
                .containsExactly(
                        "All 4 checks of the policy human-reviewed v3 passed, so the evidence speaks for promoting it.",
                        "value says PASS",
                        "The money is modelled and not measured: it takes every leaver to respond to an offer alike, and would be"
                                + " wrong if they do not.");
    }

    @Test
    void oneExcusedCheckDoesNotApplyAndTwoDoNot() {
        assertThat(english(Verdict.PASS, Verdict.NOT_APPLICABLE, Verdict.PASS, Verdict.PASS)
                        .getFirst())
                .isEqualTo(
                        "3 checks of the policy human-reviewed v3 passed and 1 does not apply, which the policy allows, so the"
                                + " evidence speaks for promoting it.");
        assertThat(english(Verdict.PASS, Verdict.NOT_APPLICABLE, Verdict.PASS, Verdict.NOT_APPLICABLE)
                        .getFirst())
                .isEqualTo(
                        "2 checks of the policy human-reviewed v3 passed and 2 do not apply, which the policy allows, so the"
                                + " evidence speaks for promoting it.");
    }

    @Test
    void whatFailedOrStayedOpenIsNamedWithWhatItSaid() {
        assertThat(english(Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.PASS))
                .containsExactly(
                        "The evidence speaks against promoting it: the check of fairness failed.",
                        "fairness says FAIL",
                        "Checks that did not pass beside it: 1.");
        assertThat(english(Verdict.PASS, Verdict.PASS, Verdict.INCONCLUSIVE, Verdict.PASS))
                .containsExactly(
                        "The evidence does not suffice to promote it: the check of value could not tell.",
                        "value says INCONCLUSIVE");
    }

    @Test
    void whatTwoPeopleAcceptedIsSaidToBeTheirDecisionAndNotTheEvidence() {
        assertThat(overridden().stream().map(Sentence::english))
                .containsExactly(
                        "3 of 4 checks of the policy human-reviewed v3 passed. Two people accepted until 3 May 2026 that this did"
                                + " not: Fairness by segment. That is a decision of theirs and not what the evidence says.",
                        "fairness says FAIL",
                        "What guards against the harm meanwhile: Every young customer is called");
    }

    private static List<Sentence> overridden() {
        List<CheckResult> checks = checks(Verdict.PASS, Verdict.FAIL, Verdict.PASS, Verdict.PASS);
        Instant until = Instant.parse("2026-05-03T10:00:00Z");
        CheckOverride override = new CheckOverride(
                7,
                42,
                "churn",
                1,
                Use.HUMAN_REVIEWED,
                CheckName.FAIRNESS,
                Verdict.FAIL,
                7,
                "a".repeat(64),
                "b".repeat(64),
                "Known",
                "Every young customer is called",
                until,
                OverrideState.IN_FORCE,
                "Priya Shah",
                until,
                "Ravi Menon",
                until,
                null,
                null,
                "",
                null,
                null,
                false);
        return Recommendation.of(evaluation(checks), List.of(), List.of(override));
    }

    @Test
    void everyTemplateIsSaidInOneOfTheseCases() {
        Verdict pass = Verdict.PASS;
        Verdict none = Verdict.NOT_APPLICABLE;
        List<String> said = Stream.of(
                        sentences(pass, pass, pass, pass),
                        sentences(pass, none, pass, pass),
                        sentences(pass, none, pass, none),
                        sentences(pass, Verdict.FAIL, Verdict.INCONCLUSIVE, pass),
                        sentences(pass, pass, Verdict.INCONCLUSIVE, pass),
                        overridden())
                .flatMap(List::stream)
                .map(Sentence::code)
                .toList();

        assertThat(said)
                .containsAll(ResourceBundle.getBundle("sentences-promotion", Locale.ROOT).keySet().stream()
                        .filter(key -> key.startsWith("promotion.recommend."))
                        .toList());
    }

    private static List<String> english(Verdict... verdicts) {
        return sentences(verdicts).stream().map(Sentence::english).toList();
    }

    /** @param verdicts in the order of the checks */
    private static List<CheckResult> checks(Verdict... verdicts) {
        List<CheckResult> checks = new ArrayList<>();
        for (CheckName name : CheckName.values()) {
            Verdict verdict = verdicts[name.ordinal()];
            String words = name.name().toLowerCase(Locale.ROOT) + " says " + verdict;
            checks.add(new CheckResult(
                    name,
                    verdict,
                    "CODE",
                    null,
                    new Sentence("test", Map.of(), words),
                    List.of(),
                    List.of(),
                    null,
                    null));
        }
        return checks;
    }

    private static List<Sentence> sentences(Verdict... verdicts) {
        List<CheckResult> checks = checks(verdicts);
        List<CheckResult> unmet = checks.stream()
                .filter(check -> check.verdict() == Verdict.FAIL || check.verdict() == Verdict.INCONCLUSIVE)
                .toList();
        return Recommendation.of(evaluation(checks), unmet, List.of());
    }

    private static Evaluation evaluation(List<CheckResult> checks) {
        return new Evaluation(
                new UUID(1, 2),
                7,
                "churn",
                3,
                new PolicyRef("human-reviewed", 3, Use.HUMAN_REVIEWED, "ab".repeat(32)),
                1,
                new Evaluation.Evidence("evaluation/predictions.parquet", "cd".repeat(32), 15_000, 7_500, ""),
                2,
                Instant.EPOCH,
                "Dana Ortiz",
                "ef".repeat(32),
                "01".repeat(32),
                checks,
                null,
                List.of());
    }
}
