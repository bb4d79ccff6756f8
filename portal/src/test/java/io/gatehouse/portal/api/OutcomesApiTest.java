package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.registry.RegisteredModels;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PortalTest
class OutcomesApiTest {
    private static final String FILE = "id,outcome,observed_on\nS-1,1,2026-02-01\nS-2,0,2026-02-03\n";

    private final WireClients clients;
    private final RegisteredModels models;
    private final TestPeople people;
    private final String model = "outcomes-" + UUID.randomUUID();
    private final String path = "/api/gatehouse/v1/models/" + model + "/outcomes";

    OutcomesApiTest(WireClients clients, RegisteredModels models, TestPeople people) {
        this.clients = clients;
        this.models = models;
        this.people = people;
    }

    @BeforeEach
    void register() {
        models.create(people.dana(), model, null, Map.of()).orThrow();
    }

    @Test
    void aFileIsTakenInAsTheBodyAndReadBack() {
        WireClient.Answer taken = csv(people.carl(), FILE);

        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.at("/number")).startsWith("OI-");
        assertThat(taken.json().at("/leavers").asInt()).isEqualTo(1);
        assertThat(taken.json().at("/not_scored").asInt()).isEqualTo(2);
        assertThat(taken.at("/observed_to")).isEqualTo("2026-02-03");
        assertThat(taken.at("/sentence")).contains("2 are in no scored population of this model");
        assertThat(taken.headers().firstValue("Location").orElseThrow()).endsWith("/models/" + model + "/outcomes");
        WireClient.Answer known = clients.as(people.vera()).get(path);
        assertThat(known.json().at("/stayers").asInt()).isEqualTo(1);
        assertThat(known.at("/intakes/0/number")).isEqualTo(taken.at("/number"));
        WireClient.Answer before = clients.as(people.vera()).get(path + "?at=2001-01-01");
        assertThat(before.json().at("/leavers").asInt()).isZero();
        assertThat(before.json().at("/intakes").isEmpty()).isTrue();
    }

    @Test
    void theSameFileAgainChangesNothingAndSaysSo() {
        WireClient.Answer first = csv(people.dana(), FILE);
        WireClient.Answer again = csv(people.carl(), FILE);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/already").asBoolean()).isTrue();
        assertThat(again.at("/number")).isEqualTo(first.at("/number"));
        assertThat(again.at("/sentence")).contains("nothing changed");
    }

    @Test
    void columnsAndTheWordForLeavingCanBeNamed() {
        WireClient.Answer taken = clients.as(people.carl())
                .send(
                        "POST",
                        path + "?id=customer&outcome=fate&positive_label=churned",
                        BodyPublishers.ofString("customer,fate\nS-1,churned\nS-2,active\n"),
                        "Content-Type",
                        "text/csv");
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.json().at("/leavers").asInt()).isEqualTo(1);
    }

    @Test
    void aFormWithMetadataIsTakenToo() {
        WireClient.Answer taken = form("{\"outcome\": \"fate\"}", "id,fate\nS-1,true\n");
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(form("{\"outcome\": 7, ", "id,fate\nS-1,true\n").at("/field"))
                .isEqualTo("metadata");
        assertThat(form(null, null).at("/field")).isEqualTo("file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | TABLE_EMPTY | The file is empty",
                "foo,bar;1,2 | COLUMN_MISSING | has no column id",
                "id,outcome | OUTCOMES_EMPTY | no rows",
                "id,outcome;S-1,1;S-2,maybe | OUTCOME_NOT_A_LABEL | Row 2 below the header says maybe in the column outcome",
                "id,outcome;S-1,1;S-1,0 | OUTCOMES_CONTRADICT | Keep one row for each customer",
                "id,outcome,observed_on;S-1,1,2999-01-01 | OUTCOME_DAY_AHEAD | row 1 below the header",
                "id;outcome;S-1;1 | COLUMN_MISSING | has no column outcome",
                "PK rubbish | COLUMN_MISSING | has no column id"
            })
    void aBadFileIsAProblemThatNamesTheFieldAndTheWayOut(String lines, String code, String words) {
        WireClient.Answer refused = csv(people.carl(), lines.replace(';', '\n'));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.at("/code")).isEqualTo(code);
        assertThat(refused.at("/field")).isEqualTo("file");
        assertThat(refused.at("/sentence")).contains(words, "Nothing of it was taken in");
        assertThat(clients.as(people.vera()).get(path).json().at("/intakes").isEmpty())
                .isTrue();
    }

    @Test
    void whoMayNotAndWhatIsNotThereAreToldApart() {
        assertThat(csv(people.vera(), FILE).status()).isEqualTo(403);
        WireClient.Answer unknown = clients.as(people.carl())
                .send(
                        "POST",
                        "/api/gatehouse/v1/models/nobodys/outcomes",
                        BodyPublishers.ofString(FILE),
                        "Content-Type",
                        "text/csv");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.at("/code")).isEqualTo("UNKNOWN_MODEL");
        assertThat(clients.as(people.vera())
                        .get("/api/gatehouse/v1/models/nobodys/outcomes")
                        .status())
                .isEqualTo(404);
    }

    private WireClient.Answer csv(Actor actor, String text) {
        return clients.as(actor).send("POST", path, BodyPublishers.ofString(text), "Content-Type", "text/csv");
    }

    private WireClient.Answer form(@Nullable String metadata, @Nullable String file) {
        StringBuilder body = new StringBuilder();
        if (metadata != null) {
            body.append("--x\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n")
                    .append(metadata)
                    .append("\r\n");
        }
        if (file != null) {
            body.append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"o.csv\"\r\n\r\n")
                    .append(file)
                    .append("\r\n");
        }
        body.append("--x--\r\n");
        return clients.as(people.carl())
                .send(
                        "POST",
                        path,
                        BodyPublishers.ofString(body.toString()),
                        "Content-Type",
                        "multipart/form-data; boundary=x");
    }
}
