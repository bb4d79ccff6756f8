package io.gatehouse.portal.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.portal.ui.signin.Joining;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What somebody leaves for the provider for. */
class TripsTest {
    private static final Joining BY_LINK = new Joining.ByLink("secret");

    private final HttpSession session = new MockHttpSession();
    private final Trips trips =
            new Trips(new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("oidc")
                    .clientId("id")
                    .clientSecret("secret")
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                    .scope("openid")
                    .authorizationUri("https://id.example.org/authorize")
                    .tokenUri("https://id.example.org/token")
                    .build()));

    @Test
    void theTripThatWasBegunForJoiningJoinsAndAsksWhoOneIsThere() {
        session.setAttribute(Joining.class.getName(), new Joining.Waiting("this-one", BY_LINK));

        OAuth2AuthorizationRequest trip = leave("this-one");

        assertThat(trip.getAuthorizationRequestUri()).contains("prompt=select_account");
        assertThat(Trips.joining(back(trip))).contains(BY_LINK);
    }

    @Test
    void whoeverLeavesAfterThemAtTheSameBrowserOnlySignsIn() {
        session.setAttribute(Joining.class.getName(), new Joining.Waiting("this-one", BY_LINK));

        assertThat(Trips.joining(back(leave(null)))).isEmpty();
        assertThat(Trips.joining(back(leave("another")))).isEmpty();
        assertThat(Trips.joining(back(leave("this-one")))).isEmpty();
    }

    private OAuth2AuthorizationRequest leave(@Nullable String trip) {
        MockHttpServletRequest request = request("/oauth2/authorization/oidc");
        if (trip != null) {
            request.setParameter(Joining.PARAMETER, trip);
        }
        OAuth2AuthorizationRequest made = Objects.requireNonNull(trips.resolve(request));
        trips.saveAuthorizationRequest(made, request, new MockHttpServletResponse());
        return made;
    }

    private MockHttpServletRequest back(OAuth2AuthorizationRequest trip) {
        MockHttpServletRequest request = request("/login/oauth2/code/oidc");
        request.setParameter("state", Objects.requireNonNull(trip.getState()));
        assertThat(trips.removeAuthorizationRequest(request, new MockHttpServletResponse()))
                .isNotNull();
        return request;
    }

    private MockHttpServletRequest request(String place) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", place);
        request.setServletPath(place);
        request.setSession(session);
        return request;
    }
}
