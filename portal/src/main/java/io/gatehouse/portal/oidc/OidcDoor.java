package io.gatehouse.portal.oidc;

import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.signin.Joining;
import io.gatehouse.portal.ui.signin.OtherWay;
import io.gatehouse.portal.ui.signin.TurnedAway;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.client.RestClient;

/** The way in through the provider: there with a proof key, state and nonce, back with a code, and in if this house knows who that is. */
final class OidcDoor implements OtherWay {
    private static final Logger LOG = LoggerFactory.getLogger(OidcDoor.class);

    /** Of what the provider answered: it may be a whole page. */
    private static final int LONGEST_REASON = 500;

    /** What strangers bring about at will, by coming back without having been sent, and people who think better of it. */
    private static final Set<String> USUAL = Set.of(
            "authorization_request_not_found",
            "invalid_request",
            "access_denied",
            "login_required",
            "client_registration_not_found");

    private final OidcSettings settings;
    private final Provider provider;
    private final Admissions admissions;
    private final RestClient web;
    private final RequestCache wayBack;

    OidcDoor(OidcSettings settings, Provider provider, Admissions admissions, RestClient web, RequestCache wayBack) {
        this.settings = settings;
        this.provider = provider;
        this.admissions = admissions;
        this.web = web;
        this.wayBack = wayBack;
    }

    @Override
    public String name() {
        return settings.shownName();
    }

    @Override
    public String place() {
        return "oauth2/authorization/" + Provider.ID;
    }

    @Override
    public void open(HttpSecurity http) {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(web);
        SavedRequestAwareAuthenticationSuccessHandler onward = new SavedRequestAwareAuthenticationSuccessHandler();
        onward.setRequestCache(wayBack);
        Trips trips = new Trips(provider);
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(
                        endpoint -> endpoint.authorizationRequestResolver(trips).authorizationRequestRepository(trips))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(admissions))
                .successHandler((request, response, admitted) -> goOn(onward, request, response, admitted))
                .failureHandler(this::turnAway)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        // A provider that cannot be asked is told where somebody came from, and not as an error of
                        // ours.
                        filter.setAuthenticationFailureHandler(OidcDoor.this::turnAway);
                        return filter;
                    }
                }));
    }

    private static void goOn(
            SavedRequestAwareAuthenticationSuccessHandler onward,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication admitted)
            throws IOException, ServletException {
        if (Trips.joining(request).filter(Joining.BySession.class::isInstance).isPresent()) {
            response.sendRedirect(request.getContextPath() + "/" + Places.ACCOUNT);
        } else {
            onward.onAuthenticationSuccess(request, response, admitted);
        }
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        TurnedAway.because(request.getSession(), said(why));
        response.sendRedirect(request.getContextPath() + "/" + whereFrom(request));
    }

    private Sentence said(AuthenticationException why) {
        if (why instanceof NotAdmittedException refused) {
            return refused.why();
        }
        // Without a trace, which says nothing more of what others answered.
        boolean usual = why instanceof OAuth2AuthenticationException oauth
                && USUAL.contains(oauth.getError().getErrorCode());
        LOG.atLevel(usual ? Level.INFO : Level.WARN)
                .log("Nobody could be signed in through {}: {}", settings.issuer(), reason(why));
        return Sentences.say("account.identity.failed", "provider", settings.shownName());
    }

    private static String reason(AuthenticationException why) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(why);
        String said = why.getMessage() + (root.equals(why) ? "" : ": " + root.getMessage());
        return said.length() <= LONGEST_REASON ? said : said.substring(0, LONGEST_REASON) + "…";
    }

    /** Where somebody can try again what they set out for. */
    private static String whereFrom(HttpServletRequest request) {
        return Trips.joining(request)
                .map(joining -> switch (joining) {
                    case Joining.ByLink(String secret) -> Places.SIGN_IN_LINK + "/" + secret;
                    case Joining.BySession own -> Places.ACCOUNT;
                })
                .orElse("login");
    }
}
