package io.gatehouse.champions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version's time as champion.
 *
 * @param version that held the alias
 * @param from inclusive
 * @param to exclusive; absent while it lasts
 * @param requestNumber of the promotion
 * @param requestedBy display name
 * @param approvedBy display names
 * @param policy such as {@code human-reviewed v1}
 * @param auc recomputed when promoted
 * @param netPerCustomer modelled when promoted, in the currency of the assumptions
 * @param rollbackNumber of the rollback that put the version back; absent if the promotion itself put it there
 */
public record Tenure(
        int version,
        Instant from,
        @Nullable Instant to,
        @Nullable Long requestNumber,
        String requestedBy,
        List<String> approvedBy,
        String policy,
        @Nullable Double auc,
        @Nullable Double netPerCustomer,
        @Nullable Long rollbackNumber) {

    public Tenure {
        approvedBy = List.copyOf(approvedBy);
    }
}
