#!/usr/bin/env bash
# Simulates how often each interval contains the truth, over a grid, and prints the table that docs/COVERAGE.md keeps.
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/house.sh"

find_jdk
find_maven
cd "$house"
mvn -B -q -Dquick -pl fairness -am test -Dtest=CoverageTable -Dtest.longest="6 h" -Dtest.processSeconds=0 -Dsurefire.failIfNoSpecifiedTests=false
cat fairness/target/coverage.md
