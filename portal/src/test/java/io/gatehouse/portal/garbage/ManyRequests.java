package io.gatehouse.portal.garbage;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Sends garbage by the hundred thousand to a portal that runs, and says what came back and what its heap held from time to time. */
final class ManyRequests {
    /** After so many requests of one sender its world is made anew, since garbage deletes a part of it now and then. */
    private static final int OF_ONE_WORLD = 2_000;

    private static final int SENDERS = 4;
    private static final int LOOKS = 10;

    private final int port;
    private final long seed;
    private final Map<String, String> passwords;
    private final Calls everything = new Calls();
    private final AtomicLong drawn = new AtomicLong();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, Duration> slowest = new ConcurrentSkipListMap<>();
    private final Map<String, String> faults = new ConcurrentSkipListMap<>();

    private ManyRequests(int port, long seed, Map<String, String> passwords) {
        this.port = port;
        this.seed = seed;
        this.passwords = passwords;
    }

    /** Arguments: port, data folder with the accounts, process of the portal, number of requests, seed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        long process = Long.parseLong(arguments[2]);
        long wanted = Long.parseLong(arguments[3]);
        ManyRequests many = new ManyRequests(
                Integer.parseInt(arguments[0]),
                Long.parseLong(arguments[4]),
                passwords(Path.of(arguments[1], "demo-accounts.txt")));
        out.printf(Locale.ROOT, "before: %.1f MB live%n", Heap.live(process) / 1e6);
        for (int look = 1; look <= LOOKS; look++) {
            many.send(wanted * look / LOOKS);
            out.printf(Locale.ROOT, "%,d requests: %.1f MB live%n", wanted * look / LOOKS, Heap.live(process) / 1e6);
        }
        out.println("answers by status (0: closed without one): " + many.statuses);
        many.slowest.entrySet().stream()
                .sorted(Map.Entry.<String, Duration>comparingByValue().reversed())
                .limit(5)
                .forEach(slow -> out.println("slowest " + slow.getValue().toMillis() + " ms: " + slow.getKey()));
        many.faults.forEach((kind, example) -> out.println("FAULT " + kind + "\n" + example));
        System.exit(many.faults.isEmpty() ? 0 : 1);
    }

    private static Map<String, String> passwords(Path accounts) throws IOException {
        return Files.readAllLines(accounts).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length >= 2)
                .collect(Collectors.toMap(words -> words[0], words -> words[1], (one, other) -> one));
    }

    private void send(long until) throws InterruptedException {
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + until * SENDERS + i);
            senders.add(Thread.ofPlatform().start(() -> send(until, random)));
        }
        for (Thread sender : senders) {
            sender.join();
        }
    }

    private void send(long until, SplittableRandom random) {
        try (Speaker speaker = new Speaker(port, passwords)) {
            while (drawn.get() < until) {
                List<Call> calls = everything.all(speaker, World.made(speaker, new SplittableRandom()));
                for (int i = 0; i < OF_ONE_WORLD && drawn.incrementAndGet() <= until; i++) {
                    send(speaker, calls.get(random.nextInt(calls.size())), random.split());
                }
            }
        }
    }

    private void send(Speaker speaker, Call call, SplittableRandom random) {
        Drawn request = new Garbage(random).draw(call, speaker.authorization(call.person()));
        long begun = System.nanoTime();
        Reply reply = speaker.send(request.bytes(), request.whole, request.head());
        slowest.merge(
                call.route(),
                Duration.ofNanos(System.nanoTime() - begun),
                (one, other) -> one.compareTo(other) > 0 ? one : other);
        statuses.computeIfAbsent(reply.status(), status -> new AtomicInteger()).incrementAndGet();
        Expectation.failedBy(request, reply, false)
                .ifPresent(what -> faults.putIfAbsent(
                        what + ", " + reply.status() + ", " + call.route(),
                        request + "\n→ " + reply.status() + " " + reply.text()));
    }
}
