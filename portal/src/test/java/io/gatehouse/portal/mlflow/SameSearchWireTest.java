package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches whose answers once differed from those of MLflow's own server. */
@PortalTest
class SameSearchWireTest {
    private final WireClient dana;
    private final String experiment;

    SameSearchWireTest(WireClients clients) {
        this.dana = clients.dana();
        this.experiment = TestWire.experiment(dana);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" start_time", "start_time ", "\\tstart_time desc", "start_time desc ", "\\u0027run_name\\u0027"
            })
    void anOrderWithBlanksAtItsEndsOrInQuotesIsRefused(String order) {
        Answer answer = dana.raw(
                "POST",
                "runs/search",
                "{\"experiment_ids\": [\"" + experiment + "\"], \"order_by\": [\"" + order + "\"]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith("Invalid order_by clause '").endsWith("'. Could not be parsed.");
    }

    @Test
    void aFilterOfBlanksIsNoFilter() {
        Answer answer = dana.post("runs/search", "{'experiment_ids': ['" + experiment + "'], 'filter': '  '}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("Invalid filter '  '. Could not be parsed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registered-models/search", "model-versions/search"})
    void attributesOfTheRegistryAreNamedInTheSingular(String path) {
        assertThat(dana.get(path, "filter", "attributes.name = 'x'").message())
                .startsWith("Invalid entity type 'attributes'");
        assertThat(dana.get(path, "filter", "attribute.name = 'x'").status()).isEqualTo(200);
    }

    @Test
    void attributesOfLoggedModelsAreNamedInThePlural() {
        assertThat(filtered("attribute.name = 'x'").message()).startsWith("Invalid entity type 'attribute'");
        assertThat(filtered("attributes.name = 'x'").status()).isEqualTo(200);
    }

    @Test
    void experimentsAndLoggedModelsMayBeOrderedByOneFieldTwice() {
        assertThat(dana.post("experiments/search", "{'max_results': 1, 'order_by': ['name', 'name DESC']}")
                        .status())
                .isEqualTo(200);
        assertThat(logged("'order_by': [{'field_name': 'name'}, {'field_name': 'name', 'ascending': false}]")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void loggedModelsAreFoundByTagsAndParamsOfAList() {
        Answer made = dana.post(
                "logged-models",
                "{'experiment_id': '" + experiment + "', 'name': 'a', 'tags': [{'key': 'team', 'value': 'churn'}],"
                        + " 'params': [{'key': 'lr', 'value': '0.1'}]}");
        String id = made.at("/model/info/model_id");

        assertThat(filtered("tags.team IN ('x', 'churn') AND params.lr NOT IN ('1')")
                        .at("/models/0/info/model_id"))
                .isEqualTo(id);
        assertThat(filtered("tags.team NOT IN ('x', 'churn')").text()).isEqualTo("{}");
    }

    @Test
    void aLoggedModelWithoutASourceRunDiffersFromEveryRun() {
        dana.post("logged-models", "{'experiment_id': '" + experiment + "', 'name': 'a'}");

        assertThat(filtered("source_run_id != 'x'").at("/models/0/info/name")).isEqualTo("a");
        assertThat(filtered("source_run_id NOT IN ('x')").at("/models/0/info/name"))
                .isEqualTo("a");
        assertThat(filtered("source_run_id = ''").at("/models/0/info/name")).isEqualTo("a");
    }

    @Test
    void loggedModelsAreOrderedByMetricsWhoseNamesHaveBlanks() {
        assertThat(logged("'order_by': [{'field_name': 'metrics.m 1 of 2'}]").status())
                .isEqualTo(200);
    }

    @Test
    void morePagesOfLoggedModelsThanAThousandFitIntoOne() {
        assertThat(logged("'max_results': 50000").status()).isEqualTo(200);
    }

    @Test
    void tagsAndAliasesDoNotMakeAModelTheOneThatWasUpdatedLast() {
        String prefix = "order-" + experiment + "-";
        dana.post("registered-models/create", "{'name': '" + prefix + "a'}");
        dana.post("registered-models/create", "{'name': '" + prefix + "b'}");
        dana.post("registered-models/set-tag", "{'name': '" + prefix + "a', 'key': 'team', 'value': 'x'}");
        assertThat(newest(prefix)).isEqualTo(prefix + "b");

        dana.raw("PATCH", "registered-models/update", "{\"name\": \"" + prefix + "a\", \"description\": \"x\"}");

        assertThat(newest(prefix)).isEqualTo(prefix + "a");
    }

    private String newest(String prefix) {
        return dana.get(
                        "registered-models/search",
                        "filter",
                        "name LIKE '" + prefix + "%'",
                        "order_by",
                        "last_updated_timestamp DESC")
                .at("/registered_models/0/name");
    }

    private Answer filtered(String filter) {
        return dana.raw(
                "POST",
                "logged-models/search",
                "{\"experiment_ids\": [\"" + experiment + "\"], \"filter\": \"" + filter + "\"}");
    }

    private Answer logged(String fields) {
        return dana.post("logged-models/search", "{'experiment_ids': ['" + experiment + "'], " + fields + "}");
    }
}
