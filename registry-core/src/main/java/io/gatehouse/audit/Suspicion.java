package io.gatehouse.audit;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.audit.ChainFault.Kind;
import io.gatehouse.sentences.Sentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a line is at fault, while it is not yet known what was done to the log: that shows by the lines after it.
 *
 * @param otherwise what it is if no later line tells
 */
record Suspicion(ChainFault otherwise, Clue clue) {

    /** Looks at a later line. */
    @FunctionalInterface
    interface Clue {
        /** @param line absent if it cannot be read @return null while it may yet be either */
        @Nullable
        ChainFault at(long place, Optional<AuditLine> line);
    }

    /** Where the chain stood before the line at fault. */
    record Before(long seq, String hash) {
        boolean isFollowedBy(AuditLine line) {
            return line.seq() == seq + 1 && line.previousHash().equals(hash) && line.holds();
        }
    }

    static Suspicion unreadable(long place, Before before) {
        return insertedOr(
                changed(place, say("audit.chain.unreadable", "line", place, "event", before.seq + 1)), place, before);
    }

    /** Its hash is not that of what it says. */
    static Suspicion hash(long place, AuditLine line, Before before) {
        return insertedOr(
                changed(place, say("audit.chain.changed", "line", place, "event", line.seq())), place, before);
    }

    /** It holds in itself and names another hash before it than that of the line before: which then was changed and hashed anew. */
    static Suspicion link(long place, AuditLine line, Before before) {
        ChainFault changed = before.seq == 0
                ? changed(place, say("audit.chain.beginning", "line", place))
                : changed(
                        place - 1, say("audit.chain.rehashed", "line", place - 1, "event", before.seq, "next", place));
        return insertedOr(changed, place, before);
    }

    /** Events are left out here; they may stand further down. */
    static Suspicion gap(long place, AuditLine line, Before before) {
        long from = before.seq + 1;
        long to = line.seq();
        Sentence sentence = from == to - 1
                ? say("audit.chain.missing_one", "line", place, "event", from)
                : say("audit.chain.missing", "line", place, "from", from, "to", to - 1);
        return new Suspicion(
                new ChainFault(Kind.MISSING, place, sentence),
                (other, later) -> later.filter(moved -> moved.seq() >= from && moved.seq() < to)
                        .map(moved -> new ChainFault(
                                Kind.REORDERED,
                                place,
                                say(
                                        "audit.chain.reordered",
                                        "line",
                                        place,
                                        "event",
                                        to,
                                        "moved",
                                        moved.seq(),
                                        "other",
                                        other)))
                        .orElse(null));
    }

    /** Two lines say that they are the same event after the same one; the line that follows tells which of them is false. */
    static Suspicion rival(long place, AuditLine line) {
        ChainFault second = twice(place, line, place - 1);
        return new Suspicion(
                second,
                (next, after) -> after.filter(
                                follower -> follower.previousHash().equals(line.hash()))
                        .map(follower -> twice(place - 1, line, place))
                        .orElse(second));
    }

    private static Suspicion insertedOr(ChainFault otherwise, long place, Before before) {
        ChainFault inserted = new ChainFault(
                Kind.INSERTED, place, say("audit.chain.inserted", "line", place, "event", before.seq + 1));
        return new Suspicion(
                otherwise, (next, line) -> line.filter(before::isFollowedBy).isPresent() ? inserted : otherwise);
    }

    private static ChainFault changed(long place, Sentence sentence) {
        return new ChainFault(Kind.CHANGED, place, sentence);
    }

    private static ChainFault twice(long place, AuditLine line, long other) {
        return new ChainFault(
                Kind.INSERTED, place, say("audit.chain.twice", "line", place, "event", line.seq(), "other", other));
    }
}
