"""Asks of an evidence folder what the registry will ask, before asking for promotion.

    python check_evidence.py path/to/evaluation/m-…
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import pandas as pd

import policy_rules as rules

GATED = ["plan_type", "age_band", "region"]


def check_performance(table: pd.DataFrame, page: dict) -> tuple[list[str], str]:
    """The floor and the gap; returns lines to read and the verdict."""
    parts = [table[table[page["split"]] == name] for name in ("val", "test")]
    arrays = [part[page[key]].to_numpy() for part in parts for key in ("label", "score")]
    judged = rules.judge_performance(*arrays)
    line = (
        f"performance  {judged.verdict}: test AUC {judged.auc:.4f}, gap {judged.gap:+.4f} "
        f"[{judged.gap_low:+.4f}, {judged.gap_high:+.4f}]"
    )
    return [line], judged.verdict


def check_fairness(test: pd.DataFrame, page: dict) -> tuple[list[str], str]:
    """True-positive-rate ratios of every gated segment; the worst verdict of all."""
    lines, verdicts = [], set()
    segments = [name for name in GATED if name in page["segments"]]
    tests = sum(test[name].nunique() - 1 for name in segments)
    reached = (test[page["label"]] == 1) & (test[page["score"]] >= np.float32(rules.THRESHOLD))
    for name in segments:
        counts = pd.DataFrame(
            {"hits": reached, "positives": test[page["label"]] == 1, "sizes": True}
        ).groupby(test[name]).sum()
        judged = rules.judge_groups(
            *(counts[column].to_numpy() for column in ("hits", "positives", "sizes")), tests
        )
        verdicts |= set(judged.verdict)
        for k, group in enumerate(counts.index):
            lines.append(
                f"fairness     {judged.verdict[k]}: {name} {group}: TPR "
                f"{counts.hits.iloc[k]}/{counts.positives.iloc[k]}, ratio {judged.ratio[k]:.3f} "
                f"[{judged.low[k]:.3f}, {judged.high[k]:.3f}], for FAIL "
                f"[{judged.fail_low[k]:.3f}, {judged.fail_high[k]:.3f}]"
            )
    worst = next(v for v in (rules.FAIL, rules.INCONCLUSIVE, rules.PASS) if v in verdicts)
    return lines, worst


def check_value(test: pd.DataFrame, page: dict) -> tuple[list[str], str]:
    """Net value against the champion on the same rows, or against nobody."""
    label, score = test[page["label"]].to_numpy(), test[page["score"]].to_numpy()
    if "baseline" not in page:
        own = rules.profit(label, score)
        low = own.mean() - 1.96 * own.std(ddof=1) / np.sqrt(len(own))
        verdict = rules.PASS if low > 0 else rules.INCONCLUSIVE
        return [f"value        {verdict}: {own.mean():.3f} a row, from {low:.3f}"], verdict
    judged = rules.judge_value(label, score, test[page["baseline"]["score"]].to_numpy())
    line = (
        f"value        {judged.verdict}: {judged.net:.3f} a row, {judged.difference:+.3f} "
        f"[{judged.difference_low:+.3f}, {judged.difference_high:+.3f}] against the champion, "
        f"margin {judged.margin:+.3f}; AUC {judged.auc_difference:+.4f} from "
        f"{judged.auc_difference_low:+.4f}"
    )
    return [line], judged.verdict


def check(folder: Path) -> tuple[list[str], dict[str, str]]:
    """All three questions; returns lines to read and the verdict of each."""
    page = json.loads((folder / "evidence.json").read_text(encoding="utf-8"))
    table = pd.read_parquet(folder / "predictions.parquet")
    test = table[table[page["split"]] == "test"]
    answers = {
        "performance": check_performance(table, page),
        "fairness": check_fairness(test, page),
        "value": check_value(test, page),
    }
    lines = [line for said, _ in answers.values() for line in said]
    return lines, {name: verdict for name, (_, verdict) in answers.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="holds evidence.json and predictions.parquet")
    lines, verdicts = check(parser.parse_args().folder)
    print("\n".join(lines))
    print("; ".join(f"{name} {verdict}" for name, verdict in verdicts.items()))


if __name__ == "__main__":
    main()
