package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import org.junit.jupiter.api.Test;

@PortalTest
class ApiDescriptionTest {
    private final WireClients clients;
    private final TestPeople people;

    ApiDescriptionTest(WireClients clients, TestPeople people) {
        this.clients = clients;
        this.people = people;
    }

    @Test
    void theDescriptionNamesOurCallsAndNoneOfMlflows() {
        WireClient.Answer answer = clients.as(people.vera()).get("/api/gatehouse/v1/openapi.json");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/paths").propertyNames())
                .contains(
                        "/api/gatehouse/v1/promotion-requests",
                        "/api/gatehouse/v1/promotion-requests/{id}/votes",
                        "/api/gatehouse/v1/evaluations/{id}",
                        "/api/gatehouse/v1/policies/{name}/versions/{version}",
                        "/api/gatehouse/v1/value-assumptions",
                        "/api/gatehouse/v1/policy-changes",
                        "/api/gatehouse/v1/policy-changes/{id}/votes",
                        "/api/gatehouse/v1/models/{name}/value-assumptions",
                        "/api/gatehouse/v1/models/{name}/outcomes",
                        "/api/gatehouse/v1/models/{name}/value-assumptions/versions/{version}")
                .allSatisfy(path -> assertThat(path).startsWith("/api/gatehouse/v1/"))
                .noneSatisfy(path -> assertThat(path).contains("**"));
        assertThat(answer.json()
                        .at("/paths/~1api~1gatehouse~1v1~1promotion-requests/post/parameters")
                        .toString())
                .doesNotContain("actor");
        assertThat(answer.json()
                        .at("/components/schemas/EvaluationBody/properties")
                        .propertyNames())
                .contains("compared_with", "assumptions_version", "way_out", "ruling_sha256");
    }
}
