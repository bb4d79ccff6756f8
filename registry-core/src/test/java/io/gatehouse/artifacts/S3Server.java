package io.gatehouse.artifacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** S3Mock in a process of its own, since it is a Spring application of another make. One for all tests of a run; it ends with them. */
public final class S3Server {
    public static final String BUCKET = "artifacts";

    private static final Path JAR = Path.of("target", "s3mock", "s3mock.jar");
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
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            JAR.toString(),
                            "--server.port=0",
                            "--com.adobe.testing.s3mock.http-port=" + port,
                            "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "s3mock", "s3mock.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Awaitility.await("S3Mock").atMost(Duration.ofMinutes(3)).until(() -> listens(port));
            return new S3Server(port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
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
