package io.gatehouse.scoring.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds in memory, as Linux tells it. Other systems do not tell; there the heap and the engine have their limits. */
final class ResidentMemory {

    private static final String RESIDENT = "VmRSS:";

    private ResidentMemory() {}

    /** In MB; 0 if the system does not say, or the process has gone. */
    static long megabytesOf(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith(RESIDENT)) {
                    String number = line.substring(RESIDENT.length()).replace("kB", "");
                    return Long.parseLong(number.strip()) >> 10;
                }
            }
            return 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
