"""The grid of the case, one training, and the metrics that a run reports."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.metrics import (
    average_precision_score,
    f1_score,
    log_loss,
    precision_score,
    recall_score,
    roc_auc_score,
)

SEED = 42
MAX_TREES = 3_000
EARLY_STOPPING_ROUNDS = 50
# One thread sums in one order, so the model is the same on any machine; and two that wait for
# each other by spinning made a busy two-core machine ten times slower.
THREADS = 1
DECISION_THRESHOLD = 0.5  # of y_pred; the retention list acts at 0.20


@dataclass(frozen=True)
class SearchConfig:
    """One configuration of the grid; ``number`` counts from 1 in the order of the sheet."""

    number: int
    learning_rate: float
    max_depth: int
    subsample: float
    colsample_bytree: float
    reg_alpha: float
    reg_lambda: float

    @property
    def run_name(self) -> str:
        return f"xgb-{self.number:02d}-lr{self.learning_rate}-d{self.max_depth}"

    def params(self) -> dict[str, float]:
        """As logged; the names are those of XGBoost's scikit-learn interface."""
        return {
            "learning_rate": self.learning_rate,
            "max_depth": self.max_depth,
            "subsample": self.subsample,
            "colsample_bytree": self.colsample_bytree,
            "reg_alpha": self.reg_alpha,
            "reg_lambda": self.reg_lambda,
        }


GRID = [
    SearchConfig(1, 0.1, 4, 0.8, 0.8, 0.0, 1.0),
    SearchConfig(2, 0.1, 6, 0.8, 0.8, 0.0, 1.0),
    SearchConfig(3, 0.1, 8, 0.8, 0.8, 0.0, 1.0),
    SearchConfig(4, 0.05, 5, 0.8, 0.8, 0.1, 1.0),
    SearchConfig(5, 0.05, 6, 0.8, 0.8, 0.1, 1.0),
    SearchConfig(6, 0.05, 7, 0.85, 0.7, 0.1, 1.5),
    SearchConfig(7, 0.03, 5, 0.8, 0.8, 0.05, 1.2),
    SearchConfig(8, 0.03, 6, 0.85, 0.75, 0.05, 1.2),
    SearchConfig(9, 0.03, 7, 0.8, 0.8, 0.05, 1.2),
    SearchConfig(10, 0.05, 6, 0.75, 0.7, 0.5, 3.0),
    SearchConfig(11, 0.03, 6, 0.8, 0.8, 0.3, 2.0),
    SearchConfig(12, 0.03, 8, 0.9, 0.8, 0.1, 1.5),
]


@dataclass(frozen=True)
class Trained:
    """A booster cut after its best iteration, so that every tree in the file is used."""

    booster: xgb.Booster
    best_iteration: int
    train_time_seconds: float


def train(
    config: SearchConfig,
    x_train: pd.DataFrame,
    y_train: np.ndarray,
    x_val: pd.DataFrame,
    y_val: np.ndarray,
    max_trees: int = MAX_TREES,
) -> Trained:
    """Boosts until the validation log loss has not improved for 50 rounds."""
    started = time.perf_counter()
    booster = xgb.train(
        {
            "objective": "binary:logistic",
            "eval_metric": "logloss",
            "tree_method": "hist",
            "seed": SEED,
            "nthread": THREADS,
            **config.params(),
        },
        xgb.DMatrix(x_train, y_train),
        num_boost_round=max_trees,
        evals=[(xgb.DMatrix(x_val, y_val), "validation")],
        verbose_eval=False,
        callbacks=[xgb.callback.EarlyStopping(rounds=EARLY_STOPPING_ROUNDS, save_best=True)],
    )
    return Trained(booster, booster.num_boosted_rounds() - 1, time.perf_counter() - started)


def score(booster: xgb.Booster, features: pd.DataFrame) -> np.ndarray:
    """Churn probability in 0..1 of every row, as float32; columns are put in model order."""
    return booster.predict(xgb.DMatrix(features[booster.feature_names]))


def metrics(prefix: str, label: np.ndarray, probability: np.ndarray) -> dict[str, float]:
    """The six metrics of the case under ``val_`` or ``test_``."""
    predicted = (probability >= DECISION_THRESHOLD).astype(int)
    values = {
        "auc": roc_auc_score(label, probability),
        "f1": f1_score(label, predicted, zero_division=0),
        "precision": precision_score(label, predicted, zero_division=0),
        "recall": recall_score(label, predicted, zero_division=0),
        "avg_precision": average_precision_score(label, probability),
        "log_loss": log_loss(label, probability.astype("float64")),
    }
    return {f"{prefix}_{name}": float(value) for name, value in values.items()}


def importance(booster: xgb.Booster) -> pd.DataFrame:
    """Gain, cover and weight per feature, the most useful first; unused features are 0."""
    kinds = {
        kind: booster.get_score(importance_type=kind) for kind in ("gain", "cover", "weight")
    }
    rows = [
        {"feature": name, **{kind: found.get(name, 0.0) for kind, found in kinds.items()}}
        for name in booster.feature_names
    ]
    return pd.DataFrame(rows).sort_values(
        ["gain", "feature"], ascending=[False, True], ignore_index=True
    )
