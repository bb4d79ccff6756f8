package io.gatehouse.promotion;

import io.gatehouse.evaluation.Change;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyRef;
import io.gatehouse.policy.Use;
import io.gatehouse.policy.ValueBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells for a whole queue which requests wait on evaluations that rest on what is no longer so: two more queries, however long the queue
 * is. A dossier looks closer, at every file.
 */
@Component
class InForce {
    private static final Set<RequestState> AS_JUDGED = Set.of(RequestState.AWAITING_REVIEW, RequestState.APPROVED);

    private final Policies policies;
    private final ValueBook book;

    InForce(Policies policies, ValueBook book) {
        this.policies = policies;
        this.book = book;
    }

    /**
     * What an evaluation rests on.
     *
     * @param policy name
     * @param policyVersion of it
     * @param assumptions version of the value assumptions
     * @param championNow version in use by now; absent if none is
     * @param sameEvidence whether the predictions that were judged still lie where they lay
     * @param sameDescription likewise their description
     * @param sameCard whether people say of the version what they said, or the policy asks for no model card
     */
    record Rests(
            String policy,
            int policyVersion,
            int assumptions,
            @Nullable Integer championNow,
            boolean sameEvidence,
            boolean sameDescription,
            boolean sameCard) {}

    /** The changes by request number; requests of which nothing changed, or that stand on no approval, given or to come, are left out. */
    Map<Long, List<Change>> changes(List<RequestRows.Row> rows) {
        List<RequestRows.Row> waiting = rows.stream()
                .filter(row -> AS_JUDGED.contains(row.state()) && row.rests() != null)
                .toList();
        if (waiting.isEmpty()) {
            return Map.of();
        }
        Map<Use, PolicyRef> newest = policies.inForce();
        Set<UUID> models = waiting.stream().map(RequestRows.Row::modelId).collect(Collectors.toSet());
        Map<UUID, Integer> assumptions = book.inForce(models);
        Map<Long, List<Change>> changes = new HashMap<>();
        for (RequestRows.Row row : waiting) {
            changes.put(row.number(), changes(row, Objects.requireNonNull(row.rests()), newest, assumptions));
        }
        return changes;
    }

    private static List<Change> changes(
            RequestRows.Row row, Rests rests, Map<Use, PolicyRef> newest, Map<UUID, Integer> assumptions) {
        List<Change> changes = new ArrayList<>();
        PolicyRef policy = newest.get(row.use());
        if (policy != null && (!policy.name().equals(rests.policy) || policy.version() != rests.policyVersion)) {
            changes.add(Change.policy(new PolicyRef(rests.policy, rests.policyVersion, row.use(), ""), policy));
        }
        Integer counting = assumptions.get(row.modelId());
        if (counting != null && counting != rests.assumptions) {
            changes.add(Change.assumptions(rests.assumptions, counting));
        }
        if (!Objects.equals(row.comparedWith(), rests.championNow)) {
            changes.add(Change.champion(row.comparedWith(), rests.championNow));
        }
        if (!rests.sameEvidence) {
            changes.add(Change.evidence());
        }
        if (!rests.sameDescription) {
            changes.add(Change.description());
        }
        if (!rests.sameCard) {
            changes.add(Change.card());
        }
        return changes;
    }
}
