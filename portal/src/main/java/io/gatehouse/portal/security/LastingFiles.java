package io.gatehouse.portal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets browsers keep for good what has a digest of its content in its name: the scripts that screens are made of. Whoever comes back
 * fetches none of them again, nor asks whether they changed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LastingFiles extends OncePerRequestFilter {
    static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String NAMED_BY_CONTENT = "/VAADIN/build/";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + NAMED_BY_CONTENT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_GOOD);
        chain.doFilter(request, new Lasting(response));
    }

    /** Says so, whatever others say of it; what is not there may be tomorrow. */
    private static final class Lasting extends HttpServletResponseWrapper {
        Lasting(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void setStatus(int status) {
            doubt(status);
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            doubt(status);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            doubt(status);
            super.sendError(status, message);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            doubt(HttpServletResponse.SC_FOUND);
            super.sendRedirect(location);
        }

        private void doubt(int status) {
            if (status != HttpServletResponse.SC_OK && status != HttpServletResponse.SC_NOT_MODIFIED) {
                super.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        }
    }
}
