"""The whole way of a model with an unmodified mlflow client: trained, registered, refused as champion, judged, approved by a second person, and
loaded by its protected alias, where it predicts exactly as before it was uploaded.

    MLFLOW_TRACKING_URI=http://localhost:8080 GATEHOUSE_REVIEWER=priya:password python clients/champion.py --model "compat champion"
    MLFLOW_TRACKING_URI=http://localhost:8080 python clients/champion.py --read "compat champion"

The client is a data scientist; the reviewer votes over Gatehouse's own API. With --read another client, of the other generation too, loads
what is champion. Needs examples/streamflow and its packages. Ends with 1 at the first difference.
"""

import argparse
import hashlib
import os
import pathlib
import sys
import time

os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0")
os.environ.setdefault("MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT", "true")
os.environ.setdefault("MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR", "false")
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "examples" / "streamflow"))

import data
import mlflow
import mlflow.pyfunc
import numpy as np
import requests
import tracking
from mlflow.exceptions import RestException
from mlflow.tracking import MlflowClient
from training import GRID, MAX_TREES, metrics, score, train

GATEHOUSE = os.environ.get("MLFLOW_TRACKING_URI", "http://localhost:8080") + "/api/gatehouse/v1/"
SNAPSHOT = data.SNAPSHOT_2024_03
CONFIG = GRID[6]
TAG = "predictions.sha256"
PATIENCE = 240


def unseen(splits):
    """Rows that the model did not learn from."""
    return data.feature_matrix(splits.test)


def digest(predictions):
    return hashlib.sha256(np.ascontiguousarray(predictions, dtype="<f4").tobytes()).hexdigest()


def train_and_register(name, splits):
    """Gives the version, and what the model said before it was uploaded."""
    x_train, y_train = data.feature_matrix(splits.train), splits.train[data.LABEL].to_numpy()
    x_val, y_val = data.feature_matrix(splits.val), splits.val[data.LABEL].to_numpy()
    booster = train(CONFIG, x_train, y_train, x_val, y_val, MAX_TREES).booster
    before = score(booster, unseen(splits))
    tags = tracking.fingerprint(SNAPSHOT, splits, x_train)
    if tags["git_commit"] == "unknown":
        # Outside a checkout the code is named by its own digest, since the gate wants to know what trained a champion.
        tags["git_commit"] = hashlib.sha1(pathlib.Path(__file__).read_bytes()).hexdigest()
    mlflow.set_experiment(name)
    with mlflow.start_run(run_name=CONFIG.run_name):
        mlflow.set_tags(tags)
        mlflow.log_params(CONFIG.params() | tracking.common_params(MAX_TREES, y_train))
        mlflow.log_metrics(metrics("val", y_val, score(booster, x_val)) | metrics("test", splits.test[data.LABEL].to_numpy(), before))
        tracking.log_schema(x_train, tags)
        number = tracking.publish(name, SNAPSHOT, splits, booster, x_train.head(5), description="Tried by clients/champion.py.")
    return number, before


def refused(client, name, number):
    """The number of the promotion request that the refusal names."""
    try:
        client.set_registered_model_alias(name, "champion", number)
    except RestException as refusal:
        assert refusal.error_code == "PERMISSION_DENIED", refusal.error_code
        return "PR-" + str(refusal).rsplit("/promotions/PR-", 1)[1].split()[0].strip(".,)'\"")
    raise AssertionError("the protected alias moved without a decision")


def approved(request, reviewer):
    """Waits until it is judged, and votes."""
    until = time.monotonic() + PATIENCE
    while (state := asked("GET", request, reviewer))["state"] == "EVALUATING":
        assert time.monotonic() < until, f"{request} is not judged after {PATIENCE} s"
        time.sleep(0.5)
    assert state["state"] == "AWAITING_REVIEW", state
    asked("POST", request + "/votes", reviewer, json={"vote": "APPROVE", "reason": "Fair at the acting threshold, and worth its cost."})


def asked(method, what, reviewer, **more):
    answer = requests.request(method, GATEHOUSE + "promotion-requests/" + what, auth=tuple(reviewer.split(":", 1)), timeout=60, **more)
    assert answer.ok, (what, answer.status_code, answer.text)
    return answer.json()


def loaded(name, splits):
    return np.asarray(mlflow.pyfunc.load_model(f"models:/{name}@champion").predict(unseen(splits)))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--model", help="a name that no model has yet")
    arguments.add_argument("--read", metavar="MODEL")
    options = arguments.parse_args()
    client = MlflowClient()
    splits = data.split(data.load_subscribers(SNAPSHOT))
    if options.read:
        expected = client.get_model_version_by_alias(options.read, "champion").tags[TAG]
        assert digest(loaded(options.read, splits)) == expected, f"the champion of {options.read} predicts otherwise than before it was uploaded"
        print(f"mlflow {mlflow.__version__} loaded the champion of {options.read}, which predicts as before")
        return
    number, before = train_and_register(options.model, splits)
    client.set_model_version_tag(options.model, number, TAG, digest(before))
    request = refused(client, options.model, number)
    approved(request, os.environ["GATEHOUSE_REVIEWER"])
    assert str(client.get_model_version_by_alias(options.model, "champion").version) == number
    after = loaded(options.model, splits)
    assert after.shape == before.shape and (after == before).all(), "the champion predicts otherwise than before it was uploaded"
    print(f"mlflow {mlflow.__version__}: {request} approved, {options.model}@champion predicts {len(after):,} rows as before")


if __name__ == "__main__":
    main()
