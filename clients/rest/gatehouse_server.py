"""A plugin for pytest that points MLflow's own REST tests at a server that is there already, and empties it before each test.

    GATEHOUSE_ADDRESS=http://… python -m pytest -p gatehouse_server tests/tracking/test_rest_tracking.py

The suites start a server for each test, in a thread. Its stand-in does not: it empties the one that GATEHOUSE_ADDRESS names. Tests that
expected.json excludes are left out, each with a reason; so are those that start the server on files, which is another server of MLflow's.
"""

import json
import os
import pathlib
import re

import requests

ADDRESS = os.environ["GATEHOUSE_ADDRESS"]
EXCLUDED = json.loads((pathlib.Path(__file__).parent / "expected.json").read_text())


class ServerThere:
    def __init__(self, *_, **__):
        self.url = ADDRESS

    def __enter__(self):
        requests.post(ADDRESS + "/api/2.0/mlflow/empty", timeout=60).raise_for_status()
        return self.url

    def __exit__(self, *_):
        return False


def pytest_configure(config):
    from tests.tracking import integration_test_utils

    integration_test_utils.ServerThread = ServerThere


def reason(item):
    name = item.nodeid.split("/")[-1]
    if re.search(r"\[(file|.*-file\b)", name):
        return "MLflow's store of files, which is another server"
    for group in EXCLUDED:
        if re.search(group["tests"], name):
            return group["reason"]
    return None


def pytest_collection_modifyitems(config, items):
    left_out = {}
    kept = []
    for item in items:
        why = reason(item)
        if why is None:
            kept.append(item)
        else:
            left_out.setdefault(why, []).append(item)
    items[:] = kept
    config.hook.pytest_deselected(items=[item for group in left_out.values() for item in group])
    for why, group in left_out.items():
        print(f"\nleft out {len(group)}: {why}", end="")
