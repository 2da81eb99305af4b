// Cuts the app's wasm into the part that the first visit needs and chunks that pages fetch when they are shown
// (src/pages/lazy.rs), and makes their bindings. Trunk's own bindings are made from the uncut wasm and are replaced.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OUTER, join as joinChunks } from "./join.mjs";
import { shortenNames } from "./names.mjs";
import { WORDS, optimise } from "./optimise.mjs";
import { dropUnmade } from "./unmade.mjs";

/**
 * Parts whose start counts: what they share, with each other or with the rest, is joined by who of them needs it, so that
 * each fetches few files, and in them what it needs.
 */
const FIRST = new Map([
  ["early", ["finding_lines", "review", "changing", "frame_parts"]],
  ["linked", ["syncing", "refreshing", "ending", "sign_in", "sync_attention"]],
  ["welcome", ["welcome"]],
  ["sheet", ["entry"]],
]);
/** Bytes of a chunk, as it is cut, below which it travels with the other small ones that only further parts need. */
const SMALL = 16384;
/** These small ones. */
const REST = "rest";
/** What fetches the chunks. */
const LOADER = "__wasm_split.js";

const run = (command, args) => execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });

/**
 * Splits `wasm` (as cargo left it) and answers the folder with `so-khoi.js` (the bindings), `so-khoi_bg.wasm` (the
 * main part), `__wasm_split.js` (the loader) and the chunks' files. The caller removes the folder.
 */
export async function split(wasm) {
  const folder = mkdtempSync(join(tmpdir(), "so-khoi-split-"));
  run("wasm-split-cli", [wasm, folder, "--target", "web", "--out-name", "so-khoi"]);
  run("wasm-bindgen", [
    ...["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", folder, "--out-name", "so-khoi"],
    join(folder, "so-khoi.wasm"),
  ]);
  rmSync(join(folder, "so-khoi.wasm"));
  const [bindings, main] = [join(folder, "so-khoi.js"), join(folder, "so-khoi_bg.wasm")];
  const files = lots(folder);
  await joinChunks(folder, files, WORDS);
  loadJoined(folder, files);
  const { script, unused } = dropUnmade(readFileSync(bindings, "utf8"));
  const chunks = readdirSync(folder).filter((name) => name.endsWith(".wasm"));
  await optimise(chunks.map((name) => join(folder, name)), unused);
  const short = shortenNames(readFileSync(main), script, "./so-khoi_bg.js");
  writeFileSync(main, short.wasm);
  writeFileSync(bindings, short.script);
  return { folder };
}

/** Which chunks become one file, by the file's name. */
function lots(folder) {
  const loader = readFileSync(join(folder, LOADER), "utf8");
  const users = new Map();
  for (const [, part, needed] of loader.matchAll(/__wasm_split_load_(\w+) = [\s\S]*?\n, \[(.*?)\]/g)) {
    for (const name of needed.split(", ").filter(Boolean)) {
      const chunk = name.replace("__", "");
      users.set(chunk, [...(users.get(chunk) ?? []), part]);
    }
  }
  const known = new Set([...users.values()].flat());
  for (const part of [...FIRST.values()].flat()) if (!known.has(part)) throw new Error(`there is no chunk ${part}`);
  const files = new Map();
  for (const [chunk, parts] of users) {
    const first = [...FIRST].filter(([, own]) => own.some((part) => parts.includes(part))).map(([name]) => name);
    const isSmall = statSync(join(folder, `${chunk}.wasm`)).size < SMALL;
    const file = first.join("-") || (isSmall ? REST : chunk);
    files.set(file, [...(files.get(file) ?? []), chunk]);
  }
  return files;
}

/** Lets the loader load joined chunks where it loads those that they are joined of. */
function loadJoined(folder, files) {
  const path = join(folder, LOADER);
  let text = readFileSync(path, "utf8");
  const joined = [...files].filter(([, chunks]) => chunks.length > 1);
  const fileOf = new Map(joined.flatMap(([file, chunks]) => chunks.map((chunk) => [`__${chunk}`, file])));
  const variable = (file) => `joined_${file.replaceAll("-", "_")}`;
  text = text.replace(DEFINED, (whole, name) => (fileOf.has(name) ? "" : whole));
  text = text.replace(/^, \[(__chunk_.*)\]\)\);$/gm, (_, needed) => {
    const all = needed.split(", ").map((name) => (fileOf.has(name) ? variable(fileOf.get(name)) : name));
    return `, [${[...new Set(all)].join(", ")}]));`;
  });
  const left = [...fileOf.keys()].find((name) => new RegExp(`\\b${name}\\b`).test(text));
  if (left) throw new Error(`the loader of chunks is not as it was: ${left}`);
  const loaders = joined.map(
    ([file]) => `const ${variable(file)} = makeLoad(() => {
    const src = fetch(new URL("./${file}.wasm", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, { ${OUTER}: imports.__wasm_split }));
}, []);
`,
  );
  const first = text.search(/^export const __wasm_split_load_/m);
  writeFileSync(path, text.slice(0, first) + loaders.join("") + text.slice(first));
}

/** How the loader names a chunk. */
const DEFINED = /^(?:\/\*.*\*\/\n)?const (__chunk_\d+) = makeLoad\(\(\) => \{[\s\S]*?\n, \[\]\);\n/gm;

/** What the loader does with a chunk; and what it shall do: a fetch may break off, and a second one mostly comes through. */
const LOADED = "await callee();";
const LOADED_OR_AGAIN = `await callee().catch(async (error) => {
                console.warn(error);
                await new Promise((wait) => setTimeout(wait, 500));
                await callee();
            });`;

/** A chunk's file as the loader fetches it. */
const FETCHED = /fetch\(new URL\("\.\/([^"]+\.wasm)", import\.meta\.url\)\)/g;

/** Lets the loader fetch the chunks by the addresses that `address` gives for their names, and try twice. */
export function nameChunks({ folder }, address) {
  const path = join(folder, LOADER);
  const loader = readFileSync(path, "utf8");
  if (!loader.includes(LOADED)) throw new Error("the loader of chunks is not as it was");
  const text = loader.replace(LOADED, LOADED_OR_AGAIN).replace(FETCHED, (_, name) => `fetch(${JSON.stringify(address(name))})`);
  if (text.includes("import.meta")) throw new Error("the loader of chunks is not as it was");
  writeFileSync(path, text);
}
