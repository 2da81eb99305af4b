// Binaryen over wasm files, in place: on every core, with one optimiser each. Starting one takes longer than most of the
// files that a cut app consists of.
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker, isMainThread, parentPort } from "node:worker_threads";

/** What rustc's wasm32 target may use: the optimiser keeps to it. */
const FEATURES = new Map([
  ["BulkMemory", "bulk-memory"],
  ["BulkMemoryOpt", "bulk-memory-opt"],
  ["CallIndirectOverlong", "call-indirect-overlong"],
  ["Multivalue", "multivalue"],
  ["MutableGlobals", "mutable-globals"],
  ["NontrappingFPToInt", "nontrapping-float-to-int"],
  ["ReferenceTypes", "reference-types"],
  ["SignExt", "sign-ext"],
]);
/** The same, as words of Binaryen's commands. */
export const WORDS = [...FEATURES.values()];

/** Optimises `files` for their size, the largest first. The exports named in `unused` are dropped, and what only they reach. */
export async function optimise(files, unused = []) {
  const size = (file) => readFileSync(file).length;
  const rest = [...files].sort((a, b) => size(b) - size(a)).values();
  const one = () =>
    new Promise((done, failed) => {
      // It warns of debug sections that it drops.
      const worker = new Worker(fileURLToPath(import.meta.url), { stderr: true });
      const next = () => {
        const { value, done: none } = rest.next();
        if (none) worker.terminate().then(done, failed);
        else worker.postMessage({ file: value, unused });
      };
      worker.on("message", next).on("error", failed);
      next();
    });
  await Promise.all(Array.from({ length: Math.min(files.length, availableParallelism()) }, one));
}

if (!isMainThread && parentPort) {
  const { default: binaryen } = await import("binaryen");
  const features = [...FEATURES.keys()].reduce((all, name) => {
    if (binaryen.Features[name] === undefined) throw new Error(`the optimiser does not know ${name}`);
    return all | binaryen.Features[name];
  }, binaryen.Features.MVP);
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setDebugInfo(false);
  // Off by default here, on in the program of the same name: a third of a percent.
  binaryen.setGenerateStackIR(true);
  binaryen.setOptimizeStackIR(true);
  parentPort.on("message", ({ file, unused }) => {
    const module = binaryen.readBinary(readFileSync(file), features);
    for (const name of unused) module.removeExport(name);
    module.optimize();
    writeFileSync(file, module.emitBinary());
    module.dispose();
    parentPort.postMessage(file);
  });
}
