"""The prediction table that a promotion is judged by, and the page that describes it.

``predictions.parquet`` holds the rows of validation and test: who, what happened, what the
model said, which segments the person belongs to, and what the reigning champion says of the
same person. ``evidence.json`` tells a reader which column is which.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import mlflow
import numpy as np
import pandas as pd
import xgboost as xgb
from mlflow.exceptions import MlflowException
from mlflow.tracking import MlflowClient

from data import ID, LABEL, SEGMENTS, Snapshot, Splits, every_feature, feature_matrix
from training import score

ACTING_THRESHOLD = 0.20
ALIAS = "champion"
CHAMPION_SCORE = "champion_score"
FEATURE_SAMPLE_ROWS = 500
SAMPLE_SEED = 42

Features = Callable[[pd.DataFrame], pd.DataFrame]


@dataclass(frozen=True)
class Champion:
    """The version that holds the alias at this moment, and its booster."""

    model: str
    version: str
    booster: xgb.Booster


def reigning_champion(model: str) -> Champion | None:
    """The champion of a registered model, or None while the alias is unset.

    Any other failure, such as a server that does not answer, is raised: evidence without the
    champion's scores must never be the result of a hiccup.
    """
    try:
        holder = MlflowClient().get_model_version_by_alias(model, ALIAS)
    except MlflowException as refusal:
        # An unset alias is INVALID_PARAMETER_VALUE, an unknown model RESOURCE_DOES_NOT_EXIST.
        if refusal.error_code in ("INVALID_PARAMETER_VALUE", "RESOURCE_DOES_NOT_EXIST"):
            return None
        raise
    booster = mlflow.xgboost.load_model(f"models:/{model}@{ALIAS}")
    return Champion(model, str(holder.version), booster)


def prediction_table(
    splits: Splits,
    booster: xgb.Booster,
    champion: Champion | None,
    features: Features = feature_matrix,
) -> pd.DataFrame:
    """One row per person of validation and test; scores are float32, ids are unique.

    ``features`` makes the model's input; the champion may have been trained on other columns
    and gets those that it knows.
    """
    parts = []
    for name, rows in (("val", splits.val), ("test", splits.test)):
        part = rows[[ID, LABEL, *SEGMENTS, "monthly_value"]].copy()
        part.insert(1, "split", name)
        part["score"] = score(booster, features(rows)).astype(np.float32)
        if champion is not None:
            part[CHAMPION_SCORE] = score(champion.booster, every_feature(rows)).astype(np.float32)
        parts.append(part)
    table = pd.concat(parts).sort_values(ID, ignore_index=True)
    for column in ("split", *SEGMENTS):
        table[column] = table[column].astype("category")
    return table


def description(snapshot: Snapshot, champion: Champion | None) -> dict[str, object]:
    """What ``evidence.json`` says; its JSON Schema is ``docs/evidence.schema.json``."""
    page: dict[str, object] = {
        "evidence_version": 1,
        "id": ID,
        "label": LABEL,
        "positive_label": 1,
        "score": "score",
        "split": "split",
        "segments": SEGMENTS,
        "value": "monthly_value",
        "value_unit": "USD/month",
        "threshold": ACTING_THRESHOLD,
        "favourable": "selected",
        "snapshot_at": snapshot.taken_at,
        "label_window_days": snapshot.label_window_days,
        "labels_complete_at": snapshot.labels_complete_at,
        "data_version": snapshot.version,
    }
    if champion is not None:
        page["baseline"] = {
            "model": champion.model,
            "version": champion.version,
            "score": CHAMPION_SCORE,
        }
    return page


def write(folder: Path, table: pd.DataFrame, page: dict[str, object]) -> None:
    """Writes both files; categories are stored as plain text, packed by zstd."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = table.astype({c: "str" for c in table.columns if table[c].dtype == "category"})
    plain.to_parquet(
        folder / "predictions.parquet", engine="pyarrow", compression="zstd", index=False
    )
    (folder / "evidence.json").write_text(json.dumps(page, indent=2) + "\n", encoding="utf-8")


def feature_sample(
    splits: Splits, booster: xgb.Booster, features: Features = feature_matrix
) -> pd.DataFrame:
    """Id and model input of some test rows, so that the registry can make their scores again."""
    rows = splits.test.sample(
        n=min(FEATURE_SAMPLE_ROWS, len(splits.test)), random_state=SAMPLE_SEED
    ).sort_values(ID)
    sample = features(rows)[booster.feature_names].reset_index(drop=True)
    sample.insert(0, ID, rows[ID].to_numpy())
    return sample


def write_features(folder: Path, sample: pd.DataFrame) -> None:
    """Writes ``features.parquet`` beside the table."""
    sample.to_parquet(
        folder / "features.parquet", engine="pyarrow", compression="zstd", index=False
    )


def artifact_folder(model_id: str | None) -> str:
    """``evaluation/<model id>`` where a logged model has an id of its own (mlflow 3.x)."""
    return f"evaluation/{model_id}" if model_id else "evaluation"
