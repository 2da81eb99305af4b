// The worker for files: its bindings, and in a release build the optimiser. It is not cut: a job needs all of it.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { optimise } from "./optimise.mjs";

const run = (command, args) => execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });

/** Answers the folder with `exchange.js` and `exchange_bg.wasm`. The caller removes it. */
export async function worker(wasm, { small }) {
  if (!existsSync(wasm)) throw new Error(`${wasm} is missing: scripts/build.sh and scripts/dev.sh build it first`);
  const folder = mkdtempSync(join(tmpdir(), "so-khoi-worker-"));
  run("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", folder, "--out-name", "exchange", wasm]);
  const main = join(folder, "exchange_bg.wasm");
  if (small) await optimise([main]);
  return folder;
}
