// Joins what wasm-split-cli cut too fine. It makes a chunk for every set of parts that share something, hundreds of them, and a
// page needs hundreds: each with a module of its own to be compiled and instantiated, which took half of a page's start.
import { execFile } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join as path } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What every chunk imports, and nothing else, from the module that the tool gives this name. */
const LINK = "__wasm_split";
/** The same things as a joined module imports them. */
export const OUTER = "outer";

/**
 * Joins the chunks of each of `files` (a name, and the names of chunks) into one module, in `folder`; the chunks are removed.
 * A joined module imports from [`OUTER`] what they import. `features` are the optimiser's words for what the wasm may use.
 */
export async function join(folder, files, features) {
  const words = features.map((feature) => `--enable-${feature}`);
  const joined = [...files].filter(([, chunks]) => chunks.length > 1);
  if (joined.length === 0) return;
  const around = path(folder, "outer.wasm");
  writeFileSync(path(folder, "outer.wat"), await outer(path(folder, `${joined[0][1][0]}.wasm`)));
  await run("wasm-as", [path(folder, "outer.wat"), ...words, "-o", around]);
  const rest = joined.values();
  const some = async () => {
    for (const [name, chunks] of rest) {
      const parts = chunks.flatMap((chunk) => [path(folder, `${chunk}.wasm`), chunk]);
      // The first gives the name that the others import from: their imports become its own.
      await run("wasm-merge", [around, LINK, ...parts, ...words, "-o", path(folder, `${name}.wasm`)], { maxBuffer: 1 << 26 });
      for (const chunk of chunks) rmSync(path(folder, `${chunk}.wasm`));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, some));
  rmSync(path(folder, "outer.wat"));
  rmSync(around);
}

/** Memory, table and stack pointer, handed through, of the sizes that `chunk` expects. */
async function outer(chunk) {
  const { stdout } = await run("wasm-dis", [chunk], { maxBuffer: 1 << 28 });
  const [memory, table] = [/\(memory \S+ (\d+)\)\)/, /\(table \S+ (\d+) funcref\)\)/].map((size) => stdout.match(size)?.[1]);
  if (!memory || !table) throw new Error(`${chunk} does not import what chunks import`);
  return `(module
  (import "${OUTER}" "memory" (memory ${memory}))
  (import "${OUTER}" "__indirect_function_table" (table ${table} funcref))
  (import "${OUTER}" "__wasm_split_shared0" (global (mut i32)))
  (export "memory" (memory 0))
  (export "__indirect_function_table" (table 0))
  (export "__wasm_split_shared0" (global 0)))
`;
}
