"""StreamFlow's subscribers: who they are, which segment they belong to, and who left.

The recipe is fixed. Numbers come from ``numpy.random.RandomState``, whose streams numpy
promises never to change, so a seed means the same subscribers on every machine.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split

FEATURES = [
    "monthly_hours_watched",
    "sessions_last_30d",
    "avg_session_minutes",
    "unique_titles_watched",
    "content_completion_rate",
    "binge_sessions_30d",
    "weekend_ratio",
    "peak_hour_ratio",
    "hours_change_pct",
    "sessions_change_pct",
    "months_active",
    "plan_price",
    "devices_used",
    "profiles_active",
    "payment_failures_6m",
    "used_promo",
    "support_tickets_90d",
    "negative_sentiment_tickets",
    "genre_diversity",
]
SEGMENTS = ["plan_type", "age_band", "region", "tenure_band"]
LABEL = "churned"
ID = "subscriber_id"

PLAN_BY_PRICE = {9.99: "basic", 14.99: "standard", 24.99: "premium", 29.99: "family"}
PLAN_SHARES = [0.35, 0.35, 0.20, 0.10]
AGE_BANDS = {"18-24": 0.13, "25-34": 0.27, "35-44": 0.24, "45-59": 0.22, "60+": 0.14}
REGIONS = {"north": 0.29, "south": 0.27, "west": 0.24, "east": 0.20}
TENURE_EDGES = {"up to 6 months": 6, "7 to 24 months": 24, "over 2 years": 59}

CHURN_WEIGHTS = {
    "months_active": -0.025,
    "monthly_hours_watched": -0.03,
    "support_tickets_90d": 0.12,
    "negative_sentiment_tickets": 0.25,
    "payment_failures_6m": 0.35,
    "sessions_last_30d": -0.02,
    "content_completion_rate": -0.3,
    "genre_diversity": -0.4,
    "hours_change_pct": -0.008,
}
CHURN_INTERCEPT = 3.78
CHURN_STEEPNESS = 3.2

SPLIT_RANDOM_STATE = 42
SPLIT_TEST_SIZE = 0.15
SPLIT_VAL_SIZE = 0.176  # of what the test split leaves: 15 % of all rows


@dataclass(frozen=True)
class Snapshot:
    """One dated extract of the subscriber base, and how it was drawn.

    ``first_id`` keeps the people of two extracts apart, so that a model trained on one is
    never evaluated on somebody it has already seen.
    """

    version: str
    rows: int
    seed: int
    first_id: int
    taken_at: str
    label_window_days: int
    labels_complete_at: str


SNAPSHOT_2024_03 = Snapshot(
    version="streamflow-v3-2024-03",
    rows=50_000,
    seed=42,
    first_id=200_001,
    taken_at="2024-01-01T00:00:00Z",
    label_window_days=60,
    labels_complete_at="2024-03-01T00:00:00Z",
)
SNAPSHOT_2023_12 = Snapshot(
    version="streamflow-v2-2023-12",
    rows=40_000,
    seed=7,
    first_id=100_001,
    taken_at="2023-10-01T00:00:00Z",
    label_window_days=60,
    labels_complete_at="2023-11-30T00:00:00Z",
)


@dataclass(frozen=True)
class Splits:
    """Training, validation and test rows of one snapshot, stratified by the label."""

    train: pd.DataFrame
    val: pd.DataFrame
    test: pd.DataFrame


def churn_logit(frame: pd.DataFrame) -> np.ndarray:
    """True log-odds of leaving. Age and region have no part in it."""
    weighted = sum(frame[name].to_numpy() * weight for name, weight in CHURN_WEIGHTS.items())
    return CHURN_INTERCEPT + CHURN_STEEPNESS * weighted


def draw_features(rng: np.random.RandomState, rows: int) -> pd.DataFrame:
    """The 19 features, in the order in which they are drawn."""
    prices = np.array(list(PLAN_BY_PRICE))
    drawn = {
        "monthly_hours_watched": rng.exponential(18, rows),
        "sessions_last_30d": rng.poisson(14, rows),
        "avg_session_minutes": rng.exponential(28, rows),
        "unique_titles_watched": rng.poisson(8, rows),
        "content_completion_rate": rng.beta(3, 2, rows),
        "binge_sessions_30d": rng.poisson(2, rows),
        "weekend_ratio": rng.beta(2.5, 3, rows),
        "peak_hour_ratio": rng.beta(3, 2, rows),
        "hours_change_pct": rng.normal(0, 30, rows),
        "sessions_change_pct": rng.normal(0, 25, rows),
        "months_active": rng.randint(1, 60, rows),
        "plan_price": rng.choice(prices, rows, p=PLAN_SHARES),
        "devices_used": rng.randint(1, 6, rows),
        "profiles_active": rng.randint(1, 5, rows),
        "payment_failures_6m": rng.poisson(0.3, rows),
        "used_promo": rng.binomial(1, 0.25, rows),
        "support_tickets_90d": rng.poisson(1.2, rows),
        "negative_sentiment_tickets": rng.poisson(0.3, rows),
        "genre_diversity": rng.uniform(0.1, 1.0, rows),
    }
    return pd.DataFrame(drawn)


def draw_churn(rng: np.random.RandomState, frame: pd.DataFrame) -> np.ndarray:
    """1 for those who left within the label window, 0 for those who stayed."""
    probability = 1.0 / (1.0 + np.exp(-churn_logit(frame)))
    return (rng.uniform(size=len(frame)) < probability).astype(np.int8)


def add_segments(frame: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Adds the segment columns and ``monthly_value``; ages and regions are drawn apart.

    They come from a stream of their own, so that no feature and no label depends on them.
    """
    rng = np.random.RandomState(seed + 1_000)
    tenure = pd.cut(
        frame["months_active"], [0, *TENURE_EDGES.values()], labels=list(TENURE_EDGES)
    )
    return frame.assign(
        plan_type=frame["plan_price"].map(PLAN_BY_PRICE),
        age_band=rng.choice(list(AGE_BANDS), len(frame), p=list(AGE_BANDS.values())),
        region=rng.choice(list(REGIONS), len(frame), p=list(REGIONS.values())),
        tenure_band=tenure.astype(str),
        monthly_value=frame["plan_price"],
    )


