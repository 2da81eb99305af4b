#!/usr/bin/env bash
# Tests of what only a browser has (store, platform, state): every tests/browser_*.rs, in headless Chromium.
# Arguments go to the tests: scripts/test-browser.sh a_lost_connection
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
printf '\033[1m==>\033[0m %s\n' "Browser tests"
tests=()
for file in tests/browser_*.rs; do
  name=${file##*/}
  tests+=(--test "${name%.rs}")
done
exec cargo test --locked --target wasm32-unknown-unknown "${tests[@]}" -- "$@"
