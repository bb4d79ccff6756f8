package io.gatehouse.scoring.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One worker, seen from the portal. Used by one thread at a time; {@link #kill()} may be called by any. */
final class WorkerProcess {

    /** How often a silent worker is looked at. */
    private static final long LOOK_MILLIS = 50;

    private static final int KILLED = 128 + 9;

    /** Of a Java machine that was told to exit when its heap is full. */
    private static final int HEAP_FULL = 3;

    /** What arrives when no more will. */
    private static final Frame END = new Frame(Frame.Kind.FAULT, new byte[0]);

    private final Process process;
    private final Path folder;
    private final WorkerLimits limits;
    private final DataOutputStream tasks;
    private final BlockingQueue<Frame> answers = new ArrayBlockingQueue<>(16);
    private final WorkerChatter chatter;
    private final Thread listener;
    private final long started = System.nanoTime();
    private boolean ready;

    private WorkerProcess(Process process, Path folder, WorkerLimits limits) {
        this.process = process;
        this.folder = folder;
        this.limits = limits;
        this.tasks = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.chatter = WorkerChatter.of(process);
        this.listener =
                Thread.ofPlatform().daemon().name("worker-" + process.pid()).unstarted(this::listen);
    }

    static WorkerProcess start(WorkerCommand command, Path folder, WorkerLimits limits) throws IOException {
        WorkerProcess worker = new WorkerProcess(command.start(folder), folder, limits);
        worker.listener.start();
        return worker;
    }

    long pid() {
        return process.pid();
    }

    Path folder() {
        return folder;
    }

    boolean alive() {
        return process.isAlive();
    }

    /**
     * Waits on a thread of its own: {@link Process#onExit()} takes one of the pool that everybody shares, and on a small machine that
     * pool has a single one.
     *
     * @param what told when the process has ended, of whatever cause, and how long it lived
     */
    void onEnd(Consumer<Duration> what) {
        Thread.ofPlatform().daemon().name("worker-" + pid() + "-end").start(() -> {
            try {
                process.waitFor();
            } catch (InterruptedException neverAsked) {
                Thread.currentThread().interrupt();
                return;
            }
            what.accept(Duration.ofNanos(System.nanoTime() - started));
        });
    }

    long memoryMegabytes() {
        return ResidentMemory.megabytesOf(process.pid());
    }

    WorkerChatter chatter() {
        return chatter;
    }

    /** Waits until the worker takes tasks. */
    void awaitReady() throws WorkerStopped {
        if (ready) {
            return;
        }
        Frame first;
        try {
            first = answer(started + limits.startTime().toNanos());
        } catch (WorkerStopped tooMuch) {
            throw WorkerStopped.notStarted(tooMuch.fault());
        }
        if (first == null) {
            throw stop(WorkerStopped.notStarted("not ready after " + toSeconds(limits.startTime()) + " s"));
        }
        if (first.kind() != Frame.Kind.READY) {
            throw WorkerStopped.notStarted("its process " + howItEnded());
        }
        ready = true;
    }

    /**
     * Has one task done. Whatever is thrown, the worker is of no more use.
     *
     * @param rows takes what comes before the result; its time does not count
     * @return the frame of the result or the fault
     * @throws CancellationException if this thread is interrupted
     */
    Frame ask(Frame task, Consumer<Frame> rows) throws WorkerStopped {
        try {
            task.write(tasks);
        } catch (IOException gone) {
            throw ended();
        }
        long deadline = System.nanoTime() + limits.taskTime().toNanos();
        while (true) {
            Frame answer = answer(deadline);
            if (answer == null) {
                throw stop(WorkerStopped.outOfTime(toSeconds(limits.taskTime())));
            }
            if (answer == END) {
                throw ended();
            }
            if (answer.kind() != Frame.Kind.ROWS) {
                return answer;
            }
            long before = System.nanoTime();
            rows.accept(answer);
            deadline += System.nanoTime() - before;
        }
    }

    /** The next message, watching what the worker holds; null if there is none until the deadline. */
    private @Nullable Frame answer(long deadline) throws WorkerStopped {
        try {
            while (true) {
                Frame answer = answers.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (answer != null) {
                    return answer;
                }
                if (System.nanoTime() - deadline >= 0) {
                    return null;
                }
                if (memoryMegabytes() > limits.memoryMegabytes()) {
                    throw stop(WorkerStopped.outOfMemory(limits.memoryMegabytes()));
                }
            }
        } catch (InterruptedException cancelled) {
            kill();
            Thread.currentThread().interrupt();
            throw new CancellationException("Reading the file was cancelled");
        }
    }

    private WorkerStopped stop(WorkerStopped why) {
        kill();
        return why;
    }

    private WorkerStopped ended() {
        String how = howItEnded();
        if (chatter.speaksOfMemory() || !process.isAlive() && process.exitValue() == HEAP_FULL) {
            return WorkerStopped.outOfMemory(limits.memoryMegabytes());
        }
        return WorkerStopped.crashed(how);
    }

    private String howItEnded() {
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                kill();
                return "stopped answering";
            }
            chatter.awaitEnd();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Reading the file was cancelled");
        }
        int code = process.exitValue();
        if (chatter.speaksOfACrash()) {
            return "broke down";
        }
        if (code == KILLED) {
            return "was killed from outside";
        }
        return code > 128 ? "broke down (signal " + (code - 128) + ")" : "ended by itself (code " + code + ")";
    }

    /** At once: a worker has nothing to save. */
    void kill() {
        process.destroyForcibly();
        listener.interrupt();
    }

    private void listen() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
            for (Frame answer = read(in); answer != END; answer = read(in)) {
                answers.put(answer);
            }
            answers.put(END);
        } catch (IOException fault) {
            chatter.add("The pipe cannot be closed: " + fault);
        } catch (InterruptedException killed) {
            // Nobody takes what is left; but another thread may still wait for an answer and must learn that none will
            // come.
            answers.clear();
            answers.add(END);
        }
    }

    /** A broken pipe and a garbled message are the end of all messages. */
    private Frame read(DataInputStream in) {
        try {
            Frame answer = Frame.read(in);
            return answer == null ? END : answer;
        } catch (IOException broken) {
            chatter.add("The last answer broke off: " + broken);
            return END;
        }
    }

    private static long toSeconds(Duration time) {
        return Math.max(1, time.toSeconds());
    }
}
