package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that once differed from those of MLflow's own server to the same calls. */
@PortalTest
class SameAsMlflowWireTest {
    private final WireClient dana;
    private final String name;
    private final String experiment;
    private final String run;

    SameAsMlflowWireTest(WireClients clients, Ids ids) {
        this.dana = clients.dana();
        this.name = "same-" + ids.hex32();
        this.experiment = TestWire.experiment(dana);
        this.run = TestWire.run(dana, experiment);
    }

    @Test
    void theNewestVersionsOfAModelCarryTheirTags() {
        Answer version = registered("[{'key': 'team', 'value': 'x'}]");
        assertThat(version.status()).isEqualTo(200);

        Answer model = dana.get("registered-models/get", "name", name);
        Answer found = dana.get("registered-models/search", "filter", "name = '" + name + "'");

        assertThat(model.at("/registered_model/latest_versions/0/tags/0/value")).isEqualTo("x");
        assertThat(found.at("/registered_models/0/latest_versions/0/tags/0/key"))
                .isEqualTo("team");
    }

    @Test
    void aVersionAlwaysHasADescriptionAndARunWhileAModelHasADescriptionOnlyIfItIsNotEmpty() {
        assertThat(dana.post("registered-models/create", "{'name': '" + name + "', 'description': ''}")
                        .json()
                        .at("/registered_model/description")
                        .isMissingNode())
                .isTrue();

        Answer version = dana.post("model-versions/create", "{'name': '" + name + "', 'source': 's3://bucket/model'}");

        assertThat(version.json().at("/model_version/description").isString()).isTrue();
        assertThat(version.json().at("/model_version/run_id").isString()).isTrue();
    }

