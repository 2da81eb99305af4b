#!/usr/bin/env bash
# Measures the app and the server as they are served, beside their peers (docs/performance.md).
#
#   scripts/bench.sh            every row
#   scripts/bench.sh NAME,NAME  some rows
#   scripts/bench.sh list       the names of the rows
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
rows=${1:-}
if [ "$rows" = list ]; then exec node tests/bench/harness/run.mjs --list; fi
scripts/build.sh
cargo build --locked --release --quiet -p so-khoi-server
export SK_SERVER=${CARGO_TARGET_DIR:-target}/release/so-khoi-server
SK_SERVER=$(realpath "$SK_SERVER")
exec node tests/bench/harness/run.mjs ${rows:+--row "$rows"} --repeats "${BENCH_REPEATS:-15}"
