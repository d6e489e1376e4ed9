#!/usr/bin/env bash
# Installs what the tests need and runs them all: format, release build, tests.
#
# The tests run in a release build, where the oracles take seconds; a debug build, whose tests of
# measures take many times as long, runs those of files, data and drawing.
set -euo pipefail
cd "$(dirname "$0")/.."

# Runs a command whose output matters only if it fails.
quietly() {
  local log
  if ! log=$("$@" 2>&1); then
    printf '%s\n' "$log" >&2
    return 1
  fi
}

bash Examples/dependencies.sh --tests

printf '== format\n'
swift format lint --strict --recursive --parallel Sources Tests Package.swift

printf '== shim over newer Graphviz\n'
bash Tests/CGraphvizShimTests/newer.sh

printf '== debug build, tests of files, data and drawing\n'
quietly swift build --build-tests
swift test --skip-build \
  --filter '^(GraphStructure|NetworkData|NetworkFiles|NetworkDrawing)Tests\.' 2>&1

printf '== release build, all tests\n'
quietly swift build -c release --build-tests
swift test -c release --skip-build 2>&1
