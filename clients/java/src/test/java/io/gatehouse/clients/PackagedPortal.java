package io.gatehouse.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A portal to talk to: the one whose address {@code gatehouse.address} names, else the packaged one, started on a folder and port of its own. */
final class PackagedPortal implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Gatehouse is ready at (http://\\S+)");

    private final @Nullable Process process;
    private final String address;

    private PackagedPortal(@Nullable Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Where nobody signs in, callers are the data scientist of the demo. */
    static PackagedPortal running() {
        String address = System.getProperty("gatehouse.address", "");
        return address.isEmpty() ? started() : new PackagedPortal(null, address);
    }

    private static PackagedPortal started() {
        Path jar = Path.of(System.getProperty("gatehouse.jar", "portal/target/gatehouse.jar"));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("There is no " + jar.normalize() + " to try; ./run --build makes it.");
        }
        try {
            Path data = Files.createTempDirectory(
                    Files.createDirectories(Path.of(System.getProperty("gatehouse.data", "target/data"))), "portal");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-jar",
                            jar.toString(),
                            "--server.port=0",
                            "--gatehouse.data=" + data,
                            "--gatehouse.demo.enabled=true",
                            "--gatehouse.demo.anonymous-user=dana",
                            "--gatehouse.demo.recording=")
                    .redirectErrorStream(true)
                    .start();
            return new PackagedPortal(process, whenReady(process));
        } catch (IOException failure) {
            throw new UncheckedIOException("The portal did not start", failure);
        }
    }

    private static String whenReady(Process process) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                listenOn(output);
                return ready.group(1);
            }
        }
        throw new IllegalStateException("The portal stopped before it was ready:\n" + String.join("\n", said));
    }

    /** A process whose output nobody reads stands still some day. */
    private static void listenOn(BufferedReader output) {
        Thread.ofPlatform()
                .daemon()
                .name("portal-output")
                .start(() -> output.lines().forEach(line -> {}));
    }

    /** Such as {@code http://localhost:41234}. */
    String address() {
        return address;
    }

    @Override
    public void close() {
        if (process != null) {
            // By its handle, which leaves its output open to whoever listens until it has ended.
            process.toHandle().destroy();
        }
    }
}
