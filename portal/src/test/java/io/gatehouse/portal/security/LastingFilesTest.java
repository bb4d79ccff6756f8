package io.gatehouse.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LastingFilesTest {
    private static final String SCRIPT = "/VAADIN/build/indexhtml-DqylPsoD.js";

    @Test
    void whatIsNamedByItsContentIsKeptForGood() throws Exception {
        assertThat(answer(SCRIPT, 200)).isEqualTo(LastingFiles.FOR_GOOD);
        assertThat(answer(SCRIPT, 304)).isEqualTo(LastingFiles.FOR_GOOD);
    }

    @Test
    void whatIsNotThereMayBeTomorrow() throws Exception {
        assertThat(answer(SCRIPT, 404)).isEqualTo("no-store");
        assertThat(answer(SCRIPT, 302)).isEqualTo("no-store");
    }

    @Test
    void everythingElseIsAsOthersSay() throws Exception {
        assertThat(answer("/gatehouse/portal.css", 200)).isEqualTo("no-cache");
        assertThat(answer("/models", 200)).isEqualTo("no-cache");
    }

    /** What is said of a file of which others say that it is to be asked for each time. */
    private static @Nullable String answer(String path, int status) throws Exception {
        MockHttpServletResponse answered = new MockHttpServletResponse();
        FilterChain others = (request, response) -> {
            HttpServletResponse http = (HttpServletResponse) response;
            http.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            if (status == 302) {
                http.sendRedirect("/login");
            } else if (status >= 400) {
                http.sendError(status);
            } else {
                http.setStatus(status);
            }
        };
        new LastingFiles().doFilter(new MockHttpServletRequest("GET", path), answered, others);
        return answered.getHeader(HttpHeaders.CACHE_CONTROL);
    }
}
