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
        if (!"https".equals(address.getScheme()) && !THIS_MACHINE.contains(String.valueOf(address.getHost()))) {
            throw new CannotStartException("gatehouse.sign-in.oidc.issuer is " + issuer
                    + ", which is no https address: whoever listens on the way could sign in as anybody. Give the issuer of"
                    + " your provider, such as https://id.example.org/realms/house.");
        }
        for (String[] needed : new String[][] {{"client-id", clientId}, {"client-secret", clientSecret}}) {
            if (needed[1].isBlank()) {
                throw new CannotStartException("gatehouse.sign-in.oidc." + needed[0]
                        + " is missing. Register this installation at the provider and give what it answers, or leave"
                        + " gatehouse.sign-in.oidc.issuer out.");
            }
        }
        if (!scopes.contains("openid")) {
            throw new CannotStartException(
                    "gatehouse.sign-in.oidc.scopes has no openid, without which the provider vouches for"
                            + " nobody. Add it.");
        }
    }

    private static URI address(String issuer) {
        try {
            return new URI(issuer);
        } catch (URISyntaxException noAddress) {
            throw new CannotStartException(
                    "gatehouse.sign-in.oidc.issuer is " + issuer
                            + ", which is no address. Give the issuer of your provider, such as https://id.example.org/realms/house.");
        }
    }

    String shownName() {
        return name.isBlank() ? String.valueOf(URI.create(issuer).getHost()) : name.strip();
    }

    Optional<String> nameClaim() {
        return Optional.of(knownBy.strip()).filter(claim -> !claim.isEmpty());
    }
}
