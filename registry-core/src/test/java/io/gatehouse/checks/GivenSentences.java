package io.gatehouse.checks;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.modelcard.CardField;
import io.gatehouse.policy.Approvals;
import io.gatehouse.policy.Approver;
import io.gatehouse.policy.Execution;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyDocument.Ingredient;
import io.gatehouse.policy.PolicyDocument.Intersections;
import io.gatehouse.policy.PolicyDocument.Metric;
import io.gatehouse.policy.PolicyInWords;
import io.gatehouse.policy.Use;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said beside a ruling: of the evidence and where it comes from, with what its reader found, and of the policies themselves. */
final class GivenSentences {
    private static final String TABLE = "1/runs/ab/artifacts/evaluation/predictions.csv";

    private GivenSentences() {}

    static List<Sentence> ofEvidence() {
        return List.of(
                say("evidence.run.absent", "model", "churn", "version", 2),
                say("evidence.table.absent", "run", "final", "place", "m-1/"),
                say("evidence.refused", "path", TABLE, "reason", "Column y is missing."),
                say("evidence.refused.bare", "path", TABLE, "reason", "Column y is missing."),
                say("evidence.description.large", "path", "evidence.json", "bytes", 2_000_000L, "limit", 1 << 20),
                say("evidence.foreign", "run", "final"),
                say("evaluation.recompute.gone"),
                say("evaluation.recompute.refused", "reason", "Column y is missing."),
                say("evaluation.recompute.different", "stored", "ab12"),
                say("evaluation.recompute.figure", "figure", "test AUC", "kept", "0.8791", "found", "0.8834"),
                say("origin.agrees", "rows", 500, "of", 7500L),
                disagrees(3),
                disagrees(1),
                say("origin.not_verified", "reason", "The model is no XGBoost model."),
                say("evaluation.changed.assumptions", "before", 1, "now", 2),
                say("evaluation.changed.card"),
                say("evaluation.changed.champion", "before", "none", "now", "version 2"),
                say("evaluation.changed.champion_evidence"),
                say("evaluation.changed.description"),
                say("evaluation.changed.evidence"),
                say("evaluation.changed.evidence.gone"),
                say("evaluation.changed.features"),
                say("evaluation.changed.files", "files", "model.ubj"),
                say("evaluation.changed.other"),
                say("evaluation.changed.policy", "policy", "human-reviewed", "before", 1, "now", 2),
                say("origin.said.agrees", "names", "max_depth, learning_rate"));
    }

    private static Sentence disagrees(int differing) {
        return say(
                "origin.disagrees",
                "rows",
                500,
                "differing",
                differing,
                "id",
                "c17",
                "claimed",
                0.9,
                "given",
                0.100004);
    }

    static List<Sentence> ofPolicies() {
        PolicyDocument odd = Spoken.policy(Metric.values());
        return java.util.stream.Stream.of(
                        policy(odd, Approvals.of(1), Intersections.SHOWN, false, "It is not tried yet.", List.of())
                                .executed(new Execution("Mon-Thu 06:00-16:00", 24)),
                        policy(
                                        odd,
                                        new Approvals(2, List.of(Approver.REVIEWER, Approver.RISK), true, 3, 14),
                                        Intersections.GATED,
                                        true,
                                        null,
                                        List.of(PolicyDocument.Question.VALUE))
                                .executed(new Execution(null, 1)),
                        policy(
                                        odd,
                                        new Approvals(2, List.of(Approver.RISK), null, null, null),
                                        Intersections.HARM_BLOCKS,
                                        true,
                                        null,
                                        List.of())
                                .asking(new PolicyDocument.Card(
                                        List.of(CardField.INTENDED_USE, CardField.RISKS, CardField.OWNER)))
                                .overridable(30),
                        odd.overridable(0))
                .flatMap(policy -> PolicyInWords.of(policy).stream())
                .flatMap(clause -> clause.sentences().stream())
                .distinct()
                .toList();
    }

    private static PolicyDocument policy(
            PolicyDocument odd,
            Approvals approvals,
            Intersections pairs,
            boolean smallBlock,
            @Nullable String unavailable,
            List<PolicyDocument.Question> excused) {
        return new PolicyDocument(
                "odd",
                Use.HUMAN_REVIEWED,
                "Its figures have more decimals than most.",
                unavailable,
                approvals,
                0.1645,
                odd.performance(),
                new PolicyDocument.Fairness(
                        odd.fairness().metrics(),
                        odd.fairness().attributes(),
                        0.825,
                        0.075,
                        30,
                        5,
                        0.0125,
                        0.0005,
                        smallBlock,
                        Map.of("age_band", "45+"),
                        pairs),
                new PolicyDocument.Value(0.0225, 0.025),
                new PolicyDocument.Reproducibility(List.of(Ingredient.values())),
                excused);
    }
}
