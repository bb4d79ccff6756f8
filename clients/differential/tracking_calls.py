"""Calls on experiments, runs and what runs log."""

from filters import filter_of, orders_of
from plan import KEYS, NUMBERS, PARAMS, TAGS, WORDS, Call, pairs

API = "/api/2.0/mlflow/"
AJAX = "/ajax-api/2.0/mlflow/"


def post(path, body, **more):
    return Call("POST", API + path, body, **more)


def get(path, /, **query):
    return Call("GET", API + path, query=[(key, value) for key, value in query.items()])


def create_experiment(draw):
    number = draw.fresh("exp")
    name = "{{nonce}} e" + (number[6:-2] if draw.chance(0.9) else "1")
    body = {"name": name}
    if draw.chance(0.3):
        body["tags"] = pairs(draw, TAGS)
    if draw.chance(0.1):
        body["artifact_location"] = draw.one("s3://bucket/path", "file:///tmp/x", "relative/path", "s3://b/../c", "s3://b/c#d", "runs:/abc/x", "mlflow-artifacts:/mine")
    return post("experiments/create", body, binds=[(number, ["experiment_id"])])


def one_experiment(draw):
    exp = draw.ref("exp")
    return draw.one(
        lambda: get("experiments/get", experiment_id=exp),
        lambda: get("experiments/get-by-name", experiment_name=f"{{{{nonce}}}} e{draw.number(1, 4)}"),
        lambda: post("experiments/delete", {"experiment_id": exp}) if draw.chance(0.4) else get("experiments/get", experiment_id=exp),
        lambda: post("experiments/restore", {"experiment_id": exp}),
        lambda: post("experiments/update", {"experiment_id": exp, "new_name": f"{{{{nonce}}}} e{draw.number(1, 9)}"}),
        lambda: post("experiments/set-experiment-tag", {"experiment_id": exp, "key": draw.one(*TAGS), "value": draw.one(*WORDS)}),
        lambda: post("experiments/delete-experiment-tag", {"experiment_id": exp, "key": draw.one(*TAGS)}),
    )()


def search_experiments(draw):
    body = {"max_results": draw.one(1, 2, 100, 1000), "view_type": draw.one("ACTIVE_ONLY", "DELETED_ONLY", "ALL")}
    body["filter"] = filter_of(draw, "experiments")
    body["order_by"] = orders_of(draw, "experiments")
    return post("experiments/search", body, pages="experiments")


def create_run(draw):
    run = draw.fresh("run")
    body = {"experiment_id": draw.ref("exp"), "start_time": draw.moment(), "user_id": draw.one("dana", "", "ravi")}
    if draw.chance(0.7):
        body["run_name"] = draw.one(*WORDS)
    if draw.chance(0.6):
        body["tags"] = pairs(draw, TAGS + ["mlflow.runName", "mlflow.user", "mlflow.parentRunId"])
    return post("runs/create", body, binds=[(run, ["run", "info", "run_id"]), (run.replace("run", "runname"), ["run", "info", "run_name"])])


def one_run(draw):
    run = draw.ref("run")
    change = {"run_id": run}
    if draw.chance(0.7):
        change["status"] = draw.one("FINISHED", "FAILED", "RUNNING", "KILLED", "SCHEDULED", 3)
    if draw.chance(0.5):
        change["end_time"] = draw.moment()
    if draw.chance(0.4):
        change["run_name"] = draw.one(*WORDS)
    return draw.one(
        lambda: get("runs/get", run_id=run, run_uuid=run),
        lambda: get("runs/get", run_id=run),
        lambda: post("runs/update", change),
        lambda: post("runs/delete", {"run_id": run}) if draw.chance(0.3) else get("runs/get", run_uuid=run),
        lambda: post("runs/restore", {"run_id": run}),
    )()


def metric(draw):
    key, value = draw.one(*KEYS), draw.one(*NUMBERS, "Infinity", "-Infinity", 0.25, 0.75, 1e300)
    if draw.chance(0.1):
        # A key of its own, which no filter names: MLflow compares NaN as if it were 0.
        key, value = "broken", "NaN"
    return {"key": key, "value": value, "timestamp": draw.moment() if draw.chance(0.8) else draw.clock, "step": draw.number(-2, 6)}


