package io.gatehouse.house;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names as parts of addresses. */
public final class UrlSegment {
    private UrlSegment() {}

    /** @param text that may hold anything, slashes included @return it in percent-encoding (RFC 3986), with {@code %20} for a blank */
    public static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
