package io.gatehouse.portal.oidc;

import io.gatehouse.portal.address.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.util.function.SingletonSupplier;

/**
 * The one provider that this installation trusts. What it says of itself is read when somebody first wants in and not at the start, which
 * would wait for it, and again until it was there to be read.
 */
final class Provider implements ClientRegistrationRepository {
    /** In the addresses between here and there, which providers are told beforehand. */
    static final String ID = "oidc";

    private final SingletonSupplier<ClientRegistration> registration;

    Provider(OidcSettings settings, PublicAddress portal) {
        String back = portal.link("login/oauth2/code/" + ID).orElse("{baseUrl}/login/oauth2/code/{registrationId}");
        this.registration = SingletonSupplier.of(() -> ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientName(settings.shownName())
                .scope(settings.scopes())
                .redirectUri(back)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build());
    }

    /** @throws IllegalArgumentException or another unchecked one, if the provider cannot be asked */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? registration.obtain() : null;
    }
}
