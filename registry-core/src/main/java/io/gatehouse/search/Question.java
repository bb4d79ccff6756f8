package io.gatehouse.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * What was asked for, apart from how much of it and from where on: page tokens are good for their own question alone.
 *
 * @param parts which search it is, and its scope, filter and order
 */
public record Question(List<Object> parts) {
    static final int LENGTH = 8;

    public Question {
        parts = List.copyOf(parts);
    }

    public static Question of(Object... parts) {
        return new Question(List.of(parts));
    }

    /** Guards against mix-ups, not against malice: a token grants nothing that the search would not. */
    byte[] fingerprint() {
        return Arrays.copyOf(sha256(parts.toString()), LENGTH);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
