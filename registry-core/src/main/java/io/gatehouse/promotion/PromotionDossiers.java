package io.gatehouse.promotion;

import io.gatehouse.people.Actor;
import io.gatehouse.search.Page;
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
     * @param size most requests in it
     * @param token of the part before; empty for the first
     */
    record Query(@Nullable String model, Set<RequestState> states, int size, Optional<String> token) {
        public Query {
            states = Set.copyOf(states);
        }
    }

    /** In the order of {@link #rows}. @throws io.gatehouse.search.InvalidSearchException if the token is not one of this list */
    Page<PromotionRow> page(Actor actor, Query query);

    /** Open ones first, the longest waiting first; then decided ones, the newest first. */
    List<PromotionRow> rows(Actor actor, Filter filter);

    /** @param number as in {@code PR-42}. Empty if there is no such request. */
    Optional<PromotionDossier> dossier(Actor actor, long number);
}
