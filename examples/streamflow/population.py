"""The subscribers that are scored every week: 4,000 settled ones, of whom one in twenty leaves.

They are not the training population: longer subscribed, watching more, with fewer failed
payments. The week of 16 April 2025 differs from the one before by the autoplay that was
launched: sessions rise, the less a plan's people used to watch the more, and so do support
tickets. Most subscribers are in both weeks.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from data import (
    FEATURES,
    ID,
    PLAN_BY_PRICE,
    add_segments,
    churn_logit,
    draw_features,
)

LAST_WEEK = "2025-04-09"
THIS_WEEK = "2025-04-16"
SIZE = 4_000
SEED = 20250409
FIRST_ID = 300_001
REPLACED = 60  # leave between the two weeks, and as many join

USUAL_SESSIONS = {"basic": 10.1, "standard": 14.8, "premium": 18.9, "family": 16.5}
EXPECTED_INCREASE = {"basic": 7.1, "standard": 7.6, "premium": 6.2, "family": 7.3}
SESSION_SPREAD = 16.0  # shape of the gamma that a person's own level is drawn from
AUTOPLAY_SHARE = 0.8
MORE_TICKETS = 1.18
MEAN_HOURS = 43.9


def usual_week() -> pd.DataFrame:
    """The week of 9 April 2025: ids, features, segments and monthly value."""
    return _people(np.random.RandomState(SEED), SIZE, FIRST_ID)


def autoplay_week() -> pd.DataFrame:
    """The week of 16 April 2025: mostly the same people, after the launch."""
    rng = np.random.RandomState(SEED + 7)
    stayed = usual_week().drop(index=rng.choice(SIZE, REPLACED, replace=False))
    joined = _people(rng, REPLACED, FIRST_ID + SIZE)
    frame = pd.concat([stayed, joined], ignore_index=True)
    return _autoplay(rng, _a_week_later(rng, frame))


def _people(rng: np.random.RandomState, count: int, first_id: int) -> pd.DataFrame:
    frame = draw_features(rng, count)
    plan = frame["plan_price"].map(PLAN_BY_PRICE)
    level = plan.map(USUAL_SESSIONS) * rng.gamma(SESSION_SPREAD, 1 / SESSION_SPREAD, count)
    frame = frame.assign(
        months_active=rng.randint(18, 60, count),
        monthly_hours_watched=rng.gamma(4.0, MEAN_HOURS / 4.0, count),
        sessions_last_30d=rng.poisson(level),
        payment_failures_6m=rng.poisson(0.12, count),
        support_tickets_90d=rng.poisson(0.9, count),
        negative_sentiment_tickets=rng.poisson(0.15, count),
    )
    frame = add_segments(frame, SEED + first_id)
    frame.insert(0, ID, [f"S-{first_id + i:06d}" for i in range(count)])
    return frame


def _a_week_later(rng: np.random.RandomState, frame: pd.DataFrame) -> pd.DataFrame:
    """What changes from week to week by itself: a little of what is counted over 30 days."""
    count = len(frame)
    return frame.assign(
        monthly_hours_watched=frame["monthly_hours_watched"] * rng.normal(1, 0.05, count),
        hours_change_pct=frame["hours_change_pct"] + rng.normal(0, 5, count),
        sessions_change_pct=frame["sessions_change_pct"] + rng.normal(0, 5, count),
    )


def _autoplay(rng: np.random.RandomState, frame: pd.DataFrame) -> pd.DataFrame:
    """Adds the sessions that autoplay starts for those who use it, and the tickets it causes."""
    count = len(frame)
    uses = rng.uniform(size=count) < AUTOPLAY_SHARE
    increase = frame["plan_type"].map(EXPECTED_INCREASE).to_numpy() / AUTOPLAY_SHARE
    minutes = frame["avg_session_minutes"] * np.where(uses, 0.85, 1.0)
    return frame.assign(
        sessions_last_30d=frame["sessions_last_30d"] + rng.poisson(increase * uses),
        avg_session_minutes=minutes,
        support_tickets_90d=frame["support_tickets_90d"] + rng.poisson(MORE_TICKETS, count),
    )


WEEKS = {LAST_WEEK: usual_week, THIS_WEEK: autoplay_week}


def true_churn_rate(frame: pd.DataFrame) -> float:
    """Share that the recipe expects to leave; nobody at StreamFlow could know it."""
    return float(np.mean(1 / (1 + np.exp(-churn_logit(frame[FEATURES])))))
