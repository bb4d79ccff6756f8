"""The grid and one training."""

from __future__ import annotations

import numpy as np
import pytest
import xgboost as xgb

from data import LABEL, SNAPSHOT_2024_03, feature_matrix, load_subscribers, split
from training import GRID, importance, metrics, score, train


@pytest.fixture(scope="module")
def splits():
    return split(load_subscribers(SNAPSHOT_2024_03, 4_000))


@pytest.fixture(scope="module")
def trained(splits):
    x_train, x_val = feature_matrix(splits.train), feature_matrix(splits.val)
    y_train, y_val = splits.train[LABEL].to_numpy(), splits.val[LABEL].to_numpy()
    return train(GRID[2], x_train, y_train, x_val, y_val)


def test_the_grid_is_the_twelve_of_the_case():
    assert [config.number for config in GRID] == list(range(1, 13))
    assert GRID[0].run_name == "xgb-01-lr0.1-d4"
    assert GRID[8].run_name == "xgb-09-lr0.03-d7"


def test_early_stopping_leaves_only_the_trees_that_are_used(trained, tmp_path):
    assert trained.booster.num_boosted_rounds() == trained.best_iteration + 1 < 3_000
    path = tmp_path / "model.ubj"
    trained.booster.save_model(path)
    assert xgb.Booster(model_file=path).num_boosted_rounds() == trained.best_iteration + 1


def test_columns_are_put_in_the_order_that_the_model_knows(trained, splits):
    features = feature_matrix(splits.test)
    turned = features[features.columns[::-1]]
    np.testing.assert_array_equal(
        score(trained.booster, features), score(trained.booster, turned)
    )


def test_metrics_of_four_people_known_by_hand():
    measured = metrics("val", np.array([1, 1, 0, 0]), np.array([0.9, 0.4, 0.6, 0.1]))
    assert measured["val_auc"] == 0.75
    assert measured["val_precision"] == measured["val_recall"] == measured["val_f1"] == 0.5
    assert measured["val_avg_precision"] == pytest.approx((1 + 2 / 3) / 2)
    assert measured["val_log_loss"] == pytest.approx(
        -np.mean(np.log([0.9, 0.4, 0.4, 0.9]))
    )


def test_every_feature_has_a_line_of_importance(trained):
    table = importance(trained.booster)
    assert list(table.columns) == ["feature", "gain", "cover", "weight"]
    assert len(table) == 19
    assert set(table["feature"].head(6)) & {"monthly_hours_watched", "months_active"}
