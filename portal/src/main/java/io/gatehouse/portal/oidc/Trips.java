package io.gatehouse.portal.oidc;

import io.gatehouse.portal.ui.signin.Joining;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Remembers in the session of whoever leaves for the provider, under the state that comes back with them, what they left for. Two trips of
 * one browser are two, whatever their tabs show.
 */
final class Trips
        implements AuthorizationRequestRepository<OAuth2AuthorizationRequest>, OAuth2AuthorizationRequestResolver {
    private static final String JOINING = Joining.class.getName();

    private static final String BEGIN = OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI;

    private final RequestMatcher begins =
            PathPatternRequestMatcher.withDefaults().matcher(BEGIN + "/{provider}");
    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> kept =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final OAuth2AuthorizationRequestResolver usual;

    Trips(ClientRegistrationRepository providers) {
        this.usual = new DefaultOAuth2AuthorizationRequestResolver(providers, BEGIN);
    }

    /** What the trip is for that begins or ends with this request; empty if it is to sign in. */
    static Optional<Joining> joining(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(JOINING)).map(Joining.class::cast);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        if (!begins.matches(request)) {
            return null;
        }
        // Before the provider is asked, so that whoever cannot leave is told where they came from.
        Joining.take(request).ifPresent(joining -> request.setAttribute(JOINING, joining));
        OAuth2AuthorizationRequest trip = usual.resolve(request);
        return trip == null ? null : withPurpose(trip, joining(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
        return usual.resolve(request, provider);
    }

    /** Whoever is to be joined says there who they are: the browser may still be somebody else's. */
    private static OAuth2AuthorizationRequest withPurpose(OAuth2AuthorizationRequest trip, Optional<Joining> joining) {
        return joining.map(purpose -> OAuth2AuthorizationRequest.from(trip)
                        .attributes(attributes -> attributes.put(JOINING, purpose))
                        .additionalParameters(parameters -> parameters.put("prompt", "select_account"))
                        .build())
                .orElse(trip);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return kept.loadAuthorizationRequest(request);
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest trip, HttpServletRequest request, HttpServletResponse response) {
        kept.saveAuthorizationRequest(trip, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest trip = kept.removeAuthorizationRequest(request, response);
        if (trip != null) {
            request.setAttribute(JOINING, trip.getAttribute(JOINING));
        }
        return trip;
    }
}
