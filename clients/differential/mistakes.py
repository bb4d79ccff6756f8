"""What goes wrong on the way: wrong types, missing fields, NaN, long names, texts that are no JSON. Applied to calls that were right."""

import copy

WRONG = [
    None, True, 0, -1, 7, 1.5, 2**63, -(2**63) - 1, "", " ", "x", "NaN", "Infinity", "1e400", "0x10", "12abc", "true",
    [], {}, [1], ["a", 2], [None], {"key": 1}, "a\u0000b", "🙂" * 20, "../..", "/", "a//b", "a/../b", "a/", ".", "tab\tkey", "x" * 251, "x" * 501, "x" * 6_001,
    "x" * 9_000, "é" * 300,
]  # fmt: skip
TEXTS = ["", "x", " ", "null", "[]", '"{}"', "{", '{"run_id": }', "NaN", '{"a": NaN}', "[1, 2]", "7"]


def places(value, at=()):
    """Every field and element of a body, by its path."""
    if isinstance(value, dict):
        inside = value.items()
    elif isinstance(value, list):
        inside = enumerate(value)
    else:
        return []
    found = []
    for key, part in inside:
        found.append(at + (key,))
        found += places(part, at + (key,))
    return found


def spoil(draw, call):
    """The call with one mistake in it."""
    spoilt = copy.deepcopy(call)
    spoilt.pages, spoilt.spoilt = None, True
    if spoilt.query:
        return spoil_query(draw, spoilt)
    if not isinstance(spoilt.body, dict) or spoilt.raw is not None:
        return spoilt
    if draw.chance(0.04):
        spoilt.body, spoilt.raw = None, draw.one(*TEXTS)
        return spoilt
    found = places(spoilt.body)
    if not found or draw.chance(0.05):
        spoilt.body[draw.one("no_such_field", "runId", "unknown")] = draw.one(*WRONG)
        return spoilt
    *way, last = draw.one(*found)
    holder = spoilt.body
    for step in way:
        holder = holder[step]
    if draw.chance(0.3):
        del holder[last]
    elif draw.chance(0.15) and isinstance(holder[last], (int, float)):
        holder[last] = str(holder[last])
    elif draw.chance(0.1) and isinstance(holder, dict):
        words = last.split("_")
        holder[words[0] + "".join(word.title() for word in words[1:])] = holder.pop(last)
    else:
        holder[last] = draw.one(*WRONG)
    return spoilt


def spoil_query(draw, spoilt):
    at = draw.number(0, len(spoilt.query) - 1)
    key, _ = spoilt.query[at]
    if draw.chance(0.35):
        del spoilt.query[at]
    elif draw.chance(0.15):
        spoilt.query.append((key, "x"))
    else:
        wrong = draw.one(*[w for w in WRONG if isinstance(w, (str, int)) and not isinstance(w, bool) and "\0" not in str(w)])
        spoilt.query[at] = (key, str(wrong)[:2_000])
    return spoilt
