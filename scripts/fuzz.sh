#!/usr/bin/env bash
# Builds the fuzz targets and lets each run.
#
#   scripts/fuzz.sh [SECONDS] [TARGET…]     seconds for each target (5), all targets unless some are named
#
# libFuzzer comes with the crate libfuzzer-sys and is compiled by the C++ compiler; rustc's own LLVM counts what is reached.
# So this needs no nightly toolchain and no sanitizer: what is looked for are panics, failed assertions, hangs and memory
# without a limit. A find is kept in fuzz/artifacts/; every one that was fixed is a test where its code is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
seconds=${1:-5}
shift || true
targets=("$@")
if [ ${#targets[@]} = 0 ]; then
  for file in fuzz/fuzz_targets/*.rs; do targets+=("$(basename "$file" .rs)"); done
fi
host=$(rustc -vV | sed -n 's/^host: //p')
target_dir=${SK_FUZZ_TARGET_DIR:-${CARGO_TARGET_DIR:-target}/fuzz}
flags=(
  --cfg fuzzing
  -Cpasses=sancov-module
  -Cllvm-args=-sanitizer-coverage-level=4
  -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
  -Cllvm-args=-sanitizer-coverage-pc-table
  -Cllvm-args=-sanitizer-coverage-trace-compares
)
printf '\033[1m==>\033[0m %s\n' "Building the fuzz targets"
# With --target the flags are not for build scripts and derives.
RUSTFLAGS="${flags[*]}" CARGO_TARGET_DIR=$target_dir \
  cargo build --locked --quiet --release --manifest-path fuzz/Cargo.toml --target "$host" "${targets[@]/#/--bin=}"
failed=()
for name in "${targets[@]}"; do
  printf '\033[1m==>\033[0m %s\n' "Fuzzing $name for $seconds s"
  mkdir -p "fuzz/corpus/$name" fuzz/artifacts
  log=$(mktemp)
  words=()
  if [ -f "fuzz/dictionaries/$name" ]; then words=("-dict=fuzz/dictionaries/$name"); fi
  if ! "$target_dir/$host/release/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=20000 \
    "${words[@]}" -artifact_prefix="fuzz/artifacts/$name-" "fuzz/corpus/$name" "fuzz/seeds/$name" >"$log" 2>&1; then
    tail -n 60 "$log"
    failed+=("$name")
  fi
  grep '^Done' "$log" || true
  rm -f "$log"
done
if [ ${#failed[@]} != 0 ]; then
  printf '\033[31mError:\033[0m %s\n' "${failed[*]}: what was found is in fuzz/artifacts/" >&2
  exit 1
fi
