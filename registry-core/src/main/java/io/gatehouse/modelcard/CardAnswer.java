package io.gatehouse.modelcard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said to one field.
 *
 * @param words as they were written; empty where somebody took an answer away
 * @param confirmed whether it was said of this very version; otherwise it is carried over and counts for nothing until somebody confirms
 * @param carriedFrom version that it was first written for, where it was taken over unchanged; absent where it was written for this one
 * @param by display name
 * @param at when
 */
public record CardAnswer(
        CardField field,
        String words,
        boolean confirmed,
        @Nullable Integer carriedFrom,
        String by,
        Instant at) {

    /** Whether it answers the field: said of this version, and not empty. */
    public boolean given() {
        return confirmed && !words.isEmpty();
    }
}
