"""Exercises artifacts, logged models and the registry with an unmodified mlflow client, 2.x or 3.x, against a running portal.

    MLFLOW_TRACKING_URI=http://localhost:8080 MLFLOW_TRACKING_USERNAME=… MLFLOW_TRACKING_PASSWORD=… \
        python clients/registry_smoke.py [--model NAME] [--read NAME]

Trains a small XGBoost model, registers it, loads it back by alias and compares the predictions. The model is left in the registry under
the printed name, so that a client of the other generation can read it: `--read NAME`. Exits with 1 at the first difference.
"""

import argparse
import json
import os
import tempfile
import uuid

os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
# A failure must show at once, not after minutes of retries.
os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0")
os.environ.setdefault("MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT", "true")
os.environ.setdefault("MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR", "false")

import mlflow
import mlflow.pyfunc
import mlflow.xgboost
import numpy as np
import pandas as pd
import xgboost
from mlflow.exceptions import MlflowException
from mlflow.tracking import MlflowClient

V3 = int(mlflow.__version__.split(".")[0]) >= 3


def refused(fragment, call, *args, **kwargs):
    """The call must fail with a message that holds the fragment."""
    try:
        call(*args, **kwargs)
    except MlflowException as refusal:
        assert fragment in str(refusal), f"expected {fragment!r} in {refusal}"
        return refusal
    raise AssertionError(f"{call.__name__} was not refused with {fragment!r}")


def table(rows=400):
    """The same rows in every process, so that predictions can be compared."""
    random = np.random.default_rng(42)
    frame = pd.DataFrame(random.normal(size=(rows, 4)), columns=["hours", "sessions", "tickets", "months"])
    return frame, (frame["tickets"] - frame["hours"] + random.normal(size=rows) > 0).astype(int)


def train_and_register(client, name):
    frame, label = table()
    parameters = {"max_depth": 3, "seed": 42, "objective": "binary:logistic"}
    booster = xgboost.train(parameters, xgboost.DMatrix(frame, label), num_boost_round=20)
    mlflow.set_experiment("registry " + name)
    with mlflow.start_run() as run:
        mlflow.log_params({"max_depth": 3, "n_estimators": 20})
        mlflow.log_metrics({"auc": 0.9, "broken": float("nan")})
        mlflow.log_text("id,score\n1,0.5\n", "tables/scores.csv")
        mlflow.log_text("", "tables/empty.txt")
        where = {"name": "model"} if V3 else {"artifact_path": "model"}
        mlflow.xgboost.log_model(booster, registered_model_name=name, input_example=frame.head(2), **where)
    expected = booster.predict(xgboost.DMatrix(frame)).tolist()
    client.set_model_version_tag(name, "1", "expected", json.dumps(expected[:5]))
    return run.info.run_id, frame, expected


def predictions_of(uri, frame):
    return np.asarray(mlflow.pyfunc.load_model(uri).predict(frame)).tolist()


def artifacts(client, run_id):
    assert sorted(f.path for f in client.list_artifacts(run_id, "tables")) == ["tables/empty.txt", "tables/scores.csv"]
    names = [f.path for f in client.list_artifacts(run_id)]
    assert "tables" in names, names
    with tempfile.TemporaryDirectory() as folder:
        path = client.download_artifacts(run_id, "tables", folder)
        assert open(os.path.join(path, "scores.csv")).read() == "id,score\n1,0.5\n"
        assert os.path.getsize(os.path.join(path, "empty.txt")) == 0
        model = mlflow.artifacts.download_artifacts(f"runs:/{run_id}/model", dst_path=folder)
        assert os.path.exists(os.path.join(model, "MLmodel")), os.listdir(model)
    client.log_text(run_id, "later", "tables/scores.csv")
    assert mlflow.artifacts.load_text(f"runs:/{run_id}/tables/scores.csv") == "later"


def registry(client, name, run_id, frame, expected):
    version = client.get_model_version(name, "1")
    assert version.run_id == run_id and version.status == "READY", version
    assert predictions_of(f"models:/{name}/1", frame) == expected
    client.set_registered_model_alias(name, "shadow", "1")
    assert client.get_model_version_by_alias(name, "shadow").version in ("1", 1)
    assert predictions_of(f"models:/{name}@shadow", frame) == expected
    aliases = client.get_registered_model(name).aliases
    assert {alias: str(of) for alias, of in aliases.items()} == {"shadow": "1"}, aliases
    assert predictions_of(f"models:/{name}/latest", frame) == expected

    second = mlflow.register_model(f"runs:/{run_id}/model", name)
    assert str(second.version) == "2" and second.run_id == run_id
    copied = client.copy_model_version(f"models:/{name}/1", name + "-copy")
    assert predictions_of(f"models:/{name}-copy/{copied.version}", frame) == expected

    client.update_registered_model(name, "Who will leave next month")
    client.set_registered_model_tag(name, "team", "retention")
    found = client.search_registered_models(f"name = '{name}' AND tags.team = 'retention'")
    assert [m.description for m in found] == ["Who will leave next month"]
    assert [str(v.version) for v in client.search_model_versions(f"name = '{name}'", order_by=["version_number ASC"])] == ["1", "2"]
    staged = client.transition_model_version_stage(name, "2", "staging")
    assert staged.current_stage == "Staging"
    assert [str(v.version) for v in client.get_latest_versions(name, ["Staging"])] == ["2"]
    client.delete_registered_model_alias(name, "shadow")
    refused("Registered model alias shadow not found.", client.get_model_version_by_alias, name, "shadow")
    client.set_registered_model_alias(name, "shadow", "1")


