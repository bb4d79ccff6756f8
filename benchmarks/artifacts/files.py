"""Sends a large file to the portal and fetches it back, by plain HTTP and with MLflow's client, and tells throughput and growth of the heap.

    python files.py http://127.0.0.1:8080 --pid 4711 --store folder --heap-mb 2048 --speed-mb 1024

Throughput stands beside `sha256sum` and `cp` of the same file. The heap is what is in use after a full collection, asked for with jcmd
every half second while the file goes up or down; growth is the largest of these less the one before. Ends with 1 if a byte comes back
otherwise, or if the heap grew by more than the limit.
"""

import argparse
import hashlib
import http.client
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import threading
import time
import uuid
from urllib.parse import urlsplit

os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
os.environ.setdefault("MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT", "true")
os.environ.setdefault("MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR", "false")

from mlflow.tracking import MlflowClient

FILES = "/api/2.0/mlflow-artifacts/artifacts/"
LIMIT_MB = 64
BLOCK = 1 << 20


def random_file(path, megabytes):
    digest = hashlib.sha256()
    with open(path, "wb") as file:
        for _ in range(megabytes):
            block = os.urandom(BLOCK)
            digest.update(block)
            file.write(block)
    return digest.hexdigest()


def digest_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() if hasattr(hashlib, "file_digest") else slow_digest(file)


def slow_digest(file):
    digest = hashlib.sha256()
    while block := file.read(BLOCK):
        digest.update(block)
    return digest.hexdigest()


def seconds(work):
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


class Plain:
    """Plain HTTP over one connection."""

    def __init__(self, address):
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=600, blocksize=BLOCK)
        self.place = None

    def up(self, path):
        self.place = FILES + "bench/" + uuid.uuid4().hex + "/" + os.path.basename(path)
        with open(path, "rb") as file:
            self.connection.request("PUT", self.place, file, {"Content-Length": str(os.path.getsize(path))})
            self.answered(200).read()

    def down(self, path):
        self.connection.request("GET", self.place)
        answer = self.answered(200)
        buffer = memoryview(bytearray(BLOCK))
        with open(path, "wb") as file:
            while count := answer.readinto(buffer):
                file.write(buffer[:count])

    def answered(self, status):
        answer = self.connection.getresponse()
        if answer.status != status:
            raise SystemExit(f"{self.place}: {answer.status} {answer.read(300)!r}")
        return answer


class Mlflow:
    """MLflow's own client."""

    def __init__(self, address):
        self.client = MlflowClient(address)
        self.run = self.client.create_run("0").info.run_id
        self.name = None

    def up(self, path):
        self.name = os.path.basename(path)
        self.client.log_artifact(self.run, path)

    def down(self, path):
        with tempfile.TemporaryDirectory(dir=os.path.dirname(path)) as folder:
            shutil.move(self.client.download_artifacts(self.run, self.name, folder), path)


class Heap:
    """What is in use after a full collection, in MB."""

    def __init__(self, pid):
        self.jcmd = [os.path.join(os.environ["JAVA_HOME"], "bin", "jcmd"), str(pid)]

    def used(self):
        self.ask("GC.run")
        info = self.ask("GC.heap_info")
        generations = re.findall(r"^\s*(?:def new|tenured) generation\s+total \d+K, used (\d+)K", info, re.MULTILINE | re.IGNORECASE)
        if len(generations) != 2:
            generations = re.findall(r"^\s*(?:DefNew|Tenured)\s+total \d+K, used (\d+)K", info, re.MULTILINE)
        if len(generations) != 2:
            raise SystemExit("The heap cannot be read; the portal must run with -XX:+UseSerialGC:\n" + info)
        return sum(map(int, generations)) / 1024

    def ask(self, what):
        return subprocess.run([*self.jcmd, what], check=True, capture_output=True, text=True).stdout

    def growth(self, work):
        """Growth while something is done, and how often it was looked."""
        before = min(self.used() for _ in range(2))
        samples, over = [], threading.Event()

        def look():
            while not over.is_set():
                samples.append(self.used())
                over.wait(0.5)

        looking = threading.Thread(target=look)
        looking.start()
        try:
            work()
        finally:
            over.set()
            looking.join()
        return max(samples) - before, len(samples)


def speed(address, store, megabytes, folder):
    path, back = os.path.join(folder, "speed.bin"), os.path.join(folder, "back.bin")
    plain = Plain(address)
    rounds = []
    for _ in range(3):
        digest = random_file(path, megabytes)
        sha = seconds(lambda: subprocess.run(["sha256sum", path], check=True, stdout=subprocess.DEVNULL))
        copy = seconds(lambda: subprocess.run(["cp", path, back], check=True))
        os.remove(back)
        up, down = seconds(lambda: plain.up(path)), seconds(lambda: plain.down(back))
        if digest_of(back) != digest:
            raise SystemExit("Other bytes came back.")
        os.remove(back)
        rounds.append((sha + copy, up, down))
    os.remove(path)
    base, up, down = (megabytes / statistics.median(column) for column in zip(*rounds))
    print(f"\n| {megabytes:,} MB, {store} | MB/s | of `sha256sum` and `cp` |\n| --- | --- | --- |")
    print(f"| `sha256sum` and `cp` | {base:,.0f} | |")
    print(f"| up | {up:,.0f} | {up / base:.0%} |\n| down | {down:,.0f} | {down / base:.0%} |", flush=True)


def heap(address, store, megabytes, folder, pid):
    measured = Heap(pid)
    print(f"\n| {megabytes:,} MB, {store} | growth of the heap, MB | looked |\n| --- | --- | --- |")
    worst = 0.0
    for name, client in (("plain HTTP", Plain(address)), ("MLflow's client", Mlflow(address))):
        path, back = os.path.join(folder, "heap.bin"), os.path.join(folder, "back.bin")
        digest = random_file(path, megabytes)
        for way, work in (("up", lambda: client.up(path)), ("down", lambda: client.down(back))):
            grown, looked = measured.growth(work)
            worst = max(worst, grown)
            print(f"| {name}, {way} | {grown:,.1f} | {looked} × |", flush=True)
        if digest_of(back) != digest:
            raise SystemExit("Other bytes came back.")
        os.remove(path)
        os.remove(back)
    if worst > LIMIT_MB:
        raise SystemExit(f"The heap grew by {worst:,.0f} MB, more than {LIMIT_MB}.")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("--pid", type=int, required=True)
    parser.add_argument("--store", default="folder")
    parser.add_argument("--heap-mb", type=int, default=2048)
    parser.add_argument("--speed-mb", type=int, default=1024)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        speed(given.address, given.store, given.speed_mb, folder)
        heap(given.address, given.store, given.heap_mb, folder, given.pid)


if __name__ == "__main__":
    main()
