package io.gatehouse.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.tokens.AccessTokens;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@PortalTest
class ApiDoorTest {
    private static final String SERVER_INFO = "/api/3.0/mlflow/server-info";

    private final WireClients clients;
    private final TestPeople cast;
    private final AccessTokens tokens;
    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final People people;

    ApiDoorTest(
            WireClients clients,
            TestPeople cast,
            AccessTokens tokens,
            JdbcClient jdbc,
            PasswordEncoder passwords,
            Clock clock,
            People people) {
        this.clients = clients;
        this.cast = cast;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
        this.people = people;
    }

    @Test
    void healthAndVersionAreTextForAnybody() {
        assertThat(clients.nobody().get("/health").text()).isEqualTo("OK");
        assertThat(clients.nobody().get("/version").text()).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void whoBringsNoCredentialsIsToldHowToSignInInTheLanguageOfThePath() {
        WireClient.Answer wire = clients.nobody().get(SERVER_INFO);
        WireClient.Answer ours = clients.nobody().get("/api/gatehouse/v1/promotion-requests");

        assertThat(wire.status()).isEqualTo(401);
        assertThat(wire.errorCode()).isEqualTo("UNAUTHENTICATED");
        assertThat(wire.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
        assertThat(ours.status()).isEqualTo(401);
        assertThat(ours.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void aPasswordAndATokenBothOpenTheDoor() {
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        String token = ((AccessTokens.Issue.Issued) tokens.issue(cast.dana(), "door", tomorrow)).secret();

        assertThat(clients.dana().get(SERVER_INFO).text())
                .isEqualTo("{\"store_type\":\"SqlStore\",\"workspaces_enabled\":false,\"trace_archival_enabled\":false,"
                        + "\"multipart_uploads_enabled\":false,\"multipart_downloads_enabled\":false}");
        assertThat(clients.bearer(token).get(SERVER_INFO).status()).isEqualTo(200);
    }

    @Test
    void wrongCredentialsAreRefusedEvenWhereNoneAreNeeded() {
        cast.dana();

        assertThat(clients.basic("dana", "guess").get(SERVER_INFO).status()).isEqualTo(401);
        assertThat(clients.basic("nobody-here", "guess").get(SERVER_INFO).status())
                .isEqualTo(401);
        assertThat(clients.bearer("gh_forged").get("/health").status()).isEqualTo(401);
    }

    @Test
    void aPasswordForSomebodyWhoHasNoneIsOnRecordAsAnyOther() {
        String joined = "j" + UUID.randomUUID();
        Person person = people.add(new People.NewPerson(joined, "Joined", "", Set.of(Role.VIEWER), null));

        assertThat(clients.basic(joined, "guess").get(SERVER_INFO).status()).isEqualTo(401);

        assertThat(jdbc.sql("select action from audit_event where object = ?")
                        .param("person/" + person.id())
                        .query(String.class)
                        .list())
                .contains("person.sign_in_refused");
    }

    @Test
    void aRememberedPasswordEndsWithItsChange() {
        WireClient carl = clients.as(cast.carl());
        assertThat(carl.get(SERVER_INFO).status()).isEqualTo(200);

        jdbc.sql("update person set password_hash = ? where username = 'carl'")
                .param(passwords.encode("another"))
                .update();

        assertThat(carl.get(SERVER_INFO).status()).isEqualTo(401);
        jdbc.sql("update person set password_hash = ? where username = 'carl'")
                .param(passwords.encode("carl-password"))
                .update();
    }

    @Test
    void anUnknownCallIsAJson404WithSafeHeaders() {
        WireClient.Answer answer = clients.dana().get("/api/2.0/mlflow/no/such/call");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("ENDPOINT_NOT_FOUND");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/2.0/mlflow//runs/get",
                "/api/2.0/mlflow/runs/get;x=1",
                "/api/2.0/mlflow-artifacts/artifacts/a%2Fb",
                "/api/2.0/mlflow-artifacts/artifacts/a%5Cb",
                "/api/2.0/mlflow-artifacts/artifacts/a%252e%252e",
                "/api/2.0/mlflow-artifacts/artifacts/%2e%2e/x",
                "/api/2.0/mlflow-artifacts/artifacts/../../x",
                "/api/2.0/mlflow-artifacts/artifacts/a%00b",
                "/api/2.0/mlflow-artifacts/artifacts/a%zz",
                "/api/2.0/mlflow-artifacts/artifacts/a\\b",
                "/api/2.0/mlflow-artifacts/artifacts/a<b"
            })
    void anOddAddressIsAJson400AndNeverHtml(String path) throws IOException {
        String answer = rawGet(path);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"error_code\"").doesNotContain("<html");
    }

    /** java.net.http refuses to send such addresses, so they go over a plain socket. */
    private String rawGet(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", clients.port())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
