"""Large files sent in parts by an unmodified mlflow client, as MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD has it: where they come back whole, where a
part fails, and where a file is below the client's limit.

    MLFLOW_TRACKING_URI=http://localhost:8080 python clients/parts.py

Ends with 1 at the first difference.
"""

import hashlib
import os
import tempfile

os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
os.environ.setdefault("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0")
os.environ.setdefault("MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT", "true")
os.environ.setdefault("MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR", "false")
MB = 1 << 20
os.environ["MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD"] = "true"
os.environ["MLFLOW_MULTIPART_UPLOAD_MINIMUM_FILE_SIZE"] = str(20 * MB)
os.environ["MLFLOW_MULTIPART_UPLOAD_CHUNK_SIZE"] = str(6 * MB)

import mlflow
from mlflow.exceptions import MlflowException
from mlflow.store.artifact.http_artifact_repo import HttpArtifactRepository
from mlflow.tracking import MlflowClient

sent = []


def listened():
    """Notes the parts that the client sends; it sends them as ever."""
    real = HttpArtifactRepository._upload_part

    def upload_part(credential, **more):
        sent.append(credential.part_number)
        return real(credential=credential, **more)

    HttpArtifactRepository._upload_part = staticmethod(upload_part)
    return real


def file_of(folder, name, size):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(os.urandom(size))
    return path


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def comes_back(client, run, path, where):
    sent.clear()
    client.log_artifact(run, path, where)
    place = os.path.basename(path) if where is None else where + "/" + os.path.basename(path)
    with tempfile.TemporaryDirectory() as folder:
        assert digest(client.download_artifacts(run, place, folder)) == digest(path), place
    listed = {entry.path: entry.file_size for entry in client.list_artifacts(run, where)}
    assert listed[place] == os.path.getsize(path), listed
    return sorted(sent)


def main():
    real = listened()
    client = MlflowClient()
    run = client.create_run("0").info.run_id
    with tempfile.TemporaryDirectory() as folder:
        large = file_of(folder, "large model.bin", 32 * MB + 7)
        assert comes_back(client, run, large, "weights/größe") == [1, 2, 3, 4, 5, 6]
        assert comes_back(client, run, large, None) == [1, 2, 3, 4, 5, 6], "sent again, in parts"
        even = file_of(folder, "even.bin", 24 * MB)
        assert comes_back(client, run, even, "weights") == [1, 2, 3, 4]
        other = file_of(folder, "even.bin", 30 * MB)
        assert comes_back(client, run, other, "weights") == [1, 2, 3, 4, 5], "in the place of another"
        assert comes_back(client, run, file_of(folder, "small.bin", 20 * MB - 1), None) == [], "below the limit it goes whole"
        fails(client, run, file_of(folder, "fails.bin", 24 * MB), real)
    print(f"mlflow {mlflow.__version__}: files in parts come back whole, and one whose part fails is not there")


def fails(client, run, path, real):
    def upload_part(credential, **more):
        if credential.part_number == 3:
            raise OSError("the network went away")
        return real(credential=credential, **more)

    HttpArtifactRepository._upload_part = staticmethod(upload_part)
    try:
        client.log_artifact(run, path)
    except MlflowException as refused:
        assert "the network went away" in str(refused), refused
        assert "fails.bin" not in [entry.path for entry in client.list_artifacts(run)]
        return
    raise AssertionError("a file whose part did not come was taken")


if __name__ == "__main__":
    main()
