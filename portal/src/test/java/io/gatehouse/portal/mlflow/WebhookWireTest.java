package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PortalTest
class WebhookWireTest {
    private static final String EVENTS =
            "'events': [{'entity': 'MODEL_VERSION_ALIAS', 'action': 'CREATED'}, {'entity': 2, 'action': 1}]";
    private static final String HOOK = "{'name': 'deploy.1', 'url': 'https://8.8.8.8/hooks', 'description': 'Deploys',"
            + " 'secret': 'between us', " + EVENTS + "}";

    private final WireClient adam;
    private final WireClient dana;

    WebhookWireTest(WireClients clients, TestPeople people) {
        this.adam = clients.as(people.adam());
        this.dana = clients.dana();
    }

    @Test
    void aWebhookComesAsMlflowWritesItAndWithoutItsSecret() {
        Answer made = adam.post("webhooks", HOOK);

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.at("/webhook/name")).isEqualTo("deploy.1");
        assertThat(made.at("/webhook/url")).isEqualTo("https://8.8.8.8/hooks");
        assertThat(made.at("/webhook/description")).isEqualTo("Deploys");
        assertThat(made.at("/webhook/status")).isEqualTo("ACTIVE");
        assertThat(made.at("/webhook/events/0/entity")).isEqualTo("MODEL_VERSION");
        assertThat(made.at("/webhook/events/0/action")).isEqualTo("CREATED");
        assertThat(made.at("/webhook/events/1/entity")).isEqualTo("MODEL_VERSION_ALIAS");
        assertThat(made.json().at("/webhook/creation_timestamp").isIntegralNumber())
                .isTrue();
        assertThat(made.text()).doesNotContain("between us", "secret");
        assertThat(adam.get("webhooks/" + id(made)).text()).isEqualTo(made.text());
    }

    @Test
    void aChangeTouchesWhatItNamesAndADeletedOneIsGone() {
        String id = id(adam.post("webhooks", HOOK));
        Answer changed = adam.raw(
                "PATCH", "webhooks/" + id, "{\"name\": \"deploy-2\", \"status\": \"DISABLED\", \"events\": []}");

        assertThat(changed.at("/webhook/name")).isEqualTo("deploy-2");
        assertThat(changed.at("/webhook/status")).isEqualTo("DISABLED");
        assertThat(changed.json().at("/webhook/events").size()).isEqualTo(2);
        assertThat(changed.at("/webhook/description")).isEqualTo("Deploys");
        assertThat(adam.raw("PATCH", "webhooks/" + id, "{\"description\": \"\"}")
                        .text())
                .doesNotContain("description");
        assertThat(adam.raw("DELETE", "webhooks/" + id, "{}").text()).isEqualTo("{}");
        assertThat(adam.get("webhooks/" + id).errorCode()).isEqualTo("RESOURCE_DOES_NOT_EXIST");
        assertThat(adam.raw("DELETE", "webhooks/" + id, "{}").status()).isEqualTo(404);
        assertThat(adam.get("webhooks").text()).doesNotContain(id);
    }

    @Test
    void theListIsLeafedThrough() {
        String older = id(adam.post("webhooks", HOOK));
        String newer = id(adam.post("webhooks", HOOK));
        Answer first = adam.get("webhooks", "max_results", "1");
        assertThat(first.at("/webhooks/0/webhook_id")).isEqualTo(newer);
        Answer second = adam.get("webhooks", "max_results", "1", "page_token", first.at("/next_page_token"));
        assertThat(second.at("/webhooks/0/webhook_id")).isEqualTo(older);
        assertThat(adam.get("webhooks", "max_results", "0").at("/webhooks/1/webhook_id"))
                .isEqualTo(older);
        assertThat(adam.get("webhooks", "max_results", "-1").message())
                .isEqualTo("max_results must be between 1 and 1000.");
        assertThat(adam.get("webhooks", "page_token", "broken").errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'url': 'https://8.8.8.8', EVENTS} | Missing value for required parameter 'name'.",
                "{'name': 'a', EVENTS} | Missing value for required parameter 'url'.",
                "{'name': 7, 'url': 'https://8.8.8.8', EVENTS} | Invalid value 7 for parameter 'name' supplied",
                "{'name': 'a', 'url': 'https://8.8.8.8'} | Webhook events must be a non-empty list",
                "{'name': 'a', 'url': 'https://8.8.8.8', 'events': 'all'} | Invalid value \"all\" for parameter 'events'",
                "{'name': 'a', 'url': 'https://8.8.8.8', 'events': [{'entity': 'MODEL_VERSION'}]} | Missing value for required parameter 'events[0].action'.",
                "{'name': 'a', 'url': 'https://8.8.8.8', 'events': [{'entity': 'MODEL_VERSION', 'action': 'DELETED'}]} | Invalid action 'deleted' for entity 'model_version'.",
                "{'name': 'a', 'url': 'https://8.8.8.8', 'events': [{'entity': 'PROMPT', 'action': 'CREATED'}]} | Invalid action 'created' for entity 'prompt'.",
                "{'name': 'a', 'url': 'https://8.8.8.8', 'status': 'ON', EVENTS} | Invalid value \"ON\" for parameter 'status'",
                "{'name': 'a', 'url': 'http://8.8.8.8', EVENTS} | Invalid webhook URL scheme: 'http'.",
                "{'name': 'a', 'url': 'https://127.0.0.1', EVENTS} | Webhook URL must not resolve to a non-public IP address",
                "{'name': '-', 'url': 'https://8.8.8.8', EVENTS} | Webhook name '-' is invalid.",
            })
    void whatCannotBeIsNamed(String body, String sentence) {
        Answer refused = adam.post("webhooks", body.replace("EVENTS", EVENTS));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
        assertThat(refused.message()).startsWith(sentence);
    }

    @Test
    void onlyAdministratorsManageThem() {
        assertThat(dana.get("webhooks").status()).isEqualTo(403);
        assertThat(dana.post("webhooks", HOOK).errorCode()).isEqualTo("PERMISSION_DENIED");
        assertThat(adam.get("webhooks/no-id").errorCode()).isEqualTo("RESOURCE_DOES_NOT_EXIST");
    }

    private static String id(Answer answer) {
        return answer.at("/webhook/webhook_id");
    }
}
