package io.gatehouse.portal.mlflow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a file a request is for, as RFC 9110 (§14) has it: a range that is no range of bytes, makes no sense or is one of several
 * is left aside, and the file comes whole.
 */
sealed interface ByteRange {
    /** All of it. */
    record Whole() implements ByteRange {}

    /**
     * @param from number of the first byte, from 0
     * @param length how many
     */
    record Part(long from, long length) implements ByteRange {}

    /** The range begins behind the end. */
    record Unsatisfiable() implements ByteRange {}

    Pattern ONE = Pattern.compile("(?i:bytes)=\\s*(?:(\\d{1,18})-(\\d{0,18})|-(\\d{1,18}))\\s*");

    /** @param header as it came; absent if none did @param size bytes of the file */
    static ByteRange of(@Nullable String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header);
        if (!range.matches()) {
            return new Whole();
        }
        return range.group(3) == null
                ? from(Long.parseLong(range.group(1)), range.group(2), size)
                : last(Long.parseLong(range.group(3)), size);
    }

    private static ByteRange from(long first, String end, long size) {
        long last = end.isEmpty() ? Long.MAX_VALUE : Long.parseLong(end);
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new Unsatisfiable() : new Part(first, Math.min(last, size - 1) - first + 1);
    }

    /** The last bytes of a file. Of an empty one there are none to number, so that it comes whole. */
    private static ByteRange last(long count, long size) {
        if (count == 0) {
            return new Unsatisfiable();
        }
        return size == 0 ? new Whole() : new Part(Math.max(0, size - count), Math.min(count, size));
    }
}
