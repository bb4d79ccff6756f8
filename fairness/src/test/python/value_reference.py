"""Computes what the tests of the value mathematics compare with, by tools that others wrote or from single rows.

    python -m venv venv && venv/bin/pip install -r value_requirements.txt
    venv/bin/python value_reference.py ../resources/reference

Each table names in its last column the function that made the row; the versions are those of value_requirements.txt.
"""
import csv
import sys
from pathlib import Path

import numpy as np
from empulse.metrics import empc_score, mpc_score, savings_score
from scipy import integrate, optimize, stats

OUT = Path(sys.argv[1])


def write(name, header, rows):
    with open(OUT / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow([number(v) if isinstance(v, float) else v for v in row])


def number(value):
    """As Java reads it."""
    return "Infinity" if value == float("inf") else repr(float(value))


TWELVE = [1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0]
MODEL_A = [.90, .80, .70, .65, .60, .55, .50, .40, .35, .30, .20, .10]
MODEL_B = [.85, .90, .40, .70, .55, .30, .60, .45, .65, .20, .25, .15]
LAWS = [(200, 10, 1, .3, 6, 14), (100, 30, 5, .25, 2, 6), (200, 0, 1, .1, 6, 14), (50, 10, 0, .5, 1.5, 1.5),
        (40, 12, 3, .9, .7, .9)]


def curves():
    rng = np.random.default_rng(20130501)
    yield TWELVE, MODEL_A
    yield TWELVE, MODEL_B
    yield [0, 1, 0, 1, 0, 1, 0, 1], [.1, .2, .3, .4, .5, .7, .8, .9]  # the example of empulse's documentation
    for rows, digits, rate in [(60, 2, .3), (60, 1, .3), (80, 3, .1), (80, 1, .6)]:
        score = rng.beta(1.2, 2.5, rows)
        label = (rng.random(rows) < np.clip(score * rate / score.mean(), 0, 1)).astype(int)
        yield label.tolist(), np.round(score, digits).tolist()


def maximum_profit():
    for label, score in curves():
        for value, offer, contact, rate, alpha, beta in LAWS:
            money = {"clv": value, "incentive_cost": offer, "contact_cost": contact}
            most, fraction = best_by_rows(label, score, value, offer, contact, rate)
            assert abs(most - mpc_score(label, score, accept_rate=rate, **money)) < 1e-12
            yield ["MP", text(score), bits(label), value, offer, contact, rate, alpha, beta, most, fraction,
                   "empulse mpc_score; fraction by enumeration"]
            law = {"alpha": alpha, "beta": beta}
            expected = empc_score(label, score, **law, **money)
            # The same by numerical quadrature over the save rate, from single rows and without a hull.
            by_rows = integrate.quad(
                lambda g: best_by_rows(label, score, value, offer, contact, g)[0] * stats.beta.pdf(g, alpha, beta),
                0, 1, limit=2000, points=np.linspace(.02, .98, 49))[0]
            assert abs(expected - by_rows) < 1e-4 * max(1, expected), (expected, by_rows)
            yield ["EMPC", text(score), bits(label), value, offer, contact, rate, alpha, beta, float(expected),
                   float(empc_score.optimal_rate(label, score, **law, **money)), "empulse empc_score, optimal_rate"]


def best_by_rows(label, score, value, offer, contact, rate):
    """Maximum over all thresholds, the highest of equals; thresholds between rows of equal score do not exist."""
    label, score = np.array(label), np.array(score)
    best = (0.0, 0.0)
    for threshold in sorted(set(score), reverse=True):
        flagged = score >= threshold
        leavers, stayers = int(label[flagged].sum()), int((1 - label[flagged]).sum())
        net = leavers * (rate * (value - offer) - contact) - stayers * (offer + contact)
        if net / len(label) > best[0] + 1e-12:
            best = (net / len(label), float(flagged.mean()))
    return best


def own_value():
    rng = np.random.default_rng(20150815)
    for rows, offer, contact, rate, month, running in [
            (40, 10, 1, .3, 1000, 0), (200, 10, 1, .3, 50_000, 450), (200, 5, .5, .12, 5000, 250),
            (120, 20, 2, .45, 20_000, 900), (400, 10, 1, .05, 3000, 0)]:
        value = np.round(rng.gamma(4, 50, rows), 2)
        label = (rng.random(rows) < .35).astype(int)
        challenger = (rng.random(rows) < .2 + .5 * label).astype(int)
        champion = (rng.random(rows) < .25 + .4 * label).astype(int)
        worth = np.where(label == 1, rate * (value - offer) - contact, -(offer + contact))
        mine, theirs = worth * challenger, worth * champion
        savings = savings_score(
            label, challenger, fn_cost=value, fp_cost=offer + contact,
            tp_cost=contact + rate * offer + (1 - rate) * value)
        benefit = rate * value * label * challenger
        cost = np.where(label == 1, contact + rate * offer, contact + offer) * challenger
        low, high = fieller(benefit, cost, month, running)
        yield [text(value), bits(label), bits(challenger), bits(champion), offer, contact, rate, month, running,
               float(mine.mean()), float(mine.std(ddof=1)), float((mine - theirs).mean()),
               float((mine - theirs).std(ddof=1)), float(savings), float(benefit.sum() / cost.sum() - 1),
               low, high,
               "numpy mean, std(ddof=1); empulse savings_score; scipy brentq on (N - rD)^2 = z^2 var(N - rD)"]


def fieller(benefit, cost, month, running):
    """Ends of the 95 % interval of the monthly return: where the net at a price r of the cost is just significant."""
    z = stats.norm.ppf(.975)
    estimate = month * benefit.mean() / (month * cost.mean() + running)

    def excess(r):
        mean = month * benefit.mean() - r * (month * cost.mean() + running)
        return mean ** 2 - z ** 2 * month ** 2 * (benefit - r * cost).var(ddof=1) / len(cost)

    return (optimize.brentq(excess, estimate - 50, estimate, xtol=1e-13) - 1,
            optimize.brentq(excess, estimate, estimate + 50, xtol=1e-13) - 1)


def break_even():
    for leavers, flagged in [(4, 7), (300, 800), (0, 12), (5, 5), (55, 340)]:
        for value, offer, contact in [(200, 10, 1), (80, 20, 3)]:
            ends = stats.binomtest(leavers, flagged).proportion_ci(.95, method="wilson")
            rates = [float(np.inf) if p == 0 else ((1 - p) * (offer + contact) / p + contact) / (value - offer)
                     for p in (leavers / flagged, ends.low, ends.high)]
            yield [leavers, flagged, value, offer, contact, *rates, "scipy binomtest().proportion_ci(method='wilson')"]


def text(numbers):
    return ";".join(repr(float(n)) for n in numbers)


def bits(flags):
    return "".join(str(int(f)) for f in flags)


write("maximum_profit.csv",
      ["measure", "scores", "labels", "value", "offer", "contact", "save_rate", "alpha", "beta", "money", "fraction",
       "tool"],
      maximum_profit())
write("own_value.csv",
      ["values", "labels", "challenger", "champion", "offer", "contact", "save_rate", "customers_per_month", "running",
       "mean", "deviation", "difference", "difference_deviation", "savings", "roi_of_contacts", "roi_low", "roi_high",
       "tool"],
      own_value())
write("break_even.csv",
      ["leavers", "flagged", "value", "offer", "contact", "save_rate", "at_low_precision", "at_high_precision", "tool"],
      break_even())
