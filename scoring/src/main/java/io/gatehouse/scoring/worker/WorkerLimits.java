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

    private static final int HEAP = 256;

    public WorkerLimits {
        if (processes <= 0 || heapMegabytes <= 0 || memoryMegabytes <= 0 || tasks <= 0) {
            throw new IllegalArgumentException("Limits of workers must be positive");
        }
    }

    /**
     * One or more workers whose engine may use the given memory, each file within five minutes, a new process after 200 files.
     *
     * @param engineMegabytes 0 for a third of this machine's memory, and at most 2,000
     */
    public static WorkerLimits of(int processes, int engineMegabytes) {
        int engine = engineMegabytes > 0 ? engineMegabytes : thirdOfThisMachine();
        return new WorkerLimits(
                processes,
                HEAP,
                HEAP + engine + BESIDES,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ofMinutes(1),
                200,
                ReductionLimits.DEFAULT.withMemory(engine));
    }

    /** The memory of the container counts, where there is one. */
    private static int thirdOfThisMachine() {
        long total = ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : 4L << 30;
        return (int) Math.clamp((total >> 20) / 3, 128, ReductionLimits.DEFAULT.memoryMegabytes());
    }

    public WorkerLimits withMemory(int megabytes) {
        return new WorkerLimits(
                processes, heapMegabytes, megabytes, taskTime, waitTime, startTime, tasks, reading);
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
