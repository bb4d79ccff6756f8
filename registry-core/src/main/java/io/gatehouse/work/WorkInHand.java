package io.gatehouse.work;

import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work in the background, as whoever asked for it sees it.
 *
 * @param title what it is
 * @param place of the screen that shows what comes of it, relative to the portal
 * @param percent how far it is, 0 to 100
 * @param finishedAt absent while it goes on
 */
public record WorkInHand(
        UUID id,
        Sentence title,
        String place,
        State state,
        int percent,
        Instant askedAt,
        @Nullable Instant finishedAt) {

    /** How far work is. */
    public enum State {
        /** Also after an attempt that broke off: it is begun again. */
        WAITING,
        RUNNING,
        DONE,
        /** It broke off as often as it is tried. */
        FAILED
    }

    public boolean underWay() {
        return finishedAt == null;
    }
}
