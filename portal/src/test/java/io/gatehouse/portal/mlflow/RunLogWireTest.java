package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PortalTest
class RunLogWireTest {
    private final WireClient dana;

    RunLogWireTest(WireClients clients) {
        dana = clients.dana();
    }

    @Test
    void aBatchIsReadBackAsItWasLogged() {
        String id = TestWire.run(dana);
        Answer logged = dana.post(
                "runs/log-batch",
                "{'run_id':'" + id + "','metrics':[{'key':'auc','value':0.5,'timestamp':'7','step':'-2','run_id':'x'}],"
                        + "'params':[{'key':'depth','value':'3'}],'tags':[{'key':'a','value':'1'},{'key':'a','value':'2'}]}");

        Answer read = dana.get("runs/get", "run_id", id);
        assertThat(logged.text()).isEqualTo("{}");
        assertThat(read.text())
                .contains("\"metrics\":[{\"key\":\"auc\",\"value\":0.5,\"timestamp\":7,\"step\":-2}]")
                .contains("\"params\":[{\"key\":\"depth\",\"value\":\"3\"}]")
                .contains("{\"key\":\"a\",\"value\":\"2\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"NaN\"', '\"NaN\"'",
        "NaN, '\"NaN\"'",
        "'\"Infinity\"', 1.7976931348623157E308",
        "'\"-Infinity\"', -1.7976931348623157E308",
        "'\"0.25\"', 0.25",
        "1e400, 1.7976931348623157E308",
        "-0.0, 0.0",
    })
    void oddNumbersComeBackAsClientsReadThem(String sent, String read) {
        String id = TestWire.run(dana);
        Answer logged = dana.raw(
                "POST",
                "runs/log-metric",
                "{\"run_id\":\"" + id + "\",\"key\":\"a\",\"value\":" + sent + ",\"timestamp\":0}");

        assertThat(logged.status()).isEqualTo(200);
        assertThat(dana.get("metrics/get-history", "run_id", id, "metric_key", "a")
                        .text())
                .isEqualTo("{\"metrics\":[{\"key\":\"a\",\"value\":" + read + ",\"timestamp\":0,\"step\":0}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "runs/log-metric|'key':'a','timestamp':1|Missing value for required parameter 'value'",
                "runs/log-metric|'key':'a','value':1|Missing value for required parameter 'timestamp'",
                "runs/log-metric|'key':'a','value':true,'timestamp':1|Invalid value true for parameter 'value' supplied",
                "runs/log-metric|'key':'a','value':'x','timestamp':1|Invalid value \"x\" for parameter 'value' supplied",
                "runs/log-metric|'key':'a','value':1,'timestamp':-1|Invalid value -1 for parameter 'timestamp' supplied",
                "runs/log-metric|'key':'a','value':1,'timestamp':1,'step':1.5|Invalid value 1.5 for parameter 'step'",
                "runs/log-batch|'metrics':[{'key':'a','value':'x','timestamp':1}]|for parameter 'metrics[0].value' supplied",
                "runs/log-batch|'metrics':[{'key':'../a','value':1,'timestamp':1}]|for parameter 'metrics[0].name' supplied",
                "runs/log-batch|'tags':[{'key':'a'},{'key':'/b'}]|Invalid value \"/b\" for parameter 'tags[1].key' supplied",
                "runs/log-batch|'params':[{'key':'k','value':5}]|Invalid value 5 for parameter 'params[0].value' supplied",
                "runs/log-batch|'params':[{'key':'k','value':'1'},{'key':'k','value':'1'}]|Duplicate parameter keys have been submitted: ['k']",
                "runs/log-parameter|'value':'1'|Missing value for required parameter 'key'",
                "runs/set-tag|'key':'a*'|Names may only contain alphanumerics",
                "runs/log-inputs|'datasets':[{}]|Missing value for required parameter 'datasets[0].dataset'",
                "runs/log-model|'model_json':'{}'|missing mandatory fields",
            })
    void aWrongEntryNamesItsPlace(String path, String fields, String message) {
        Answer answer = dana.post(path, "{'run_id':'" + TestWire.run(dana) + "'," + fields + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains(message);
    }

    @Test
    void aBatchHoldsAtMostWhatMlflowsClientsSplitAt() {
        String id = TestWire.run(dana);
        assertThat(dana.post("runs/log-batch", "{'run_id':'" + id + "','metrics':[" + metrics(1_001) + "]}")
                        .message())
                .startsWith("A batch logging request can contain at most 1000 metrics. Got 1001 metrics.");
        assertThat(dana.post("runs/log-batch", "{'run_id':'" + id + "','params':[" + pairs(101) + "]}")
                        .message())
                .contains("at most 100 params. Got 101");
        assertThat(dana.post(
                                "runs/log-batch",
                                "{'run_id':'" + id + "','metrics':[" + metrics(950) + "],'tags':[" + pairs(51) + "]}")
                        .message())
                .contains("at most 1000 metrics, params, and tags. Got 1001");
        assertThat(dana.post(
                                "runs/log-batch",
                                "{'run_id':'" + id + "','metrics':[" + metrics(950) + "],'tags':[" + pairs(50) + "]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aParamIsWrittenOnce() {
        String id = TestWire.run(dana);
        assertThat(dana.post("runs/log-parameter", "{'run_id':'" + id + "','key':'depth','value':'3'}")
                        .status())
                .isEqualTo(200);
        assertThat(dana.post("runs/log-parameter", "{'run_id':'" + id + "','key':'depth','value':'3'}")
                        .status())
                .isEqualTo(200);

        Answer changed = dana.post("runs/log-parameter", "{'run_id':'" + id + "','key':'depth','value':'5'}");

        assertThat(changed.status()).isEqualTo(400);
        assertThat(changed.message()).startsWith("Changing param values is not allowed");
    }

    @Test
    void deletingATagThatIsNotThereIsA404() {
        String id = TestWire.run(dana);
        assertThat(dana.post("runs/delete-tag", "{'run_id':'" + id + "','key':'none'}")
                        .message())
                .isEqualTo("No tag with name: none in run with id " + id);
    }

    @Test
    void datasetsAndLoggedModelsOfARunAreShownWithIt() {
        String id = TestWire.run(dana);
        String dataset = "{'dataset':{'name':'d','digest':'1','source_type':'local','source':'{}'},"
                + "'tags':[{'key':'mlflow.data.context','value':'training'}]}";
        assertThat(dana.post("runs/log-inputs", "{'run_id':'" + id + "','datasets':[" + dataset + "]}")
                        .text())
                .isEqualTo("{}");
        dana.post("runs/outputs", "{'run_id':'" + id + "','models':[{'model_id':'m-1','step':0}]}");

        Answer read = dana.get("runs/get", "run_id", id);
        assertThat(read.at("/run/inputs/dataset_inputs/0/dataset/name")).isEqualTo("d");
        assertThat(read.at("/run/inputs/dataset_inputs/0/tags/0/value")).isEqualTo("training");
        assertThat(read.text()).contains("\"model_outputs\":[{\"model_id\":\"m-1\",\"step\":0}]");
        String experiment = read.at("/run/info/experiment_id");
        assertThat(dana.post(
                                "/ajax-api/2.0/mlflow/experiments/search-datasets",
                                "{'experiment_ids':['" + experiment + "']}")
                        .at("/dataset_summaries/0/context"))
                .isEqualTo("training");
    }

    @Test
    void anOldClientsModelsAreListedInTheirTagWithoutTheirConfig() {
        String id = TestWire.run(dana);
        String model = "{\\\"artifact_path\\\":\\\"model\\\",\\\"run_id\\\":\\\"" + id
                + "\\\",\\\"utc_time_created\\\":\\\"now\\\",\\\"flavors\\\":{\\\"f\\\":{\\\"config\\\":{},\\\"a\\\":1}}}";
        for (int i = 0; i < 2; i++) {
            dana.raw("POST", "runs/log-model", "{\"run_id\":\"" + id + "\",\"model_json\":\"" + model + "\"}");
        }

        assertThat(dana.get("runs/get", "run_id", id).at("/run/data/tags/0/value"))
                .startsWith("[{")
                .contains("\"artifact_path\":\"model\"")
                .contains("},{")
                .doesNotContain("config");
    }

    @Test
    void aHistoryIsPagedToItsEndAndUnknownOnesAreEmpty() {
        String id = TestWire.run(dana);
        dana.post("runs/log-batch", "{'run_id':'" + id + "','metrics':[" + metrics(5) + "]}");

        Answer first = dana.get("metrics/get-history", "run_id", id, "metric_key", "m", "max_results", "3");
        Answer second = dana.get(
                "metrics/get-history",
                "run_id",
                id,
                "metric_key",
                "m",
                "max_results",
                "3",
                "page_token",
                first.at("/next_page_token"));

        assertThat(first.json().at("/metrics").size()).isEqualTo(3);
        assertThat(second.json().at("/metrics").size()).isEqualTo(2);
        assertThat(second.json().has("next_page_token")).isFalse();
        assertThat(dana.get("metrics/get-history", "run_id", id, "metric_key", "none")
                        .text())
                .isEqualTo("{}");
        assertThat(dana.get("metrics/get-history", "run_id", "none", "metric_key", "m")
                        .text())
                .isEqualTo("{}");
    }

    @Test
    void aSampledHistoryKeepsFirstAndLastOfEachRun() {
        String id = TestWire.run(dana);
        dana.post("runs/log-batch", "{'run_id':'" + id + "','metrics':[" + metrics(50) + "]}");

        Answer sampled =
                dana.get("metrics/get-history-bulk-interval", "run_ids", id, "metric_key", "m", "max_results", "5");
        assertThat(sampled.json().at("/metrics").size()).isBetween(5, 7);
        assertThat(sampled.json().at("/metrics/0/step").asInt()).isZero();
        assertThat(sampled.json()
                        .at("/metrics")
                        .valueStream()
                        .mapToInt(metric -> metric.path("step").asInt()))
                .contains(49);
        assertThat(sampled.at("/metrics/0/run_id")).isEqualTo(id);
        assertThat(dana.get("metrics/get-history-bulk-interval", "run_ids", id, "metric_key", "m", "start_step", "1")
                        .message())
                .startsWith("Both start_step and end_step must be specified");
    }

    @Test
    void theBulkHistoryIsThereForScreensAloneAndItsListIsNeverMissing() {
        String id = TestWire.run(dana);
        String path = "/ajax-api/2.0/mlflow/metrics/get-history-bulk";

        assertThat(dana.get(path, "run_id", id, "metric_key", "none").text()).isEqualTo("{\"metrics\":[]}");
        assertThat(dana.get("metrics/get-history-bulk", "run_id", id, "metric_key", "none")
                        .errorCode())
                .isEqualTo("ENDPOINT_NOT_FOUND");
    }

    private static String metrics(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'key':'m','value':" + i + ",'timestamp':" + i + ",'step':" + i + "}")
                .collect(Collectors.joining(","));
    }

    private static String pairs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'key':'k" + i + "','value':'v'}")
                .collect(Collectors.joining(","));
    }
}
