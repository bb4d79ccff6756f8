package io.gatehouse.champions;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.EvaluationSets.VersionKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version's time as champion, with the promotion that brought it.
 *
 * @param requestNumber absent if the promotion is not on record
 * @param requestedBy display name; empty if not on record
 * @param approvedBy display names, in the order of their votes
 * @param promoted the evaluation that was decided on; absent if not on record
 * @param rollbackNumber of the rollback that put the version back; absent if the promotion itself put it there
 */
record TenureFacts(
        UUID modelId,
        int version,
        Instant from,
        @Nullable Instant to,
        @Nullable Long requestNumber,
        String requestedBy,
        List<String> approvedBy,
        @Nullable Evaluation promoted,
        @Nullable Long rollbackNumber) {

    TenureFacts {
        approvedBy = List.copyOf(approvedBy);
    }

    VersionKey key() {
        return new VersionKey(modelId, version);
    }

    Optional<Evaluation> judged() {
        return Optional.ofNullable(promoted);
    }

    /** Such as {@code human-reviewed v1}; empty if not on record. */
    String policy() {
        return judged().map(evaluation ->
                        evaluation.policy().name() + " v" + evaluation.policy().version())
                .orElse("");
    }

    boolean covers(Instant moment) {
        return !from.isAfter(moment) && (to == null || to.isAfter(moment));
    }

    Tenure shown() {
        return new Tenure(
                version,
                from,
                to,
                requestNumber,
                requestedBy,
                approvedBy,
                policy(),
                judged().flatMap(Evaluation::performance)
                        .map(PerformanceFigures::testAuc)
                        .map(Figure::estimate)
                        .orElse(null),
                judged().flatMap(Evaluation::value)
                        .map(ValueFigures::netPerCustomer)
                        .map(Figure::estimate)
                        .orElse(null),
                rollbackNumber);
    }
}
