"""Exercises tracking with an unmodified mlflow client, 2.x or 3.x, against a running portal.

    MLFLOW_TRACKING_URI=http://localhost:8080 MLFLOW_TRACKING_USERNAME=… MLFLOW_TRACKING_PASSWORD=… \
        python clients/tracking_smoke.py

Every experiment gets a name of its own, so it can be run again and again. Exits with 1 at the first difference.
"""

import math
import os
import sys
import tempfile
import time
import uuid

os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
# A failure must show at once, not after minutes of retries.
os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0")
os.environ.setdefault("MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT", "true")

import mlflow
from mlflow.entities import Metric, Param, RunTag, ViewType
from mlflow.exceptions import MlflowException
from mlflow.tracking import MlflowClient

V3 = int(mlflow.__version__.split(".")[0]) >= 3
NAME = "compat " + uuid.uuid4().hex


def refused(fragment, call, *args, **kwargs):
    """The call must fail with a message that holds the fragment."""
    try:
        call(*args, **kwargs)
    except MlflowException as refusal:
        assert fragment in str(refusal), f"expected {fragment!r} in {refusal}"
        return refusal
    raise AssertionError(f"{call.__name__} was not refused with {fragment!r}")


def experiments(client):
    experiment_id = mlflow.set_experiment(NAME).experiment_id
    assert mlflow.set_experiment(NAME).experiment_id == experiment_id
    assert client.get_experiment_by_name("none such " + NAME) is None
    assert client.get_experiment("0").name == "Default"
    assert refused("already exists", client.create_experiment, NAME).error_code == "RESOURCE_ALREADY_EXISTS"
    refused("No Experiment with id=987654321 exists", client.get_experiment, "987654321")

    client.set_experiment_tag(experiment_id, "team", "churn")
    assert client.get_experiment(experiment_id).tags["team"] == "churn"
    found = client.search_experiments(filter_string=f"name = '{NAME}' AND tags.team = 'churn'")
    assert [e.experiment_id for e in found] == [experiment_id]

    other = client.create_experiment(NAME + " other", tags={"a": "b"})
    client.rename_experiment(other, NAME + " renamed")
    client.delete_experiment(other)
    assert client.get_experiment(other).lifecycle_stage == "deleted"
    deleted = client.search_experiments(view_type=ViewType.DELETED_ONLY, filter_string=f"name LIKE '{NAME}%'")
    assert [e.experiment_id for e in deleted] == [other]
    client.restore_experiment(other)
    assert client.get_experiment_by_name(NAME + " renamed").lifecycle_stage == "active"
    page = client.search_experiments(filter_string=f"name LIKE '{NAME}%'", order_by=["name ASC"], max_results=1)
    assert page.token
    rest = client.search_experiments(
        filter_string=f"name LIKE '{NAME}%'", order_by=["name ASC"], max_results=1, page_token=page.token
    )
    assert [e.name for e in page + rest] == [NAME, NAME + " renamed"] and not rest.token
    return experiment_id


def nested_runs(client, experiment_id):
    with mlflow.start_run(run_name="search") as parent:
        mlflow.log_param("method", "grid")
        children = []
        for depth in range(1, 13):
            with mlflow.start_run(run_name=f"depth-{depth}", nested=True) as child:
                mlflow.log_params({"depth": depth, "family": "xgb"})
                mlflow.log_metrics({"auc": 0.80 + depth / 100, "loss": 1.0 / depth})
                mlflow.set_tag("odd", str(depth % 2 == 1))
                children.append(child.info.run_id)
        mlflow.log_metric("best_auc", 0.92)
    parent = client.get_run(parent.info.run_id)
    assert parent.info.status == "FINISHED" and parent.info.end_time >= parent.info.start_time
    assert parent.info.artifact_uri == f"mlflow-artifacts:/{experiment_id}/{parent.info.run_id}/artifacts"
    assert client.get_run(children[0]).data.tags["mlflow.parentRunId"] == parent.info.run_id

    nested = f"tags.mlflow.parentRunId = '{parent.info.run_id}'"
    best = client.search_runs([experiment_id], nested, order_by=["metrics.auc DESC"], max_results=3)
    assert [run.info.run_name for run in best] == ["depth-12", "depth-11", "depth-10"] and best.token
    both = client.search_runs([experiment_id], nested + " AND metrics.auc > 0.855 AND tags.odd = 'True'")
    assert {run.data.params["depth"] for run in both} == {"7", "9", "11"}
    table = mlflow.search_runs([experiment_id], filter_string="params.family = 'xgb'", order_by=["params.depth"])
    assert len(table) == 12 and table["params.depth"][0] == "1"
    assert math.isclose(table["metrics.auc"].max(), 0.92)
    assert len(client.search_runs([experiment_id], "run_name ILIKE 'DEPTH-1_'")) == 3
    assert len(client.search_runs([experiment_id], "params.depth IS NULL" if V3 else "run_name = 'search'")) == 1
    refused("Expected numeric value type for metric", client.search_runs, [experiment_id], "metrics.auc > 'x'")
    refused("Invalid entity type", client.search_runs, [experiment_id], "nonsense.a = 'x'")
    return parent.info.run_id, children


