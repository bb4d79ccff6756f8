"""Times pandas, scikit-learn, scipy and fairlearn on the tables that the judge was timed on, and holds their figures against the judge's.

Usage: compare.py FOLDER ROWS [ROWS ...], after JudgeBenchmark left FOLDER/ROWS.parquet and FOLDER/ROWS.json. Prints a Markdown table.
DRAWS is the number of bootstrap draws (100), LONG_DRAWS that of a second round on small tables (1000; 0 for none), DRAWS_OF_MANY that on
more than 10,000 rows (as DRAWS); MOST_BOOTSTRAPPED the number of rows up to which any are made (1,000,000).
"""

import json
import os
import sys
import time

import numpy as np
import pandas as pd
import scipy
import sklearn
import fairlearn
from fairlearn.metrics import MetricFrame, selection_rate, true_positive_rate
from scipy.stats import binomtest, mannwhitneyu
from sklearn.metrics import (
    average_precision_score,
    brier_score_loss,
    log_loss,
    precision_score,
    recall_score,
    roc_auc_score,
)

SEGMENTS = ["plan_type", "age_band", "region", "tenure", "channel", "device"]
THRESHOLD = 0.2
DRAWS = int(os.environ.get("DRAWS", "100"))
DRAWS_OF_MANY = int(os.environ.get("DRAWS_OF_MANY", DRAWS))
LONG_DRAWS = int(os.environ.get("LONG_DRAWS", "1000"))
MOST_BOOTSTRAPPED = int(os.environ.get("MOST_BOOTSTRAPPED", "1000000"))
CELLS = ["tp", "fp", "fn", "tn"]


def timed(task):
    start = time.perf_counter()
    result = task()
    return time.perf_counter() - start, result


def same(name, ours, theirs):
    if not np.isclose(ours, theirs, rtol=1e-9, atol=1e-9):
        raise SystemExit(f"{name}: the judge says {ours!r}, Python says {theirs!r}")


def confusion(frame):
    """Counts by group with pandas alone."""
    flagged = frame["score"].to_numpy() >= THRESHOLD
    label = frame["label"].to_numpy() == 1
    cells = pd.DataFrame(
        {"tp": flagged & label, "fp": flagged & ~label, "fn": ~flagged & label, "tn": ~flagged & ~label}
    )
    return {s: cells.groupby(frame[s].to_numpy(), sort=True).sum() for s in SEGMENTS}


def by_segment(frame):
    """AUC, Brier's score, recall and precision of every group with scikit-learn."""
    result = {}
    for segment in SEGMENTS:
        for group, rows in frame.groupby(segment, observed=True):
            y, p = rows["label"].to_numpy(), rows["score"].to_numpy()
            flagged = p >= THRESHOLD
            result[segment, group] = {
                "auc": roc_auc_score(y, p),
                "brier": brier_score_loss(y, p),
                "recall": recall_score(y, flagged),
                "precision": precision_score(y, flagged),
            }
    return result


def overall(frame):
    y, p = frame["label"].to_numpy(), frame["score"].to_numpy()
    return {
        "auc": roc_auc_score(y, p),
        "brier": brier_score_loss(y, p),
        "log_loss": log_loss(y, p),
        "average_precision": average_precision_score(y, p),
    }


def intervals(frame):
    """Mann-Whitney's U and Wilson's interval of the recall of every group with scipy."""
    result = {}
    for segment in SEGMENTS:
        for group, rows in frame.groupby(segment, observed=True):
            left = rows["label"].to_numpy() == 1
            p = rows["score"].to_numpy()
            u = mannwhitneyu(p[left], p[~left], method="asymptotic").statistic
            found = int((p[left] >= THRESHOLD).sum())
            wilson = binomtest(found, int(left.sum())).proportion_ci(method="wilson")
            result[segment, group] = (u / (left.sum() * (~left).sum()), wilson.low, wilson.high)
    return result


