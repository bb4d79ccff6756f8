package io.gatehouse.portal.ui.signin;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import io.gatehouse.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The door for people, behind the one for programs. */
@Configuration(proxyBeanMethods = false)
class ScreenSecurity {
    /**
     * Vaadin's bootstrap page runs inline scripts and evaluates what the server sends, so both stay allowed; everything else comes from
     * this server alone.
     */
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws: wss:;"
            + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** What a person asks for by an address, as against what a page asks for by itself. */
    private static final RequestMatcher BROWSER_PAGES =
            request -> "GET".equals(request.getMethod()) && !HandlerHelper.isFrameworkInternalRequest("/*", request);

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain screenDoor(
            HttpSecurity http,
            EndedSessions endedSessions,
            VaadinDefaultRequestCache wayBack,
            People people,
            OtherWays otherWays) {
        wayBack.setDelegateRequestCache(unmarked());
        otherWays.all().forEach(way -> way.open(http));
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/gatehouse/**", "/aura/**", "/favicon.ico")
                                .permitAll())
                // Before what signed in is looked up in the session.
                .addFilterBefore(new OverSessions(people), SecurityContextHolderFilter.class)
                .headers(ScreenSecurity::headers)
                .exceptionHandling(
                        handling -> handling.defaultAuthenticationEntryPointFor(endedSessions, BROWSER_PAGES))
                .with(
                        vaadin(),
                        screens -> screens.loginView(LoginView.class, "/login?out")
                                // Addresses that no screen has are answered by one, too.
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .build();
    }

    /** Remembers where somebody was going, without the mark that it would leave on the address, which people copy. */
    @SuppressWarnings("NullAway") // The setter takes null for “no mark”; only its annotation is missing.
    private static RequestCache unmarked() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
                    // Vaadin commits its pages before the filter gets to write on the way back, and they would go out
                    // without headers.
                    @Override
                    public <O extends HeaderWriterFilter> O postProcess(O filter) {
                        filter.setShouldWriteHeadersEagerly(true);
                        return filter;
                    }
                });
    }
}
