package io.gatehouse.promotion;

import io.gatehouse.people.Actor;
import io.gatehouse.search.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    /**
     * What somebody asked for, in the order of {@link #rows}.
     *
     * @param person id
     * @param states only in these
     */
    List<PromotionRow> askedBy(Actor actor, UUID person, Set<RequestState> states, int most);

    /** Asked for or decided after a moment, what happened last first. */
    List<PromotionRow> changedSince(Actor actor, Instant since, int most);

    /** How many there are in each state that there are any in. @param model only of this one; all if absent */
    Map<RequestState, Long> counts(Actor actor, @Nullable String model);

    /**
     * A request that waits for a vote of the reader.
     *
     * @param inSteadOf display names of those for whom they can decide on it; empty if for themselves alone
     */
    record VoteWanted(PromotionRow request, List<String> inSteadOf) {
        public VoteWanted {
            inSteadOf = List.copyOf(inSteadOf);
        }
    }

    /**
     * What waits for a vote of the reader.
     *
     * @param first the longest waiting first
     * @param count of all, those among them
     */
    record VotesWanted(List<VoteWanted> first, int count) {
        public VotesWanted {
            first = List.copyOf(first);
        }
    }

    /**
     * The requests that wait for a vote that the actor may cast, whether they agree or not: of their role or of whoever they stand for,
     * not about their own work, and not cast yet.
     *
     * @param told of which more is told than that they are there
     * @param most beyond which they are not counted
     */
    VotesWanted waitingFor(Actor actor, int told, int most);

    /** Names of models that were asked for, by name. @param words that are in them, in any case; all if empty */
    List<String> models(Actor actor, String words, int offset, int most);
}
