// A bloc whose every text would like to be more than text: the backup of a demo, with what people type replaced.
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";

/** What somebody would type who wants it to run, to be fetched, to be computed or to be taken for the app's own. `§` is where. */
const CORPUS = [
  `<img src=/pwned/§ onerror=alert(1)>`,
  `"><svg onload=alert(1)>§</svg>`,
  `'"--><script src=/pwned/§.js></script>`,
  `=HYPERLINK("http://pwned.example/§";"§")`,
  `<iframe srcdoc="<script>alert(1)</script>">§</iframe>`,
  `javascript:alert(1)//§`,
  `</title><style>@import url(/pwned/§)</style>`,
  `{b}{a|§}{{constructor.constructor("alert(1)")()}}\${7*7}`,
  `+cmd|' /C calc'!§`,
  `<math><mtext><a href=javascript:alert(1)>§</a>`,
  `@SUM(1;§)&amp;&lt;b&gt;%00`,
  `<template><p style="background:url(/pwned/§)">§</template>`,
];

/** Gives texts of the corpus one after another, each with the name of its place, so that it can be found again. */
function corpus() {
  let at = 0;
  return (where) => CORPUS[at++ % CORPUS.length].replaceAll("§", `${where}-${at}`);
}

/** The records of a backup file. */
export function unpack(file) {
  const first = file.indexOf("\n") + 1;
  const second = file.indexOf("\n", first) + 1;
  const head = JSON.parse(file.subarray(first, second).toString());
  const lines = gunzipSync(file.subarray(second)).toString().trim().split("\n");
  return { head, records: lines.map((line) => JSON.parse(line)) };
}

/** A backup file of these records. */
export function pack(head, records) {
  const sorted = records.toSorted((a, b) => Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)));
  const line = `${JSON.stringify({ ...head, records: sorted.length })}\n`;
  const body = gzipSync(`${sorted.map((record) => JSON.stringify(record)).join("\n")}\n`);
  const rest = Buffer.concat([Buffer.from(line), body]);
  return Buffer.concat([Buffer.from(`sokhoi 2 ${createHash("sha256").update(rest).digest("hex")}\n`), rest]);
}

/** Puts a text of the corpus into every text of a document's reference. */
function poisonDocument(document, say) {
  for (const part of ["number", "symbol", "issuer", "title"]) document[part] = say(part);
  return document;
}

/** What the bloc itself adds: a form with everything of the catalogue in it. */
const OWN = (say) => [
  { list: "areas", id: "own-area", label: { vi: say("area") }, order: 900 },
  { list: "counting_units", id: "own-books", label: { vi: say("counting") } },
  {
    list: "option_sets", id: "own-age", label: { vi: say("set") }, ordered: true,
    options: [{ id: "new", label: { vi: say("option") } }, { id: "used", label: { vi: say("option") } }],
  },
  { list: "measures", id: "own-stock", label: { vi: say("measure") }, counting_unit: "own-books", by: ["own-age"] },
  { list: "measures", id: "own-readers", label: { vi: say("measure") }, help: { vi: say("help") }, counting_unit: "members" },
  { list: "measures", id: "own-card", label: { vi: say("measure") }, counting_unit: "members", over_time: "last" },
  {
    list: "forms", id: "own-library", label: { vi: say("form") }, unit_kinds: ["grassroots_cell", "grassroots_committee"], period: "year",
    due_days: 20, sections: [{ label: { vi: say("section") }, measures: ["own-stock", "own-readers", "own-card"] }],
  },
  {
    list: "indicators", id: "own-reading", label: { vi: say("indicator") }, counts: { vi: say("counts") }, form: "own-library",
    numerator: { cells: ["own-readers"] }, denominator: { cells: ["own-card"] },
  },
  {
    list: "rules", id: "own-within", form: "own-library", left: { cells: ["own-readers"] }, comparison: "<=",
    right: { cells: ["own-card"] }, severity: "warning", label: { vi: say("rule") }, remedy: { vi: say("remedy") },
  },
];

/**
 * The same bloc with hostile texts in every field that holds text, and with a deck, a report, views, a closing, an explanation and a
 * catalogue of its own. Answers the file and the texts by what they name.
 */
