package io.gatehouse.evaluation;

import io.gatehouse.checks.Case;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.Judged;
import io.gatehouse.checks.TestSetUse;
import io.gatehouse.evidence.Evidence;
import io.gatehouse.policy.PolicyVersion;
import io.gatehouse.policy.ValueAssumptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is judged by what.
 *
 * @param subject the version
 * @param policy that asks
 * @param assumptions to count money with
 * @param evidence that answers
 */
record Matter(Subject subject, PolicyVersion policy, ValueAssumptions assumptions, Evidence.Found evidence) {

    Case with(Judged.TrainingRecord record, List<Finding> origin, @Nullable TestSetUse testSet) {
        return new Case(
                subject.model().name(),
                subject.version().version(),
                subject.model().protectedAlias(),
                subject.champion(),
                policy.document(),
                assumptions,
                record,
                origin,
                testSet,
                evidence.descriptionSha256());
    }
}
