// Where things are.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const BENCH = resolve(fileURLToPath(import.meta.url), "../..");
export const ROOT = resolve(BENCH, "../..");
/** What is built and measured here. */
export const OUT = resolve(ROOT, "target/bench");
export const CARGO_TARGET = resolve(ROOT, process.env.CARGO_TARGET_DIR ?? "target");
/** The app, as `make dist` made it. */
export const DIST = resolve(ROOT, process.env.SK_DIST ?? "dist");