def log_one(draw):
    run = draw.ref("run")
    return draw.one(
        lambda: post("runs/log-metric", {"run_id": run, "run_uuid": run, **metric(draw)}),
        lambda: post("runs/log-parameter", {"run_id": run, "key": draw.one(*PARAMS), "value": draw.one(*WORDS)}),
        lambda: post("runs/set-tag", {"run_id": run, "key": draw.one(*TAGS, "mlflow.runName"), "value": draw.one(*WORDS)}),
        lambda: post("runs/delete-tag", {"run_id": run, "key": draw.one(*TAGS)}),
    )()


def log_batch(draw):
    body = {"run_id": draw.ref("run")}
    body["metrics"] = [metric(draw) for _ in range(draw.one(0, 1, 3, 8))]
    body["params"] = pairs(draw, PARAMS)
    body["tags"] = pairs(draw, TAGS)
    if draw.chance(0.03):
        body["params"] = [{"key": f"p{i}", "value": "v"} for i in range(101)]
    if draw.chance(0.03):
        body["metrics"] = [{"key": f"m{i}", "value": i, "timestamp": 1, "step": 0} for i in range(draw.one(990, 1001))]
    if draw.chance(0.1):
        body["params"] += body["params"][:1]
    if draw.chance(0.1):
        body["metrics"] += body["metrics"][:2]
    return post("runs/log-batch", body)


def log_inputs(draw):
    datasets = []
    for name in draw.some(["d1", "d2", "d3"], 0, 2):
        dataset = {"name": name, "digest": draw.one("aa", "bb"), "source_type": "local", "source": "{}"}
        if draw.chance(0.3):
            dataset["schema"], dataset["profile"] = '{"a": 1}', "{}"
        datasets.append({"dataset": dataset, "tags": [{"key": "mlflow.data.context", "value": draw.one("train", "test")}] if draw.chance(0.6) else []})
    body = {"run_id": draw.ref("run"), "datasets": datasets}
    if draw.chance(0.3):
        body["models"] = [{"model_id": draw.ref("model")}]
    if draw.chance(0.25):
        return post("runs/outputs", {"run_id": body["run_id"], "models": [{"model_id": draw.ref("model"), "step": draw.number(0, 3)}]})
    return post("runs/log-inputs", body)


def search_runs(draw):
    ids = [draw.ref("exp") for _ in range(draw.one(1, 1, 2, 3))]
    body = {"experiment_ids": ids, "filter": filter_of(draw, "runs"), "order_by": orders_of(draw, "runs"), "max_results": draw.one(1, 2, 3, 1000)}
    if draw.chance(0.3):
        body["run_view_type"] = draw.one("ACTIVE_ONLY", "DELETED_ONLY", "ALL")
    return post("runs/search", body, pages="runs")


def history(draw):
    run = draw.ref("run")
    key = draw.one(*KEYS, "broken")
    kind = draw.number(0, 4)
    if kind == 0:
        return Call("GET", AJAX + "metrics/get-history-bulk", query=[("run_id", other) for other in sorted({draw.ref("run"), run})] + [("metric_key", key)])
    if kind == 1:
        query = [("run_ids", other) for other in sorted({draw.ref("run"), run})] + [("metric_key", key)]
        if draw.chance(0.6):
            query += [("start_step", str(draw.number(-2, 3))), ("end_step", str(draw.number(-1, 6)))]
        if draw.chance(0.7):
            query.append(("max_results", str(draw.one(1, 2, 5, 320, 2500))))
        return Call("GET", draw.one(API, AJAX) + "metrics/get-history-bulk-interval", query=query)
    if kind == 2:
        return Call("POST", AJAX + "experiments/search-datasets", {"experiment_ids": [draw.ref("exp") for _ in range(draw.one(1, 2))]})
    return Call("GET", API + "metrics/get-history", query=[("run_id", run), ("metric_key", key), ("max_results", str(draw.one(1, 2, 25_000)))], pages="metrics")


CALLS = [
    (create_experiment, 3), (one_experiment, 5), (search_experiments, 4), (create_run, 6), (one_run, 6), (log_one, 10), (log_batch, 6), (log_inputs, 4),
    (search_runs, 10), (history, 5),
]  # fmt: skip
