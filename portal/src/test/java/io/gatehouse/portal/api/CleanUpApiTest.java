package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class CleanUpApiTest {
    private static final String CLEAN_UP = "/api/gatehouse/v1/clean-up";

    private final WireClient dana;
    private final WireClient adam;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Ids ids;

    CleanUpApiTest(WireClients clients, TestPeople people, JdbcClient jdbc, Clock clock, Ids ids) {
        this.dana = clients.dana();
        this.adam = clients.as(people.adam());
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
    }

    @Test
    void anAdministratorLooksConfirmsAndTheFilesAreGone() {
        String experiment = dana.post("experiments/create", "{'name':'" + ids.hex32() + "'}")
                .at("/experiment_id");
        String run = dana.post("runs/create", "{'experiment_id':'" + experiment + "'}")
                .at("/run/info/run_id");
        String file = "/api/2.0/mlflow-artifacts/artifacts/" + experiment + "/" + run + "/artifacts/a.txt";
        dana.send("PUT", file, BodyPublishers.ofString("twelve bytes"));
        dana.post("runs/delete", "{'run_id':'" + run + "'}");
        jdbc.sql("update run set deleted_at = ? where id = ?")
                .params(clock.instant().minus(Duration.ofDays(31)).atOffset(ZoneOffset.UTC), run)
                .update();

        Answer plan = adam.get(CLEAN_UP);
        assertThat(plan.status()).as(plan.text()).isEqualTo(200);
        assertThat(plan.text())
                .contains("\"kind\":\"RUN\",\"id\":\"" + run + "\"", "\"experiment_id\":\"" + experiment + "\"")
                .contains("\"freed_bytes\":", "\"orphans\":{\"older_than\":");
        assertThat(dana.get(file).status()).isEqualTo(200);

        Answer done = adam.post(CLEAN_UP, "{'token':'" + plan.at("/token") + "'}");

        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.json().at("/deleted").intValue()).isPositive();
        assertThat(dana.get(file).status()).isEqualTo(404);
        Answer again = adam.post(CLEAN_UP, "{'token':'" + plan.at("/token") + "'}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/code")).isEqualTo("CHANGED_SINCE");
    }

    @Test
    void withoutATokenOrTheRoleNothingHappens() {
        assertThat(adam.post(CLEAN_UP, "{}").status()).isEqualTo(400);
        assertThat(adam.post(CLEAN_UP, "{'token':'x'}").at("/code")).isEqualTo("INVALID_TOKEN");
        assertThat(dana.get(CLEAN_UP).status()).isEqualTo(403);
        assertThat(dana.post(CLEAN_UP, "{'token':'x'}").status()).isEqualTo(403);
    }
}
