package io.gatehouse.artifacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** S3Mock in a process of its own, since it is a Spring application of another make. One for all tests of a run; it ends with them. */
public final class S3Server {
    public static final String BUCKET = "artifacts";

    private static final Path JAR = Path.of("target", "s3mock", "s3mock.jar");
    private static final Pattern LISTENS = Pattern.compile("Tomcat started on .*\\b(\\d+) \\(http\\)");

    private static @Nullable S3Server running;

    private final int port;

    private S3Server(int port) {
        this.port = port;
    }

    /** Starts it if nobody has. */
    public static synchronized S3Server running() {
        S3Server server = running == null ? start() : running;
        running = server;
        return server;
    }

    private static S3Server start() {
        try {
            // Of this process alone: other processes of the same run have theirs.
            Path log = JAR.resolveSibling("s3mock-" + ProcessHandle.current().pid() + ".log");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            JAR.toString(),
                            "--server.port=0",
                            "--com.adobe.testing.s3mock.http-port=0",
                            "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            // It takes a free port itself: one that was looked for before might be another's by the time it listens.
            int port = Awaitility.await("S3Mock")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> port(log), OptionalInt::isPresent)
                    .getAsInt();
            return new S3Server(port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static OptionalInt port(Path log) throws IOException {
        Matcher said = LISTENS.matcher(Files.readString(log));
        return said.find() ? OptionalInt.of(Integer.parseInt(said.group(1))) : OptionalInt.empty();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** What a house needs to keep its files there. */
    public Map<String, String> settings(String prefix) {
        return Map.of(
                "gatehouse.artifacts.s3.bucket",
                BUCKET,
                "gatehouse.artifacts.s3.endpoint",
                endpoint(),
                "gatehouse.artifacts.s3.prefix",
                prefix,
                "gatehouse.artifacts.s3.access-key",
                "key",
                "gatehouse.artifacts.s3.secret-key",
                "secret");
    }
}
