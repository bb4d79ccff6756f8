package io.gatehouse.portal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/** Caps the bodies of our own API, which would be read into memory whole. Files have limits of their own, as has MLflow's wire. */
final class BodyLimit extends OncePerRequestFilter {
    private static final long LARGEST = 2L * 1024 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !ApiPaths.isOurs(request)
                || type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LARGEST) {
            DoorRefusals.tooLarge(response, LARGEST);
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new Capped(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A request that did not say how long it is. */
    private static final class Capped extends HttpServletRequestWrapper {
        private Capped(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CappedStream(super.getInputStream());
        }
    }

    private static final class CappedStream extends ServletInputStream {
        private final ServletInputStream body;
        private long received;

        private CappedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            if (read >= 0 && ++received > LARGEST) {
                throw new IOException("The body has more than " + LARGEST + " bytes");
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
