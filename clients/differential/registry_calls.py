"""Calls on registered models, versions, aliases, stages and logged models."""

from filters import filter_of, orders_of
from plan import KEYS, PARAMS, TAGS, WORDS, Call, pairs
from tracking_calls import API, get, metric, post

ALIASES = ["shadow", "Best", "v2_x", "größe", "latest", "v1", "a b", ""]
STAGES = ["None", "Staging", "Archived", "staging", "ARCHIVED", "nonsense"]


def name_of(draw):
    return f"{{{{nonce}}}} m{draw.number(1, 4)}" if draw.chance(0.95) else "{{nonce}} nobody"


def create_model(draw):
    body = {"name": name_of(draw)}
    if draw.chance(0.4):
        body["tags"] = pairs(draw, TAGS)
    if draw.chance(0.4):
        body["description"] = draw.one(*WORDS)
    return post("registered-models/create", body)


def one_model(draw):
    name = name_of(draw)
    tag = draw.one(*TAGS)
    return draw.one(
        lambda: get("registered-models/get", name=name),
        lambda: get("registered-models/get", name=name),
        lambda: post("registered-models/rename", {"name": name, "new_name": name_of(draw)}) if draw.chance(0.5) else get("registered-models/get", name=name),
        lambda: Call("PATCH", API + "registered-models/update", {"name": name, "description": draw.one(*WORDS)}),
        lambda: Call("DELETE", API + "registered-models/delete", {"name": name}) if draw.chance(0.2) else get("registered-models/get", name=name),
        lambda: post("registered-models/set-tag", {"name": name, "key": tag, "value": draw.one(*WORDS)}),
        lambda: Call("DELETE", API + "registered-models/delete-tag", {"name": name, "key": tag}),
        lambda: post("registered-models/get-latest-versions", {"name": name, "stages": draw.some(STAGES, 0, 2)}),
        lambda: Call("GET", API + "registered-models/get-latest-versions", query=[("name", name)] + [("stages", stage) for stage in draw.some(STAGES, 0, 2)]),
    )()


def search_models(draw):
    kind = draw.one("models", "versions")
    query = [("filter", filter_of(draw, kind)), ("max_results", str(draw.one(1, 2, 100, 1000)))]
    query += [("order_by", order) for order in orders_of(draw, kind)]
    path = {"models": "registered-models/search", "versions": "model-versions/search"}[kind]
    return Call("GET", API + path, query=query, pages={"models": "registered_models", "versions": "model_versions"}[kind])


def create_version(draw):
    body = {"name": name_of(draw)}
    run = draw.ref("run")
    source = draw.one("logged", "logged", "runs", "runs", "models", "foreign")
    if source == "logged":
        body["source"] = "models:/" + draw.ref("model")
        body["model_id"] = draw.ref("model") if draw.chance(0.2) else body["source"][8:]
    elif source == "runs":
        body["run_id"] = run
        body["source"] = f"mlflow-artifacts:/{draw.ref('exp')}/{run}/artifacts/model"
        if draw.chance(0.15):
            body["source"] = f"runs:/{draw.one(run, draw.ref('run'))}/model"
    elif source == "models":
        body["source"] = f"models:/{name_of(draw)}/{draw.number(1, 3)}"
    else:
        body["source"] = draw.one("s3://bucket/model", "/etc/passwd", "file:///etc", "./x", "dbfs:/x/../y", "s3://b/%2e%2e/c", "runs:/abc/model", "http://x/y", "models:/nobody/9", "models:/a/b/c")
    if draw.chance(0.3):
        body["tags"] = pairs(draw, TAGS)
    if draw.chance(0.3):
        body["description"] = draw.one(*WORDS)
    if draw.chance(0.1):
        body["run_link"] = draw.one("http://x/y", "")
    return post("model-versions/create", body)