export function poison(file, year) {
  const say = corpus();
  const { head, records } = unpack(file);
  const texts = { units: [], drives: [], targets: [], own: {} };
  const add = (kind, id, fields, scope = "bloc") => records.push({ id, kind, scope, fields, rev: 0 });
  for (const { kind, fields } of records) {
    if (kind === "profile") {
      texts.bloc = fields.name = say("bloc");
      fields.short_name = say("bloc-short");
      delete fields.demo;
      if (fields.forms) fields.forms.push("own-library");
    }
    if (kind === "sector") fields.label = { vi: say("sector"), en: say("sector") };
    if (kind === "unit") {
      fields.name = say("unit");
      fields.short_name = say("short");
      fields.earlier = [{ until: "2015-01-01", name: say("earlier"), kind: fields.kind }];
      texts.units.push(fields.name);
    }
    if (kind === "drive") {
      fields.name = say("drive");
      fields.document = poisonDocument(fields.document ?? {}, say);
      texts.drives.push(fields.name);
    }
    if (kind === "target") {
      fields.label = say("target");
      fields.source = poisonDocument(fields.source ?? {}, say);
      texts.targets.push(fields.label);
    }
    if (kind === "statement") {
      fields.source = poisonDocument(fields.source ?? {}, say);
      if (fields.subject?.named) fields.subject.named.name = { vi: say("stated"), en: say("stated") };
    }
  }
  // A note, a figure that is not understood and a reason in the returns of one unit.
  for (const { fields } of records.filter(({ kind }) => kind === "return").slice(0, 6)) {
    const [one, other] = Object.keys(fields).filter((name) => name.startsWith("cell:"));
    const count = fields[one]?.v?.count ?? fields[one];
    if (Number.isInteger(count)) fields[one] = { v: { count }, n: say("note") };
    if (other) fields[other] = { v: { invalid: say("invalid") }, n: say("note") };
    fields.status = { sent_back: say("reason") };
  }
  for (const thing of OWN(say)) {
    add("own", `own/${thing.list}/${thing.id}`, thing);
    texts.own[thing.id] = thing.label.vi;
  }
  const [unit] = records.filter(({ kind, fields }) => kind === "unit" && fields.kind === "grassroots_cell");
  if (unit) {
    add("return", `return/own-library/${year}/${unit.fields.id}`, {
      form: "own-library", unit: unit.fields.id, period: year, status: "draft",
      "cell:own-readers": 9, "cell:own-card": { v: { count: 4 }, n: say("note") }, "cell:own-stock.new": { v: { invalid: say("invalid") } },
    }, unit.fields.id);
  }
  texts.deck = say("deck");
  texts.slide = { headline: say("headline"), text: say("text"), notes: say("notes") };
  add("deck", "deck/d1", {
    id: "d1", name: texts.deck, from: say("from"),
    "slide:s1": { at: "a", ...texts.slide },
    "slide:s2": { at: "b", subject: say("subject"), headline: say("headline") },
  });
  texts.view = say("view");
  add("view", "view/v1", { id: "v1", name: texts.view, address: "javascript:alert(1)//pwned" });
  add("view", "view/v2", { id: "v2", name: say("view"), address: "//pwned.example/explore?form=admission" });
  add("view", "view/v3", { id: "v3", name: say("view"), address: `/explore?form=${encodeURIComponent(say("address"))}` });
  texts.closing = say("by");
  add("closing", "closing/c1", { id: "c1", period: "2012", at_ms: 1_650_000_000_000, by: texts.closing, note: say("note") });
  add("closing", "closing/c2", {
    id: "c2", period: "2011", at_ms: 1_650_000_000_000, by: say("by"), reopened: { at_ms: 1_650_000_100_000, by: say("by"), reason: say("reason") },
  });
  add("explanation", `explanation/${say("finding")}`, { finding: say("finding"), unit: "bloc", text: say("explanation"), figures: say("figures") });
  return { file: { name: "khoi.sokhoi", mimeType: "application/octet-stream", buffer: pack({ ...head, name: texts.bloc }, records) }, texts };
}
