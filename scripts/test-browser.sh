#!/usr/bin/env bash
# The tests that need a browser's own things (IndexedDB, events), compiled to wasm and run in
# Chromium. Arguments go to cargo test: scripts/test-browser.sh store_
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
printf '\033[1m==>\033[0m %s\n' "Browser tests"
suites=()
for path in tests/browser*.rs tests/browser/main.rs; do
  [ -e "$path" ] || continue
  name=$(basename "${path%/main.rs}" .rs)
  suites+=(--test "$name")
done
[ ${#suites[@]} -gt 0 ] || { echo "tests/browser*.rs is missing" >&2; exit 1; }
exec cargo test --locked -p so-khoi --target wasm32-unknown-unknown "${suites[@]}" "$@"
