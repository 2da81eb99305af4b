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
# A PIN takes half a second by design, and the whole contract of the store is run with one: of a file not all is done in the 20 s that the
# runner would wait.
export WASM_BINDGEN_TEST_TIMEOUT=${WASM_BINDGEN_TEST_TIMEOUT:-300}
exec cargo test --locked --target wasm32-unknown-unknown "${tests[@]}" -- "$@"