def bad_input(client, name, run_id):
    refused("Registered Model with name=none such not found", client.get_registered_model, "none such")
    refused("not found", client.set_registered_model_alias, name, "shadow", "99")
    refused("reserved", client.set_registered_model_alias, name, "v1", "1")
    assert refused("already exists", client.create_registered_model, name).error_code == "RESOURCE_ALREADY_EXISTS"
    refused("Invalid model version source", client.create_model_version, name, "/etc/passwd", run_id)
    folder = client.get_model_version_download_uri(name, "1")
    assert folder.startswith("mlflow-artifacts:/"), folder
    frozen = f"it is version 1 of the registered model '{name}'"
    with tempfile.TemporaryDirectory() as local:
        path = os.path.join(local, "MLmodel")
        open(path, "w").write("changed")
        from mlflow.store.artifact.artifact_repository_registry import get_artifact_repository

        refused_upload(frozen, get_artifact_repository(folder).log_artifact, path)


def refused_upload(fragment, call, *args):
    """The artifact client raises what its HTTP library does, without the body; the response has it."""
    try:
        call(*args)
    except Exception as refusal:
        text = str(refusal) + getattr(getattr(refusal, "response", None), "text", "")
        assert fragment in text or "403" in text, text
        return
    raise AssertionError("the files of a registered version could be changed")


def protected_alias(client, name):
    refusal = refused("is protected", client.set_registered_model_alias, name, "champion", "1")
    assert refusal.error_code == "PERMISSION_DENIED", refusal.error_code
    assert "/promotions/PR-" in str(refusal), refusal
    again = refused("is protected", client.set_registered_model_alias, name, "Champion", "1")
    assert str(again).rsplit("/", 1)[1] == str(refusal).rsplit("/", 1)[1], "asking again must find the same request"
    if hasattr(client, "transition_model_version_stage"):
        refused("is protected", client.transition_model_version_stage, name, "1", "Production")
    print(refusal)


def logged_models(client, name, run_id):
    run = client.get_run(run_id)
    model = client.get_logged_model(run.outputs.model_outputs[0].model_id)
    assert model.source_run_id == run_id and str(model.status) in ("READY", "LoggedModelStatus.READY"), model
    assert model.params["max_depth"] == "3"
    measured = {m.key: m.value for m in model.metrics}
    assert measured["auc"] == 0.9 and measured["broken"] != measured["broken"], measured
    found = client.search_logged_models([run.info.experiment_id], "metrics.auc > 0.8 AND params.max_depth = '3'")
    assert [m.model_id for m in found] == [model.model_id]
    registered = json.loads(model.tags["mlflow.modelVersions"])
    assert len(registered) == len({(r["name"], str(r["version"])) for r in registered}), registered
    assert {(r["name"], str(r["version"])) for r in registered} >= {(name, "1"), (name, "2")}, registered


def read(client, name):
    """What a client of the other generation left."""
    frame, _ = table()
    expected = json.loads(client.get_model_version(name, "1").tags["expected"])
    for uri in (f"models:/{name}/1", f"models:/{name}@shadow", f"models:/{name}/Staging"):
        answers = predictions_of(uri, frame)[:5]
        assert np.allclose(answers, expected, atol=1e-6), (uri, answers, expected)
    version = client.get_model_version(name, "1")
    assert client.get_run(version.run_id).data.params["max_depth"] == "3"
    assert [f.path for f in client.list_artifacts(version.run_id, "tables")]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--model", default="churn " + uuid.uuid4().hex)
    arguments.add_argument("--read")
    arguments.add_argument("--without-promotion", action="store_true", help="leave the protected alias alone")
    options = arguments.parse_args()
    client = MlflowClient()
    if options.read:
        read(client, options.read)
        print(f"mlflow {mlflow.__version__} read {options.read}")
        return
    run_id, frame, expected = train_and_register(client, options.model)
    artifacts(client, run_id)
    registry(client, options.model, run_id, frame, expected)
    bad_input(client, options.model, run_id)
    if V3:
        logged_models(client, options.model, run_id)
    if not options.without_promotion:
        protected_alias(client, options.model)
    print(f"mlflow {mlflow.__version__} wrote {options.model}")


if __name__ == "__main__":
    main()
