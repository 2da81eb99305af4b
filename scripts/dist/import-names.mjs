// wasm-bindgen gives every function that the wasm imports a long name with a hash in it, once in the wasm and once in the
// bindings. Hashes do not compress: short names save 7 KB of what a phone downloads first.

const HEADER = 8;
const IMPORTS = 2;
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
 * Gives what `wasm` imports from `module` the names i0, i1, …; answers the new wasm and the bindings' text `script` with
 * the same names.
 */
export function shortenImports(wasm, script, module) {
  const short = new Map();
  const parts = [wasm.subarray(0, HEADER)];
  const reader = new Reader(wasm, HEADER);
  while (reader.at < wasm.length) {
    const id = reader.byte();
    const content = reader.take(reader.number());
    parts.push(Buffer.from([id]), prefixed(id === IMPORTS ? renamed(content) : content));
  }

  function renamed(content) {
    const imports = new Reader(content);
    const count = imports.number();
    const entries = [number(count)];
    for (let index = 0; index < count; index++) {
      const from = imports.name();
      const name = imports.name();
      if (from === module && !short.has(name)) short.set(name, `i${short.size.toString(36)}`);
      const given = from === module ? short.get(name) : name;
      entries.push(prefixed(Buffer.from(from)), prefixed(Buffer.from(given)), imports.description());
    }
    return Buffer.concat(entries);
  }

  const found = new Set();
  const text = script.replace(/(?<=^ +)\w+(?=: function)/gm, (name) => {
    if (!short.has(name)) return name;
    found.add(name);
    return short.get(name);
  });
  const missing = [...short.keys()].filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`the bindings do not define ${missing.join(", ")}`);
  return { wasm: Buffer.concat(parts), script: text };
}
