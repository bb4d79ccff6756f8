package io.gatehouse.portal.mlflow;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address under which people reach this portal: the configured one, or else the one that the client itself used. */
@Component
class PublicUrl {
    private final String configured;

    PublicUrl(@Value("${gatehouse.public-url:}") String configured) {
        this.configured = configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
    }

    /** @param path from the root, such as {@code /promotions/PR-42} */
    String of(HttpServletRequest request, String path) {
        return configured.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + path
                : configured + path;
    }
}
