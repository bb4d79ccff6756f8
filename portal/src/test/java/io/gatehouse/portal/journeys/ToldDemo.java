package io.gatehouse.portal.journeys;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.springframework.util.FileSystemUtils;

/**
 * The data folder of a portal that has told the demo's story, which takes most of its first start: told once for a run of the suite, in
 * whichever of its processes comes first, and copied for each class.
 */
final class ToldDemo {
    private static final Path TOLD = Path.of("target", "told-demo").toAbsolutePath();
    private static final Path WHOSE = Path.of("target", "told-demo.txt");
    private static final Path LOCK = Path.of("target", "told-demo.lock");

    /** Bytes, more than the table of a jar takes. */
    private static final long TABLE = 1 << 20;

    private ToldDemo() {}

    /**
     * @param folder that does not exist yet
     * @param tell starts a portal on a folder and stops it once the story is told
     */
    static void copyTo(Path folder, Path jar, Consumer<Path> tell) {
        try {
            try (FileChannel channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock alone = channel.lock()) {
                // The story ends today, and another program may tell it otherwise.
                String contents = String.valueOf(contents(jar));
                QuickStart.unpack(jar, contents);
                String whose = contents + " " + LocalDate.now(ZoneOffset.UTC);
                if (!whose.equals(toldBy().orElse(""))) {
                    Files.deleteIfExists(WHOSE);
                    FileSystemUtils.deleteRecursively(TOLD);
                    tell.accept(TOLD);
                    Files.writeString(WHOSE, whose);
                }
                // While nobody else tells it anew: it may be another day by now.
                copy(TOLD, folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Its time says nothing, since the same source always gives the same file; the table at its end has a checksum of each part. */
    private static long contents(Path jar) throws IOException {
        CRC32 sum = new CRC32();
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(TABLE, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            sum.update(end);
        }
        return sum.getValue();
    }

    private static Optional<String> toldBy() throws IOException {
        return Files.exists(WHOSE) ? Optional.of(Files.readString(WHOSE)) : Optional.empty();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
