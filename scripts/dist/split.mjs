// Cuts the app's wasm into the part that the first visit needs and chunks that pages fetch when they are shown
// (src/pages/lazy.rs), and makes their bindings. Trunk's own bindings are made from the uncut wasm and are replaced.
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { shortenImports } from "./import-names.mjs";

/** What rustc's wasm32 target may use: the optimiser keeps to it. */
export const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "call-indirect-overlong",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
].map((feature) => `--enable-${feature}`);

const run = (command, args) => execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });

/**
 * Splits `wasm` (as cargo left it) and answers the folder with `so-khoi.js` (the bindings), `so-khoi_bg.wasm` (the
 * main part), `__wasm_split.js` (the loader) and the chunks' files. The caller removes the folder.
 */
export async function split(wasm) {
  const folder = mkdtempSync(join(tmpdir(), "so-khoi-split-"));
  run("wasm-split-cli", [wasm, folder, "--target", "web", "--out-name", "so-khoi"]);
  const chunks = readdirSync(folder).filter((name) => name.endsWith(".wasm") && name !== "so-khoi.wasm");
  run("wasm-bindgen", [
    ...["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", folder, "--out-name", "so-khoi"],
    join(folder, "so-khoi.wasm"),
  ]);
  rmSync(join(folder, "so-khoi.wasm"));
  await optimise(["so-khoi_bg.wasm", ...chunks].map((name) => join(folder, name)));
  const [bindings, main] = [join(folder, "so-khoi.js"), join(folder, "so-khoi_bg.wasm")];
  const short = shortenImports(readFileSync(main), readFileSync(bindings, "utf8"), "./so-khoi_bg.js");
  writeFileSync(main, short.wasm);
  writeFileSync(bindings, short.script);
  return { folder, chunks };
}

/** Optimises wasm files in place, on every core: most are small, and starting the optimiser is what takes time. */
async function optimise(files) {
  const rest = files.values();
  const one = async () => {
    for (const file of rest) await promisify(execFile)("wasm-opt", ["-Oz", ...FEATURES, file, "-o", file]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, one));
}

/** What the loader does with a chunk; and what it shall do: a fetch may break off, and a second one mostly comes through. */
const LOADED = "await callee();";
const LOADED_OR_AGAIN = `await callee().catch(async (error) => {
                console.warn(error);
                await new Promise((wait) => setTimeout(wait, 500));
                await callee();
            });`;

/** Lets the loader fetch the chunks by the addresses that `address` gives for their names, and try twice. */
export function nameChunks(folder, address) {
  const path = join(folder, "__wasm_split.js");
  const loader = readFileSync(path, "utf8");
  if (!loader.includes(LOADED)) throw new Error("the loader of chunks is not as it was");
  const text = loader
    .replace(LOADED, LOADED_OR_AGAIN)
    .replace(/new URL\("\.\/([^"]+\.wasm)", import\.meta\.url\)/g, (_, name) => JSON.stringify(address(name)));
  writeFileSync(path, text);
}
