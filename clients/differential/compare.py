"""Sends the same generated calls to MLflow's own server and to Gatehouse and compares what they answer.

    python compare.py --theirs http://localhost:5000 --ours http://localhost:8080 [--seed N] [--calls N] [--plan N]

Plans of some sixty calls each follow from the seed and their number, so that one can be sent again alone (--plan). Where answers differ
and no rule of allowed.json fits, the plan is cut down to the calls that are needed and printed. Ends with 1 if there was one.
"""

import argparse
import collections
import copy
import json
import secrets
import sys

import artifact_calls
import parts_calls
import receiver
import registry_calls
import tracking_calls
import webhook_calls
from differences import Allowed, between
from mistakes import spoil
from plan import Draw
from side import Side

LENGTH = 60
MISTAKES = 0.14


def plan_of(seed, number, parts):
    """First a little world, then calls at random, some of them wrong."""
    draw = Draw(f"{seed}:{number}")
    calls = [tracking_calls.create_experiment(draw), tracking_calls.create_run(draw), tracking_calls.log_batch(draw)]
    calls += [registry_calls.create_model(draw), registry_calls.create_logged(draw)]
    if parts:
        return calls[:2] + [parts_calls.upload(draw) for _ in range(LENGTH // 4)]
    emphasis = number % 4
    groups = [(tracking_calls, 6 if emphasis == 0 else 3), (registry_calls, 6 if emphasis == 1 else 3), (artifact_calls, 1)]
    if emphasis == 3:
        groups.append((webhook_calls, 9))
    makers = [(maker, weight * factor) for group, factor in groups for maker, weight in group.CALLS]
    while len(calls) < LENGTH:
        maker = draw.random.choices([m for m, _ in makers], [w for _, w in makers])[0]
        call = maker(draw)
        calls.append(spoil(draw, call) if draw.chance(MISTAKES) else call)
    return calls


class Comparison:
    def __init__(self, theirs, ours, administrator):
        told = receiver.started()
        self.sides = Side(theirs, told), Side(ours, told, administrator)
        self.allowed = Allowed()
        self.sent = self.excused = 0

    def play(self, calls):
        """Sends calls until the sides have gone apart; gives the number sent and, by call, the differences that nothing allows."""
        nonce, apart = "n" + secrets.token_hex(4), []
        for side in self.sides:
            side.begin(nonce, calls)
        for number, call in enumerate(calls, start=1):
            theirs, ours = (side.send(copy.deepcopy(call)) for side in self.sides)
            self.sent += 1
            found = between(call, theirs, ours)
            if call.spoilt and ("search" in call.path or "get-by-name" in call.path or call.path.endswith("artifacts")):
                # It may have found what another plan left, under ids that this one does not know.
                found = [difference for difference in found if difference.what in ("status", "code", "message")]
            rules = {difference: self.allowed.rule(difference, call) for difference in found}
            unexcused = [difference for difference, rule in rules.items() if rule is None]
            self.excused += len(found) - len(unexcused)
            apart += [(number, difference) for difference in unexcused]
            if theirs.status != ours.status and 200 in (theirs.status, ours.status) or self.allowed.ends_plan & set(rules.values()):
                # What was written on one side alone would make everything after it differ.
                return number, apart
        return len(calls), apart

    def cut(self, calls, signature):
        """The plan without the calls that the difference does not need."""
        needed = list(calls)
        size = max(1, len(needed) // 2)
        while size >= 1:
            at = 0
            while at < len(needed) - 1:
                fewer = needed[:at] + needed[min(at + size, len(needed) - 1) :]
                _, found = self.play(fewer)
                if any(difference.signature == signature for _, difference in found):
                    needed = fewer
                else:
                    at += size
            size //= 2
        return needed


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--theirs", required=True, help="address of MLflow's own server")
    arguments.add_argument("--ours", required=True, help="address of Gatehouse")
    arguments.add_argument("--administrator", help="name:password of an administrator of Gatehouse, for calls on webhooks")
    arguments.add_argument("--seed", default="1")
    arguments.add_argument("--calls", type=int, default=5_000, help="how many calls to send at least (5000)")
    arguments.add_argument("--plan", type=int, help="one plan of the seed alone")
    arguments.add_argument("--parts", action="store_true", help="files in parts alone, which MLflow's own server takes with artifacts in a bucket")
    arguments.add_argument("--uncut", action="store_true", help="print plans as they are, without cutting them down")
    options = arguments.parse_args()
    comparison = Comparison(options.theirs, options.ours, tuple(options.administrator.split(":", 1)) if options.administrator else None)
    seen = collections.Counter()
    main_calls = plans = 0
    number = options.plan or 0
    while main_calls < options.calls and (options.plan is None or plans == 0):
        calls = plan_of(options.seed, number, options.parts)
        sent, found = comparison.play(calls)
        main_calls, plans = main_calls + sent, plans + 1
        for at, difference in found:
            seen[difference.signature] += 1
            if seen[difference.signature] == 1:
                report(options, comparison, number, calls[:at], difference)
        number += 1
    print(f"seed {options.seed}: {main_calls} calls in {plans} plans; {len(seen)} kinds of differences ({seen.total()}); {comparison.excused} allowed")
    for at, (_, reason) in enumerate(comparison.allowed.rules):
        if at in comparison.allowed.used:
            print(f"  allowed {comparison.allowed.used[at]} times: {reason}")
    sys.exit(1 if seen else 0)


def report(options, comparison, number, calls, difference):
    print(f"DIFFERENT, seed {options.seed}, plan {number}: {difference.told()}")
    if not options.uncut:
        calls = comparison.cut(calls, difference.signature)
    for call in calls[-12:] if options.uncut else calls:
        print("    " + call.told())
    print(flush=True)


if __name__ == "__main__":
    main()
