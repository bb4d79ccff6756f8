"""Computes what the tests of this module compare with, by tools that others wrote.

    python -m venv venv && venv/bin/pip install -r requirements.txt
    venv/bin/python reference_values.py ../resources/reference

Each table names in its last column the function that made the row; the versions are those of requirements.txt.
"""
import csv
import itertools
import sys
from pathlib import Path

import fairlearn.metrics
import numpy as np
import pandas as pd
from scipy import optimize, stats
from sklearn import metrics
from statsmodels.stats import contingency_tables as tables
from statsmodels.stats import proportion
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import score_test_proportions_2indep

OUT = Path(sys.argv[1])


def write(name, header, rows):
    with open(OUT / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow([repr(float(v)) if isinstance(v, float) else v for v in row])


PAIRS = [(930, 3000, 960, 3000), (180, 1200, 420, 1500), (9, 40, 300, 1000), (1, 20, 7, 25), (3, 17, 11, 19),
         (0, 30, 5, 40), (5, 40, 0, 30), (30, 30, 25, 40), (2, 9, 2, 9), (1_200_345, 6_000_000, 4_000_000, 20_000_000)]
CONFIDENCES = [0.90, 0.95, 1 - 0.05 / 3, 0.99]


def koopman(x1, n1, x2, n2, level):
    """Inverts the test: confint_proportions_2indep misses the upper end where x1 = n1 (1.2727 for 30/30 and 25/40 at 0.99)."""
    def excess(log_ratio):
        return score_test_proportions_2indep(
            x1, n1, x2, n2, value=np.exp(log_ratio), compare="ratio", correction=False).statistic ** 2 - limit
    limit = stats.norm.isf((1 - level) / 2) ** 2
    estimate = np.log(x1 / n1 / (x2 / n2))
    return (float(np.exp(optimize.brentq(excess, estimate - 6, estimate, xtol=1e-14))),
            float(np.exp(optimize.brentq(excess, estimate, estimate + 6, xtol=1e-14))))


def intervals():
    for (x1, n1, x2, n2), level in itertools.product(PAIRS, CONFIDENCES):
        alpha = 1 - level
        low, high = proportion.proportion_confint(x1, n1, alpha, method="wilson")
        yield ["wilson", x1, n1, "", "", level, low, high, "statsmodels proportion_confint(method='wilson')"]
        low, high = proportion.proportion_confint(x1, n1, alpha, method="beta")
        yield ["clopper-pearson", x1, n1, "", "", level, float(np.nan_to_num(low)), high,
               "statsmodels proportion_confint(method='beta')"]
        exact = stats.binomtest(x1, n1).proportion_ci(level, method="exact")
        yield ["clopper-pearson", x1, n1, "", "", level, exact.low, exact.high,
               "scipy binomtest().proportion_ci(method='exact')"]
        low, high = proportion.confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff", alpha=alpha)
        yield ["newcombe", x1, n1, x2, n2, level, low, high,
               "statsmodels confint_proportions_2indep(compare='diff', method='newcomb')"]
        if x1 > 0 and x2 > 0:
            katz = stats.contingency.relative_risk(x1, n1, x2, n2).confidence_interval(level)
            yield ["katz", x1, n1, x2, n2, level, katz.low, katz.high,
                   "scipy contingency.relative_risk().confidence_interval()"]
            low, high = koopman(x1, n1, x2, n2, level)
            yield ["koopman", x1, n1, x2, n2, level, low, high,
                   "statsmodels score_test_proportions_2indep(compare='ratio'), inverted by scipy brentq"]


def hypotheses():
    for x1, n1, x2, n2 in PAIRS:
        table = np.array([[x1, n1 - x1], [x2, n2 - x2]])
        z, p = proportion.proportions_ztest([x1, x2], [n1, n2])
        yield ["POOLED_Z", x1, n1, x2, n2, z, p, "statsmodels proportions_ztest"]
        chi2 = stats.chi2_contingency(table, correction=False)
        yield ["CHI_SQUARED", x1, n1, x2, n2, chi2.statistic, chi2.pvalue, "scipy chi2_contingency(correction=False)"]
        if n1 + n2 < 100_000:
            p = stats.fisher_exact(table).pvalue
            yield ["FISHER_EXACT", x1, n1, x2, n2, float(x1), float(p), "scipy fisher_exact"]


def mcnemar():
    for b, c in [(25, 12), (1, 2), (0, 7), (10, 10), (120, 80), (3, 3), (0, 1)]:
        table = [[50, b], [c, 40]]
        exact = tables.mcnemar(table, exact=True)
        yield ["MCNEMAR_EXACT", b, c, exact.statistic, exact.pvalue, "statsmodels mcnemar(exact=True)"]
        less, point = stats.binom.cdf(min(b, c), b + c, .5), stats.binom.pmf(min(b, c), b + c, .5)
        yield ["MCNEMAR_MID_P", b, c, float(min(b, c)), float(2 * less - point), "scipy binom: 2 cdf − pmf"]
        if b != c:
            chi2 = tables.mcnemar(table, exact=False, correction=True)
            yield ["MCNEMAR_CHI_SQUARED", b, c, chi2.statistic, chi2.pvalue,
                   "statsmodels mcnemar(exact=False, correction=True)"]


def strata():
    # The second has a gap that turns round inside the strata; the third a stratum without events.
    cases = [[(20, 100, 30, 120), (15, 80, 40, 150), (9, 30, 12, 35)],
             [(81, 87, 234, 270), (192, 263, 55, 80)],
             [(0, 20, 0, 25), (7, 40, 14, 45), (3, 10, 9, 12)],
             [(180, 1200, 420, 1500)]]
    for case in cases:
        result = tables.StratifiedTable([np.array([[x1, n1 - x1], [x2, n2 - x2]], float) for x1, n1, x2, n2 in case])
        test = result.test_null_odds(correction=False)
        text = ";".join(f"{x1}/{n1}:{x2}/{n2}" for x1, n1, x2, n2 in case)
        yield [text, float(test.statistic), float(test.pvalue), float(result.riskratio_pooled),
               "statsmodels StratifiedTable.test_null_odds(correction=False), riskratio_pooled"]


def adjusted():
    families = [[.01, .04, .03, .005], [.5], [.9, .8, .7], [.001, .001, .2, .2, 1.0], [.0, .05, .05, .051, .3, .011]]
    for family in families:
        text = ";".join(map(repr, family))
        for method in ("holm", "fdr_bh"):
            values = multipletests(family, method=method)[1]
            yield [method, text, ";".join(repr(float(v)) for v in values), f"statsmodels multipletests(method='{method}')"]
        values = stats.false_discovery_control(family)
        yield ["fdr_bh", text, ";".join(repr(float(v)) for v in values), "scipy false_discovery_control"]


def scored():
    """Four groups, of which one is scored too low and one has a score that ranks badly; scores of four digits, some tied."""
    random = np.random.default_rng(144)
    for group, size, shift, noise in [("north", 260, 0, .3), ("south", 180, -.9, .3), ("east", 120, 0, 2.0), ("isle", 40, .2, .5)]:
        logit = random.normal(-.8, 1.6, size)
        label = random.random(size) < 1 / (1 + np.exp(-logit))
        score = np.round(1 / (1 + np.exp(-(logit + shift + random.normal(0, noise, size)))), 2 if group == "isle" else 4)
        for y, p in zip(label, score):
            yield [group, int(y), float(p)]


def figures(rows):
    frame = pd.DataFrame(rows, columns=["group", "label", "score"])
    for group, part in [("ALL", frame), *frame.groupby("group")]:
        y, p = part.label.to_numpy(), part.score.to_numpy()
        v = p * (1 - p)
        yield [group, "auc", float(metrics.roc_auc_score(y, p)), "scikit-learn roc_auc_score"]
        yield [group, "brier", float(metrics.brier_score_loss(y, p)), "scikit-learn brier_score_loss"]
        yield [group, "brier_skill", float(metrics.d2_brier_score(y, p)), "scikit-learn d2_brier_score"]
        z = float((y.sum() - p.sum()) / np.sqrt(v.sum()))
        yield [group, "oe", float(y.sum() / p.sum()), "numpy"]
        yield [group, "oe_z", z, "numpy"]
        yield [group, "oe_p", float(2 * stats.norm.sf(abs(z))), "numpy, scipy norm.sf"]
        z = float(((y - p) * (1 - 2 * p)).sum() / np.sqrt(((1 - 2 * p) ** 2 * v).sum()))
        yield [group, "spiegelhalter_z", z, "numpy"]
        yield [group, "spiegelhalter_p", float(2 * stats.norm.sf(abs(z))), "numpy, scipy norm.sf"]
        band = np.minimum((p * 10).astype(int), 9)
        yield [group, "ece", float(sum(abs(y[band == b].sum() - p[band == b].sum()) for b in range(10)) / len(y)), "numpy"]
    yes = (frame.score >= .2).astype(int)
    args = dict(y_true=frame.label, y_pred=yes, sensitive_features=frame.group)
    for name in ["demographic_parity_difference", "demographic_parity_ratio", "equal_opportunity_difference",
                 "equal_opportunity_ratio", "equalized_odds_difference", "equalized_odds_ratio"]:
        yield ["ALL", name, float(getattr(fairlearn.metrics, name)(**args)), f"fairlearn {name}"]
    measured = fairlearn.metrics.MetricFrame(metrics=fairlearn.metrics.false_positive_rate, **args)
    yield ["ALL", "fpr_difference_to_overall", float(measured.difference(method="to_overall")), "fairlearn MetricFrame.difference"]
    yield ["ALL", "fpr_ratio_to_overall", float(measured.ratio(method="to_overall")), "fairlearn MetricFrame.ratio"]


if __name__ == "__main__":
    rows = list(scored())
    write("scored.csv", ["group", "label", "score"], rows)
    write("scored_figures.csv", ["group", "figure", "value", "tool"], figures(rows))
    write("intervals.csv", ["method", "x1", "n1", "x2", "n2", "confidence", "low", "high", "tool"], intervals())
    write("hypotheses.csv", ["method", "x1", "n1", "x2", "n2", "statistic", "p", "tool"], hypotheses())
    write("mcnemar.csv", ["method", "b", "c", "statistic", "p", "tool"], mcnemar())
    write("strata.csv", ["strata", "statistic", "p", "ratio", "tool"], strata())
    write("adjusted.csv", ["method", "p", "adjusted", "tool"], adjusted())
