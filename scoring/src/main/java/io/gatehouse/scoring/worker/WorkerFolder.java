package io.gatehouse.scoring.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Where the workers of one portal work: the libraries that they share, and a folder for each of them, removed with it. As long as the
 * portal lives it holds a lock in its folder, so that the next start knows what a killed one left behind.
 */
final class WorkerFolder implements AutoCloseable {

    private static final String SESSION = "session-";
    private static final String LOCK = "lock";

    /**
     * The folders of this process. Their locks are not to be looked at: to close a file gives up every lock that the process has on it,
     * by whatever channel, and another process would take a living folder for an orphan.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path session;
    private final FileChannel held;
    private final AtomicInteger runs = new AtomicInteger();

    private WorkerFolder(Path session, FileChannel held) {
        this.session = session;
        this.held = held;
    }

    /** @throws UncheckedIOException if nothing can be written there */
    static WorkerFolder in(Path root) {
        try {
            Path folder = Files.createDirectories(root.toAbsolutePath());
            removeOrphans(folder);
            // The lock comes before the name by which others look for orphans.
            Path unnamed = Files.createTempDirectory(folder, "new-");
            FileChannel held =
                    FileChannel.open(unnamed.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            held.lock();
            String name = unnamed.getFileName().toString().replace("new-", SESSION);
            Path session = folder.resolve(name);
            OURS.add(session);
            return new WorkerFolder(Files.move(unnamed, session), held);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    Path libraries() throws IOException {
        return Files.createDirectories(session.resolve("lib"));
    }

    Path newRun() throws IOException {
        return Files.createDirectory(session.resolve("run-" + runs.incrementAndGet()));
    }

    @Override
    public void close() throws IOException {
        held.close();
        remove(session);
        OURS.remove(session);
    }

    private static void removeOrphans(Path root) throws IOException {
        List<Path> sessions;
        try (Stream<Path> children = Files.list(root)) {
            sessions = children.filter(child -> child.getFileName().toString().startsWith(SESSION))
                    .toList();
        }
        for (Path orphan : sessions) {
            if (!OURS.contains(orphan) && !isHeld(orphan)) {
                remove(orphan);
            }
        }
    }

    private static boolean isHeld(Path session) throws IOException {
        try (FileChannel lock =
                        FileChannel.open(session.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock mine = lock.tryLock()) {
            return mine == null;
        }
    }

    static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
