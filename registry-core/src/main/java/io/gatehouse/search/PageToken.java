package io.gatehouse.search;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ended, opaque to clients: the values that its last row was sorted by, and a fingerprint of the question. At most
 * {@value #LONGEST} characters, which are safe in addresses; below 3,000 where the order has no more than one long text.
 */
public final class PageToken {
    /** A hundred keys of the longest text that is always carried, what may be carried besides, and four characters for three bytes. */
    static final int LONGEST = 16_384;

    private static final String FROM_THE_START = "leave page_token out to start at the first page";

    private PageToken() {}

    /** The token of the page that begins after a place. */
    public static String after(Place place, Question question) {
        byte[] bytes = PlaceBytes.written(place, question.fingerprint());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The place that a client's token stands for; empty without a token.
     *
     * @throws InvalidSearchException if it is not a token of ours, or one of another question
     */
    public static Optional<Place> place(Optional<String> token, Question question) {
        if (token.isEmpty() || token.get().isEmpty()) {
            return Optional.empty();
        }
        PlaceBytes.Read read = PlaceBytes.read(bytes(token.get())).orElseThrow(PageToken::damaged);
        if (!Arrays.equals(read.fingerprint(), question.fingerprint())) {
            throw new InvalidSearchException(
                    "Invalid page token: page_token belongs to another search. Ask with the filter, order_by and scope of the page that it"
                            + " came with, or " + FROM_THE_START);
        }
        return Optional.of(read.place());
    }

    /** For a token whose values are none of the order's. */
    public static InvalidSearchException damaged() {
        return new InvalidSearchException(
                "Invalid page token: page_token is damaged. Hand it back as it came, or " + FROM_THE_START);
    }

    /** For a token with a text that can no longer be looked up. */
    static InvalidSearchException overtaken() {
        return new InvalidSearchException(
                "Invalid page token: the long text that the page of this page_token ended with has changed since. To go on, "
                        + FROM_THE_START);
    }

    private static byte[] bytes(String token) {
        if (token.length() > LONGEST) {
            throw damaged();
        }
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notOurs) {
            throw damaged();
        }
    }
}
