package io.gatehouse.portal.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.portal.start.CannotStartException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OidcStartTest {
    private static final String ISSUER = "https://id.example.org/realms/house";

    @Test
    void theProviderIsCalledByItsServerWhereNobodyNamedIt() {
        assertThat(settings(ISSUER, "id", "secret", "").shownName()).isEqualTo("id.example.org");
        assertThat(settings(ISSUER, "id", "secret", "StreamFlow ID").shownName())
                .isEqualTo("StreamFlow ID");
    }

    @Test
    void aProviderInPlainHttpIsRefusedAtTheStartUnlessItIsOnThisMachine() {
        assertThat(settings("http://localhost:9000", "id", "secret", "").issuer())
                .isEqualTo("http://localhost:9000");
        refused("http://id.example.org", "id", "secret", "no https address");
        refused("id example org", "id", "secret", "no address");
        refused("", "id", "secret", "gatehouse.sign-in.oidc.issuer");
    }

    @Test
    void whatIsMissingIsNamed() {
        refused(ISSUER, " ", "secret", "gatehouse.sign-in.oidc.client-id is missing");
        refused(ISSUER, "id", "", "gatehouse.sign-in.oidc.client-secret is missing");
        assertThatThrownBy(() -> new OidcSettings(ISSUER, "id", "secret", "", "", List.of("email")))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("openid");
    }

    private static void refused(String issuer, String id, String secret, String why) {
        assertThatThrownBy(() -> settings(issuer, id, secret, ""))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining(why);
    }

    private static OidcSettings settings(String issuer, String id, String secret, String name) {
        return new OidcSettings(issuer, id, secret, name, "", List.of("openid", "email"));
    }
}
