package io.gatehouse.portal.sidedoors;

import static io.gatehouse.portal.sidedoors.Door.closed;
import static io.gatehouse.portal.sidedoors.Door.harmless;
import static io.gatehouse.portal.sidedoors.Door.recorded;
import static io.gatehouse.portal.sidedoors.Door.wall;

import io.gatehouse.portal.bench.WireClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every call of the wire that changes something, tried on a champion in office. */
final class SideDoors {
    private static final String ALIAS = "registered-models/alias";
    private static final String STAGE = "model-versions/transition-stage";
    private static final String MPU = "/api/2.0/mlflow-artifacts/mpu/";

    /** Calls that read, under whatever method. */
    static final Set<String> READING = Set.of(
            "POST runs/search",
            "POST logged-models/search",
            "POST registered-models/get-latest-versions",
            "POST experiments/search",
            "POST experiments/search-datasets",
            "POST artifacts/presigned-download-url");

    private SideDoors() {}

    static Stream<Door> all() {
        return Stream.of(aliases(), stages(), versions(), models(), origins(), logs(), files(), names(), webhooks())
                .flatMap(List::stream);
    }

    private static List<Door> aliases() {
        return List.of(
                closed("setting the alias", "POST " + ALIAS, "alias.refused", of -> alias(of, "champion", "2")),
                closed("setting it in capitals", "POST " + ALIAS, "alias.refused", of -> alias(of, "CHAMPION", "2")),
                closed(
                        "setting it half in capitals",
                        "POST " + ALIAS,
                        "alias.refused",
                        of -> alias(of, "ChamPion", "2")),
                closed(
                        "setting it in full-width letters",
                        "POST " + ALIAS,
                        "alias.refused",
                        of -> alias(of, "ｃｈａｍｐｉｏｎ", "2")),
                closed(
                        "setting it with a letter in a circle",
                        "POST " + ALIAS,
                        "alias.refused",
                        of -> alias(of, "ⓒhampion", "2")),
                wall(
                        "setting it with a blank behind",
                        "POST " + ALIAS,
                        400,
                        "INVALID_PARAMETER_VALUE",
                        of -> alias(of, "champion ", "2")),
                wall(
                        "setting it with a mark that nobody sees",
                        "POST " + ALIAS,
                        400,
                        "INVALID_PARAMETER_VALUE",
                        of -> alias(of, "cham\u00ADpion", "2")),
                wall(
                        "setting an alias that reads as a version",
                        "POST " + ALIAS,
                        400,
                        "INVALID_PARAMETER_VALUE",
                        of -> alias(of, "v1", "2")),
                harmless("setting it to its holder", "POST " + ALIAS, of -> alias(of, "champion", "1")),
                recorded("setting another alias", "POST " + ALIAS, "alias.moved", of -> alias(of, "challenger", "2")),
                closed(
                        "deleting the alias",
                        "DELETE " + ALIAS,
                        "alias.delete_refused",
                        of -> deleteAlias(of, "champion")),
                closed(
                        "deleting it in capitals",
                        "DELETE " + ALIAS,
                        "alias.delete_refused",
                        of -> deleteAlias(of, "Champion")),
                closed("creating it again after that", "POST " + ALIAS, "alias.refused", of -> {
                    deleteAlias(of, "champion");
                    return alias(of, "champion", "2");
                }));
    }

    private static List<Door> stages() {
        return List.of(
                closed("the stage Production", "POST " + STAGE, "alias.refused", of -> stage(of, "2", "Production")),
                closed("the stage PRODUCTION", "POST " + STAGE, "alias.refused", of -> stage(of, "2", "PRODUCTION")),
                closed(
                        "moving the champion to Archived",
                        "POST " + STAGE,
                        "version.stage_refused",
                        of -> stage(of, "1", "Archived")),
                closed(
                        "moving the champion to None",
                        "POST " + STAGE,
                        "version.stage_refused",
                        of -> stage(of, "1", "None")),
                closed(
                        "moving the champion to Staging",
                        "POST " + STAGE,
                        "version.stage_refused",
                        of -> stage(of, "1", "Staging")),
                recorded(
                        "moving another version to Staging",
                        "POST " + STAGE,
                        "version.stage_moved",
                        of -> stage(of, "2", "Staging")));
    }

