package io.gatehouse.checks;

import io.gatehouse.fairness.planning.FairPopulation;
import io.gatehouse.fairness.planning.Planner;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyDocument.Intersections;
import java.util.Map;

/** Plans with the very gate that the fairness check judges by. */
public final class PolicyPlan {
    private PolicyPlan() {}

    /**
     * What a policy's fairness check takes. Pairs count where they must pass too; where they block on shown harm alone, a fair model is
     * hardly ever stopped by them, and the plan leaves them out.
     *
     * @param references that the evidence will name, by column; those of the policy win
     */
    public static Planner of(PolicyDocument.Fairness asked, FairPopulation population, Map<String, String> references) {
        return new Planner(
                FairnessCheck.gate(asked, references), population, asked.intersections() == Intersections.GATED);
    }
}
