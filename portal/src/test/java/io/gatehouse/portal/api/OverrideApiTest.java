package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.HouseClock;
import io.gatehouse.house.HouseDays;
import io.gatehouse.house.TestPeople;
import io.gatehouse.overrides.OverrideBench;
import io.gatehouse.overrides.OverrideBench.Failed;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@PortalTest
class OverrideApiTest {
    private static final String API = "/api/gatehouse/v1/";

    private final OverrideBench bench;
    private final WireClients clients;
    private final TestPeople people;
    private final LocalDate today;

    OverrideApiTest(OverrideBench bench, WireClients clients, TestPeople people, HouseClock clock) {
        this.bench = bench;
        this.clients = clients;
        this.people = people;
        this.today = HouseDays.of(clock.instant());
    }

    @Test
    void anOverrideGoesFromProposalToApprovalOverHttp() {
        Failed failed = bench.failed();
        WireClient priya = clients.as(people.priya());
        WireClient ravi = clients.as(people.ravi());
        String request = API + "promotion-requests/PR-" + failed.number();

        Answer proposed = priya.post(request + "/overrides", body("FAIRNESS", 30));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        assertThat(proposed.at("/state")).isEqualTo("PROPOSED");
        String override = API + "overrides/" + proposed.at("/id");
        assertProblem(priya.post(override + "/agree", "{}"), 403, "FOUR_EYES", "");
        Answer agreed = ravi.post(override + "/agree", "{}");
        assertThat(agreed.status()).as(agreed.text()).isEqualTo(200);
        assertThat(agreed.at("/agreed_by")).isEqualTo("Ravi Menon");
        assertThat(agreed.json().at("/days_left").intValue()).isEqualTo(30);

        Answer read = ravi.get(request);
        assertThat(read.at("/overrides/0/id")).isEqualTo(proposed.at("/id"));
        assertProblem(
                ravi.post(request + "/votes", "{'vote':'APPROVE','digest':'" + read.at("/evaluation/digest") + "'}"),
                409,
                "CHANGED_SINCE",
                "digest");
        Answer voted = ravi.post(request + "/votes", "{'vote':'APPROVE','digest':'" + read.at("/digest") + "'}");
        assertThat(voted.at("/state")).as(voted.text()).isEqualTo("EXECUTED");
        assertThat(ravi.get(override).json().at("/in_use").booleanValue()).isTrue();
        assertProblem(priya.post(override + "/renew", body("FAIRNESS", 60)), 409, "NO_NEW_EVIDENCE", "until");
        assertProblem(priya.post(override + "/withdraw", "{}"), 400, "REASON_REQUIRED", "reason");
        Answer withdrawn = priya.post(override + "/withdraw", "{'reason':'Complaints'}");
        assertThat(withdrawn.json().at("/under_review").booleanValue())
                .as(withdrawn.text())
                .isTrue();
    }

    @Test
    void whatCannotBeMeantIsRefusedNamingTheField() {
        Failed failed = bench.failed();
        WireClient priya = clients.as(people.priya());
        String overrides = API + "promotion-requests/PR-" + failed.number() + "/overrides";

        assertProblem(priya.post(overrides, body("FAIRNESS", 91)), 400, "INVALID_UNTIL", "until");
        assertProblem(priya.post(overrides, body("VALUE", 9)), 409, "NOT_NEEDED", "check");
        assertProblem(priya.post(overrides, body("LUCK", 9)), 400, "INVALID_FIELD", "check");
        assertProblem(
                priya.post(overrides, "{'check':'FAIRNESS','reason':'x','control':'y','until':'soon'}"),
                400,
                "INVALID_FIELD",
                "until");
        assertProblem(
                priya.post(overrides, "{'check':'FAIRNESS','reason':'x','until':'" + today + "'}"),
                400,
                "REASON_REQUIRED",
                "control");
        assertProblem(clients.dana().post(overrides, body("FAIRNESS", 9)), 403, "NOT_PERMITTED", "");
        assertProblem(
                priya.post(API + "promotion-requests/PR-999999/overrides", body("FAIRNESS", 9)),
                404,
                "UNKNOWN_REQUEST",
                "id");
        assertProblem(priya.post(API + "overrides/OV-999999/agree", "{}"), 404, "UNKNOWN_OVERRIDE", "id");
        assertProblem(priya.get(API + "overrides/OV-999999"), 404, "UNKNOWN_OVERRIDE", "id");
    }

    @Test
    void theListIsFilteredAndADeclinedOneStaysInIt() {
        Failed failed = bench.failed();
        long number = bench.proposed(failed, 12);
        WireClient vera = clients.as(people.vera());
        String list = API + "overrides?model=" + failed.model();
        assertThat(vera.get(list + "&state=open").at("/overrides/0/id")).isEqualTo("OV-" + number);

        Answer declined = clients.as(people.ravi())
                .post(API + "overrides/OV-" + number + "/decline", "{'reason':'Too weak a control'}");

        assertThat(declined.at("/end_reason")).isEqualTo("Too weak a control");
        assertThat(vera.get(list + "&state=open").json().at("/overrides")).isEmpty();
        assertThat(vera.get(list + "&state=declined").json().at("/overrides")).hasSize(1);
        assertThat(vera.get(list + "&older_than=1").json().at("/overrides")).isEmpty();
        assertProblem(vera.get(list + "&state=fine"), 400, "INVALID_FIELD", "state");
    }

    private String body(String check, int days) {
        return "{'check':'" + check + "','reason':'Known','control':'Called by hand','until':'" + today.plusDays(days)
                + "'}";
    }

    private static void assertProblem(Answer answer, int status, String code, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.at("/code")).isEqualTo(code);
        assertThat(answer.json().at("/field").asString("")).as(answer.text()).isEqualTo(field);
        assertThat(answer.at("/way_out")).isNotEmpty();
    }
}
