#!/usr/bin/env bash
# Tests the endpoint by its description, openapi.json, against the real server (scripts/test-api.mjs).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
printf '\033[1m==>\033[0m %s\n' "Tests of the endpoint by its description"
cargo build --locked --quiet --workspace --bin so-khoi-server
SK_SERVER=$(realpath "${CARGO_TARGET_DIR:-target}/debug/so-khoi-server")
# The endpoint is tested, not the app: without a build any document will do.
if [ ! -f "${SK_DIST:-dist}/index.html" ]; then
  SK_DIST=$(mktemp -d)
  trap 'rm -rf "$SK_DIST"' EXIT
  echo '<!doctype html>' >"$SK_DIST/index.html"
fi
export SK_SERVER SK_DIST=${SK_DIST:-dist}
node scripts/test-api.mjs
