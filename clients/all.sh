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
        --seed "$seed" --calls "$calls"
    kill -- "-$server" 2>/dev/null || true
    server=
}
