# Sourced by ./compat: the steps by their names. Each starts what it needs, in a shell of its own that ends what it started; it ends with
# another code than 0 if something does not agree, and tells by "untried" what could not be tried.

portal= server= store=
stop() {
    [ -z "$server" ] || kill -- "-$server" 2>/dev/null || true
    [ -z "$portal" ] || kill "$portal" 2>/dev/null || true
    [ -z "$store" ] || kill "$store" 2>/dev/null || true
}

untried() { # what was not, and why
    say "$*"
    printf '%s\n' "$*" >>"$work/untried"
}

restart_portal() { # on a fresh folder, without the demo's recording
    [ -z "$portal" ] || { kill "$portal" 2>/dev/null && wait "$portal" 2>/dev/null || true; }
    portal=
    start_portal "$port" --gatehouse.demo.recording= "$@"
}

account() { # name and password of a person of the demo that runs
    awk -v name="$1" '$1 == name { print $1 ":" $2 }' "$work/data/demo-accounts.txt"
}

smoke() {
    local generation environment
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
}

java() {
    say "MLflow's Java client"
    restart_portal
    if ! (cd "$house" && mvn -B -q -Dquick -pl clients/java test-compile) >"$work/java.log" 2>&1; then
        untried "not tried: Maven could not get the client, or not compile what tries it; $work/java.log tells why."
        return
    fi
    (cd "$house" && mvn -B -q -Dquick -pl clients/java verify -Dgatehouse.address="$MLFLOW_TRACKING_URI")
}

differential() {
    local seed apart=''
    say "The same generated calls to MLflow's own server and to Gatehouse"
    # Both tell webhooks of receivers on this machine, and neither tries again.
    restart_portal --gatehouse.webhooks.schemes=http,https --gatehouse.webhooks.private-addresses=true
    MLFLOW_WEBHOOK_ALLOWED_SCHEMES=http,https MLFLOW_WEBHOOK_ALLOW_PRIVATE_IPS=true MLFLOW_WEBHOOK_REQUEST_MAX_RETRIES=0 \
        MLFLOW_WEBHOOK_SECRET_ENCRYPTION_KEY=$("$mlflow3/bin/python" -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())') \
        start_server "$mlflow3" $((port + 1))
    for seed in ${seeds//,/ }; do
        "$mlflow3/bin/python" "$house/clients/differential/compare.py" --theirs "http://127.0.0.1:$((port + 1))" --ours "http://127.0.0.1:$port" \
            --administrator "$(account adam)" --seed "$seed" --calls "$calls" || apart="$apart $seed"
    done
    [ -z "$apart" ] || give_up "Differences with seed$apart."
}

# MLflow's own REST tests, against a server that is emptied before each. They are taken from a checkout, never kept here.
rest() {
    local tests=$work/mlflow-checkout wanted version address=http://127.0.0.1:$((port + 2)) emptyable rested code=0
    wanted=$("$mlflow3/bin/python" -c 'import mlflow; print(mlflow.__version__)')
    if [ -n "$checkout" ]; then
        tests=$(CDPATH='' cd -- "$checkout" && pwd) || give_up "There is no folder $checkout."
    elif [ ! -d "$tests" ]; then
        if ! git clone -q --depth 1 --branch "v$wanted" https://github.com/mlflow/mlflow "$tests" 2>"$work/checkout.log"; then
            untried "not tried: MLflow's repository could not be reached, and its releases carry no tests; --mlflow-checkout names a checkout."
            return
        fi
    fi
    [ -f "$tests/tests/tracking/test_rest_tracking.py" ] || give_up "$tests holds no tests/tracking/test_rest_tracking.py."
    version=$(sed -n 's/^VERSION = "\(.*\)"/\1/p' "$tests/mlflow/version.py")
    rest_environment "$version" || return 0
    say "MLflow's own REST tests of $version, with the packages of $("$rested/bin/python" -c 'from importlib.metadata import version; print(version("mlflow"))')"
    [ "$version" = "$wanted" ] || say "The clients of the other steps are of $wanted; a checkout at v$wanted would fit them."
    start_emptyable
    # The checkout's own client goes first, since its tests look into it.
    (cd "$tests" && PYTHONPATH=.:$house/clients/rest GATEHOUSE_ADDRESS=$address MLFLOW_HTTP_REQUEST_MAX_RETRIES=0 \
        GATEHOUSE_ADMINISTRATOR=$(awk '$1 == "adam" { print $1 ":" $2 }' "$work/emptyable-data/demo-accounts.txt") MLFLOW_TRACKING_URI='' \
        "$rested/bin/python" -m pytest -p gatehouse_server -p no:cacheprovider --no-header -q --tb=line --no-showlocals --color=no -W ignore --timeout=120 \
        tests/tracking/test_rest_tracking.py tests/tracking/test_model_registry.py \
        $(cd "$tests" && ls tests/tracking/test_client_webhooks.py tests/tracking/test_mlflow_artifacts.py 2>/dev/null)) | tee "$work/rest.log" || code=$?
    kill "$emptyable" 2>/dev/null || true
    case $code in
        0) ;;
        # What clients/rest/expected.json does not excuse.
        1) give_up "MLflow's own REST tests do not pass." ;;
        *) untried "not tried: the tests of this checkout do not load; $work/rest.log tells why." ;;
    esac
}

