package io.gatehouse.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;

/**
 * Tracking and registry with MLflow's unmodified Java client, which writes 64-bit numbers as text and sends GET with a body at times, as the
 * Python clients do not. Its artifact calls start a Python client, which is tried by itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaClientIT {
    private final String name = "java " + UUID.randomUUID();
    private PackagedPortal portal;
    private MlflowClient client;
    private String experiment;

    @BeforeAll
    void aPortalAndAnExperiment() {
        portal = PackagedPortal.running();
        client = new MlflowClient(portal.address());
        experiment = client.createExperiment(name);
    }

    @AfterAll
    void nobodyStays() {
        client.close();
        portal.close();
    }

    @Test
    void anExperimentIsFoundByItsIdItsNameAndItsFilter() {
        client.setExperimentTag(experiment, "team", "churn");

        Experiment read = client.getExperiment(experiment);
        assertThat(read.getName()).isEqualTo(name);
        assertThat(read.getTags(0).getValue()).isEqualTo("churn");
        assertThat(client.getExperimentByName(name))
                .map(Experiment::getExperimentId)
                .contains(experiment);
        assertThat(client.getExperimentByName("none such " + name)).isEmpty();
        assertThat(client.searchExperiments("name = '" + name + "'").getItems()).hasSize(1);
    }

    @Test
    void whatARunLogsComesBackAsItWas() {
        String id = finishedRun();

        Run run = client.getRun(id);
        assertThat(run.getInfo().getStatus()).isEqualTo(RunStatus.FINISHED);
        assertThat(run.getData().getParamsList())
                .extracting(Param::getKey, Param::getValue)
                .containsExactlyInAnyOrder(tuple("depth", "7"), tuple("eta", "0.03"));
        assertThat(run.getData().getTagsList()).extracting(RunTag::getValue).contains("final", "Größe, 大きさ");
        assertThat(client.getMetricHistory(id, "auc"))
                .extracting(Metric::getValue, Metric::getTimestamp, Metric::getStep)
                .containsExactly(tuple(0.88, 1_700_000_000_000L, 3L), tuple(0.89, 1_700_000_000_001L, 4L));
        assertThat(client.getMetricHistory(id, "broken").get(0).getValue()).isNaN();
    }

    @Test
    void aRunIsFoundByAMetricAndAParam() {
        String id = finishedRun();

        assertThat(client.searchRuns(
                                List.of(experiment),
                                "metrics.auc > 0.885 AND params.depth = '7'",
                                ViewType.ACTIVE_ONLY,
                                100)
                        .getItems())
                .extracting(run -> run.getInfo().getRunId())
                .contains(id);
        assertThat(client.searchRuns(List.of(experiment), "metrics.auc > 0.9", ViewType.ACTIVE_ONLY, 100)
                        .getItems())
                .isEmpty();
    }

    @Test
    void aDeletedRunIsNotFoundUntilItIsRestored() {
        String id = finishedRun();
        client.deleteRun(id);
        assertThat(client.listRunInfos(experiment))
                .extracting(RunInfo::getRunId)
                .doesNotContain(id);
        client.restoreRun(id);
        assertThat(client.listRunInfos(experiment))
                .extracting(RunInfo::getRunId)
                .contains(id);
    }

    @Test
    void aRegisteredVersionNamesItsRun() {
        String model = name + " registered";
        Run run = client.getRun(finishedRun());
        register(model, run);

        ModelVersion version = client.getModelVersion(model, "1");
        assertThat(version.getRunId()).isEqualTo(run.getInfo().getRunId());
        assertThat(client.getLatestVersions(model))
                .extracting(ModelVersion::getVersion)
                .containsExactly("1");
        assertThat(client.getRegisteredModel(model).getName()).isEqualTo(model);
        assertThat(client.searchModelVersions("name='" + model + "'").getItems())
                .hasSize(1);
    }

    @Test
    void theProtectedAliasIsRefusedWithTheLinkOfItsRequest() {
        String model = name + " refused";
        register(model, client.getRun(finishedRun()));

        assertThatThrownBy(() -> client.sendPost(
                        "registered-models/alias",
                        "{\"name\": \"" + model + "\", \"alias\": \"champion\", \"version\": \"1\"}"))
                .isInstanceOfSatisfying(MlflowHttpException.class, refusal -> {
                    assertThat(refusal.getStatusCode()).isEqualTo(403);
                    assertThat(refusal.getBodyMessage()).contains("PERMISSION_DENIED", "/promotions/PR-");
                });
    }

    @Test
    void whatIsNotThereIsMissedInMlflowsWords() {
        assertThatThrownBy(() -> client.getRun("0".repeat(32)))
                .isInstanceOfSatisfying(MlflowHttpException.class, refusal -> {
                    assertThat(refusal.getStatusCode()).isEqualTo(404);
                    assertThat(refusal.getBodyMessage()).contains("RESOURCE_DOES_NOT_EXIST");
                });
    }

    private String finishedRun() {
        String id = client.createRun(experiment).getRunId();
        client.logParam(id, "depth", "7");
        client.logMetric(id, "auc", 0.88, 1_700_000_000_000L, 3);
        client.logMetric(id, "broken", Double.NaN);
        client.setTag(id, "purpose", "final");
        client.logBatch(
                id,
                List.of(Metric.newBuilder()
                        .setKey("auc")
                        .setValue(0.89)
                        .setTimestamp(1_700_000_000_001L)
                        .setStep(4)
                        .build()),
                List.of(Param.newBuilder().setKey("eta").setValue("0.03").build()),
                List.of(RunTag.newBuilder()
                        .setKey("mlflow.note.content")
                        .setValue("Größe, 大きさ")
                        .build()));
        client.setTerminated(id);
        return id;
    }

    /** The client has no call of its own that registers; this is how its users do it. */
    private void register(String model, Run run) {
        client.sendPost("registered-models/create", "{\"name\": \"" + model + "\"}");
        client.sendPost(
                "model-versions/create",
                "{\"name\": \"" + model + "\", \"source\": \"" + run.getInfo().getArtifactUri()
                        + "/model\", \"run_id\": \"" + run.getInfo().getRunId() + "\"}");
    }
}
