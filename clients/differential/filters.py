"""Filters and orders from the grammar of MLflow's searches, and some that are not in it."""

from plan import KEYS, NUMBERS, PARAMS, TAGS, WORDS

TEXT_OPS = ["=", "!=", "LIKE", "ILIKE", "="]
SAFE = ["churn", "retention", "kind", "0.1", "Churn"]
NUMBER_OPS = ["=", "!=", "<", "<=", ">", ">="]
PATTERNS = ["%", "c%", "C%", "%n", "_hurn", "%_%", "churn", "%r%t%", "100%", "", "%ß%"]
BROKEN = [
    "and", "metrics.auc >", "= 3", "metrics.auc = 'x'", "params.lr = 3", "tags.team = churn", "nonsense.key = 'a'", "attributes.nonsense = 'x'",
    "metrics.auc > 0.5 OR metrics.loss < 1", "(metrics.auc > 0.5)", "NOT metrics.auc > 1", "metrics.auc == 1", "metrics.auc <> 1",
    "metrics.auc BETWEEN 1 AND 2", "1.0 > metrics.auc", "tags.team = 'a' tags.team = 'b'", "tags.team = 'a';", "tags.team = 'a'; tags.team = 'b'",
    "metrics.auc IS NULL", "name IS NULL", "run_id IN ()", "run_id IN ('a'", "run_id IN (1)", "tags.team IN ('a')", "metrics. = 1", ".x = 1",
    "tags.team LIKE 3", "metrics.auc LIKE '1'", "name > 'a'", "tags.team > 'a'", "dataset.nothing = 'x'", "attribute.start_time = 'x'", "tags.team = 'a",
    "Metrics.auc > 1", "tags.`team = 'a'", "params.lr = `0.1`", "-- comment", "tags.team = 'a' -- rest", "name = 'a' AND", "  ", "\n",
]  # fmt: skip


def quoted(draw, text):
    if "'" in text:
        return f'"{text}"' if '"' not in text else "'x'"
    return draw.one(f"'{text}'", f"'{text}'", f'"{text}"' if '"' not in text else f"'{text}'")


def named(draw, prefixes, key):
    if not all(c.isalnum() or c in "_." for c in key) or draw.chance(0.2):
        mark = draw.one("`", '"', "`")
        key = mark + key + mark
    return f"{draw.one(*prefixes)}.{key}"


def texts(draw, name, words=WORDS):
    op = draw.one(*TEXT_OPS)
    if words is SAFE:
        # Filters of logged models know single quotes alone.
        return f"{name} {op} '{draw.one(*SAFE)}'"
    return f"{name} {op} {quoted(draw, draw.one(*(PATTERNS if 'LIKE' in op else words)))}"


def numbers(draw, name, values):
    value = draw.one(*values)
    return f"{name}{draw.one(' ', '', ' ')}{draw.one(*NUMBER_OPS)}{draw.one(' ', ' ', '')}{value!r}"


def exists(draw, name):
    return f"{name} {draw.one('IS NULL', 'IS NOT NULL', 'is null', 'Is Not Null')}"


def among(draw, name, words):
    return f"{name} {draw.one('IN', 'NOT IN', 'IN')} ({', '.join(quoted(draw, word) for word in draw.some(words, 1, 3))})"


def tag(draw, prefixes=("tags", "tag"), can_be_null=True):
    name = named(draw, prefixes, draw.one(*TAGS))
    return exists(draw, name) if can_be_null and draw.chance(0.25) else texts(draw, name)


def run_clause(draw):
    kind = draw.number(0, 8)
    if kind <= 1:
        return numbers(draw, named(draw, ("metrics", "metric"), draw.one(*KEYS)), NUMBERS)
    if kind == 2:
        name = named(draw, ("params", "param", "parameters", "parameter"), draw.one(*PARAMS))
        return exists(draw, name) if draw.chance(0.25) else texts(draw, name)
    if kind == 3:
        return tag(draw)
    where = draw.one("attributes.", "attribute.", "attr.", "run.", "", "")
    if kind == 4:
        return texts(draw, where + draw.one("run_name", "user_id", "status", "artifact_uri"), WORDS + ["FINISHED", "RUNNING", "finished"])
    if kind == 5:
        return numbers(draw, where + draw.one("start_time", "end_time", "created", "Created"), [draw.clock, draw.clock - 10_000, 0, 1_700_000_000_000])
    if kind == 6:
        return among(draw, where + "run_id", [draw.ref("run"), draw.ref("run"), "nobody"])
    name = draw.one("dataset", "datasets") + "." + draw.one("name", "digest", "context")
    return among(draw, name, ["d1", "d2", "train"]) if draw.chance(0.3) else texts(draw, name, ["d1", "d2", "train", "x"])


