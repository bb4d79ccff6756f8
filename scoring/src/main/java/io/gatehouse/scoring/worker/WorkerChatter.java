package io.gatehouse.scoring.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines that a worker printed: nobody reads them unless it breaks down. */
final class WorkerChatter {

    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 300;
    private static final long PATIENCE_MILLIS = 1_000;

    private static final List<String> OF_MEMORY = List.of(
            "insufficient memory", "OutOfMemoryError", "Out of Memory Error", "bad_alloc", "Cannot allocate memory");

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    private WorkerChatter(Process process) {
        this.reader = Thread.ofPlatform()
                .daemon()
                .name("worker-" + process.pid() + "-chatter")
                .unstarted(() -> read(process));
    }

    static WorkerChatter of(Process process) {
        WorkerChatter chatter = new WorkerChatter(process);
        chatter.reader.start();
        return chatter;
    }

    synchronized void add(String line) {
        lines.addLast(line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…");
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
    }

    synchronized String text() {
        return String.join("\n", lines);
    }

    /** Whether the process says that memory was what it lacked. */
    synchronized boolean speaksOfMemory() {
        return lines.stream().anyMatch(line -> OF_MEMORY.stream().anyMatch(line::contains));
    }

    /** Whether the process says that native code failed; its exit code does not, as no core is dumped. */
    synchronized boolean speaksOfACrash() {
        return lines.stream().anyMatch(line -> line.contains("A fatal error has been detected"));
    }

    /** Waits until all that a dead process printed has been read. */
    void awaitEnd() throws InterruptedException {
        reader.join(PATIENCE_MILLIS);
    }

    private void read(Process process) {
        try (BufferedReader errors = process.errorReader()) {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                add(line);
            }
        } catch (IOException closed) {
            add("No more lines: " + closed.getMessage());
        }
    }
}
