"""How often the shipped policy passes a model that deserves it, and one that does not.

Draws the case's validation and test splits again and again from the recipe in ``data.py``,
lets a challenger and a champion of known quality score them, and asks ``policy_rules``. The
scores are the true log-odds seen through noise, so each model's fairness is known exactly:
unless a scenario says otherwise, nothing depends on age, region or plan.

    python policy_simulation.py --replications 2000 --seed 20240301
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass

import numpy as np
import pandas as pd

import policy_rules as rules
from data import (
    AGE_BANDS,
    CHURN_INTERCEPT,
    CHURN_STEEPNESS,
    CHURN_WEIGHTS,
    PLAN_BY_PRICE,
    REGIONS,
    churn_logit,
    draw_features,
)

SPLIT_ROWS = 7_500
PLANS = list(PLAN_BY_PRICE.values())
ATTRIBUTES = {"plan_type": len(PLANS), "age_band": len(AGE_BANDS), "region": len(REGIONS)}
TESTS = sum(groups - 1 for groups in ATTRIBUTES.values())
# What the champion of a quarter ago does not look at.
UNSEEN = ["hours_change_pct", "negative_sentiment_tickets", "genre_diversity"]


@dataclass(frozen=True)
class Scenario:
    """Two models of known quality.

    Noise is the standard deviation of what is added to the log-odds; ``young_shift`` is
    added for ages 18-24 alone; the champion sees all features or lacks ``UNSEEN``.
    """

    name: str
    challenger_noise: float
    champion_noise: float
    champion_sees_all: bool
    young_shift: float = 0.0


SCENARIOS = [
    Scenario("fair and better than the champion", 0.20, 0.10, False),
    Scenario("fair and as good as the champion", 0.20, 0.20, True),
    Scenario("reaches 18-24 about 0.82 times as often", 0.20, 0.10, False, -1.05),
    Scenario("reaches 18-24 about 0.60 times as often", 0.20, 0.10, False, -1.9),
]


@dataclass(frozen=True)
class Population:
    """One drawn split: labels, true log-odds, what an older model sees, group codes."""

    label: np.ndarray
    logit: np.ndarray
    partial: np.ndarray
    groups: dict[str, np.ndarray]


def draw(rng: np.random.RandomState, rows: int = SPLIT_ROWS) -> Population:
    """Draws people by the recipe, with segments of the shipped shares."""
    frame = draw_features(rng, rows)
    logit = churn_logit(frame)
    label = (rng.uniform(size=rows) < sigmoid(logit)).astype(int)
    groups = {
        "plan_type": pd.Categorical(
            frame["plan_price"].map(PLAN_BY_PRICE), categories=PLANS
        ).codes.astype(int),
        "age_band": rng.choice(len(AGE_BANDS), rows, p=list(AGE_BANDS.values())),
        "region": rng.choice(len(REGIONS), rows, p=list(REGIONS.values())),
    }
    return Population(label, logit, _partial_logit(frame), groups)


def sigmoid(logit: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-logit))


def _partial_logit(frame: pd.DataFrame) -> np.ndarray:
    """Calibrated log-odds without the unseen features, by the probit approximation."""
    seen = CHURN_INTERCEPT + CHURN_STEEPNESS * sum(
        frame[name].to_numpy() * weight
        for name, weight in CHURN_WEIGHTS.items()
        if name not in UNSEEN
    )
    unseen = CHURN_STEEPNESS * sum(frame[n].to_numpy() * CHURN_WEIGHTS[n] for n in UNSEEN)
    return (seen + unseen.mean()) / np.sqrt(1 + np.pi * unseen.var() / 8)


def challenger_score(
    rng: np.random.RandomState, people: Population, scenario: Scenario
) -> np.ndarray:
    noisy = people.logit + rng.normal(0, scenario.challenger_noise, len(people.logit))
    return sigmoid(noisy + scenario.young_shift * (people.groups["age_band"] == 0))


def champion_score(
    rng: np.random.RandomState, people: Population, scenario: Scenario
) -> np.ndarray:
    known = people.logit if scenario.champion_sees_all else people.partial
    return sigmoid(known + rng.normal(0, scenario.champion_noise, len(known)))


@dataclass(frozen=True)
class Outcome:
    """Of all replications, which were passed by each check, and the mean figures."""

    performance: np.ndarray
    fairness: dict[str, np.ndarray]
    fairness_failed: np.ndarray
    value: np.ndarray
    auc: float
    champion_auc: float
    reached: float
    youngest_ratio: float

    @property
    def fair(self) -> np.ndarray:
        return np.all(list(self.fairness.values()), axis=0)

    @property
    def everything(self) -> np.ndarray:
        return self.performance & self.fair & self.value


def simulate(scenario: Scenario, replications: int, seed: int) -> Outcome:
    """Judges ``replications`` independent pairs of splits."""
    counts = {name: np.zeros((replications, 3, k)) for name, k in ATTRIBUTES.items()}
    performance, value = (np.zeros(replications, dtype=bool) for _ in range(2))
    figures = np.zeros((replications, 3))
    for k in range(replications):
        rng = np.random.RandomState([seed, k])
        val, test = draw(rng), draw(rng)
        score = challenger_score(rng, test, scenario)
        judged = rules.judge_performance(
            val.label, challenger_score(rng, val, scenario), test.label, score
        )
        worth = rules.judge_value(test.label, score, champion_score(rng, test, scenario))
        performance[k], value[k] = judged.verdict == rules.PASS, worth.verdict == rules.PASS
        reached = (test.label == 1) & (score >= rules.THRESHOLD)
        figures[k] = judged.auc, judged.auc - worth.auc_difference, reached.sum() / test.label.sum()
        for name, groups in ATTRIBUTES.items():
            code = test.groups[name]
            for row, rows_of in enumerate((reached, test.label == 1, np.full(len(code), True))):
                counts[name][k, row] = np.bincount(code[rows_of], minlength=groups)
    disparity = {
        name: rules.judge_groups(c[:, 0], c[:, 1], c[:, 2], TESTS) for name, c in counts.items()
    }
    return Outcome(
        performance=performance,
        fairness={n: (d.verdict == rules.PASS).all(axis=-1) for n, d in disparity.items()},
        fairness_failed=np.any(
            [(d.verdict == rules.FAIL).any(axis=-1) for d in disparity.values()], axis=0
        ),
        value=value,
        auc=figures[:, 0].mean(),
        champion_auc=figures[:, 1].mean(),
        reached=figures[:, 2].mean(),
        youngest_ratio=disparity["age_band"].ratio[:, 0].mean(),
    )


def report(scenario: Scenario, outcome: Outcome) -> str:
    """One block of plain figures; shares are of all replications."""
    low, high = rules.wilson(outcome.everything.sum(), len(outcome.everything), 0.95)
    lines = [
        scenario.name,
        f"  AUC {outcome.auc:.4f}, champion {outcome.champion_auc:.4f}, leavers reached at "
        f"0.20 {outcome.reached:.3f}, 18-24 against reference {outcome.youngest_ratio:.3f}",
        f"  performance passes {outcome.performance.mean():.4f}",
        *(f"  fairness by {n} passes {p.mean():.4f}" for n, p in outcome.fairness.items()),
        f"  fairness passes {outcome.fair.mean():.4f}, fails {outcome.fairness_failed.mean():.4f}",
        f"  value passes {outcome.value.mean():.4f}",
        f"  ALL pass {outcome.everything.mean():.4f}  (95 % interval {low:.4f} to {high:.4f})",
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--replications", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=20240301)
    options = parser.parse_args()
    started = time.perf_counter()
    for scenario in SCENARIOS:
        print(report(scenario, simulate(scenario, options.replications, options.seed)))
    print(f"{options.replications} replications each, {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