    @Test
    void aLoggedModelAlwaysHasATypeAndASourceRunAndANameIsMadeUpForAnEmptyOne() {
        Answer model = dana.post("logged-models", "{'experiment_id': '" + experiment + "', 'name': ''}");

        assertThat(model.json().at("/model/info/model_type").isString()).isTrue();
        assertThat(model.json().at("/model/info/source_run_id").isString()).isTrue();
        assertThat(model.at("/model/info/name")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | model-versions/set-tag          | \"key\": \"a\", \"value\": \"b\"",
                "DELETE | model-versions/delete-tag       | \"key\": \"a\"",
                "PATCH  | model-versions/update           | \"description\": \"a\"",
                "DELETE | model-versions/delete           | \"tags\": []",
                "POST   | model-versions/transition-stage | \"stage\": \"Staging\"",
                "POST   | registered-models/alias         | \"alias\": \"shadow\"",
            })
    void whoeverChangesAVersionOfAModelThatIsNotThereIsToldThatThereIsNoSuchVersion(
            String method, String path, String fields) {
        Answer answer = dana.raw(method, path, "{\"name\": \"" + name + "\", \"version\": \"1\", " + fields + "}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("Model Version (name=" + name + ", version=1) not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "https://elsewhere/model", "runs:/abc/model", "models:/a/b/c", "./x"})
    void aBadSourceIsRefusedBeforeTheModelIsLookedFor(String source) {
        Answer answer = dana.post(
                "model-versions/create",
                "{'name': '" + name + "', 'source': '" + source + "', 'run_id': '" + run + "'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith("Invalid model version source: '" + source + "'");
    }

    @Test
    void aSourceThatNamesItsRunIsKeptAsItIs() {
        dana.post("registered-models/create", "{'name': '" + name + "'}");
        String source = "runs:/" + run + "/model";

        Answer answer = dana.post(
                "model-versions/create",
                "{'name': '" + name + "', 'source': '" + source + "', 'run_id': '" + run + "'}");

        assertThat(answer.at("/model_version/source")).isEqualTo(source);
        assertThat(dana.get("model-versions/get-download-uri", "name", name, "version", "1")
                        .at("/artifact_uri"))
                .isEqualTo(source);
    }

    @Test
    void aSourceThatNamesItsRunClaimsNoLoggedModelOfAnother() {
        dana.post("registered-models/create", "{'name': '" + name + "'}");
        String foreign = dana.post("logged-models", "{'experiment_id': '" + experiment + "', 'name': 'a'}")
                .at("/model/info/model_id");

        Answer answer = dana.post(
                "model-versions/create",
                "{'name': '" + name + "', 'source': 'runs:/" + run + "/model', 'run_id': '" + run + "', 'model_id': '"
                        + foreign + "'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(dana.get("logged-models/" + foreign).text()).doesNotContain("mlflow.modelVersions");
    }

    @Test
    void aVersionDoesNotComeFromARunThatIsNotThere() {
        dana.post("registered-models/create", "{'name': '" + name + "'}");
        String nobody = "0".repeat(32);

        Answer answer = dana.post(
                "model-versions/create",
                "{'name': '" + name + "', 'source': 'mlflow-artifacts:/" + experiment + "/" + nobody
                        + "/artifacts/model', 'run_id': '" + nobody + "'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith("Invalid model version source: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | a b | Invalid alias name: 'a b'",
                "DELETE | a b | Invalid alias name: 'a b'",
            })
    void anAliasThatCannotBeOneIsRefusedWhereverItIsNamed(String method, String alias, String message) {
        dana.post("registered-models/create", "{'name': '" + name + "'}");

        Answer answer = method.equals("GET")
                ? dana.get("registered-models/alias", "name", name, "alias", alias)
                : dana.raw(
                        method,
                        "registered-models/alias",
                        "{\"name\": \"" + name + "\", \"alias\": \"" + alias + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith(message);
    }

    @Test
    void longAliasesAndKeysAreToldHowLongTheyMayBe() {
        dana.post("registered-models/create", "{'name': '" + name + "'}");

        assertThat(dana.get("registered-models/alias", "name", name, "alias", "x".repeat(256))
                        .message())
                .isEqualTo("'Registered model alias name' exceeds the maximum length of 255 characters");
        assertThat(dana.post(
                                "registered-models/set-tag",
                                "{'name': '" + name + "', 'key': '" + "x".repeat(251) + "', 'value': ''}")
                        .message())
                .isEqualTo("'key' exceeds the maximum length of 250 characters");
    }

    @Test
    void aTagThatCouldNotBeSetIsNotDeletedEither() {
        dana.post("registered-models/create", "{'name': '" + name + "'}");

        Answer answer =
                dana.raw("DELETE", "registered-models/delete-tag", "{\"name\": \"" + name + "\", \"key\": \"a//b\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).startsWith("Invalid value for parameter 'key' supplied");
    }

    @Test
    void theNewestOfNoVersionsIsAMiss() {
        dana.post("registered-models/create", "{'name': '" + name + "'}");

        Answer answer = dana.get("registered-models/alias", "name", name, "alias", "latest");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("Latest version not found for model " + name + ".");
    }

    @Test
    void aModelMayBeRenamedToTheNameItHas() {
        dana.post("registered-models/create", "{'name': '" + name + "'}");

        Answer answer = dana.post("registered-models/rename", "{'name': '" + name + "', 'new_name': '" + name + "'}");

        assertThat(answer.at("/registered_model/name")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a:b", ".", "..", "  "})
    void aNameThatNoModelCanHaveIsRefusedAndNotLookedFor(String odd) {
        Answer answer = dana.get("registered-models/get", "name", odd);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
    }

    @Test
    void aStageThatIsNoneIsRefusedOnlyForAModelThatIsThere() {
        assertThat(dana.get("registered-models/get-latest-versions", "name", name, "stages", "nonsense")
                        .status())
                .isEqualTo(404);
        dana.post("registered-models/create", "{'name': '" + name + "'}");
        assertThat(dana.get("registered-models/get-latest-versions", "name", name, "stages", "nonsense")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aRunKeepsItsNameWhenItsNameTagIsEmptied() {
        String before = dana.get("runs/get", "run_id", run).at("/run/info/run_name");

        dana.post("runs/set-tag", "{'run_id': '" + run + "', 'key': 'mlflow.runName', 'value': ''}");

        assertThat(dana.get("runs/get", "run_id", run).at("/run/info/run_name")).isEqualTo(before);
    }

    @Test
    void anExperimentThatIsNotThereIsNamedBeforeNamesThatContradictEachOther() {
        Answer answer = dana.post(
                "runs/create",
                "{'experiment_id': '987654321', 'run_name': 'a', 'tags': [{'key': 'mlflow.runName', 'value': 'b'}]}");

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void aListThatIsNeededIsThereEvenIfItIsEmpty() {
        assertThat(dana.post("runs/outputs", "{'run_id': '" + run + "', 'models': []}")
                        .text())
                .isEqualTo("{}");
        assertThat(dana.post("runs/outputs", "{'run_id': '" + run + "'}").message())
                .startsWith("Missing value for required parameter 'models'");
        assertThat(dana.post("logged-models/search", "{'filter': ''}").message())
                .startsWith("Missing value for required parameter 'experiment_ids'");
    }

    @Test
    void aDatasetOfAMetricIsNamedWhole() {
        Answer model = dana.post("logged-models", "{'experiment_id': '" + experiment + "', 'name': 'a'}");

        Answer answer = dana.post(
                "runs/log-metric",
                "{'run_id': '" + run + "', 'key': 'auc', 'value': 1, 'timestamp': 1, 'model_id': '"
                        + model.at("/model/info/model_id") + "', 'dataset_name': 'd'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo("Both dataset_name and dataset_digest must be provided if one is provided");
    }

    @Test
    void aFieldThatIsSpeltTwoWaysIsRefused() {
        Answer answer =
                dana.post("runs/set-tag", "{'run_id': '" + run + "', 'runId': 'x', 'key': 'team', 'value': 'churn'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("both 'run_id' and 'runId'");
    }

    @Test
    void aPathOutOfTheStoreIsRefusedBeforeTheRunIsLookedFor() {
        Answer answer = dana.get("artifacts/list", "run_id", "0".repeat(32), "path", "../x");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("Invalid path");
    }

    @Test
    void theRootOfAMachineIsNotTheRootOfTheStore() {
        Answer answer = dana.get("/api/2.0/mlflow-artifacts/artifacts", "path", "/");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("Invalid path");
    }

    @Test
    void aSampleOfAHistoryHasNoMoreThanWasWishedHoweverManyWereLoggedAtOneStep() {
        StringBuilder metrics = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            metrics.append(i == 0 ? "" : ",")
                    .append("{'key': 'm', 'value': " + i + ", 'timestamp': " + i + ", 'step': " + (i < 30 ? 0 : i)
                            + "}");
        }
        dana.post("runs/log-batch", "{'run_id': '" + run + "', 'metrics': [" + metrics + "]}");

        assertThat(sampled("2")).containsExactly(0.0, 39.0);
        assertThat(sampled("1")).containsExactly(39.0);
        assertThat(sampled("4")).containsExactly(0.0, 10.0, 20.0, 39.0);
    }

    private List<Double> sampled(String most) {
        return dana.get("metrics/get-history-bulk-interval", "run_ids", run, "metric_key", "m", "max_results", most)
                .json()
                .at("/metrics")
                .valueStream()
                .map(metric -> metric.path("value").asDouble())
                .toList();
    }

    @Test
    void sampledRunsComeInTheOrderTheyWereAskedFor() {
        String other = TestWire.run(dana, experiment);
        for (String id : List.of(run, other)) {
            dana.post("runs/log-metric", "{'run_id': '" + id + "', 'key': 'm', 'value': 1, 'timestamp': 1}");
        }

        Answer found =
                dana.get("metrics/get-history-bulk-interval", "run_ids", other, "run_ids", run, "metric_key", "m");

        assertThat(found.at("/metrics/0/run_id")).isEqualTo(other);
        assertThat(found.at("/metrics/1/run_id")).isEqualTo(run);
    }

    @Test
    void whatScreensAskForIsMissedInMlflowsWords() {
        assertThat(dana.get("/ajax-api/2.0/mlflow/metrics/get-history-bulk", "metric_key", "m")
                        .message())
                .isEqualTo("GetMetricHistoryBulk request must specify at least one run_id.");
        assertThat(dana.get("/ajax-api/2.0/mlflow/metrics/get-history-bulk", "run_id", run)
                        .message())
                .isEqualTo("GetMetricHistoryBulk request must specify a metric_key.");
        assertThat(dana.post("/ajax-api/2.0/mlflow/experiments/search-datasets", "{'experiment_ids': []}")
                        .message())
                .isEqualTo("SearchDatasets request must specify at least one experiment_id.");
        assertThat(dana.post("/ajax-api/2.0/mlflow/upload-artifact", "{}").message())
                .isEqualTo("Request must specify run_uuid.");
        assertThat(dana.post("/ajax-api/2.0/mlflow/upload-artifact?run_uuid=" + run + "&path=../a.txt", "")
                        .message())
                .isEqualTo("Invalid path");
        assertThat(dana.post("/ajax-api/2.0/mlflow/upload-artifact?run_uuid=" + run + "&path=a.txt", "")
                        .message())
                .isEqualTo("Request must specify data.");
    }

    @Test
    void aQueryMayNameAsManyRunsAsMlflowsOwnServerTakes() {
        String many = "run_id=" + String.join("&run_id=", Collections.nCopies(1_000, "0".repeat(32)));

        Answer answer = dana.get("/ajax-api/2.0/mlflow/metrics/get-history-bulk?metric_key=m&" + many);

        assertThat(answer.message())
                .isEqualTo("GetMetricHistoryBulk request cannot specify more than 100 run_ids. Received 1000 run_ids.");
    }

    @Test
    void theRegistrationsOfALoggedModelAreWrittenAsMlflowsServerWritesThem() {
        String id = dana.post("logged-models", "{'experiment_id': '" + experiment + "', 'name': 'a'}")
                .at("/model/info/model_id");
        dana.post("registered-models/create", "{'name': '" + name + "'}");

        dana.post(
                "model-versions/create",
                "{'name': '" + name + "', 'source': 'models:/" + id + "', 'model_id': '" + id + "'}");

        assertThat(dana.get("logged-models/" + id).at("/model/info/tags/0/value"))
                .isEqualTo("[{\"name\": \"" + name + "\", \"version\": 1}]");
    }

    private Answer registered(String tags) {
        dana.post("registered-models/create", "{'name': '" + name + "'}");
        return dana.post(
                "model-versions/create",
                "{'name': '" + name + "', 'source': 'mlflow-artifacts:/" + experiment + "/" + run
                        + "/artifacts/model', 'run_id': '" + run + "', 'tags': " + tags + "}");
    }
}
