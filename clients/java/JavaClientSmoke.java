import java.util.List;
import java.util.UUID;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;

/**
 * Exercises tracking and registry with MLflow's unmodified Java client against a running portal, whose address is the first argument. It
 * writes 64-bit numbers as text and sends GET with a body at times, which the Python clients do not. Ends with 1 at the first difference.
 *
 * <p>Its artifact calls start a Python client, which has a smoke test of its own.
 */
final class JavaClientSmoke {
    private static final String NAME = "java " + UUID.randomUUID();

    public static void main(String[] arguments) {
        try (MlflowClient client = new MlflowClient(arguments[0])) {
            String experiment = experiments(client);
            Run run = logged(client, experiment);
            ModelVersion version = registered(client, run);
            refused(client, version);
        }
        System.out.println("tracking, registry and refusal work with MLflow's Java client");
    }

    private static String experiments(MlflowClient client) {
        String id = client.createExperiment(NAME);
        client.setExperimentTag(id, "team", "churn");
        Experiment read = client.getExperiment(id);
        same(NAME, read.getName());
        same("churn", read.getTags(0).getValue());
        same(id, client.getExperimentByName(NAME).orElseThrow().getExperimentId());
        same(false, client.getExperimentByName("none such " + NAME).isPresent());
        same(1, client.searchExperiments("name = '" + NAME + "'").getItems().size());
        return id;
    }

    private static Run logged(MlflowClient client, String experiment) {
        String id = client.createRun(experiment).getRunId();
        client.logParam(id, "depth", "7");
        client.logMetric(id, "auc", 0.88, 1_700_000_000_000L, 3);
        client.logMetric(id, "broken", Double.NaN);
        client.setTag(id, "purpose", "final");
        client.logBatch(
                id,
                List.of(Metric.newBuilder().setKey("auc").setValue(0.89).setTimestamp(1_700_000_000_001L).setStep(4).build()),
                List.of(Param.newBuilder().setKey("eta").setValue("0.03").build()),
                List.of(RunTag.newBuilder().setKey("mlflow.note.content").setValue("Größe, 大きさ").build()));
        client.setTerminated(id);
        Run run = client.getRun(id);
        same(RunStatus.FINISHED, run.getInfo().getStatus());
        same(2, run.getData().getParamsCount());
        same(2, client.getMetricHistory(id, "auc").size());
        same(3L, client.getMetricHistory(id, "auc").get(0).getStep());
        same(true, Double.isNaN(client.getMetricHistory(id, "broken").get(0).getValue()));
        String filter = "metrics.auc > 0.885 AND params.depth = '7'";
        List<Run> found = client.searchRuns(List.of(experiment), filter, ViewType.ACTIVE_ONLY, 10).getItems();
        same(id, found.get(0).getInfo().getRunId());
        return run;
    }

    /** The client has no call of its own that registers; this is how its users do it. */
    private static ModelVersion registered(MlflowClient client, Run run) {
        client.sendPost("registered-models/create", "{\"name\": \"" + NAME + "\"}");
        client.sendPost(
                "model-versions/create",
                "{\"name\": \"" + NAME + "\", \"source\": \"" + run.getInfo().getArtifactUri() + "/model\", \"run_id\": \""
                        + run.getInfo().getRunId() + "\"}");
        ModelVersion version = client.getModelVersion(NAME, "1");
        same(run.getInfo().getRunId(), version.getRunId());
        same("1", client.getLatestVersions(NAME).get(0).getVersion());
        same(NAME, client.getRegisteredModel(NAME).getName());
        same(1, client.searchModelVersions("name='" + NAME + "'").getItems().size());
        return version;
    }

    private static void refused(MlflowClient client, ModelVersion version) {
        String body = "{\"name\": \"" + NAME + "\", \"alias\": \"champion\", \"version\": \"" + version.getVersion() + "\"}";
        try {
            client.sendPost("registered-models/alias", body);
        } catch (MlflowHttpException refusal) {
            same(403, refusal.getStatusCode());
            same(true, refusal.getBodyMessage().contains("PERMISSION_DENIED"));
            same(true, refusal.getBodyMessage().contains("/promotions/PR-"));
            return;
        }
        throw new AssertionError("The protected alias moved without a decision");
    }

    private static void same(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new AssertionError("expected " + expected + ", found " + found);
        }
    }
}
