"""Holds two risk lists against each other cell by cell, or prints the table of two timings.

Usage: compare.py same OURS.xlsx THEIRS.xlsx
       compare.py table ROWS OURS.jsonl THEIRS.jsonl
"""

import json
import statistics
import sys

import openpyxl


def values(path):
    sheet = openpyxl.load_workbook(path, read_only=True)["Risk list"]
    return [row for row in sheet.iter_rows(min_row=3, max_col=15, values_only=True)]


def same(ours, theirs):
    left, right = values(ours), values(theirs)
    if len(left) != len(right):
        raise SystemExit(f"One list has {len(left)} rows, the other {len(right)}")
    for number, (mine, other) in enumerate(zip(left, right), start=3):
        if mine != other:
            raise SystemExit(f"Row {number} differs:\n  {mine}\n  {other}")
    print(f"The same {len(left) - 1:,} rows of {len(left[0])} columns in both", file=sys.stderr)


def rounds(path):
    with open(path) as lines:
        return [json.loads(line) for line in lines if line.startswith("{")]


def table(rows, ours, theirs):
    mine, other = rounds(ours), rounds(theirs)
    print("| rows × 15 columns | written by | median s | slowest s | first byte after ms | file MB |")
    print("| --- | --- | --- | --- | --- | --- |")

    def line(name, measured):
        seconds = [one["seconds"] for one in measured]
        first = f"{statistics.median(one['first_byte_ms'] for one in measured):.0f}" if "first_byte_ms" in measured[0] else "not before the end"
        print(f"| {int(rows):,} | {name} | {statistics.median(seconds):.1f} | {max(seconds):.1f} | {first} | {measured[0]['mb']} |")
        return statistics.median(seconds)

    gatehouse = line("Gatehouse, whole workbook, heap of 256 MB", mine)
    xlsxwriter = line("XlsxWriter, `constant_memory`, that sheet alone", other)
    print(f"\nXlsxWriter takes {xlsxwriter / gatehouse:.1f} times as long. "
          f"Heap of ours at its most {max(one['peak_heap_mb'] for one in mine)} MB; "
          f"memory of the whole process of XlsxWriter {max(one['peak_memory_mb'] for one in other)} MB.")


if __name__ == "__main__":
    {"same": same, "table": table}[sys.argv[1]](*sys.argv[2:])