def one_version(draw):
    name, version = name_of(draw), str(draw.number(1, 3))
    which = {"name": name, "version": version}
    tag = draw.one(*TAGS)
    return draw.one(
        lambda: get("model-versions/get", **which),
        lambda: get("model-versions/get-download-uri", **which),
        lambda: Call("PATCH", API + "model-versions/update", {**which, "description": draw.one(*WORDS)}),
        lambda: post("model-versions/set-tag", {**which, "key": tag, "value": draw.one(*WORDS)}),
        lambda: Call("DELETE", API + "model-versions/delete-tag", {**which, "key": tag}),
        lambda: post("model-versions/transition-stage", {**which, "stage": draw.one(*STAGES), "archive_existing_versions": draw.one(True, False, False)}),
        lambda: Call("DELETE", API + "model-versions/delete", which) if draw.chance(0.3) else get("model-versions/get", **which),
    )()


def alias(draw):
    name, what = name_of(draw), draw.one(*ALIASES)
    return draw.one(
        lambda: post("registered-models/alias", {"name": name, "alias": what, "version": str(draw.number(1, 3))}),
        lambda: get("registered-models/alias", name=name, alias=what),
        lambda: Call("DELETE", API + "registered-models/alias", {"name": name, "alias": what}),
    )()


def create_logged(draw):
    model = draw.fresh("model")
    body = {"experiment_id": draw.ref("exp"), "name": draw.one("churn", "retention", "Churn", "größe")}
    if draw.chance(0.5):
        body["source_run_id"] = draw.ref("run")
    if draw.chance(0.4):
        body["model_type"] = draw.one("kind", "")
    if draw.chance(0.5):
        body["params"] = pairs(draw, PARAMS)
    if draw.chance(0.5):
        body["tags"] = pairs(draw, TAGS)
    if draw.chance(0.1):
        body["name"] = draw.one("a/b", "a:b", "a.b", "a%b", "", 'a"b', "a'b")
    if draw.chance(0.1):
        del body["name"]
    return post("logged-models", body, binds=[(model, ["model", "info", "model_id"]), (model.replace("model", "modelname"), ["model", "info", "name"])])


def one_logged(draw):
    model = draw.ref("model")
    at = API + "logged-models/" + model
    run = draw.ref("run")
    measured = {**metric(draw), "model_id": model}
    if draw.chance(0.3):
        measured["dataset_name"], measured["dataset_digest"] = draw.one(("d1", "aa"), ("d2", "bb"))
    return draw.one(
        lambda: Call("GET", at),
        lambda: Call("GET", at, query=[("allow_deleted", draw.one("true", "false", "True", "maybe"))]),
        lambda: Call("PATCH", at, {"model_id": model, "status": draw.one("LOGGED_MODEL_READY", "LOGGED_MODEL_UPLOAD_FAILED", 2, "LOGGED_MODEL_PENDING", "READY")}),
        lambda: Call("POST", at + "/params", {"model_id": model, "params": pairs(draw, PARAMS)}),
        lambda: Call("PATCH", at + "/tags", {"model_id": model, "tags": pairs(draw, TAGS)}),
        lambda: Call("DELETE", f"{at}/tags/{draw.one('team', 'k-1', 'mlflow.note.content', 'nobody')}"),
        lambda: Call("DELETE", at) if draw.chance(0.2) else Call("GET", at),
        lambda: post("runs/log-metric", {"run_id": run, **measured}),
        lambda: post("runs/log-batch", {"run_id": run, "metrics": [measured]}),
    )()


def search_logged(draw):
    body = {"experiment_ids": [draw.ref("exp") for _ in range(draw.one(1, 2))], "filter": filter_of(draw, "logged"), "max_results": draw.one(1, 2, 50)}
    if draw.chance(0.3):
        body["datasets"] = [{"dataset_name": draw.one("d1", "d2"), "dataset_digest": draw.one("aa", "bb")}]
    if draw.chance(0.5):
        order = {"field_name": draw.one("creation_timestamp", "name", "metrics.auc", f"metrics.{draw.one(*KEYS)}", "creation_time", "last_updated_timestamp", "nonsense", "params.lr")}
        if draw.chance(0.6):
            order["ascending"] = draw.one(True, False)
        if order["field_name"].startswith("metrics.") and draw.chance(0.3):
            order["dataset_name"] = "d1"
        body["order_by"] = [order]
    return post("logged-models/search", body, pages="models")


CALLS = [
    (create_model, 4), (one_model, 7), (search_models, 8), (create_version, 7), (one_version, 8), (alias, 6), (create_logged, 4), (one_logged, 8), (search_logged, 6),
]  # fmt: skip
