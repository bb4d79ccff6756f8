package io.gatehouse.portal.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestDatabase;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.People;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.tokens.AccessTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** An installation, new when it starts, that people enter through their provider and programs with a token. */
@PortalTest
@TestPropertySource(properties = {"gatehouse.sign-in.passwords=false", TestDatabase.NAME + "=providing"})
class ProviderAloneTest {
    private static final TestProvider PROVIDER = new TestProvider();
    private static final String SERVER_INFO = "/api/3.0/mlflow/server-info";
    private static final String OURS = "/api/gatehouse/v1/promotion-requests";

    private final WireClients clients;
    private final TestPeople cast;
    private final People people;
    private final AccessTokens tokens;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String portal;

    ProviderAloneTest(
            WireClients clients,
            TestPeople cast,
            People people,
            AccessTokens tokens,
            JdbcClient jdbc,
            Clock clock,
            @LocalServerPort int port) {
        this.clients = clients;
        this.cast = cast;
        this.people = people;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.clock = clock;
        this.portal = "http://localhost:" + port;
        PROVIDER.register(portal);
    }

    @DynamicPropertySource
    static void nameTheProvider(DynamicPropertyRegistry settings) {
        PROVIDER.nameIn(settings);
        settings.add("gatehouse.sign-in.oidc.known-by", () -> "preferred_username");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void theFirstAdministratorIsLetInByALinkAndHasNoPassword() {
        assertThat(events("admin")).contains("person.link_made");
        assertThat(jdbc.sql("select count(password_hash) from person where username = 'admin'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aNameAndItsPasswordSentByHandOpenNothingAndAreOnRecord() throws Exception {
        String vera = cast.vera().person().username();
        Traveller stranger = new Traveller(portal);

        assertThat(stranger.signInHere(vera, "vera-password").uri()).isEqualTo(URI.create(portal + "/login?error"));

        assertThat(stranger.open("models").uri().getPath()).isEqualTo("/login");
        assertThat(events(vera)).contains("person.sign_in_refused").doesNotContain("person.signed_in");
        assertThat(stranger.signInHere("nobody-at-all", "any").uri()).isEqualTo(URI.create(portal + "/login?error"));
    }

    @Test
    void whoeverTriesPasswordsKeepsNobodyFromComingInThroughTheProvider() throws Exception {
        String carl = cast.carl().person().username();
        PROVIDER.describe(carl, Map.of("preferred_username", carl));
        Traveller stranger = new Traveller(portal);
        for (int attempt = 0; attempt < 12; attempt++) {
            stranger.signInHere(carl, "carl-password");
        }

        assertThat(new Traveller(portal).signInAs(carl).statusCode()).isEqualTo(200);

        assertThat(events(carl)).contains("person.signed_in");
    }

    @Test
    void aPasswordOpensNeitherDoorForProgramsAndATokenOpensBoth() {
        String secret = ((AccessTokens.Issue.Issued)
                        tokens.issue(cast.dana(), "nightly", clock.instant().plus(Duration.ofDays(1))))
                .secret();

        WireClient.Answer wire = clients.dana().get(SERVER_INFO);
        WireClient.Answer ours = clients.dana().get(OURS);

        assertThat(wire.status()).isEqualTo(401);
        assertThat(wire.errorCode()).isEqualTo("UNAUTHENTICATED");
        assertThat(wire.message())
                .contains("Passwords do not open this installation", "access token", "MLFLOW_TRACKING_TOKEN");
        assertThat(ours.status()).isEqualTo(401);
        assertThat(ours.at("/sentence")).isEqualTo(wire.message());
        assertThat(events("dana")).contains("person.sign_in_refused");
        assertThat(clients.bearer(secret).get(SERVER_INFO).status()).isEqualTo(200);
        assertThat(clients.bearer(secret).get(OURS).status()).isEqualTo(200);
    }

    @Test
    void noNameIsToldFromAnotherByWhatIsAnswered() {
        cast.priya();

        assertThat(clients.basic("nobody-here", "guess").get(SERVER_INFO).text())
                .isEqualTo(clients.basic("priya", "guess").get(SERVER_INFO).text())
                .isEqualTo(clients.basic("priya", "priya-password")
                        .get(SERVER_INFO)
                        .text());
    }

    @Test
    void programsAreAskedForATokenAlone() {
        WireClient.Answer nothing = clients.nobody().get(SERVER_INFO);
        WireClient.Answer wrong = clients.bearer("gh_forged").get(OURS);

        assertThat(nothing.message()).contains("MLFLOW_TRACKING_TOKEN").doesNotContain("PASSWORD");
        assertThat(wrong.at("/sentence")).contains("access token is wrong").doesNotContain("assword");
        for (WireClient.Answer answer : List.of(nothing, wrong)) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"Gatehouse\"");
        }
    }

    @Test
    void theDescriptionOfOurCallsNamesTheTokenAlone() {
        String secret = ((AccessTokens.Issue.Issued)
                        tokens.issue(cast.vera(), "reading", clock.instant().plus(Duration.ofDays(1))))
                .secret();

        WireClient.Answer answer = clients.bearer(secret).get("/api/gatehouse/v1/openapi.json");

        assertThat(answer.json().at("/components/securitySchemes").propertyNames())
                .containsExactly("token");
    }

    private Set<String> events(String username) {
        return Set.copyOf(jdbc.sql("select action from audit_event where object = ?")
                .param("person/" + people.byUsername(username).orElseThrow().id())
                .query(String.class)
                .list());
    }
}
