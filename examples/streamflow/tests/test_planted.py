"""What was planted is planted in training, and shows.

All rows, because verdicts need them; fewer trees, because the effects need no more.
"""

from __future__ import annotations

import numpy as np
import pytest

import data
import planted
import policy_rules as rules
from data import LABEL, SNAPSHOT_2023_12, SNAPSHOT_2024_03
from training import score, train

TREES = 200


@pytest.fixture(scope="module")
def earlier():
    return data.split(data.load_subscribers(SNAPSHOT_2023_12))


@pytest.fixture(scope="module")
def splits():
    return data.split(data.load_subscribers(SNAPSHOT_2024_03))


def scores_of(name, trained_on, judged_on):
    version = planted.VERSIONS[name]
    trained, _ = planted.fit(version, trained_on, TREES)
    return score(trained.booster, version.features(judged_on))


@pytest.fixture(scope="module")
def champion(earlier, splits):
    return scores_of("quarter-ago", earlier, splits.test)


def test_losing_labels_touches_only_young_leavers(splits):
    before, after = splits.train, planted.lose_young_leavers(splits.train)
    changed = before[LABEL].to_numpy() != after[LABEL].to_numpy()
    assert set(before.loc[changed, "age_band"]) == {"18-24"}
    assert set(before.loc[changed, LABEL]) == {1}
    young_leavers = ((before["age_band"] == "18-24") & (before[LABEL] == 1)).sum()
    assert changed.sum() / young_leavers == pytest.approx(0.60, abs=0.06)


def test_enriching_keeps_every_leaver_and_invents_nobody(splits):
    after = planted.enrich_leavers(splits.train)
    assert after[LABEL].mean() == pytest.approx(0.65, abs=0.001)
    assert after[LABEL].sum() == splits.train[LABEL].sum()
    assert after["subscriber_id"].is_unique


def test_the_age_profile_model_reaches_too_few_young_leavers(splits, champion):
    reached = scores_of("age-profile", splits, splits.test) >= rules.THRESHOLD
    bands = list(data.AGE_BANDS)
    leaver = (splits.test[LABEL] == 1).to_numpy()
    code = splits.test["age_band"].map(bands.index).to_numpy()
    counts = [np.bincount(code[rows]) for rows in (leaver & reached, leaver, code >= 0)]
    judged = rules.judge_groups(*counts, tests=10)
    assert judged.verdict[bands.index("18-24")] == rules.FAIL
    assert rules.FAIL not in np.delete(judged.verdict, bands.index("18-24"))


def test_the_balanced_model_ranks_like_the_champion_and_is_worth_less(splits, champion):
    balanced = scores_of("balanced", splits, splits.test)
    judged = rules.judge_value(splits.test[LABEL].to_numpy(), balanced, champion)
    assert abs(judged.auc_difference) < 0.01
    assert judged.verdict == rules.FAIL


def test_the_account_features_alone_stay_below_the_floor(splits):
    trained = train(
        planted.CONFIG,
        planted.account_features(splits.train),
        splits.train[LABEL].to_numpy(),
        planted.account_features(splits.val),
        splits.val[LABEL].to_numpy(),
        TREES,
    )
    measured, _ = planted.evaluate(planted.account_features, trained, splits)
    assert measured["test_auc"] < rules.AUC_FLOOR - 0.02