rest_environment() { # a Python kept for the version $1 of MLflow, with what its tests import; sets rested, ends with 1 where it cannot be had
    local release=${1%%.dev*} lock=''
    release=${release%%rc*}
    rested=$work/rest-$release
    lock=$house/clients/rest/requirements-${release%.*}.txt
    [ ! -f "$rested/complete" ] || return 0
    rm -rf "$rested"
    python3 -m venv "$rested"
    # A checkout between two releases goes with the packages of the one before it.
    if [ -f "$lock" ]; then
        set -- -r "$lock"
    else
        say "No lock file names the packages of $release, so those of today are taken; $rested/packages.txt keeps which."
        set -- "mlflow<=$release" -r "$house/clients/rest/requirements.txt"
    fi
    if ! "$rested/bin/pip" install -q --disable-pip-version-check "$@" >"$work/pip.log" 2>&1; then
        untried "not tried: Python's package index could not be reached, or lacks a package; $work/pip.log tells which."
        return 1
    fi
    "$rested/bin/pip" freeze >"$rested/packages.txt"
    : >"$rested/complete"
}

start_emptyable() { # the portal with a call that empties it, which only its source has; sets emptyable to its process
    rm -rf "$work/emptyable" "$work/emptyable-data"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$work/emptyable" >/dev/null
    # The tests give webhooks addresses of the Internet, which the server looks up and never calls.
    printf '%s\n' '127.0.0.1 localhost' '93.184.215.14 example.com new.example.com' >"$work/emptyable-hosts"
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Djdk.net.hosts.file="$work/emptyable-hosts" \
        -cp "$work/emptyable/gatehouse.jar:$work/emptyable/lib/*" \
        "$house/clients/rest/EmptyableServer.java" --server.port=$((port + 2)) --gatehouse.data="$work/emptyable-data" \
        --gatehouse.demo.enabled=true --gatehouse.demo.anonymous-user=dana --gatehouse.demo.recording= >"$work/emptyable.log" 2>&1 &
    emptyable=$!
    for _ in $(seq 180); do
        grep -q "Gatehouse is ready" "$work/emptyable.log" && return
        kill -0 "$emptyable" 2>/dev/null || break
        sleep 1
    done
    tail -n 20 "$work/emptyable.log" >&2
    give_up "The server that can be emptied did not start."
}

champion() {
    say "A model trained, refused, judged, approved, and loaded as models:/…@champion by clients of both generations"
    restart_portal
    GATEHOUSE_REVIEWER=$(account priya) "$mlflow3/bin/python" "$house/clients/champion.py" --model "compat champion"
    "$mlflow2/bin/python" "$house/clients/champion.py" --read "compat champion"
}

bucket() {
    local seed apart='' address=http://127.0.0.1:$((port + 3))
    say "Artifacts in a bucket, and files in parts"
    [ -f "$house/portal/target/s3mock/s3mock.jar" ] || { untried "not tried: there is no portal/target/s3mock/s3mock.jar, which ./test makes."; return; }
    start_store $((port + 3))
    restart_portal --gatehouse.artifacts.s3.bucket=artifacts --gatehouse.artifacts.s3.endpoint="$address" \
        --gatehouse.artifacts.s3.access-key=key --gatehouse.artifacts.s3.secret-key=secret
    "$mlflow3/bin/python" "$house/clients/registry_smoke.py" --model "compat bucket"
    "$mlflow3/bin/python" "$house/clients/parts.py"
    "$mlflow2/bin/python" "$house/clients/parts.py"
    if ! "$mlflow3/bin/python" -m pip install -q --disable-pip-version-check --upgrade --target "$work/boto3" -r "$house/clients/requirements-s3.txt" \
        >"$work/pip.log" 2>&1; then
        untried "agrees, but not compared with MLflow's own server: Python's package index could not be reached."
        return
    fi
    # MLflow's own server takes files in parts only where its artifacts are in a bucket, too.
    PYTHONPATH=$work/boto3 MLFLOW_S3_ENDPOINT_URL=$address AWS_ACCESS_KEY_ID=key AWS_SECRET_ACCESS_KEY=secret AWS_DEFAULT_REGION=us-east-1 \
        start_server "$mlflow3" $((port + 1)) s3://mlflow
    for seed in ${seeds//,/ }; do
        "$mlflow3/bin/python" "$house/clients/differential/compare.py" --theirs "http://127.0.0.1:$((port + 1))" --ours "http://127.0.0.1:$port" \
            --parts --uncut --seed "$seed" --calls $((calls / 20)) || apart="$apart $seed"
    done
    [ -z "$apart" ] || give_up "Differences with seed$apart."
}

libraries() {
    say "Libraries that log by themselves, and a search of fifty trials"
    restart_portal
    if ! "$mlflow3/bin/python" -c 'import lightgbm, optuna, sklearn, xgboost' 2>/dev/null &&
        ! "$mlflow3/bin/pip" install -q --disable-pip-version-check -r "$house/clients/requirements-libraries.txt" >"$work/pip.log" 2>&1; then
        untried "not tried: Python's package index could not be reached."
        return
    fi
    "$mlflow3/bin/python" "$house/clients/libraries.py"
}
