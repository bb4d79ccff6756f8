package io.gatehouse.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives a verifier the lines of a file, one at a time, however many there are. */
public final class ChainReader {
    /** No event is longer; a longer line is cut there, which changes it. */
    static final int LONGEST_LINE = 4 << 20;

    private static final int BUFFER = 1 << 16;

    private ChainReader() {}

    /** Reads to the end. Lines may end with a carriage return too, as after a transfer as text. */
    public static ChainVerdict verify(InputStream file, ChainVerifier verifier) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
            int from = 0;
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    keep(line, buffer, from, i);
                    verifier.add(withoutReturn(line.toByteArray()));
                    line.reset();
                    from = i + 1;
                }
            }
            keep(line, buffer, from, read);
        }
        boolean brokenOff = line.size() > 0;
        if (brokenOff) {
            verifier.add(withoutReturn(line.toByteArray()));
        }
        return verifier.verdict(brokenOff);
    }

    private static void keep(ByteArrayOutputStream line, byte[] buffer, int from, int to) {
        int room = LONGEST_LINE - line.size();
        line.write(buffer, from, Math.min(to - from, room));
    }

    private static byte[] withoutReturn(byte[] line) {
        boolean returns = line.length > 0 && line[line.length - 1] == '\r';
        return returns ? java.util.Arrays.copyOf(line, line.length - 1) : line;
    }
}
