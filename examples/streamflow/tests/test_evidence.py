"""The evidence and its description."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import numpy as np
import pandas as pd
import pytest

import evidence
from data import LABEL, SEGMENTS, SNAPSHOT_2024_03, feature_matrix, load_subscribers, split
from training import GRID, score, train

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "docs" / "evidence.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def splits():
    return split(load_subscribers(SNAPSHOT_2024_03, 4_000))


def small_booster(splits, features=None):
    x_train, x_val = (feature_matrix(part, features) for part in (splits.train, splits.val))
    y_train, y_val = (part[LABEL].to_numpy() for part in (splits.train, splits.val))
    return train(GRID[0], x_train, y_train, x_val, y_val, max_trees=30).booster


@pytest.fixture(scope="module")
def champion(splits):
    booster = small_booster(splits, ["months_active", "monthly_hours_watched"])
    return evidence.Champion("streamflow-churn-predictor", "1", booster)


def test_the_schema_itself_is_a_schema_and_describes_every_name():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    names = SCHEMA["properties"] | SCHEMA["properties"]["baseline"]["properties"]
    assert [name for name, said in names.items() if not said.get("description")] == []


def test_what_is_written_is_what_the_schema_and_the_table_say(splits, champion, tmp_path):
    table = evidence.prediction_table(splits, small_booster(splits), champion)
    evidence.write(tmp_path, table, evidence.description(SNAPSHOT_2024_03, champion))
    page = json.loads((tmp_path / "evidence.json").read_text(encoding="utf-8"))
    VALIDATOR.validate(page)
    read = pd.read_parquet(tmp_path / "predictions.parquet")
    named = [page[key] for key in ("id", "label", "score", "split", "value")]
    assert set(named) | set(page["segments"]) | {page["baseline"]["score"]} <= set(read.columns)
    assert read[page["id"]].is_unique and not read.isna().any().any()
    assert set(read["split"]) == {"val", "test"}
    assert len(read) == len(splits.val) + len(splits.test)
    assert read["score"].dtype == np.float32 and read["score"].between(0, 1).all()


def test_scores_belong_to_their_own_rows(splits, champion):
    booster = small_booster(splits)
    table = evidence.prediction_table(splits, booster, champion).set_index("subscriber_id")
    person = splits.test.iloc[[17]]
    row = table.loc[person["subscriber_id"].iloc[0]]
    assert row["score"] == pytest.approx(score(booster, feature_matrix(person))[0])
    assert row["champion_score"] == pytest.approx(
        score(champion.booster, feature_matrix(person))[0]
    )
    assert row[LABEL] == person[LABEL].iloc[0]
    assert [row[name] for name in SEGMENTS] == [person[name].iloc[0] for name in SEGMENTS]


def test_the_feature_sample_gives_the_scores_of_the_table_again(splits, tmp_path):
    booster = small_booster(splits)
    table = evidence.prediction_table(splits, booster, None).set_index("subscriber_id")
    evidence.write_features(tmp_path, evidence.feature_sample(splits, booster))
    sample = pd.read_parquet(tmp_path / "features.parquet").set_index("subscriber_id")
    assert len(sample) == evidence.FEATURE_SAMPLE_ROWS
    assert set(table.loc[sample.index, "split"]) == {"test"}
    assert list(sample.columns) == booster.feature_names
    claimed = table.loc[sample.index, "score"].to_numpy()
    assert np.abs(score(booster, sample) - claimed).max() < 1e-6


def test_a_first_model_has_no_baseline(splits):
    table = evidence.prediction_table(splits, small_booster(splits), None)
    page = evidence.description(SNAPSHOT_2024_03, None)
    VALIDATOR.validate(page)
    assert "baseline" not in page and evidence.CHAMPION_SCORE not in table.columns


@pytest.mark.parametrize(
    "wrong",
    [
        {"label": None},
        {"score": 0.5},
        {"threshold": 1.2},
        {"favourable": "yes"},
        {"baseline": {"model": "m", "version": 1, "score": "s"}},
        {"snapshot_at": "01.03.2024"},
        {"label_window_days": -1},
        {"segments": ["region", "region"]},
        {"evidence_version": 2},
    ],
)
def test_a_wrong_description_is_refused(wrong):
    page = evidence.description(SNAPSHOT_2024_03, None) | wrong
    assert list(VALIDATOR.iter_errors(page))


def test_a_name_of_tomorrow_is_let_through():
    page = evidence.description(SNAPSHOT_2024_03, None) | {"uplift": "treatment"}
    VALIDATOR.validate(page)


def test_the_folder_follows_the_logged_model_where_there_is_one():
    assert evidence.artifact_folder("m-7") == "evaluation/m-7"
    assert evidence.artifact_folder(None) == "evaluation"
