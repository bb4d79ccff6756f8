package io.gatehouse.portal.api;

import static io.gatehouse.portal.api.PromotionRequestApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.promotion.PromotionBench;
import org.junit.jupiter.api.Test;

@PortalTest
class ValueAssumptionsApiTest {
    private static final String API = "/api/gatehouse/v1";
    private static final String FAIR = """
            {"owner":"Carla Costa","reason":"Measured in spring.","currency":"EUR","customer_value":240.5,"months_kept":12,
             "offer_cost":10,"contact_cost":1,"save_rate":0.25,"customers_per_month":40000,
             "costs":[{"name":"Serving","monthly_low":100,"monthly_high":500}]}""";

    private final String path;
    private final WireClient rita;
    private final WireClient priya;
    private final WireClient vera;
    private final WireClient carl;

    ValueAssumptionsApiTest(PromotionBench bench, WireClients clients, TestPeople people) {
        this.path = API + "/models/" + bench.model(people.dana()) + "/value-assumptions";
        this.rita = clients.as(people.rita());
        this.priya = clients.as(people.priya());
        this.vera = clients.as(people.vera());
        this.carl = clients.as(people.carl());
    }

    @Test
    void aModelHasThoseOfTheInstallationUntilItHasItsOwn() {
        WireClient.Answer before = vera.get(path);
        assertThat(before.json().at("/of_installation").booleanValue()).isTrue();
        assertThat(before.at("/version"))
                .isEqualTo(vera.get(API + "/value-assumptions").at("/version"));

        WireClient.Answer proposed = rita.raw("PUT", path, FAIR);
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(202);
        assertThat(proposed.at("/subject")).isEqualTo("VALUE_ASSUMPTIONS");
        assertThat(proposed.at("/reason")).isEqualTo("Measured in spring.");
        assertThat(vera.get(path).text()).isEqualTo(before.text());
        WireClient.Answer put = accepted(proposed);
        assertThat(put.at("/put_by")).isEqualTo("Rita Gomez");
        assertThat(put.json().at("/costs/0/once_high").doubleValue()).isZero();
        assertThat(put.json().at("/break_even_score").doubleValue()).isCloseTo(11 / (0.25 * 240.5 + 7.5), offset());
        assertThat(vera.get(path).text()).isEqualTo(put.text());
        assertThat(vera.get(path + "/versions/" + put.at("/version")).text()).isEqualTo(put.text());
        assertThat(vera.get(path + "/versions/" + before.at("/version")).status())
                .isEqualTo(200);
        assertProblem(vera.get(API + "/value-assumptions/versions/" + put.at("/version")), 404, "UNKNOWN");
    }

    @Test
    void anAnswerCanBePutBackAndAddsNoVersion() {
        WireClient.Answer put = accepted(rita.raw("PUT", path, FAIR.replace("0.25", "0.31")));
        WireClient.Answer again = rita.raw("PUT", path, put.text());

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.at("/version")).isEqualTo(put.at("/version"));
    }

    @Test
    void everyFaultNamesItsField() {
        WireClient.Answer refused =
                rita.raw("PUT", path, FAIR.replace("0.25", "25").replace("\"monthly_high\":500", "\"monthly_high\":5"));

        assertProblem(refused, 400, "INVALID_FIELD");
        assertThat(refused.at("/field")).isEqualTo("save_rate");
        assertThat(refused.at("/faults/1/field")).isEqualTo("costs[1].monthly_high");
        assertThat(refused.at("/detail")).contains("save_rate must lie in 0..1");
        assertField("customer_value", FAIR.replace("240.5", "1e999999999"));
        assertField("customer_value", FAIR.replace("240.5", "240.555"));
        assertField("customer_value", FAIR.replace("240.5", "\"much\""));
        assertField("currency", FAIR.replace("EUR", "EURO"));
        assertField("owner", FAIR.replace("Carla Costa", " "));
        assertField("costs[1]", FAIR.replace("[{", "[null,{"));
    }

    @Test
    void readersReadAndOnlyRiskWrites() {
        assertProblem(vera.raw("PUT", path, FAIR), 403, "PERMISSION_DENIED");
        assertProblem(carl.get(path), 403, "PERMISSION_DENIED");
        assertProblem(rita.raw("PUT", API + "/models/no-such/value-assumptions", FAIR), 404, "UNKNOWN_MODEL");
    }

    /** The version that counts once a second person agreed. */
    private WireClient.Answer accepted(WireClient.Answer proposed) {
        WireClient.Answer voted = priya.raw(
                "POST", API + "/policy-changes/" + proposed.at("/number") + "/votes", "{\"vote\":\"ACCEPT\"}");
        assertThat(voted.at("/state")).as(voted.text()).isEqualTo("ACCEPTED");
        return vera.get(path);
    }

    private void assertField(String field, String body) {
        WireClient.Answer refused = rita.raw("PUT", path, body);
        assertProblem(refused, 400, "INVALID_FIELD");
        assertThat(refused.at("/field")).isEqualTo(field);
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }
}
