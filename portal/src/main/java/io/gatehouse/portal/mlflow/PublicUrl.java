package io.gatehouse.portal.mlflow;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address under which people reach this portal: the configured one, or else the one that the client itself used. */
@Component
class PublicUrl {
    private final String configured;

    PublicUrl(@Value("${gatehouse.public-url:}") String configured) {
        this.configured = configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
    }

    /** @param path from the root, such as {@code /promotions/PR-42}; all that can be said where there is no request, in a replay */
    String of(String path) {
        if (!configured.isEmpty()) {
            return configured + path;
        }
        return RequestContextHolder.getRequestAttributes() == null
                ? path
                : ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + path;
    }
}
