# Sourced by ./run and ./test: finds a JDK of at least 21, Maven and a Chromium, or says in one sentence what to do.
# Everything that is said goes to standard error; standard output stays the caller's.

house=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }
give_up() { say "$*"; exit 1; }

jdk_version() { # the major version of the JDK in folder $1, or nothing
    [ -x "$1/bin/javac" ] || return 1
    local line
    line=$(grep -s '^JAVA_VERSION=' "$1/release" | tr -d '"') || line=
    line=${line#JAVA_VERSION=}
    [ -n "$line" ] || line=$("$1/bin/javac" -version 2>&1 | sed 's/^javac //')
    printf '%s\n' "${line%%.*}"
}

find_jdk() { # sets JAVA_HOME to a JDK of at least 21
    local candidate version best='' best_version=0 on_path
    if [ -n "${JAVA_HOME:-}" ] && version=$(jdk_version "$JAVA_HOME") && [ "${version:-0}" -ge 21 ] 2>/dev/null; then
        export JAVA_HOME
        return
    fi
    on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
    for candidate in ${on_path:+"$on_path"} /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        version=$(jdk_version "$candidate" 2>/dev/null) || continue
        [ "${version:-0}" -ge 21 ] 2>/dev/null || continue
        if [ "$version" -gt "$best_version" ]; then best=$candidate best_version=$version; fi
    done
    [ -n "$best" ] || give_up "No JDK of version 21 or newer was found: install one (Debian: apt-get install openjdk-21-jdk, or Temurin) or set JAVA_HOME to it."
    export JAVA_HOME=$best
}

find_collector() { # sets collector to what collects the portal's garbage, unless JAVA_OPTS names another
    case ${JAVA_OPTS:-} in *-XX:+Use*GC*) collector= ;; *) collector=-XX:+UseParallelGC ;; esac
}

find_maven() {
    command -v mvn >/dev/null 2>&1 || give_up "Maven was not found: install version 3.8.7 or newer (Debian: apt-get install maven)."
}

find_chromium() { # sets CHROMIUM; installs Debian's package where that is possible
    local name
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        [ -n "$name" ] && CHROMIUM=$(command -v "$name" 2>/dev/null) && export CHROMIUM && return
    done
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        say "Installing Chromium for the browser tests."
        if apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; then
            CHROMIUM=$(command -v chromium) && export CHROMIUM && return
        fi
    fi
    give_up "No Chromium was found: install one (Debian: sudo apt-get install chromium) or set CHROMIUM to its path."
}

stale() { # whether a source is newer than the jar
    [ -f "$jar" ] && [ -f "$built" ] || return 0
    [ -n "$(find "$house" \( -name target -o -name .git -o -name data -o -path '*/src/test' -o -name generated \) -prune -o -type f \
        \( -path '*/src/main/*' -o -name pom.xml -o -path '*/examples/streamflow/demo/*' \) -newer "$built" -print -quit)" ]
}

build_jar() { # sets jar, and launch to what starts it; builds it if a source changed, or in any case if $1 is always
    jar=$house/portal/target/gatehouse.jar
    unpacked=$house/portal/target/launch learned=$house/portal/target/launch/learned.aot
    # The jar's own date is fixed, so that equal sources give equal bytes; this file says when it was made.
    built=$house/portal/target/built
    if [ "${1:-auto}" = always ] || stale; then
        find_maven
        say "Building Gatehouse. The first time takes a few minutes."
        (cd "$house" && mvn -B -q -Dquick -DskipTests -DskipITs -pl portal -am clean package >&2) || give_up "The build failed; the lines above say why."
        : > "$built"
        learn_to_start
    fi
    # shellcheck disable=SC2034 # For whoever sourced this.
    launch=(-jar "$jar")
    if learned_fits; then launch=('-Xlog:aot*=off' "-XX:AOTCache=$learned" -jar "$unpacked/gatehouse.jar"); fi
}

learned_fits() { # whether what was learned is of this build and this Java machine, and JAVA_OPTS asks for nothing of the kind itself
    case ${JAVA_OPTS:-} in *-Xshare* | *SharedArchive* | *AOT*) return 1 ;; esac
    [ "$learned" -nt "$built" ] && cmp -s "$JAVA_HOME/release" "$unpacked/release"
}

learn_to_start() { # unpacks the jar and has the Java machine write down what a start teaches it (JEP 514), so that later ones take half of the time
    local folder code
    rm -rf "$unpacked"
    [ "$(jdk_version "$JAVA_HOME")" -ge 25 ] || return 0
    folder=$(mktemp -d) || return 0
    find_collector
    # Nothing that somebody set for a portal of theirs takes part, least of all their database. Only what was learned to the end is
    # used: a start without it is slower and otherwise the same.
    # shellcheck disable=SC2086 # collector may hold nothing.
    (
        cd "$folder" && unset ${!SPRING_*} ${!GATEHOUSE_*} JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS &&
            "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$unpacked" &&
            "$JAVA_HOME/bin/java" $collector --enable-native-access=ALL-UNNAMED -XX:AOTCacheOutput="$learned.part" \
                -Dspring.context.exit=onRefresh -jar "$unpacked/gatehouse.jar" --server.port=0 --gatehouse.data="$folder/data" &&
            cp "$JAVA_HOME/release" "$unpacked/release" && mv "$learned.part" "$learned"
    ) >"$house/portal/target/learning.log" 2>&1 && code=0 || code=$?
    [ $code -eq 0 ] || rm -rf "$unpacked"
    rm -rf "$folder"
    # Whoever pressed Ctrl-C meant all of it.
    [ $code -ne 130 ] || exit 130
}
