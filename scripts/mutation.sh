#!/usr/bin/env bash
# Changes the mathematics one operator at a time and counts the changes that no test notices; docs/MUTATION.md keeps the result.
# Packages may be named: scripts/mutation.sh 'io.gatehouse.fairness.segments.*'
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/house.sh"

find_jdk
find_maven
cd "$house"
mvn -B -q -Dquick -Pmutation -pl fairness test-compile org.pitest:pitest-maven:mutationCoverage \
    -DtargetClasses="${1:-io.gatehouse.fairness.*}"
report=fairness/target/pit-reports/mutations.csv
# Columns: file, class, mutator, method, line, status, killing test.
awk -F, '{ n = split($2, part, "."); room = part[n - 1]; all[room]++; found[room] += ($6 != "SURVIVED" && $6 != "NO_COVERAGE") }
    END { for (room in all) { printf "%-16s %5d of %5d  %5.1f %%\n", room, found[room], all[room], 100 * found[room] / all[room];
          total += all[room]; caught += found[room] }
          printf "%-16s %5d of %5d  %5.1f %%\n", "all", caught, total, 100 * caught / total }' "$report" | sort
say "Each mutant: $report and fairness/target/pit-reports/index.html"
