package io.gatehouse.champions;

import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the version in use of a model, and to the rules that it was judged by.
 *
 * @param model name
 * @param tenures newest first
 * @param events newest first
 */
public record Timeline(String model, List<Tenure> tenures, List<Event> events) {

    public Timeline {
        tenures = List.copyOf(tenures);
        events = List.copyOf(events);
    }

    /** What kind of thing happened. */
    public enum Kind {
        PROMOTED,
        ROLLED_BACK,
        ENDED,
        POLICY_CHANGED,
        ASSUMPTIONS_CHANGED
    }

    /**
     * @param at when
     * @param kind of thing
     * @param sentence what happened
     * @param version that came or went; absent where the rules changed
     * @param request that brought it; absent likewise
     * @param policy whose version came; absent for other kinds
     * @param rulesVersion of the policy or of the value assumptions; absent for other kinds
     */
    public record Event(
            Instant at,
            Kind kind,
            Sentence sentence,
            @Nullable Integer version,
            @Nullable Long request,
            @Nullable String policy,
            @Nullable Integer rulesVersion) {}
}
