"""The script against a real, local tracking store."""

from __future__ import annotations

import json

import mlflow
import pandas as pd
import pytest
from mlflow.exceptions import RestException

import tracking
import train
from data import SNAPSHOT_2024_03
from evidence import reigning_champion
from training import GRID


@pytest.fixture
def trained(store, experiment, monkeypatch):
    monkeypatch.setattr(train, "QUICK_ROWS", 2_000)
    monkeypatch.setattr(train, "QUICK_TREES", 12)
    number = experiment(train.EXPERIMENT)
    study = train.prepare(SNAPSHOT_2024_03, quick=True)
    found = train.search(study)
    version = train.final_run(study, found)
    return store.client, number, found, version


def test_the_whole_study_is_on_record(trained):
    client, number, found, version = trained
    children = client.search_runs(
        [number], f"tags.mlflow.parentRunId = '{found.search_run_id}'", max_results=50
    )
    assert {run.info.run_name for run in children} == {config.run_name for config in GRID}
    parent = client.get_run(found.search_run_id)
    best = client.get_run(parent.data.tags["best_child_run_id"])
    assert best.data.metrics["val_auc"] == max(r.data.metrics["val_auc"] for r in children)
    assert parent.data.metrics["best_val_auc"] == best.data.metrics["val_auc"]
    # Test is looked at once, by the final run.
    assert not [name for run in children for name in run.data.metrics if "test_" in name]

    [final] = client.search_runs([number], "tags.purpose = 'final_evaluation'")
    assert final.data.tags["promoted_from_search"] == found.search_run_id
    assert {"val_auc", "test_auc", "test_log_loss"} <= set(final.data.metrics)
    assert len(final.data.tags["data_hash"]) == 16
    assert final.data.tags["data_hash"] == best.data.tags["data_hash"]
    assert {"git_commit", "preprocessing_version", "train_rows", "target_rate_test"} <= set(
        final.data.tags
    )
    assert version == "1"


def test_the_weight_is_said_and_not_done(trained):
    client, number, found, _ = trained
    runs = client.search_runs([number], "params.scale_pos_weight != ''", max_results=50)
    assert len(runs) == len(GRID) + 1
    assert float(runs[0].data.params["scale_pos_weight"]) > 1.5
    config = json.loads(found.trained.booster.save_config())
    objective = config["learner"]["objective"]
    assert float(objective["reg_loss_param"]["scale_pos_weight"]) == 1.0


def test_the_evidence_lies_where_a_reader_looks_for_it(trained):
    client, number, _, version = trained
    [final] = client.search_runs([number], "tags.purpose = 'final_evaluation'")
    files = {item.path for item in client.list_artifacts(final.info.run_id)}
    assert {
        "feature_importance.csv",
        "data_schema.json",
        "search_results_summary.csv",
        "test_predictions.csv",
        "evaluation",
    } <= files
    held = client.get_model_version(train.MODEL, version)
    inside = [item.path for item in client.list_artifacts(final.info.run_id, "evaluation")]
    if mlflow.__version__.startswith("2."):
        assert sorted(inside) == [
            "evaluation/evidence.json",
            "evaluation/features.parquet",
            "evaluation/predictions.parquet",
        ]
    else:
        assert inside == [f"evaluation/{held.source.removeprefix('models:/')}"] or inside == [
            f"evaluation/{held.model_id}"
        ]
    predictions = mlflow.artifacts.download_artifacts(
        run_id=final.info.run_id, artifact_path="test_predictions.csv"
    )
    assert list(pd.read_csv(predictions).columns) == ["y_true", "y_pred", "y_proba"]


def test_a_champion_is_found_and_scores_the_next_model(trained):
    client, _, found, version = trained
    assert reigning_champion(train.MODEL) is None
    assert tracking.ask_for_champion(train.MODEL, version)
    champion = reigning_champion(train.MODEL)
    assert (champion.model, champion.version) == (train.MODEL, "1")
    assert champion.booster.num_boosted_rounds() == found.trained.best_iteration + 1


def test_an_unknown_model_has_no_champion(store):
    assert reigning_champion("nobody") is None


def refusing(code: str):
    def set_alias(*_):
        raise RestException({"error_code": code, "message": "See http://localhost:8080/pr/7"})

    return set_alias


def test_a_refusal_is_printed_with_its_link(store, monkeypatch, capsys):
    client = type("Client", (), {"set_registered_model_alias": refusing("PERMISSION_DENIED")})
    monkeypatch.setattr(tracking, "MlflowClient", client)
    assert tracking.ask_for_champion("m", "1") is False
    assert "http://localhost:8080/pr/7" in capsys.readouterr().out


def test_any_other_error_is_raised(store, monkeypatch):
    client = type("Client", (), {"set_registered_model_alias": refusing("INTERNAL_ERROR")})
    monkeypatch.setattr(tracking, "MlflowClient", client)
    with pytest.raises(RestException):
        tracking.ask_for_champion("m", "1")
