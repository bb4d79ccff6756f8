package io.gatehouse.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One line of an export: <code>{"event":…,"hash":"…","prev_hash":"…"}</code>, in RFC 8785's form as a whole. What was hashed stands in it
 * byte for byte, between a beginning and an end of fixed length.
 *
 * @param seq as the event says
 * @param event the bytes of the event that were hashed
 * @param hash 64 lower-case hex digits
 * @param previousHash likewise, of the event before
 */
record AuditLine(long seq, byte[] event, String hash, String previousHash) {
    private static final byte[] BEGINNING = "{\"event\":".getBytes(StandardCharsets.US_ASCII);
    private static final String HASH = ",\"hash\":\"";
    private static final String PREVIOUS = "\",\"prev_hash\":\"";
    private static final String END = "\"}";
    private static final int DIGITS = 64;
    private static final int TAIL = HASH.length() + DIGITS + PREVIOUS.length() + DIGITS + END.length();
    private static final JsonFactory JSON = new JsonFactory();

    /** Without the line feed. */
    static String of(AuditEvent event) {
        return "{\"event\":" + event.canonical() + HASH + event.hash() + PREVIOUS + event.previousHash() + END;
    }

    /** Empty if the bytes are no such line. */
    static Optional<AuditLine> read(byte[] line) {
        int eventEnd = line.length - TAIL;
        if (eventEnd <= BEGINNING.length || !Arrays.equals(line, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length)) {
            return Optional.empty();
        }
        String tail = new String(line, eventEnd, TAIL, StandardCharsets.ISO_8859_1);
        int previous = HASH.length() + DIGITS;
        String hash = tail.substring(HASH.length(), previous);
        String previousHash = tail.substring(previous + PREVIOUS.length(), TAIL - END.length());
        if (!tail.equals(HASH + hash + PREVIOUS + previousHash + END) || !hex(hash) || !hex(previousHash)) {
            return Optional.empty();
        }
        byte[] event = Arrays.copyOfRange(line, BEGINNING.length, eventEnd);
        return seq(event).map(seq -> new AuditLine(seq, event, hash, previousHash));
    }

    /** Whether the hash is that of the event and the hash before it. */
    boolean holds() {
        return AuditTrail.sha256(previousHash, event).equals(hash);
    }

    private static boolean hex(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    /** The number that an event says it has; empty for what is not one JSON object with one. */
    private static Optional<Long> seq(byte[] event) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), event)) {
            Optional<Long> seq = Optional.empty();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return seq;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean named = json.currentName().equals("seq");
                if (json.nextToken() == JsonToken.VALUE_NUMBER_INT && named) {
                    seq = Optional.of(json.getLongValue());
                }
                json.skipChildren();
            }
            return json.nextToken() == null ? seq : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
