package io.gatehouse.champions;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.MonthWorth;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.money.Money;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.policy.PolicyRef;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures that a champion was approved on.
 *
 * @param auc recomputed from the evidence
 * @param foundOfHundred leavers found of 100, at the acting threshold
 * @param rightOfHundred flagged who do leave of 100
 * @param roi net over cost, modelled; absent if nothing was spent
 * @param netPerMonth modelled
 * @param fairness verdict of the check of fairness by segment
 * @param fairnessInWords its sentence; empty if it did not run
 * @param claimed what its run claimed beside what the evidence gives
 * @param policy that judged it
 * @param assumptionsVersion of the value assumptions
 * @param evaluation readable number
 * @param evidenceSha256 of the prediction table
 * @param digest that votes are bound to
 * @param evaluatedAt when the figures were computed
 */
public record FiguresThen(
        @Nullable Figure auc,
        @Nullable Figure foundOfHundred,
        @Nullable Figure rightOfHundred,
        @Nullable Double roi,
        @Nullable Money netPerMonth,
        @Nullable Verdict fairness,
        String fairnessInWords,
        ClaimedFigure claimed,
        PolicyRef policy,
        int assumptionsVersion,
        String evaluation,
        String evidenceSha256,
        String digest,
        Instant evaluatedAt) {

    /** @param live what was known then of the version in use; absent if nothing was */
    static FiguresThen of(Evaluation evaluation, @Nullable LiveFigures live) {
        Optional<MonthWorth> month = evaluation.worthOfMonth();
        Optional<CheckResult> fairness = evaluation.check(CheckName.FAIRNESS);
        return new FiguresThen(
                evaluation.performance().map(PerformanceFigures::testAuc).orElse(null),
                evaluation.found().orElse(null),
                evaluation.right().orElse(null),
                month.map(MonthWorth::returnOnCost).map(Figure::estimate).orElse(null),
                month.map(MonthWorth::likely).orElse(null),
                fairness.map(CheckResult::verdict).orElse(null),
                fairness.map(check -> check.sentence().english()).orElse(""),
                ClaimedFigure.of(evaluation, live),
                evaluation.policy(),
                evaluation.assumptionsVersion(),
                "EV-" + evaluation.number(),
                evaluation.evidence().sha256(),
                evaluation.digest(),
                evaluation.at());
    }
}
