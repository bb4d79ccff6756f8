# Sourced by ./compat: the steps by their names. Each starts what it needs and stops it again.

restart_portal() { # on a fresh folder, without the demo's recording
    [ -z "$portal" ] || { kill "$portal" 2>/dev/null && wait "$portal" 2>/dev/null || true; }
    portal=
    start_portal "$port" --gatehouse.demo.recording= "$@"
}

smoke() {
    local generation environment java=$house/clients/java
    restart_portal
    for generation in 3 2; do
        environment=mlflow$generation
        say "MLflow $generation.x: tracking, then artifacts and registry"
        "${!environment}/bin/python" "$house/clients/tracking_smoke.py"
        "${!environment}/bin/python" "$house/clients/registry_smoke.py" --model "compat $generation"
    done
    say "MLflow 3.x reads what 2.x wrote, and the other way round"
    "$mlflow3/bin/python" "$house/clients/registry_smoke.py" --read "compat 2"
    "$mlflow2/bin/python" "$house/clients/registry_smoke.py" --read "compat 3"
    say "Calls of newer clients that a server of proxied artifacts turns down"
    "$mlflow3/bin/python" "$house/clients/unsupported_smoke.py"
    say "MLflow's Java client"
    if mvn -B -q -f "$java/pom.xml" dependency:build-classpath -Dmdep.outputFile="$work/java.classpath" >"$work/java.log" 2>&1; then
        "$JAVA_HOME/bin/java" -cp "$(cat "$work/java.classpath")" "$java/JavaClientSmoke.java" "$MLFLOW_TRACKING_URI"
    else
        say "Maven could not get it, so it is not tried."
    fi
}

differential() {
    say "The same generated calls to MLflow's own server and to Gatehouse"
    restart_portal
    start_server "$mlflow3" $((port + 1))
    "$mlflow3/bin/python" "$house/clients/differential/compare.py" --theirs "http://127.0.0.1:$((port + 1))" --ours "http://127.0.0.1:$port" \
        --seed "$seed" --calls "$calls" || failed="$failed differential"
    kill -- "-$server" 2>/dev/null || true
    server=
}

# MLflow's own REST tests, against a server that is emptied before each. They are taken from a checkout, never kept here.
rest() {
    local tests=$work/mlflow-checkout version address=http://127.0.0.1:$((port + 2)) emptyable
    version=$("$mlflow3/bin/python" -c 'import mlflow; print(mlflow.__version__)')
    if [ -n "$checkout" ]; then
        tests=$(CDPATH='' cd -- "$checkout" && pwd) || give_up "There is no folder $checkout."
    elif [ ! -d "$tests" ]; then
        if ! git clone -q --depth 1 --branch "v$version" https://github.com/mlflow/mlflow "$tests" 2>"$work/checkout.log"; then
            say "MLflow's repository could not be reached, and its releases carry no tests, so its own REST tests are not tried:"
            say "name a checkout with --mlflow-checkout. $(tail -n 1 "$work/checkout.log")"
            return
        fi
    fi
    [ -f "$tests/tests/tracking/test_rest_tracking.py" ] || give_up "$tests holds no tests/tracking/test_rest_tracking.py."
    if ! "$mlflow3/bin/python" -m pip install -q --disable-pip-version-check --upgrade --target "$work/pytest" -r "$house/clients/rest/requirements.txt" \
        >"$work/pip.log" 2>&1; then
        say "Python's package index could not be reached, so MLflow's own REST tests are not tried."
        return
    fi
    say "MLflow's own REST tests of $(sed -n 's/^VERSION = "\(.*\)"/\1/p' "$tests/mlflow/version.py")"
    rm -rf "$work/emptyable" "$work/emptyable-data"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$work/emptyable" >/dev/null
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "$work/emptyable/gatehouse.jar:$work/emptyable/lib/*" \
        "$house/clients/rest/EmptyableServer.java" --server.port=$((port + 2)) --gatehouse.data="$work/emptyable-data" \
        --gatehouse.demo.enabled=true --gatehouse.demo.anonymous-user=dana --gatehouse.demo.recording= >"$work/emptyable.log" 2>&1 &
    emptyable=$!
    for _ in $(seq 180); do
        grep -q "Gatehouse is ready" "$work/emptyable.log" && break
        kill -0 "$emptyable" 2>/dev/null || { tail -n 20 "$work/emptyable.log" >&2; give_up "The server that can be emptied did not start."; }
        sleep 1
    done
    # The checkout's own client goes first, since its tests look into it.
    local passed=true
    (cd "$tests" && PYTHONPATH=.:$work/pytest:$house/clients/rest GATEHOUSE_ADDRESS=$address MLFLOW_HTTP_REQUEST_MAX_RETRIES=0 \
        "$mlflow3/bin/python" -m pytest -p gatehouse_server -p no:cacheprovider --no-header -q --tb=line --no-showlocals --color=no -W ignore --timeout=120 \
        tests/tracking/test_rest_tracking.py tests/tracking/test_model_registry.py) || passed=false
    kill "$emptyable" 2>/dev/null || true
    # What clients/rest/expected.json does not excuse.
    $passed || failed="$failed rest"
}

libraries() {
    say "Libraries that log by themselves, and a search of fifty trials"
    restart_portal
    if ! "$mlflow3/bin/python" -c 'import lightgbm, optuna, sklearn, xgboost' 2>/dev/null &&
        ! "$mlflow3/bin/pip" install -q --disable-pip-version-check -r "$house/clients/requirements-libraries.txt" >"$work/pip.log" 2>&1; then
        say "Python's package index could not be reached, so the libraries are not tried."
        return
    fi
    "$mlflow3/bin/python" "$house/clients/libraries.py"
}
