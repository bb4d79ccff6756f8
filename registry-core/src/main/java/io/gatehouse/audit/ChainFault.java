package io.gatehouse.audit;

import io.gatehouse.sentences.Sentence;

/**
 * The first place at which an export is not the log that was written.
 *
 * @param kind what was done to it
 * @param line counted from 1; the first line at fault
 * @param sentence says which event, and how it shows
 */
public record ChainFault(Kind kind, long line, Sentence sentence) {
    /** What was done to a log. */
    public enum Kind {
        CHANGED,
        MISSING,
        INSERTED,
        REORDERED,
        TRUNCATED,
        /** Consistent in itself, and yet not what a checkpoint signed: changed, with every later hash made anew. */
        REWRITTEN
    }
}
