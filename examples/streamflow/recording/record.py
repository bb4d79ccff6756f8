"""Records the demo: the StreamFlow story, acted by the real scripts against a running, empty Gatehouse.

Start Gatehouse with the demo's people and no recording, then run this with the example's own environment:

    ./run --data /tmp/stage -- --gatehouse.demo.recording=
    python recording/record.py --accounts /tmp/stage/demo-accounts.txt

It writes ``demo/calls.ndjson.gz`` and ``demo/blobs/``, which Gatehouse replays into an empty folder at its first start.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import recorder
import requests
from population import LAST_WEEK, THIS_WEEK

HERE = Path(__file__).parent
EXAMPLE = HERE.parent
MODEL = "streamflow-churn-predictor"


class Stage:
    """The running Gatehouse, behind the recording proxy."""

    def __init__(self, upstream: str, accounts: Path, out: Path) -> None:
        self.passwords = dict(line.split()[:2] for line in accounts.read_text().splitlines())
        self.recording = recorder.Recording(out)
        self.server, self.address = recorder.start(self.recording, upstream)
        # The story ends this morning.
        self.end = datetime.now(timezone.utc).replace(hour=7, minute=30, second=0, microsecond=0)

    def chapter(self, who: str, days_before: float) -> None:
        self.recording.chapter(who, self.end - timedelta(days=days_before))
        self.who = who

    def script(self, *command: str) -> None:
        """Runs one of the example's scripts as the person of the chapter."""
        environment = os.environ | {
            "MLFLOW_TRACKING_URI": self.address,
            "MLFLOW_TRACKING_USERNAME": self.who,
            "MLFLOW_TRACKING_PASSWORD": self.passwords[self.who],
            "MLFLOW_DISABLE_TELEMETRY": "true",
        }
        print("·", *command, flush=True)
        subprocess.run([sys.executable, *command], cwd=EXAMPLE, env=environment, check=True)

    def request(self, number: int) -> dict:
        answer = requests.get(
            f"{self.address}/api/gatehouse/v1/promotion-requests/PR-{number}",
            auth=(self.who, self.passwords[self.who]),
            timeout=60,
        )
        answer.raise_for_status()
        return answer.json()

    def vote(self, number: int, vote: str, reason: str) -> None:
        """Votes once the checks have run."""
        for _ in range(120):
            if self.request(number)["state"] != "EVALUATING":
                break
            time.sleep(0.5)
        answer = requests.post(
            f"{self.address}/api/gatehouse/v1/promotion-requests/PR-{number}/votes",
            json={"vote": vote, "reason": reason},
            auth=(self.who, self.passwords[self.who]),
            timeout=60,
        )
        if not answer.ok:
            raise SystemExit(f"PR-{number}: {answer.status_code} {answer.text}")


def play(stage: Stage) -> None:
    """The story, oldest chapter first."""
    # Clearly more than three months, so that the question of three months ago has an answer on every day of the year.
    stage.chapter("dana", 97.1)
    stage.script("planted.py", "quarter-ago")
    stage.chapter("priya", 96.8)
    stage.vote(1, "APPROVE", "First model of the list. Fair at the acting threshold, and worth its cost.")

    stage.chapter("dana", 8.2)
    stage.script("planted.py", "age-profile")
    stage.chapter("priya", 7.4)
    stage.vote(
        2,
        "REJECT",
        "It misses too many leavers of 18 to 24. Find out what the web cancellation feed leaves out.",
    )

    stage.chapter("dana", 7.0)
    stage.script("score_week.py", LAST_WEEK)

    stage.chapter("dana", 6.2)
    stage.script("planted.py", "balanced")
    stage.chapter("ravi", 5.6)
    stage.vote(
        3,
        "REJECT",
        "It ranks as well as the version in use but contacts many more customers who stay, and earns less.",
    )

    stage.chapter("dana", 4.1)
    stage.script("planted.py", "optuna")

    stage.chapter("dana", 1.2)
    stage.script("train.py")

    stage.chapter("dana", 0.02)
    stage.script("score_week.py", THIS_WEEK)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gatehouse", default="http://127.0.0.1:8080", help="address of the running Gatehouse")
    parser.add_argument("--accounts", type=Path, required=True, help="demo-accounts.txt of its data folder")
    parser.add_argument("--out", type=Path, default=EXAMPLE / "demo", help="where the recording goes")
    options = parser.parse_args()
    shutil.rmtree(options.out, ignore_errors=True)
    stage = Stage(options.gatehouse, options.accounts, options.out)
    play(stage)
    stage.recording.save()
    size = sum(file.stat().st_size for file in options.out.rglob("*") if file.is_file())
    print(f"{len(stage.recording.lines)} calls, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
