package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.notices.NewsRound;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.TestPredictions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@PortalTest
class NoticeApiTest {
    private static final String NOTICES = "/api/gatehouse/v1/notices";

    private final WireClients clients;
    private final TestPeople people;
    private final PromotionBench bench;
    private final NewsRound news;

    NoticeApiTest(WireClients clients, TestPeople people, PromotionBench bench, NewsRound news) {
        this.clients = clients;
        this.people = people;
        this.bench = bench;
        this.news = news;
    }

    @Test
    void aReviewerIsToldOverTheApiWhatWaitsWithItsLinkAndReadsIt() {
        WireClient priya = clients.as(people.priya());
        long number = bench.asked(
                people.dana(), bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good()));
        Awaitility.await().untilAsserted(() -> {
            news.run();
            assertThat(priya.get(NOTICES, "unread", "true", "kind", "your_turn").at("/notices/0/subject"))
                    .isEqualTo("promotion/PR-" + number);
        });

        WireClient.Answer all = priya.get(NOTICES, "unread", "true", "max_results", "1");
        assertThat(all.at("/notices/0/sentence")).endsWith("waits for your decision (PR-" + number + ").");
        assertThat(all.at("/notices/0/link"))
                .endsWith("/promotions/PR-" + number)
                .startsWith("http://");
        assertThat(all.json().at("/unread").asInt()).isPositive();

        String id = all.at("/notices/0/id");
        assertThat(all.json().at("/notices/0/done").asBoolean(true)).isFalse();
        assertThat(clients.dana().post(NOTICES + "/" + id + "/read", "{}").status())
                .isEqualTo(200);
        assertThat(priya.get(NOTICES, "unread", "true").at("/notices/0/id")).isEqualTo(id);
        assertThat(priya.post(NOTICES + "/" + id + "/read", "{}").status()).isEqualTo(200);
        assertThat(priya.get(NOTICES, "unread", "true").text()).doesNotContain(id);
        assertThat(priya.post(NOTICES + "/read", "{}").json().at("/unread").asInt(-1))
                .isZero();

        bench.approve(people.ravi(), number);
        Awaitility.await().untilAsserted(() -> {
            news.run();
            assertThat(priya.get(NOTICES).text()).containsPattern("\"" + id + "\"[^}]*\"done\" ?: ?true");
        });
        assertThat(priya.get(NOTICES, "kind", "your_turn").text()).doesNotContain(id);
    }

    @Test
    void whatCannotBeIsSaidByField() {
        WireClient vera = clients.as(people.vera());

        assertThat(vera.get(NOTICES, "kind", "gossip").status()).isEqualTo(400);
        assertThat(vera.get(NOTICES, "max_results", "0").at("/field")).isEqualTo("max_results");
        assertThat(vera.post(NOTICES + "/nonsense/read", "{}").status()).isEqualTo(400);
        assertThat(vera.raw("PUT", NOTICES + "/settings", "{\"email\": \"nowhere\"}")
                        .at("/field"))
                .isEqualTo("email");
        assertThat(vera.raw("PUT", NOTICES + "/settings", "{\"by_mail\": {\"GOSSIP\": true}}")
                        .at("/field"))
                .isEqualTo("by_mail");
        WireClient.Answer neither = vera.raw("PUT", NOTICES + "/settings", "{\"by_mail\": {\"DISCUSSION\": null}}");
        assertThat(neither.status()).isEqualTo(400);
        assertThat(neither.at("/field")).isEqualTo("by_mail.DISCUSSION");
    }

    @Test
    void everybodySetsHowTheyAreTold() {
        WireClient carl = clients.as(people.carl());

        WireClient.Answer set = carl.raw(
                "PUT",
                NOTICES + "/settings",
                "{\"email\": \"cj@people.example\", \"by_mail\": {\"DISCUSSION\": false}}");

        assertThat(set.at("/email")).isEqualTo("cj@people.example");
        assertThat(set.json().at("/by_mail/DISCUSSION").asBoolean(true)).isFalse();
        assertThat(carl.get(NOTICES + "/settings")
                        .json()
                        .at("/by_mail/YOUR_TURN")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void administratorsSetAddressesAndNobodyElseDoes() {
        String path = "/api/gatehouse/v1/people/ravi/address";
        people.ravi();

        assertThat(clients.as(people.adam())
                        .raw("PUT", path, "{\"email\": \"rm@people.example\"}")
                        .at("/email"))
                .isEqualTo("rm@people.example");
        assertThat(clients.dana()
                        .raw("PUT", path, "{\"email\": \"x@people.example\"}")
                        .status())
                .isEqualTo(403);
        assertThat(clients.dana().get("/api/gatehouse/v1/people").status()).isEqualTo(403);
        assertThat(clients.as(people.adam()).get("/api/gatehouse/v1/people").text())
                .contains("rm@people.example");
        assertThat(clients.as(people.adam())
                        .get("/api/gatehouse/v1/people/undelivered")
                        .status())
                .isEqualTo(200);
    }
}
