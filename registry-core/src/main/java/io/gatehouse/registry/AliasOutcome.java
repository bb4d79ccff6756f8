package io.gatehouse.registry;

import io.gatehouse.sentences.Sentence;
import org.jspecify.annotations.Nullable;

/** What became of setting an alias. Every outcome commits: the refusal of a protected alias leaves a promotion request behind. */
public sealed interface AliasOutcome {
    /** The alias points to the version now. */
    record Moved(ModelVersion version) implements AliasOutcome {}

    /** It pointed there already; nothing changed. */
    record AlreadyHeld(ModelVersion version) implements AliasOutcome {}

    /**
     * The alias moves only by an executed promotion request.
     *
     * @param sentence says so, and what became of the request
     * @param requestNumber of the request that was opened or found; absent if none could be
     * @param path of that request's page, such as {@code /promotions/PR-42}; absent likewise
     */
    record Protected(
            Sentence sentence,
            @Nullable Long requestNumber,
            @Nullable String path) implements AliasOutcome {}

    /** There is no such version, or no such model. */
    record UnknownVersion(Sentence sentence) implements AliasOutcome {}

    /** The alias cannot be one. */
    record InvalidName(Sentence sentence) implements AliasOutcome {}

    record NotPermitted(Sentence sentence) implements AliasOutcome {}
}
