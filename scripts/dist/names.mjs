// wasm-bindgen gives every function that the wasm imports a long name with a hash in it, once in the wasm and once in the
// bindings, and so to those that call closures of ours. Hashes do not compress: short names save 8 KB of what a phone
// downloads first.

const HEADER = 8;
const [CUSTOM, IMPORTS, EXPORTS] = [0, 2, 7];
/** What calls a closure of ours. */
const INVOKE = /^wasm_bindgen_\w+$/;
const [FUNCTION, TABLE, MEMORY, GLOBAL] = [0, 1, 2, 3];

/** Reads a binary module (https://webassembly.github.io/spec/core/binary/) from `at` on. */
class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  name() {
    return Buffer.from(this.take(this.number())).toString("utf8");
  }

  /** Steps over what an import is. */
  description() {
    const limits = () => {
      const flags = this.number();
      this.number();
      if (flags & 1) this.number();
    };
    const start = this.at;
    const kind = this.byte();
    if (kind === FUNCTION) this.number();
    else if (kind === TABLE) {
      this.byte();
      limits();
    } else if (kind === MEMORY) limits();
    else if (kind === GLOBAL) this.at += 2;
    else throw new Error(`an import of kind ${kind}, which this script does not know`);
    return this.bytes.subarray(start, this.at);
  }
}

function number(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

function prefixed(content) {
  return Buffer.concat([number(content.length), content]);
}

/**
 * Gives what `wasm` imports from `module` the names i0, i1, …, and what it exports to call closures e0, e1, …; leaves out
 * sections that nobody reads. Answers the new wasm and the bindings' text `script` with the same names, and without what is
 * not imported.
 */
export function shortenNames(wasm, script, module) {
  const imports = new Map();
  const exports = new Map();
  const short = (names, letter, name) => {
    if (!names.has(name)) names.set(name, `${letter}${names.size.toString(36)}`);
    return names.get(name);
  };
  const parts = [wasm.subarray(0, HEADER)];
  const reader = new Reader(wasm, HEADER);
  while (reader.at < wasm.length) {
    const id = reader.byte();
    const content = reader.take(reader.number());
    if (id === CUSTOM) continue;
    const rename = { [IMPORTS]: renamedImports, [EXPORTS]: renamedExports }[id];
    parts.push(Buffer.from([id]), prefixed(rename ? rename(content) : content));
  }

  function renamedImports(content) {
    const entries = new Reader(content);
    const count = entries.number();
    const written = [number(count)];
    for (let index = 0; index < count; index++) {
      const from = entries.name();
      const name = entries.name();
      const given = from === module ? short(imports, "i", name) : name;
      written.push(prefixed(Buffer.from(from)), prefixed(Buffer.from(given)), entries.description());
    }
    return Buffer.concat(written);
  }

  function renamedExports(content) {
    const entries = new Reader(content);
    const count = entries.number();
    const written = [number(count)];
    for (let index = 0; index < count; index++) {
      const name = entries.name();
      const given = INVOKE.test(name) ? short(exports, "e", name) : name;
      written.push(prefixed(Buffer.from(given)), Buffer.from([entries.byte()]), number(entries.number()));
    }
    return Buffer.concat(written);
  }

  const found = new Set();
  const text = script
    .replace(/^( +)(\w+): function\([\s\S]*?\n\1\}(?:, arguments\); \})?,\n/gm, (entry, indent, name) => {
      if (!imports.has(name)) return "";
      found.add(name);
      return `${indent}${imports.get(name)}${entry.slice(indent.length + name.length)}`;
    })
    .replace(/(?<=\bwasm\.)\w+/g, (name) => exports.get(name) ?? name);
  const missing = [...imports.keys()].filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`the bindings do not define ${missing.join(", ")}`);
  return { wasm: Buffer.concat(parts), script: text };
}
