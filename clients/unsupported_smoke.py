"""Asks for what a server that proxies its artifacts does not do, as an unmodified mlflow 3.x client does, and sees it fall back.

    MLFLOW_TRACKING_URI=http://localhost:8080 python clients/unsupported_smoke.py

MLflow's own server turns presigned addresses of proxied artifacts down with 400 INVALID_PARAMETER_VALUE (mlflow/server/handlers.py,
_create_presigned_upload_url). Parts go up to the addresses that our server gives; they are never told to a client that does not ask.
Exits with 1 at the first difference.
"""

import os
import tempfile

os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0")
os.environ.setdefault("MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT", "true")
os.environ.setdefault("MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR", "false")
# Small files go in parts, too, so that a small one can show the way.
os.environ["MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD"] = "true"
os.environ["MLFLOW_MULTIPART_UPLOAD_MINIMUM_FILE_SIZE"] = "1000"
os.environ["MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE"] = "20000"
os.environ["MLFLOW_ENABLE_PROXY_MULTIPART_DOWNLOAD"] = "true"
os.environ["MLFLOW_MULTIPART_DOWNLOAD_MINIMUM_FILE_SIZE"] = "1000"

import mlflow
from mlflow.tracking import MlflowClient
from mlflow.utils.rest_utils import http_request


def answer(client, method, path, **how):
    return http_request(client._tracking_client.store.get_host_creds(), path, method, **how)


def turned_down(client, path, body, status, code, words):
    told = answer(client, "POST", path, json=body)
    assert told.status_code == status, (path, body, told.status_code, told.text)
    assert told.json()["error_code"] == code and words in told.json()["message"], (path, body, told.text)


def presigned(client, run_id):
    invalid = (400, "INVALID_PARAMETER_VALUE")
    upload, download = (f"/api/2.0/mlflow/artifacts/presigned-{way}-url" for way in ("upload", "download"))
    not_here = "is not supported for"
    turned_down(client, upload, {"run_id": run_id, "path": "a.bin"}, *invalid, "Presigned upload " + not_here)
    turned_down(client, download, {"run_id": run_id, "path": "a.bin"}, *invalid, "Presigned download " + not_here)
    turned_down(client, upload, {"run_id": run_id}, *invalid, "Missing value for required parameter 'path'")
    turned_down(client, upload, {"path": "a.bin"}, *invalid, "Exactly one of run_id and model_id")
    turned_down(client, upload, {"run_id": run_id, "path": "../a.bin"}, *invalid, "Invalid path")
    nobody = "0" * 32
    turned_down(client, upload, {"run_id": nobody, "path": "a"}, 404, "RESOURCE_DOES_NOT_EXIST", "not found")
    turned_down(client, download, {"run_id": nobody, "path": "a"}, 404, "RESOURCE_DOES_NOT_EXIST", "not found")


def in_parts(client, run_id):
    """A client that is told to sends a file in parts, fetches it in one piece, and nobody notices."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "large.bin")
        content = os.urandom(50_000)
        with open(path, "wb") as file:
            file.write(content)
        client.log_artifact(run_id, path, "parts")
        fetched = client.download_artifacts(run_id, "parts/large.bin", tempfile.mkdtemp(dir=folder))
        with open(fetched, "rb") as file:
            assert file.read() == content


def told_of_itself(client):
    info = answer(client, "GET", "/api/3.0/mlflow/server-info").json()
    for unsupported in ("workspaces_enabled", "multipart_uploads_enabled", "multipart_downloads_enabled"):
        assert info[unsupported] is False, info


def main():
    client = MlflowClient()
    run_id = client.create_run("0").info.run_id
    presigned(client, run_id)
    in_parts(client, run_id)
    told_of_itself(client)
    client.set_terminated(run_id)
    print(f"mlflow {mlflow.__version__} falls back where a server of proxied artifacts says no")


if __name__ == "__main__":
    main()
