package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.audit.ChainReader;
import io.gatehouse.audit.ChainVerdict;
import io.gatehouse.audit.ChainVerifier;
import io.gatehouse.audit.Pem;
import io.gatehouse.audit.SignedCheckpoint;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.People;
import io.gatehouse.people.Role;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@PortalTest
class AuditApiTest {
    private static final String EVENTS = "/api/gatehouse/v1/audit-events";
    private static final String CHECKPOINTS = "/api/gatehouse/v1/audit-checkpoints";

    private final WireClients clients;
    private final TestPeople people;
    private final AuditTrail trail;
    private final People everybody;
    private final String object = "probe/" + UUID.randomUUID();

    AuditApiTest(WireClients clients, TestPeople people, AuditTrail trail, People everybody) {
        this.clients = clients;
        this.people = people;
        this.trail = trail;
        this.everybody = everybody;
    }

    @Test
    void eventsArePagedNewestFirst() {
        for (int i = 0; i < 3; i++) {
            trail.appendAlone(people.dana(), "probe.sent", object, Map.of());
        }

        WireClient.Answer first = rita().get(EVENTS + "?object=" + object + "&max_results=2");
        WireClient.Answer second =
                rita().get(EVENTS + "?object=" + object + "&max_results=2&before=" + first.at("/next_before"));

        assertThat(first.at("/events/0/sentence")).isEqualTo("Dana Ortiz did “probe.sent” to " + object + ".");
        assertThat(first.at("/events/1/action")).isEqualTo("probe.sent");
        assertThat(second.text()).contains("\"seq\"");
        assertThat(Long.parseLong(second.at("/events/0/seq"))).isLessThan(Long.parseLong(first.at("/events/1/seq")));
    }

    @Test
    void filtersThatCannotBeReadAreExplained() {
        assertThat(rita().get(EVENTS + "?from=yesterday").at("/field")).isEqualTo("from");
        assertThat(rita().get(EVENTS + "?to=2026-13-01").at("/field")).isEqualTo("to");
        assertThat(rita().get(EVENTS + "?via=window").at("/field")).isEqualTo("via");
        assertThat(rita().get(EVENTS + "?person=dana").at("/field")).isEqualTo("person");
        assertThat(rita().get(EVENTS + "?max_results=0").at("/field")).isEqualTo("max_results");
    }

    @Test
    void anExportVerifiesWithACheckpointAndWithoutTheServer() throws IOException {
        WireClient.Answer signed = rita().post(CHECKPOINTS, "");
        WireClient.Answer export = rita().get(EVENTS + "/export");

        SignedCheckpoint checkpoint =
                SignedCheckpoint.read(signed.at("/document")).orElseThrow();
        String key = rita().get(CHECKPOINTS + "/public-key.pem").text();
        assertThat(signed.status()).isEqualTo(201);
        assertThat(checkpoint.isSignedBy(Pem.publicKey(key).orElseThrow())).isTrue();
        assertThat(export.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        ChainVerdict verdict = ChainReader.verify(
                new ByteArrayInputStream(export.text().getBytes(StandardCharsets.UTF_8)),
                new ChainVerifier(false, List.of(checkpoint.mark())));
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.confirmed()).containsExactly(checkpoint.mark());
    }

    @Test
    void theEventsThatAFilterLeavesAreAWorkbook() {
        WireClient.Answer workbook = rita().get("/api/gatehouse/v1/audit-events.xlsx?object=" + object);

        assertThat(workbook.status()).as(workbook.text()).isEqualTo(200);
        assertThat(workbook.text()).startsWith("PK");
    }

    @Test
    void nobodyButRiskReadsTheLogAndThatTheyTriedIsInIt() {
        for (String path : List.of(EVENTS, EVENTS + "/export", "/api/gatehouse/v1/audit-events.xlsx", CHECKPOINTS)) {
            assertThat(clients.as(people.adam()).get(path).status()).as(path).isEqualTo(403);
        }

        assertThat(rita().get(EVENTS + "?object=permission/READ_AUDIT&person="
                                + people.adam().person().id())
                        .at("/events/0/sentence"))
                .isEqualTo("Adam Berg was refused: not permitted to read the audit log.");
    }

    @Test
    void whoSignsInWithAProgramIsPutDownOnceADay() {
        String username = "new-" + UUID.randomUUID();
        UUID person = everybody
                .add(new People.NewPerson(username, "Nina New", "", Set.of(Role.VIEWER), "right"))
                .id();
        for (String password : List.of("right", "right", "wrong", "right")) {
            clients.basic(username, password).get("/api/gatehouse/v1/policies");
        }

        WireClient.Answer events = rita().get(EVENTS + "?action=person.*&via=API&person=" + person);

        assertThat(events.json()
                        .at("/events")
                        .valueStream()
                        .map(event -> event.get("sentence").asString()))
                .containsExactly("Somebody failed to sign in as Nina New.", "Nina New signed in.");
    }

    private WireClient rita() {
        return clients.as(people.rita());
    }
}
