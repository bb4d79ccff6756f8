package io.gatehouse.portal.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.people.PasswordDoor;
import io.gatehouse.portal.start.CannotStartException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

class OtherWaysTest {
    private static final OtherWay COMPANY = new OtherWay() {
        @Override
        public String name() {
            return "StreamFlow ID";
        }

        @Override
        public String place() {
            return "oauth2/authorization/oidc";
        }

        @Override
        public void open(HttpSecurity http) {
            // No door is built here.
        }
    };

    @Test
    void aStartAtWhichNobodyCouldSignInIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> new OtherWays(List.of(), new PasswordDoor(false)))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("gatehouse.sign-in.passwords is false")
                .hasMessageContaining("gatehouse.sign-in.oidc.issuer");
    }

    @Test
    void aProviderIsAloneOnlyWherePasswordsDoNotOpen() {
        assertThat(new OtherWays(List.of(COMPANY), new PasswordDoor(false)).alone())
                .isTrue();
        assertThat(new OtherWays(List.of(COMPANY), new PasswordDoor(true)).alone())
                .isFalse();
        assertThat(new OtherWays(List.of(), new PasswordDoor(true)).alone()).isFalse();
    }
}
