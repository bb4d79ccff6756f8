"""The recipe of the subscribers."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from data import (
    AGE_BANDS,
    FEATURES,
    ID,
    LABEL,
    REGIONS,
    SNAPSHOT_2023_12,
    SNAPSHOT_2024_03,
    churn_logit,
    data_hash,
    feature_matrix,
    load_subscribers,
    split,
)


@pytest.fixture(scope="module")
def subscribers():
    return load_subscribers(SNAPSHOT_2024_03)


def test_about_a_third_of_fifty_thousand_subscribers_leave(subscribers):
    assert len(subscribers) == 50_000
    assert subscribers[LABEL].mean() == pytest.approx(0.325, abs=0.006)


def test_the_true_probabilities_rank_as_well_as_the_case_reports(subscribers):
    auc = roc_auc_score(subscribers[LABEL], churn_logit(subscribers))
    assert auc == pytest.approx(0.887, abs=0.004)


def test_there_are_nineteen_features_and_none_is_a_segment_or_the_label(subscribers):
    assert list(feature_matrix(subscribers).columns) == FEATURES
    assert len(FEATURES) == 19
    assert LABEL not in FEATURES and "age_band" not in FEATURES


def test_the_same_seed_means_the_same_subscribers():
    once, again = (load_subscribers(SNAPSHOT_2024_03, 2_000) for _ in range(2))
    assert once.equals(again)
    # A changed recipe changes this hash, and with it every fingerprint ever logged.
    assert data_hash(feature_matrix(once)) == "560d720a9798391b"


def test_plan_follows_price_and_tenure_follows_months(subscribers):
    assert set(subscribers.loc[subscribers.plan_price == 9.99, "plan_type"]) == {"basic"}
    assert set(subscribers.loc[subscribers.months_active <= 6, "tenure_band"]) == {
        "up to 6 months"
    }
    assert subscribers["tenure_band"].nunique() == 3
    assert not subscribers.isna().any().any()


@pytest.mark.parametrize(
    ("segment", "shares"), [("age_band", AGE_BANDS), ("region", REGIONS)]
)
def test_leaving_depends_neither_on_age_nor_on_region(subscribers, segment, shares):
    sizes = subscribers[segment].value_counts(normalize=True)
    assert sizes.to_dict() == pytest.approx(shares, abs=0.01)
    rates = subscribers.groupby(segment)[LABEL].mean()
    # Four standard errors of the smallest group.
    assert np.ptp(rates) < 4 * np.sqrt(0.25 / (sizes.min() * len(subscribers)))


def test_the_split_is_about_seventy_fifteen_fifteen_and_stratified(subscribers):
    parts = split(subscribers)
    sizes = [len(part) / len(subscribers) for part in (parts.train, parts.val, parts.test)]
    assert sizes == pytest.approx([0.70, 0.15, 0.15], abs=0.002)
    for part in (parts.train, parts.val, parts.test):
        assert part[LABEL].mean() == pytest.approx(subscribers[LABEL].mean(), abs=0.001)


def test_the_two_snapshots_share_nobody(subscribers):
    earlier = load_subscribers(SNAPSHOT_2023_12)
    assert set(earlier[ID]).isdisjoint(subscribers[ID])
