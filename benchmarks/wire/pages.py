"""Times the first and the last pages of searches among many runs, and prints a table.

    python3 benchmarks/wire/pages.py http://127.0.0.1:8080 --runs 100000

The address is Gatehouse's; load.py has put the runs there. Standard library only. Every search is followed by the tokens that come
with its pages: one that misses a run or has one twice ends the program with 1.
"""

import argparse
import json
import statistics
import time
import uuid

from calls import Server

EXPERIMENT = 1_000_000_000
SIZE = 100
SHOWN = (3, 100, 500, 1_000)
TOGETHER = 3


def searches(experiment, all_experiments):
    yield "newest first", [experiment], "", []
    yield f"newest first in {len(all_experiments)} experiments", all_experiments, "", []
    yield "oldest first", [experiment], "", ["start_time ASC"]
    yield "by a metric", [experiment], "", ["metrics.m3 DESC"]
    yield f"by a metric in {len(all_experiments)} experiments", all_experiments, "", ["metrics.m3 DESC"]
    yield "by a metric that nobody has", [experiment], "", ["metrics.none DESC"]
    yield "by a param", [experiment], "", ["params.p3 ASC"]
    yield "by name", [experiment], "", ["run_name ASC"]
    yield "a metric above the middle, by another", [experiment], "metrics.m1 > 0.5", ["metrics.m3 DESC"]


def page(server, experiments, condition, order, token):
    body = {"experiment_ids": experiments, "filter": condition, "order_by": order, "max_results": SIZE, "page_token": token}
    data = json.dumps(body).encode()
    before = time.perf_counter()
    text = server.raw("POST", "runs/search", data)
    return json.loads(text), 1_000 * (time.perf_counter() - before)


def follow(server, question, elsewhere, seconds):
    """The ids of all pages, or of those within some seconds, how long each took, and whether that was all.

    Somebody else logs something before each: H2 keeps what it sorted until then.
    """
    seen, times, token, end = [], [], "", time.monotonic() + seconds
    while token is not None and time.monotonic() < end:
        log(server, elsewhere)
        answer, took = page(server, *question, token)
        seen += [run["info"]["run_id"] for run in answer.get("runs", [])]
        times.append(took)
        token = answer.get("next_page_token")
    return seen, times, token is None


def log(server, run):
    name = uuid.uuid4().hex
    server.post(
        "runs/log-batch",
        run_id=run,
        metrics=[{"key": "loss", "value": 1, "timestamp": 1, "step": time.monotonic_ns() // 1_000}],
        params=[{"key": name, "value": "v"}],
        tags=[{"key": name, "value": "v"}],
    )


def shown(times):
    """The median of some pages one after the other."""
    return [f"{statistics.median(times[n - TOGETHER : n]):,.0f}" if len(times) >= n else "—" for n in SHOWN]


def titles():
    return [f"pages {n - TOGETHER + 1:,} to {n:,}" for n in SHOWN]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=300, help="for each search, after which it is left")
    given = parser.parse_args()
    server = Server(given.address)
    elsewhere = server.run(server.experiment())
    experiments = server.post("experiments/search", max_results=1_000)["experiments"]
    everywhere = sorted(each["experiment_id"] for each in experiments)
    questions = list(searches(str(EXPERIMENT + given.runs), everywhere))
    for _, where, _, order in questions:
        page(server, where, "start_time > 0", order, "")  # so that nothing is done for the first time
    print(f"| search of {given.runs:,} runs, pages of {SIZE}, ms | " + " | ".join(titles()) + " | all, s |")
    print("| --- |" + " --- |" * (len(SHOWN) + 1))
    for name, *question in questions:
        before = time.perf_counter()
        seen, times, whole = follow(server, question, elsewhere, given.seconds)
        took = time.perf_counter() - before
        if len(set(seen)) != len(seen) or (whole and not question[1] and len(seen) < given.runs):
            raise SystemExit(f"{name}: {len(seen)} runs, {len(set(seen))} of them different")
        print(f"| {name} | " + " | ".join(shown(times)) + f" | {took:,.0f}{'' if whole else ' +'} |", flush=True)


if __name__ == "__main__":
    main()
