"""Calls on files: through the proxy, and listed by run and by logged model."""

from plan import Call
from tracking_calls import API, get

PROXY = "/api/2.0/mlflow-artifacts/artifacts"
NAMES = ["a.txt", "b.csv", "dir/c.json", "dir/deep/d.bin", "größe ✓.txt", "empty"]
PATHS = NAMES + ["dir", "dir/deep", "nobody", "", "..", "../x", "dir/../a.txt", "/etc/passwd", "%2e%2e/x", "a%2Fb", "dir//c.json", "C:\\x", "a\\b", "./a.txt", "dir/."]


def home(draw):
    return f"{draw.ref('exp', 0)}/{draw.ref('run', 0)}/artifacts"


def put(draw):
    name = draw.one(*NAMES)
    return Call("PUT", f"{PROXY}/{home(draw)}/{name}", raw="" if name == "empty" else draw.one("some text", "id,score\n1,0.5\n", "x" * 5_000))


def read(draw):
    path = draw.one(*PATHS)
    return draw.one(
        lambda: Call("GET", f"{PROXY}/{home(draw)}/{draw.one(*NAMES, 'nobody')}"),
        lambda: Call("GET", PROXY, query=[("path", f"{home(draw)}/{path}".rstrip("/"))]),
        lambda: Call("GET", PROXY, query=[("path", home(draw))]),
        lambda: get("artifacts/list", run_id=draw.ref("run"), path=path),
        lambda: get("artifacts/list", run_id=draw.ref("run")),
        lambda: Call("GET", API + f"logged-models/{draw.ref('model')}/artifacts/directories", query=[("artifact_directory_path", path)] if path else []),
        lambda: Call("GET", "/get-artifact", query=[("run_id", draw.ref("run")), ("path", path)]),
        lambda: Call("DELETE", f"{PROXY}/{home(draw)}/{draw.one(*NAMES, 'dir', 'nobody')}"),
    )()


CALLS = [(put, 5), (read, 6)]
