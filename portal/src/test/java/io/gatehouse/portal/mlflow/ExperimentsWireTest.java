package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PortalTest
class ExperimentsWireTest {
    private final WireClient dana;
    private final WireClient vera;

    ExperimentsWireTest(WireClients clients, TestPeople people) {
        dana = clients.dana();
        vera = clients.as(people.vera());
    }

    @Test
    void aCreatedExperimentIsFoundByIdAndByName() {
        String name = "exp " + UUID.randomUUID();
        String id = dana.post("experiments/create", "{'name':'" + name + "','tags':[{'key':'a','value':'b'}]}")
                .at("/experiment_id");

        Answer byId = dana.get("experiments/get", "experiment_id", id);
        assertThat(byId.status()).isEqualTo(200);
        assertThat(byId.at("/experiment/artifact_location")).isEqualTo("mlflow-artifacts:/" + id);
        assertThat(byId.at("/experiment/lifecycle_stage")).isEqualTo("active");
        assertThat(byId.json().at("/experiment/creation_time").isIntegralNumber())
                .isTrue();
        assertThat(byId.at("/experiment/tags/0/value")).isEqualTo("b");
        assertThat(dana.get("experiments/get-by-name", "experiment_name", name).json())
                .isEqualTo(byId.json());
        assertThat(dana.get("/ajax-api/2.0/mlflow/experiments/get", "experiment_id", id)
                        .json())
                .isEqualTo(byId.json());
    }

    @Test
    void aNameThatIsNotThereIsExactlyTheMissThatClientsTakeForNone() {
        Answer miss = dana.get("experiments/get-by-name", "experiment_name", "none such");

        assertThat(miss.status()).isEqualTo(404);
        assertThat(miss.errorCode()).isEqualTo("RESOURCE_DOES_NOT_EXIST");
    }

