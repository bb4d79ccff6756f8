"""Times calls of MLflow's protocol against two servers in turn, with the same bytes over kept connections, and prints a table.

    python3 benchmarks/wire/calls.py http://127.0.0.1:8080 http://127.0.0.1:5000 --runs 1000 --file-mb 256

The first address is Gatehouse's, the second that of MLflow's own server; without it, Gatehouse is timed alone. Standard library only. The runs to search are there already (load.py).
Every answer must be a 200 with what was asked for; a search or a history that comes out differently on the two ends the program with 1.
"""

import argparse
import hashlib
import http.client
import itertools
import json
import multiprocessing
import os
import shutil
import socket
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
    """One kept connection, written to as bytes: a client's own work would count on both sides and hide what the servers do.

    Every packet is acknowledged at once. MLflow's server sends head and body of an answer apart and waits for the acknowledgement of the
    head, which systems hold back for 40 ms by default: that would be most of its time.
    """

    def __init__(self, address):
        self.address = address
        self.host = urlsplit(address).netloc
        self.socket = None
        self.used = 0

    def send(self, method, path, data):
        if self.socket is None or time.monotonic() - self.used > 3:
            if self.socket:
                self.socket.close()
            name, port = self.host.split(":")
            self.socket = socket.create_connection((name, int(port)), timeout=300)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        head = f"{method} {path} HTTP/1.1\r\nHost: {self.host}\r\nAccept: */*\r\nContent-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n"
        self.socket.sendall(head.encode() + data)
        head, _, body = self.receive(b"", lambda so_far: b"\r\n\r\n" in so_far).partition(b"\r\n\r\n")
        fields = head.lower()
        if b"content-length:" in fields:
            length = int(fields.split(b"content-length:")[1].split(b"\r\n")[0])
            body = self.receive(body, lambda so_far: len(so_far) >= length)
        else:
            body = self.receive(body, lambda so_far: so_far.endswith(b"0\r\n\r\n"))
        self.used = time.monotonic()
        if b"connection: close" in fields:
            self.socket.close()
            self.socket = None
        return int(head[9:12]), body

    def receive(self, before, enough):
        received = bytearray(before)
        while not enough(received):
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            more = self.socket.recv(1 << 20)
            if not more:
                raise SystemExit(f"{self.address} broke a connection off")
            received += more
        return bytes(received)

    def raw(self, method, path, data=b""):
        status, text = self.send(method, API + path, data)
        if status != 200:
            raise SystemExit(f"{self.address} answered {method} {path} with {status}: {text[:300]!r}")
        return text

    def call(self, method, path, body=None, **query):
        data = json.dumps(body).encode() if body is not None else b""
        return json.loads(self.raw(method, path + ("?" + urlencode(query, doseq=True) if query else ""), data))

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
        own = call()
        # A call that has bytes to make first times itself.
        took.append(own if isinstance(own, float) else time.perf_counter() - before)
    return took


def numbers():
    return itertools.count(1)


def log_metric(server, run, count):
    at = next(count)
    server.raw(
        "POST",
        "runs/log-metric",
        b'{"run_id": "%s", "key": "loss", "value": %d.5, "timestamp": %d, "step": %d}' % (run.encode(), at, at, at),
    )


def log_thousand(server, run, count):
    at = next(count)
    metrics = b", ".join(
        b'{"key": "m%d", "value": %d.25, "timestamp": %d, "step": %d}' % (i % KEYS, i, at, at * 1000 + i) for i in range(1000)
    )
    data = b'{"run_id": "%s", "metrics": [%s]}' % (run.encode(), metrics)
    before = time.perf_counter()
    server.raw("POST", "runs/log-batch", data)
    return time.perf_counter() - before


def search(server, experiment, count):
    """Never the same twice, so that no answer can be one that was kept."""
    return server.raw(
        "POST",
        "runs/search",
        json.dumps(
            {
                "experiment_ids": [experiment],
                "filter": f"metrics.m3 > {0.5 + next(count) / 1e7} AND params.p5 = '4'",
                "order_by": ["metrics.m7 DESC"],
                "max_results": 50,
            }
        ).encode(),
    )


def newest(server, experiment, count):
    return server.raw(
        "POST", "runs/search", json.dumps({"experiment_ids": [experiment], "max_results": 100 - next(count) % 3}).encode()
    )


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
            server.raw(
                "POST",
                "runs/log-metric",
                b'{"run_id": "%s", "key": "t%d", "value": 1.5, "timestamp": %d, "step": %d}' % (run.encode(), number, step, step),
            )
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
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=300)
    place = FILES + "bench/" + uuid.uuid4().hex + "/large.bin"
    before = time.perf_counter()
    with open(path, "rb") as file:
        connection.request("PUT", place, file, {"Content-Length": str(size)})
        answer = connection.getresponse()
        answer.read()
    assert answer.status == 200, answer.status
    up = time.perf_counter() - before
    before = time.perf_counter()
    connection.request("GET", place)
    answer = connection.getresponse()
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


