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

    private QuickStart() {}

    static boolean possible() {
        return Runtime.version().feature() >= FIRST_VERSION_THAT_LEARNS;
    }

    /** Whether nothing was unpacked yet where that would help. */
    static boolean isToUnpack() {
        return possible() && !Files.exists(UNPACKED);
    }

    /** Unpacks a jar anew; what was learned of another is forgotten. */
    static void unpack(Path jar) throws IOException {
        FileSystemUtils.deleteRecursively(UNPACKED);
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

    /** Starts what was unpacked of a jar, and writes down what is to be learned from it when it stops. */
    static List<String> learning(Path jar, List<String> options) {
        return command(options, List.of("-XX:AOTCacheOutput=" + LEARNED), unpacked(jar));
    }

    /** Starts a jar with what was learned before, if it was. */
    static List<String> quick(Path jar, List<String> options) {
        return Files.exists(LEARNED)
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
