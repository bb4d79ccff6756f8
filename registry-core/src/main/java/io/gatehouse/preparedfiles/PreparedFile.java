package io.gatehouse.preparedfiles;

import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is made in the background, as its asker sees it.
 *
 * @param title what it is
 * @param place of the screen that shows the same, relative to the portal
 * @param state how far it is
 * @param rows written so far
 * @param rowsExpected that it will have; 0 if that is not known
 * @param askedAt when it was asked for last
 * @param seenAt when work on it last gave a sign of life; absent before it began
 * @param finishedAt absent before
 * @param expiresAt until when it can be downloaded; absent unless it is done
 * @param fileName empty before it is done
 * @param size bytes; 0 before it is done
 * @param failure why there is no file; absent unless it failed
 * @param begun how often work on it was begun: more than once after the server stopped in the middle
 */
public record PreparedFile(
        UUID id,
        Sentence title,
        String place,
        State state,
        long rows,
        long rowsExpected,
        Instant askedAt,
        @Nullable Instant seenAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt,
        String fileName,
        long size,
        @Nullable Sentence failure,
        int begun) {

    /** How far a file is. */
    public enum State {
        WAITING,
        RUNNING,
        /** Work on it gave no sign of life for a while: the server stopped. It is begun again by itself, or by its asker. */
        INTERRUPTED,
        DONE,
        FAILED,
        CANCELLED,
        EXPIRED
    }

    /** Whether it may still become a file by itself. */
    public boolean underWay() {
        return state == State.WAITING || state == State.RUNNING || state == State.INTERRUPTED;
    }

    /** Whether its asker can have it made once more. */
    public boolean canBeMadeAgain() {
        return state != State.WAITING && state != State.RUNNING && state != State.DONE;
    }

    /** In whole percent; 0 while it is not known how many rows there will be. */
    public int percent() {
        return rowsExpected == 0 ? 0 : (int) Math.min(100, 100 * rows / rowsExpected);
    }
}
