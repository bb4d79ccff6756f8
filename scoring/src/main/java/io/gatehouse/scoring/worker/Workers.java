package io.gatehouse.scoring.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * The workers of this portal. A worker does one task at a time. One that stopped, was stopped, or has done its number of tasks is
 * replaced before anybody asks for it. Workers end with the portal, also when that is killed.
 */
public final class Workers implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Workers.class.getName());

    private final WorkerLimits limits;
    private final List<WorkerSeat> seats;
    private final BlockingQueue<WorkerSeat> free;
    private final WorkerFolder folder;
    private final WorkerRecord record;
    private volatile boolean closed;

    /**
     * @param root folder of their own, made if it is not there
     * @param clock of the moments in {@link #health()}
     */
    public Workers(WorkerLimits limits, Path root, Clock clock) {
        this.limits = limits;
        this.folder = WorkerFolder.in(root);
        this.record = new WorkerRecord(clock);
        WorkerSeat.Starter starter = new WorkerSeat.Starter(folder, limits);
        this.seats = Stream.generate(() -> new WorkerSeat(starter, limits, record, this::replaceIdle))
                .limit(limits.processes())
                .toList();
        this.free = new ArrayBlockingQueue<>(seats.size(), true, seats);
    }

    public WorkerLimits limits() {
        return limits;
    }

    /** Starts the workers without waiting for them, so that the first file does not have to. */
    public void warm() {
        Thread.ofPlatform().daemon().name("worker-start").start(() -> {
            for (int i = 0; i < seats.size(); i++) {
                WorkerSeat seat = free.poll();
                if (seat != null) {
                    seat.warm();
                    free.add(seat);
                }
            }
        });
    }

    public WorkerHealth health() {
        long memory = 0;
        int alive = 0;
        for (WorkerSeat seat : seats) {
            memory += seat.memoryMegabytes();
            alive += seat.alive() ? 1 : 0;
        }
        return record.health(seats.size(), alive, seats.size() - free.size(), memory);
    }

    /** The processes that live. */
    long[] pids() {
        return seats.stream()
                .map(WorkerSeat::pid)
                .flatMapToLong(OptionalLong::stream)
                .toArray();
    }

    /**
     * Has a task done by the next free worker.
     *
     * @param rows takes what comes before the result
     * @throws UncheckedIOException if the worker found a file missing or the disk failing
     * @throws CancellationException if this thread is interrupted or the portal stops
     */
    <T> T run(Frame.Kind kind, Object task, Class<T> answer, Consumer<Frame> rows) throws WorkerStopped {
        WorkerSeat seat = borrow();
        try {
            Frame frame = seat.ask(Wire.frame(kind, task), rows);
            if (frame.kind() == Frame.Kind.RESULT) {
                return Wire.read(frame.json(), answer);
            }
            throw fault(seat, Wire.read(frame.json(), Task.Fault.class));
        } catch (JacksonException garbled) {
            seat.retire();
            LOG.log(Level.WARNING, "A worker's answer cannot be read", garbled);
            throw record.fault(WorkerStopped.garbled(), "");
        } catch (WorkerStopped stopped) {
            if (closed) {
                throw new CancellationException("The portal stops");
            }
            throw stopped;
        } finally {
            giveBack(seat);
        }
    }

    private void replaceIdle(WorkerSeat seat, Duration lived) {
        if (!closed && seat.wasSound(lived) && free.remove(seat)) {
            seat.warm();
            free.add(seat);
        }
    }

    private WorkerStopped fault(WorkerSeat seat, Task.Fault fault) {
        if (fault.disk()) {
            throw new UncheckedIOException(new IOException(fault.words()));
        }
        seat.retire();
        return record.fault(WorkerStopped.unexplained(), fault.words());
    }

    private WorkerSeat borrow() throws WorkerStopped {
        try {
            WorkerSeat seat = free.poll(limits.waitTime().toNanos(), TimeUnit.NANOSECONDS);
            if (seat == null) {
                throw WorkerStopped.busy(limits.waitTime().toSeconds());
            }
            if (closed) {
                free.add(seat);
                throw new CancellationException("The portal stops");
            }
            return seat;
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Reading the file was cancelled");
        }
    }

    private void giveBack(WorkerSeat seat) {
        if (!closed) {
            seat.freshen();
        }
        free.add(seat);
    }

    @Override
    public void close() {
        closed = true;
        seats.forEach(WorkerSeat::close);
        try {
            folder.close();
        } catch (IOException left) {
            LOG.log(Level.DEBUG, "The next start removes what is left of the workers' folder", left);
        }
    }
}
