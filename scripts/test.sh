#!/usr/bin/env bash
# Everything that `make test` promises. Linking the app keeps one core busy for minutes, so it runs beside the checks, and its
# words come after theirs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scripts/setup.sh --test
# What would be compiled anew after an edit is half of what a build keeps on the disk: nothing is edited here.
export CARGO_INCREMENTAL=0
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
timed() {
  local began=$SECONDS
  "$@"
  times+=("$(printf '%4d s  %s' $((SECONDS - began)) "$*")")
}
times=()
timed scripts/check.sh
timed scripts/test-documents.sh
timed scripts/test-api.sh
timed scripts/fuzz.sh 3
timed scripts/test-browser.sh
built=0
wait "$build" || built=$?
build=
cat "$log"
if [ "$built" != 0 ]; then exit "$built"; fi
timed scripts/test-e2e.sh
timed scripts/test-firefox.sh
printf '\033[1m==>\033[0m %s\n' "All tests passed in $SECONDS s"
printf '%s\n' "${times[@]}"
