#!/usr/bin/env bash
# The quick checks: formatting, lints for both targets, native tests, licences and sources.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
say() { printf '\033[1m==>\033[0m %s\n' "$*"; }

say "Formatting"
cargo fmt --all --check
cargo fmt --manifest-path fuzz/Cargo.toml --check
say "Lints, native"
cargo clippy --locked --quiet --workspace --all-targets -- -D warnings
say "Lints, browser"
browser_tests=()
for file in tests/browser_*.rs; do
  browser_tests+=(--test "$(basename "$file" .rs)")
done
cargo clippy --locked --quiet -p so-khoi --lib --bins "${browser_tests[@]}" --target wasm32-unknown-unknown -- -D warnings
say "Native tests"
cargo test --locked --workspace
if command -v cargo-deny >/dev/null; then
  # The fuzz targets have a lock file of their own.
  deny() {
    cargo deny --locked --log-level error "$@"
    cargo deny --locked --log-level error --manifest-path fuzz/Cargo.toml --config deny.toml "$@"
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
