// `make bench`: measures, prints one table, writes target/bench/results.json, and ends with 1 when a goal is missed.
//
//   node tests/bench/harness/run.mjs [--row NAME]… [--repeats N] [--list | --kept]
//
// --kept prints what was measured last, row by row, and measures nothing.
import { cpus, loadavg, totalmem } from "node:os";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { CHROMIUM } from "../../e2e/chromium.mjs";
import { DIST, OUT } from "./places.mjs";
import { ROWS } from "./rows.mjs";
import { table } from "./table.mjs";

const { values: given } = parseArgs({
  options: { row: { type: "string", multiple: true }, repeats: { type: "string", default: "15" }, list: { type: "boolean" }, kept: { type: "boolean" } },
});

if (given.list) {
  for (const { name, about } of ROWS) console.log(`${name.padEnd(16)} ${about}`);
  process.exit(0);
}
if (given.kept) {
  console.log(table(JSON.parse(readFileSync(join(OUT, "results.json"), "utf8")).rows));
  process.exit(0);
}
const wanted = (given.row ?? []).flatMap((names) => names.split(",")).filter(Boolean);
const unknown = wanted.filter((name) => !ROWS.some((row) => row.name === name));
if (unknown.length) {
  console.error(`no such row: ${unknown.join(", ")}; there are ${ROWS.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
if (!existsSync(join(DIST, "build.json"))) {
  console.error("the app is not built: make dist");
  process.exit(2);
}
const rows = ROWS.filter(({ name }) => !wanted.length || wanted.includes(name));
await build(new Set(rows.flatMap(({ needs }) => needs)));

const file = join(OUT, "results.json");
/** Rows that were measured before stay in the file until they are measured again; another run may have written meanwhile. */
const kept = () => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).rows : []);
const machine = {
  processor: cpus()[0].model,
  cores: cpus().length,
  memory_gib: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  chromium: execFileSync(CHROMIUM.executablePath, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim(),
};

// Every server of a row takes its folder away when this ends.
process.setMaxListeners(0);

const measured = [];
const failed = [];
for (const row of rows) {
  console.error(`\x1b[1m==>\x1b[0m ${row.name}: ${row.about}`);
  const before = loadavg()[0];
  const began = Date.now();
  const tell = (done, of) => process.stderr.isTTY && process.stderr.write(`\r    ${Math.max(0, done)}/${of}`);
  try {
    const found = await row.run({ repeats: Number(given.repeats), tell });
    const seconds = Math.round((Date.now() - began) / 1000);
    const load = [before, loadavg()[0]].map((load) => Number(load.toFixed(2)));
    measured.push(...found.map((one) => ({ row: row.name, at: new Date().toISOString(), load, seconds, ...one })));
    console.error(`\r    ${seconds} s; load ${load.join(" → ")}`);
  } catch (error) {
    // A row that cannot be measured is no met goal, and does not keep the others from being measured.
    failed.push(row.name);
    console.error(`\r    failed: ${error.stack}`);
  }
  const all = [...kept().filter(({ name }) => !measured.some((one) => one.name === name)), ...measured];
  mkdirSync(OUT, { recursive: true });
  writeFileSync(file, JSON.stringify({ machine, rows: all }, null, 1));
}

console.log(table(measured));
const missed = measured.filter(({ met }) => met === false);
if (missed.length) console.log(`missed: ${missed.map(({ name }) => name).join(", ")}`);
if (failed.length) console.log(`not measured: ${failed.join(", ")}`);
process.exit(missed.length || failed.length ? 1 : 0);
