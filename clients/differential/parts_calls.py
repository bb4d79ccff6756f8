"""Files that come in parts: begun, sent, put together or given up, rightly and wrongly. Each is one call of a plan, whose answer tells how every
step went and what is there at the end; addresses, ids and digests of parts are each server's own."""

import hashlib

import requests

from plan import Call

MPU = "/api/2.0/mlflow-artifacts/mpu"
FILES = "/api/2.0/mlflow-artifacts/artifacts/"
# S3 takes no smaller part but the last.
LEAST = 5 << 20
ENDS = ["complete"] * 6 + ["abort", "abort twice", "missing", "wrong tag", "wrong id", "turned round", "nothing", "complete twice", "other name"]
NUMBERS = [0, -1, 10_001, "x", None]


def upload(draw):
    # A name of its own, so that nothing is there that an earlier one left.
    body = {"name": draw.fresh("file").strip("{}") + draw.one(" model.bin", " größe ✓.bin", "_b.txt"), "sizes": draw.one([10], [0], [LEAST, 17], [1_000], [LEAST, LEAST, 1]), "end": draw.one(*ENDS)}
    if draw.chance(0.15):
        body["number"] = draw.one(*NUMBERS)
    if draw.chance(0.3):
        body["again"] = True
    folder = draw.one("", "/model", "/model/größe", "/../x", "/a//b") if draw.chance(0.3) else draw.one("", "/model", "/model/data")
    return Call("PARTS", f"{draw.ref('exp', 0)}/{draw.ref('run', 0)}/artifacts{folder}", body)


CALLS = [(upload, 1)]


def content(size, number):
    return (bytes([number]) * size)[:size]


class Upload:
    def __init__(self, session, address, call):
        self.session, self.address, self.folder, self.wanted = session, address, call.path, call.body
        self.told = {}

    def post(self, verb, body):
        return self.session.post(f"{self.address}{MPU}/{verb}/{requests.utils.quote(self.folder)}", json=body, timeout=120)

    def step(self, name, answer):
        """Notes how it went; the texts of refusals are each server's own."""
        code = answer.json().get("error_code") if answer.status_code != 200 and answer.headers.get("Content-Type", "").startswith("application/json") else None
        self.told.setdefault(name, []).append(f"{answer.status_code} {code}" if code else str(answer.status_code))
        return answer.status_code == 200

    def play(self):
        sizes, local = self.wanted["sizes"], "/home/dana/" + self.wanted["name"]
        number = self.wanted.get("number", len(sizes)) if "number" in self.wanted else len(sizes)
        begun = self.post("create", {"path": local, "num_parts": number})
        if self.step("create", begun):
            answer = begun.json()
            credentials = answer.get("credentials", [])
            self.told["numbers"] = [credential.get("part_number") for credential in credentials]
            if len(credentials) == len(sizes):
                self.end(local, answer["upload_id"], self.send(credentials, sizes))
        self.look(local)
        return self.told

    def send(self, credentials, sizes):
        parts = []
        for credential, size in zip(credentials, sizes):
            for _ in range(2 if self.wanted.get("again") else 1):
                put = requests.put(credential["url"], data=content(size, credential["part_number"]), headers=credential.get("headers"), timeout=120)
                self.step("put", put)
            parts.append({"part_number": credential["part_number"], "etag": put.headers.get("ETag", ""), "url": credential["url"]})
        return parts

    def end(self, local, upload, parts):
        end = self.wanted["end"]
        whole = {"path": local, "upload_id": upload, "parts": parts}
        if end.startswith("abort"):
            for _ in range(2 if end == "abort twice" else 1):
                self.step("abort", self.post("abort", {"path": local, "upload_id": upload}))
        elif end == "missing":
            self.step("complete", self.post("complete", {**whole, "parts": parts[1:]}))
        elif end == "turned round":
            self.step("complete", self.post("complete", {**whole, "parts": parts[::-1]}))
        elif end == "wrong tag":
            self.step("complete", self.post("complete", {**whole, "parts": [{**part, "etag": "0" * 32} for part in parts]}))
        elif end == "wrong id":
            self.step("complete", self.post("complete", {**whole, "upload_id": "f" * 32}))
        elif end == "nothing":
            self.step("complete", self.post("complete", {"path": local, "upload_id": upload}))
        elif end == "other name":
            self.step("complete", self.post("complete", {**whole, "path": "/home/dana/other.bin"}))
        else:
            for _ in range(2 if end == "complete twice" else 1):
                self.step("complete", self.post("complete", whole))

    def look(self, local):
        """What is there now."""
        name = local.rsplit("/", 1)[1]
        got = self.session.get(f"{self.address}{FILES}{requests.utils.quote(self.folder)}/{requests.utils.quote(name)}", timeout=120)
        self.told["file"] = hashlib.sha256(got.content).hexdigest() if got.status_code == 200 else "no file"
