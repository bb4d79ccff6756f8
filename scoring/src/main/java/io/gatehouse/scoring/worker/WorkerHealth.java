package io.gatehouse.scoring.worker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the workers do.
 *
 * @param processes that should stand ready
 * @param alive that run at this moment
 * @param busy that read a file at this moment
 * @param memoryMegabytes that all of them hold; 0 where the system does not say
 * @param tasks done since the start
 * @param faults workers that stopped in the middle of a task or could not be started, since the start
 * @param restarts of any cause, also the one that comes after a number of tasks
 * @param lastFault absent if there was none
 */
public record WorkerHealth(
        int processes,
        int alive,
        int busy,
        long memoryMegabytes,
        long tasks,
        long faults,
        long restarts,
        @Nullable Fault lastFault) {

    /** @param words what happened, in a sentence for an administrator */
    public record Fault(Instant at, String words) {}

    /** Whether the next file will be read: a worker that stopped is replaced at once, so one that is missing could not be started. */
    public boolean ready() {
        return alive > 0;
    }
}
