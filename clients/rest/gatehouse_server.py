"""A plugin for pytest that points MLflow's own REST tests at a server that is there already, and empties it before each test.

    GATEHOUSE_ADDRESS=http://… python -m pytest -p gatehouse_server tests/tracking/test_rest_tracking.py

The suites start a server for each test, in a thread or a process. The stand-ins do not: they empty the one that GATEHOUSE_ADDRESS names.
Tests that expected.json names are left out, each with a reason; so are those that start the server on files, which is another server of
MLflow's. With GATEHOUSE_EVERY=1 they run all the same, to see what they say.
"""

import contextlib
import json
import os
import pathlib
import re
import urllib.parse

import requests

ADDRESS = os.environ["GATEHOUSE_ADDRESS"]
# Name and password, as "name:password", of somebody who may manage webhooks.
ADMINISTRATOR = os.environ.get("GATEHOUSE_ADMINISTRATOR", ":")
EVERY = os.environ.get("GATEHOUSE_EVERY") == "1"
LEFT_OUT = json.loads((pathlib.Path(__file__).parent / "expected.json").read_text())


def empty():
    import mlflow

    requests.post(ADDRESS + "/api/2.0/mlflow/empty", timeout=60).raise_for_status()
    # The server in the thread makes its database the one of the whole process; commands that a test runs go there, too.
    mlflow.set_tracking_uri(ADDRESS)


class ServerThere:
    def __init__(self, *_, **__):
        self.url = ADDRESS

    def __enter__(self):
        empty()
        return self.url

    def __exit__(self, *_):
        return False


@contextlib.contextmanager
def launched(*_, **__):
    empty()
    yield None


def pytest_configure(config):
    from tests.tracking import integration_test_utils

    integration_test_utils.ServerThread = ServerThere


def pytest_runtest_setup(item):
    """Webhooks are an administrator's; everything else is done as whoever calls without credentials."""
    if "webhook" in item.nodeid:
        os.environ["MLFLOW_TRACKING_USERNAME"], os.environ["MLFLOW_TRACKING_PASSWORD"] = ADMINISTRATOR.split(":", 1)


def pytest_runtest_teardown(item):
    os.environ.pop("MLFLOW_TRACKING_USERNAME", None)
    os.environ.pop("MLFLOW_TRACKING_PASSWORD", None)


def reason(item):
    name = item.nodeid.split("/")[-1]
    if re.search(r"\[(file|.*-file\b)", name):
        return "MLflow's store of files, which is another server"
    for group in LEFT_OUT:
        if re.search(group["tests"], name):
            return group["reason"]
    return None


def pytest_collection_modifyitems(config, items):
    left_out = {}
    kept = []
    for item in items:
        if hasattr(item.module, "_launch_server"):
            item.module._launch_server = launched
            item.module.get_safe_port = lambda: urllib.parse.urlsplit(ADDRESS).port
        why = reason(item)
        if why is None or EVERY and "store of files" not in why:
            kept.append(item)
        else:
            left_out.setdefault(why, []).append(item)
    items[:] = kept
    config.hook.pytest_deselected(items=[item for group in left_out.values() for item in group])
    for why, group in left_out.items():
        print(f"\nleft out {len(group)}: {why}", end="")
    print()
