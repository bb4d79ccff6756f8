"""Times calls of MLflow's protocol against two servers in turn, with the same bytes over kept connections, and prints a table.

    python3 benchmarks/wire/calls.py http://127.0.0.1:8080 http://127.0.0.1:5000 --runs 1000 --file-mb 256

The first address is Gatehouse's, the second that of MLflow's own server. Standard library only, so that no client's own work is timed.
Every answer must be a 200 with what was asked for; a search or a history that comes out differently on the two ends the program with 1.
"""

import argparse
import hashlib
import http.client
import json
import multiprocessing
import os
import shutil
import statistics
import subprocess
import tempfile
import threading
import time
import uuid
from urllib.parse import urlencode, urlsplit

API = "/api/2.0/mlflow/"
FILES = "/api/2.0/mlflow-artifacts/artifacts/"
KEYS = 20


class Server:
    """One connection that is kept, unless it rested for so long that a server may have closed it."""

    def __init__(self, address):
        self.address = address
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=120)
        self.used = time.monotonic()

    def call(self, method, path, body=None, **query):
        path = API + path + ("?" + urlencode(query, doseq=True) if query else "")
        data = json.dumps(body).encode() if body is not None else None
        if time.monotonic() - self.used > 3:
            self.connection.close()
        self.connection.request(method, path, data, {"Content-Type": "application/json"} if data else {})
        answer = self.connection.getresponse()
        text = answer.read()
        self.used = time.monotonic()
        if answer.status != 200:
            raise SystemExit(f"{self.address} answered {method} {path} with {answer.status}: {text[:300]!r}")
        return json.loads(text)

    def post(self, path, **body):
        return self.call("POST", path, body)

    def experiment(self):
        return self.post("experiments/create", name="bench-" + uuid.uuid4().hex)["experiment_id"]

    def run(self, experiment):
        return self.post("runs/create", experiment_id=experiment, start_time=1)["run"]["info"]["run_id"]


def timed(call, times, warm=20):
    """Seconds of each call, after some that are not counted."""
    for _ in range(warm):
        call()
    took = []
    for _ in range(times):
        before = time.perf_counter()
        call()
        took.append(time.perf_counter() - before)
    return took


def log_metric(server, run, counter=[0]):
    counter[0] += 1
    server.post("runs/log-metric", run_id=run, key="loss", value=counter[0] / 7, timestamp=counter[0], step=counter[0])


def thousand(counter=[0]):
    counter[0] += 1
    return [
        {"key": f"m{i % KEYS}", "value": i / 7, "timestamp": counter[0], "step": counter[0] * 1000 + i} for i in range(1000)
    ]


def load(server, experiment, runs):
    """Runs with so many metrics and params each; every value follows from the number of the run."""
    for number in range(runs):
        run = server.post("runs/create", experiment_id=experiment, start_time=1000 + number)["run"]["info"]["run_id"]
        server.post(
            "runs/log-batch",
            run_id=run,
            metrics=[
                {"key": f"m{k}", "value": (number * 7919 + k * 104729) % 10007 / 10007, "timestamp": 1, "step": 0}
                for k in range(KEYS)
            ],
            params=[{"key": f"p{k}", "value": str((number + k) % 10)} for k in range(KEYS)],
        )


def search(server, experiment):
    return server.post(
        "runs/search",
        experiment_ids=[experiment],
        filter="metrics.m3 > 0.5 AND params.p5 = '4'",
        order_by=["metrics.m7 DESC"],
        max_results=50,
    )["runs"]


def history_of(server, run):
    points, token = 0, None
    while True:
        query = {"run_id": run, "metric_key": "long", "max_results": 25000}
        page = server.call("GET", "metrics/get-history", **(query | ({"page_token": token} if token else {})))
        points += len(page.get("metrics", []))
        token = page.get("next_page_token")
        if not token:
            return points


def crowd(address, run, seconds, threads):
    """How many metrics so many threads log together."""
    done = [0] * threads
    end = time.perf_counter() + seconds

    def work(number):
        server = Server(address)
        step = number * 10_000_000 + os.getpid()
        while time.perf_counter() < end:
            step += 1
            server.post("runs/log-metric", run_id=run, key=f"t{number}", value=1.5, timestamp=step, step=step)
            done[number] += 1

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(done)


def crowd_of(address, clients, seconds):
    server = Server(address)
    run = server.run(server.experiment())
    processes = 4
    with multiprocessing.Pool(processes) as pool:
        done = pool.starmap(crowd, [(address, run, seconds, clients // processes)] * processes)
    return sum(done) / seconds


def file_up_and_down(address, path, size):
    server = Server(address)
    place = FILES + "bench/" + uuid.uuid4().hex + "/large.bin"
    before = time.perf_counter()
    with open(path, "rb") as file:
        server.connection.request("PUT", place, file, {"Content-Length": str(size)})
        answer = server.connection.getresponse()
        answer.read()
    assert answer.status == 200, answer.status
    up = time.perf_counter() - before
    before = time.perf_counter()
    server.connection.request("GET", place)
    answer = server.connection.getresponse()
    got = 0
    with open(path + ".down", "wb") as down:
        while chunk := answer.read(1 << 20):
            down.write(chunk)
            got += len(chunk)
    assert answer.status == 200 and got == size, (answer.status, got)
    return up, time.perf_counter() - before


def milliseconds(took):
    ordered = sorted(took)
    return statistics.median(ordered) * 1000, ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))] * 1000