    private static List<Door> versions() {
        String create = "POST model-versions/create";
        return List.of(
                closed(
                        "deleting the version",
                        "DELETE model-versions/delete",
                        "version.delete_refused",
                        of -> of.client()
                                .raw(
                                        "DELETE",
                                        "model-versions/delete",
                                        json("{'name':'" + of.model() + "','version':'1'}"))),
                recorded(
                        "copying the champion",
                        create,
                        "version.registered",
                        of -> create(of, "models:/" + of.model() + "/1", "")),
                recorded(
                        "registering its files again",
                        create,
                        "version.registered",
                        of -> create(of, "models:/" + of.loggedModel(), "")),
                wall(
                        "registering files under a run that is not theirs",
                        create,
                        400,
                        "INVALID_PARAMETER_VALUE",
                        of -> create(of, location(of.files()), ",'run_id':'" + of.otherRun() + "'")),
                recorded(
                        "registering the folder of all runs",
                        create,
                        "version.registered",
                        of -> create(of, "mlflow-artifacts:/" + of.experiment(), "")),
                closed("asking for that folder", "POST " + ALIAS, "alias.refused", of -> {
                    Answer registered = Reign.done(create(of, "mlflow-artifacts:/" + of.experiment(), ""));
                    return alias(of, "champion", registered.at("/model_version/version"));
                }),
                recorded(
                        "registering what the house keeps for itself",
                        create,
                        "version.registered",
                        of -> create(of, "mlflow-artifacts:/.gatehouse/evidence", "")),
                harmless(
                        "describing the champion",
                        "PATCH model-versions/update",
                        of -> of.client()
                                .raw(
                                        "PATCH",
                                        "model-versions/update",
                                        json("{'name':'" + of.model() + "','version':'1','description':'x'}"))),
                closed(
                        "a reserved tag on the version",
                        "POST model-versions/set-tag",
                        "tag.refused",
                        of -> of.client()
                                .post(
                                        "model-versions/set-tag",
                                        "{'name':'" + of.model()
                                                + "','version':'2','key':'gatehouse.verdict','value':'PASS'}")),
                closed(
                        "deleting a reserved tag of the version",
                        "DELETE model-versions/delete-tag",
                        "tag.refused",
                        of -> of.client()
                                .raw(
                                        "DELETE",
                                        "model-versions/delete-tag",
                                        json("{'name':'" + of.model() + "','version':'1','key':'Gatehouse.verdict'}"))),
                closed(
                        "registering a version with a reserved tag",
                        create,
                        "tag.refused",
                        of -> create(
                                of,
                                "models:/" + of.loggedModel(),
                                ",'tags':[{'key':'gatehouse.verdict','value':'PASS'}]")));
    }

    private static List<Door> models() {
        return List.of(
                closed(
                        "deleting the model",
                        "DELETE registered-models/delete",
                        "model.change_refused",
                        of -> of.client()
                                .raw("DELETE", "registered-models/delete", json("{'name':'" + of.model() + "'}"))),
                closed(
                        "renaming the model",
                        "POST registered-models/rename",
                        "model.change_refused",
                        of -> of.client()
                                .post(
                                        "registered-models/rename",
                                        "{'name':'" + of.model() + "','new_name':'" + of.model() + "-old'}")),
                wall(
                        "creating a model that reads as the same",
                        "POST registered-models/create",
                        400,
                        "RESOURCE_ALREADY_EXISTS",
                        of -> of.client()
                                .post(
                                        "registered-models/create",
                                        "{'name':'" + of.model().replace("churn", "CHURN") + "'}")),
                harmless(
                        "describing the model",
                        "PATCH registered-models/update",
                        of -> of.client()
                                .raw(
                                        "PATCH",
                                        "registered-models/update",
                                        json("{'name':'" + of.model() + "','description':'x'}"))),
                closed(
                        "making the model a prompt",
                        "POST registered-models/set-tag",
                        "model.prompt_refused",
                        of -> modelTag(of, "mlflow.prompt.is_prompt")),
                closed(
                        "a reserved tag on the model",
                        "POST registered-models/set-tag",
                        "tag.refused",
                        of -> modelTag(of, "gatehouse.protected_alias")),
                closed(
                        "deleting a reserved tag of the model",
                        "DELETE registered-models/delete-tag",
                        "tag.refused",
                        of -> of.client()
                                .raw(
                                        "DELETE",
                                        "registered-models/delete-tag",
                                        json("{'name':'" + of.model() + "','key':'gatehouse.protected_alias'}"))));
    }

