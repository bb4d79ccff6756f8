package io.gatehouse.portal.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where somebody goes on who comes back from the provider: to where they were going, but for who set out from their own account. */
final class ReturnTo {
    private static final String KEY = ReturnTo.class.getName();

    private ReturnTo() {}

    static void ownAccount(Optional<HttpServletRequest> request) {
        request.ifPresent(each -> each.setAttribute(KEY, true));
    }

    static boolean isOwnAccount(HttpServletRequest request) {
        return request.getAttribute(KEY) != null;
    }
}
