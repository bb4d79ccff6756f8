package io.gatehouse.portal.garbage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks another Java machine how much it holds after everything was collected that could be. */
final class Heap {
    private Heap() {}

    /** Bytes of live objects in the process, which is made to collect first. */
    static long live(long process) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process told = new ProcessBuilder(jcmd, String.valueOf(process), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String text = new String(told.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String total = text.lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IOException(text));
        return Long.parseLong(total.strip().split("\\s+")[2]);
    }
}
