// A crate below us gives scripts classes of its own, of which the app makes none. wasm-bindgen exports all of a class to
// whoever might hold one: that keeps 15 KB of code that nothing calls.

/**
 * Takes the classes that the bindings' text `script` defines and never makes out of it. Answers the text, and which of the
 * wasm's exports only they called.
 */
export function dropUnmade(script) {
  const called = [];
  const text = script.replace(/^export class (\w+) \{\n[\s\S]*?^\}\n(?:^if \(Symbol\.dispose\).*\n)?/gm, (definition, name) => {
    const elsewhere = script.replace(definition, "");
    if (new RegExp(`new ${name}\\b|\\b${name}\\.(?!prototype)|instanceof ${name}\\b`).test(elsewhere)) return definition;
    called.push(...Array.from(definition.matchAll(/\bwasm\.(\w+)\(/g), ([, name]) => name));
    return "";
  });
  // What frees those that a script forgot.
  const left = text.replace(/^const \w+Finalization = [^;]*?wasm\.(\w+)\([^;]*;\n/gm, (line, name) => (called.includes(name) ? "" : line));
  const unused = called.filter((name) => !left.includes(`wasm.${name}(`));
  return { script: left, unused: [...new Set(unused)] };
}
