package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PortalTest
class RegistryWireTest {
    private final WireClients clients;
    private final WireClient dana;
    private final TestPeople people;
    private final String name;
    private final String experiment;
    private final String run;

    RegistryWireTest(WireClients clients, TestPeople people, Ids ids) {
        this.clients = clients;
        this.dana = clients.dana();
        this.people = people;
        this.name = "churn-" + ids.hex32();
        this.experiment = TestWire.experiment(dana);
        this.run = TestWire.run(dana, experiment);
    }

    @BeforeEach
    void aModelWithTwoVersions() {
        assertThat(dana.post(
                                "registered-models/create",
                                "{'name': '" + name + "', 'tags': [{'key': 'team', 'value': 'x'}]}")
                        .status())
                .isEqualTo(200);
        register(1);
        register(2);
    }

    @Test
    void aModelComesAsMlflowWritesIt() {
        Answer model = dana.get("registered-models/get", "name", name);

        assertThat(model.at("/registered_model/name")).isEqualTo(name);
        assertThat(model.json().at("/registered_model/creation_timestamp").isIntegralNumber())
                .isTrue();
        assertThat(model.at("/registered_model/latest_versions/0/version")).isEqualTo("2");
        assertThat(model.json()
                        .at("/registered_model/latest_versions/0/aliases")
                        .isMissingNode())
                .isTrue();
        assertThat(model.at("/registered_model/tags/0/key")).isEqualTo("team");
        assertThat(model.json().at("/registered_model/description").isMissingNode())
                .isTrue();
        assertThat(model.json().at("/registered_model/aliases").isMissingNode()).isTrue();
    }

    @Test
    void aVersionComesAsMlflowWritesIt() {
        Answer version = dana.get("model-versions/get", "name", name, "version", "1");

        assertThat(version.json().at("/model_version/version").isString()).isTrue();
        assertThat(version.at("/model_version/status")).isEqualTo("READY");
        assertThat(version.at("/model_version/current_stage")).isEqualTo("None");
        assertThat(version.at("/model_version/run_id")).isEqualTo(run);
        assertThat(version.json().at("/model_version/run_link").isString()).isTrue();
        assertThat(dana.get("model-versions/get-download-uri", "name", name, "version", "1")
                        .at("/artifact_uri"))
                .isEqualTo("mlflow-artifacts:/" + experiment + "/" + run + "/artifacts/model-1");
    }

    @Test
    void aNumberWhereTextIsDeclaredIsRefused() {
        Answer answer =
                dana.post("registered-models/alias", "{'name': '" + name + "', 'alias': 'shadow', 'version': 1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("Invalid value 1 for parameter 'version' supplied");
        assertThat(dana.get("model-versions/get", "name", name, "version", "one")
                        .status())
                .isEqualTo(400);
        assertThat(dana.get("model-versions/get", "name", name).message())
                .startsWith("Missing value for required parameter 'version'");
    }

    @Test
    void aFreeAliasIsSetReadAndDeleted() {
        assertThat(alias("shadow", 2).text()).isEqualTo("{}");

        Answer version = dana.get("registered-models/alias", "name", name, "alias", "shadow");
        assertThat(version.at("/model_version/version")).isEqualTo("2");
        assertThat(version.at("/model_version/aliases/0")).isEqualTo("shadow");
        assertThat(dana.get("registered-models/get", "name", name).at("/registered_model/aliases/0/version"))
                .isEqualTo("2");
        String body = "{\"name\": \"" + name + "\", \"alias\": \"shadow\"}";
        assertThat(dana.raw("DELETE", "registered-models/alias", body).text()).isEqualTo("{}");
        assertThat(dana.raw("DELETE", "registered-models/alias", body).status()).isEqualTo(200);
        Answer gone = dana.get("registered-models/alias", "name", name, "alias", "shadow");
        assertThat(gone.status()).isEqualTo(400);
        assertThat(gone.message()).isEqualTo("Registered model alias shadow not found.");
    }

    @Test
    void theProtectedAliasIsRefusedWithTheLinkOfItsPromotionRequest() {
        Answer refused = alias("champion", 1);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorCode()).isEqualTo("PERMISSION_DENIED");
        assertThat(refused.message())
                .startsWith("Alias 'champion' of model '" + name + "' is protected: ")
                .matches(".* http://127\\.0\\.0\\.1:" + clients.port() + "/promotions/PR-\\d+");
        Answer staged = dana.post(
                "model-versions/transition-stage",
                "{'name': '" + name + "', 'version': '1', 'stage': 'production', 'archive_existing_versions': true}");
        assertThat(staged.status()).isEqualTo(403);
        assertThat(staged.message()).matches(".*/promotions/PR-\\d+");
    }

