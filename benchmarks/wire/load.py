"""Fills both stores by SQL with the same runs, so that a hundred thousand take minutes and not hours.

    python3 load.py gatehouse h2 1000 100000                    # prints a script for H2
    python3 load.py gatehouse postgresql 1000 100000 <address>  # fills a database
    python3 load.py mlflow sqlite 1000 100000 <file>
    python3 load.py mlflow postgresql 1000 100000 <address>

Each call makes one experiment, called bulk-<runs>, of so many runs with a name, 20 metrics and 20 params, and one run more that has a
history of so many points. Every value follows from the number of the run. The 20 metrics have their latest values alone.
"""

import sqlite3
import sys

KEYS = 20
SLICE = 5_000
NOBODY = "'00000000-0000-0000-0000-000000000001'"

EXPERIMENT = 1_000_000_000
RANGES = {
    "h2": ("system_range({0}, {1}) {2}", '{0}."X"'),
    "postgresql": ("generate_series({0}::bigint, {1}::bigint) {2}(x)", "{0}.x"),
    "sqlite": ("(with recursive s(x) as (select {0} union all select x + 1 from s where x < {1}) select x from s) {2}", "{0}.x"),
}


def statements(store, dialect, runs, points):
    among, name = RANGES[dialect]
    n, k = name.format("n"), name.format("k")
    experiment = EXPERIMENT + runs
    digits = f"printf('%024d', {n})" if dialect == "sqlite" else f"lpad(cast({n} as varchar), 24, '0')"
    run = f"'{runs:08d}' || {digits}"
    long = f"{runs:08d}" + "f" * 24
    # A factor for each key, so that one metric tells nothing about another.
    metric = f"cast(({n} * (7919 + 97 * {k}) + {k} * 104729) % 10007 as double precision) / 10007"
    param = f"cast(({n} + {k}) % 10 as varchar)"
    third = f"cast({n} as double precision) / 3"
    files = f"mlflow-artifacts:/{experiment}"
    ours = store == "gatehouse"
    made = "id, experiment_id, name, name_begins, user_id, status, lifecycle, start_ms, artifact_uri, created_by, created_at"

    def run_row(number, called, start, source):
        if ours:
            return (f"insert into run ({made}) select {number}, {experiment}, {called}, lower({called}), '', 'FINISHED', 'active', {start}, '{files}',"
                    f" {NOBODY}, current_timestamp{source}")
        return ("insert into runs (run_uuid, name, source_type, source_name, entry_point_name, user_id, status, start_time,"
                f" source_version, lifecycle_stage, artifact_uri, experiment_id) select {number}, {called}, 'UNKNOWN', '', '', '',"
                f" 'FINISHED', {start}, '', 'active', '{files}', {experiment}{source}")

    if ours:
        yield ("insert into experiment (id, name, artifact_location, lifecycle, created_at, updated_at, created_by)"
               f" values ({experiment}, 'bulk-{runs}', '{files}', 'active', current_timestamp, current_timestamp, {NOBODY})")
    else:
        yield ("insert into experiments (experiment_id, name, artifact_location, lifecycle_stage, creation_time, last_update_time)"
               f" values ({experiment}, 'bulk-{runs}', '{files}', 'active', 1, 1)")
    if ours and dialect == "h2":
        # Filled in any order it grows many times too large.
        yield "drop index run_metric_by_value"
    for first in range(0, runs, SLICE):
        source = " from " + among.format(first, min(first + SLICE, runs) - 1, "n")
        # What a run logged lies together, as it does when runs log one after the other.
        keys = source + ", " + among.format(0, KEYS - 1, "k") + f" order by {n}, {k}"
        yield run_row(run, f"'run-' || {n}", f"1000 + {n}", source)
        if ours:
            yield f"insert into run_tag (run_id, tag_key, tag_value) select {run}, 'mlflow.runName', 'run-' || {n}{source}"
            yield f"insert into run_param (run_id, param_key, param_value) select {run}, 'p' || {k}, {param}{keys}"
            yield ("insert into run_metric_latest (run_id, metric_key, timestamp_ms, step, metric_value, is_nan, experiment_id)"
                   f" select {run}, 'm' || {k}, 1, 0, {metric}, false, {experiment}{keys}")
        else:
            yield f"insert into tags (run_uuid, key, value) select {run}, 'mlflow.runName', 'run-' || {n}{source}"
            yield f"insert into params (run_uuid, key, value) select {run}, 'p' || {k}, {param}{keys}"
            yield ("insert into latest_metrics (run_uuid, key, timestamp, step, value, is_nan)"
                   f" select {run}, 'm' || {k}, 1, 0, {metric}, false{keys}")
    if ours and dialect == "h2":
        yield "create index run_metric_by_value on run_metric_latest (experiment_id, metric_key, is_nan, metric_value, run_id)"
    yield run_row(f"'{long}'", "'long'", "1", "")
    for first in range(0, points, 20 * SLICE):
        source = " from " + among.format(first, min(first + 20 * SLICE, points) - 1, "n")
        if ours:
            yield ("insert into run_metric (run_id, metric_key, timestamp_ms, step, metric_value, is_nan)"
                   f" select '{long}', 'long', {n}, {n}, {third}, false{source}")
        else:
            yield ("insert into metrics (run_uuid, key, timestamp, step, value, is_nan)"
                   f" select '{long}', 'long', {n}, {n}, {third}, false{source}")


def main():
    store, dialect, runs, points = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    script = statements(store, dialect, runs, points)
    if dialect == "h2":
        for statement in script:
            print(statement + ";")
    elif dialect == "sqlite":
        with sqlite3.connect(sys.argv[5], timeout=60) as database:
            for statement in script:
                database.execute(statement)
    else:
        import psycopg2

        database = psycopg2.connect(sys.argv[5])
        database.autocommit = True
        with database.cursor() as cursor:
            for statement in script:
                cursor.execute(statement)
            cursor.execute("vacuum analyze")


if __name__ == "__main__":
    main()
