"""Finds where two answers to one call differ, and which of the differences are allowed."""

import json
import pathlib
import re
from dataclasses import dataclass

UNORDERED = {"tags", "params", "aliases", "dataset_inputs", "model_inputs", "model_outputs", "dataset_summaries", "files", "events"}
HEADERS = ["Content-Disposition", "X-Content-Type-Options"]
# Texts by which clients tell refusals apart; the rest of a message is for people.
FRAGMENTS = [
    r"Missing value for required parameter '[^']*'", r"for parameter '[a-z_]*", r"exceeds the maximum length of \d+ characters",
    r"A batch logging request can contain at most \d+ [a-z, ]+\. Got \d+", r"Duplicate parameter keys have been submitted: \[.*?\]", r"Changing param values is not allowed",
    r"Run with id=\S+ not found", r"The run \S+ must be in the 'active' state", r"No Experiment with id=\S+ exists", r"Experiment\(name=.*\) already exists",
    r"Registered Model with name=.* not found", r"Registered Model \(name=.*?\) already exists", r"Model Version \(name=.*?, version=.*?\) not found",
    r"Registered model alias .* not found", r"Logged model with ID '.*?' not found", r"No tag with name: .*? in run with id", r"^Invalid path$", r"Invalid page token",
    r"Invalid clause\(s\) in filter string", r"Invalid comparator", r"Invalid entity type", r"Invalid attribute key", r"Invalid order_by clause", r"Invalid ordering key",
]  # fmt: skip


@dataclass(frozen=True)
class Difference:
    call: str
    what: str
    theirs: str
    ours: str

    @property
    def signature(self):
        return (self.call, re.sub(r"\d+", "#", self.what), self.theirs[:60] if self.what in ("status", "code") else "")

    def told(self):
        return f"{self.call}: {self.what}\n      MLflow    {self.theirs[:300]}\n      Gatehouse {self.ours[:300]}"


def template(call):
    path = re.sub(r"\{\{\w+\.\d+\}\}", "{}", call.path)
    path = re.sub(r"(/mlflow-artifacts/artifacts)/.*", r"\1/…", path)
    path = re.sub(r"/tags/[^/]+$", "/tags/{}", path)
    return f"{call.method} {re.sub(r'^/(ajax-)?api/2.0/mlflow/', '', path)}"


def between(call, theirs, ours):
    """The first difference of a kind: status before code before body; an empty list if they agree."""
    where = template(call)
    if theirs.status != ours.status:
        return [Difference(where, "status", f"{theirs.status} {theirs.code} {brief(theirs.body)}", f"{ours.status} {ours.code} {brief(ours.body)}")]
    if theirs.code != ours.code:
        return [Difference(where, "code", f"{theirs.code} {theirs.message}", f"{ours.code} {ours.message}")]
    if theirs.status != 200:
        return fragments(where, theirs, ours)
    found = [Difference(where, what, a, b) for what, a, b in fields(theirs.body, ours.body, "")]
    if not isinstance(theirs.body, dict) and call.method == "GET":
        found += [Difference(where, "header " + h, str(theirs.headers.get(h)), str(ours.headers.get(h))) for h in HEADERS if theirs.headers.get(h) != ours.headers.get(h)]
    return found


def fragments(where, theirs, ours):
    for fragment in FRAGMENTS:
        said = re.search(fragment, theirs.message)
        if said and said.group(0) not in ours.message:
            return [Difference(where, "message", theirs.message, ours.message)]
    return []


def brief(body):
    return body.get("message", "")[:600] if isinstance(body, dict) and "message" in body else json.dumps(body, ensure_ascii=False)[:600]


def fields(theirs, ours, at):
    if isinstance(theirs, dict) and isinstance(ours, dict):
        found = []
        for key in sorted(theirs.keys() | ours.keys()):
            if key not in theirs or key not in ours:
                found.append((f"{at}.{key}", told(theirs, key), told(ours, key)))
            else:
                found += fields(theirs[key], ours[key], f"{at}.{key}")
        return found
    if isinstance(theirs, list) and isinstance(ours, list):
        name = at.rsplit(".", 1)[-1]
        if name in UNORDERED or at.endswith("data.metrics"):
            theirs, ours = ordered(theirs), ordered(ours)
        if len(theirs) != len(ours):
            return [(f"{at} length", f"{len(theirs)} {json.dumps(theirs)[:600]}", f"{len(ours)} {json.dumps(ours)[:600]}")]
        return [difference for i, (a, b) in enumerate(zip(theirs, ours)) for difference in fields(a, b, f"{at}[{i}]")]
    return [] if same(theirs, ours) else [(at, json.dumps(theirs, ensure_ascii=False), json.dumps(ours, ensure_ascii=False))]


def same(a, b):
    number = (int, float)
    if isinstance(a, number) and isinstance(b, number) and not isinstance(a, bool) and not isinstance(b, bool):
        return float(a) == float(b)
    return type(a) is type(b) and a == b


def told(body, key):
    return json.dumps(body[key], ensure_ascii=False) if key in body else "(absent)"


def ordered(items):
    return sorted(items, key=lambda item: json.dumps(item, sort_keys=True))


class Allowed:
    """The differences that are meant, each with its reason, in allowed.json beside this file."""

    def __init__(self):
        rules = json.loads((pathlib.Path(__file__).parent / "allowed.json").read_text())
        self.rules = [({key: re.compile(text, re.S) for key, text in rule["if"].items()}, rule["reason"]) for rule in rules]
        self.ends_plan = {number for number, rule in enumerate(rules) if rule.get("apart")}
        self.used = {}

    def rule(self, difference, call):
        """The number of the rule that allows a difference; None if none does."""
        sent = call.told()
        for number, (wanted, _) in enumerate(self.rules):
            values = {"call": difference.call, "what": difference.what, "theirs": difference.theirs, "ours": difference.ours, "sent": sent}
            values["spoilt"] = "yes" if call.spoilt else "no"
            if all(pattern.search(values[key]) for key, pattern in wanted.items()):
                self.used[number] = self.used.get(number, 0) + 1
                return number
        return None
