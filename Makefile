# The two commands: `make run` builds and serves the app, `make test` runs every test there is.
# Where cargo builds is CARGO_TARGET_DIR, as always; the port is PORT.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := run
.PHONY: run dist check test fuzz clean
FUZZ_SECONDS ?= 300
ENV := . scripts/env.sh;
STEP = printf '\033[1m==>\033[0m %s\n'

## Set up, build and serve on http://127.0.0.1:$PORT (8080).
run:
	@scripts/setup.sh
	@scripts/build.sh
	@$(STEP) "Building the server"
	@$(ENV) cargo build --locked --release --quiet -p so-khoi-server
	@$(ENV) exec "$${CARGO_TARGET_DIR:-target}/release/so-khoi-server"

## The built app in dist/, without serving it.
dist:
	@scripts/setup.sh
	@scripts/build.sh

## Quick: formatting, lints, native tests, licences of what we depend on.
check:
	@scripts/check.sh

## Everything: the quick checks, the browser tests, the build, the end-to-end tests.
test:
	@scripts/test.sh

## Looks for input that the readers of files and pastes do not stand: FUZZ_SECONDS (300) for each target.
fuzz:
	@scripts/setup.sh --fuzz
	@scripts/fuzz.sh $(FUZZ_SECONDS)

clean:
	@rm -rf dist dist-dev
	@$(ENV) cargo clean
