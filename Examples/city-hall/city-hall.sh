#!/usr/bin/env bash
# From four lists of an office (invented; CSV in CP932, as Excel saves them) to a picture, in three
# commands. README.md beside this script says what each does.
#
#   bash Examples/city-hall/city-hall.sh [en|ja]
set -euo pipefail
cd "$(dirname "$0")/../.."

lang=${1:-en}
case $lang in
  en | ja) ;;
  *)
    printf 'city-hall.sh: %s is no language it knows; write en or ja\n' "$lang" >&2
    exit 2
    ;;
esac

bash Examples/dependencies.sh
printf 'Building (a minute or two the first time) …\n' >&2
if ! log=$(swift build -c release --product knowwho 2>&1); then
  printf '%s\n' "$log" >&2
  exit 1
fi
knowwho="$(swift build -c release --show-bin-path)/knowwho"
results=${RESULTS:-city-hall-results}
mkdir -p "$results"
lists=Examples/city-hall

run() {
  printf '\n$ knowwho %s\n' "$*"
  "$knowwho" "$@" --lang "$lang" 2>&1
}

# 1. The lists become a network; names that may be one are written to network-names.csv.
run import "$lists"/{members,attendance,projects,contacts}.csv \
  --group 帆柱ものづくり会 --title 帆柱ものづくり会 -o "$results/network"

# 2. Someone has looked at the names and marked with ○ those that are one (accepted-names.csv).
run import "$lists"/{members,attendance,projects,contacts}.csv \
  --group 帆柱ものづくり会 --title 帆柱ものづくり会 --accept "$lists/accepted-names.csv" \
  -o "$results/network"

# 3. The picture: members, projects and contacts; who merely sat in the same room is left out.
run render "$results/network" --ties membership,project,exchange,jointResearch,business,introduction \
  -o "$results/picture.svg"
