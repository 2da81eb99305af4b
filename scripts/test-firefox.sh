#!/usr/bin/env bash
# What the app is for, in Debian's Firefox against the real server. Arguments go to Node's test runner:
#
#   scripts/test-firefox.sh --test-name-pattern=deck
#   SK_DIST=dist-dev scripts/test-firefox.sh      against the build of `scripts/dev.sh --build`
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
printf '\033[1m==>\033[0m %s\n' "Tests in Firefox"
cargo build --locked --quiet --workspace --bin so-khoi-server
SK_SERVER=$(realpath "${CARGO_TARGET_DIR:-target}/debug/so-khoi-server")
export SK_SERVER SK_DIST=${SK_DIST:-dist}
exec node --test --test-concurrency=1 --test-reporter=spec --test-timeout=600000 "$@" tests/firefox/core.test.mjs
