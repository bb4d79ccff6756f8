package io.gatehouse.scoring.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a worker is started: a Java machine of this one's kind, small, with an empty environment and limits of the system's own. */
final class WorkerCommand {

    /**
     * $1 is the most memory that may be written to, in KB, where the system knows such a limit; it leaves address space that is only
     * reserved alone, which Java needs much of. When the machine runs out of memory, the kernel takes a worker before the portal.
     * Answers go to descriptor 3, and what is printed to the standard error.
     */
    private static final String SCRIPT = """
            ulimit -c 0
            ulimit -d "$1" 2>/dev/null
            { echo 1000 > /proc/self/oom_score_adj; } 2>/dev/null
            shift
            exec "$@" 3>&1 1>&2
            """;

    /** Only what finding libraries and reading file names in any script takes; credentials stay with the portal. */
    private static final List<String> ENVIRONMENT =
            List.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH");

    /** Memory that is asked for but never touched, on top of what a worker may hold. */
    private static final int UNTOUCHED = 512;

    private final String classPath;
    private final WorkerLimits limits;

    WorkerCommand(String classPath, WorkerLimits limits) {
        this.classPath = classPath;
        this.limits = limits;
    }

    Process start(Path folder) throws IOException {
        ProcessBuilder process = new ProcessBuilder(words(folder)).directory(folder.toFile());
        Map<String, String> environment = process.environment();
        environment.keySet().retainAll(ENVIRONMENT);
        environment.put("OMP_NUM_THREADS", Integer.toString(limits.reading().threads()));
        environment.put("MALLOC_ARENA_MAX", "2");
        return process.start();
    }

    private List<String> words(Path folder) {
        List<String> words = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                SCRIPT,
                "gatehouse-worker",
                Long.toString((limits.memoryMegabytes() + UNTOUCHED) * 1024L),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.heapMegabytes() + "m",
                "-Xms16m",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-Xshare:auto"));
        words.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-cp",
                classPath,
                WorkerMain.class.getName()));
        return words;
    }
}
