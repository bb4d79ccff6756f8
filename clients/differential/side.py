"""One of the two servers: sends calls of a plan to it, binds what it answers, and writes its answers without what is its own (ids, moments)."""

import json
import re
import time
import urllib.parse

import requests

from parts_calls import Upload
from plan import Call

SYMBOL = re.compile(r"\{\{(\w+)(?:\.(\d+))?\}\}")
NOBODY = {"hook": "00000000-0000-4000-8000-00000000%04d", "run": "0" * 28 + "%04d", "exp": "77%04d", "model": "m-" + "0" * 28 + "%04d", "runname": "nobody %d", "modelname": "nobody %d"}
MOMENTS = 3_600_000
MOST_PAGES = 60
WEBHOOKS = "/api/2.0/mlflow/webhooks"


def administered(path):
    return path.startswith(WEBHOOKS)


class Answer:
    """What came back. The body is JSON where it was JSON, else text."""

    def __init__(self, status, body, headers):
        self.status, self.body, self.headers = status, body, headers

    @property
    def code(self):
        return self.body.get("error_code", "") if isinstance(self.body, dict) and self.status != 200 else ""

    @property
    def message(self):
        return str(self.body.get("message", "")) if isinstance(self.body, dict) and self.status != 200 else ""


class Side:
    """By its address; calls that an administrator alone may make carry that person's name and password, where there are some."""

    def __init__(self, address, receiver, administrator=None):
        self.address = address.rstrip("/")
        self.session = requests.Session()
        self.receiver, self.administrator = receiver, administrator
        self.bound = {}

    def begin(self, nonce, calls):
        self.bound = {"nonce": nonce, "receiver": self.receiver}
        if any(administered(call.path) for call in calls):
            # Their list is one for the whole server.
            while hooks := self.session.get(self.address + WEBHOOKS, auth=self.administrator, timeout=60).json().get("webhooks"):
                for hook in hooks:
                    self.session.delete(f"{self.address}{WEBHOOKS}/{hook['webhook_id']}", json={}, auth=self.administrator, timeout=60).raise_for_status()

    def send(self, call):
        if call.method == "PARTS":
            told = Upload(self.session, self.address, Call("PARTS", self.filled(call.path), call.body)).play()
            return Answer(200, told, {})
        answer = self.once(call, None)
        if call.pages and answer.status == 200:
            pages = [answer.body.get(call.pages, [])]
            token = answer.body.get("next_page_token")
            while token and len(pages) < MOST_PAGES:
                answer = self.once(call, token)
                if answer.status != 200:
                    break
                pages.append(answer.body.get(call.pages, []))
                token = answer.body.get("next_page_token")
            answer = Answer(answer.status, {"pages": pages} if answer.status == 200 else answer.body, answer.headers)
        if answer.status == 200:
            for symbol, way in call.binds:
                value = answer.body
                for step in way:
                    value = value.get(step, {}) if isinstance(value, dict) else {}
                if isinstance(value, str):
                    self.bound[symbol.strip("{}")] = value
        return Answer(answer.status, self.own_removed(answer.body), answer.headers)

    def once(self, call, token):
        query, body, headers = call.query, call.body, {}
        if token and query is not None:
            query = [*query, ("page_token", token)]
        elif token:
            body = {**body, "page_token": token}
        data = None
        if call.raw is not None:
            data = self.filled(call.raw).encode()
        elif body is not None:
            data = json.dumps(self.filled(body)).encode()
        if data is not None and "/mlflow-artifacts/" not in call.path:
            headers["Content-Type"] = "application/json"
        address = self.address + urllib.parse.quote(self.filled(call.path), safe="/%")
        got = self.session.request(call.method, address, params=self.filled(query), data=data, headers=headers, timeout=60, auth=self.administrator if administered(call.path) else None)
        try:
            return Answer(got.status_code, got.json(), got.headers)
        except ValueError:
            return Answer(got.status_code, got.text, got.headers)

    def filled(self, value):
        if isinstance(value, str):
            return SYMBOL.sub(self.meant, value)
        if isinstance(value, dict):
            return {key: self.filled(part) for key, part in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.filled(part) for part in value]
        return value

    def meant(self, match):
        kind, number = match.group(1), match.group(2)
        symbol = kind if number is None else f"{kind}.{number}"
        return self.bound.get(symbol) or NOBODY[kind] % int(number)

    def own_removed(self, value):
        ids = [(bound, "<" + symbol + ">") for symbol, bound in self.bound.items() if not symbol.startswith(("exp", "runname", "modelname")) and bound]
        ids.sort(key=lambda pair: -len(pair[0]))
        experiments = {bound: "<" + symbol + ">" for symbol, bound in self.bound.items() if symbol.startswith("exp.")}
        # Names that a server made up; short ones were given by the plan.
        self.made_up = {bound: "<" + symbol + ">" for symbol, bound in self.bound.items() if "name." in symbol and re.fullmatch(r"[a-z]+-[a-z]+-\d+|model-[0-9a-f]{8}", bound)}
        return self.plain(value, ids, experiments, int(time.time() * 1000), "")

    def plain(self, value, ids, experiments, now, name):
        if isinstance(value, dict):
            return {key: self.plain(part, ids, experiments, now, key) for key, part in value.items()}
        if isinstance(value, list):
            return [self.plain(part, ids, experiments, now, name) for part in value]
        if isinstance(value, int) and not isinstance(value, bool) and abs(value - now) < MOMENTS:
            return "<now>"
        if not isinstance(value, str):
            return value
        if name == "experiment_id":
            return experiments.get(value, value)
        if value in self.made_up:
            return self.made_up[value]
        for bound, symbol in ids:
            value = value.replace(bound, symbol)
        return re.sub(r"(mlflow-artifacts:/|(?:id|ID)[= ]'?|Experiment )(\d+)\b", lambda m: m[1] + experiments.get(m[2], m[2]), value)
