#!/usr/bin/env bash
# The end-to-end tests: Playwright, Chromium and the real server. Arguments go to Playwright:
#
#   scripts/test-e2e.sh pwa -g update
#   SK_DIST=dist-dev scripts/test-e2e.sh entry      against the build of `scripts/dev.sh --build`
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
printf '\033[1m==>\033[0m %s\n' "End-to-end tests"
cargo build --locked --quiet --workspace --bin so-khoi-server
SK_SERVER=${CARGO_TARGET_DIR:-target}/debug/so-khoi-server
SK_SERVER=$(realpath "$SK_SERVER")
export SK_SERVER SK_DIST=${SK_DIST:-dist}
exec playwright test "$@"
