"""Trains StreamFlow's churn model: a grid of twelve, one final run, one request.

The tracking server is whatever ``MLFLOW_TRACKING_URI`` says; credentials, where it wants
some, are mlflow's own ``MLFLOW_TRACKING_USERNAME`` and ``_PASSWORD`` or ``_TOKEN``.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass

import mlflow
import pandas as pd

import tracking
from data import (
    LABEL,
    SNAPSHOT_2024_03,
    Snapshot,
    Splits,
    feature_matrix,
    load_subscribers,
    split,
)
from training import GRID, MAX_TREES, SearchConfig, Trained, importance, metrics, score, train

EXPERIMENT = "streamflow-churn-xgb-v3"
SEARCH_RUN = "xgb-grid-search-2024-03"
MODEL = "streamflow-churn-predictor"
DESCRIPTION = """\
Says how likely a StreamFlow subscriber is to leave within the next 60 days. Customer success reads \
the weekly list made with it and calls those at or above a score of 0.20 with an offer.

**Meant for** subscribers of at least one month, on all plans and in all regions; a person decides \
about each call.

**Not meant for** setting prices, refusing service, or acting without a person in between.

**Learns from** viewing, payments and support of the subscribers of a quarter; age and region are \
never inputs, and are used only to check that it works alike for everybody.

**Known limits**: it does not see why people leave, nor anything that happened after the day of the \
data. Questions go to Dana Ortiz, data science."""
QUICK_ROWS = 8_000
QUICK_TREES = 60


@dataclass(frozen=True)
class Study:
    """Everything that the runs of one search share."""

    snapshot: Snapshot
    splits: Splits
    x_train: pd.DataFrame
    x_val: pd.DataFrame
    max_trees: int
    fingerprint: dict[str, str]


@dataclass(frozen=True)
class Found:
    """The best configuration of a search, its training, and the table of all twelve."""

    config: SearchConfig
    trained: Trained
    search_run_id: str
    summary: pd.DataFrame


def prepare(snapshot: Snapshot, quick: bool) -> Study:
    """Loads and splits the snapshot; a quick study has fewer rows and trees."""
    splits = split(load_subscribers(snapshot, QUICK_ROWS if quick else None))
    x_train = feature_matrix(splits.train)
    return Study(
        snapshot=snapshot,
        splits=splits,
        x_train=x_train,
        x_val=feature_matrix(splits.val),
        max_trees=QUICK_TREES if quick else MAX_TREES,
        fingerprint=tracking.fingerprint(snapshot, splits, x_train),
    )


def run_child(study: Study, config: SearchConfig) -> tuple[Trained, dict[str, object]]:
    """Trains one configuration in a nested run; only validation is looked at."""
    y_train = study.splits.train[LABEL].to_numpy()
    y_val = study.splits.val[LABEL].to_numpy()
    with mlflow.start_run(run_name=config.run_name, nested=True) as run:
        mlflow.set_tags({**study.fingerprint, "config_number": str(config.number)})
        mlflow.log_params(config.params() | tracking.common_params(study.max_trees, y_train))
        trained = train(config, study.x_train, y_train, study.x_val, y_val, study.max_trees)
        measured = metrics("val", y_val, score(trained.booster, study.x_val))
        measured["best_iteration"] = trained.best_iteration
        measured["train_time_seconds"] = round(trained.train_time_seconds, 3)
        mlflow.log_metrics(measured)
    row = {"config": config.number, "run_name": config.run_name, "run_id": run.info.run_id}
    return trained, row | config.params() | measured


def search(study: Study) -> Found:
    """Runs the grid under one parent and picks the best by validation AUC."""
    with mlflow.start_run(run_name=SEARCH_RUN) as parent:
        mlflow.set_tags(
            {
                **study.fingerprint,
                "search_method": "grid",
                "total_configs": str(len(GRID)),
                "model_family": "xgboost",
            }
        )
        results = [(config, *run_child(study, config)) for config in GRID]
        config, trained, best = max(results, key=lambda result: result[2]["val_auc"])
        summary = pd.DataFrame([row for _, _, row in results]).sort_values(
            "val_auc", ascending=False, ignore_index=True
        )
        mlflow.log_metric("best_val_auc", best["val_auc"])
        mlflow.set_tag("best_child_run_id", best["run_id"])
        tracking.log_table(summary, "search_results_summary.csv")
    return Found(config, trained, parent.info.run_id, summary)


def final_run(study: Study, found: Found) -> str:
    """Evaluates the best once on test, logs and registers it; returns the version."""
    config, booster = found.config, found.trained.booster
    y_train = study.splits.train[LABEL].to_numpy()
    name = f"xgb-final-best-lr{config.learning_rate}-d{config.max_depth}"
    with mlflow.start_run(run_name=name):
        mlflow.set_tags(
            {
                **study.fingerprint,
                "purpose": "final_evaluation",
                "promoted_from_search": found.search_run_id,
            }
        )
        mlflow.log_params(config.params() | tracking.common_params(study.max_trees, y_train))
        y_val, y_test = study.splits.val[LABEL].to_numpy(), study.splits.test[LABEL].to_numpy()
        p_test = score(booster, feature_matrix(study.splits.test))
        measured = metrics("val", y_val, score(booster, study.x_val))
        measured |= metrics("test", y_test, p_test)
        measured["best_iteration"] = found.trained.best_iteration
        measured["train_time_seconds"] = round(found.trained.train_time_seconds, 3)
        mlflow.log_metrics(measured)
        tracking.log_table(importance(booster), "feature_importance.csv")
        tracking.log_schema(study.x_train, study.fingerprint)
        tracking.log_table(found.summary, "search_results_summary.csv")
        tracking.log_test_predictions(y_test, p_test)
        version = tracking.publish(
            MODEL,
            study.snapshot,
            study.splits,
            booster,
            study.x_train.head(5),
            description=DESCRIPTION,
        )
    print(f"{name}: validation {measured['val_auc']:.4f}, test {measured['test_auc']:.4f}")
    return version


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="few rows and trees, to try it out")
    options = parser.parse_args()
    started = time.perf_counter()
    mlflow.set_experiment(EXPERIMENT)
    study = prepare(SNAPSHOT_2024_03, options.quick)
    found = search(study)
    print(f"best by validation: {found.config.run_name}")
    version = final_run(study, found)
    tracking.ask_for_champion(MODEL, version)
    print(f"finished in {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