def row(what, ours, theirs=None):
    if theirs is None:
        print("| {} | {:.2f} | {:.2f} |".format(what, *milliseconds(ours)), flush=True)
        return
    (a50, a99), (b50, b99) = milliseconds(ours), milliseconds(theirs)
    print(f"| {what} | {a50:.2f} | {a99:.2f} | {b50:.2f} | {b99:.2f} | {b50 / a50:.1f} × |", flush=True)


def alternately(what, calls, times, rounds=5, warm=20):
    """All in turn, so that what else the machine does falls on each."""
    took = [[] for _ in calls]
    for _ in range(rounds):
        for index, call in enumerate(calls):
            took[index].extend(timed(call, max(1, times // rounds), warm=warm if not took[index] else 1))
    row(what, *took)


def one_setting(given):
    server, count = Server(given.ours), numbers()
    experiment = server.experiment()
    run = server.run(experiment)
    middle = [
        milliseconds(timed(call, times, warm=20))[0]
        for call, times in (
            (lambda: log_metric(server, run, count), 200),
            (lambda: log_thousand(server, run, count), 30),
            (lambda: server.run(experiment), 100),
        )
    ]
    together = crowd_of(given.ours, 16, given.seconds)
    print(f"| {given.settings} | " + " | ".join(f"{ms:.1f}" for ms in middle) + f" | {together:,.0f} |", flush=True)


def starts(answer):
    return [run["info"]["start_time"] for run in json.loads(answer).get("runs", [])]


def same(what, answers):
    if not answers[0] or any(answer != answers[0] for answer in answers):
        raise SystemExit(f"{what} differs: {answers}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ours")
    parser.add_argument("theirs", nargs="?")
    parser.add_argument("--settings", help="time the one server that is given, and print a row under this name")
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--points", type=int, default=100_000)
    parser.add_argument("--file-mb", type=int, default=256)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--warm", type=int, default=3000, help="calls of log_metric that are not counted on each side, and fewer of the slower ones")
    given = parser.parse_args()
    if given.settings:
        return one_setting(given)
    servers = [Server(address) for address in (given.ours, given.theirs) if address]
    experiments = [server.experiment() for server in servers]
    runs = [server.run(experiment) for server, experiment in zip(servers, experiments)]
    bulk = [server.call("GET", "experiments/get-by-name", experiment_name=f"bulk-{given.runs}")["experiment"]["experiment_id"] for server in servers]

    def each(make):
        return [make(server, number, numbers()) for number, server in enumerate(servers)]

    beside = " MLflow server p50 ms | p99 | ratio |" if given.theirs else ""
    print(f"| {given.runs:,} runs | Gatehouse p50 ms | p99 |{beside}\n|" + " --- |" * (6 if given.theirs else 3), flush=True)
    alternately("`log_metric`", each(lambda s, i, c: lambda: log_metric(s, runs[i], c)), 500, warm=given.warm)
    alternately("`log_batch` of 1,000 metrics", each(lambda s, i, c: lambda: log_thousand(s, runs[i], c)), 100, warm=given.warm // 10)
    alternately("`create_run`", each(lambda s, i, c: lambda: s.run(experiments[i])), 250, warm=given.warm // 2)

    same("The search", [starts(search(s, e, numbers())) for s, e in zip(servers, bulk)])
    same("The list", [starts(newest(s, e, numbers())) for s, e in zip(servers, bulk)])
    # MLflow's server takes up to a second for each among more runs than that.
    times, warm = (100, given.warm // 10) if given.runs <= 1_000 else (40, given.warm // 50)
    alternately("search: a metric, a param, order by a metric", each(lambda s, i, c: lambda: search(s, bulk[i], c)), times, warm=warm)
    alternately("newest 100 runs", each(lambda s, i, c: lambda: newest(s, bulk[i], c)), times, warm=warm)

    long = f"{given.runs:08d}" + "f" * 24
    if given.points:
        counts = [history_of(server, long) for server in servers]
        same("The history", counts)
        alternately(f"history of {given.points:,} points, in pages of 25,000", [lambda s=s: history_of(s, long) for s in servers], 5, warm=0)

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
        warm=given.warm // 4,
    )

    together = [crowd_of(server.address, 16, given.seconds) for server in servers]
    if given.theirs:
        print(f"\n| {given.seconds:.0f} s of `log_metric` by 16 clients at once | Gatehouse a second | MLflow server a second | ratio |\n| --- | --- | --- | --- |")
        print(f"| metrics | {together[0]:,.0f} | {together[1]:,.0f} | {together[0] / together[1]:.1f} × |", flush=True)
    else:
        print(f"\n16 clients at once log {together[0]:,.0f} metrics a second, over {given.seconds:.0f} s.", flush=True)

    if given.file_mb and given.theirs:
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
