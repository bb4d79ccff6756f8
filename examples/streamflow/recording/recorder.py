"""A proxy between an MLflow client and Gatehouse that writes down every call that changes something.

The demo starts from such a recording: one JSON line a call, uploaded bytes beside it by SHA-256. Reads pass through unrecorded. Each
call is stamped with the time of the story, which the driver sets, plus the real time that passed since.
"""

from __future__ import annotations

import email
import email.policy
import gzip
import hashlib
import http.client
import json
import threading
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

CHANGES = {"POST", "PUT", "PATCH", "DELETE"}
# Answers are read here, so they must come plain.
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "host", "accept-encoding"}
BRANCH = "mlflow.source.git.branch"
ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/"
CLIENT_TIMES = {"start_time", "end_time", "timestamp"}  # milliseconds, by the client's clock


class Recording:
    """The lines and blobs of one recording, in the order in which the calls ended."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "blobs").mkdir(parents=True, exist_ok=True)
        self.lines: list[str] = []
        self.lock = threading.Lock()
        self.who = "dana"
        self.story_time = datetime.now(timezone.utc)
        self.set_at = datetime.now(timezone.utc)

    def chapter(self, who: str, at: datetime) -> None:
        """From now on calls are made by ``who`` and the story's clock shows ``at``."""
        with self.lock:
            self.who, self.story_time, self.set_at = who, at, datetime.now(timezone.utc)

    def now(self) -> str:
        told = self.story_time + (datetime.now(timezone.utc) - self.set_at)
        return told.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def told(self, body: object) -> object:
        """A body with the client's own times moved into the story."""
        shift = int((self.story_time - self.set_at) / timedelta(milliseconds=1))
        if isinstance(body, dict):
            if body.get("key") == BRANCH:
                # On which branch somebody happened to record is no fact of the story.
                return {**body, "value": "main"}
            return {
                key: value + shift if key in CLIENT_TIMES and isinstance(value, int) else self.told(value)
                for key, value in body.items()
            }
        return [self.told(item) for item in body] if isinstance(body, list) else body

    def keep(self, content: bytes) -> str:
        """Stores bytes by their SHA-256 and returns it."""
        digest = hashlib.sha256(content).hexdigest()
        (self.folder / "blobs" / digest).write_bytes(content)
        return digest

    def add(self, line: dict) -> None:
        with self.lock:
            self.lines.append(json.dumps({"at": self.now(), "as": self.who, **line}, separators=(",", ":")))

    def save(self) -> None:
        text = "\n".join(self.lines) + "\n"
        with open(self.folder / "calls.ndjson.gz", "wb") as out:
            with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed:
                packed.write(text.encode())


def changes(method: str, path: str) -> bool:
    """Whether a call is worth recording: MLflow searches by POST."""
    return method in CHANGES and not path.endswith("/search") and not path.endswith("/get-latest-versions")


def names(path: str, answer: dict) -> list[str]:
    """The 32 hex digits that the server made up in this call."""
    if path.endswith("/runs/create"):
        return [answer["run"]["info"]["run_id"]]
    if path.endswith("/logged-models"):
        return [answer["model"]["info"]["model_id"].removeprefix("m-")]
    return []


def form(recording: Recording, content_type: str, content: bytes) -> dict[str, str]:
    """The parts of a multipart form; files are kept as blobs."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = email.message_from_bytes(head + content, policy=email.policy.HTTP)
    parts = {}
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        payload = part.get_payload(decode=True)
        if part.get_filename() and part.get_content_type() != "application/json":
            parts[name] = "blob:" + recording.keep(payload)
        else:
            parts[name] = payload.decode()
    return parts


def line_of(recording: Recording, method: str, path: str, content_type: str, content: bytes, status: int, answer: bytes) -> dict:
    """One call as it is replayed."""
    line: dict = {"method": method, "path": path, "refused": status >= 400}
    if path.startswith(ARTIFACTS):
        if method == "PUT":
            line["blob"] = recording.keep(content)
    elif content_type.startswith("multipart/"):
        line["parts"] = form(recording, content_type, content)
    elif content:
        line["body"] = recording.told(json.loads(content))
    if status < 400 and content_type.startswith("application/json"):
        found = names(path, json.loads(answer or b"{}"))
        if found:
            line["names"] = found
    return line


def handler(recording: Recording, upstream: str) -> type[BaseHTTPRequestHandler]:
    """A request handler that forwards to ``upstream`` and records."""
    host = urlsplit(upstream)

    class Proxy(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def forward(self) -> None:
            content = self.body()
            link = http.client.HTTPConnection(host.hostname, host.port, timeout=300)
            headers = {k: v for k, v in self.headers.items() if k.lower() not in HOP_BY_HOP}
            # Named even when empty, since a client that sends chunks may have nothing to send.
            headers["Content-Length"] = str(len(content))
            link.request(self.command, self.path, body=content, headers=headers)
            answer = link.getresponse()
            body = answer.read()
            path = urlsplit(self.path).path
            if changes(self.command, path) and answer.status < 500:
                kind = self.headers.get("Content-Type", "")
                recording.add(line_of(recording, self.command, path, kind, content, answer.status, body))
            self.send_response(answer.status)
            for key, value in answer.getheaders():
                if key.lower() not in HOP_BY_HOP:
                    self.send_header(key, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            link.close()

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = forward

        def body(self) -> bytes:
            if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
                chunks = []
                while size := int(self.rfile.readline().split(b";")[0], 16):
                    chunks.append(self.rfile.read(size))
                    self.rfile.readline()
                self.rfile.readline()
                return b"".join(chunks)
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))

        def log_message(self, *_: object) -> None:
            """The recording is the log."""

    return Proxy


def start(recording: Recording, upstream: str) -> tuple[ThreadingHTTPServer, str]:
    """Starts the proxy on a free port of this machine and returns it with its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(recording, upstream))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}"
