package io.gatehouse.promotion;

import io.gatehouse.people.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads promotion requests. */
public interface PromotionDossiers {
    /** @param model only of this model; all if absent @param open only those that wait for somebody; all if false */
    record Filter(@Nullable String model, boolean open) {}

    /**
     * A part of the queue.
     *
     * @param model only of this model; all if absent
     * @param states only in these states; none if empty
     * @param offset requests before the part
     * @param limit most requests in it
     */
    record Query(@Nullable String model, Set<RequestState> states, long offset, int limit) {
        public Query {
            states = Set.copyOf(states);
        }
    }

    /** In the order of {@link #rows}. */
    List<PromotionRow> page(Actor actor, Query query);

    /** Open ones first, the longest waiting first; then decided ones, the newest first. */
    List<PromotionRow> rows(Actor actor, Filter filter);

    /** @param number as in {@code PR-42}. Empty if there is no such request. */
    Optional<PromotionDossier> dossier(Actor actor, long number);
}
