"""Opens every screen as those who may, over HTTP and as Vaadin's client does, and prints tables.

    python3 screens.py http://127.0.0.1:8080 --data <folder of the portal> --pid <its process>

Standard library only. A screen is opened as by a click on a link: one POST with the navigation, whose time to the last byte is taken
over a connection that is open already; everything that a view needs to be drawn is in that one answer. Views with a grid are asked for
the next rows after that, as when somebody scrolls. Processor time is that of the portal's whole process meanwhile, so it means
something where nobody else uses the portal.
"""

import argparse
import collections
import gzip
import http.client
import json
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse

MODEL, FAR, EXPERIMENT, WIDE, RUNS = "streamflow-churn-predictor", "bulk-model-00500", 2_000_000_000, 2_000_000_040, 100_000
IDLE = 20  # seconds, after which a connection is made anew rather than found closed
TICKS = os.sysconf("SC_CLK_TCK")


def screens(runs):
    """Name, who opens it, address."""
    run = f"{runs:08d}" + f"{runs // 2:024d}"
    other = f"{runs:08d}" + f"{runs // 3:024d}"
    waiting = "PR-1005009" if runs else "PR-4"
    yield from [
        ("home of a vice president", "vera", ""),
        ("home of a reviewer", "priya", ""),
        ("home of a data scientist", "dana", ""),
        ("home of customer success", "carl", ""),
        ("home of risk", "rita", ""),
        ("home of an administrator", "adam", ""),
        ("search, how a run begins", "dana", "search?q=run-12"),
        ("search, part of a model", "vera", "search?q=00500"),
        ("models", "vera", "models"),
        ("models, found by words", "vera", "models?find=00500"),
        ("models, by worth", "vera", "models?sort=-worth&page=20"),
        ("model", "vera", f"models/{FAR}"),
        ("which, against earlier, again", "vera", f"models/{FAR}/answers"),
        ("timeline of a model", "vera", f"models/{FAR}/timeline"),
        ("outcomes of a model", "dana", f"models/{FAR}/outcomes"),
        ("model card", "rita", f"models/{FAR}/versions/9/card"),
        ("model card, to fill in", "dana", f"models/{FAR}/versions/9/card/edit"),
        ("value assumptions", "rita", "value-assumptions"),
        ("as of a day", "vera", "as-of"),
        ("quarter in review", "vera", "quarters"),
        ("versions compared", "dana", f"compare?v={FAR}:9&v=bulk-model-00501:6&v={MODEL}:1"),
        ("reviews", "priya", "promotions"),
        ("reviews of a model", "priya", f"promotions?model={FAR}"),
        ("promotion review", "priya", f"promotions/{waiting}"),
        ("overrides", "priya", "overrides"),
        ("delegations", "priya", "delegations"),
        ("risk lists", "carl", "risk-lists"),
        ("risk list", "carl", "risk-lists/2"),
        ("risk list, a group", "carl", "risk-lists/2?{segment}"),
        ("risk list, a customer", "carl", "risk-lists/2?q=s-4500000"),
        ("risk list, a word", "carl", "risk-lists/2?q=failed+payment"),
        ("experiments", "dana", "experiments"),
        ("experiment", "dana", f"experiments/{EXPERIMENT}"),
        ("experiment, by a metric", "dana", f"experiments/{EXPERIMENT}?sort=-metrics.m3"),
        ("experiment, filtered", "dana", f"experiments/{EXPERIMENT}?q=metrics.m1+%3E+0.5"),
        ("experiment of 1,000 columns", "dana", f"experiments/{WIDE}"),
        ("the same, by one, thirty shown", "dana", f"experiments/{WIDE}?sort=-metrics.m250&" + "&".join(f"col=metrics.m{k}" for k in range(0, 300, 10))),
        ("the same, filtered", "dana", f"experiments/{WIDE}?q=metrics.m250+%3E+0.5+and+params.p499+%3D+%273%27"),
        ("run of 1,000 values", "dana", f"runs/0000d1de{1_000:024d}"),
        ("a hundred of them compared", "dana", "compare/runs?" + "&".join(f"r=0000d1de{n:024d}" for n in range(0, 2_000, 20))),
        ("run", "dana", f"runs/{run}"),
        ("runs compared", "dana", f"compare/runs?r={run}&r={other}"),
        ("lineage of a version", "rita", f"lineage/version/{FAR}/9"),
        ("lineage of a risk list", "carl", "lineage/risk-list/2"),
        ("policies", "rita", "policies"),
        ("policy", "rita", "policies/human-reviewed"),
        ("policy, to edit", "rita", "policies/human-reviewed/edit"),
        ("policy, planner", "rita", "policies/human-reviewed/planner"),
        ("policy changes", "rita", "policy-changes"),
        ("audit log", "rita", "audit"),
        ("audit log, of a person", "rita", "audit?action=promotion.*"),
        ("audit log, an old page", "rita", "audit?before=50000"),
        ("audit log, of an object", "rita", f"audit?object={FAR}"),
        ("examinations", "rita", "examinations"),
        ("notices", "priya", "notices"),
        ("settings of notices", "priya", "notices/settings"),
        ("access tokens", "dana", "tokens"),
        ("people", "adam", "people"),
        ("webhooks", "adam", "webhooks"),
        ("a new webhook", "adam", "webhooks/new"),
        ("storage", "adam", "storage"),
    ]


