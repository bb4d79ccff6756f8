package io.gatehouse.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.work.JobsBench;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client does from the run to the alias, call by call. */
final class Wire {
    private static final Pattern REQUEST = Pattern.compile("PR-\\d+");
    private static final String REQUESTS = "/api/gatehouse/v1/promotion-requests/";
    private static final String FILES = "/api/2.0/mlflow-artifacts/artifacts/";

    private final WireClient client;
    private final JobsBench jobs;
    private final Ids ids;

    Wire(WireClient client, JobsBench jobs, Ids ids) {
        this.client = client;
        this.jobs = jobs;
        this.ids = ids;
    }

    /** @param files address that artifacts are put below */
    record Registered(String model, String version, String files) {}

    String model() {
        String name = "churn-" + ids.hex32();
        done(client.post("registered-models/create", "{'name':'" + name + "'}"));
        return name;
    }

    /** A run with a model and these files below {@code evaluation/}, registered. */
    Registered registered(String model, Map<String, byte[]> evidence) {
        String experiment = done(client.post("experiments/create", "{'name':'" + ids.hex32() + "'}"))
                .at("/experiment_id");
        Answer run = done(client.post("runs/create", "{'experiment_id':'" + experiment + "','start_time':1}"));
        String root = run.at("/run/info/artifact_uri");
        String files = FILES + root.substring(root.indexOf(":/") + 2);
        put(files + "/model/MLmodel", Tables.utf8("flavors: {}"));
        evidence.forEach((name, bytes) -> put(files + "/evaluation/" + name, bytes));
        Answer version = done(client.post(
                "model-versions/create",
                "{'name':'" + model + "','source':'" + root + "/model','run_id':'" + run.at("/run/info/run_id")
                        + "'}"));
        return new Registered(model, version.at("/model_version/version"), files);
    }

    void put(String address, byte[] bytes) {
        done(client.send("PUT", address, BodyPublishers.ofByteArray(bytes)));
    }

    /** Sets the alias, which is refused with the link of a request. @return its name, such as {@code PR-42} */
    String asks(Registered version) {
        Answer refused = client.post(
                "registered-models/alias",
                "{'name':'" + version.model() + "','alias':'champion','version':'" + version.version() + "'}");
        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        Matcher link = REQUEST.matcher(refused.message());
        assertThat(link.find()).as(refused.message()).isTrue();
        return link.group();
    }

    /** The request once its checks have come to an end. */
    Answer judged(String request) {
        jobs.runAll();
        return request(request);
    }

    Answer request(String request) {
        return done(client.get(REQUESTS + request));
    }

    Answer evaluateAgain(String request) {
        done(client.post(REQUESTS + request + "/evaluate", "{}"));
        return judged(request);
    }

    /** Of the version, as the API lists them. */
    Answer evaluations(Registered version) {
        return done(client.get(
                "/api/gatehouse/v1/models/" + version.model() + "/versions/" + version.version() + "/evaluations"));
    }

    static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }
}
