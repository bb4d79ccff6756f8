"""Calls on webhooks. They need an administrator, and they are told of things as they happen to receivers of this machine."""

from plan import WORDS, Call
from tracking_calls import API, post

EVENTS = [
    ("REGISTERED_MODEL", "CREATED"), ("MODEL_VERSION", "CREATED"), ("MODEL_VERSION_TAG", "SET"), ("MODEL_VERSION_TAG", "DELETED"),
    ("MODEL_VERSION_ALIAS", "CREATED"), ("MODEL_VERSION_ALIAS", "DELETED"),
]  # fmt: skip
NOT_EVENTS = [("MODEL_VERSION", "DELETED"), ("REGISTERED_MODEL", "SET"), ("nonsense", "CREATED"), ("MODEL_VERSION", "nonsense"), (2, 1), (99, 1), ("MODEL_VERSION", None)]
# {{receiver}} answers with the status that its path names.
PLACES = ["{{receiver}}/200", "{{receiver}}/204", "{{receiver}}/404", "{{receiver}}/201/deep?with=query", "http://127.0.0.1:9/nobody"]
NO_PLACES = [
    "", " ", "ftp://8.8.8.8/x", "nowhere", "//8.8.8.8/x", "https://", "http:///x", "https://dana:secret@8.8.8.8/x", "https://127.1/x", "https://0177.0.0.1/x",
    "https://2130706433/x", "https://8.8.8.8/ space", "https://[::1", "file:///etc/passwd", "HTTPS://8.8.8.8/x", "https://8.8.8.8:99999/x", "javascript:alert(1)",
]  # fmt: skip
NAMES = ["deploy", "deploy.1", "a", "A_b-c", "x" * 63]
NO_NAMES = ["", "-", "-a", "a-", "a b", "größe", "x" * 64, ".a", "a/b", "a\n"]


def event(draw, wrong=0.05):
    entity, action = draw.one(*NOT_EVENTS) if draw.chance(wrong) else draw.one(*EVENTS)
    return {"entity": entity, "action": action} if action is not None else {"entity": entity}


def events(draw):
    return [dict(zip(("entity", "action"), pair)) for pair in draw.some(EVENTS, 1, 3)] if draw.chance(0.93) else [event(draw, 0.7) for _ in range(draw.one(0, 1, 2))]


def name(draw):
    return draw.one(*NO_NAMES) if draw.chance(0.08) else draw.one(*NAMES)


def place(draw):
    return draw.one(*NO_PLACES) if draw.chance(0.12) else draw.one(*PLACES)


def create(draw):
    hook = draw.fresh("hook")
    body = {"name": name(draw), "url": place(draw), "events": events(draw)}
    if draw.chance(0.4):
        body["description"] = draw.one(*WORDS)
    if draw.chance(0.4):
        body["secret"] = draw.one("between us", "")
    if draw.chance(0.4):
        body["status"] = draw.one("ACTIVE", "DISABLED")
    return post("webhooks", body, binds=[(hook, ["webhook", "webhook_id"])])


def change(draw):
    body = {}
    if draw.chance(0.4):
        body["name"] = name(draw)
    if draw.chance(0.4):
        body["url"] = place(draw)
    if draw.chance(0.4):
        body["events"] = events(draw)
    if draw.chance(0.3):
        body["description"] = draw.one(*WORDS)
    if draw.chance(0.2):
        body["secret"] = draw.one("another", "")
    if draw.chance(0.4):
        body["status"] = draw.one("ACTIVE", "DISABLED", "DISABLED", "nonsense")
    return Call("PATCH", f"{API}webhooks/{draw.ref('hook')}", body)


def one(draw):
    at = API + "webhooks/" + draw.ref("hook")
    return draw.one(
        lambda: Call("GET", at),
        lambda: Call("GET", at),
        lambda: Call("DELETE", at, {}),
        lambda: Call("POST", at + "/test", {"webhook_id": "x"} if draw.chance(0.5) else {"event": event(draw, 0.15)}),
        lambda: Call("POST", at + "/test", {}),
        lambda: Call("GET", API + "webhooks", query=[("max_results", str(draw.one(1, 2, 100, 0, -1, 1000, 1001)))], pages="webhooks"),
        lambda: Call("GET", API + "webhooks", query=[], pages="webhooks"),
    )()


CALLS = [(create, 4), (change, 3), (one, 7)]
