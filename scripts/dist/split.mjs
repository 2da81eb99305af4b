// Cuts the app's wasm into the part that the first visit needs and chunks that pages fetch when they are shown
// (src/pages/lazy.rs), and makes their bindings. Trunk's own bindings are made from the uncut wasm and are replaced.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shortenImports } from "./import-names.mjs";
import { optimise } from "./optimise.mjs";

/** Chunks that the overview fetches: what they share stays in files of its own, so that the first load has nothing else. */
const WITH_THE_OVERVIEW = ["finding_lines", "folding", "review"];
/** Bytes of a chunk below which it travels with the other small ones. */
const SMALL = 4096;
/** The small ones, end to end. */
const PACK = "chunks.bin";
/** What fetches the chunks. */
const LOADER = "__wasm_split.js";

const run = (command, args) => execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });

/**
 * Splits `wasm` (as cargo left it) and answers the folder with `so-khoi.js` (the bindings), `so-khoi_bg.wasm` (the
 * main part), `__wasm_split.js` (the loader) and the chunks' files, and which of these stand where in `chunks.bin`. The
 * caller removes the folder.
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
  const places = pack(folder, chunks);
  const [bindings, main] = [join(folder, "so-khoi.js"), join(folder, "so-khoi_bg.wasm")];
  const short = shortenImports(readFileSync(main), readFileSync(bindings, "utf8"), "./so-khoi_bg.js");
  writeFileSync(main, short.wasm);
  writeFileSync(bindings, short.script);
  return { folder, places };
}

/**
 * Puts the small chunks that pages share into one file: there are a hundred and more of them, and a page that fetches each
 * waits for the connections. Answers where each stands in it.
 */
function pack(folder, chunks) {
  const loader = readFileSync(join(folder, LOADER), "utf8");
  const shared = (part) => {
    const found = loader.match(new RegExp(`__wasm_split_load_${part} = [\\s\\S]*?\\n, \\[(.*?)\\]`));
    if (!found) throw new Error(`there is no chunk ${part}`);
    return found[1].split(", ").map((name) => `${name.replace("__", "")}.wasm`);
  };
  const first = new Set(WITH_THE_OVERVIEW.flatMap(shared));
  const places = new Map();
  const parts = [];
  let end = 0;
  for (const name of chunks.filter((name) => name.startsWith("chunk_") && !first.has(name))) {
    const bytes = readFileSync(join(folder, name));
    if (bytes.length >= SMALL) continue;
    places.set(name, [end, (end += bytes.length)]);
    parts.push(bytes);
  }
  writeFileSync(join(folder, PACK), Buffer.concat(parts));
  return places;
}

/** What the loader does with a chunk; and what it shall do: a fetch may break off, and a second one mostly comes through. */
const LOADED = "await callee();";
const LOADED_OR_AGAIN = `await callee().catch(async (error) => {
                console.warn(error);
                await new Promise((wait) => setTimeout(wait, 500));
                await callee();
            });`;

/** A chunk's file as the loader fetches it, and what it makes of it. */
const FETCHED = /fetch\(new URL\("\.\/([^"]+\.wasm)", import\.meta\.url\)\);([\s\S]*?)WebAssembly\.instantiateStreaming\(src, imports\)/g;

/** How it comes by a chunk of the pack. */
const fromPack = (address) => `
let pack;
async function packed(start, end) {
    pack ??= fetch(${JSON.stringify(address)}).then((found) => {
        if (!found.ok) throw new Error(found.statusText);
        return found.arrayBuffer();
    });
    try {
        return (await pack).slice(start, end);
    } catch (error) {
        pack = undefined;
        throw error;
    }
}
`;

/** Lets the loader fetch the chunks by the addresses that `address` gives for their names, and try twice. */
export function nameChunks({ folder, places }, address) {
  const path = join(folder, LOADER);
  const loader = readFileSync(path, "utf8");
  if (!loader.includes(LOADED)) throw new Error("the loader of chunks is not as it was");
  const text = loader.replace(LOADED, LOADED_OR_AGAIN).replace(FETCHED, (_, name, between) => {
    const place = places.get(name);
    return place
      ? `packed(${place.join(", ")});${between}WebAssembly.instantiate(await src, imports)`
      : `fetch(${JSON.stringify(address(name))});${between}WebAssembly.instantiateStreaming(src, imports)`;
  });
  if (text.includes("import.meta")) throw new Error("the loader of chunks is not as it was");
  writeFileSync(path, `${text}${fromPack(address(PACK))}`);
}
