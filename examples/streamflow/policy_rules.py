"""The three questions that a promotion to the weekly list must answer, for arrays of models.

Written with numpy and scipy alone, so that a data scientist can ask them before the
registry does, and so that ``policy_simulation.py`` can ask them a thousand times. Every
function broadcasts: the last axis of a count array is the groups, any axes before it are
replications.

Sources: Koopman (1984) for the ratio of two rates, Newcombe (1998, method 10) for their
difference, DeLong (1988) for the AUC; value per contact as in Verbraken (2013).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import norm, rankdata

PASS, INCONCLUSIVE, FAIL = "PASS", "INCONCLUSIVE", "FAIL"

THRESHOLD = 0.20
RATIO_TOLERANCE = 0.80
DIFFERENCE_CAP = 0.10
MIN_DENOMINATOR = 30
MIN_EVENTS = 5
AUC_FLOOR = 0.78
AUC_MARGIN = 0.01
GAP_LIMIT = 0.02
VALUE_MARGIN = 0.02  # of the champion's value
TRUE_POSITIVE_VALUE = 0.30 * (200 - 10) - 1  # save rate x (value - offer) - contact = 56
FALSE_POSITIVE_VALUE = -(10 + 1)
ROUNDING = 1e-9


def koopman(x1, n1, x2, n2, level):
    """Score interval of the ratio (x1/n1) / (x2/n2); 0 and infinity where a count is 0."""
    x1, n1, x2, n2, level = np.broadcast_arrays(
        *(np.asarray(value, dtype=float) for value in (x1, n1, x2, n2, level))
    )
    critical = norm.ppf(0.5 + level / 2) ** 2
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = (x1 / n1) / (x2 / n2)
        start = np.log(np.where((x1 > 0) & (x2 > 0), ratio, 1.0))
        lower = np.exp(_bisect(start, -25.0, x1, n1, x2, n2, critical))
        upper = np.exp(_bisect(start, 25.0, x1, n1, x2, n2, critical))
    lower = np.where(x1 == 0, 0.0, lower)
    upper = np.where(x2 == 0, np.inf, upper)
    return lower, upper


def _bisect(inside, outside, x1, n1, x2, n2, critical):
    """Log ratio where the score statistic crosses its critical value, from the estimate out.

    Where a count is 0 the side that has no bound is overwritten by the caller; the other
    side starts from a ratio of 1, moved outwards until it lies inside.
    """
    low = np.where(
        (x1 == 0) & (outside > 0), -25.0, np.where((x2 == 0) & (outside < 0), 25.0, inside)
    )
    high = np.full_like(low, outside)
    for _ in range(70):
        middle = (low + high) / 2
        accepted = _score_statistic(np.exp(middle), x1, n1, x2, n2) <= critical
        low, high = np.where(accepted, middle, low), np.where(accepted, high, middle)
    return (low + high) / 2


def _score_statistic(theta, x1, n1, x2, n2):
    a = (n1 + n2) * theta
    b = -(n1 * theta + x1 + n2 + x2 * theta)
    root = np.sqrt(np.maximum(b * b - 4 * a * (x1 + x2), 0))
    # The stable form of the smaller root: no cancellation when theta is large.
    p2 = 2 * (x1 + x2) / (-b + root)
    p1 = np.minimum(theta * p2, 1.0)
    tiny = 1e-300
    return (x1 - n1 * p1) ** 2 / np.maximum(n1 * p1 * (1 - p1), tiny) + (x2 - n2 * p2) ** 2 / (
        np.maximum(n2 * p2 * (1 - p2), tiny)
    )


def wilson(x, n, level):
    """Wilson interval of the rate x/n."""
    z = norm.ppf(0.5 + level / 2)
    p = x / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return centre - half, centre + half


def newcombe(x1, n1, x2, n2, level):
    """Newcombe's interval of the difference x1/n1 - x2/n2."""
    x1, n1, x2, n2 = (np.asarray(value, dtype=float) for value in (x1, n1, x2, n2))
    (l1, u1), (l2, u2) = wilson(x1, n1, level), wilson(x2, n2, level)
    p1, p2 = x1 / n1, x2 / n2
    low = p1 - p2 - np.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2)
    high = p1 - p2 + np.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)
    return low, high


@dataclass(frozen=True)
class Disparity:
    """True-positive-rate ratios of every group to the reference, and the verdicts.

    Arrays have the groups on the last axis; the reference itself has ratio 1 and PASS.
    ``fail_low`` and ``fail_high`` are the wider interval of the ratio that a FAIL is read from.
    """

    reference: np.ndarray
    ratio: np.ndarray
    low: np.ndarray
    high: np.ndarray
    fail_low: np.ndarray
    fail_high: np.ndarray
    verdict: np.ndarray


