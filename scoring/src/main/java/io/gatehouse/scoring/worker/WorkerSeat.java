package io.gatehouse.scoring.worker;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The place of one worker, which one process after the other takes. Borrowed by one thread at a time; {@link #close()} may be called by
 * any.
 */
final class WorkerSeat {

    private static final Logger LOG = System.getLogger(Workers.class.getName());

    private static final Duration ESTABLISHED = Duration.ofSeconds(10);

    private final Starter starter;
    private final WorkerLimits limits;
    private final WorkerRecord record;
    private final BiConsumer<WorkerSeat, Duration> ended;
    private volatile @Nullable WorkerProcess worker;
    private volatile int tasks;
    private String gone = "";

    /** Guarded by this, as is the change of process: no process may take a place that was closed. */
    private boolean closed;

    /** @param ended told when a process has ended, of whatever cause, and how long it lived */
    WorkerSeat(Starter starter, WorkerLimits limits, WorkerRecord record, BiConsumer<WorkerSeat, Duration> ended) {
        this.starter = starter;
        this.limits = limits;
        this.record = record;
        this.ended = ended;
    }

    /** Starts processes; the first start finds the libraries. */
    static final class Starter {
        private final WorkerFolder folder;
        private final WorkerLimits limits;
        private @Nullable WorkerCommand command;

        Starter(WorkerFolder folder, WorkerLimits limits) {
            this.folder = folder;
            this.limits = limits;
        }

        WorkerProcess start() throws IOException {
            return WorkerProcess.start(command(), folder.newRun(), limits);
        }

        private synchronized WorkerCommand command() throws IOException {
            if (command == null) {
                command = new WorkerCommand(WorkerLibraries.classPath(folder.libraries()), limits);
            }
            return command;
        }
    }

    boolean alive() {
        WorkerProcess present = worker;
        return present != null && present.alive();
    }

    /** The process that has this place and lives. */
    OptionalLong pid() {
        WorkerProcess present = worker;
        return present != null && present.alive() ? OptionalLong.of(present.pid()) : OptionalLong.empty();
    }

    long memoryMegabytes() {
        WorkerProcess present = worker;
        return present == null ? 0 : present.memoryMegabytes();
    }

    /** Has a task done, by a fresh process if the last one has gone. */
    Frame ask(Frame task, Consumer<Frame> rows) throws WorkerStopped {
        WorkerProcess process = present();
        boolean answered = false;
        try {
            process.awaitReady();
            Frame answer = process.ask(task, rows);
            answered = true;
            tasks = tasks + 1;
            record.done();
            return answer;
        } catch (WorkerStopped stopped) {
            throw record.fault(stopped, process.chatter().text());
        } finally {
            if (!answered) {
                retire();
            }
        }
    }

    private WorkerProcess present() throws WorkerStopped {
        WorkerProcess present = worker;
        if (present != null && present.alive()) {
            return present;
        }
        bury();
        try {
            return start();
        } catch (IOException fault) {
            throw record.fault(WorkerStopped.notStarted("the system refuses"), fault.toString());
        }
    }

    private WorkerProcess start() throws IOException {
        WorkerProcess fresh;
        synchronized (this) {
            if (closed) {
                throw new IOException("The portal stops");
            }
            fresh = starter.start();
            worker = fresh;
        }
        tasks = 0;
        if (!gone.isEmpty()) {
            record.restarted(fresh.pid(), gone);
        }
        gone = "";
        fresh.onEnd(lived -> ended.accept(this, lived));
        return fresh;
    }

    /** Whether a process that ended was a sound one: if not, the next would end in the same way, and so on for ever. */
    boolean wasSound(Duration lived) {
        return tasks > 0 || lived.compareTo(ESTABLISHED) > 0;
    }

    /** Puts away a process that ended while it had nothing to do. */
    private void bury() {
        WorkerProcess present = worker;
        if (present != null && !present.alive()) {
            gone = "ended while it had nothing to do";
            retire();
        }
    }

    /** A process that stands ready, without waiting for it. A start that fails is told to the next who asks for a task. */
    void warm() {
        bury();
        if (!alive()) {
            try {
                start();
            } catch (IOException fault) {
                LOG.log(isClosed() ? Level.DEBUG : Level.WARNING, "A worker cannot be started", fault);
            }
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** After a task: the process stays if it is alive, not too old and has given its memory back. */
    void freshen() {
        WorkerProcess present = worker;
        if (present != null && tasks >= limits.tasks()) {
            gone = "had done " + tasks + " tasks";
            retire();
        } else if (present != null && present.memoryMegabytes() > limits.memoryMegabytes() / 2) {
            gone = "kept " + present.memoryMegabytes() + " MB";
            retire();
        }
        warm();
    }

    /** Ends the process, and none will follow. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        retire();
    }

    /** Ends the process. */
    void retire() {
        WorkerProcess present = vacate();
        if (present == null) {
            return;
        }
        if (gone.isEmpty()) {
            gone = "stopped in the middle of a task";
        }
        present.kill();
        Path folder = present.folder();
        try {
            WorkerFolder.remove(folder);
        } catch (IOException left) {
            LOG.log(Level.DEBUG, "The next start removes " + folder, left);
        }
    }

    private synchronized @Nullable WorkerProcess vacate() {
        WorkerProcess present = worker;
        worker = null;
        return present;
    }
}
