#!/usr/bin/env bash
# Builds dist/, the folder that the server serves; does nothing when no input is newer.
#
#   scripts/build.sh            builds when something changed
#   scripts/build.sh --always   builds
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
inputs=(.cargo Cargo.lock Cargo.toml Trunk.toml build.rs index.html package-lock.json public scripts src style)
say() { printf '\033[1m==>\033[0m %s\n' "$*"; }

if [ "${1:-}" != --always ] && [ -f dist/build.json ] && [ -z "$(find "${inputs[@]}" -newer dist/build.json -print -quit)" ]; then
  say "dist/ is up to date"
  exit 0
fi
# The wasm that is served brings a standard library built like the app itself: for size, and without the words of a
# panic, which nobody would read there (scripts/app-entry.js says what a person needs to know). Together a twelfth of
# what a phone downloads. Cargo calls this unstable; tests and development use the library as it comes.
export RUSTC_BOOTSTRAP=1
export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort"
say "Fetching the crates"
cargo fetch --locked --quiet
say "Building the worker for files"
cargo build --locked --quiet --profile wasm --target wasm32-unknown-unknown --bin exchange --no-default-features --features workbook
say "Building the app for the browser, optimised for size (the first time takes several minutes)"
NO_COLOR=true trunk build --release --log "${SK_TRUNK_LOG:-warn}"
say "dist/ is ready"
