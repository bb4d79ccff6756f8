package io.gatehouse.portal.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged portal unpacked beside it, and what its first start taught the Java machine (JEP 514): the many later ones of a run of the
 * suite take less than half of the time. A machine that cannot learn starts what is packaged.
 */
final class QuickStart {
    private static final Path UNPACKED = Path.of("target", "unpacked").toAbsolutePath();
    private static final Path LEARNED = UNPACKED.resolve("learned.aot");
    private static final int FIRST_VERSION_THAT_LEARNS = 25;

    private static final Path WHOSE = UNPACKED.resolve("whose.txt");

    private static boolean ready;

    private QuickStart() {}

    /**
     * Unpacks a jar unless that was done; what was learned of another is forgotten. Nothing that lies there is used before.
     *
     * @param whose tells the jar from others
     */
    static synchronized void unpack(Path jar, String whose) throws IOException {
        if (Runtime.version().feature() < FIRST_VERSION_THAT_LEARNS) {
            return;
        }
        if (!Files.exists(WHOSE) || !Files.readString(WHOSE).equals(whose)) {
            FileSystemUtils.deleteRecursively(UNPACKED);
            unpack(jar);
            Files.writeString(WHOSE, whose);
        }
        ready = true;
    }

    private static void unpack(Path jar) throws IOException {
        Process unpacking = new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        UNPACKED.toString())
                .inheritIO()
                .start();
        try {
            if (!unpacking.waitFor(2, TimeUnit.MINUTES) || unpacking.exitValue() != 0) {
                throw new IOException(jar + " could not be unpacked");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Starts a jar as it was packaged. */
    static List<String> packaged(Path jar, List<String> options) {
        return command(options, List.of(), jar);
    }

    /** Starts a jar with what was learned before, or, where that has still to be, to write it down when it stops. */
    static synchronized List<String> learning(Path jar, List<String> options) {
        return ready && !Files.exists(LEARNED)
                ? command(options, List.of("-XX:AOTCacheOutput=" + LEARNED), unpacked(jar))
                : quick(jar, options);
    }

    /** Starts a jar with what was learned before, if it was. */
    static synchronized List<String> quick(Path jar, List<String> options) {
        return ready && Files.exists(LEARNED)
                ? command(options, List.of("-XX:AOTCache=" + LEARNED), unpacked(jar))
                : packaged(jar, options);
    }

    private static Path unpacked(Path jar) {
        return UNPACKED.resolve(jar.getFileName());
    }

    private static List<String> command(List<String> options, List<String> more, Path jar) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(more);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