def row(what, ours, theirs):
    (a50, a99), (b50, b99) = milliseconds(ours), milliseconds(theirs)
    print(f"| {what} | {a50:.2f} | {a99:.2f} | {b50:.2f} | {b99:.2f} | {b50 / a50:.1f} × |", flush=True)


def alternately(what, calls, times, rounds=5):
    """The two in turn, so that what else the machine does falls on both."""
    took = ([], [])
    for _ in range(rounds):
        for index, call in enumerate(calls):
            took[index].extend(timed(call, times // rounds, warm=20 if not took[index] else 2))
    row(what, *took)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ours")
    parser.add_argument("theirs")
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--points", type=int, default=100_000)
    parser.add_argument("--file-mb", type=int, default=256)
    parser.add_argument("--seconds", type=float, default=8)
    given = parser.parse_args()
    servers = [Server(given.ours), Server(given.theirs)]
    experiments = [server.experiment() for server in servers]
    runs = [server.run(experiment) for server, experiment in zip(servers, experiments)]

    def each(make):
        return [make(server, experiment, run) for server, experiment, run in zip(servers, experiments, runs)]

    print("| call | Gatehouse p50 ms | p99 | MLflow server p50 ms | p99 | ratio |\n| --- | --- | --- | --- | --- | --- |", flush=True)
    alternately("`log_metric`", each(lambda s, e, r: lambda: log_metric(s, r)), 500)
    alternately("`log_batch` of 1,000 metrics", each(lambda s, e, r: lambda: s.post("runs/log-batch", run_id=r, metrics=thousand())), 50)
    alternately("`create_run`", each(lambda s, e, r: lambda: s.run(e)), 250)

    full = [server.experiment() for server in servers]
    for server, experiment in zip(servers, full):
        load(server, experiment, given.runs)
    found = [[(r["info"]["start_time"]) for r in search(server, experiment)] for server, experiment in zip(servers, full)]
    if found[0] != found[1] or not found[0]:
        raise SystemExit(f"The two searches differ: {found}")
    alternately(
        f"search over {given.runs:,} runs × {KEYS} metrics × {KEYS} params",
        [lambda s=s, e=e: search(s, e) for s, e in zip(servers, full)],
        50,
    )

    for server, run in zip(servers, runs):
        for number in range(given.points // 1000):
            server.post(
                "runs/log-batch",
                run_id=run,
                metrics=[{"key": "long", "value": i / 3, "timestamp": number * 1000 + i, "step": number * 1000 + i} for i in range(1000)],
            )
    counts = [history_of(server, run) for server, run in zip(servers, runs)]
    if counts[0] != counts[1] or counts[0] != given.points:
        raise SystemExit(f"The two histories differ: {counts}")
    alternately(f"history of {given.points:,} points, in pages of 25,000", [lambda s=s, r=r: history_of(s, r) for s, r in zip(servers, runs)], 5)

    name = "bench-" + uuid.uuid4().hex
    for server in servers:
        server.post("registered-models/create", name=name)
    alternately(
        "register a version",
        [
            lambda s=s, e=e, r=r: s.post(
                "model-versions/create", name=name, source=f"mlflow-artifacts:/{e}/{r}/artifacts/model", run_id=r
            )
            for s, e, r in zip(servers, experiments, runs)
        ],
        100,
    )

    print(f"\n| {given.seconds:.0f} s of `log_metric` by 16 clients at once | Gatehouse a second | MLflow server a second | ratio |\n| --- | --- | --- | --- |")
    a, b = crowd_of(given.ours, 16, given.seconds), crowd_of(given.theirs, 16, given.seconds)
    print(f"| metrics | {a:,.0f} | {b:,.0f} | {a / b:.1f} × |", flush=True)

    files(given)


def files(given):
    size = given.file_mb * 1024 * 1024
    folder = tempfile.mkdtemp()
    try:
        path = os.path.join(folder, "large.bin")
        with open(path, "wb") as file:
            for _ in range(given.file_mb):
                file.write(os.urandom(1024 * 1024))
        before = time.perf_counter()
        subprocess.run(["sha256sum", path], check=True, stdout=subprocess.DEVNULL)
        shutil.copyfile(path, path + ".copy")
        plain = time.perf_counter() - before
        rounds = [[file_up_and_down(address, path, size) for address in (given.ours, given.theirs)] for _ in range(3)]
        print(f"\n| {given.file_mb} MB | Gatehouse MB/s | MLflow server MB/s | ratio | `sha256sum` and `cp` MB/s |\n| --- | --- | --- | --- | --- |")
        for index, way in enumerate(("up", "down")):
            ours = given.file_mb / statistics.median(r[0][index] for r in rounds)
            theirs = given.file_mb / statistics.median(r[1][index] for r in rounds)
            print(f"| {way} | {ours:,.0f} | {theirs:,.0f} | {ours / theirs:.1f} × | {given.file_mb / plain:,.0f} |")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
