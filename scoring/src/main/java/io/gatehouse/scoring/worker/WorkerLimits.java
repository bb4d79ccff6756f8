package io.gatehouse.scoring.worker;

import io.gatehouse.scoring.ReductionLimits;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What workers may use.
 *
 * @param processes that stand ready; as many files are read at the same time
 * @param heapMegabytes of each worker's Java heap
 * @param memoryMegabytes that a worker may hold in all; one that holds more is stopped
 * @param taskTime that reading one file may take
 * @param waitTime that a file waits for a worker to be free
 * @param startTime that a worker may take until it is ready
 * @param tasks after which a worker is replaced, so that nothing piles up in it
 * @param reading limits of the tables that it reads
 */
public record WorkerLimits(
        int processes,
        int heapMegabytes,
        int memoryMegabytes,
        Duration taskTime,
        Duration waitTime,
        Duration startTime,
        int tasks,
        ReductionLimits reading) {

    /** What a worker holds besides heap and engine: the runtime, the libraries, the threads. */
    private static final int BESIDES = 450;

    /** Less than this reads nothing. */
    private static final int LEAST = BESIDES + 256;

    public WorkerLimits {
        if (processes <= 0 || heapMegabytes <= 0 || memoryMegabytes <= 0 || tasks <= 0) {
            throw new IllegalArgumentException("Limits of workers must be positive");
        }
    }

    /**
     * One or more workers, each file within five minutes, a new process after 200 files.
     *
     * @param memoryMegabytes of each worker, of which heap and engine get equal parts; 0 for half of this machine's memory, and at most
     *     what the default limits of tables take
     * @throws IllegalArgumentException if nothing can be read with so little memory
     */
    public static WorkerLimits of(int processes, int memoryMegabytes) {
        int most = 2 * ReductionLimits.DEFAULT.memoryMegabytes() + BESIDES;
        int memory = memoryMegabytes == 0 ? (int) Math.clamp(thisMachine() / 2, LEAST, most) : memoryMegabytes;
        if (memory < LEAST) {
            throw new IllegalArgumentException("A worker needs at least " + LEAST + " MB, not " + memory);
        }
        int part = (memory - BESIDES) / 2;
        return new WorkerLimits(
                processes,
                part,
                memory,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ofMinutes(1),
                200,
                ReductionLimits.DEFAULT.withMemory(part));
    }

    /** In MB. The memory of the container counts, where there is one. */
    private static long thisMachine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize() >> 20
                : 4096;
    }

    public WorkerLimits withMemory(int megabytes) {
        return new WorkerLimits(processes, heapMegabytes, megabytes, taskTime, waitTime, startTime, tasks, reading);
    }

    public WorkerLimits withTaskTime(Duration time) {
        return new WorkerLimits(processes, heapMegabytes, memoryMegabytes, time, waitTime, startTime, tasks, reading);
    }

    public WorkerLimits withTasks(int count) {
        return new WorkerLimits(
                processes, heapMegabytes, memoryMegabytes, taskTime, waitTime, startTime, count, reading);
    }

    public WorkerLimits withReading(ReductionLimits limits) {
        return new WorkerLimits(
                processes, heapMegabytes, memoryMegabytes, taskTime, waitTime, startTime, tasks, limits);
    }
}