class Tab:
    """A browser's tab, signed in."""

    def __init__(self, address, user, password):
        self.host = urllib.parse.urlsplit(address).netloc
        self.connection = http.client.HTTPConnection(self.host, timeout=60)
        self.cookies, self.last = {}, time.monotonic()
        page = self.ask("GET", "/login").decode()
        token = re.search(r'name="_csrf" content="([^"]+)"', page).group(1)
        form = urllib.parse.urlencode({"_csrf": token, "username": user, "password": password})
        self.ask("POST", "/login", form, "application/x-www-form-urlencoded")
        self.open("notices/settings")

    def ask(self, method, path, body=None, kind=None, accept="gzip"):
        headers = {"Accept-Encoding": accept, "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if kind:
            headers["Content-Type"] = kind
        if time.monotonic() - self.last > IDLE:
            self.connection.close()
        before = time.perf_counter()
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        data = answer.read()
        self.took, self.answer, self.bytes = 1_000 * (time.perf_counter() - before), answer, len(data)
        self.last = time.monotonic()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key.strip()] = rest.split(";")[0]
        if answer.status >= 400:
            raise IOError(f"{method} {path}: {answer.status} {data[:200]!r}")
        return gzip.decompress(data) if answer.getheader("Content-Encoding") == "gzip" else data

    def open(self, path=""):
        """As the address bar does: the page, what starts it, and the first view; answers what each took."""
        times = []
        self.ask("GET", "/" + path)
        times.append(self.took)
        query = urllib.parse.urlencode({"v-r": "init", "location": path, "query": "", "v-sw": 1280, "v-sh": 720, "v-ww": 1280, "v-wh": 720,
                                        "v-bw": 1280, "v-bh": 720, "v-tzo": 0, "v-wn": f"v-{random.random()}", "v-td": "false", "v-tzid": "UTC"})
        settings = json.loads(self.ask("GET", f"/?{query}"))["appConfig"]
        times.append(self.took)
        self.ui, self.security = settings["v-uiId"], settings["uidl"]["Vaadin-Security-Key"]
        self.sync = self.client = 0
        self.go(path)
        return times + [self.took]

    def call(self, *calls):
        body = json.dumps({"csrfToken": self.security, "rpc": list(calls), "syncId": self.sync, "clientId": self.client})
        data = self.ask("POST", f"/?v-r=uidl&v-uiId={self.ui}", body, "application/json; charset=UTF-8").decode()
        if data.startswith("for(;;);"):
            data = data[len("for(;;);"):]
        told = json.loads(data.strip("[]") if data.startswith("[") else data)
        if "meta" in told:
            raise IOError(f"Refused: {str(told['meta'])[:300]}")
        self.sync, self.client = told["syncId"], told["clientId"] if "clientId" in told else self.client
        return told

    def go(self, place):
        route, _, query = place.partition("?")
        return self.call({"type": "event", "node": 1, "event": "ui-navigate",
                          "data": {"route": route, "query": query, "appShellTitle": "", "historyState": {"idx": 0}, "trigger": "link"}})


def grid_of(told):
    """The node of a grid that fetches more as it is scrolled; none where the answer brought no grid."""
    for change in told.get("changes", []):
        if change.get("key") == "tag" and change.get("value") == "vaadin-grid":
            return change["node"]
    return None


