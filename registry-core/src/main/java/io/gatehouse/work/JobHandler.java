package io.gatehouse.work;

import java.util.Map;

/** Does the work of one kind of job. A handler can be called again after a crash, so it starts by looking at what already stands. */
public interface JobHandler {
    /** The kind of job that it takes, such as {@code evaluate}. */
    String kind();

    /** Whether its jobs wait for one another alone, since they may take minutes and others must not wait that long. */
    default boolean takesLong() {
        return false;
    }

    /**
     * Does the work, in transactions of its own choosing.
     *
     * @param payload as enqueued
     * @param progress tells how far it is
     */
    void run(Map<String, Object> payload, Progress progress);

    /**
     * The job failed for good: tells whoever waits for it. Called in the transaction that writes the failure down.
     *
     * @param why the last failure, in one line
     */
    default void gaveUp(Map<String, Object> payload, String why) {}

    /** Told in whole percent, with a few words. */
    interface Progress {
        void at(int percent, String message);
    }
}
