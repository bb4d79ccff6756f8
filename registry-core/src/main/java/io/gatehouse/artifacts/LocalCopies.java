package io.gatehouse.artifacts;

import io.gatehouse.ids.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Files of a bucket on this machine, for readers that want files. Each is compared with its digest when it comes, and once more after a
 * restart. Those longest unused go when there is no room; what was asked for within the hour stays, even where that is more than fits.
 */
final class LocalCopies {
    private static final Duration IN_USE = Duration.ofHours(1);

    private final Path folder;
    private final long most;
    private final Clock clock;
    private final Set<String> verified = ConcurrentHashMap.newKeySet();
    private final List<Object> locks = Stream.generate(Object::new).limit(64).toList();

    /** @param most bytes that they may take */
    LocalCopies(Path folder, long most, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.most = most;
        this.clock = clock;
    }

    /** Brings bytes here. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** @throws IOException if they do not come, or are others than their name says */
    Path get(String sha256, Source source) throws IOException {
        Path file = folder.resolve(sha256);
        synchronized (locks.get(Integer.parseInt(sha256.substring(0, 2), 16) % locks.size())) {
            if (!isHere(file, sha256)) {
                fetch(file, sha256, source);
            }
            verified.add(sha256);
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        }
        makeRoom();
        return file;
    }

    private boolean isHere(Path file, String sha256) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        if (verified.contains(sha256)) {
            return true;
        }
        try (DigestInputStream bytes = new DigestInputStream(Files.newInputStream(file), Digests.sha256())) {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest()).equals(sha256);
        }
    }

    private void fetch(Path file, String sha256, Source source) throws IOException {
        Path part = file.resolveSibling(sha256 + ".part");
        try (DigestInputStream bytes = new DigestInputStream(source.open(), Digests.sha256());
                FileChannel out = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            bytes.transferTo(Channels.newOutputStream(out));
            String arrived = HexFormat.of().formatHex(bytes.getMessageDigest().digest());
            if (!arrived.equals(sha256)) {
                throw new IOException("The bytes of " + sha256 + " are damaged in the bucket: they are " + arrived);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private record Copy(Path file, long size, Instant used) {}

    private synchronized void makeRoom() throws IOException {
        List<Copy> copies = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (!file.toString().endsWith(".part")) {
                    copies.add(new Copy(
                            file,
                            Files.size(file),
                            Files.getLastModifiedTime(file).toInstant()));
                }
            }
        }
        long taken = copies.stream().mapToLong(Copy::size).sum();
        copies.sort(Comparator.comparing(Copy::used));
        Instant inUse = clock.instant().minus(IN_USE);
        for (Copy copy : copies) {
            if (taken <= most || copy.used.isAfter(inUse)) {
                return;
            }
            verified.remove(String.valueOf(copy.file.getFileName()));
            Files.deleteIfExists(copy.file);
            taken -= copy.size;
        }
    }
}
