#!/usr/bin/env bash
# Faults in the numbers that were promised (docs/reliability.md). SOAK chooses parts, separated by commas; all of them take about four hours:
#
#   lives     SOAK_CASES (1,000,000) lives of a bloc with its devices, its network and its disks, from number SOAK_FROM (0)
#   browser   a browser killed 500 times while somebody types; five tabs with 1,000 edits of one cell; the other faults of devices
#   power     a server's power lost 1,000 times; PostgreSQL down 100 times; the program killed 200 times on each
#   load      10,000 clerks with 20 figures each in ten minutes, on SQLite and on PostgreSQL
#   mixed     an hour of bad networks and kills, half of it on each database
#
# A life that fails is printed with the command that runs it alone. A part of 10,000 lives is one run of the test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/env.sh
. scripts/env.sh
say() { printf '\033[1m==>\033[0m %s %s\n' "$(date -u +%H:%M:%S)" "$*"; }
chosen() { case ",${SOAK:-lives,browser,power,load,mixed}," in *",$1,"*) ;; *) return 1 ;; esac; }
server_tests() { SK_SOAK=1 cargo test --locked --quiet --release -p so-khoi-server "$@" -- --nocapture --test-threads=1; }

for part in ${SOAK//,/ }; do
  case $part in
    lives | browser | power | load | mixed) ;;
    *) echo "There is no part $part: lives, browser, power, load, mixed." >&2; exit 1 ;;
  esac
done
if chosen lives; then
  cases=${SOAK_CASES:-1000000}
  from=${SOAK_FROM:-0}
  part=10000
  say "Building the simulation"
  cargo test --locked --quiet --release -p so-khoi --test sync_simulation --no-run
  for ((at = from; at < from + cases; at += part)); do
    left=$((from + cases - at))
    say "Lives from $at"
    SOAK_FROM=$at SOAK_CASES=$((left < part ? left : part)) \
      cargo test --locked --quiet --release -p so-khoi --test sync_simulation
  done
fi
if chosen browser; then
  say "Browsers that are killed, and other faults of devices"
  SK_SOAK=1 scripts/test-e2e.sh faults- --workers 1
fi
if chosen power; then
  say "Power that is lost, and programs that are killed"
  server_tests --test power --test killed
fi
if chosen load; then
  say "Ten thousand clerks"
  server_tests --test load
fi
if chosen mixed; then
  say "An hour of everything"
  server_tests --test mixed
fi
say "All of it was survived"
