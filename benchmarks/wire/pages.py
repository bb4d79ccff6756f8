"""Times the first and the last pages of searches among many runs, and prints a table.

    python3 benchmarks/wire/pages.py http://127.0.0.1:8080 --runs 100000

The address is Gatehouse's; load.py has put the runs there. Standard library only. Every search is followed to its end by the tokens that
come with its pages: one that misses a run or has one twice ends the program with 1.
"""

import argparse
import json
import statistics
import time

from calls import Server

EXPERIMENT = 1_000_000_000
SIZE = 100
SHOWN = (1, 10, 100, 1_000)


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


def follow(server, question, tokens):
    """The ids of all pages; keeps the tokens of those that are shown, and of the last."""
    seen, number, token = [], 0, ""
    while token is not None:
        number += 1
        if number in SHOWN:
            tokens[number] = token
        answer, _ = page(server, *question, token)
        seen += [run["info"]["run_id"] for run in answer.get("runs", [])]
        tokens["last"] = token
        token = answer.get("next_page_token")
    return seen


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=11)
    given = parser.parse_args()
    server = Server(given.address)
    experiments = server.post("experiments/search", max_results=1_000)["experiments"]
    everywhere = sorted(each["experiment_id"] for each in experiments)
    columns = [f"page {number:,}" for number in SHOWN if (number - 1) * SIZE < given.runs]
    print("| search of " + f"{given.runs:,} runs, pages of {SIZE}, ms | " + " | ".join(columns) + " | last | all, s |")
    print("| --- |" + " --- |" * (len(columns) + 2))
    for name, *question in searches(str(EXPERIMENT + given.runs), everywhere):
        tokens, before = {}, time.perf_counter()
        seen = follow(server, question, tokens)
        took = time.perf_counter() - before
        if len(set(seen)) != len(seen) or (not question[1] and len(seen) < given.runs):
            raise SystemExit(f"{name}: {len(seen)} runs, {len(set(seen))} of them different")
        times = []
        for number in [*(n for n in SHOWN if (n - 1) * SIZE < given.runs), "last"]:
            asked = [page(server, *question, tokens[number])[1] for _ in range(given.times)] if number in tokens else []
            times.append(f"{statistics.median(asked):,.1f}" if asked else "—")
        print(f"| {name} | " + " | ".join(times) + f" | {took:,.1f} |", flush=True)


if __name__ == "__main__":
    main()
