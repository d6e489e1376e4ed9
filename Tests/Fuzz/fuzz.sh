#!/usr/bin/env bash
# Fuzzes the reader of one format by libFuzzer with the address sanitizer.
#
#   Tests/Fuzz/fuzz.sh FORMAT [SECONDS] [FOLDER OF SEEDS...]
#
# Seeds are files of any program; without a folder, those of the tests are used. Inputs that crash
# are left in .build/fuzz/found.
set -euo pipefail
cd "$(dirname "$0")/../.."

format=${1:?name a format, such as graphml}
seconds=${2:-60}
shift $(($# > 2 ? 2 : $#))

build=.build/fuzz
swift build -c release --target NetworkFiles --scratch-path "$build" -Xswiftc -sanitize=fuzzer,address
products=$(swift build -c release --scratch-path "$build" --show-bin-path)
objects=$(find "$products"/{GraphStructure,NetworkData,NetworkFiles,Yams,CYaml}.build -name '*.o')
# shellcheck disable=SC2086
swiftc -O -parse-as-library -sanitize=fuzzer,address -module-name Fuzz -I "$products/Modules" \
  -Xcc -fmodule-map-file="$PWD/Sources/CExpat/module.modulemap" \
  -Xcc -fmodule-map-file="$PWD/Sources/CZlib/module.modulemap" \
  -Xcc -I"$build/checkouts/Yams/Sources/CYaml/include" \
  Tests/Fuzz/Fuzz.swift Tests/NetworkFilesTests/Fuzzing/FuzzSeeds.swift \
  Tests/NetworkFilesTests/TestWorkbook.swift Tests/NetworkFilesTests/BinaryFile.swift $objects \
  -lexpat -lz -o "$build/fuzz-readers"

mkdir -p "$build/corpus-$format" "$build/found"
FUZZ_FORMAT=$format FUZZ_SEEDS="$build/corpus-$format" nice "$build/fuzz-readers" \
  "$build/corpus-$format" "$@" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
  -max_len=65536 -artifact_prefix="$build/found/$format-" -print_final_stats=1
