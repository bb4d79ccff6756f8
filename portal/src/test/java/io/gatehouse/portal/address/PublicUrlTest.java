package io.gatehouse.portal.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PublicUrlTest {
    private final MockServletContext context = new MockServletContext();

    @Test
    void filesNameTheAddressThatPeopleReachThePortalUnderWhicheverTheRequestUsed() {
        new ConfiguredPublicUrl("https://gatehouse.example.org/models/ ").onStartup(context);

        assertThat(PublicUrl.of(request())).hasToString("https://gatehouse.example.org/models");
    }

    @Test
    void whereNobodyNamedItTheyNameTheOneOfTheRequest() {
        new ConfiguredPublicUrl("").onStartup(context);

        assertThat(PublicUrl.of(request())).hasToString("http://inside:8081");
    }

    @Test
    void linksInAnswersLeadThereToo() {
        new ConfiguredPublicUrl("https://gatehouse.example.org").onStartup(context);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request()));

        assertThat(PublicUrl.link("promotions/PR-42")).hasToString("https://gatehouse.example.org/promotions/PR-42");
    }

    @Test
    void withoutARequestTheyStartAtTheRoot() {
        assertThat(PublicUrl.link("promotions/PR-42")).hasToString("/promotions/PR-42");
    }

    @AfterEach
    void forgetTheRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest(context);
        request.setServerName("inside");
        request.setServerPort(8081);
        return request;
    }
}
