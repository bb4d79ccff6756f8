package io.gatehouse.portal.security;

import io.gatehouse.people.Actor;
import io.gatehouse.people.Person;
import io.gatehouse.portal.mlflow.MlflowError;
import io.gatehouse.tokens.AccessTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads HTTP basic or a bearer token. Wrong credentials end here with 401; missing ones go on as nobody, or as the demo's person. */
final class CredentialsFilter extends OncePerRequestFilter {
    private final AccessTokens tokens;
    private final BasicCredentials basic;
    private final AnonymousPerson anonymous;
    private final DoorRecord record;
    private final Challenge challenge;
    private final SecurityContextHolderStrategy contexts;

    CredentialsFilter(
            AccessTokens tokens,
            BasicCredentials basic,
            AnonymousPerson anonymous,
            DoorRecord record,
            Challenge challenge,
            SecurityContextHolderStrategy contexts) {
        this.tokens = tokens;
        this.basic = basic;
        this.anonymous = anonymous;
        this.record = record;
        this.challenge = challenge;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        Optional<Person> person = header == null || header.isBlank() ? anonymous.of(request) : named(header, request);
        if (person.isPresent() && ForeignSite.writes(request)) {
            DoorRefusals.refuse(
                    request.getRequestURI(),
                    response,
                    MlflowError.PERMISSION_DENIED,
                    "Another web site made the browser send this. Programs send neither Origin nor Sec-Fetch-Site.");
            return;
        }
        if (header != null && !header.isBlank() && person.isEmpty()) {
            challenge.wrong(request, response);
            return;
        }
        person.ifPresent(who -> {
            SecurityContext context = contexts.createEmptyContext();
            context.setAuthentication(new PersonAuthentication(who));
            contexts.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<Person> named(String header, HttpServletRequest request) {
        String[] parts = header.strip().split("\\s+", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        Actor.Via via = ApiPaths.isOurs(request) ? Actor.Via.API : Actor.Via.MLFLOW;
        if (parts[0].equalsIgnoreCase("Bearer")) {
            return token(parts[1].strip(), via);
        }
        return parts[0].equalsIgnoreCase("Basic")
                ? basic(parts[1].strip(), request.getRemoteAddr(), via)
                : Optional.empty();
    }

    private Optional<Person> token(String secret, Actor.Via via) {
        Optional<Person> owner = tokens.owner(secret);
        owner.ifPresentOrElse(
                person -> record.signedIn(person, via, "token"),
                () -> tokens.ended(secret).ifPresent(ended -> record.tokenRefused(ended.owner(), ended.token(), via)));
        return owner;
    }

    private Optional<Person> basic(String encoded, String address, Actor.Via via) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        if (colon < 0 || pair.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return switch (basic.verify(pair.substring(0, colon), pair.substring(colon + 1), address)) {
            case BasicCredentials.Verdict.Known(Person person) -> {
                record.signedIn(person, via, "password");
                yield Optional.of(person);
            }
            case BasicCredentials.Verdict.Wrong(Person person) -> {
                record.refused(person, via);
                yield Optional.empty();
            }
            case BasicCredentials.Verdict.Nobody() -> Optional.empty();
        };
    }
}
