package io.gatehouse.portal.oidc;

import io.gatehouse.portal.start.CannotStartException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param issuer as the provider names itself, such as {@code https://id.example.org/realms/house}; {@code .well-known/openid-configuration}
 *     is read below it
 * @param clientId what the provider calls this installation
 * @param clientSecret what this installation shows the provider
 * @param name what people call the provider; empty for the name of its server
 * @param knownBy the claim that is a user name here, such as {@code preferred_username} or {@code email}, by which somebody's first sign-in
 *     joins them with their account; empty: only sign-in links join
 * @param scopes what is asked for
 */
@ConfigurationProperties("gatehouse.sign-in.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String name,
        @DefaultValue("") String knownBy,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws CannotStartException naming the setting that is missing or unfit */
    OidcSettings {
        scopes = List.copyOf(scopes);
        URI address = address(issuer);
        boolean here = THIS_MACHINE.contains(address.getHost()) && "http".equalsIgnoreCase(address.getScheme());
        if (!here && !"https".equalsIgnoreCase(address.getScheme())) {
            throw new CannotStartException("gatehouse.sign-in.oidc.issuer is " + issuer
                    + ", which is no https address: whoever listens on the way could sign in as anybody. Give the issuer of"
                    + " your provider, such as https://id.example.org/realms/house.");
        }
        need("client-id", clientId);
        need("client-secret", clientSecret);
        if (!scopes.contains("openid")) {
            throw new CannotStartException(
                    "gatehouse.sign-in.oidc.scopes has no openid, without which the provider vouches for"
                            + " nobody. Add it.");
        }
    }

    private static void need(String setting, String value) {
        if (value.isBlank()) {
            throw new CannotStartException("gatehouse.sign-in.oidc." + setting
                    + " is missing. Register this installation at the provider and give what it answers, or leave"
                    + " gatehouse.sign-in.oidc.issuer out.");
        }
    }

    private static URI address(String issuer) {
        try {
            URI address = new URI(issuer);
            if (address.getHost() != null) {
                return address;
            }
            throw new URISyntaxException(issuer, "no server");
        } catch (URISyntaxException noAddress) {
            throw new CannotStartException(
                    "gatehouse.sign-in.oidc.issuer is " + issuer
                            + ", which is no address. Give the issuer of your provider, such as https://id.example.org/realms/house.");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }

    String shownName() {
        return name.isBlank() ? String.valueOf(URI.create(issuer).getHost()) : name.strip();
    }

    Optional<String> nameClaim() {
        return Optional.of(knownBy.strip()).filter(claim -> !claim.isEmpty());
    }
}
