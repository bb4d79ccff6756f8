"""Writes the risk list of WorkbookBenchmark with XlsxWriter in its constant-memory mode: the same values, formats and rules.

Usage: xlsxwriter_list.py FILE ROWS ROUNDS; prints a line of JSON for each round. Heights of rows, the first sheet and the last are left
out, in its favour.
"""

import json
import os
import resource
import sys
import time

import xlsxwriter

PLANS = ["basic", "standard", "premium", "family"]
PRICES = [9.99, 14.99, 24.99, 29.99]
AGES = ["18-24", "25-34", "35-49", "50-64", "65+"]
REGIONS = ["north", "south", "east", "west"]
TENURES = ["up to a year", "1 to 3 years", "over 3 years"]
MOVEMENTS = ["New", "Up", "Down", "Unchanged"]
COLUMNS = [
    ("Rank", 7), ("Customer", 15), ("Score", 9), ("Risk", 12), ("Since last list", 12), ("Score on the last list", 11),
    ("Plan type", 13), ("Age band", 13), ("Region", 13), ("Tenure band", 13), ("Pays a month", 10),
    ("Reason 1", 31), ("Reason 2", 31), ("Reason 3", 31), ("Outcome", 11),
]
RULES = {
    3: [("Very high", "#A4161A", "#FDE9E9"), ("High", "#7A4B00", "#FFF2D6"), ("Raised", "#1F4E9E", "#E6EFFB")],
    4: [("New", "#1F4E9E", "#E6EFFB"), ("Up", "#7A4B00", "#FFF2D6")],
    14: [("Called", "#1F4E9E", "#E6EFFB"), ("Saved", "#0B6B3A", "#E4F4EA"), ("Lost", "#A4161A", "#FDE9E9")],
}
ABOVE = 3


def write(path, rows):
    workbook = xlsxwriter.Workbook(path, {"constant_memory": True})
    ruled = {"font_name": "Arial", "font_size": 10, "bottom": 1, "bottom_color": "#DDE1E7", "valign": "vcenter"}
    text = workbook.add_format({**ruled, "indent": 1, "text_wrap": True})
    absent = workbook.add_format({**ruled, "align": "right", "text_wrap": True, "font_color": "#4A5464"})
    whole = workbook.add_format({**ruled, "align": "right", "num_format": "#,##0"})
    share = workbook.add_format({**ruled, "align": "right", "num_format": "0.0 %"})
    money = workbook.add_format({**ruled, "align": "right", "num_format": "[$$-409]#,##0.00;-[$$-409]#,##0.00"})
    header = workbook.add_format({"bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF", "text_wrap": True})
    sheet = workbook.add_worksheet("Risk list")
    sheet.freeze_panes(ABOVE, 2)
    sheet.repeat_rows(ABOVE - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for column, (title, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, "Risk list RL-7 of 16 Apr 2025")
    sheet.write_string(1, 0, "Each may leave; nobody is sure to. Reasons are what the score reacted to, not causes.")
    for column, (title, width) in enumerate(COLUMNS):
        sheet.write_string(ABOVE - 1, column, title, header)
    number, string = sheet.write_number, sheet.write_string
    for rank in range(1, rows + 1):
        millionths = 950_000 - 700_000 * rank // rows + rank * 37 % 1000
        row = rank + ABOVE - 1
        number(row, 0, rank, whole)
        string(row, 1, f"S-{1_000_000 + rank * 7}", text)
        number(row, 2, millionths / 1e6, share)
        string(row, 3, "Very high" if millionths >= 600_000 else "High" if millionths >= 400_000 else "Raised", text)
        string(row, 4, MOVEMENTS[rank % 4], text)
        if rank % 4:
            number(row, 5, (millionths - 4_000) / 1e6, share)
        else:
            string(row, 5, "not on it", absent)
        string(row, 6, PLANS[rank % 4], text)
        string(row, 7, AGES[rank % 5], text)
        string(row, 8, REGIONS[rank // 4 % 4], text)
        string(row, 9, TENURES[rank % 3], text)
        number(row, 10, PRICES[rank % 4], money)
        string(row, 11, f"Sessions down to {rank % 9} in 30 days", text)
        string(row, 12, f"{rank % 7} support tickets in 90 days", text)
        string(row, 13, f"{rank % 5} payments failed in 6 months", text)
        string(row, 14, "To call", text)
    last = rows + ABOVE - 1
    sheet.autofilter(ABOVE - 1, 0, last, len(COLUMNS) - 1)
    for column, rules in RULES.items():
        for word, colour, fill in rules:
            look = workbook.add_format({"font_color": colour, "bg_color": fill})
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
            sheet.conditional_format(ABOVE, column, last, column, rule)
    sheet.data_validation(ABOVE, 14, last, 14, {"validate": "list", "source": ["To call", "Called", "Saved", "Lost"]})
    workbook.close()


def main():
    path, rows, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    for _ in range(rounds):
        start = time.perf_counter()
        write(path, rows)
        print(json.dumps({
            "seconds": round(time.perf_counter() - start, 2),
            "mb": round(os.path.getsize(path) / 1e6, 1),
            "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }), flush=True)


if __name__ == "__main__":
    main()
