# Sourced by the Makefile's recipes and the scripts: where setup.sh put what it installed.
# Nothing here installs anything.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export SK_TOOLS=${SK_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/so-khoi/tools}
export TRUNK_VERSION=0.21.14
export BINDGEN_VERSION=0.2.129
export SPLIT_VERSION=0.2.4
export DENY_VERSION=0.20.2
export CYCLONEDX_VERSION=0.5.9
PATH=$SK_TOOLS/trunk-$TRUNK_VERSION/bin:$SK_TOOLS/wasm-bindgen-$BINDGEN_VERSION/bin:$SK_TOOLS/wasm-split-$SPLIT_VERSION/bin:$SK_TOOLS/cargo-deny-$DENY_VERSION/bin:$SK_TOOLS/cargo-cyclonedx-$CYCLONEDX_VERSION/bin:$root/node_modules/.bin:$PATH
export PATH
# Written by setup.sh when the distribution's compiler had to be used; empty otherwise.
if [ -s "$SK_TOOLS/toolchain" ]; then
  RUSTUP_TOOLCHAIN=$(cat "$SK_TOOLS/toolchain")
  export RUSTUP_TOOLCHAIN
fi
# The Python of the tests that make workbooks, and read documents, with other software.
export SK_PYTHON_ENV=$SK_TOOLS/python-3
export SK_PYTHON=$SK_PYTHON_ENV/bin/python
# What tests the endpoint by its description, in a Python of its own.
export SK_SCHEMATHESIS_ENV=$SK_TOOLS/schemathesis-4.32.5
export SK_SCHEMATHESIS=$SK_SCHEMATHESIS_ENV/bin/schemathesis
export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-auto}
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
export CHROMEDRIVER=${CHROMEDRIVER:-/usr/bin/chromedriver}
export CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
