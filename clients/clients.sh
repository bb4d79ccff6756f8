# Sourced by ./compat, clients/benchmark and benchmarks/wire/run, after scripts/house.sh: MLflow clients of both generations, a portal for them, and MLflow's own server.

work=$house/portal/target/compat
jar=$house/portal/target/gatehouse.jar

find_clients() { # sets mlflow3 and mlflow2 to Python environments with the locked packages; stops where they cannot be had
    local generation lock named
    [ -f "$jar" ] || give_up "There is no $jar to try; ./test or ./run --build makes it."
    mkdir -p "$work"
    for generation in 3 2; do
        named=MLFLOW${generation}_ENVIRONMENT
        if [ -n "${!named:-}" ]; then
            [ -x "${!named}/bin/mlflow" ] || give_up "$named=${!named} holds no mlflow."
            printf -v "mlflow$generation" %s "${!named}"
            continue
        fi
        command -v python3 >/dev/null 2>&1 || { say "No Python was found, so the MLflow clients are not tried."; exit 0; }
        lock=$house/examples/streamflow/requirements.txt
        [ "$generation" = 2 ] && lock=$house/examples/streamflow/requirements-mlflow2.txt
        if [ ! -x "$work/mlflow$generation/bin/mlflow" ]; then
            python3 -m venv "$work/mlflow$generation"
            if ! "$work/mlflow$generation/bin/pip" install -q --disable-pip-version-check -r "$lock" >"$work/pip.log" 2>&1; then
                say "Python's package index could not be reached, or lacks a locked package, so the MLflow clients are not tried:"
                tail -n 1 "$work/pip.log" >&2
                exit 0
            fi
        fi
        printf -v "mlflow$generation" %s "$work/mlflow$generation"
    done
}

start_portal() { # starts the portal on port $1 and a fresh folder, with further settings; sets portal to its process
    rm -rf "$work/data"
    start_portal_again "$@"
}

start_portal_again() { # the same on the folder that is there
    local port=$1
    shift
    find_collector
    # shellcheck disable=SC2086 # JAVA_OPTS holds several words on purpose, and collector may hold none.
    "$JAVA_HOME/bin/java" $collector --enable-native-access=ALL-UNNAMED ${JAVA_OPTS:-} -jar "$jar" --server.port="$port" \
        --gatehouse.data="$work/data" --gatehouse.demo.enabled=true --gatehouse.demo.anonymous-user=dana "$@" >"$work/portal.log" 2>&1 &
    portal=$!
    for _ in $(seq 180); do
        grep -q "Gatehouse is ready" "$work/portal.log" && return
        kill -0 "$portal" 2>/dev/null || break
        sleep 1
    done
    tail -n 20 "$work/portal.log" >&2
    give_up "The portal did not start."
}

start_store() { # S3Mock on port $1 with the buckets artifacts and mlflow; sets store to its process
    "$JAVA_HOME/bin/java" -Xmx512m -jar "$house/portal/target/s3mock/s3mock.jar" --server.port=0 --com.adobe.testing.s3mock.http-port="$1" \
        --com.adobe.testing.s3mock.store.initial-buckets=artifacts,mlflow >"$work/s3mock.log" 2>&1 &
    store=$!
    for _ in $(seq 120); do
        (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
        kill -0 "$store" 2>/dev/null || break
        sleep 1
    done
    tail -n 20 "$work/s3mock.log" >&2
    give_up "S3Mock did not start."
}

start_server() { # MLflow's own server of the environment $1 on port $2, with artifacts at $3 or in a folder, on SQLite or with further options; sets server to its process
    local environment=$1 port=$2 files=${3:-$work/mlflow-server/files}
    shift $(($# < 3 ? $# : 3))
    [ $# -gt 0 ] || set -- --backend-store-uri "sqlite:///$work/mlflow-server/mlflow.db"
    rm -rf "$work/mlflow-server"
    mkdir -p "$work/mlflow-server"
    # In a group of its own: it starts workers that a signal to it alone leaves behind.
    (cd "$work/mlflow-server" && exec setsid "$environment/bin/mlflow" server --host 127.0.0.1 --port "$port" \
        --artifacts-destination "$files" "$@") \
        >"$work/mlflow-server.log" 2>&1 &
    server=$!
    for _ in $(seq 120); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return
        kill -0 "$server" 2>/dev/null || break
        sleep 1
    done
    tail -n 20 "$work/mlflow-server.log" >&2
    give_up "MLflow's own server did not start."
}