    @Test
    void stagesOfOlderClientsStillMove() {
        assertThat(stage("1", "sTaGing", false).at("/model_version/current_stage"))
                .isEqualTo("Staging");
        assertThat(stage("2", "Staging", true).status()).isEqualTo(200);
        assertThat(dana.get("model-versions/get", "name", name, "version", "1").at("/model_version/current_stage"))
                .isEqualTo("Archived");
        assertThat(stage("2", "None", true).status()).isEqualTo(400);
        assertThat(stage("2", "Live", false).message()).contains("Staging, Production, Archived");
        Answer latest = dana.get("registered-models/get-latest-versions?name=" + name + "&stages=Staging&stages=None");
        assertThat(latest.at("/model_versions/0/version")).isEqualTo("2");
        assertThat(dana.post("registered-models/get-latest-versions", "{'name': '" + name + "'}")
                        .json()
                        .at("/model_versions"))
                .hasSize(2);
    }

    @Test
    void tagsComeAndGo() {
        String version = "'name': '" + name + "', 'version': '1'";
        assertThat(dana.post("model-versions/set-tag", "{" + version + ", 'key': 'k', 'value': 'v'}")
                        .text())
                .isEqualTo("{}");
        assertThat(dana.get("model-versions/get", "name", name, "version", "1").at("/model_version/tags/0/value"))
                .isEqualTo("v");
        String gone = ("{" + version + ", 'key': 'k'}").replace('\'', '"');
        assertThat(dana.raw("DELETE", "model-versions/delete-tag", gone).status())
                .isEqualTo(200);
        assertThat(dana.raw("DELETE", "model-versions/delete-tag", gone).status())
                .isEqualTo(200);
        assertThat(dana.post(
                                "registered-models/set-tag",
                                "{'name': '" + name + "', 'key': 'gatehouse.floor', 'value': 'v'}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void descriptionsAndTagsOfAModelComeAndGo() {
        String update = ("{'name': '" + name + "', 'description': 'Who leaves'}").replace('\'', '"');
        assertThat(dana.raw("PATCH", "registered-models/update", update).at("/registered_model/description"))
                .isEqualTo("Who leaves");
        String bare = ("{'name': '" + name + "'}").replace('\'', '"');
        assertThat(dana.raw("PATCH", "registered-models/update", bare)
                        .json()
                        .at("/registered_model/description")
                        .asString(""))
                .as("no description clears it")
                .isEmpty();

        String ofVersion = ("{'name': '" + name + "', 'version': '1', 'description': 'First'}").replace('\'', '"');
        assertThat(dana.raw("PATCH", "model-versions/update", ofVersion).at("/model_version/description"))
                .isEqualTo("First");

        String tag = ("{'name': '" + name + "', 'key': 'team'}").replace('\'', '"');
        assertThat(dana.raw("DELETE", "registered-models/delete-tag", tag).text())
                .isEqualTo("{}");
        assertThat(dana.raw("DELETE", "registered-models/delete-tag", tag).status())
                .as("a tag that is not there")
                .isEqualTo(200);
        assertThat(dana.get("registered-models/get", "name", name)
                        .json()
                        .at("/registered_model/tags")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void aFileOfAVersionIsReadByItsPath() {
        String place = experiment + "/" + run + "/artifacts/model-3/MLmodel";
        dana.send("PUT", "/api/2.0/mlflow-artifacts/artifacts/" + place, BodyPublishers.ofString("flavors: {}"));
        register(3);

        assertThat(dana.get("/model-versions/get-artifact", "name", name, "version", "3", "path", "MLmodel")
                        .text())
                .isEqualTo("flavors: {}");
        assertThat(dana.get("/model-versions/get-artifact", "name", name, "version", "3", "path", "../../x")
                        .message())
                .isEqualTo("Invalid path");
        assertThat(dana.get("/model-versions/get-artifact", "name", name, "version", "9", "path", "MLmodel")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void searchesFindModelsAndVersions() {
        Answer models = dana.get(
                "registered-models/search",
                "filter",
                "name = '" + name + "' AND tag.`mlflow.prompt.is_prompt` != 'true'",
                "max_results",
                "1");
        assertThat(models.json().at("/registered_models")).hasSize(1);
        assertThat(models.json().at("/next_page_token").isMissingNode()).isTrue();
        Answer versions = dana.get(
                "model-versions/search",
                "filter",
                "name='" + name + "'",
                "max_results",
                "1",
                "order_by",
                "version_number ASC");
        assertThat(versions.at("/model_versions/0/version")).isEqualTo("1");
        assertThat(versions.at("/next_page_token")).isNotEmpty();
        assertThat(dana.get("registered-models/search", "filter", "nonsense").errorCode())
                .isEqualTo("INVALID_PARAMETER_VALUE");
        assertThat(dana.get("registered-models/search", "max_results", "1001").status())
                .isEqualTo(400);
        assertThat(dana.get("registered-models/search", "page_token", "damaged").message())
                .startsWith("Invalid page token");
    }

    @Test
    void takenUnknownAndBadNamesHaveMlflowsCodes() {
        Answer taken = dana.post("registered-models/create", "{'name': '" + name + "'}");
        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.errorCode()).isEqualTo("RESOURCE_ALREADY_EXISTS");
        assertThat(taken.message()).isEqualTo("Registered Model (name=" + name + ") already exists");
        assertThat(dana.get("registered-models/get", "name", "nobody").message())
                .isEqualTo("Registered Model with name=nobody not found");
        assertThat(dana.post("registered-models/create", "{'name': 'a/b'}").errorCode())
                .isEqualTo("INVALID_PARAMETER_VALUE");
        assertThat(dana.post("model-versions/create", "{'name': '" + name + "', 'source': '/etc/passwd'}")
                        .message())
                .startsWith("Invalid model version source: '/etc/passwd'");
        assertThat(dana.post("scorers/register", "{}").errorCode()).isEqualTo("ENDPOINT_NOT_FOUND");
    }

    @Test
    void aModelIsRenamedAndDeletedOnce() {
        String renamed = name + "-renamed";
        assertThat(dana.post("registered-models/rename", "{'name': '" + name + "', 'new_name': '" + renamed + "'}")
                        .at("/registered_model/name"))
                .isEqualTo(renamed);
        assertThat(dana.get("model-versions/get", "name", renamed, "version", "2")
                        .status())
                .isEqualTo(200);
        assertThat(dana.raw("DELETE", "model-versions/delete", "{\"name\": \"" + renamed + "\", \"version\": \"2\"}")
                        .text())
                .isEqualTo("{}");
        String body = "{\"name\": \"" + renamed + "\"}";
        assertThat(dana.raw("DELETE", "registered-models/delete", body).text()).isEqualTo("{}");
        assertThat(dana.raw("DELETE", "registered-models/delete", body).status())
                .isEqualTo(404);
    }

    @Test
    void aViewerReadsAndDoesNotRegister() {
        WireClient vera = clients.as(people.vera());

        assertThat(vera.get("registered-models/get", "name", name).status()).isEqualTo(200);
        Answer denied = vera.post("registered-models/create", "{'name': 'x'}");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.message()).contains("may not register or change models");
        assertThat(vera.post("registered-models/alias", "{'name': '" + name + "', 'alias': 'x', 'version': '1'}")
                        .status())
                .isEqualTo(403);
    }

    private void register(int number) {
        Answer answer = dana.post(
                "model-versions/create",
                "{'name': '" + name + "', 'source': 'mlflow-artifacts:/" + experiment + "/" + run + "/artifacts/model-"
                        + number + "', 'run_id': '" + run + "'}");
        assertThat(answer.at("/model_version/version")).isEqualTo(Integer.toString(number));
    }

    private Answer alias(String alias, int version) {
        return dana.post(
                "registered-models/alias",
                "{'name': '" + name + "', 'alias': '" + alias + "', 'version': '" + version + "'}");
    }

    private Answer stage(String version, String stage, boolean archive) {
        return dana.post(
                "model-versions/transition-stage",
                "{'name': '" + name + "', 'version': '" + version + "', 'stage': '" + stage
                        + "', 'archive_existing_versions': " + archive + "}");
    }
}
