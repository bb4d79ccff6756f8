package io.gatehouse.portal.oidc;

import io.gatehouse.portal.address.PublicAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestOperations;

/**
 * The one provider that this installation trusts. What it says of itself (OpenID Connect Discovery 1.0) is read when somebody first wants
 * in and not at the start, which would wait for it. One request asks at a time and the others fail at once, for a while after a failure as
 * well: a provider that hangs must not take the threads of the portal with it.
 */
final class Provider implements ClientRegistrationRepository {
    /** In the addresses between here and there, which providers are told beforehand. */
    static final String ID = "oidc";

    private static final Duration REST = Duration.ofSeconds(10);

    private final OidcSettings settings;
    private final PublicAddress portal;
    private final RestOperations web;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable ClientRegistration known;
    private volatile Instant again = Instant.MIN;

    Provider(OidcSettings settings, PublicAddress portal, RestOperations web, Clock clock) {
        this.settings = settings;
        this.portal = portal;
        this.web = web;
        this.clock = clock;
    }

    /** @throws ProviderSilentException if the provider does not say how to sign in there */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        ClientRegistration said = known;
        return said == null ? ask() : said;
    }

    private ClientRegistration ask() {
        if (clock.instant().isBefore(again)) {
            throw new ProviderSilentException("it did not answer a moment ago");
        }
        if (!asking.tryLock()) {
            throw new ProviderSilentException("it is being asked already");
        }
        try {
            ClientRegistration said = registration(metadata());
            known = said;
            return said;
        } catch (RuntimeException failure) {
            again = clock.instant().plus(REST);
            throw new ProviderSilentException(String.valueOf(failure.getMessage()), failure);
        } finally {
            asking.unlock();
        }
    }

    private Map<String, Object> metadata() {
        String address = settings.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration";
        Map<String, Object> said = Objects.requireNonNull(
                web.exchange(address, HttpMethod.GET, null, new ParameterizedTypeReference<Map<String, Object>>() {})
                        .getBody(),
                "an empty answer");
        if (!settings.issuer().equals(said.get("issuer"))) {
            throw new IllegalStateException("it calls itself " + said.get("issuer"));
        }
        Objects.requireNonNull(said.get("jwks_uri"), "it names no keys (jwks_uri)");
        return said;
    }

    private ClientRegistration registration(Map<String, Object> metadata) {
        String back = portal.link("login/oauth2/code/" + ID).orElse("{baseUrl}/login/oauth2/code/{registrationId}");
        return ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientName(settings.shownName())
                .scope(settings.scopes())
                .redirectUri(back)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
