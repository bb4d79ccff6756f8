"""The rules against published and hand-made numbers."""

from __future__ import annotations

import numpy as np
import pytest

from policy_rules import (
    FAIL,
    INCONCLUSIVE,
    PASS,
    auc_parts,
    judge_groups,
    judge_performance,
    judge_value,
    koopman,
    newcombe,
    profit,
    wilson,
)


def test_wilson_of_three_in_seventeen():
    assert wilson(3, 17, 0.95) == pytest.approx((0.06191, 0.41029), abs=5e-6)


# Reference values: statsmodels 0.13, confint_proportions_2indep(compare="ratio", "score").
@pytest.mark.parametrize(
    ("counts", "ninety", "bonferroni", "difference"),
    [
        ((930, 3000, 960, 3000), (0.9099, 1.0314), (0.8843, 1.0612), (-0.0297, 0.0097)),
        ((180, 1200, 420, 1500), (0.4693, 0.6109), (0.4417, 0.6482), (-0.1553, -0.1043)),
        ((9, 40, 300, 1000), (0.4503, 1.1726), (0.3560, 1.3895), (-0.1674, 0.0511)),
    ],
)
def test_intervals_agree_with_the_reference(counts, ninety, bonferroni, difference):
    assert koopman(*counts, 0.90) == pytest.approx(ninety, abs=6e-5)
    assert koopman(*counts, 1 - 0.05 / 3) == pytest.approx(bonferroni, abs=6e-5)
    assert newcombe(*counts, 0.90) == pytest.approx(difference, abs=6e-5)


def test_a_ratio_without_events_is_bounded_on_one_side_only():
    low, high = koopman(0, 50, 20, 50, 0.90)
    assert low == 0 and 0 < high < 0.5
    low, high = koopman(20, 50, 0, 50, 0.90)
    assert 2 < low < 20 and high == np.inf


def test_groups_pass_fail_and_stay_open():
    judged = judge_groups(
        hits=[960, 930, 180, 9], positives=[3000, 3000, 1200, 40], sizes=[9000, 8000, 3000, 90],
        tests=3,
    )
    assert judged.reference == 0
    assert list(judged.verdict) == [PASS, PASS, FAIL, INCONCLUSIVE]


def test_a_large_group_far_beyond_the_cap_fails_though_its_ratio_is_tolerable():
    judged = judge_groups([9_200, 7_800], [10_000, 10_000], [30_000, 29_000], tests=1)
    assert judged.ratio[1] > 0.80
    assert list(judged.verdict) == [PASS, FAIL]


def test_a_tiny_group_is_never_passed():
    judged = judge_groups([900, 28], [1000, 29], [3000, 60], tests=1)
    assert list(judged.verdict) == [PASS, INCONCLUSIVE]


LABEL = np.array([1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0])
A = np.array([0.90, 0.80, 0.70, 0.65, 0.60, 0.55, 0.50, 0.40, 0.35, 0.30, 0.20, 0.10])
B = np.array([0.85, 0.90, 0.40, 0.70, 0.55, 0.30, 0.60, 0.45, 0.65, 0.20, 0.25, 0.15])


# Reference values: pROC's DeLong on the same twelve rows.
def test_two_aucs_and_their_covariance():
    aucs, covariance = auc_parts(LABEL, A, B)
    assert aucs == pytest.approx([0.8, 0.885714], abs=1e-6)
    assert np.sqrt(np.diag(covariance)) == pytest.approx([0.138013, 0.121218], abs=1e-6)
    assert covariance[0, 1] == pytest.approx(0.005306, abs=1e-6)


def test_a_contact_is_worth_56_or_costs_11_and_the_threshold_itself_is_contacted():
    score = np.array([0.9, 0.2, 0.19, 0.2], dtype=np.float32)
    assert list(profit(np.array([1, 0, 1, 1]), score)) == [56, -11, 0, 56]


def many(seed: int, rows: int = 20_000):
    rng = np.random.RandomState(seed)
    logit = rng.normal(-1, 2, rows)
    truth = 1 / (1 + np.exp(-logit))
    return (rng.uniform(size=rows) < truth).astype(int), truth


def test_the_same_model_is_worth_the_same():
    label, score = many(1)
    judged = judge_value(label, score, score)
    assert judged.difference == 0 and judged.verdict == PASS


def test_the_same_ranking_at_the_wrong_scale_is_worth_less():
    label, score = many(2)
    shrunk = score**4
    judged = judge_value(label, shrunk, score)
    assert judged.auc_difference == pytest.approx(0, abs=1e-12)
    assert judged.verdict == FAIL


def test_a_gap_that_is_only_luck_passes_and_overfitting_fails():
    val, test = many(3), many(4)
    assert judge_performance(*val, *test).verdict == PASS
    assert judge_performance(*many(3, 800), *many(4, 800)).verdict == INCONCLUSIVE
    memorised = np.where(val[0] == 1, 0.9, 0.1)
    assert judge_performance(val[0], memorised, *test).verdict == FAIL
