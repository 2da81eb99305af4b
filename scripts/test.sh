#!/usr/bin/env bash
# Everything that `make test` promises. Linking the app keeps one core busy for minutes, so it runs beside the checks, and its
# words come after theirs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scripts/setup.sh --test
log=$(mktemp)
set -m
scripts/build.sh >"$log" 2>&1 &
build=$!
set +m
end() {
  if [ -n "$build" ]; then kill -- "-$build" 2>/dev/null || true; fi
  rm -f "$log"
}
trap end EXIT
scripts/check.sh
scripts/fuzz.sh 3
scripts/test-browser.sh
built=0
wait "$build" || built=$?
build=
cat "$log"
if [ "$built" != 0 ]; then exit "$built"; fi
scripts/test-e2e.sh
