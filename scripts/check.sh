#!/usr/bin/env bash
# The quick checks: formatting, lints for both targets, native tests, licences and sources.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
say() { printf '\033[1m==>\033[0m %s\n' "$*"; }

say "Formatting"
cargo fmt --all --check
for manifest in fuzz tests/bench/core tests/bench/ingest; do
  cargo fmt --manifest-path "$manifest/Cargo.toml" --check
done
say "Lints, native"
cargo clippy --locked --quiet --workspace --all-targets -- -D warnings
say "Lints, browser"
browser_tests=()
for file in tests/browser_*.rs; do
  browser_tests+=(--test "$(basename "$file" .rs)")
done
cargo clippy --locked --quiet -p so-khoi --lib --bins "${browser_tests[@]}" --target wasm32-unknown-unknown -- -D warnings
say "Native tests"
# Of the browser's tests nothing is left here, and they would be linked all the same.
native_tests=()
for file in {.,server}/tests/*.rs {.,server}/tests/*/main.rs; do
  name=$(basename "${file%/main.rs}" .rs)
  case $name in browser_*) ;; *) native_tests+=(--test "$name") ;; esac
done
cargo test --locked --workspace --lib "${native_tests[@]}"
if command -v cargo-deny >/dev/null; then
  # The fuzz targets and the crates of the bench have lock files of their own.
  deny() {
    cargo deny --locked --log-level error "$@"
    for manifest in fuzz tests/bench/core tests/bench/ingest; do
      cargo deny --locked --log-level error --manifest-path "$manifest/Cargo.toml" --config deny.toml "$@"
    done
  }
  say "Licences, bans and sources of dependencies"
  deny check licenses bans sources
  # The advisories live in a git repository, which a closed network may not reach.
  if timeout 60 cargo deny --log-level error fetch db >/dev/null 2>&1; then
    say "Known advisories"
    deny check --disable-fetch advisories
  else
    say "Advisories not checked: their database cannot be fetched here"
  fi
else
  say "Licences not checked: scripts/setup.sh --test installs cargo-deny"
fi
say "Checks passed"
