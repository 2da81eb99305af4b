// Looks through the bills of materials that scripts/sbom.sh wrote: each names every direct dependency, and every part by what it is,
// in which version, where from. Says how many parts there are.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [, , folder] = process.argv;
/** The names of a manifest's dependencies, of whatever kind but those of tests. */
const crates = (manifest) =>
  readFileSync(manifest, "utf8")
    .split(/^\[/m)
    .filter((table) => /^(target\..*\.)?dependencies\]/.test(table))
    .flatMap((table) => [...table.matchAll(/^([\w-]+)\s*=/gm)].map(([, name]) => name));
const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync("package.json", "utf8"));

const wanted = {
  server: crates("server/Cargo.toml"),
  app: crates("Cargo.toml"),
  npm: Object.keys({ ...dependencies, ...devDependencies }),
};
for (const [name, direct] of Object.entries(wanted)) {
  const bill = JSON.parse(readFileSync(join(folder, `${name}.cdx.json`), "utf8"));
  if (bill.bomFormat !== "CycloneDX") throw new Error(`${name}: no bill of materials`);
  const nameless = bill.components.filter((part) => !part.version || !part.purl);
  if (nameless.length) throw new Error(`${name}: without a version or an address: ${nameless.map((part) => part.name).join(", ")}`);
  const known = new Set(bill.components.map((part) => (part.group ? `${part.group}/${part.name}` : part.name)));
  const missing = direct.filter((part) => !known.has(part) && !known.has(part.replaceAll("-", "_")));
  if (missing.length) throw new Error(`${name}: not named: ${missing.join(", ")}`);
  console.log(`    ${name}: ${bill.components.length} parts`);
}
