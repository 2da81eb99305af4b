// The parts of views that never change become templates by `innerHTML`, which Trusted Types watch: every one that stands in the sources
// is one that the policy (scripts/trusted-types.js) lets through, whether or not a test comes by the page that it is on.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const root = new URL("../../src/", import.meta.url).pathname;
const STRING = /"(?:[^"\\]|\\.)*"/y;
const SPACE = /(?:\s|\/\/[^\n]*)*/y;
const at = (pattern, text, from) => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

/** Where a string or something in brackets that begins here ends. */
function past(text, from) {
  if (text[from] === '"') return from + at(STRING, text, from)[0].length;
  let depth = 0;
  for (let here = from; here < text.length; here += 1) {
    if (text[here] === '"') here += at(STRING, text, here)[0].length - 1;
    else if ("([{".includes(text[here])) depth += 1;
    else if (")]}".includes(text[here]) && (depth -= 1) === 0) return here + 1;
  }
  throw new Error(`no end: ${text.slice(from, from + 80)}`);
}

/** Where the value of an attribute ends that is no string. */
function pastValue(text, from) {
  for (let here = from; here < text.length; here += 1) {
    if ('"([{'.includes(text[here])) here = past(text, here) - 1;
    else if (text.startsWith("/>", here) || (text[here] === ">" && !"-=".includes(text[here - 1]))) return here;
    else if (at(/\s+(?:\/?>|[a-z][\w:-]*=[^=]|[a-z][\w:-]*\s*\/?>)/y, text, here)) return here;
  }
  return text.length;
}

/** Reads an element: whether it never changes, its HTML, and where it ends. What never changes in it goes to `found`. */
function element(text, from, found, isTop) {
  const [, name] = at(/<([a-zA-Z][\w:.-]*)/y, text, from);
  let [here, html, isStatic, hasMore] = [from + name.length + 1, `<${name}`, !/^[A-Z]|::/.test(name), false];
  const within = [];
  for (;;) {
    here += at(SPACE, text, here)[0].length;
    if (text.startsWith("/>", here) || text[here] === ">") break;
    const attribute = at(/[a-zA-Z_][\w:.-]*/y, text, here)?.[0];
    if (!attribute) {
      [here, isStatic] = [past(text, here), false];
      continue;
    }
    here += attribute.length;
    hasMore = true;
    if (/^(?:style|prop|on|use|bind):/.test(attribute)) isStatic = false;
    if (text[here] !== "=") {
      html += ` ${attribute}`;
      continue;
    }
    const value = at(STRING, text, here + 1)?.[0];
    if (value && /[\s/>]/.test(text[here + 1 + value.length])) {
      html += ` ${attribute}=${value}`;
      here += 1 + value.length;
    } else [here, isStatic] = [pastValue(text, here + 1), false];
  }
  html += ">";
  const isEmpty = text[here] === "/";
  here += isEmpty ? 2 : 1;
  while (!isEmpty) {
    here += at(SPACE, text, here)[0].length;
    if (text.startsWith("</", here)) {
      here = text.indexOf(">", here) + 1;
      break;
    }
    hasMore = true;
    if (text[here] === "<") {
      const child = element(text, here, within, false);
      [here, html, isStatic] = [child.here, html + child.html, isStatic && child.isStatic];
    } else if (text[here] === '"') {
      const words = at(STRING, text, here)[0];
      [here, html] = [here + words.length, html + words.slice(1, -1)];
    } else if (text[here] === "{") [here, isStatic] = [past(text, here), false];
    else {
      const words = at(/[^<{"]+/y, text, here)[0];
      [here, html] = [here + words.length, html + words.trim()];
    }
  }
  html += `</${name}>`;
  if (isStatic && hasMore && !isTop) found.push(html);
  else found.push(...within);
  return { isStatic, html, here };
}

/** All templates of a source file. */
function templatesOf(source) {
  const found = [];
  for (const macro of source.matchAll(/\bview!\s*(?=[{([])/g)) {
    const from = macro.index + macro[0].length;
    const body = source.slice(from + 1, past(source, from) - 1);
    for (let here = 0; here < body.length; ) {
      here += at(SPACE, body, here)[0].length;
      if (body[here] === "<") here = element(body, here, found, true).here;
      else if (here < body.length) here = '"{(['.includes(body[here]) ? past(body, here) : here + 1;
    }
  }
  return found;
}

test("every part of a view that never changes is one that the policy lets through", async () => {
  let policy;
  globalThis.window = { trustedTypes: { createPolicy: (_, made) => (policy = made) } };
  await import("../../scripts/trusted-types.js");
  delete globalThis.window;

  expect(templatesOf('view! { <p><kbd>"Esc"</kbd><b class="a">{x}</b></p> }')).toEqual(["<kbd>Esc</kbd>"]);
  expect(policy.createHTML('<img src="x">')).toBeNull();
  const found = new Set();
  for (const name of readdirSync(root, { recursive: true }).filter((name) => name.endsWith(".rs"))) {
    for (const html of templatesOf(readFileSync(join(root, name), "utf8"))) found.add(html);
  }
  expect(found, "those of the sheet and of the search").toContain("<kbd>Esc</kbd>");
  expect(found).toContain('<td class="sheet__total sheet__begins"></td>');
  expect([...found].filter((html) => policy.createHTML(html) === null)).toEqual([]);
});
