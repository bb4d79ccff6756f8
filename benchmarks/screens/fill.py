"""Fills the demo's store by SQL until it is as large as the screens are to be fast with.

    python3 fill.py h2 <folder>                   # prints a script for H2
    python3 fill.py h2-events <folder>            # once that ran, prints another, for the audit log
    python3 fill.py postgresql <folder> <address> # fills a database
    options: --models 1000 --runs 100000 --wide 2000 --rows 1000000 --events 100000

Models are the demo's champion over and over: ten versions each, two tenures, the requests that brought them with their evaluations,
votes and history, and one in four with a request that waits. Runs are in forty experiments, six tenths of them in one, with six metrics
and six params each; wide ones are in an experiment of their own, with 500 metrics and 500 params each. The demo's second list becomes one of so many customers, and so many audit events are put behind its own, chained
as the portal chains them, so that the log is found whole.
"""

import argparse
import csv
import hashlib
import json
import os

RANGES = {
    "h2": ("system_range({0}, {1}) {2}", '{0}."X"'),
    "postgresql": ("generate_series({0}::bigint, {1}::bigint) {2}(x)", "{0}.x"),
}
NOBODY = "'00000000-0000-0000-0000-000000000001'"
EXPERIMENT = 2_000_000_000
KEYS = 6
SLICE = 20_000
VERSIONS = 10
TENURES = 2
EXPERIMENTS = 40
WIDE_EXPERIMENT = EXPERIMENT + EXPERIMENTS
WIDE_KEYS = 500


def identity(kind, number):
    """A UUID that follows from a kind, eight hexadecimal digits, and a number."""
    return f"cast('{kind}-0000-4000-8000-' || lpad(cast({number} as varchar), 12, '0') as uuid)"


