package io.gatehouse.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** XML on its way out, in UTF-8, gathered into large pieces. Nothing is kept once it has left. */
final class XmlBytes {
    private static final int PIECE = 1 << 16;
    /** More than one piece of markup or one number takes. */
    private static final int SHORT = 64;
    /** Bytes that a character of a text takes at most: the entity of an ampersand or of a carriage return. */
    private static final int CHARACTER = 5;

    private final OutputStream out;
    private final byte[] piece = new byte[PIECE];
    private int used;
    private long left;

    XmlBytes(OutputStream out) {
        this.out = out;
    }

    /** Bytes written so far. */
    long size() {
        return left + used;
    }

    /** Markup of ours: ASCII without anything to escape, at most 64 characters. */
    @SuppressWarnings("deprecation") // The one copy of Latin letters into bytes that takes no detour over a charset.
    XmlBytes markup(String ascii) throws IOException {
        room(SHORT);
        int length = ascii.length();
        ascii.getBytes(0, length, piece, used);
        used += length;
        return this;
    }

    XmlBytes whole(long number) throws IOException {
        return markup(Long.toString(number));
    }

    /** As short as it can be written without loss. */
    XmlBytes number(double value) throws IOException {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? whole((long) value)
                : markup(Double.toString(value));
    }

    XmlBytes bytes(byte[] written, int from, int to) throws IOException {
        flush();
        out.write(written, from, to - from);
        left += to - from;
        return this;
    }

    /** Text between tags. */
    XmlBytes text(String text) throws IOException {
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + PIECE / CHARACTER);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            room((to - from) * CHARACTER);
            if (!ascii(text, from, to)) {
                byte[] encoded = escaped(text.substring(from, to)).getBytes(StandardCharsets.UTF_8);
                room(encoded.length);
                System.arraycopy(encoded, 0, piece, used, encoded.length);
                used += encoded.length;
            }
            from = to;
        }
        return this;
    }

    /** Copies what needs no escaping, which is nearly everything. @return false if it met something else; then nothing is copied */
    private boolean ascii(String text, int from, int to) {
        int at = used;
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (character < ' ' || character > '~' || character == '&' || character == '<' || character == '>') {
                return false;
            }
            piece[at++] = (byte) character;
        }
        used = at;
        return true;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }

    private void room(int needed) throws IOException {
        if (used + needed > PIECE) {
            flush();
        }
    }

    /** Hands on what is gathered; whether it leaves the machine is for the stream behind to say. */
    void flush() throws IOException {
        out.write(piece, 0, used);
        left += used;
        used = 0;
    }
}