def judge_groups(hits, positives, sizes, tests: int) -> Disparity:
    """Judges one attribute: ``hits`` of ``positives`` were reached in groups of ``sizes``.

    The largest group is the reference. ``tests`` is how many comparisons share the 5 % risk
    of a false FAIL. A group with too few positives is never passed. A FAIL is read from the
    ratio or from the difference: near a rate of 0.9 the cap is the stricter of the two.
    """
    hits, positives = np.asarray(hits, dtype=float), np.asarray(positives, dtype=float)
    reference = np.argmax(sizes, axis=-1, keepdims=True)
    x2, n2 = (np.take_along_axis(array, reference, -1) for array in (hits, positives))
    low, high = koopman(hits, positives, x2, n2, 0.90)
    fail_low, fail_high = koopman(hits, positives, x2, n2, 1 - 0.05 / tests)
    diff_low, diff_high = newcombe(hits, positives, x2, n2, 0.90)
    far_low, far_high = newcombe(hits, positives, x2, n2, 1 - 0.05 / tests)
    tau = RATIO_TOLERANCE
    passed = (low >= tau - ROUNDING) & (high <= 1 / tau + ROUNDING)
    passed &= (diff_low >= -DIFFERENCE_CAP) & (diff_high <= DIFFERENCE_CAP)
    failed = (fail_high < tau) | (fail_low > 1 / tau)
    failed |= (far_high < -DIFFERENCE_CAP) | (far_low > DIFFERENCE_CAP)
    expected = positives * (hits.sum(-1, keepdims=True) / positives.sum(-1, keepdims=True))
    small = (positives < MIN_DENOMINATOR) | (expected < MIN_EVENTS)
    verdict = np.where(failed, FAIL, np.where(passed, PASS, INCONCLUSIVE))
    verdict = np.where(small, INCONCLUSIVE, verdict)
    own = np.arange(hits.shape[-1]) == reference
    verdict = np.where(own & ~small, PASS, verdict)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = (hits / positives) / (x2 / n2)
    return Disparity(reference[..., 0], ratio, low, high, fail_low, fail_high, verdict)


def auc_parts(label: np.ndarray, *scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """AUCs of several scores on the same rows, and DeLong's covariance of them."""
    positive = label == 1
    m, n = int(positive.sum()), int((~positive).sum())
    v10, v01 = np.empty((len(scores), m)), np.empty((len(scores), n))
    for k, score in enumerate(scores):
        pooled = rankdata(score)
        v10[k] = (pooled[positive] - rankdata(score[positive])) / n
        v01[k] = 1 - (pooled[~positive] - rankdata(score[~positive])) / m
    covariance = np.atleast_2d(np.cov(v10)) / m + np.atleast_2d(np.cov(v01)) / n
    return v10.mean(axis=1), covariance


def profit(label: np.ndarray, score: np.ndarray) -> np.ndarray:
    """Modelled net value of each row; 0 for those who are not contacted."""
    value = np.where(label == 1, TRUE_POSITIVE_VALUE, FALSE_POSITIVE_VALUE)
    # Scores are stored as float32, where 0.20 is a little more than 0.20.
    return np.where(score >= np.float32(THRESHOLD), value, 0.0)


@dataclass(frozen=True)
class Performance:
    """Test AUC and the gap to validation, with its 95 % interval."""

    auc: float
    gap: float
    gap_low: float
    gap_high: float
    verdict: str


def judge_performance(val_label, val_score, test_label, test_score) -> Performance:
    """FAIL below the floor, or if the whole interval of the gap lies above its limit.

    INCONCLUSIVE if the estimate is above the limit, or known no better than the limit is wide.
    """
    (val_auc,), val_var = auc_parts(val_label, val_score)
    (auc,), var = auc_parts(test_label, test_score)
    half = norm.ppf(0.975) * np.sqrt(val_var[0, 0] + var[0, 0])
    gap = val_auc - auc
    if auc < AUC_FLOOR or gap - half > GAP_LIMIT:
        verdict = FAIL
    else:
        verdict = PASS if gap <= GAP_LIMIT and half <= GAP_LIMIT else INCONCLUSIVE
    return Performance(auc, gap, gap - half, gap + half, verdict)


@dataclass(frozen=True)
class Value:
    """Mean net value per row against nobody and against the champion, with its bounds.

    ``net_low`` is the lower end of a 95 % interval; ``difference_low`` and ``_high`` are
    one-sided 95 % bounds; ``margin`` is the loss that is still accepted, negative.
    """

    net: float
    net_low: float
    difference: float
    difference_low: float
    difference_high: float
    margin: float
    auc_difference: float
    auc_difference_low: float
    verdict: str


def judge_value(label, score, champion) -> Value:
    """Worth more than nobody, and not worth less than the champion on the same rows."""
    own, theirs = profit(label, score), profit(label, champion)
    root = np.sqrt(len(label))
    net_low = own.mean() - norm.ppf(0.975) * own.std(ddof=1) / root
    paired = own - theirs
    reach = norm.ppf(0.95) * paired.std(ddof=1) / root
    low, high = paired.mean() - reach, paired.mean() + reach
    margin = -VALUE_MARGIN * abs(theirs.mean())
    aucs, covariance = auc_parts(label, score, champion)
    spread = np.sqrt(max(covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1], 0.0))
    auc_difference = aucs[0] - aucs[1]
    auc_low = auc_difference - norm.ppf(0.95) * spread
    if high < margin or own.mean() < 0:
        verdict = FAIL
    elif net_low > 0 and low >= margin and auc_low >= -AUC_MARGIN:
        verdict = PASS
    else:
        verdict = INCONCLUSIVE
    return Value(
        own.mean(), net_low, paired.mean(), low, high, margin, auc_difference, auc_low, verdict
    )
