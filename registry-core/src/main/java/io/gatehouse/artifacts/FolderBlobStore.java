package io.gatehouse.artifacts;

import io.gatehouse.ids.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Blobs as files {@code blobs/ab/cd/<hash>} in the data folder. A file appears by an atomic rename, so it is whole or not there. */
final class FolderBlobStore implements BlobStore {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path blobs;
    private final Quarantine quarantine;
    private final List<Object> locks = Stream.generate(Object::new).limit(256).toList();

    FolderBlobStore(Path data, Ids ids) throws IOException {
        Path root = Files.createDirectories(data.toAbsolutePath()).toRealPath();
        this.blobs = Files.createDirectories(root.resolve("blobs"));
        this.quarantine = Quarantine.ofFilesThatStay(root.resolve("quarantine"), ids);
    }

    @Override
    public Receipt receive(InputStream bytes) throws IOException {
        return quarantine.receive(bytes);
    }

    @Override
    public boolean commit(Quarantined upload) throws IOException {
        Path target = place(upload.sha256());
        Path file = ((Quarantine.Upload) upload).file();
        Files.createDirectories(parent(target));
        synchronized (lock(upload.sha256())) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                // Replacing equal bytes by equal bytes gives the blob a new time, so that no sweep takes it.
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                persist(target);
            }
        }
        return true;
    }

    /** A rename is durable once its folder is, and a folder once the one around it is. */
    private void persist(Path target) throws IOException {
        for (Path folder = parent(target); folder.startsWith(blobs); folder = parent(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public boolean holds(String sha256) {
        return Files.isRegularFile(place(sha256), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void discard(Quarantined upload) throws IOException {
        Quarantine.discard(upload);
    }

    @Override
    public InputStream open(String sha256, long from, long length) throws IOException {
        return new PartOfFile(FileChannel.open(file(sha256), StandardOpenOption.READ), from, length);
    }

    @Override
    public Path file(String sha256) throws IOException {
        Path file = place(sha256);
        // No link is ever made in here; one that is there was put by somebody else.
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !parent(file).toRealPath().startsWith(blobs)) {
            throw new NoSuchFileException(sha256);
        }
        return file;
    }

    @Override
    public Optional<Path> nearFile(String sha256) throws IOException {
        return Optional.of(file(sha256));
    }

    @Override
    public List<Stored> startingWith(String twoHexDigits) throws IOException {
        Path folder = blobs.resolve(twoHexDigits);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Stored> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder)) {
            for (Path inner : folders) {
                if (Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
                    listInto(found, inner);
                }
            }
        }
        return found;
    }

    private static void listInto(List<Stored> found, Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                stored(file).ifPresent(found::add);
            }
        }
    }

    private static Optional<Stored> stored(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!HASH.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes said = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return said.isRegularFile()
                    ? Optional.of(new Stored(
                            name, said.size(), said.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (NoSuchFileException sweptMeanwhile) {
            return Optional.empty();
        }
    }

    @Override
    public boolean deleteIfOlder(String sha256, Instant moment) throws IOException {
        Path file = place(sha256);
        synchronized (lock(sha256)) {
            return stored(file).filter(blob -> blob.at().isBefore(moment)).isPresent() && Files.deleteIfExists(file);
        }
    }

    /** One of a few, by the bytes' name: what comes in anew and what a sweep takes wait for each other. */
    private Object lock(String sha256) {
        return locks.get(Integer.parseInt(sha256.substring(0, 2), 16));
    }

    @Override
    public int crashedSince(Instant before) throws IOException {
        return quarantine.older(before);
    }

    @Override
    public int clearQuarantine(Instant before) throws IOException {
        return quarantine.clear(before);
    }

    private Path place(String sha256) {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256: " + sha256);
        }
        return blobs.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static Path parent(Path path) {
        @Nullable Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalStateException(path + " has no folder");
        }
        return parent;
    }
}