class Fill:
    def __init__(self, dialect, given):
        self.dialect, self.given = dialect, given

    def among(self, first, last, name):
        ranged, column = RANGES[self.dialect]
        return ranged.format(first, last, name), column.format(name)

    def statements(self):
        yield from self.models()
        yield from self.runs()
        yield from self.rows()
        yield "drop table bulk_sample"
        if self.dialect == "h2":
            yield "analyze"

    def models(self):
        models, n = self.among(1, self.given.models, "n")
        versions, v = self.among(1, VERSIONS, "v")
        tenures, t = self.among(1, TENURES, "t")
        name = f"'bulk-model-' || lpad(cast({n} as varchar), 5, '0')"
        model = identity("0000ade1", n)
        version = identity("0000ade2", f"{n} * 100 + {v}")
        held = identity("0000ade2", f"{n} * 100 + {t} * 3 + 3")
        # The request and the evaluation that the demo's champion rests on.
        yield (
            "create table bulk_sample as select r.id as request_id, r.number as request_number, e.id as evaluation_id, e.number as evaluation_number,"
            " e.version as of_version, m.name as of_model, m.id as of_model_id"
            " from alias_tenure a join registered_model m on m.id = a.model_id"
            " join promotion_request r on r.id = a.request_id join evaluation e on e.id = r.evaluation_id"
            " where a.to_at is null order by r.number desc fetch first 1 rows only"
        )
        yield (
            "insert into registered_model (id, name, canonical_name, description, protected_alias, last_version, created_at, created_by, updated_at)"
            f" select {model}, {name}, {name}, 'Finds customers who are about to leave, market ' || {n} || '.', m.protected_alias, {VERSIONS},"
            f" m.created_at, m.created_by, m.updated_at from bulk_sample s join registered_model m on m.id = s.of_model_id, {models}"
        )
        yield (
            "insert into model_version (id, model_id, version, description, source, storage_location, run_id, run_link, logged_model_id, stage,"
            " created_at, created_by, updated_at)"
            f" select {version}, {model}, cast({v} as integer), w.description, w.source, w.storage_location, w.run_id, w.run_link, w.logged_model_id,"
            " w.stage, w.created_at, w.created_by, w.updated_at"
            f" from bulk_sample s join model_version w on w.model_id = s.of_model_id and w.version = s.of_version, {models}, {versions}"
        )
        yield (
            f"insert into model_alias (model_id, alias, version_id) select {model}, m.protected_alias, {identity('0000ade2', f'{n} * 100 + 9')}"
            f" from bulk_sample s join registered_model m on m.id = s.of_model_id, {models}"
        )
        # Requests 1 and 2 of a model were executed for versions 6 and 9; of every fourth model one for version 10 waits.
        for number, source, condition, moved in (
            (f"{n} * 10 + {t}", f"{models}, {tenures}", "", f"cast({t} * 3 + 3 as integer)"),
            (f"{n} * 10 + 9", models, f" where mod({n}, 4) = 0", str(VERSIONS)),
        ):
            waiting = bool(condition)
            request, evaluation, big = identity("0000ade3", number), identity("0000ade4", number), f"1000000 + {number}"
            document, brief = (
                f"replace(replace(replace(e.{column}, cast(s.evaluation_id as varchar(36)), cast({evaluation} as varchar(36))),"
                f" '\"number\":' || s.evaluation_number || ',', '\"number\":' || ({big}) || ','),"
                f" '\"model\":\"' || s.of_model || '\",\"version\":' || s.of_version || ',',"
                f" '\"model\":\"' || {name} || '\",\"version\":' || ({moved}) || ',')"
                for column in ("document", "brief")
            )
            yield (
                "insert into evaluation (id, number, model_id, version, policy_name, policy_version, use_for, assumptions, evidence_sha256, compared_with,"
                " digest, document, brief, created_at, requested_by, test_set, judged_case, digest_parts, evidence_directory, evidence_name, description_sha256,"
                " card_sha256)"
                f" select {evaluation}, {big}, {model}, {moved}, e.policy_name, e.policy_version, e.use_for, e.assumptions, e.evidence_sha256,"
                f" e.compared_with, e.digest, {document}, {brief}, e.created_at, e.requested_by, e.test_set, e.judged_case, e.digest_parts, e.evidence_directory,"
                f" e.evidence_name, e.description_sha256, e.card_sha256 from bulk_sample s join evaluation e on e.id = s.evaluation_id, {source}{condition}"
            )
            yield (
                "insert into check_result (evaluation_id, check_name, verdict, reason_code, estimate, ci_low, ci_high, n, threshold, sentence)"
                f" select {evaluation}, c.check_name, c.verdict, c.reason_code, c.estimate, c.ci_low, c.ci_high, c.n, c.threshold, c.sentence"
                f" from bulk_sample s join check_result c on c.evaluation_id = s.evaluation_id, {source}{condition}"
            )
            state = "'AWAITING_REVIEW'" if waiting else "r.state"
            decided = "null" if waiting else "r.decided_at"
            key = f"cast({model} as varchar(36)) || '/champion/10'" if waiting else "null"
            yield (
                "insert into promotion_request (id, number, revision, model_id, version, alias, use_for, state, requested_by, requested_at, trained_by,"
                " note, approvals_needed, round, job_id, evaluation_id, digest, compared_with, problem, last_step, decided_at, open_key, approval_kinds,"
                " approvals_in_order, remind_after, expires_after)"
                f" select {request}, {big}, r.revision, {model}, {moved}, r.alias, r.use_for, {state}, r.requested_by, r.requested_at, r.trained_by,"
                f" r.note, r.approvals_needed, r.round, r.job_id, {evaluation}, r.digest, {'9' if waiting else 'r.compared_with'}, r.problem, r.last_step,"
                f" {decided}, {key}, r.approval_kinds, r.approvals_in_order, r.remind_after, r.expires_after"
                f" from bulk_sample s join promotion_request r on r.id = s.request_id, {source}{condition}"
            )
            yield (
                "insert into promotion_step (request_id, seq, at, person_id, sentence)"
                f" select {request}, p.seq, p.at, p.person_id, p.sentence from bulk_sample s join promotion_step p on p.request_id = s.request_id,"
                f" {source}{condition}"
            )
            if not waiting:
                yield (
                    "insert into promotion_vote (id, request_id, round, person_id, human_id, choice, reason, digest, voted_at, kinds)"
                    f" select {identity('0000ade5', number)}, {request}, p.round, p.person_id, p.human_id, p.choice, p.reason, p.digest, p.voted_at,"
                    " p.kinds from bulk_sample s join (select o.*, row_number() over (order by o.voted_at) as place from promotion_vote o"
                    f" where o.request_id = (select request_id from bulk_sample)) p on p.request_id = s.request_id and p.place = 1, {source}"
                )
        ago = (lambda expression: f"dateadd(day, {expression}, a.from_at)") if self.dialect == "h2" else (
            lambda expression: f"a.from_at + ({expression}) * interval '1 day'")
        yield (
            "insert into alias_tenure (id, model_id, alias, version_id, from_at, to_at, request_id)"
            f" select {identity('0000ade6', f'{n} * 10 + {t}')}, {model}, a.alias, {held}, {ago(f'cast(({t} - 2) * 30 as integer)')},"
            f" case when {t} = 2 then null else {ago(f'cast(({t} - 1) * 30 as integer)')} end, {identity('0000ade3', f'{n} * 10 + {t}')}"
            f" from bulk_sample s join alias_tenure a on a.request_id = s.request_id and a.to_at is null, {models}, {tenures}"
        )
        yield (
            "insert into model_card_revision (model_id, version, revision, at, person_id, sha256)"
            f" select {model}, 9, 1, m.created_at, m.created_by, repeat('0', 64) from bulk_sample s join registered_model m on m.id = s.of_model_id, {models}"
        )
        yield (
            "insert into model_card_answer (model_id, version, revision, field, words)"
            f" select {model}, 9, 1, 'OWNER', 'Team ' || mod({n}, 17) from {models}"
        )

    def runs(self):
        given = self.given.runs
        if not given:
            return
        each = max(1, (given * 4 // 10) // (EXPERIMENTS - 1))
        experiments, x = self.among(0, EXPERIMENTS - 1, "x1")
        yield (
            "insert into experiment (id, name, artifact_location, lifecycle, created_at, updated_at, created_by)"
            f" select {EXPERIMENT} + {x}, 'bulk-experiment-' || {x}, 'mlflow-artifacts:/bulk', 'active', current_timestamp, current_timestamp, {NOBODY}"
            f" from {experiments}"
        )
        if self.dialect == "h2":
            # Filled in any order it grows many times too large.
            yield "drop index run_metric_by_value"
        for first in range(0, given, SLICE):
            run = lambda n: f"'{given:08d}' || lpad(cast({n} as varchar), 24, '0')"
            within = lambda n: (f"{EXPERIMENT} + case when {n} < {given * 6 // 10} then 0"
                                f" else 1 + mod(({n} - {given * 6 // 10}) / {each}, {EXPERIMENTS - 1}) end")
            yield from self.logged(first, min(first + SLICE, given), run, within, KEYS)
        wide = self.given.wide
        if wide:
            yield (
                "insert into experiment (id, name, artifact_location, lifecycle, created_at, updated_at, created_by) values"
                f" ({WIDE_EXPERIMENT}, 'bulk-wide', 'mlflow-artifacts:/bulk', 'active', current_timestamp, current_timestamp, {NOBODY})"
            )
            each = SLICE * KEYS // WIDE_KEYS
            for first in range(0, wide, each):
                yield from self.logged(first, min(first + each, wide), lambda n: f"'0000d1de' || lpad(cast({n} as varchar), 24, '0')",
                                       lambda n: str(WIDE_EXPERIMENT), WIDE_KEYS)
        if self.dialect == "h2":
            yield "create index run_metric_by_value on run_metric_latest (experiment_id, metric_key, is_nan, metric_value, run_id)"

    def logged(self, first, last, run_of, within_of, many):
        """Runs with so many metrics and params each, in the order of their names."""
        numbers, n = self.among(first, last - 1, "n")
        keys, k = self.among(0, many - 1, "k")
        run, within = run_of(n), within_of(n)
        yield (
            "insert into run (id, experiment_id, name, name_begins, user_id, status, lifecycle, start_ms, end_ms, artifact_uri, created_by, created_at)"
            f" select {run}, {within}, 'run-' || {n}, 'run-' || {n}, '', 'FINISHED', 'active', 1700000000000 + {n} * 1000, 1700000500000 + {n} * 1000,"
            f" 'mlflow-artifacts:/bulk', {NOBODY}, current_timestamp from {numbers}"
        )
        yield f"insert into run_tag (run_id, tag_key, tag_value) select {run}, 'mlflow.runName', 'run-' || {n} from {numbers}"
        yield (
            f"insert into run_param (run_id, param_key, param_value) select {run}, 'p' || {k}, cast(mod({n} + {k}, 10) as varchar)"
            f" from {numbers}, {keys}"
        )
        yield (
            "insert into run_metric_latest (run_id, metric_key, timestamp_ms, step, metric_value, is_nan, experiment_id)"
            f" select {run}, 'm' || {k}, 1, 0, cast(mod({n} * (7919 + 97 * {k}) + {k} * 104729, 10007) as double precision) / 10007, false, {within}"
            f" from {numbers}, {keys}"
        )

    def rows(self):
        """The demo's second list of so many customers, who are those of the first over and over, with their reasons and groups."""
        given = self.given.rows
        if not given:
            return
        yield "delete from risk_list_group where list_number = 2"
        yield "delete from risk_list_row where list_number = 2"
        yield "delete from risk_list_reason where list_number = 2"
        yield (
            "insert into risk_list_reason (list_number, reason_number, sentence)"
            " select 2, reason_number, sentence from risk_list_reason where list_number = 1"
        )
        # As often as it takes, one copy behind the other, so that rows are written in their order.
        once = "(select max(list_rank) as most from risk_list_row where list_number = 1) once"
        copies, many = given // 100 + 1, 500
        for first in range(0, copies, many):
            numbers, n = self.among(first, min(first + many, copies) - 1, "n")
            rank = f"cast({n} * once.most + s.list_rank as integer)"
            within = f"from {once}, {numbers}, {{0}} s where s.list_number = 1 and {n} * once.most + s.list_rank <= {given}"
            yield (
                "insert into risk_list_row (list_number, list_rank, customer, probability, band, movement, previous_probability, customer_value,"
                " segments, reasons, searchable)"
                f" select 2, {rank}, 'S-' || (1000000 + {rank} * 7), s.probability, s.band, s.movement, s.probability, s.customer_value,"
                f" s.segments, s.reasons, 's-' || (1000000 + {rank} * 7) || ' ' || s.searchable {within.format('risk_list_row')}"
            )
            yield (
                "insert into risk_list_group (list_number, attribute, group_value, list_rank)"
                f" select 2, s.attribute, s.group_value, {rank} {within.format('risk_list_group')}"
            )
        yield "delete from risk_list_choice where list_number = 2"
        yield "insert into risk_list_choice (list_number, attribute, group_value) select 2, attribute, group_value from risk_list_choice where list_number = 1"
        yield f"update risk_list set listed = {given}, scored = {given} where number = 2"


HEAD = ("select h.seq, h.hash, cast((select id from person where username = 'vera') as varchar(36)) as vera,"
        " (select max(at) from audit_event) as last from audit_head h where h.id = 1")
COLUMNS = "seq, at, person_id, via, request_id, action, object, canonical, prev_hash, hash"
OBJECTS = "insert into audit_object (object) select distinct object from audit_event where object not in (select object from audit_object)"
# Every so many events is one about a model, the others are sign-ins.
ABOUT_MODELS = 10


def model_id(number):
    """The identity of a model, as it is written."""
    return f"0000ade1-0000-4000-8000-{number:012d}"


def mentions(first, last, models):
    """Which models the chained events name."""
    return ("insert into audit_mention (seq, named) values "
            + ", ".join(f"({number}, '{model_id(1 + number // ABOUT_MODELS % models)}')" for number in range(first, last + 1) if number % ABOUT_MODELS == 0))


def chained(events, head, path, models):
    """Writes so many events behind those that are there, as the portal writes and chains them; answers number and hash of the last."""
    seq, previous, person = int(head[0]), head[1], head[2]
    moment = str(head[3]).split("+")[0].strip().replace(" ", "T")
    moment = (moment if "." in moment else moment + ".0").rstrip("0").rstrip(".") + "Z"
    last = seq + events
    with open(path, "w", encoding="utf-8") as out:
        out.write(COLUMNS + "\n")
        for number in range(seq + 1, last + 1):
            action, what, details = "person.signed_in", f"person/{person}", {}
            if number % ABOUT_MODELS == 0:
                action, what = "promotion.approved", f"promotion/PR-{number}"
                details = {"alias": "champion", "model": model_id(1 + number // ABOUT_MODELS % models), "request": number, "version": 9}
            event = {"action": action, "at": moment, "details": details, "object": what, "person": person,
                     "request": f"{number:032x}", "seq": number, "v": 1, "via": "SCREEN"}
            canonical = json.dumps(event, separators=(",", ":"), sort_keys=True)
            digest = hashlib.sha256((previous + canonical).encode()).hexdigest()
            quoted = canonical.replace('"', '""')
            out.write(f'{number},{moment},{person},SCREEN,{number:032x},{action},{what},"{quoted}",{previous},{digest}\n')
            previous = digest
    return last, previous


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["h2", "h2-events", "postgresql"])
    parser.add_argument("folder", help="for files on the way")
    parser.add_argument("address", nargs="?")
    parser.add_argument("--models", type=int, default=1_000)
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--wide", type=int, default=2_000)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--events", type=int, default=100_000)
    given = parser.parse_args()
    events, head = os.path.join(given.folder, "events.csv"), os.path.join(given.folder, "head.csv")
    # Its trigger lets the head move on by one event at a time.
    free, bound = {
        "h2": ("", ""),
        "h2-events": ("drop trigger audit_head_moves_on", "create trigger audit_head_moves_on before update, delete on audit_head"
                      " for each row call 'io.gatehouse.audit.MovesOn'"),
        "postgresql": ("alter table audit_head disable trigger user", "alter table audit_head enable trigger user"),
    }[given.what]
    moved = free + "; update audit_head set seq = {0}, hash = '{1}' where id = 1; " + bound
    if given.what == "h2":
        for statement in Fill("h2", given).statements():
            print(statement + ";")
        print(f"call csvwrite('{head}', '{HEAD.replace(chr(39), chr(39) * 2)}');")
    elif given.what == "h2-events":
        with open(head, encoding="utf-8", newline="") as file:
            before = list(csv.reader(file))[1]
        last = chained(given.events, before, events, given.models)
        print(f"insert into audit_event ({COLUMNS}) select * from csvread('{events}');")
        print(OBJECTS + ";")
        print(mentions(int(before[0]) + 1, last[0], given.models) + ";")
        print(moved.format(*last) + ";")
    else:
        import psycopg2

        database = psycopg2.connect(given.address)
        database.autocommit = True
        with database.cursor() as cursor:
            for statement in Fill("postgresql", given).statements():
                cursor.execute(statement)
            cursor.execute("set timezone to 'UTC'")
            cursor.execute(HEAD)
            before = cursor.fetchone()
            last = chained(given.events, before, events, given.models)
            with open(events, encoding="utf-8") as file:
                cursor.copy_expert(f"copy audit_event ({COLUMNS}) from stdin with csv header", file)
            cursor.execute(OBJECTS)
            cursor.execute(mentions(int(before[0]) + 1, last[0], given.models))
            cursor.execute(moved.format(*last))
            cursor.execute("vacuum analyze")


if __name__ == "__main__":
    main()