    private static List<Door> origins() {
        return List.of(
                closed(
                        "deleting the run behind it",
                        "POST runs/delete",
                        "deletion.refused",
                        of -> of.client().post("runs/delete", "{'run_id':'" + of.run() + "'}")),
                closed(
                        "deleting the experiment",
                        "POST experiments/delete",
                        "deletion.refused",
                        of -> of.client().post("experiments/delete", "{'experiment_id':'" + of.experiment() + "'}")),
                closed(
                        "deleting the logged model",
                        "DELETE logged-models/{id}",
                        "logged_model.delete_refused",
                        of -> of.client().raw("DELETE", "logged-models/" + of.loggedModel(), "{}")),
                closed(
                        "saying that its upload failed",
                        "PATCH logged-models/{id}",
                        "logged_model.change_refused",
                        of -> of.client()
                                .raw(
                                        "PATCH",
                                        "logged-models/" + of.loggedModel(),
                                        json("{'status':'LOGGED_MODEL_UPLOAD_FAILED'}"))),
                harmless("restoring a run that was deleted", "POST runs/restore", of -> {
                    Reign.done(of.client().post("runs/delete", "{'run_id':'" + of.otherRun() + "'}"));
                    return of.client().post("runs/restore", "{'run_id':'" + of.otherRun() + "'}");
                }),
                wall(
                        "restoring an experiment that is not deleted",
                        "POST experiments/restore",
                        404,
                        "RESOURCE_DOES_NOT_EXIST",
                        of -> of.client().post("experiments/restore", "{'experiment_id':'" + of.experiment() + "'}")),
                harmless(
                        "renaming the experiment",
                        "POST experiments/update",
                        of -> of.client()
                                .post(
                                        "experiments/update",
                                        "{'experiment_id':'" + of.experiment() + "','new_name':'x-" + of.model()
                                                + "'}")));
    }

    /** What a run logs after it was judged is on the run; the answers about the champion stay those that were approved. */
    private static List<Door> logs() {
        return List.of(
                log("a better metric", "log-metric", "'key':'test_auc','value':0.999,'timestamp':2,'step':1"),
                log("another parameter", "log-parameter", "'key':'n_estimators','value':'900'"),
                log("other data", "set-tag", "'key':'data_hash','value':'feedfeedfeedfeed'"),
                log("no commit", "delete-tag", "'key':'git_commit'"),
                log("all at once", "log-batch", "'metrics':[{'key':'test_brier','value':0.01,'timestamp':3,'step':1}]"),
                log("another state", "update", "'status':'FAILED'"),
                log(
                        "a dataset",
                        "log-inputs",
                        "'datasets':[{'dataset':{'name':'other','digest':'d','source_type':'local','source':'{}'}}]"),
                log("an output", "outputs", "'models':[{'model_id':'m-00000000000000000000000000000000','step':0}]"),
                log(
                        "a model, as clients of 2.x do",
                        "log-model",
                        "'model_json':'{\\'run_id\\':\\'RUN\\',\\'artifact_path\\':\\'m\\',\\'flavors\\':{},\\'utc_time_created\\':\\'x\\'}'"),
                harmless(
                        "a tag of the logged model",
                        "PATCH logged-models/{id}/tags",
                        of -> of.client()
                                .raw(
                                        "PATCH",
                                        "logged-models/" + of.loggedModel() + "/tags",
                                        json("{'tags':[{'key':'team','value':'x'}]}"))),
                harmless("deleting that tag", "DELETE logged-models/{id}/tags/{*key}", of -> {
                    Reign.done(of.client()
                            .raw(
                                    "PATCH",
                                    "logged-models/" + of.loggedModel() + "/tags",
                                    json("{'tags':[{'key':'gone','value':'x'}]}")));
                    return of.client().raw("DELETE", "logged-models/" + of.loggedModel() + "/tags/gone", "{}");
                }),
                harmless(
                        "a parameter of the logged model",
                        "POST logged-models/{id}/params",
                        of -> of.client()
                                .post(
                                        "logged-models/" + of.loggedModel() + "/params",
                                        "{'params':[{'key':'later','value':'x'}]}")),
                harmless(
                        "a tag of the experiment",
                        "POST experiments/set-experiment-tag",
                        of -> of.client()
                                .post(
                                        "experiments/set-experiment-tag",
                                        "{'experiment_id':'" + of.experiment() + "','key':'k','value':'v'}")),
                harmless("deleting that tag again", "POST experiments/delete-experiment-tag", of -> {
                    Reign.done(of.client()
                            .post(
                                    "experiments/set-experiment-tag",
                                    "{'experiment_id':'" + of.experiment() + "','key':'k2','value':'v'}"));
                    return of.client()
                            .post(
                                    "experiments/delete-experiment-tag",
                                    "{'experiment_id':'" + of.experiment() + "','key':'k2'}");
                }),
                harmless(
                        "a run beside it",
                        "POST runs/create",
                        of -> of.client()
                                .post("runs/create", "{'experiment_id':'" + of.experiment() + "','start_time':1}")),
                harmless(
                        "an experiment beside it",
                        "POST experiments/create",
                        of -> of.client().post("experiments/create", "{'name':'beside " + of.model() + "'}")),
                harmless(
                        "a logged model beside it",
                        "POST logged-models",
                        of -> of.client()
                                .post(
                                        "logged-models",
                                        "{'experiment_id':'" + of.experiment() + "','name':'model','source_run_id':'"
                                                + of.run() + "'}")));
    }

