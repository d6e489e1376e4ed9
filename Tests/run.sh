#!/usr/bin/env bash
# Installs what the tests need and runs them all: format, release build, tests.
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

printf '== release build\n'
quietly swift build -c release

printf '== tests\n'
swift test 2>&1