def batches(client, experiment_id):
    run_id = client.create_run(experiment_id, run_name="batch", tags={"a": "1"}).info.run_id
    now = int(time.time() * 1000)
    history = [Metric("loss", 1.0 / (i + 1), now + i, i) for i in range(1000)]
    client.log_batch(run_id, metrics=history)
    client.log_batch(
        run_id,
        metrics=[Metric("nan", float("nan"), now, 0), Metric("inf", float("inf"), now, 0)],
        params=[Param(f"p{i}", str(i)) for i in range(100)],
        tags=[RunTag("a", "2"), RunTag("ünïcode key", "🎲")],
    )
    client.log_batch(run_id, metrics=history[:10])
    read = client.get_run(run_id)
    assert len(read.data.params) == 100 and read.data.tags["a"] == "2" and read.data.tags["ünïcode key"] == "🎲"
    assert math.isnan(read.data.metrics["nan"]) and read.data.metrics["inf"] == sys.float_info.max
    assert read.data.metrics["loss"] == 0.001
    told = client.get_metric_history(run_id, "loss")
    assert [(m.step, m.value, m.timestamp) for m in told] == [(m.step, m.value, m.timestamp) for m in history]
    assert client.get_metric_history(run_id, "none") == []

    client.log_param(run_id, "p0", "0")
    refused("Changing param values is not allowed", client.log_param, run_id, "p0", "other")
    refused("Names may be treated as files", client.log_param, run_id, "../p", "x")
    client.log_param(run_id, "long", "x" * 7000)
    assert len(client.get_run(run_id).data.params["long"]) in (6000, 7000)
    client.set_tag(run_id, "mlflow.note.content", "a note")
    client.delete_tag(run_id, "a")
    assert "a" not in client.get_run(run_id).data.tags
    refused("No tag with name: a in run with id", client.delete_tag, run_id, "a")
    client.update_run(run_id, status="FAILED", name="renamed")
    assert client.get_run(run_id).info.run_name == "renamed"
    client.set_terminated(run_id, "KILLED")
    assert client.get_run(run_id).info.status == "KILLED"
    return run_id


def life(client, experiment_id, run_id):
    client.delete_run(run_id)
    client.delete_run(run_id)
    assert client.get_run(run_id).info.lifecycle_stage == "deleted"
    assert run_id not in [run.info.run_id for run in client.search_runs([experiment_id])]
    deleted = client.search_runs([experiment_id], run_view_type=ViewType.DELETED_ONLY)
    assert [run.info.run_id for run in deleted] == [run_id]
    refused("must be in the 'active' state", client.set_tag, run_id, "a", "b")
    client.restore_run(run_id)
    with mlflow.start_run(run_id=run_id):
        mlflow.log_metric("again", 1)
    assert client.get_run(run_id).info.status == "FINISHED"
    refused("Run with id=" + "0" * 32 + " not found", client.get_run, "0" * 32)


def datasets(client, experiment_id):
    import pandas as pd

    frame = pd.DataFrame({"a": [1, 2, 3], "churned": [0, 1, 0]})
    data = mlflow.data.from_pandas(frame, name="subscribers", targets="churned")
    with mlflow.start_run(run_name="with data") as run:
        mlflow.log_input(data, context="training")
        mlflow.log_input(data, context="training")
    inputs = client.get_run(run.info.run_id).inputs.dataset_inputs
    assert [i.dataset.name for i in inputs] == ["subscribers"]
    assert {t.key: t.value for t in inputs[0].tags}["mlflow.data.context"] == "training"
    found = client.search_runs([experiment_id], "dataset.name = 'subscribers' AND dataset.context = 'training'")
    assert [r.info.run_id for r in found] == [run.info.run_id]


def artifacts(client, run_id):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "notes.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write("kept")
        client.log_artifact(run_id, path, "docs")
    assert [f.path for f in client.list_artifacts(run_id, "docs")] == ["docs/notes.txt"]
    assert mlflow.artifacts.load_text(f"runs:/{run_id}/docs/notes.txt") == "kept"


def main():
    client = MlflowClient()
    experiment_id = experiments(client)
    parent, _ = nested_runs(client, experiment_id)
    run_id = batches(client, experiment_id)
    life(client, experiment_id, run_id)
    datasets(client, experiment_id)
    artifacts(client, parent)
    print(f"tracking works with mlflow {mlflow.__version__}")


if __name__ == "__main__":
    main()
