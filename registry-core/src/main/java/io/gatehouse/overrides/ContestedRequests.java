package io.gatehouse.overrides;

import io.gatehouse.evaluation.Change;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Use;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Promotion requests as far as overrides need to know them; the gate implements it. */
public interface ContestedRequests {
    /**
     * A request whose model the caller holds the lock of.
     *
     * @param model name; empty if it was deleted
     * @param standing whether it awaits review, was executed, or is neither
     * @param state in words
     * @param evaluationId that it stands on; absent if there is none
     * @param evaluationDigest of that evaluation
     */
    record Contested(
            UUID id,
            long number,
            UUID modelId,
            String model,
            int version,
            Use use,
            Standing standing,
            String state,
            UUID requestedBy,
            UUID trainedBy,
            @Nullable UUID evaluationId,
            @Nullable String evaluationDigest) {}

    /** Where a request stands, as far as overrides care. */
    enum Standing {
        AWAITS_REVIEW,
        EXECUTED,
        OTHER
    }

    /** Locks the model of a request and reads the request as it stands then. */
    Optional<Contested> lock(long number);

    /** The request as it stands, without a lock; for readers. */
    Optional<Contested> read(long number);

    /** Why this person may not judge the request: they or somebody who counts as one with them asked for it or trained it. */
    Optional<Sentence> objection(Person person, Contested request);

    /** All who count as one with somebody now, themselves first; those in whose stead they act among them. */
    List<Person> oneWith(Person person);

    /** Those in whose stead somebody acts now. */
    List<Person> standsFor(Person person);

    /** What of the evaluation of the request is no longer so; for one that awaits review. */
    List<Change> changes(Actor actor, Contested request);

    /** What approvals rest on is another by now: if it awaits review, those given before no longer count. */
    void restsOn(Contested request, String digest);

    /** Puts into the history of the request, and before those who wait for news, what happened to an override. */
    void mention(Actor actor, Contested request, String kind, Sentence sentence, Map<String, ?> details);
}
