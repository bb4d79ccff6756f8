package io.gatehouse.scoring.worker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What happened to the workers, for the log and for whoever looks after the portal. */
final class WorkerRecord {

    private static final Logger LOG = System.getLogger(Workers.class.getName());

    private final Clock clock;
    private final AtomicLong tasks = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private final AtomicLong restarts = new AtomicLong();
    private volatile WorkerHealth.@Nullable Fault last;

    WorkerRecord(Clock clock) {
        this.clock = clock;
    }

    void done() {
        tasks.incrementAndGet();
    }

    void restarted(long pid, String why) {
        LOG.log(
                Level.INFO,
                "A new worker, process {0}, takes the place of one that {1} (restart {2})",
                Long.toString(pid),
                why,
                restarts.incrementAndGet());
    }

    /** @param particulars for the log alone */
    WorkerStopped fault(WorkerStopped stopped, String particulars) {
        faults.incrementAndGet();
        last = new WorkerHealth.Fault(clock.instant(), stopped.refusal().sentence());
        LOG.log(Level.WARNING, "{0}{1}", stopped.refusal().sentence(), particulars.isEmpty() ? "" : "\n" + particulars);
        return stopped;
    }

    WorkerHealth health(int processes, int alive, int busy, long memoryMegabytes) {
        return new WorkerHealth(
                processes, alive, busy, memoryMegabytes, tasks.get(), faults.get(), restarts.get(), last);
    }
}
