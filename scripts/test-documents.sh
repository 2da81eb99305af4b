#!/usr/bin/env bash
# The files that leave the app, read by other software: python-docx, python-pptx and openpyxl read them again, LibreOffice makes
# pages of them, and of the pages it is asked whether all text is there and nothing stands outside.
# The pictures of the pages are in target/documents-pages, to be looked at.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
tmp=${CARGO_TARGET_DIR:-target}/tmp/documents
rm -rf "$tmp"
cargo test --locked --quiet --workspace --test documents
exec "$SK_PYTHON" tests/documents/check.py "$tmp" target/documents-pages
