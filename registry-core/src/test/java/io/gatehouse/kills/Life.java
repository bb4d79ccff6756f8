package io.gatehouse.kills;

import io.gatehouse.kills.Acknowledged.Kind;
import io.gatehouse.kills.Acknowledged.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A house that runs, and what it says. */
final class Life {
    private final Process process;
    private final Thread orphan = Thread.ofPlatform().unstarted(this::kill);
    private final Thread listener;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final List<Line> done = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final List<String> other = Collections.synchronizedList(new ArrayList<>());

    Life(List<String> command) throws IOException {
        this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        // Whoever breaks the killing off leaves no house behind.
        Runtime.getRuntime().addShutdownHook(orphan);
        this.listener = Thread.ofPlatform().name("house-output").start(this::listen);
    }

    private void listen() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                hear(line);
            }
        } catch (IOException broken) {
            other.add("The output broke off: " + broken.getMessage());
        }
    }

    private void hear(String line) {
        if (Acknowledged.isReady(line)) {
            ready.countDown();
        } else {
            Acknowledged.read(line).ifPresentOrElse(this::hear, () -> other.add(line));
        }
    }

    private void hear(Line line) {
        switch (line.kind()) {
            case BEGINS -> {
                begun.incrementAndGet();
                underWay.put(line.words().getFirst(), line.words().getLast());
            }
            case ENDS -> underWay.remove(line.words().getFirst());
            default -> done.add(line);
        }
    }

    /** Waits until it works, dies or the time is over. @return whether it works */
    boolean ready(Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (ready.await(20, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return ready.getCount() == 0;
    }

    /** Lets it live until so many more calls began, and a little longer. It must not die by itself. */
    void works(int calls, Duration longer) throws InterruptedException {
        boolean died = false;
        int enough = begun.get() + calls;
        while (begun.get() < enough && !died) {
            died = process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        if (died || process.waitFor(longer.toNanos(), TimeUnit.NANOSECONDS)) {
            done.add(new Line(Kind.FAULT, List.of("A house died by itself", last())));
        }
    }

    /** @return whether it came to its end by itself, and to a good one */
    boolean ends(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    }

    /**
     * Stops it where it stands (SIGSTOP). What others can read of it from now on is what a kill at this moment would have left: its open
     * transactions stay open, its files have the bytes that they had.
     */
    void halt() throws IOException, InterruptedException {
        signal("STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("SIG" + name + " did not reach the house: " + last());
        }
    }

    /** Kills it, with SIGKILL, and hears the rest of what it said. */
    void end() throws InterruptedException {
        kill();
        process.waitFor();
        listener.join();
        Runtime.getRuntime().removeShutdownHook(orphan);
    }

    /** What it acknowledged since it was asked last. */
    List<Line> acknowledged() {
        synchronized (done) {
            List<Line> taken = List.copyOf(done);
            done.clear();
            return taken;
        }
    }

    /** By its handle: the process would close its output, and what stands in the pipe would be lost. */
    private void kill() {
        process.toHandle().destroyForcibly();
    }

    /** The calls that it was in when it ended. */
    Collection<String> underWay() {
        return underWay.values();
    }

    /** What it said that nobody asked. */
    String last() {
        return String.join("\n", other);
    }
}
