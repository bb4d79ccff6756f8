package io.gatehouse.portal.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;

class AskerTest {
    private final MockServletContext context = new MockServletContext();

    @Test
    void filesNameTheAddressThatPeopleReachThePortalUnderWhicheverTheRequestUsed() {
        new PublicAddressOfPortal("https://gatehouse.example.org/models/ ").onStartup(context);

        assertThat(Asker.portal(request())).hasToString("https://gatehouse.example.org/models");
    }

    @Test
    void whereNobodyNamedItTheyNameTheOneOfTheRequest() {
        new PublicAddressOfPortal("").onStartup(context);

        assertThat(Asker.portal(request())).hasToString("http://inside:8081");
    }

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest(context);
        request.setServerName("inside");
        request.setServerPort(8081);
        return request;
    }
}
