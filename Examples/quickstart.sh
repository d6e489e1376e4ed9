#!/usr/bin/env bash
# One command on a fresh machine: installs what is missing, builds, and answers the first questions
# about the network of the source paper. Pictures go to Examples/quickstart.
set -euo pipefail
cd "$(dirname "$0")/.."

bash Examples/dependencies.sh

printf 'Building (a minute or two the first time) …\n' >&2
if ! log=$(swift build -c release --product knowwho 2>&1); then
  printf '%s\n' "$log" >&2
  exit 1
fi
knowwho="$(swift build -c release --show-bin-path)/knowwho"
pictures=Examples/quickstart
mkdir -p "$pictures"

run() {
  printf '\n$ knowwho %s\n' "$*"
  "$knowwho" "$@"
}

run summary Graphs/technomix
run centrality Graphs/technomix --top 10
run centrality Graphs/technomix --ties project --project project --kinds firm \
  --scaling raw --measure betweenness
run reach Graphs/technomix --at 2009-07
run compare Graphs/technomix Graphs/krip-model
run render Graphs/technomix -o "$pictures/technomix.png"
run render Graphs/technomix -o "$pictures/technomix.svg"

printf '\nThe tool:     %s\nThe pictures: %s\n' "$knowwho" \
  "$PWD/$pictures/technomix.png, $PWD/$pictures/technomix.svg"
