"""The modules of the example, and one small world that is trained once for all tests."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import mlflow
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

# A test run reports to nobody and draws no progress bars.
os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
os.environ.setdefault("MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR", "false")


@dataclass(frozen=True)
class Store:
    """A tracking store in a folder of its own."""

    folder: Path
    client: mlflow.tracking.MlflowClient


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Points mlflow at an empty SQLite store; artifacts go beside it."""
    uri = f"sqlite:///{tmp_path / 'mlflow.db'}"
    mlflow.set_tracking_uri(uri)
    mlflow.set_registry_uri(uri)
    client = mlflow.tracking.MlflowClient(uri)
    return Store(tmp_path, client)


@pytest.fixture
def experiment(store: Store):
    """Makes an experiment whose artifacts lie in the store's folder, and enters it."""

    def enter(name: str) -> str:
        made = store.client.create_experiment(
            name, artifact_location=(store.folder / "artifacts" / name).as_uri()
        )
        mlflow.set_experiment(name)
        return made

    return enter
