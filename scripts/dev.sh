#!/usr/bin/env bash
# A quick look at the app while writing it: unoptimised, uncompressed, about 20 s after a change.
#
#   scripts/dev.sh [PORT]      builds dist-dev/ and serves it on http://127.0.0.1:PORT (8080)
#   scripts/dev.sh --build     builds dist-dev/ only (end-to-end tests: SK_DIST=dist-dev)
#
# Stop it with Ctrl+C; after a change run it again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
target=${CARGO_TARGET_DIR:-target}
cargo build --target wasm32-unknown-unknown --bin so-khoi --bin exchange
rm -rf dist-dev && mkdir dist-dev
wasm-bindgen --target web --no-typescript --out-dir dist-dev --out-name so-khoi "$target/wasm32-unknown-unknown/debug/so-khoi.wasm"
cp index.html dist-dev/
node scripts/dist.mjs --dev --dir dist-dev
[ "${1:-}" = "--build" ] && exit 0
cargo build -p so-khoi-server
# A copy, so that another build does not replace the program while it serves.
server=$(mktemp)
install -m 755 "$target/debug/so-khoi-server" "$server"
trap 'rm -f "$server"' EXIT
PORT=${1:-${PORT:-8080}} "$server" --dist dist-dev
