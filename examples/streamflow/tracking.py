"""What a run tells the tracking server, the same with an mlflow 2.x and a 3.x client."""

from __future__ import annotations

import inspect
import json
import subprocess
import tempfile
from pathlib import Path

import mlflow
import numpy as np
import pandas as pd
import xgboost as xgb
from mlflow.exceptions import RestException
from mlflow.models import infer_signature
from mlflow.tracking import MlflowClient

import data
import evidence
from data import LABEL, Snapshot, Splits
from training import DECISION_THRESHOLD, EARLY_STOPPING_ROUNDS, SEED

PREPROCESSING_VERSION = "streamflow-prep-3.1"


def git_commit() -> str:
    """The commit that this script was run from, ``unknown`` outside a checkout."""
    asked = subprocess.run(
        ["git", "rev-parse", "HEAD"],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return asked.stdout.strip() if asked.returncode == 0 else "unknown"


def fingerprint(snapshot: Snapshot, splits: Splits, features: pd.DataFrame) -> dict[str, str]:
    """Tags that say which rows, columns, split, code and preprocessing a run was made of."""
    tags = {
        "data_hash": data.data_hash(features),
        "data_version": snapshot.version,
        "feature_count": features.shape[1],
        "split_random_state": data.SPLIT_RANDOM_STATE,
        "split_test_size": data.SPLIT_TEST_SIZE,
        "split_val_size": data.SPLIT_VAL_SIZE,
        "git_commit": git_commit(),
        "preprocessing_version": PREPROCESSING_VERSION,
    }
    for name, rows in (("train", splits.train), ("val", splits.val), ("test", splits.test)):
        tags[f"{name}_rows"] = len(rows)
        tags[f"target_rate_{name}"] = round(float(rows[LABEL].mean()), 4)
    return {key: str(value) for key, value in tags.items()}


def common_params(max_trees: int, y_train: np.ndarray) -> dict[str, object]:
    """Params that every run logs.

    ``scale_pos_weight`` is what the team's sheet always had; the training does not use it.
    """
    return {
        "n_estimators": max_trees,
        "early_stopping_rounds": EARLY_STOPPING_ROUNDS,
        "eval_metric": "logloss",
        "objective": "binary:logistic",
        "tree_method": "hist",
        "random_state": SEED,
        "scale_pos_weight": round(float((1 - y_train.mean()) / y_train.mean()), 4),
    }


def log_table(table: pd.DataFrame, name: str) -> None:
    """Stores a table as a CSV artifact of the active run."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        table.to_csv(path, index=False)
        mlflow.log_artifact(str(path))


def log_schema(features: pd.DataFrame, tags: dict[str, str]) -> None:
    """Stores ``data_schema.json``: columns in model order, their types, the fingerprint."""
    schema = {
        "columns": [
            {"name": name, "dtype": str(dtype)} for name, dtype in features.dtypes.items()
        ],
        "label": LABEL,
        "fingerprint": tags,
    }
    mlflow.log_text(json.dumps(schema, indent=2) + "\n", "data_schema.json")


def log_test_predictions(label: np.ndarray, probability: np.ndarray) -> None:
    """Stores ``test_predictions.csv``; ``y_pred`` is the decision at 0.5."""
    log_table(
        pd.DataFrame(
            {
                "y_true": label,
                "y_pred": (probability >= DECISION_THRESHOLD).astype(int),
                "y_proba": np.round(probability.astype("float64"), 7),
            }
        ),
        "test_predictions.csv",
    )


def register(booster: xgb.Booster, sample: pd.DataFrame, model: str) -> tuple[str | None, str]:
    """Logs the model in the active run and registers it.

    Returns the logged model's id, which mlflow 2.x does not have, and the new version.
    """
    # 3.x calls the folder `name` and warns of `artifact_path`; 2.x knows only the latter.
    parameters = inspect.signature(mlflow.xgboost.log_model).parameters
    place = "name" if "name" in parameters else "artifact_path"
    info = mlflow.xgboost.log_model(
        booster,
        **{place: "model"},
        registered_model_name=model,
        model_format="ubj",
        signature=infer_signature(sample, booster.predict(xgb.DMatrix(sample))),
        # Named here, because finding them out costs mlflow a second Python process.
        pip_requirements=[
            f"mlflow=={mlflow.__version__}",
            f"xgboost=={xgb.__version__}",
            f"pandas=={pd.__version__}",
            f"numpy=={np.__version__}",
        ],
    )
    return getattr(info, "model_id", None), str(info.registered_model_version)


def publish(
    model: str,
    snapshot: Snapshot,
    splits: Splits,
    booster: xgb.Booster,
    sample: pd.DataFrame,
    features: evidence.Features = data.feature_matrix,
    description: str = "",
) -> str:
    """Registers the booster and stores its evidence in the active run; returns the version.

    ``description`` says in Markdown what the model is for; people read it who decide on it.
    """
    model_id, version = register(booster, sample, model)
    if description:
        MlflowClient().update_registered_model(model, description)
    champion = evidence.reigning_champion(model)
    table = evidence.prediction_table(splits, booster, champion, features)
    with tempfile.TemporaryDirectory() as folder:
        evidence.write(Path(folder), table, evidence.description(snapshot, champion))
        evidence.write_features(Path(folder), evidence.feature_sample(splits, booster, features))
        mlflow.log_artifacts(folder, evidence.artifact_folder(model_id))
    return version


def ask_for_champion(model: str, version: str) -> bool:
    """Asks for the alias ``champion``; True if it moved at once.

    A governed registry refuses and says where the request can be followed. That is an
    answer, not a failure, so it is printed; any other error is raised.
    """
    try:
        MlflowClient().set_registered_model_alias(model, evidence.ALIAS, version)
    except RestException as refusal:
        if refusal.error_code != "PERMISSION_DENIED":
            raise
        print(refusal.message)
        return False
    print(f"{model} version {version} is now {evidence.ALIAS}.")
    return True