def experiment_clause(draw):
    kind = draw.number(0, 3)
    where = draw.one("attribute.", "", "")
    if kind == 0:
        return numbers(draw, where + draw.one("creation_time", "last_update_time"), [0, 1_700_000_000_000, 4_000_000_000_000])
    return tag(draw) if kind == 1 else texts(draw, where + "name", WORDS + ["{{nonce}} e1"])


def model_clause(draw):
    where = draw.one("attribute.", "attributes.", "", "")
    return tag(draw, can_be_null=False) if draw.chance(0.4) else texts(draw, where + "name", WORDS + ["{{nonce}} m1"])


def version_clause(draw):
    where = draw.one("attribute.", "attributes.", "", "")
    kind = draw.number(0, 4)
    if kind == 0:
        return numbers(draw, where + "version_number", [1, 2, 0, 3])
    if kind == 1:
        return among(draw, where + "run_id", [draw.ref("run"), draw.ref("run")])
    if kind == 2:
        return tag(draw, can_be_null=False)
    return texts(draw, where + draw.one("name", "run_id", "source_path"), WORDS + ["{{nonce}} m1"])


def logged_clause(draw):
    kind = draw.number(0, 5)
    if kind <= 1:
        return numbers(draw, named(draw, ("metrics",), draw.one(*KEYS)), NUMBERS)
    if kind == 2:
        return texts(draw, named(draw, (draw.one("params", "tags"),), draw.one("lr", "depth", "team")), SAFE)
    where = draw.one("attributes.", "")
    if kind == 3:
        return numbers(draw, where + draw.one("creation_timestamp", "creation_time", "last_updated_timestamp"), [0, 4_000_000_000_000])
    return texts(draw, where + draw.one("name", "model_id", "model_type", "source_run_id"), SAFE)


CLAUSES = {"runs": run_clause, "experiments": experiment_clause, "models": model_clause, "versions": version_clause, "logged": logged_clause}
# Nothing is ordered by what each server makes up for itself: ids, and places that hold them.
ORDERS = {
    "runs": ["start_time", "attributes.end_time", "run_name", "status", "attribute.user_id", "metrics.auc", "metrics.`m 1`", "params.lr", "tags.team",
             "metric.loss", "param.depth", "tag.`stage x`", "dataset.name", "nonsense", "metrics.nobody", "Created"],
    "experiments": ["name", "experiment_id", "creation_time", "last_update_time", "attribute.name", "tags.team", "nonsense"],
    "models": ["name", "timestamp", "last_updated_timestamp", "creation_timestamp", "nonsense"],
    "versions": ["name", "version_number", "creation_timestamp", "last_updated_timestamp", "nonsense", "timestamp"],
}  # fmt: skip
EVERYWHERE = {"experiments", "models", "versions"}
BROKEN_ORDERS = ["", "name ASCENDING", "name ASC DESC", "name ", " name", "metrics.auc  desc", "'name'", "name, start_time", "metrics."]


def filter_of(draw, kind):
    if draw.chance(0.12):
        return draw.one(*BROKEN)
    clauses = [CLAUSES[kind](draw) for _ in range(draw.one(0, 1, 1, 2, 3))]
    if kind in EVERYWHERE:
        # What other plans left is not for this one: it may differ, where a difference is allowed.
        clauses.insert(draw.number(0, len(clauses)), "name LIKE '{{nonce}}%'")
    return draw.one(" AND ", " AND ", " and ", "\n AND ").join(clauses)


def orders_of(draw, kind):
    if draw.chance(0.06):
        return [draw.one(*BROKEN_ORDERS)]
    orders = []
    for name in draw.some(ORDERS[kind], 0, 2):
        orders.append(name + draw.one("", " ASC", " DESC", " asc", " desc"))
    return orders
