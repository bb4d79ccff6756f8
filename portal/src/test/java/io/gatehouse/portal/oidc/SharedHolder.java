package io.gatehouse.portal.oidc;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Whichever holder of who is signed in the process has at the moment: parts of the provider ask the static one, which a portal in the same
 * process replaces when it starts.
 */
final class SharedHolder implements SecurityContextHolderStrategy {
    @Override
    public void clearContext() {
        SecurityContextHolder.clearContext();
    }

    @Override
    public SecurityContext getContext() {
        return SecurityContextHolder.getContext();
    }

    @Override
    public void setContext(SecurityContext context) {
        SecurityContextHolder.setContext(context);
    }

    @Override
    public SecurityContext createEmptyContext() {
        return SecurityContextHolder.createEmptyContext();
    }
}
