package io.gatehouse.portal.garbage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What valid calls are about: an experiment with a run, a logged model, a registered model, each with a spare that may be deleted. */
final class World {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern WORD = Pattern.compile("\\$\\{(\\w+)}");
    private static final String API = "/api/2.0/mlflow/";
    private static final String FILES = "/api/2.0/mlflow-artifacts/";

    private final Map<String, String> values = new HashMap<>();
    private final RandomGenerator random;

    private World(RandomGenerator random) {
        this.random = random;
    }

    static World made(Speaker speaker, RandomGenerator random) {
        World world = new World(random);
        world.make(speaker);
        return world;
    }

    private void make(Speaker speaker) {
        values.put("nothing", "01890000-0000-7000-8000-000000000000");
        values.put("one", "1");
        values.put("tagKey", "t");
        values.put("experimentName", fresh());
        values.put(
                "experiment",
                answered(
                                speaker,
                                "experiments/create",
                                "{\"name\":\"${experimentName}\",\"tags\":[{\"key\":\"team\",\"value\":\"churn\"}]}")
                        .at("/experiment_id"));
        values.put(
                "spareExperiment",
                answered(speaker, "experiments/create", "{\"name\":\"${fresh}\"}")
                        .at("/experiment_id"));
        String run = "{\"experiment_id\":\"${experiment}\",\"start_time\":1}";
        values.put("run", answered(speaker, "runs/create", run).at("/run/info/run_id"));
        values.put("spareRun", answered(speaker, "runs/create", run).at("/run/info/run_id"));
        answered(speaker, "runs/log-batch", """
                {"run_id":"${run}","metrics":[{"key":"auc","value":0.5,"timestamp":1,"step":0}],
                 "params":[{"key":"depth","value":"7"}],"tags":[{"key":"t","value":"v"}]}""");
        String logged =
                "{\"experiment_id\":\"${experiment}\",\"name\":\"model\",\"source_run_id\":\"${run}\",\"tags\":[{\"key\":\"t\",\"value\":\"v\"}]}";
        Reply model = answered(speaker, "logged-models", logged);
        values.put("loggedModel", model.at("/model/info/model_id"));
        values.put(
                "spareLoggedModel", answered(speaker, "logged-models", logged).at("/model/info/model_id"));
        values.put("folder", "${experiment}/${run}/artifacts");
        values.put("file", "${folder}/note.txt");
        put(speaker, "${file}");
        put(speaker, "${experiment}/models/${loggedModel}/artifacts/MLmodel");
        say(speaker, "PATCH", API + "logged-models/${loggedModel}", "{\"status\":\"LOGGED_MODEL_READY\"}");
        for (String name : new String[] {"model", "spareModel", "otherSpareModel"}) {
            values.put(name, fresh());
            answered(speaker, "registered-models/create", "{\"name\":\"${" + name + "}\"}");
        }
        String version =
                "{\"name\":\"${model}\",\"source\":\"models:/${loggedModel}\",\"run_id\":\"${run}\",\"model_id\":\"${loggedModel}\"}";
        answered(speaker, "model-versions/create", version);
        answered(speaker, "model-versions/create", version);
        values.put("webhook", answered(speaker, "adam", "webhooks", """
                {"name":"${fresh}","url":"https://8.8.8.8/","status":"DISABLED","events":[{"entity":"MODEL_VERSION","action":"CREATED"}]}""").at("/webhook/webhook_id"));
        values.put(
                "upload",
                answered(speaker, FILES + "mpu/create/${folder}", "{\"path\":\"part.bin\",\"num_parts\":2}")
                        .at("/upload_id"));
        values.put(
                "runsToken",
                answered(speaker, "runs/search", "{\"experiment_ids\":[\"${experiment}\"],\"max_results\":1}")
                        .at("/next_page_token"));
        values.put(
                "experimentsToken", answered(speaker, "experiments/search", """
                {"max_results":1,"filter":"name LIKE '%'","order_by":["name ASC"],"view_type":"ALL"}""").at("/next_page_token"));
        values.put(
                "modelsToken",
                say(speaker, "GET", API + "registered-models/search", """
                {"max_results":"1","filter":"name LIKE '%'","order_by":["name ASC"]}""").at("/next_page_token"));
    }

    private Reply answered(Speaker speaker, String path, String fields) {
        return answered(speaker, "dana", path, fields);
    }

    private Reply answered(Speaker speaker, String person, String path, String fields) {
        return expectSuccess(
                speaker,
                new Call(
                        "POST of the world",
                        filled(path.startsWith("/") ? path : API + path),
                        object(fields),
                        "",
                        "application/json",
                        person,
                        200));
    }

    private Reply say(Speaker speaker, String method, String path, String fields) {
        String type = method.equals("GET") ? "" : "application/json";
        return expectSuccess(
                speaker, new Call(method + " of the world", filled(path), object(fields), "", type, "dana", 200));
    }

    private void put(Speaker speaker, String file) {
        expectSuccess(
                speaker,
                new Call(
                        "PUT of the world", filled(FILES + "artifacts/" + file), null, "flavors: {}", "", "dana", 200));
    }

    private static Reply expectSuccess(Speaker speaker, Call call) {
        Reply reply = speaker.say(call);
        if (reply.status() != 200) {
            throw new IllegalStateException(call.method() + " " + call.target() + " " + new String(call.body(), UTF_8)
                    + ": " + reply.status() + " " + reply.text());
        }
        return reply;
    }

    ObjectNode object(String fields) {
        return (ObjectNode) JSON.readTree(filled(fields));
    }

    /** A name that nothing has. */
    String fresh() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return "g-" + HexFormat.of().formatHex(bytes);
    }

    /** Puts what exists where a text names it. */
    String filled(String text) {
        String filled = text;
        while (WORD.matcher(filled).find()) {
            filled = WORD.matcher(filled)
                    .replaceAll(word ->
                            Matcher.quoteReplacement(word.group(1).equals("fresh") ? fresh() : value(word.group(1))));
        }
        return filled;
    }

    String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no " + name + " in the world.");
        }
        return value;
    }
}
