package io.gatehouse.portal.security;

import io.gatehouse.portal.mlflow.MlflowError;
import io.gatehouse.tokens.AccessTokens;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The door for programs: stateless, first in line; the screens have their own after it. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity implements WebMvcConfigurer {
    private final SecurityContextHolderStrategy contexts;

    /** Security keeps who signed in where this bean says; the static holder may belong to another application of the same process. */
    ApiSecurity(ObjectProvider<SecurityContextHolderStrategy> contexts) {
        this.contexts = contexts.getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentActor(contexts));
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiDoor(
            HttpSecurity http,
            AccessTokens tokens,
            BasicCredentials basic,
            AnonymousPerson anonymous,
            DoorRecord record,
            Challenge challenge) {
        return http.securityMatcher(ApiPaths.PATTERNS)
                // No cookie signs anybody in here, and JSON bodies must say that they are JSON, which no foreign form
                // can.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(DoorRefusals.CONTENT_SECURITY_POLICY)))
                .addFilterAfter(new BodyLimit(), AuthorizationFilter.class)
                .addFilterBefore(
                        new CredentialsFilter(tokens, basic, anonymous, record, challenge, contexts),
                        AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/health", "/version")
                        .permitAll()
                        // Whoever sends a part of a file shows the secret of that upload instead.
                        .requestMatchers(HttpMethod.PUT, "/api/2.0/mlflow-artifacts/mpu/part/*/*")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, cause) -> challenge.missing(request, response))
                        .accessDeniedHandler((request, response, cause) -> DoorRefusals.refuse(
                                request.getRequestURI(),
                                response,
                                MlflowError.PERMISSION_DENIED,
                                "This is not permitted.")))
                .build();
    }

    /** Odd addresses ({@code //}, {@code ;}, encoded slashes and percent signs) are refused before any controller sees them. */
    @Bean
    RequestRejectedHandler oddAddresses() {
        return (request, response, rejected) -> DoorRefusals.refuse(
                request.getRequestURI(),
                response,
                MlflowError.INVALID_PARAMETER_VALUE,
                "Invalid path: the address holds characters that are not allowed.");
    }
}
