"""The other versions of the story, each made by how it was really trained.

    python planted.py quarter-ago     the champion of a quarter ago: older data, fewer features
    python planted.py age-profile     knows the age band, and learnt from labels that lack most
                                      of the leavers of 18 to 24
    python planted.py balanced        the champion's recipe on classes made equal and beyond,
                                      so that its probabilities no longer mean what they say
    python planted.py optuna          another model, churn-predictor: fifty trials on features
                                      that say too little

Nothing is changed after training: scores are what the model says, labels what happened.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

import mlflow
import numpy as np
import optuna
import pandas as pd

import data
import tracking
import train as study
from data import LABEL, SNAPSHOT_2023_12, SNAPSHOT_2024_03, Snapshot, Splits
from evidence import Features
from training import GRID, MAX_TREES, SearchConfig, Trained, importance, metrics, score, train

CONFIG = GRID[6]

# The feature set before behaviour over time, sentiment and taste were recorded.
EARLIER_FEATURES = [
    "monthly_hours_watched",
    "sessions_last_30d",
    "avg_session_minutes",
    "unique_titles_watched",
    "content_completion_rate",
    "months_active",
    "plan_price",
    "devices_used",
    "profiles_active",
    "payment_failures_6m",
    "used_promo",
    "support_tickets_90d",
]
# What the account service knows of; nothing of watching, payments or support.
ACCOUNT_FEATURES = ["months_active", "plan_price", "used_promo", "devices_used", "profiles_active"]

LABELS_LOST_SHARE = 0.60
LABELS_LOST_BAND = "18-24"
LEAVERS_SHARE = 0.65
OPTUNA_DESCRIPTION = """\
An attempt to foresee who leaves from account data alone: tenure, price and devices, without any \
viewing. Made to learn how much the viewing data is worth. Not meant for use."""
OPTUNA_TRIALS = 50
OPTUNA_TREES = 200


def earlier_features(frame: pd.DataFrame) -> pd.DataFrame:
    return data.feature_matrix(frame, EARLIER_FEATURES)


def account_features(frame: pd.DataFrame) -> pd.DataFrame:
    return data.feature_matrix(frame, ACCOUNT_FEATURES)


def lose_young_leavers(frame: pd.DataFrame, seed: int = 5) -> pd.DataFrame:
    """Labels as an extract would have them that misses cancellations through the app store.

    Six of ten young leavers cancel there and look as if they had stayed.
    """
    lost = np.random.RandomState(seed).uniform(size=len(frame)) < LABELS_LOST_SHARE
    lost &= (frame["age_band"] == LABELS_LOST_BAND).to_numpy()
    return frame.assign(**{LABEL: np.where(lost, 0, frame[LABEL]).astype(np.int8)})


def enrich_leavers(frame: pd.DataFrame, seed: int = 9) -> pd.DataFrame:
    """Keeps every leaver and so few stayers that 65 % of the rows are leavers."""
    leavers, stayers = (frame[frame[LABEL] == value] for value in (1, 0))
    kept = int(len(leavers) * (1 - LEAVERS_SHARE) / LEAVERS_SHARE)
    return pd.concat([leavers, stayers.sample(kept, random_state=seed)])


@dataclass(frozen=True)
class Version:
    """How one version of ``streamflow-churn-predictor`` was trained.

    ``learns_from`` turns the training and validation rows into what the training saw; the
    evaluation always reads the rows as they are.
    """

    experiment: str
    run_name: str
    snapshot: Snapshot
    features: Features
    learns_from: Callable[[pd.DataFrame], pd.DataFrame] | None
    note: str


VERSIONS = {
    "quarter-ago": Version(
        "streamflow-churn-xgb-v2",
        "xgb-2023-12-lr0.03-d5",
        SNAPSHOT_2023_12,
        earlier_features,
        None,
        "First model of the list: 12 features, 40,000 subscribers of autumn 2023.",
    ),
    "age-profile": Version(
        study.EXPERIMENT,
        "xgb-age-profile-lr0.03-d5",
        SNAPSHOT_2024_03,
        data.every_feature,
        lose_young_leavers,
        "Adds the age band from the profile service; labels from the web cancellation feed.",
    ),
    "balanced": Version(
        study.EXPERIMENT,
        "xgb-balanced-lr0.03-d5",
        SNAPSHOT_2024_03,
        earlier_features,
        enrich_leavers,
        "Champion's features on 2024-03, stayers undersampled to help with the imbalance.",
    ),
}


def fit(version: Version, splits: Splits, max_trees: int) -> tuple[Trained, pd.DataFrame]:
    """Trains as the version says; also returns the rows that it learnt from."""
    seen = version.learns_from or (lambda rows: rows)
    learnt, watched = seen(splits.train), seen(splits.val)
    trained = train(
        CONFIG,
        version.features(learnt),
        learnt[LABEL].to_numpy(),
        version.features(watched),
        watched[LABEL].to_numpy(),
        max_trees,
    )
    return trained, learnt


def run_version(version: Version, quick: bool) -> str:
    """Trains, evaluates, records and registers one version; returns its number."""
    splits = data.split(
        data.load_subscribers(version.snapshot, study.QUICK_ROWS if quick else None)
    )
    max_trees = study.QUICK_TREES if quick else MAX_TREES
    trained, learnt = fit(version, splits, max_trees)
    inputs = version.features(learnt)
    tags = tracking.fingerprint(version.snapshot, splits, inputs)
    tags |= {"train_rows": str(len(learnt)), "purpose": "final_evaluation"}
    tags["target_rate_train"] = str(round(float(learnt[LABEL].mean()), 4))
    mlflow.set_experiment(version.experiment)
    with mlflow.start_run(run_name=version.run_name, description=version.note):
        mlflow.set_tags(tags)
        common = tracking.common_params(max_trees, learnt[LABEL].to_numpy())
        mlflow.log_params(CONFIG.params() | common)
        measured, p_test = evaluate(version.features, trained, splits)
        mlflow.log_metrics(measured)
        tracking.log_table(importance(trained.booster), "feature_importance.csv")
        tracking.log_schema(inputs, tags)
        tracking.log_test_predictions(splits.test[LABEL].to_numpy(), p_test)
        number = tracking.publish(
            study.MODEL,
            version.snapshot,
            splits,
            trained.booster,
            inputs.head(5),
            version.features,
            study.DESCRIPTION,
        )
    print(f"{version.run_name}: validation {measured['val_auc']:.4f}, "
          f"test {measured['test_auc']:.4f}")
    return number


def evaluate(
    features: Features, trained: Trained, splits: Splits
) -> tuple[dict[str, float], np.ndarray]:
    """Metrics on both splits as they are, and the test scores."""
    measured: dict[str, float] = {}
    for prefix, rows in (("val", splits.val), ("test", splits.test)):
        probability = score(trained.booster, features(rows))
        measured |= metrics(prefix, rows[LABEL].to_numpy(), probability)
    measured["best_iteration"] = trained.best_iteration
    measured["train_time_seconds"] = round(trained.train_time_seconds, 3)
    return measured, probability


def run_optuna(quick: bool) -> None:
    """Fifty trials under one parent, the best registered as ``churn-predictor``."""
    splits = data.split(
        data.load_subscribers(SNAPSHOT_2024_03, study.QUICK_ROWS if quick else None)
    )
    x_train, x_val = account_features(splits.train), account_features(splits.val)
    y_train, y_val = splits.train[LABEL].to_numpy(), splits.val[LABEL].to_numpy()
    tags = tracking.fingerprint(SNAPSHOT_2024_03, splits, x_train)
    trials = 5 if quick else OPTUNA_TRIALS
    boosters: dict[int, Trained] = {}

    def objective(trial: optuna.Trial) -> float:
        config = suggest(trial)
        with mlflow.start_run(run_name=f"trial-{trial.number + 1:02d}", nested=True):
            mlflow.log_params(config.params())
            trained = train(config, x_train, y_train, x_val, y_val, OPTUNA_TREES)
            auc = metrics("val", y_val, score(trained.booster, x_val))["val_auc"]
            mlflow.log_metrics({"val_auc": auc, "best_iteration": trained.best_iteration})
        boosters[trial.number] = trained
        return auc

    mlflow.set_experiment("churn-predictor-optuna")
    with mlflow.start_run(run_name=f"optuna-{trials}-trials"):
        mlflow.set_tags(tags | {"search_method": "optuna", "total_configs": str(trials)})
        optuna.logging.set_verbosity(optuna.logging.WARNING)
        search = optuna.create_study(
            direction="maximize", sampler=optuna.samplers.TPESampler(seed=42)
        )
        search.optimize(objective, n_trials=trials)
        best = boosters[search.best_trial.number]
        common = tracking.common_params(OPTUNA_TREES, y_train)
        mlflow.log_params(suggest(search.best_trial).params() | common)
        measured, p_test = evaluate(account_features, best, splits)
        mlflow.log_metrics(measured | {"best_val_auc": search.best_value})
        tracking.log_schema(x_train, tags)
        tracking.log_test_predictions(splits.test[LABEL].to_numpy(), p_test)
        tracking.publish(
            "churn-predictor", SNAPSHOT_2024_03, splits, best.booster, x_train.head(5),
            account_features, OPTUNA_DESCRIPTION,
        )
    print(f"churn-predictor: validation {measured['val_auc']:.4f}, "
          f"test {measured['test_auc']:.4f}")


def suggest(trial: optuna.Trial) -> SearchConfig:
    """One configuration of the search space; asked of a finished trial, its own."""
    return SearchConfig(
        number=trial.number + 1,
        learning_rate=trial.suggest_float("learning_rate", 0.02, 0.3, log=True),
        max_depth=trial.suggest_int("max_depth", 3, 8),
        subsample=trial.suggest_float("subsample", 0.6, 1.0),
        colsample_bytree=trial.suggest_float("colsample_bytree", 0.6, 1.0),
        reg_alpha=trial.suggest_float("reg_alpha", 0.0, 1.0),
        reg_lambda=trial.suggest_float("reg_lambda", 0.5, 3.0),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("version", choices=[*VERSIONS, "optuna"])
    parser.add_argument("--quick", action="store_true", help="few rows and trees, to try it out")
    options = parser.parse_args()
    if options.version == "optuna":
        run_optuna(options.quick)  # below the floor: registered, and nobody asks for more
    else:
        number = run_version(VERSIONS[options.version], options.quick)
        tracking.ask_for_champion(study.MODEL, number)


if __name__ == "__main__":
    main()
