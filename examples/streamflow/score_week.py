"""Scores a week's subscribers with the reigning champion and posts them with the reasons.

    python score_week.py 2025-04-09
    python score_week.py 2025-04-16

Who is asked is ``MLFLOW_TRACKING_URI``, as in training, with mlflow's own credentials.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

import mlflow
import numpy as np
import pandas as pd
import requests
import xgboost as xgb

import population
from data import FEATURES, ID, SEGMENTS, every_feature
from evidence import ACTING_THRESHOLD, Champion, reigning_champion

MODEL = "streamflow-churn-predictor"
POPULATION = "settled subscribers"
SUM_TOLERANCE = 1e-4
TIMEOUT_SECONDS = 120


def contributions(booster: xgb.Booster, features: pd.DataFrame) -> pd.DataFrame:
    """What each feature adds to a person's log-odds, as ``contrib_<feature>``; bias last.

    Exact path-dependent TreeSHAP values of XGBoost. Each row adds up to the model's own
    margin, which is verified here, because reasons that do not add up are none.
    """
    matrix = xgb.DMatrix(features[booster.feature_names])
    values = booster.predict(matrix, pred_contribs=True)
    margin = booster.predict(matrix, output_margin=True).astype("float64")
    off = np.abs(values.sum(axis=1, dtype="float64") - margin)
    if np.any(off > SUM_TOLERANCE * np.maximum(1, np.abs(margin))):
        raise RuntimeError(f"Contributions miss the model's margin by up to {off.max():.2g}.")
    names = [f"contrib_{name}" for name in [*booster.feature_names, "bias"]]
    return pd.DataFrame(values.astype("float32"), columns=names, index=features.index)


def scored_batch(booster: xgb.Booster, people: pd.DataFrame) -> pd.DataFrame:
    """One row per subscriber: id, score, segments, value, contributions, features."""
    features = every_feature(people)
    used = [name for name in booster.feature_names if name not in FEATURES]
    head = pd.DataFrame(
        {
            "id": people[ID],
            "score": booster.predict(xgb.DMatrix(features[booster.feature_names])),
            **{name: people[name] for name in SEGMENTS},
            "value": people["monthly_value"],
        }
    )
    columns = [head, contributions(booster, features), people[FEATURES], features[used]]
    table = pd.concat(columns, axis=1)
    # XGBoost reads float32 as well, so the rows can still be scored again to the same digit.
    reals = [n for n in FEATURES if table[n].dtype.kind == "f" and n != "plan_price"]
    return table.astype(dict.fromkeys(reals, "float32"))


def metadata(champion: Champion, as_of: str) -> dict[str, object]:
    """What the receiver must know beside the rows."""
    return {
        "model": champion.model,
        "version": int(champion.version),
        "as_of": as_of,
        "threshold": ACTING_THRESHOLD,
        "population": POPULATION,
        "segments": SEGMENTS,
    }


def credentials() -> tuple[tuple[str, str] | None, dict[str, str]]:
    """Basic credentials and headers, from the variables that mlflow's own client reads."""
    user = os.environ.get("MLFLOW_TRACKING_USERNAME")
    token = os.environ.get("MLFLOW_TRACKING_TOKEN")
    if user:
        return (user, os.environ.get("MLFLOW_TRACKING_PASSWORD", "")), {}
    return None, {"Authorization": f"Bearer {token}"} if token else {}


def post(page: dict[str, object], file: Path) -> str:
    """Posts the batch; returns the link to the list that was made of it.

    Raises SystemExit with the server's sentence if the batch is refused.
    """
    auth, headers = credentials()
    with file.open("rb") as body:
        answer = requests.post(
            f"{mlflow.get_tracking_uri().rstrip('/')}/api/gatehouse/v1/scored-batches",
            files={
                "metadata": ("metadata.json", json.dumps(page), "application/json"),
                "file": (file.name, body, "application/vnd.apache.parquet"),
            },
            auth=auth,
            headers=headers,
            timeout=TIMEOUT_SECONDS,
        )
    if not answer.ok:
        raise SystemExit(f"The batch was refused ({answer.status_code}): {_reason(answer)}")
    return answer.json().get("link") or answer.headers.get("Location", "(no link in the answer)")


def _reason(answer: requests.Response) -> str:
    """The sentence of a problem detail, or the beginning of whatever came instead."""
    try:
        problem = answer.json()
    except requests.exceptions.JSONDecodeError:
        return answer.text[:300]
    return problem.get("detail") or problem.get("message") or answer.text[:300]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("as_of", choices=list(population.WEEKS), help="the day of the extract")
    parser.add_argument("--save", type=Path, help="write both parts here instead of posting")
    options = parser.parse_args()
    champion = reigning_champion(MODEL)
    if champion is None:
        sys.exit(f"{MODEL} has no champion yet. Have a version approved, then score again.")
    batch = scored_batch(champion.booster, population.WEEKS[options.as_of]())
    page = metadata(champion, options.as_of)
    flagged = int((batch["score"] >= np.float32(ACTING_THRESHOLD)).sum())
    print(f"{len(batch)} subscribers, {flagged} at or above {ACTING_THRESHOLD:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        place = options.save or Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        file = place / f"scored-{options.as_of}.parquet"
        batch.to_parquet(file, engine="pyarrow", compression="zstd", index=False)
        if options.save:
            (place / f"scored-{options.as_of}.json").write_text(json.dumps(page, indent=2) + "\n")
        else:
            print(post(page, file))


if __name__ == "__main__":
    main()