def frames(frame, draws):
    """fairlearn's MetricFrame per segment, with percentile intervals if draws are asked for."""
    y, flagged = frame["label"].to_numpy(), (frame["score"].to_numpy() >= THRESHOLD).astype(int)
    metrics = {"recall": true_positive_rate, "precision": precision_score, "selection": selection_rate}
    boot = {"n_boot": draws, "ci_quantiles": [0.025, 0.975], "random_state": 42} if draws else {}
    result = {}
    for segment in SEGMENTS:
        made = MetricFrame(metrics=metrics, y_true=y, y_pred=flagged, sensitive_features=frame[segment], **boot)
        result[segment] = (made.by_group, made.by_group_ci if draws else None)
    return result


def hold_against(ours, counts, per_group, mann_whitney, of_all, plain):
    for name, value in of_all.items():
        same(name, ours[name], value)
    for segment in SEGMENTS:
        for group, figures in ours["segments"][segment].items():
            for cell in CELLS:
                same(f"{cell} of {group}", figures[cell], counts[segment].loc[group, cell])
            theirs = per_group[segment, group]
            recall = figures["tp"] / (figures["tp"] + figures["fn"])
            precision = figures["tp"] / (figures["tp"] + figures["fp"])
            same(f"AUC of {group}", figures["auc"], theirs["auc"])
            same(f"Brier of {group}", figures["brier"], theirs["brier"])
            same(f"AUC of {group} by scipy", figures["auc"], mann_whitney[segment, group][0])
            same(f"recall of {group}", recall, theirs["recall"])
            same(f"precision of {group}", precision, theirs["precision"])
            same(f"recall of {group} by fairlearn", recall, plain[segment][0].loc[group, "recall"])
            same(f"precision of {group} by fairlearn", precision, plain[segment][0].loc[group, "precision"])


def line(what, seconds, base, note=""):
    shown = f"{seconds:,.3f}" if seconds < 10 else f"{seconds:,.1f}"
    print(f"| {what} | {shown} | {seconds / base:,.1f} × |{' ' + note if note else ''} |", flush=True)


def compare(folder, rows):
    with open(f"{folder}/{rows}.json", encoding="utf-8") as file:
        ours = json.load(file)
    base = float(np.median(ours["seconds"][1:] or ours["seconds"]))
    read, frame = timed(lambda: pd.read_parquet(f"{folder}/{rows}.parquet", columns=["label", "score", *SEGMENTS]))
    counting, counts = timed(lambda: confusion(frame))
    grouping, per_group = timed(lambda: by_segment(frame))
    scoring, of_all = timed(lambda: overall(frame))
    testing, mann_whitney = timed(lambda: intervals(frame))
    framing, plain = timed(lambda: frames(frame, 0))
    hold_against(ours, counts, per_group, mann_whitney, of_all, plain)

    print(f"\n### {rows:,} rows, six segments\n\n| what | seconds | ours takes 1, it takes | |\n| --- | --- | --- | --- |")
    line("Gatehouse: file to verdict", base, base, f"first time {ours['seconds'][0]:.3f} s")
    line("pandas: read the file, confusion counts by group", read + counting, base)
    line("scikit-learn: AUC, Brier, recall, precision by group and overall", read + grouping + scoring, base)
    line("scipy: Mann-Whitney and Wilson by group", read + testing, base)
    line("fairlearn: MetricFrame, no intervals", read + framing, base)
    if rows <= MOST_BOOTSTRAPPED:
        made = DRAWS if rows <= 10_000 else DRAWS_OF_MANY
        booting, _ = timed(lambda: frames(frame, made))
        line(f"fairlearn: MetricFrame with intervals of {made} draws", read + booting, base)
        if rows <= 10_000 and LONG_DRAWS:
            longer, _ = timed(lambda: frames(frame, LONG_DRAWS))
            line(f"fairlearn: MetricFrame with intervals of {LONG_DRAWS} draws", read + longer, base)
    python = read + counting + grouping + scoring + testing + framing
    line("all of the above but the draws, which together give our figures", python, base)


def main():
    print(
        f"Python {sys.version.split()[0]}, fairlearn {fairlearn.__version__}, scikit-learn {sklearn.__version__},"
        f" scipy {scipy.__version__}, pandas {pd.__version__}; load of the machine {os.getloadavg()[0]:.1f} on"
        f" {os.cpu_count()} cores. All figures that both have agree to 1e-9."
    )
    for rows in sys.argv[2:]:
        compare(sys.argv[1], int(rows))


main()
