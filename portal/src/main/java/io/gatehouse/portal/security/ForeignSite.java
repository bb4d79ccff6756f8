package io.gatehouse.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Tells what a browser sends because another web site made it, with the credentials that it keeps for ours. */
final class ForeignSite {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private ForeignSite() {}

    /** Whether a page of another site is behind the request, as browsers say it; programs say nothing. */
    static boolean sent(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return request.getHeader("Origin") != null && !"same-origin".equals(site)
                || "cross-site".equals(site)
                || "same-site".equals(site);
    }

    /** Whether it would change something here. */
    static boolean writes(HttpServletRequest request) {
        return sent(request) && !READING.contains(request.getMethod());
    }
}
