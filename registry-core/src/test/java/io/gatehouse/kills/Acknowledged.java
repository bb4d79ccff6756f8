package io.gatehouse.kills;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * One line for each thing that a client was told to be done, written after the call returned, and one for each call that begins or ends.
 * Lines are shorter than what a pipe takes at once, so that a kill leaves whole lines and perhaps the beginning of one.
 */
final class Acknowledged {
    private static final String READY = "ready";
    private static final String END = "\t.";

    private final PrintStream out;

    Acknowledged(PrintStream out) {
        this.out = out;
    }

    /** What was done. */
    enum Kind {
        /** Run and key of twenty steps in one batch. */
        METRICS,
        /** Model and version number. */
        VERSION,
        /** Number of the request. */
        REQUEST,
        /** Number of the request, user name, choice, and the state that it led to. */
        VOTE,
        /** Number of the rollback. */
        ROLLBACK,
        /** Number of the request and the words. */
        COMMENT,
        /** Folder, name and SHA-256. */
        FILE,
        /** A client was told that nothing was done, since somebody else held what it wanted for too long: a house was halted meanwhile. */
        GAVE_UP,
        /** A client met something that nobody should meet. */
        FAULT,
        /** Name of the client, and what it is about to do. */
        BEGINS,
        /** Name of the client, whatever came of it. */
        ENDS
    }

    record Line(Kind kind, List<String> words) {}

    /** From here on the house works. */
    void ready() {
        print(READY);
    }

    void done(Kind kind, Object... words) {
        StringBuilder line = new StringBuilder(kind.name());
        for (Object word : words) {
            line.append('\t').append(String.valueOf(word).replaceAll("\\s+", " "));
        }
        print(line.toString());
    }

    private synchronized void print(String line) {
        out.print(line + END + "\n");
        out.flush();
    }

    static boolean isReady(String line) {
        return line.equals(READY + END);
    }

    /** Empty for a line that was broken off, or that something else wrote. */
    static Optional<Line> read(String line) {
        if (!line.endsWith(END) || line.indexOf('\t') == line.lastIndexOf('\t')) {
            return Optional.empty();
        }
        List<String> words =
                List.of(line.substring(0, line.length() - END.length()).split("\t"));
        return Optional.of(new Line(Kind.valueOf(words.getFirst()), words.subList(1, words.size())));
    }
}