def load_subscribers(snapshot: Snapshot, rows: int | None = None) -> pd.DataFrame:
    """All subscribers of a snapshot: id, features, segments, monthly value and label.

    ``rows`` draws a smaller extract for a quick try; it is another extract, not a sample.
    """
    count = snapshot.rows if rows is None else rows
    rng = np.random.RandomState(snapshot.seed)
    frame = draw_features(rng, count)
    frame[LABEL] = draw_churn(rng, frame)
    frame = add_segments(frame, snapshot.seed)
    frame.insert(0, ID, [f"S-{snapshot.first_id + i:06d}" for i in range(count)])
    return frame


def split(frame: pd.DataFrame) -> Splits:
    """About 70 / 15 / 15, stratified by the label."""
    rest, test = train_test_split(
        frame,
        test_size=SPLIT_TEST_SIZE,
        random_state=SPLIT_RANDOM_STATE,
        stratify=frame[LABEL],
    )
    train, val = train_test_split(
        rest,
        test_size=SPLIT_VAL_SIZE,
        random_state=SPLIT_RANDOM_STATE,
        stratify=rest[LABEL],
    )
    return Splits(train=train, val=val, test=test)


def feature_matrix(frame: pd.DataFrame, features: list[str] | None = None) -> pd.DataFrame:
    """The model's input. Doubles throughout, so that a missing count later is no new schema."""
    return frame[features or FEATURES].astype("float64")


def every_feature(frame: pd.DataFrame) -> pd.DataFrame:
    """Whatever any version may have been trained on: the features and the age band's number.

    The youngest band is 0. A model that is scored picks its own columns by name.
    """
    codes = {band: float(code) for code, band in enumerate(AGE_BANDS)}
    return feature_matrix(frame).assign(age_band_code=frame["age_band"].map(codes))


def data_hash(features: pd.DataFrame) -> str:
    """First 16 hex digits of a SHA-256 over the column names and little-endian values."""
    digest = hashlib.sha256("\n".join(features.columns).encode())
    digest.update(np.ascontiguousarray(features.to_numpy(dtype="<f8")).tobytes())
    return digest.hexdigest()[:16]
