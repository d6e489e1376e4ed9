#!/usr/bin/env bash
# Asks the group model what the source paper says about the size of groups (claims 1, 2, 3 and 5).
# Everything here is synthetic. README.md beside this script says what follows, and what does not.
#
#   bash Examples/group-size/group-size.sh [en|ja]
set -euo pipefail
cd "$(dirname "$0")/../.."

lang=${1:-en}
case $lang in
  en | ja) ;;
  *)
    printf 'group-size.sh: %s is no language it knows; write en or ja\n' "$lang" >&2
    exit 2
    ;;
esac

bash Examples/dependencies.sh
printf 'Building (a minute or two the first time), then a minute of simulation …\n' >&2
if ! log=$(swift build -c release --product knowwho 2>&1); then
  printf '%s\n' "$log" >&2
  exit 1
fi
knowwho="$(swift build -c release --show-bin-path)/knowwho"
results=${RESULTS:-group-size-results}
mkdir -p "$results"

run() {
  printf '\n$ knowwho %s\n' "$*"
  "$knowwho" "$@" --lang "$lang"
}

# The decision rule, for every combination of A4, A9 and A11.
run compare --scale technomix,krip --runs 100 --seed 7 --figure "$results/exchange.svg"
