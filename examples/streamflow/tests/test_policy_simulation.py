"""The simulation's own promises, at a size that proves little more than that it runs right."""

from __future__ import annotations

import numpy as np
import pytest

import policy_simulation as simulation


def test_the_models_are_as_good_as_those_really_trained():
    outcome = simulation.simulate(simulation.SCENARIOS[0], replications=6, seed=1)
    assert outcome.auc == pytest.approx(0.885, abs=0.006)
    assert outcome.champion_auc == pytest.approx(0.850, abs=0.008)
    assert outcome.youngest_ratio == pytest.approx(1.0, abs=0.04)


def test_the_same_seed_gives_the_same_answer():
    first, second = (simulation.simulate(simulation.SCENARIOS[0], 3, 5) for _ in range(2))
    np.testing.assert_array_equal(first.everything, second.everything)
    assert first.auc == second.auc


def test_a_clearly_unfair_model_is_caught_every_time():
    outcome = simulation.simulate(simulation.SCENARIOS[-1], replications=6, seed=2)
    assert outcome.fairness_failed.all() and not outcome.everything.any()
