#!/usr/bin/env bash
# What is in the program and in the app, as CycloneDX: target/sbom/{server,app,npm}.cdx.json.
#
# The crates of the server and of the app (with its worker for files) as their lock file names them, each for the machine that it runs on; and
# the npm packages of which parts are bundled, or which build and test. `make dist` writes them; scripts/setup.sh --dist installs what that needs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
printf '\033[1m==>\033[0m %s\n' "Bills of materials"
out=target/sbom
mkdir -p "$out"
# It writes beside the manifest.
crates() { # manifest, target, name
  cargo cyclonedx --quiet --all-features --manifest-path "$1" --target "$2" --format json --spec-version 1.5 --override-filename "$3.cdx"
  mv "$(dirname "$1")/$3.cdx.json" "$out/$3.cdx.json"
  # And beside those of other members of the workspace.
  find . -path ./target -prune -o -path ./node_modules -prune -o -name "$3.cdx.json" -print | xargs -r rm -f
}
crates server/Cargo.toml "$(rustc -vV | sed -n 's/^host: //p')" server
crates Cargo.toml wasm32-unknown-unknown app
npm sbom --sbom-format cyclonedx --package-lock-only --loglevel=error >"$out/npm.cdx.json"
node scripts/sbom.mjs "$out"
