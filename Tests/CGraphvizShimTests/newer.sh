#!/usr/bin/env bash
# Compiles the shim against the types that Graphviz 13 and 14 declare, and runs it over them.
set -euo pipefail
cd "$(dirname "$0")/../.."
compiler=$(command -v clang || command -v cc)
program=$(mktemp)
trap 'rm -f "$program"' EXIT
# shellcheck disable=SC2046
"$compiler" -std=gnu17 -Wall -Werror -Wno-unknown-pragmas -I Tests/CGraphvizShimTests \
  -I Sources/CGraphvizShim/include $(pkg-config --cflags libgvc) \
  Sources/CGraphvizShim/context.c Sources/CGraphvizShim/graph.c Tests/CGraphvizShimTests/newer.c \
  $(pkg-config --libs libgvc) -o "$program"
"$program"
