package io.gatehouse.scoring.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where workers work: a folder with the libraries of this portal's workers, and one for each of them, removed with it. Folders carry
 * the process id of their portal, so that the next start removes what a killed one left behind.
 */
final class WorkerFolder {

    private static final Pattern OURS = Pattern.compile("(?:lib|run)-(\\d+)(?:-\\d+)?");

    private final Path root;
    private final long portal = ProcessHandle.current().pid();
    private final AtomicInteger runs = new AtomicInteger();

    private WorkerFolder(Path root) {
        this.root = root;
    }

    static WorkerFolder in(Path root) {
        WorkerFolder folder = new WorkerFolder(root.toAbsolutePath());
        try {
            Files.createDirectories(folder.root);
            folder.removeOrphans();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return folder;
    }

    Path libraries() throws IOException {
        return Files.createDirectories(root.resolve("lib-" + portal));
    }

    Path newRun() throws IOException {
        Path run = root.resolve("run-" + portal + "-" + runs.incrementAndGet());
        remove(run);
        return Files.createDirectory(run);
    }

    void removeAll() throws IOException {
        for (Path child : children()) {
            if (portalOf(child) == portal) {
                remove(child);
            }
        }
    }

    private void removeOrphans() throws IOException {
        for (Path child : children()) {
            long owner = portalOf(child);
            if (owner == portal || owner > 0 && ProcessHandle.of(owner).isEmpty()) {
                remove(child);
            }
        }
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            return children.toList();
        }
    }

    private static long portalOf(Path child) {
        Matcher name = OURS.matcher(child.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
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
