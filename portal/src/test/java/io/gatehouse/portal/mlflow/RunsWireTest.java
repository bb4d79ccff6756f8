package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PortalTest
class RunsWireTest {
    private final WireClient dana;

    RunsWireTest(WireClients clients) {
        dana = clients.dana();
    }

    @Test
    void aNewRunRunsAndSaysSoInMlflowsShape() {
        String experiment = TestWire.experiment(dana);
        Answer created = dana.post(
                "runs/create", "{'experiment_id':'" + experiment + "','run_name':'first','start_time':0,'user_id':''}");

        String id = created.at("/run/info/run_id");
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(created.text())
                .isEqualTo(("{'run':{'info':{'run_id':'ID','run_uuid':'ID','experiment_id':'EXP','run_name':'first',"
                                + "'user_id':'','status':'RUNNING','start_time':0,"
                                + "'artifact_uri':'mlflow-artifacts:/EXP/ID/artifacts','lifecycle_stage':'active'},"
                                + "'data':{'tags':[{'key':'mlflow.runName','value':'first'}]},"
                                + "'inputs':{},'outputs':{}}}")
                        .replace('\'', '"')
                        .replace("ID", id)
                        .replace("EXP", experiment));
    }

    @Test
    void aRunWithoutAnExperimentGoesToTheDefaultOneUnderAMadeUpName() {
        Answer created = dana.post("runs/create", "{}");

        assertThat(created.at("/run/info/experiment_id")).isEqualTo("0");
        assertThat(created.at("/run/info/run_name")).matches("[a-z]+-[a-z]+-\\d+");
        assertThat(created.json().at("/run/info/start_time").asLong()).isPositive();
    }

    @Test
    void updatesChangeOnlyWhatTheyName() {
        String id = TestWire.run(dana);
        Answer updated = dana.post(
                "runs/update", "{'run_uuid':'" + id + "','run_id':'" + id + "','status':'FINISHED','end_time':'99'}");
        assertThat(updated.at("/run_info/status")).isEqualTo("FINISHED");
        assertThat(updated.json().at("/run_info/end_time").asLong()).isEqualTo(99);

        dana.post("runs/update", "{'run_id':'" + id + "','run_name':'renamed'}");
        Answer read = dana.get("runs/get", "run_uuid", id);
        assertThat(read.at("/run/info/run_name")).isEqualTo("renamed");
        assertThat(read.at("/run/info/status")).isEqualTo("FINISHED");
        assertThat(read.at("/run/data/tags/0/value")).isEqualTo("renamed");

        assertThat(dana.post("runs/update", "{'run_id':'" + id + "','status':1}")
                        .at("/run_info/status"))
                .isEqualTo("RUNNING");
    }

    @Test
    void aTagCanRenameTheRun() {
        String id = TestWire.run(dana);
        dana.post("runs/set-tag", "{'run_id':'" + id + "','key':'mlflow.runName','value':'tagged'}");

        assertThat(dana.get("runs/get", "run_id", id).at("/run/info/run_name")).isEqualTo("tagged");
    }

    @Test
    void aDeletedRunIsReadButNotWrittenAndComesBack() {
        String id = TestWire.run(dana);
        String body = "{'run_id':'" + id + "'}";

        assertThat(dana.post("runs/delete", body).text()).isEqualTo("{}");
        assertThat(dana.post("runs/delete", body).text()).isEqualTo("{}");
        assertThat(dana.get("runs/get", "run_id", id).at("/run/info/lifecycle_stage"))
                .isEqualTo("deleted");
        Answer refused = dana.post("runs/set-tag", "{'run_id':'" + id + "','key':'a','value':'b'}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).startsWith("The run " + id + " must be in the 'active' state");

        assertThat(dana.post("runs/restore", body).text()).isEqualTo("{}");
        assertThat(dana.post("runs/set-tag", "{'run_id':'" + id + "','key':'a','value':'b'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anUnknownRunIsA404ThatNamesIt() {
        for (String call : new String[] {"runs/delete", "runs/restore", "runs/update", "runs/log-batch"}) {
            Answer answer = dana.post(call, "{'run_id':'beef'}");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.message()).isEqualTo("Run with id=beef not found");
        }
        assertThat(dana.get("runs/get", "run_id", "beef").errorCode()).isEqualTo("RESOURCE_DOES_NOT_EXIST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runs/update|{'run_id':'x','status':'WAT'}|Invalid value \"WAT\" for parameter 'status' supplied",
                "runs/create|{'start_time':'soon'}|Invalid value \"soon\" for parameter 'start_time' supplied",
                "runs/create|{'start_time':9223372036854775808}|for parameter 'start_time' supplied",
                "runs/create|{'start_time':1e999999999}|for parameter 'start_time' supplied",
                "runs/create|{'experiment_id':'nine'}|Invalid experiment ID 'nine'",
                "runs/create|{'run_name':'a','tags':[{'key':'mlflow.runName','value':'b'}]}|Both 'run_name' argument",
                "runs/search|{'experiment_ids':['x']}|Invalid experiment ID 'x'",
                "runs/search|{'experiment_ids':[0]}|Invalid value 0 for parameter 'experiment_ids[0]' supplied",
                "runs/search|{'experiment_ids':['0'],'filter':'metrics.a > b'}|value is either not quoted",
                "runs/search|{'experiment_ids':['0'],'order_by':['metrics.a','metrics.a']}|duplicate",
                "runs/search|{'experiment_ids':['0'],'order_by':['dataset.name']}|order_by",
                "runs/search|{'max_results':-1}|Invalid value -1 for parameter 'max_results' supplied",
            })
    void aWrongRequestNamesWhatIsWrong(String path, String json, String message) {
        Answer answer = dana.post(path, json);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
        assertThat(answer.message()).contains(message);
    }

    @Test
    void searchWithoutExperimentsFindsNothing() {
        assertThat(dana.post("runs/search", "{}").text()).isEqualTo("{}");
    }

    @Test
    void searchFiltersOrdersAndPages() {
        String experiment = TestWire.experiment(dana);
        for (int i = 0; i < 3; i++) {
            String id = TestWire.run(dana, experiment);
            dana.post("runs/log-metric", "{'run_id':'" + id + "','key':'auc','value':0." + i + ",'timestamp':1}");
        }
        String query = "'experiment_ids':['" + experiment + "'],'filter':'metrics.auc >= 0.1',"
                + "'order_by':['metrics.auc DESC'],'max_results':1";

        Answer first = dana.post("runs/search", "{" + query + "}");
        Answer second = dana.post("runs/search", "{" + query + ",'page_token':'" + first.at("/next_page_token") + "'}");

        assertThat(first.json().at("/runs/0/data/metrics/0/value").asDouble()).isEqualTo(0.2);
        assertThat(second.json().at("/runs/0/data/metrics/0/value").asDouble()).isEqualTo(0.1);
        assertThat(second.json().has("next_page_token")).isFalse();
    }
}
