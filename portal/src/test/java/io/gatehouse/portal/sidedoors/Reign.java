package io.gatehouse.portal.sidedoors;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.TestPredictions;
import io.gatehouse.tracking.Runs;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A champion in office, made from the first run to the last vote by the calls of a stock client of MLflow 3: version 1 from a logged model,
 * and version 2, which nobody approved.
 *
 * @param model name
 * @param experiment of the champion
 * @param run that trained it
 * @param loggedModel whose files it is
 * @param files its folder, as the artifact proxy names it
 * @param runFiles the folder of its run, likewise
 * @param otherRun of version 2
 */
record Reign(
        String model,
        String experiment,
        String run,
        String loggedModel,
        String files,
        String runFiles,
        String otherRun,
        WireClient client) {
    static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts/";
    private static final String API = "/api/gatehouse/v1/";

    static Reign begun(WireClients clients, TestPeople people, PromotionBench bench, Runs runs, Ids ids) {
        WireClient dana = clients.dana();
        String model = "churn-" + ids.hex32();
        done(dana.post("registered-models/create", "{'name':'" + model + "'}"));
        String experiment = done(dana.post("experiments/create", "{'name':'" + ids.hex32() + "'}"))
                .at("/experiment_id");
        String run = run(dana, experiment);
        Answer logged = done(dana.post(
                "logged-models",
                "{'experiment_id':'" + experiment + "','name':'model','source_run_id':'" + run + "'}"));
        String id = logged.at("/model/info/model_id");
        String files = path(logged.at("/model/info/artifact_uri"));
        put(dana, files + "/MLmodel", "flavors: {}");
        put(dana, files + "/model.ubj", "the trees");
        done(dana.raw("PATCH", "logged-models/" + id, "{\"status\":\"LOGGED_MODEL_READY\"}"));
        bench.evidence(people.dana(), runs.get(people.dana(), run), TestPredictions.good());
        bench.put(people.dana(), runs.get(people.dana(), run), "data_schema.json", "{}");
        done(dana.post(
                "model-versions/create",
                "{'name':'" + model + "','source':'models:/" + id + "','run_id':'" + run + "','model_id':'" + id
                        + "'}"));
        String request = done(dana.post(
                        API + "promotion-requests",
                        "{'model':'" + model + "','version':1,'alias':'champion','use':'HUMAN_REVIEWED','note':'x'}"))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll(".*/", "");
        bench.runJobs();
        Answer vote = done(clients.as(people.priya())
                .post(API + "promotion-requests/" + request + "/votes", "{'vote':'APPROVE'}"));
        assertThat(vote.at("/state")).isEqualTo("EXECUTED");
        String other = run(dana, experiment);
        String otherFiles = path(done(dana.get("runs/get", "run_id", other)).at("/run/info/artifact_uri"));
        put(dana, otherFiles + "/model/MLmodel", "flavors: {}");
        done(dana.post(
                "model-versions/create",
                "{'name':'" + model + "','source':'mlflow-artifacts:/" + otherFiles.substring(PROXY.length())
                        + "/model','run_id':'" + other + "'}"));
        String runFiles = path(done(dana.get("runs/get", "run_id", run)).at("/run/info/artifact_uri"));
        return new Reign(model, experiment, run, id, files, runFiles, other, dana);
    }

    private static String run(WireClient dana, String experiment) {
        String run = done(dana.post("runs/create", "{'experiment_id':'" + experiment + "','start_time':1}"))
                .at("/run/info/run_id");
        done(dana.post(
                "runs/log-batch",
                "{'run_id':'" + run + "','metrics':[{'key':'train_loss','value':0.4,'timestamp':1,'step':0}],"
                        + "'params':[{'key':'max_depth','value':'7'},{'key':'random_state','value':'42'}],"
                        + "'tags':[{'key':'data_hash','value':'0123456789abcdef'},{'key':'git_commit','value':'f00d'},"
                        + "{'key':'preprocessing_version','value':'prep-1'}]}"));
        return run;
    }

    private static void put(WireClient dana, String path, String text) {
        done(dana.send("PUT", path, BodyPublishers.ofString(text)));
    }

    private static String path(String location) {
        return PROXY + location.substring(location.indexOf(":/") + 2);
    }

    static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }

    /** All by which anybody would notice that another model answers, or that what is told of this one has changed. */
    Map<String, String> seen() {
        Map<String, String> seen = new LinkedHashMap<>();
        Answer holder = done(client.get("registered-models/alias", "name", model, "alias", "champion"));
        for (String field : new String[] {"version", "source", "run_id", "current_stage", "model_id", "status"}) {
            seen.put("version " + field, holder.at("/model_version/" + field));
        }
        seen.put(
                "place",
                done(client.get("model-versions/get-download-uri", "name", model, "version", "1"))
                        .text());
        seen.put(
                "stages",
                done(client.get("registered-models/get-latest-versions", "name", model, "stages", "Production"))
                        .at("/model_versions/0/version"));
        seen.put("run", done(client.get("runs/get", "run_id", run)).at("/run/info/lifecycle_stage"));
        seen.put(
                "experiment",
                done(client.get("experiments/get", "experiment_id", experiment)).at("/experiment/lifecycle_stage"));
        seen.put(
                "logged model", done(client.get("logged-models/" + loggedModel)).at("/model/info/status"));
        for (String file : new String[] {"/MLmodel", "/model.ubj"}) {
            seen.put(file, done(client.get(files + file)).text());
        }
        seen.put(
                "files",
                done(client.get("logged-models/" + loggedModel + "/artifacts/directories"))
                        .text());
        seen.put(
                "tenures",
                done(client.get(API + "models/" + model + "/aliases/champion/history"))
                        .text());
        return seen;
    }
}
