package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Runs;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

@PortalTest
class LoggedModelWireTest {
    private static final String FILES = "/api/2.0/mlflow-artifacts/artifacts/";

    private final WireClient dana;
    private final String experiment;
    private final String run;

    LoggedModelWireTest(WireClients clients, TestPeople people, Experiments experiments, Runs runs, Ids ids) {
        this.dana = clients.dana();
        long id = experiments.create(people.dana(), "e " + ids.hex32(), "", List.of());
        this.experiment = Long.toString(id);
        this.run = runs.create(
                        people.dana(), new Runs.NewRun(id, "", Optional.empty(), OptionalLong.empty(), List.of()))
                .info()
                .id();
    }

    @Test
    void aLoggedModelGoesItsWayFromPendingToRegistered() {
        Answer made = make();
        String id = made.at("/model/info/model_id");
        assertThat(made.at("/model/info/status")).isEqualTo("LOGGED_MODEL_PENDING");
        assertThat(made.at("/model/info/artifact_uri"))
                .isEqualTo("mlflow-artifacts:/" + experiment + "/models/" + id + "/artifacts");
        assertThat(made.at("/model/data/params/0/key")).isEqualTo("depth");
        assertThat(dana.raw("PATCH", "logged-models/" + id, "{\"model_id\": \"" + id + "\", \"status\": 2}")
                        .at("/model/info/status"))
                .isEqualTo("LOGGED_MODEL_READY");
        assertThat(dana.raw("PATCH", "logged-models/" + id, "{\"status\": \"WAT\"}")
                        .status())
                .isEqualTo(400);
        assertThat(dana.post("logged-models/" + id + "/params", "{'params': [{'key': 'eta', 'value': '1'}]}")
                        .text())
                .isEqualTo("{}");

        String name = "churn-" + id;
        dana.post("registered-models/create", "{'name': '" + name + "'}");
        Answer version = dana.post(
                "model-versions/create",
                "{'name': '" + name + "', 'source': 'models:/" + id + "', 'model_id': '" + id + "'}");
        assertThat(version.at("/model_version/run_id")).isEqualTo(run);
        assertThat(dana.get("model-versions/get-download-uri", "name", name, "version", "1")
                        .at("/artifact_uri"))
                .isEqualTo(made.at("/model/info/artifact_uri"));
        Answer again = dana.get("logged-models/" + id);
        assertThat(again.at("/model/info/tags/0/key")).isEqualTo("mlflow.modelVersions");
        assertThat(again.json().at("/model/data/params")).hasSize(2);
        assertThat(dana.send(
                                "PUT",
                                FILES + experiment + "/models/" + id + "/artifacts/MLmodel",
                                BodyPublishers.ofString("x"))
                        .errorCode())
                .isEqualTo("PERMISSION_DENIED");
    }

    @Test
    void tagsAreSetAndDeletedByTheirKeyInThePath() {
        String id = make().at("/model/info/model_id");
        String tags = "{\"tags\": [{\"key\": \"team/name\", \"value\": \"x\"}]}";

        assertThat(dana.raw("PATCH", "logged-models/" + id + "/tags", tags).text())
                .isEqualTo("{}");
        assertThat(delete("logged-models/" + id + "/tags/team/name").text()).isEqualTo("{}");
        assertThat(delete("logged-models/" + id + "/tags/team/name").status()).isEqualTo(404);
    }

    @Test
    void aDeletedModelIsGoneUnlessDeletedOnesAreAllowed() {
        String id = make().at("/model/info/model_id");

        assertThat(delete("logged-models/" + id).text()).isEqualTo("{}");
        Answer gone = dana.get("logged-models/" + id);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.message()).isEqualTo("Logged model with ID '" + id + "' not found.");
        assertThat(dana.get("logged-models/" + id, "allow_deleted", "true").status())
                .isEqualTo(200);
    }

    @Test
    void aSearchFindsByNameAndPagesOn() {
        make();
        make();

        Answer first = search("'filter': \"name = 'model'\", 'max_results': 1");
        assertThat(first.json().at("/models")).hasSize(1);
        Answer second = search(
                "'filter': \"name = 'model'\", 'max_results': 1, 'page_token': '" + first.at("/next_page_token") + "'");
        assertThat(second.json().at("/models")).hasSize(1);
        assertThat(second.json().at("/next_page_token").isMissingNode()).isTrue();
        assertThat(search("'max_results': 1, 'page_token': '" + first.at("/next_page_token") + "'")
                        .status())
                .isEqualTo(400);
        assertThat(search("'order_by': [{'field_name': 'creation_time', 'ascending': false}]")
                        .status())
                .isEqualTo(200);
        assertThat(search("'filter': 'nothing > 1'").errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
    }

    @Test
    void filesOfARunAndOfALoggedModelAreListedAndOpenedByTheirOwner() {
        String id = make().at("/model/info/model_id");
        String ofModel = experiment + "/models/" + id + "/artifacts";
        String ofRun = experiment + "/" + run + "/artifacts";
        dana.send("PUT", FILES + ofModel + "/deep/MLmodel", BodyPublishers.ofString("m"));
        dana.send("PUT", FILES + ofRun + "/plots/a.png", BodyPublishers.ofString("p"));

        Answer runFiles = dana.get("artifacts/list", "run_id", run, "path", "plots");
        assertThat(runFiles.at("/root_uri")).isEqualTo("mlflow-artifacts:/" + ofRun);
        assertThat(runFiles.at("/files/0/path")).isEqualTo("plots/a.png");
        assertThat(dana.get("artifacts/list", "run_id", run).at("/files/0/path"))
                .isEqualTo("plots");
        assertThat(dana.get("artifacts/list", "run_id", run, "path", "../x").message())
                .isEqualTo("Invalid path");
        assertThat(dana.get("logged-models/" + id + "/artifacts/directories", "artifact_directory_path", "deep")
                        .at("/files/0/path"))
                .isEqualTo("deep/MLmodel");
        assertThat(dana.get(
                                "/ajax-api/2.0/mlflow/logged-models/" + id + "/artifacts/files",
                                "artifact_file_path",
                                "deep/MLmodel")
                        .text())
                .isEqualTo("m");
        assertThat(dana.get("/get-artifact", "run_id", run, "path", "plots/a.png")
                        .text())
                .isEqualTo("p");
        assertThat(dana.get("/get-artifact", "run_id", run, "path", "../../x").message())
                .isEqualTo("Invalid path");
        assertThat(dana.send(
                                "POST",
                                "/ajax-api/2.0/mlflow/upload-artifact?run_uuid=" + run + "&path=note.txt",
                                BodyPublishers.ofString("n"))
                        .text())
                .isEqualTo("{}");
        assertThat(dana.get("/get-artifact", "run_uuid", run, "path", "note.txt")
                        .text())
                .isEqualTo("n");
    }

    private Answer make() {
        return dana.post(
                "logged-models",
                "{'experiment_id': '" + experiment + "', 'name': 'model', 'source_run_id': '" + run
                        + "', 'model_type': 'xgboost', 'params': [{'key': 'depth', 'value': '7'}]}");
    }

    private Answer search(String fields) {
        String json = "{'experiment_ids': ['" + experiment + "'], " + fields + "}";
        // Quotes inside the filter stay single.
        String body = json.replace("\"name = 'model'\"", "@").replace('\'', '"').replace("@", "\"name = 'model'\"");
        return dana.raw("POST", "logged-models/search", body);
    }

    private Answer delete(String path) {
        return dana.send("DELETE", path, BodyPublishers.noBody());
    }
}
