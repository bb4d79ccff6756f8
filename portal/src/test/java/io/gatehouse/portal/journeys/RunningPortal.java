package io.gatehouse.portal.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The packaged portal as a process of its own, on a free port, with a data folder of its own. */
public final class RunningPortal implements AutoCloseable {
    private static final Path JAR = Path.of(System.getProperty("gatehouse.jar", "target/gatehouse.jar"));
    private static final Pattern READY = Pattern.compile("Gatehouse is ready at (http://\\S+)");

    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xmx1g",
            // Nobody stays long enough to see code that was compiled well, which costs half of a start.
            "-XX:TieredStopAtLevel=" + System.getProperty("gatehouse.compiler-tier", "1"),
            "--enable-native-access=ALL-UNNAMED");

    private static final List<String> DEMO =
            List.of("--gatehouse.demo.enabled=true", "--gatehouse.demo.anonymous-user=dana");

    private static @Nullable RunningPortal lookedAt;

    private final Process process;
    private final Path data;
    private final String address;

    private RunningPortal(Process process, Path data, String address) {
        this.process = process;
        this.data = data;
        this.address = address;
    }

    /** Starts it with the demo, whose story was told before, and waits until it is ready. */
    public static RunningPortal withDemo(Path data) {
        return withDemo(data, Map.of());
    }

    /** The one at which the tests of this process look without changing it; it stops with the process, and leaves nothing. */
    static synchronized RunningPortal forOnlookers() {
        RunningPortal running = lookedAt;
        if (running == null) {
            Path folder = temporaryFolder();
            RunningPortal begun = withDemo(folder.resolve("portal"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                begun.close();
                FileSystemUtils.deleteRecursively(folder.toFile());
            }));
            lookedAt = begun;
            return begun;
        }
        return running;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("looked-at");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param environment further settings, as {@code ./run --help} names them */
    static RunningPortal withDemo(Path data, Map<String, String> environment, String... settings) {
        ToldDemo.copyTo(data, JAR, RunningPortal::tell);
        return tellingDemo(data, environment, settings);
    }

    private static void tell(Path data) {
        start(QuickStart.learning(JAR, OPTIONS), data, Map.of(), DEMO.toArray(String[]::new))
                .close();
    }

    /** Starts it with the demo, whose story it tells unless its folder has it, and waits until it is ready. */
    static RunningPortal tellingDemo(Path data, Map<String, String> environment, String... settings) {
        List<String> all = new ArrayList<>(DEMO);
        all.addAll(List.of(settings));
        return start(QuickStart.quick(JAR, OPTIONS), data, environment, all.toArray(String[]::new));
    }

    /** The demo's people without its history, which is there at once; started as it was packaged. */
    static RunningPortal withPeopleOnly(Path data) {
        return start(
                QuickStart.packaged(JAR, OPTIONS),
                data,
                Map.of(),
                "--gatehouse.demo.enabled=true",
                "--gatehouse.demo.recording=");
    }

    /** What starts the portal on a folder. */
    static List<String> command(Path data, String... settings) {
        return on(QuickStart.quick(JAR, OPTIONS), data, settings);
    }

    private static List<String> on(List<String> java, Path data, String... settings) {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("--server.port=0", "--gatehouse.data=" + data));
        command.addAll(List.of(settings));
        return command;
    }

    /** What runs the program with these words, as {@code ./gatehouse} does. */
    static List<String> program(String... words) {
        List<String> command = QuickStart.quick(JAR, OPTIONS);
        command.addAll(List.of(words));
        return command;
    }

    private static RunningPortal start(
            List<String> java, Path data, Map<String, String> environment, String... settings) {
        try {
            ProcessBuilder builder = new ProcessBuilder(on(java, data, settings)).redirectErrorStream(true);
            // Its people have seen the tour, unless a test is about it.
            builder.environment().put("GATEHOUSE_TOUR_ATFIRSTSIGNIN", "false");
            builder.environment().putAll(environment);
            Process process = builder.start();
            return new RunningPortal(process, data, address(process));
        } catch (IOException failure) {
            throw new UncheckedIOException("The portal did not start", failure);
        }
    }

    private static String address(Process process) {
        CompletableFuture<String> ready = new CompletableFuture<>();
        List<String> said = new ArrayList<>();
        Thread.ofPlatform().daemon().name("portal-output").start(() -> {
            try (BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    said.add(line);
                    Matcher match = READY.matcher(line);
                    if (match.find()) {
                        ready.complete(match.group(1));
                    }
                }
                ready.completeExceptionally(new IllegalStateException(
                        "The portal stopped before it was ready:\n" + String.join("\n", said)));
            } catch (IOException failure) {
                ready.completeExceptionally(failure);
            }
        });
        try {
            return ready.get(180, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            process.destroyForcibly();
            throw new IllegalStateException("The portal is not ready", failure);
        }
    }

    /** Such as {@code http://localhost:41234}. */
    public String address() {
        return address;
    }

    /** The password of a demo account. */
    public String password(String username) {
        try {
            Map<String, String> passwords = Files.readAllLines(data.resolve("demo-accounts.txt")).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .collect(Collectors.toMap(words -> words[0], words -> words[1]));
            return Objects.requireNonNull(passwords.get(username), username);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        // Through its handle, which leaves its output open: it has something to say to the end.
        process.toHandle().destroy();
        try {
            // The first one writes down what it learned.
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
