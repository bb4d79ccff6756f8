"""What people's training scripts do: autologging of scikit-learn, XGBoost and LightGBM, a search of fifty Optuna trials that writes nested
runs, and models that predict after loading exactly as before they were uploaded.

    MLFLOW_TRACKING_URI=http://localhost:8080 python clients/libraries.py

Needs the packages of examples/streamflow/requirements.txt. Ends with 1 at the first difference.
"""

import os
import uuid

os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0")
os.environ.setdefault("MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT", "true")
os.environ.setdefault("MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR", "false")

import lightgbm
import mlflow
import mlflow.pyfunc
import numpy as np
import optuna
import pandas as pd
import xgboost
from mlflow.tracking import MlflowClient
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score

TRIALS = 50


def table(rows=600):
    random = np.random.default_rng(42)
    frame = pd.DataFrame(random.normal(size=(rows, 4)), columns=["hours", "sessions", "tickets", "months"])
    return frame, (frame["tickets"] - frame["hours"] + random.normal(size=rows) > 0).astype(int)


def same_predictions(uri, frame, expected):
    found = np.asarray(mlflow.pyfunc.load_model(uri).predict(frame))
    assert found.shape == np.asarray(expected).shape, (uri, found.shape)
    assert (found == np.asarray(expected)).all(), f"{uri} predicts otherwise than before it was uploaded"


def last_run(experiment):
    return mlflow.search_runs([experiment], order_by=["start_time DESC"], max_results=1, output_format="list")[0]


def the_model_of(client, run):
    """The newest logged model of a run."""
    models = client.search_logged_models([run.info.experiment_id], f"source_run_id = '{run.info.run_id}'")
    assert models, f"autologging left no model in run {run.info.run_id}"
    return models[0]


def sklearn_autologs(client, experiment, frame, label):
    mlflow.sklearn.autolog()
    forest = RandomForestClassifier(n_estimators=20, random_state=42).fit(frame, label)
    run = last_run(experiment)
    assert run.data.params["n_estimators"] == "20" and run.data.metrics["training_score"] > 0.9, run.data
    assert run.info.status == "FINISHED" and run.data.tags["estimator_name"] == "RandomForestClassifier"
    same_predictions(the_model_of(client, run).model_uri, frame, forest.predict(frame))
    mlflow.sklearn.autolog(disable=True)


def xgboost_autologs(client, experiment, frame, label):
    mlflow.xgboost.autolog()
    matrix = xgboost.DMatrix(frame, label)
    booster = xgboost.train({"max_depth": 3, "objective": "binary:logistic"}, matrix, num_boost_round=25, evals=[(matrix, "train")], verbose_eval=False)
    run = last_run(experiment)
    assert run.data.params["max_depth"] == "3"
    history = client.get_metric_history(run.info.run_id, "train-logloss")
    assert [point.step for point in history] == list(range(25)), history
    same_predictions(the_model_of(client, run).model_uri, frame, booster.predict(xgboost.DMatrix(frame)))
    mlflow.xgboost.autolog(disable=True)


def lightgbm_autologs(client, experiment, frame, label):
    mlflow.lightgbm.autolog()
    data = lightgbm.Dataset(frame, label)
    booster = lightgbm.train({"objective": "binary", "num_leaves": 7, "verbose": -1}, data, num_boost_round=25, valid_sets=[data], valid_names=["train"])
    run = last_run(experiment)
    assert run.data.params["num_leaves"] == "7"
    assert len(client.get_metric_history(run.info.run_id, "train-binary_logloss")) == 25
    assert {file.path for file in client.list_artifacts(run.info.run_id)} >= {"feature_importance_gain.json", "feature_importance_split.json"}
    same_predictions(the_model_of(client, run).model_uri, frame, booster.predict(frame))
    mlflow.lightgbm.autolog(disable=True)


def fifty_trials(experiment, frame, label):
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    train, test = frame[:400], frame[400:]

    def objective(trial):
        parameters = {"max_depth": trial.suggest_int("max_depth", 2, 5), "eta": trial.suggest_float("eta", 0.05, 0.5, log=True)}
        with mlflow.start_run(nested=True, run_name=f"trial-{trial.number:02d}"):
            booster = xgboost.train({**parameters, "objective": "binary:logistic"}, xgboost.DMatrix(train, label[:400]), num_boost_round=10)
            auc = roc_auc_score(label[400:], booster.predict(xgboost.DMatrix(test)))
            mlflow.log_params(parameters)
            mlflow.log_metric("auc", auc)
        return auc

    with mlflow.start_run(run_name="search") as parent:
        study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=42))
        study.optimize(objective, n_trials=TRIALS)
        mlflow.log_metric("best_auc", study.best_value)
    of_parent = f"tags.`mlflow.parentRunId` = '{parent.info.run_id}'"
    trials = mlflow.search_runs([experiment], of_parent, order_by=["metrics.auc DESC"], output_format="list")
    assert len(trials) == TRIALS, len(trials)
    assert trials[0].data.metrics["auc"] == study.best_value
    assert [run.data.metrics["auc"] for run in trials] == sorted((trial.value for trial in study.trials), reverse=True)
    assert {name: float(value) for name, value in trials[0].data.params.items()} == study.best_params


def by_alias(client, name, frame, label):
    """Registered, named by an alias, and loaded by it. The protected alias is asked for and refused with a link, as it must be."""
    booster = lightgbm.train({"objective": "binary", "verbose": -1}, lightgbm.Dataset(frame, label), num_boost_round=10)
    with mlflow.start_run():
        mlflow.lightgbm.log_model(booster, name="model", registered_model_name=name)
    client.set_registered_model_alias(name, "shadow", "1")
    same_predictions(f"models:/{name}@shadow", frame, booster.predict(frame))
    same_predictions(f"models:/{name}/1", frame, booster.predict(frame))


def main():
    client = MlflowClient()
    name = "libraries " + uuid.uuid4().hex
    experiment = mlflow.set_experiment(name).experiment_id
    frame, label = table()
    sklearn_autologs(client, experiment, frame, label)
    xgboost_autologs(client, experiment, frame, label)
    lightgbm_autologs(client, experiment, frame, label)
    fifty_trials(experiment, frame, label)
    by_alias(client, name, frame, label)
    print(f"mlflow {mlflow.__version__}: three libraries autolog, {TRIALS} trials are found, and models predict as before")


if __name__ == "__main__":
    main()