    private static Door log(String what, String call, String fields) {
        return harmless("logging " + what, "POST runs/" + call, of -> {
            String body = json("{'run_id':'" + of.run() + "'," + fields.replace("RUN", of.run()) + "}");
            return of.client().raw("POST", "runs/" + call, body);
        });
    }

    private static List<Door> files() {
        String put = "PUT /api/2.0/mlflow-artifacts/artifacts/**";
        String delete = "DELETE /api/2.0/mlflow-artifacts/artifacts/**";
        return List.of(
                closed(
                        "overwriting the model's file",
                        put,
                        "artifacts.write_refused",
                        of -> put(of, of.files() + "/model.ubj")),
                closed(
                        "adding a file to the model",
                        put,
                        "artifacts.write_refused",
                        of -> put(of, of.files() + "/code/sitecustomize.py")),
                closed(
                        "overwriting it under the other prefix",
                        put,
                        "artifacts.write_refused",
                        of -> put(of, of.files().replace("/api/", "/ajax-api/") + "/model.ubj")),
                closed(
                        "overwriting it with letters spelled in percent",
                        put,
                        "artifacts.write_refused",
                        of -> put(of, of.files() + "/%6Dodel.ubj")),
                wall(
                        "overwriting it from a folder beside",
                        put,
                        400,
                        "INVALID_PARAMETER_VALUE",
                        of -> put(of, of.files() + "/../artifacts/model.ubj")),
                closed(
                        "deleting the model's file",
                        delete,
                        "artifacts.delete_refused",
                        of -> delete(of, of.files() + "/model.ubj")),
                closed("deleting the model's folder", delete, "artifacts.delete_refused", of -> delete(of, of.files())),
                closed(
                        "deleting the folder of the experiment",
                        delete,
                        "artifacts.delete_refused",
                        of -> delete(of, Reign.PROXY + of.experiment())),
                closed(
                        "beginning to overwrite it in parts",
                        "POST " + MPU + "create/**",
                        "artifacts.write_refused",
                        of -> parts(of, "create")),
                closed(
                        "completing it in parts",
                        "POST " + MPU + "complete/**",
                        "artifacts.write_refused",
                        of -> parts(of, "complete")),
                closed(
                        "breaking parts off",
                        "POST " + MPU + "abort/**",
                        "artifacts.write_refused",
                        of -> parts(of, "abort")),
                wall(
                        "sending a part of what was never begun",
                        "PUT " + MPU + "part/{id}/{number}",
                        401,
                        "UNAUTHENTICATED",
                        of -> put(of, MPU + "part/" + "0".repeat(32) + "/1")),
                wall(
                        "a signed address to overwrite it",
                        "POST artifacts/presigned-upload-url",
                        400,
                        "INVALID_PARAMETER_VALUE",
                        of -> of.client()
                                .post(
                                        "artifacts/presigned-upload-url",
                                        "{'model_id':'" + of.loggedModel() + "','path':'model.ubj'}")),
                closed(
                        "uploading over the other version's file",
                        "POST upload-artifact",
                        "artifacts.write_refused",
                        of -> of.client()
                                .send(
                                        "POST",
                                        "/ajax-api/2.0/mlflow/upload-artifact?run_uuid=" + of.otherRun()
                                                + "&path=model/MLmodel",
                                        BodyPublishers.ofString("x"))),
                harmless(
                        "deleting the evidence that was judged",
                        delete,
                        of -> delete(of, of.runFiles() + "/evaluation")),
                harmless("logging other evidence", put, of -> put(of, of.runFiles() + "/evaluation/predictions.csv")));
    }

