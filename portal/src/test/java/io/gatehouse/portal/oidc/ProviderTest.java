package io.gatehouse.portal.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.portal.address.PublicAddress;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.web.client.RestTemplate;

/** What the provider says of itself, and what becomes of the portal while it says nothing. */
class ProviderTest {
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void whatTheProviderSaysOfItselfIsReadWhenItIsFirstNeeded() {
        try (TestProvider there = new TestProvider()) {
            ClientRegistration known =
                    provider(there.issuer(), "https://gate.example.org/").findByRegistrationId("oidc");

            assertThat(Objects.requireNonNull(known).getProviderDetails().getTokenUri())
                    .isEqualTo(there.issuer() + "/oauth2/token");
            assertThat(known.getRedirectUri()).isEqualTo("https://gate.example.org/login/oauth2/code/oidc");
            assertThat(known.getClientSettings().isRequireProofKey()).isTrue();
        }
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsNotTheOneThatIsTrusted() {
        try (TestProvider there = new TestProvider()) {
            Provider other = provider(there.issuer() + "/", "");

            assertThatThrownBy(() -> other.findByRegistrationId("oidc"))
                    .isInstanceOf(ProviderSilentException.class)
                    .hasMessageContaining("calls itself");
        }
    }

    @Test
    void whileOneWaitsForAProviderThatHangsNobodyElseDoes() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger questions = new AtomicInteger();
        Provider provider = provider("https://id.example.org", "", List.of((request, body, execution) -> {
            questions.incrementAndGet();
            asked.countDown();
            await(answered);
            throw new IOException("no answer");
        }));
        CompletableFuture<Object> first = CompletableFuture.supplyAsync(() -> provider.findByRegistrationId("oidc"));
        await(asked);

        assertThatThrownBy(() -> provider.findByRegistrationId("oidc")).hasMessageContaining("asked already");

        answered.countDown();
        assertThat(first.handle((known, failure) -> failure.getCause()).join())
                .isInstanceOf(ProviderSilentException.class)
                .hasMessageContaining("no answer");
        assertThatThrownBy(() -> provider.findByRegistrationId("oidc")).hasMessageContaining("a moment ago");
        assertThat(questions).hasValue(1);
        now = now.plusSeconds(11);
        assertThatThrownBy(() -> provider.findByRegistrationId("oidc")).hasMessageContaining("no answer");
        assertThat(questions).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Provider provider(String issuer, String publicUrl) {
        return provider(issuer, publicUrl, List.of());
    }

    private Provider provider(String issuer, String publicUrl, List<ClientHttpRequestInterceptor> onTheWay) {
        RestTemplate web = new RestTemplate();
        web.setInterceptors(onTheWay);
        return new Provider(
                new OidcSettings(issuer, "id", "secret", "", "", List.of("openid")),
                PublicAddress.of(publicUrl),
                web,
                ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
    }
}