    @Test
    void aSecondExperimentOfOneNameIsRefusedAsClientsExpect() {
        String name = UUID.randomUUID().toString();
        dana.post("experiments/create", "{'name':'" + name + "'}");

        Answer again = dana.post("experiments/create", "{'name':'" + name + "'}");

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.errorCode()).isEqualTo("RESOURCE_ALREADY_EXISTS");
        assertThat(again.message()).startsWith("Experiment(name=" + name + ") already exists");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "experiments/create|{}|Missing value for required parameter 'name'",
                "experiments/create|not json|Missing value for required parameter 'name'",
                "experiments/create|{'name':5}|Invalid value 5 for parameter 'name' supplied",
                "experiments/create|{'name':'x','tags':[{'key':1}]}|Invalid value 1 for parameter 'tags[0].key' supplied",
                "experiments/create|{'name':'x','tags':{}}|Invalid value {} for parameter 'tags' supplied",
                "experiments/create|{'name':'x','artifact_location':'s3://b/#f'}|Invalid artifact_location",
                "experiments/create|{'name':'x','artifact_location':'runs:/1/a'}|cannot be a runs:/ URI",
                "experiments/create|{'name':'x','artifact_location':'mlflow-artifacts:/../x'}|Invalid artifact_location",
                "experiments/search|{'max_results':0}|Invalid value 0 for parameter 'max_results' supplied",
                "experiments/search|{'max_results':50001}|Invalid value 50001 for parameter 'max_results' supplied",
                "experiments/delete|{'experiment_id':'x'}|Invalid experiment ID 'x'",
                "experiments/update|{'experiment_id':'0'}|Missing value for required parameter 'new_name'",
            })
    void aWrongRequestNamesWhatIsWrong(String path, String json, String message) {
        Answer answer = dana.post(path, json);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
        assertThat(answer.message()).contains(message);
    }

    @Test
    void theNameHasAtMost500CharactersAndATag20000() {
        assertThat(dana.post("experiments/create", "{'name':'" + "n".repeat(501) + "'}")
                        .message())
                .isEqualTo("'name' exceeds the maximum length of 500 characters");
        String id = TestWire.experiment(dana);
        assertThat(dana.post(
                                "experiments/set-experiment-tag",
                                "{'experiment_id':'" + id + "','key':'k','value':'" + "v".repeat(20_001) + "'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tagsAreSetChangedAndDeletedOnce() {
        String id = TestWire.experiment(dana);
        dana.post("experiments/set-experiment-tag", "{'experiment_id':'" + id + "','key':'k','value':'1'}");
        dana.post("experiments/set-experiment-tag", "{'experiment_id':'" + id + "','key':'k'}");
        assertThat(dana.get("experiments/get", "experiment_id", id).text())
                .contains("\"tags\":[{\"key\":\"k\",\"value\":\"\"}]");

        String delete = "{'experiment_id':'" + id + "','key':'k'}";
        assertThat(dana.post("experiments/delete-experiment-tag", delete).text())
                .isEqualTo("{}");
        assertThat(dana.post("experiments/delete-experiment-tag", delete).status())
                .isEqualTo(404);
    }

    @Test
    void aDeletedExperimentIsHiddenKeptAndRestored() {
        String id = TestWire.experiment(dana);
        String body = "{'experiment_id':'" + id + "'}";

        assertThat(dana.post("experiments/delete", body).text()).isEqualTo("{}");
        assertThat(dana.post("experiments/delete", body).message())
                .startsWith("No Experiment with id=" + id + " exists");
        assertThat(dana.get("experiments/get", "experiment_id", id).at("/experiment/lifecycle_stage"))
                .isEqualTo("deleted");
        assertThat(dana.post("runs/create", body).status()).isEqualTo(400);
        assertThat(dana.post("experiments/update", "{'experiment_id':'" + id + "','new_name':'x'}")
                        .status())
                .isEqualTo(400);

        assertThat(dana.post("experiments/restore", body).status()).isEqualTo(200);
        assertThat(dana.post("experiments/restore", body).status()).isEqualTo(404);
    }

    @Test
    void searchWorksByPostAndByGetAndPagesToTheEnd() {
        String family = UUID.randomUUID().toString();
        for (int i = 0; i < 4; i++) {
            dana.post("experiments/create", "{'name':'" + family + i + "'}");
        }
        String filter = "name LIKE '" + family + "%'";

        Answer first = dana.get("experiments/search", "filter", filter, "max_results", "2", "order_by", "name ASC");
        Answer second = dana.raw(
                "POST",
                "experiments/search",
                "{\"filter\":\"" + filter + "\",\"maxResults\":\"2\",\"orderBy\":[\"name ASC\"],\"pageToken\":\""
                        + first.at("/next_page_token") + "\"}");

        assertThat(first.at("/experiments/0/name")).isEqualTo(family + 0);
        assertThat(second.at("/experiments/1/name")).isEqualTo(family + 3);
        assertThat(second.json().has("next_page_token")).isFalse();
        assertThat(dana.get("experiments/search", "filter", "attributes.name = 'x'")
                        .message())
                .contains("Invalid entity type");
        assertThat(dana.get("experiments/search", "page_token", "xyz").message())
                .contains("Invalid page token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void aFormOfAnotherSiteCannotWrite(String contentType) {
        Answer answer = dana.send(
                "POST",
                "experiments/create",
                BodyPublishers.ofString("{\"name\":\"forged\"}"),
                "Content-Type",
                contentType);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("Content-Type must be application/json");
    }

    @Test
    void aBodyEncodedTwiceIsReadAndParametersAfterTheTypeAreIgnored() {
        String name = UUID.randomUUID().toString();
        Answer answer = dana.send(
                "POST",
                "experiments/create",
                BodyPublishers.ofString("\"{\\\"name\\\":\\\"" + name + "\\\"}\""),
                "Content-Type",
                "application/json; charset=utf-8");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void whoMayOnlyReadIsToldWhichRoleIsMissing() {
        Answer answer = vera.post("experiments/create", "{'name':'by a viewer'}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.errorCode()).isEqualTo("PERMISSION_DENIED");
        assertThat(answer.message()).contains("data scientist");
        assertThat(vera.get("experiments/get", "experiment_id", "0").status()).isEqualTo(200);
    }
}
