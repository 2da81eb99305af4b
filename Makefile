# The two commands: `make run` builds and serves the app, `make test` runs every test there is.
# Where cargo builds is CARGO_TARGET_DIR, as always; the port is PORT.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := run
.PHONY: run dist check test bench fuzz soak clean
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

## The built app in dist/, without serving it, and what it is made of in target/sbom/.
dist:
	@scripts/setup.sh --dist
	@scripts/build.sh
	@scripts/sbom.sh

## Quick: formatting, lints, native tests, licences of what we depend on.
check:
	@scripts/check.sh

## Everything: the quick checks, the browser tests, the build, the end-to-end tests.
test:
	@scripts/test.sh

## Measures the app beside its peers: all rows, or ROW=name (names: make bench ROW=list). Ends with 1 where a goal is missed.
bench:
	@scripts/setup.sh --test
	@scripts/setup.sh --bench
	@scripts/bench.sh "$(ROW)"

## Looks for input that the readers of files and pastes do not stand: FUZZ_SECONDS (300) for each target.
fuzz:
	@scripts/setup.sh --fuzz
	@scripts/fuzz.sh $(FUZZ_SECONDS)

## Faults in the numbers that were promised: all parts, or SOAK=lives,browser,power,load,mixed (scripts/soak.sh says what each is).
soak:
	@scripts/setup.sh --test
	@[ -f dist/index.html ] || scripts/build.sh
	@scripts/soak.sh

clean:
	@rm -rf dist dist-dev
	@$(ENV) cargo clean
