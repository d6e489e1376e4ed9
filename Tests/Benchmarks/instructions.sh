#!/usr/bin/env bash
# Counts the instructions of six kernels under valgrind and compares them with instructions.csv.
#
#   Tests/Benchmarks/instructions.sh            exit 1 if a kernel takes 3 % more than recorded
#   Tests/Benchmarks/instructions.sh --record   write the counts anew
#
# Other load on the machine does not move such counts, but compilers and libraries do: where the
# recorded Swift version or machine is another, counts are only printed.
set -euo pipefail
cd "$(dirname "$0")/../.."

kernels=(load degree harmonic betweenness pagerank triangles)
tolerance=3
recorded=Tests/Benchmarks/instructions.csv
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
  printf 'instructions.sh: %s\n' "$*" >&2
  exit 2
}

case "${1:-}" in
  '' | --record) ;;
  *) fail "unknown option $1; there is only --record" ;;
esac
for tool in valgrind strip; do
  command -v "$tool" >/dev/null 2>&1 ||
    fail "$tool is missing; install it (apt-get install valgrind binutils)"
done

swift build -c release --product benchmarks >"$scratch/build" 2>&1 || {
  cat "$scratch/build" >&2
  exit 2
}
# Valgrind 3.19 stops at the debugging information of Swift, so it gets a copy without.
program=$scratch/benchmarks
strip --strip-debug -o "$program" "$(swift build -c release --show-bin-path)/benchmarks"
graph=$scratch/rmat-10.tsv
"$program" --write rmat --scale 10 --seed 1 -o "$graph" >/dev/null

# Prints how many instructions the program takes for one operation, run once. Swift's hashing is
# seeded anew in every process unless it is told not to be.
count() {
  SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind --callgrind-out-file=/dev/null \
    "$program" --graph "$graph" --ops "$1" --bare 2>"$scratch/log" || {
    cat "$scratch/log" >&2
    exit 2
  }
  sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$scratch/log"
}

# What starting and reading the graph takes is in every count but that of load, which reads in the
# operation itself.
base=$(count baseline_read)
start=$(count baseline_start)
here="$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1) $(uname -sm)"
there=$(sed -n 's/^# Swift //p' "$recorded" 2>/dev/null || true)

printf '%-12s %14s %14s %8s\n' kernel instructions recorded change
status=0
printf '# Swift %s\nkernel,instructions\n' "$here" >"$scratch/counts.csv"
for kernel in "${kernels[@]}"; do
  total=$(count "$kernel")
  if [ "$kernel" = load ]; then number=$((total - start)); else number=$((total - base)); fi
  printf '%s,%s\n' "$kernel" "$number" >>"$scratch/counts.csv"
  before=$(sed -n "s/^$kernel,//p" "$recorded" 2>/dev/null || true)
  if [ -z "$before" ]; then
    printf '%-12s %14s %14s\n' "$kernel" "$number" –
    continue
  fi
  change=$(awk -v now="$number" -v before="$before" 'BEGIN { printf "%+.2f", (now / before - 1) * 100 }')
  printf '%-12s %14s %14s %7s%%\n' "$kernel" "$number" "$before" "$change"
  if awk -v change="$change" -v most="$tolerance" 'BEGIN { exit !(change > most) }'; then status=1; fi
done

if [ "${1:-}" = --record ]; then
  cp "$scratch/counts.csv" "$recorded"
  printf 'Recorded for Swift %s.\n' "$here"
elif [ "$here" != "$there" ]; then
  printf 'Recorded for Swift %s, not %s: only printed.\n' "${there:-(nothing)}" "$here"
elif [ "$status" -ne 0 ]; then
  printf 'A kernel takes more than %s %% more instructions than recorded.\n' "$tolerance" >&2
  exit 1
fi
