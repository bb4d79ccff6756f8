package io.gatehouse.artifacts;

import io.gatehouse.ids.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Blobs as files {@code blobs/ab/cd/<hash>} in the data folder. A file appears by an atomic rename, so it is whole or not there. */
@Component
final class FolderBlobStore implements BlobStore {
    private static final int BUFFER = 1 << 16;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path blobs;
    private final Path quarantine;
    private final Ids ids;

    FolderBlobStore(@Value("${gatehouse.data:data}") Path data, Ids ids) throws IOException {
        Path root = Files.createDirectories(data.toAbsolutePath()).toRealPath();
        this.blobs = Files.createDirectories(root.resolve("blobs"));
        this.quarantine = Files.createDirectories(root.resolve("quarantine"));
        this.ids = ids;
    }

    private record Upload(Path file, String sha256, long size) implements Quarantined {}

    @Override
    public Receipt receive(InputStream bytes) throws IOException {
        Path file = quarantine.resolve(ids.hex32() + ".part");
        boolean whole = false;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            MessageDigest digest = sha256();
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            while (true) {
                int read = readOrCutOff(bytes, buffer);
                if (read == CUT_OFF) {
                    return new Receipt.CutOff(size);
                }
                if (read < 0) {
                    break;
                }
                digest.update(buffer, 0, read);
                writeFully(out, ByteBuffer.wrap(buffer, 0, read));
                size += read;
            }
            out.force(true);
            whole = true;
            return new Receipt.Whole(new Upload(file, HexFormat.of().formatHex(digest.digest()), size));
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static final int CUT_OFF = -2;

    private static int readOrCutOff(InputStream bytes, byte[] buffer) {
        try {
            return bytes.read(buffer);
        } catch (IOException senderWentAway) {
            return CUT_OFF;
        }
    }

    private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    @Override
    public void commit(Quarantined upload) throws IOException {
        Path target = place(upload.sha256());
        Files.createDirectories(parent(target));
        // Replacing equal bytes by equal bytes gives the blob a new time: a sweep that was about to take it sees that
        // it is young.
        Files.move(((Upload) upload).file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (Path folder = parent(target); folder.startsWith(blobs); folder = parent(folder)) {
            persist(folder);
        }
    }

    /** A rename is durable once its folder is. */
    private static void persist(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void discard(Quarantined upload) throws IOException {
        Files.deleteIfExists(((Upload) upload).file);
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(file(sha256));
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
    public List<Stored> startingWith(String twoHexDigits) throws IOException {
        Path folder = blobs.resolve(twoHexDigits);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Stored> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = String.valueOf(file.getFileName());
                if (HASH.matcher(name).matches() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    found.add(new Stored(name, Files.getLastModifiedTime(file).toInstant()));
                }
            }
        }
        return found;
    }

    @Override
    public boolean deleteIfOlder(String sha256, Instant moment) throws IOException {
        Path file = place(sha256);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(file).toInstant().isBefore(moment)
                && Files.deleteIfExists(file);
    }

    @Override
    public int clearQuarantine(Instant before) throws IOException {
        int cleared = 0;
        try (Stream<Path> files = Files.list(quarantine)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file)) {
                    cleared++;
                }
            }
        }
        return cleared;
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
