#!/usr/bin/env bash
# Installs what building and testing Sổ Khối needs, and skips what is there.
#
#   scripts/setup.sh          what `make run` needs
#   scripts/setup.sh --dist   that, and what lists the parts of a build
#   scripts/setup.sh --test   what `make run` needs, and the browser and tools of `make test`
#   scripts/setup.sh --bench  that, and the packages of the peers
#   scripts/setup.sh --fuzz   what `make fuzz` needs, and nothing else
#
# It needs rustup with a stable Rust, gcc, Node 20 and (for the tests) Python 3. Everything else comes from
# Debian's packages, crates.io, npm and PyPI. Tools of our own go to $SK_TOOLS (a cache folder), never to /usr.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/env.sh
. "$here/env.sh"
cd "$here/.."
for_tests=false
[ "${1:-}" = "--test" ] && for_tests=true
for_dist=false
[ "${1:-}" = "--dist" ] && for_dist=true

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
fail() { printf '\033[31mError:\033[0m %s\n' "$*" >&2; exit 1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

apt_updated=false
apt_install() {
  local missing=() p
  for p in "$@"; do dpkg -s "$p" >/dev/null 2>&1 || missing+=("$p"); done
  [ ${#missing[@]} = 0 ] && return 0
  command -v apt-get >/dev/null || fail "please install: ${missing[*]} (this script knows Debian and Ubuntu only)"
  say "Installing Debian packages: ${missing[*]}"
  if ! $apt_updated; then as_root apt-get update -qq; apt_updated=true; fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

if [ "${1:-}" = "--fuzz" ]; then
  # libFuzzer is compiled from the crate that brings it.
  command -v c++ >/dev/null || apt_install g++
  exit 0
fi
if [ "${1:-}" = "--bench" ]; then
  # A lock file of its own, so that the app's carries none of what it is compared with. Vite wants a later Node than the app's build.
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    fail "Node.js 20.19 or newer is needed for the bench, found $(node --version)"
  if [ ! -f tests/bench/node_modules/.package-lock.json ] || [ tests/bench/package-lock.json -nt tests/bench/node_modules/.package-lock.json ]; then
    say "Installing the peers of the bench from their lock file"
    npm ci --prefix tests/bench --no-audit --no-fund --loglevel=error
    touch tests/bench/node_modules/.package-lock.json
  fi
  # SQLite is compiled for the limit of the server's ingest.
  command -v cc >/dev/null || apt_install gcc libc6-dev
  exit 0
fi
command -v rustup >/dev/null || fail "rustup is missing: see https://rustup.rs, then run this again"
command -v cc >/dev/null || fail "a C compiler is missing: apt-get install gcc"
command -v node >/dev/null || fail "Node.js 20 or newer is missing"
node_major=$(node -p 'process.versions.node.split(".")[0]')
[ "$node_major" -ge 20 ] || fail "Node.js 20 or newer is needed, found $(node --version)"
mkdir -p "$SK_TOOLS"

# --- The Rust toolchain with a wasm32 standard library, and its source ------------------------
wasm_std_present() {
  local lib
  lib=$(rustc --print sysroot)/lib/rustlib
  ls "$lib"/wasm32-unknown-unknown/lib/libstd-*.rlib "$lib"/src/rust/library/Cargo.lock >/dev/null 2>&1
}
rustup_wasm_std() {
  timeout "${SK_RUSTUP_TIMEOUT:-90}" rustup target add wasm32-unknown-unknown 2>/dev/null &&
    timeout "${SK_RUSTUP_TIMEOUT:-90}" rustup component add rust-src 2>/dev/null
}

build_distro_std() {
  local lib=/usr/lib/rustlib/wasm32-unknown-unknown/lib stamp version dir lld
  version=$(/usr/bin/rustc --version)
  stamp=$SK_TOOLS/distro-std
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$version" ] && ls "$lib"/libstd-*.rlib >/dev/null 2>&1; then return 0; fi
  lld=lld-$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
  apt_install "$lld"
  as_root mkdir -p /usr/lib/rustlib/x86_64-unknown-linux-gnu/bin
  as_root ln -sf "/usr/bin/$lld" /usr/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld
  say "Building the wasm32 standard library from the distribution's sources (about 2 minutes)"
  dir=$(mktemp -d)
  mkdir "$dir/src"
  printf '[package]\nname = "std-for-wasm"\nversion = "0.0.0"\nedition = "2021"\n[lib]\n' >"$dir/Cargo.toml"
  : >"$dir/src/lib.rs"
  (cd "$dir" && RUSTUP_TOOLCHAIN=distro RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
    cargo build -q -Z build-std=std,panic_abort,test,proc_macro --target wasm32-unknown-unknown --release)
  as_root mkdir -p "$lib"
  as_root rm -f "$lib"/lib*.rlib
  find "$dir/target/wasm32-unknown-unknown/release/deps" -name 'lib*.rlib' ! -name 'libstd_for_wasm*' -print0 |
    as_root xargs -0 cp -t "$lib"
  rm -rf "$dir" target/wasm32-unknown-unknown
  printf '%s' "$version" >"$stamp"
}

if [ -s "$SK_TOOLS/toolchain" ] || ! wasm_std_present; then
  if [ ! -s "$SK_TOOLS/toolchain" ] && rustup_wasm_std && wasm_std_present; then
    say "wasm32 target and the standard library's source added by rustup"
  else
    say "rustup cannot fetch the wasm32 target here: using Debian's Rust compiler instead"
    apt_install rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web
    rustup toolchain list | grep -q '^distro' || rustup toolchain link distro /usr
    build_distro_std
    printf distro >"$SK_TOOLS/toolchain"
    export RUSTUP_TOOLCHAIN=distro
  fi
fi
if [ -z "${RUSTUP_TOOLCHAIN:-}" ]; then rustup component add clippy rustfmt >/dev/null 2>&1 || true; fi

# --- Build tools, pinned, each in a folder of its own ---------------------------------------
cargo_tool() { # name, crate, version, cargo install's other arguments
  local dir=$SK_TOOLS/$1-$3
  [ -f "$dir/.done" ] && return 0
  say "Building $2 $3 (a few minutes, once)"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    CARGO_TARGET_DIR="$SK_TOOLS/build" cargo install -q --locked --root "$dir" "$2" --version "$3" "${@:4}"
  touch "$dir/.done"
}
cargo_tool trunk trunk "$TRUNK_VERSION"
cargo_tool wasm-bindgen wasm-bindgen-cli "$BINDGEN_VERSION"
cargo_tool wasm-split wasm_split_cli_support "$SPLIT_VERSION" --features build-binary
$for_tests && cargo_tool cargo-deny cargo-deny "$DENY_VERSION"
$for_dist && cargo_tool cargo-cyclonedx cargo-cyclonedx "$CYCLONEDX_VERSION"
rm -rf "$SK_TOOLS/build"

# --- JavaScript packages ---------------------------------------------------------------------
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  say "Installing npm packages from the lock file"
  npm ci --no-audit --no-fund --loglevel=error
  touch node_modules/.package-lock.json
fi

# --- What only the tests need ------------------------------------------------------------------
if $for_tests; then
  apt_install chromium chromium-driver firefox-esr python3-venv
  # What a server writes and syncs is heard by it (server/tests/power/).
  apt_install strace
  # What drives Firefox has a lock file of its own: it brings along more than the app's tools together.
  if [ ! -f tests/firefox/node_modules/.package-lock.json ] || [ tests/firefox/package-lock.json -nt tests/firefox/node_modules/.package-lock.json ]; then
    say "Installing what drives Firefox from its lock file"
    npm ci --prefix tests/firefox --ignore-scripts --no-audit --no-fund --loglevel=error
    touch tests/firefox/node_modules/.package-lock.json
  fi
  command -v c++ >/dev/null || apt_install g++
  # The server's tests start a PostgreSQL of their own: its programs are needed, and no cluster of the system.
  if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    as_root mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] ||
      echo 'create_main_cluster = false' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
    apt_install postgresql
  fi
  # Files that leave the app are read by other software too: LibreOffice without a screen makes pages of them. Liberation 2 has the
  # measures of Times and Arial, so the pages break where Word breaks them.
  apt_install libreoffice-writer-nogui libreoffice-impress-nogui libreoffice-calc-nogui fonts-liberation2 poppler-utils
  # Workbooks made by other software: the tests read files that are not our own writer's, and others read ours.
  if [ ! -f "$SK_PYTHON_ENV/.done" ]; then
    say "Installing openpyxl, xlwt, odfpy, python-docx, python-pptx and pypdf for the tests"
    python3 -m venv "$SK_PYTHON_ENV"
    "$SK_PYTHON_ENV/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 et-xmlfile==2.0.0 xlwt==1.3.0 \
      odfpy==1.4.1 defusedxml==0.7.1 python-docx==1.2.0 python-pptx==1.0.2 pypdf==7.1.0 lxml==6.1.3 pillow==13.0.0 \
      typing_extensions==4.16.0 xlsxwriter==3.3.1
    touch "$SK_PYTHON_ENV/.done"
  fi
  if [ ! -f "$SK_SCHEMATHESIS_ENV/.done" ]; then
    say "Installing schemathesis for the tests of the endpoint"
    python3 -m venv "$SK_SCHEMATHESIS_ENV"
    "$SK_SCHEMATHESIS_ENV/bin/pip" install --quiet --disable-pip-version-check -r scripts/schemathesis.txt
    touch "$SK_SCHEMATHESIS_ENV/.done"
  fi
fi
say "Set-up is complete"