    /** Names under which the champion could be reached or shadowed. */
    private static List<Door> names() {
        return List.of(wall(
                "an alias of another model's making",
                "POST " + ALIAS,
                404,
                "RESOURCE_DOES_NOT_EXIST",
                of -> of.client().post(ALIAS, "{'name':'" + of.model() + " ','alias':'champion','version':'2'}")));
    }

    private static Answer alias(Reign of, String alias, String version) {
        return of.client()
                .post(ALIAS, "{'name':'" + of.model() + "','alias':'" + alias + "','version':'" + version + "'}");
    }

    private static Answer deleteAlias(Reign of, String alias) {
        return of.client().raw("DELETE", ALIAS, json("{'name':'" + of.model() + "','alias':'" + alias + "'}"));
    }

    private static Answer stage(Reign of, String version, String stage) {
        return of.client()
                .post(
                        STAGE,
                        "{'name':'" + of.model() + "','version':'" + version + "','stage':'" + stage
                                + "','archive_existing_versions':" + stage.matches("(?i)production|staging") + "}");
    }

    private static Answer create(Reign of, String source, String more) {
        return of.client()
                .post("model-versions/create", "{'name':'" + of.model() + "','source':'" + source + "'" + more + "}");
    }

    private static Answer modelTag(Reign of, String key) {
        return of.client()
                .post("registered-models/set-tag", "{'name':'" + of.model() + "','key':'" + key + "','value':'true'}");
    }

    private static Answer put(Reign of, String path) {
        return of.client().send("PUT", path, BodyPublishers.ofString("another model"));
    }

    private static Answer delete(Reign of, String path) {
        return of.client().send("DELETE", path, BodyPublishers.noBody());
    }

    private static Answer parts(Reign of, String verb) {
        String place = of.files().substring(Reign.PROXY.length());
        return of.client()
                .post(
                        MPU + verb + "/" + place,
                        "{'path':'" + place + "/model.ubj','num_parts':2,'upload_id':'x','parts':[]}");
    }

    private static String location(String path) {
        return "mlflow-artifacts:/" + path.substring(Reign.PROXY.length());
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    /** They carry names out of the house, so that a data scientist makes none. */
    private static List<Door> webhooks() {
        String none = "webhooks/01890000-0000-7000-8000-000000000000";
        return List.of(
                notTheirs(
                        "having the alias told elsewhere",
                        "POST webhooks",
                        of -> of.client()
                                .post(
                                        "webhooks",
                                        "{'name':'h','url':'https://8.8.8.8/','events':[{'entity':'MODEL_VERSION_ALIAS',"
                                                + "'action':'CREATED'}]}")),
                notTheirs(
                        "changing where it is told",
                        "PATCH webhooks/{id}",
                        of -> of.client().raw("PATCH", none, "{\"name\":\"h\"}")),
                notTheirs(
                        "deleting a webhook",
                        "DELETE webhooks/{id}",
                        of -> of.client().raw("DELETE", none, "{}")),
                notTheirs(
                        "trying a webhook",
                        "POST webhooks/{id}/test",
                        of -> of.client().post(none + "/test", "{}")));
    }

    private static Door notTheirs(String name, String call, Function<Reign, Answer> attempt) {
        return wall(name, call, 403, "PERMISSION_DENIED", attempt);
    }
}
