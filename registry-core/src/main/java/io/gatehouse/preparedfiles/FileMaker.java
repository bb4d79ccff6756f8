package io.gatehouse.preparedfiles;

import io.gatehouse.people.Actor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Makes files of one kind. It can be called again after a crash, and then begins anew. */
public interface FileMaker {
    /** Stays the same for good, such as {@code risk-list}; at most 40 characters. */
    String kind();

    /**
     * Gets ready to write a file.
     *
     * @param actor who asked, with the rights they have now
     * @return empty if what was asked for is no longer there
     */
    Optional<Draft> begin(Actor actor, FileOrder order);

    /** Puts on record that somebody takes the file away, where that is to be on record. Called at each download. */
    void taken(Actor actor, FileOrder order);

    /** A file that can be written. @param fileName without a folder @param contentType media type */
    record Draft(String fileName, String contentType, Writing content) {}

    /** Writes a file. */
    @FunctionalInterface
    interface Writing {
        /**
         * @param out left open; it throws where nobody wants the file any more
         * @param rows told how many are written, as often as one likes; it throws likewise
         */
        void write(OutputStream out, LongConsumer rows) throws IOException;
    }
}