def processor(pid):
    """Seconds of processor time of the portal so far."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def said(told, words):
    return any(word in json.dumps(told) for word in words)


def one_by_one(given, accounts):
    tabs = {}
    print("| screen | p50 ms | p95 ms | max ms | processor ms | kB | scrolled p50 ms |\n| --- | --- | --- | --- | --- | --- | --- |")
    slow = []
    segment = given.segment
    for name, who, place in screens(given.runs):
        if given.only and given.only not in name:
            continue
        place = place.replace("{segment}", segment)
        if who not in tabs:
            tabs[who] = Tab(given.address, who, accounts[who])
        tab = tabs[who]
        times, scrolled, spent = [], [], 0.0
        try:
            end = time.monotonic() + given.seconds
            for turn in range(given.warm + given.turns):
                tab.go("notices/settings")
                before = processor(given.pid)
                told = tab.go(place)
                if said(told, ("gh-error", "not-found-view")) and turn == 0:
                    print(f"{name}: an error page", file=sys.stderr)
                if turn >= given.warm or time.monotonic() > end:
                    times.append(tab.took)
                    spent += processor(given.pid) - before
                sent = tab.bytes
                node = grid_of(told)
                if node and given.scroll:
                    tab.call({"type": "publishedEventHandler", "node": node, "templateEventMethodName": "setViewportRange",
                              "templateEventMethodArgs": [given.scroll, 100], "promise": 0})
                    scrolled.append(tab.took)
                if time.monotonic() > end and times:
                    break
        except (IOError, ValueError, http.client.HTTPException) as failed:
            print(f"| {name} | {failed!r:.100} |", flush=True)
            tabs.pop(who)
            continue
        p95 = quantile(times, 0.95)
        if p95 > given.aim:
            slow.append(name)
        print(f"| {name} | {statistics.median(times):.0f} | {p95:.0f} | {max(times):.0f} | {1_000 * spent / len(times):.0f} | {sent / 1_000:.0f} |"
              f" {f'{statistics.median(scrolled):.0f}' if scrolled else ''} |", flush=True)
    print(f"\nBeyond {given.aim} ms at the 95th percentile: {', '.join(slow) or 'none'}.")


def first_load(given):
    """What a browser that was never here fetches before it shows the sign-in page: what the page names, and what its scripts import."""
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(given.address).netloc)

    def fetch(path):
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        data = answer.read()
        text = gzip.decompress(data) if answer.getheader("Content-Encoding") == "gzip" else data
        return answer, len(data), text.decode(errors="replace")

    _, total, page = fetch("/login")
    kept = collections.Counter()
    waiting = [urllib.parse.urljoin("/", name) for name in re.findall(r'(?:src|href)="([^":]+\.(?:js|css|svg|png|woff2))"', page)]
    seen = set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer, size, text = fetch(path)
        if answer.status != 200:
            continue
        total += size
        kept[answer.getheader("Cache-Control", "none")] += 1
        if path.endswith(".js"):
            waiting += [urllib.parse.urljoin(path, name) for name in re.findall(r'(?:from|import)\s*["\'](\.[^"\']+\.js)["\']', text)]
    print(f"\nFirst load of the sign-in page: {total / 1e6:.2f} MB compressed in {len(seen) + 1} requests; Cache-Control: {dict(kept)}")


def used_heap(pid):
    """Bytes in use after full collections."""
    for _ in range(2):
        subprocess.run([os.path.join(os.environ["JAVA_HOME"], "bin/jcmd"), str(pid), "GC.run"], check=True, capture_output=True)
    told = subprocess.run([os.path.join(os.environ["JAVA_HOME"], "bin/jcmd"), str(pid), "GC.class_histogram", "-all=false"], capture_output=True, text=True)
    if told.returncode:
        told = subprocess.run([os.path.join(os.environ["JAVA_HOME"], "bin/jcmd"), str(pid), "GC.class_histogram"], check=True, capture_output=True, text=True)
    return int(re.search(r"^Total\s+\d+\s+(\d+)", told.stdout, re.M).group(1))


VISITS = {
    "vera": ["", "models", f"models/{FAR}", f"models/{FAR}/answers", "as-of", "quarters"],
    "priya": ["", "promotions", "promotions/PR-1005009", "notices"],
    "dana": ["", "experiments", f"experiments/{EXPERIMENT}", "models", f"models/{FAR}"],
    "carl": ["", "risk-lists", "risk-lists/2", "risk-lists/2?q=s-4500000"],
    "rita": ["", "audit", "policies", "audit?before=50000"],
    "adam": ["", "people", "webhooks", "storage"],
}


def heap(given, accounts):
    people = list(VISITS)
    for who in people:  # what is shared is there before
        tab = Tab(given.address, who, accounts[who])
        for place in VISITS[who]:
            tab.go(place)
    print("\n| open on | sessions | MB more | kB a session |\n| --- | --- | --- | --- |")
    for where, places in (("the last of several views", None), ("models", ["models"]), ("an experiment of many runs", [f"experiments/{EXPERIMENT}"]),
                          ("the risk list", ["risk-lists/2"])):
        who_may = people if places is None else ["carl"] if places == ["risk-lists/2"] else ["dana"]
        before = used_heap(given.pid)
        tabs = [Tab(given.address, who_may[n % len(who_may)], accounts[who_may[n % len(who_may)]]) for n in range(given.sessions)]
        for n, tab in enumerate(tabs):
            for place in places or VISITS[who_may[n % len(who_may)]]:
                tab.go(place)
        more = used_heap(given.pid) - before
        print(f"| {where} | {len(tabs)} | {more / 1e6:.0f} | {more / 1e3 / len(tabs):.0f} |", flush=True)
        del tabs


def crowd(given, accounts):
    """So many people at once, each with a session, clicking after a while; the times of the clicks."""
    times, errors, lock = collections.defaultdict(list), [], threading.Lock()
    start = threading.Barrier(given.people)
    end = [0.0]

    def person(number):
        chance = random.Random(number)
        # Most people of a house look at models and lists.
        who = chance.choice(["vera", "vera", "carl", "carl", "carl", "dana", "dana", "priya", "rita", "adam"])
        try:
            time.sleep(number * given.arrive / given.people)
            tab = Tab(given.address, who, accounts[who])
        except (IOError, http.client.HTTPException) as failed:
            with lock:
                errors.append(f"sign-in: {failed!r:.200}")
            tab = None
        start.wait()
        if not end[0]:
            end[0] = time.monotonic() + given.crowd
        while tab and time.monotonic() < end[0]:
            time.sleep(chance.expovariate(1 / given.think))
            place = chance.choice(VISITS[who])
            try:
                tab.go(place)
                with lock:
                    times[place.partition("?")[0].partition("/")[0] or "home"].append(tab.took)
            except (IOError, ValueError, http.client.HTTPException) as failed:
                with lock:
                    errors.append(f"{place}: {failed!r:.200}")
                return

    before, began = processor(given.pid), time.monotonic()
    people = [threading.Thread(target=person, args=(number,)) for number in range(given.people)]
    for each in people:
        each.start()
    for each in people:
        each.join()
    every = [took for some in times.values() for took in some]
    if not every:
        print(f"\nNobody got in: {errors[:3]}")
        return
    print(f"\n{given.people} people, a click after {given.think:.0f} s on average, for {given.crowd:.0f} s; processor of the portal, arrival included:"
          f" {(processor(given.pid) - before) / (time.monotonic() - began):.2f}\n")
    print("| click on | clicks | p50 ms | p95 ms | max ms |\n| --- | --- | --- | --- | --- |")
    for name, some in [("anything", every)] + sorted(times.items()):
        print(f"| {name} | {len(some):,} | {statistics.median(some):.0f} | {quantile(some, 0.95):.0f} | {max(some):.0f} |")
    print(f"\n{len(errors)} errors{': ' + '; '.join(errors[:3]) if errors else ''}")


def taken_away(given, accounts):
    """The long list as a workbook, asked for as the button asks: the first byte and all of it. The first round is of a cold process."""
    print(f"\n| the list of {given.rows:,} customers as a workbook, from the database over HTTP | first byte after ms | all of it after s | MB |\n| --- | --- | --- | --- |")
    for number in range(1, given.rounds + 1):
        tab = Tab(given.address, "carl", accounts["carl"])
        before = time.perf_counter()
        tab.connection.request("GET", "/api/gatehouse/v1/risk-lists/2.xlsx", headers={"Authorization": basic("carl", accounts["carl"])})
        answer = tab.connection.getresponse()
        if answer.status != 200:
            raise IOError(f"{answer.status} {answer.read(200)!r}")
        size = len(answer.read(1))
        first = time.perf_counter() - before
        while part := answer.read(1 << 20):
            size += len(part)
        print(f"| round {number} | {1_000 * first:.0f} | {time.perf_counter() - before:.1f} | {size / 1e6:.1f} |", flush=True)


def basic(user, password):
    import base64

    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("--data", required=True)
    parser.add_argument("--pid", type=int, required=True)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--warm", type=int, default=5)
    parser.add_argument("--turns", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=6, help="for each screen, after which it is left")
    parser.add_argument("--aim", type=float, default=100)
    parser.add_argument("--scroll", type=int, default=500, help="the row that grids are scrolled to")
    parser.add_argument("--segment", default="plan_type=basic")
    parser.add_argument("--only", default="", help="screens with this in their name")
    parser.add_argument("--parts", default="screens,first,heap,crowd,workbook")
    parser.add_argument("--sessions", type=int, default=60)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--arrive", type=float, default=40, help="seconds within which people sign in")
    parser.add_argument("--crowd", type=float, default=60)
    parser.add_argument("--think", type=float, default=10)
    parser.add_argument("--rounds", type=int, default=3, help="of the workbook")
    given = parser.parse_args()
    with open(os.path.join(given.data, "demo-accounts.txt"), encoding="utf-8") as file:
        accounts = dict(line.split()[:2] for line in file if line.strip())
    parts = given.parts.split(",")
    if "screens" in parts:
        one_by_one(given, accounts)
    if "first" in parts:
        first_load(given)
    if "heap" in parts:
        heap(given, accounts)
    if "crowd" in parts:
        crowd(given, accounts)
    if "workbook" in parts:
        taken_away(given, accounts)


if __name__ == "__main__":
    main()
