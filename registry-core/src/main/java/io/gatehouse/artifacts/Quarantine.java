package io.gatehouse.artifacts;

import io.gatehouse.ids.Digests;
import io.gatehouse.ids.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A folder of files that are on their way in, hashed while they are written. */
final class Quarantine {
    /** Large enough that calls cost nothing beside the bytes; two hundred uploads at once hold 25 MB of it. */
    private static final int BUFFER = 1 << 17;

    private static final int CUT_OFF = -2;

    private final Path folder;
    private final Ids ids;
    private final boolean onDisk;

    private Quarantine(Path folder, Ids ids, boolean onDisk) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.ids = ids;
        this.onDisk = onDisk;
    }

    /** Whose files stay on this machine, and are on its disk before anything refers to them. */
    static Quarantine ofFilesThatStay(Path folder, Ids ids) throws IOException {
        return new Quarantine(folder, ids, true);
    }

    /** Whose files go elsewhere before anything refers to them: of what a crash leaves of them nobody was told. */
    static Quarantine ofFilesThatGo(Path folder, Ids ids) throws IOException {
        return new Quarantine(folder, ids, false);
    }

    record Upload(Path file, String sha256, long size) implements BlobStore.Quarantined {}

    /** As {@link BlobStore#receive}. */
    BlobStore.Receipt receive(InputStream bytes) throws IOException {
        Path file = folder.resolve(ids.hex32() + ".part");
        boolean whole = false;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            MessageDigest digest = Digests.sha256();
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            while (true) {
                int read = readOrCutOff(bytes, buffer);
                if (read == CUT_OFF) {
                    return new BlobStore.Receipt.CutOff(size);
                }
                if (read < 0) {
                    break;
                }
                digest.update(buffer, 0, read);
                writeFully(out, ByteBuffer.wrap(buffer, 0, read));
                size += read;
            }
            if (onDisk) {
                out.force(true);
            }
            whole = true;
            return new BlobStore.Receipt.Whole(new Upload(file, HexFormat.of().formatHex(digest.digest()), size));
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

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

    static void discard(BlobStore.Quarantined upload) throws IOException {
        Files.deleteIfExists(((Upload) upload).file);
    }

    /** How many files have been here since before a moment: remains of a crash. */
    int older(Instant before) throws IOException {
        int found = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                found += isOlder(file, before) ? 1 : 0;
            }
        }
        return found;
    }

    int clear(Instant before) throws IOException {
        int cleared = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (isOlder(file, before) && Files.deleteIfExists(file)) {
                    cleared++;
                }
            }
        }
        return cleared;
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException committedMeanwhile) {
            return false;
        }
    }
}
