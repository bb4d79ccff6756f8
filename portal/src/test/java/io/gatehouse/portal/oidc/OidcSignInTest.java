package io.gatehouse.portal.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.accounts.Account;
import io.gatehouse.accounts.Accounts;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Role;
import io.gatehouse.portal.bench.PortalTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@PortalTest
class OidcSignInTest {
    private static final TestProvider PROVIDER = new TestProvider();

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Actor adam;
    private final String portal;
    private final String somebody = "s" + UUID.randomUUID();

    OidcSignInTest(Accounts accounts, JdbcClient jdbc, TestPeople cast, @LocalServerPort int port) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.adam = cast.adam();
        this.portal = "http://localhost:" + port;
        PROVIDER.register(portal);
    }

    @DynamicPropertySource
    static void nameTheProvider(DynamicPropertyRegistry settings) {
        PROVIDER.nameIn(settings);
        settings.add("gatehouse.sign-in.oidc.name", () -> "StreamFlow ID");
        settings.add("gatehouse.sign-in.oidc.known-by", () -> "email");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @BeforeEach
    void add() {
        accounts.add(adam, new Accounts.NewAccount(address(), "Some Body", "", Set.of(Role.VIEWER)));
    }

    @Test
    void whomTheProviderVouchesForIsJoinedOnceAndComesInWhereTheyWereGoing() throws Exception {
        vouch("anna", true);
        Traveller anna = new Traveller(portal);
        assertThat(anna.open("models").uri()).isEqualTo(URI.create(portal + "/login"));

        HttpResponse<String> arrived = anna.signInAs("anna");

        assertThat(arrived.uri()).isEqualTo(URI.create(portal + "/models"));
        assertThat(arrived.statusCode()).isEqualTo(200);
        assertThat(account().identities())
                .singleElement()
                .satisfies(one -> assertThat(one.issuer()).isEqualTo(PROVIDER.issuer()))
                .satisfies(one -> assertThat(one.knownAs()).isEqualTo(address()));
        assertThat(account().state()).isEqualTo(Account.State.ACTIVE);
        assertThat(account().lastSeenAt()).isNotNull();
        assertThat(events()).contains("person.identity_joined", "person.signed_in");
        assertThat(anna.open("notices").uri()).isEqualTo(URI.create(portal + "/notices"));
    }

    @Test
    void anAddressThatTheProviderDidNotLookAtIsNobodysName() throws Exception {
        vouch("boris", false);

        assertThat(new Traveller(portal).signInAs("boris").uri()).isEqualTo(URI.create(portal + "/login"));

        assertThat(account().identities()).isEmpty();
    }

    @Test
    void whoWasDeactivatedMeanwhileIsOutAtTheNextClickAndStaysOut() throws Exception {
        vouch("clara", true);
        Traveller clara = new Traveller(portal);
        clara.signInAs("clara");

        accounts.deactivate(adam, address());

        assertThat(clara.open("models").uri().getPath()).isEqualTo("/login");
        assertThat(clara.signInAs("clara").uri().getPath()).isEqualTo("/login");
        assertThat(events()).contains("person.sign_in_refused");
    }

    @Test
    void aNameThatWasGivenToSomebodyElseThereOpensNothingHere() throws Exception {
        vouch("dora", true);
        new Traveller(portal).signInAs("dora");
        vouch("dora-who-came-later", true);

        assertThat(new Traveller(portal).signInAs("dora-who-came-later").uri())
                .isEqualTo(URI.create(portal + "/login"));
    }

    @Test
    void aClaimInOtherLettersIsNobodysName() throws Exception {
        // The sign of the Kelvin folds into a k.
        PROVIDER.describe("kelvin", Map.of("email", "\u212a" + address(), "email_verified", true));
        accounts.add(adam, new Accounts.NewAccount("k" + address(), "K", "", Set.of(Role.REVIEWER)));
        PROVIDER.describe("many", Map.of("email", List.of(address()), "email_verified", true));

        for (String name : List.of("kelvin", "many")) {
            assertThat(new Traveller(portal).signInAs(name).uri()).isEqualTo(URI.create(portal + "/login"));
        }
    }

    @Test
    void aCodeThatNobodyWasSentForOpensNothing() throws Exception {
        Traveller stranger = new Traveller(portal);

        HttpResponse<String> answer = stranger.open("login/oauth2/code/oidc?code=made-up&state=made-up");

        assertThat(answer.uri()).isEqualTo(URI.create(portal + "/login"));
        assertThat(stranger.open("models").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void whoSaysNoThereIsBackAtTheSignIn() throws Exception {
        HttpResponse<String> answer = new Traveller(portal).open("login/oauth2/code/oidc?error=access_denied&state=x");

        assertThat(answer.uri()).isEqualTo(URI.create(portal + "/login"));
    }

    private String address() {
        return somebody + "@streamflow.example";
    }

    private void vouch(String name, boolean verified) {
        PROVIDER.describe(name, Map.of("email", address(), "email_verified", verified));
    }

    private Account account() {
        return accounts.of(adam, address()).orElseThrow();
    }

    private Set<String> events() {
        return Set.copyOf(jdbc.sql("select action from audit_event where object = ?")
                .param("person/" + account().person().id())
                .query(String.class)
                .list());
    }
}
