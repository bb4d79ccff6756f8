"""The weekly population, its scores with reasons, and how they are posted."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import mlflow
import numpy as np
import pandas as pd
import pytest

import planted
import population
import score_week
from data import FEATURES, ID, SEGMENTS, SNAPSHOT_2023_12, load_subscribers, split
from evidence import Champion


@pytest.fixture(scope="module")
def champion():
    version = planted.VERSIONS["quarter-ago"]
    splits = split(load_subscribers(SNAPSHOT_2023_12))
    trained, _ = planted.fit(version, splits, max_trees=400)
    return Champion(score_week.MODEL, "1", trained.booster)


@pytest.fixture(scope="module")
def weeks():
    return population.usual_week(), population.autoplay_week()


def test_few_of_the_settled_subscribers_leave(weeks):
    assert [len(week) for week in weeks] == [4_000, 4_000]
    for week in weeks:
        assert population.true_churn_rate(week) == pytest.approx(0.05, abs=0.01)


def test_most_people_are_in_both_weeks(weeks):
    before, after = (set(week[ID]) for week in weeks)
    assert len(before & after) == 4_000 - population.REPLACED
    assert len(after) == 4_000


def test_autoplay_raises_sessions_most_where_people_watched_least(weeks):
    levels = [week.groupby("plan_type")["sessions_last_30d"].mean() for week in weeks]
    assert levels[0].to_dict() == pytest.approx(population.USUAL_SESSIONS, abs=0.7)
    increase = levels[1] - levels[0]
    assert increase.to_dict() == pytest.approx(population.EXPECTED_INCREASE, abs=0.4)
    percent = (increase / levels[0]).sort_values(ascending=False)
    assert list(percent.index) == ["basic", "standard", "family", "premium"]


def test_the_list_grows_from_about_278_to_about_340(champion, weeks):
    listed = [
        (score_week.scored_batch(champion.booster, week)["score"] >= 0.20).sum() for week in weeks
    ]
    assert listed == pytest.approx([278, 340], abs=20)


def test_reasons_add_up_to_the_score_and_bias_is_last(champion, weeks):
    batch = score_week.scored_batch(champion.booster, weeks[0])
    reasons = [name for name in batch.columns if name.startswith("contrib_")]
    assert reasons[-1] == "contrib_bias"
    assert reasons[:-1] == [f"contrib_{name}" for name in champion.booster.feature_names]
    margin = batch[reasons].to_numpy("float64").sum(axis=1)
    np.testing.assert_allclose(1 / (1 + np.exp(-margin)), batch["score"], atol=1e-5)
    assert {"id", "score", "value", *SEGMENTS, *FEATURES} <= set(batch.columns)
    assert batch["id"].is_unique and not batch.isna().any().any()


class Receiver(BaseHTTPRequestHandler):
    """Keeps what it was sent and answers as it was told to."""

    answer: tuple[int, dict[str, str]] = (201, {})
    seen: dict[str, object] = {}

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Receiver.seen = {"path": self.path, "headers": dict(self.headers), "body": body}
        status, said = Receiver.answer
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(said).encode())

    def log_message(self, *_):
        """Says nothing: what matters is asserted."""


@pytest.fixture
def receiver():
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    before = mlflow.get_tracking_uri()
    mlflow.set_tracking_uri(f"http://127.0.0.1:{server.server_port}")
    yield Receiver
    mlflow.set_tracking_uri(before)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def batch_file(tmp_path):
    path = tmp_path / "scored.parquet"
    pd.DataFrame({"id": ["S-1"], "score": [0.3]}).to_parquet(path)
    return path


def test_both_parts_are_posted_and_the_link_comes_back(receiver, batch_file, champion, monkeypatch):
    monkeypatch.setenv("MLFLOW_TRACKING_USERNAME", "dana")
    monkeypatch.setenv("MLFLOW_TRACKING_PASSWORD", "secret")
    receiver.answer = (201, {"link": "http://localhost:8080/risk-lists/2"})
    page = score_week.metadata(champion, "2025-04-16")
    assert score_week.post(page, batch_file) == "http://localhost:8080/risk-lists/2"
    assert receiver.seen["path"] == "/api/gatehouse/v1/scored-batches"
    assert receiver.seen["headers"]["Authorization"].startswith("Basic ")
    body = receiver.seen["body"]
    assert b'name="metadata"' in body and b'name="file"' in body and b"PAR1" in body
    assert json.dumps(page).encode() in body


def test_a_refusal_ends_with_the_sentence_of_the_server(receiver, batch_file, champion):
    receiver.answer = (422, {"title": "Refused", "detail": "The file has no column score."})
    with pytest.raises(SystemExit, match="The file has no column score."):
        score_week.post(score_week.metadata(champion, "2025-04-16"), batch_file)
