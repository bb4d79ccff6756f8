"""Plans: lists of calls with symbols instead of ids, drawn from a seed, so that two servers can be sent the same.

A symbol is written {{kind.number}} in any text of a call. What a server answered binds it ({{run.3}} to an id of 32 digits); what was never
bound stands for a well-formed id that nobody has. {{nonce}} is one text for a whole plan and keeps plans apart.
"""

import random
from dataclasses import dataclass, field


@dataclass
class Call:
    method: str
    path: str
    body: object = None
    query: list | None = None
    """(symbol, path into the answer) pairs to bind when it succeeds."""
    binds: list = field(default_factory=list)
    """Name of the list to follow over pages, for searches."""
    pages: str | None = None
    """Raw bytes as text, for bodies that are no JSON and for files."""
    raw: str | None = None
    """Whether a mistake was made in it; then a search may find what other plans left, and what it finds is not compared."""
    spoilt: bool = False

    def told(self):
        said = f"{self.method} {self.path}"
        if self.query is not None:
            said += " ?" + "&".join(f"{key}={shortened(value)}" for key, value in self.query)
        if self.body is not None:
            said += " " + shortened(self.body)
        if self.raw is not None:
            said += " raw " + shortened(self.raw)
        return said + (" (all pages)" if self.pages else "")


def shortened(value, most=400):
    import json

    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= most else f"{text[:most]}… ({len(text)} characters)"


class Draw:
    """Random choices, and the symbols that earlier calls may have bound."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.known = {}
        self.clock = 1_700_000_000_000

    def one(self, *choices):
        return self.random.choice(choices)

    def chance(self, share):
        return self.random.random() < share

    def some(self, choices, least=0, most=3):
        return self.random.sample(list(choices), min(len(choices), self.random.randint(least, most)))

    def number(self, least, most):
        return self.random.randint(least, most)

    def fresh(self, kind):
        """A symbol that nothing has yet."""
        taken = self.known.setdefault(kind, [])
        taken.append(len(taken) + 1)
        return "{{%s.%d}}" % (kind, len(taken))

    def ref(self, kind, unknown=0.04):
        """A symbol of a kind, mostly one that an earlier call bound."""
        taken = self.known.get(kind)
        if not taken or self.chance(unknown):
            return "{{%s.%d}}" % (kind, 9_000 + self.number(0, 9))
        return "{{%s.%d}}" % (kind, self.one(*taken))

    def moment(self):
        """A time that nobody else in the plan has, so that no order hangs on an id."""
        self.clock += self.number(1, 5_000)
        return self.clock


KEYS = ["auc", "loss", "val/auc", "a.b", "m 1", "größe"]
PARAMS = ["lr", "depth", "opt/kind", "x:y", "p 1"]
TAGS = ["team", "stage x", "mlflow.note.content", "mlflow.source.name", "k-1"]
WORDS = ["churn", "Churn", "retention", "a_b", "100%", "größe ✓", "0.1", "7", "it's", 'say "x"', "", "x" * 40]
NUMBERS = [0, 0.5, 1, -1, 0.8834, 1e-09, 123456789.25, -2.5, 3]


def pairs(draw, keys, most=3):
    return [{"key": key, "value": draw.one(*WORDS)} for key in draw.some(keys, 0, most)]
