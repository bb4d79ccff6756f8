package io.gatehouse.checks;

import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.ValueAssumptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be judged, beside the evidence itself: all that the registry contributes to a ruling, so that whoever holds the case and the
 * evidence can judge again without it.
 *
 * @param model name of the registered model
 * @param version number of the version in question
 * @param alias that it is proposed for
 * @param champion the version that holds the alias now; absent if none does, or this version itself
 * @param policy that asks
 * @param assumptions to count money with
 * @param record what the run that trained the version left
 * @param origin whether the evidence comes from the version's own model file, as found when it was looked at
 * @param testSet how often the test rows were judged before; absent if nobody counted, as outside a registry, or the evidence names no
 *     ids to know them again by
 * @param descriptionSha256 of the evidence.json that says what the columns mean, of nothing at all where the table came without
 *     one; absent in cases from before it was written down
 */
public record Case(
        String model,
        int version,
        String alias,
        @Nullable Integer champion,
        PolicyDocument policy,
        ValueAssumptions assumptions,
        Judged.TrainingRecord record,
        List<Finding> origin,
        @Nullable TestSetUse testSet,
        @Nullable String descriptionSha256) {

    public Case {
        origin = List.copyOf(origin);
    }
}
