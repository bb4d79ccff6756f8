package io.gatehouse.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where the next page starts, opaque to clients and good for the query that it came from alone.
 *
 * @param offset results before the page, at least 1
 * @param query what the token belongs to: filter, order and whatever else chose the results
 */
public record PageToken(long offset, String query) {
    private static final long FARTHEST = 1L << 40;

    public String encoded() {
        String text = offset + "." + fingerprint(query);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The offset that a client's token stands for; 0 without one.
     *
     * @throws InvalidSearchException if it is not a token, or one of another query
     */
    public static long offset(Optional<String> token, String query) {
        if (token.isEmpty() || token.get().isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token.get()), StandardCharsets.UTF_8);
            String[] parts = text.split("\\.", 2);
            long offset = Long.parseLong(parts[0]);
            if (parts.length == 2 && parts[1].equals(fingerprint(query)) && offset > 0 && offset < FARTHEST) {
                return offset;
            }
        } catch (IllegalArgumentException notOurs) {
            throw invalid();
        }
        throw invalid();
    }

    private static InvalidSearchException invalid() {
        return new InvalidSearchException("Invalid page token: it is damaged, or belongs to another search");
    }

    private static String fingerprint(String query) {
        // Guards against mix-ups, not against malice: a token grants nothing that the search would not.
        return Integer.toHexString(query.hashCode());
    }
}
