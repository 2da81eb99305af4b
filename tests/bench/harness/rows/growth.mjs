// How work grows with the bloc: 100, 1,000 and 10,000 units × 12 months. The exponent k of time ~ units^k is fitted through the medians, over
// all three sizes and over the last two alone, where what does not grow weighs less; the larger of both counts.
//
// Nothing may be worse than linear, or than n log n where something is kept in order: between 100 and 10,000 that is an exponent of 1.15
// (log 10,000 is twice log 100).
import { edit, openBrowser, usable } from "../browser.mjs";
import { records } from "../bloc.mjs";
import { onBarePage } from "../bare.mjs";
import { batches, fetchAll, join, push } from "../device.mjs";
import { exponent, summary } from "../stats.mjs";
import { subjects } from "../subjects.mjs";
import { AppServer } from "../../../e2e/server.mjs";
import { DIST } from "../places.mjs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as path } from "node:path";

const SIZES = [100, 1_000, 10_000];
const LINEAR = 1;
const SORTED = 1 + Math.log(2) / Math.log(100);
/** Sorted: rows by name or figure, records by their identifiers. */
const LIMITS = { open: SORTED, edit: LINEAR, aggregate: SORTED, chart: SORTED, save: SORTED, sync: SORTED };

/** In the app: opening the sheet, an edit in it, the page of admissions with its figures, and with its chart. */
async function inApp(units, repeats) {
  const held = await subjects();
  const browser = await openBrowser({ serviceWorkers: "block" });
  const times = { open: [], edit: [], chart: [] };
  try {
    const { page: filling } = await browser.page();
    await held.ours.fill(filling, units);
    await filling.close();
    for (let turn = -1; turn < repeats; turn += 1) {
      const { page } = await browser.page();
      await page.goto(held.ours.entry(), { waitUntil: "commit" });
      const open = await usable(page);
      await page.waitForTimeout(1000);
      const { keys } = await edit(page, "2:0", String(100 + turn));
      // From a press in the navigation until the chart is drawn: what is shown there is added up from every return of the year.
      await page.evaluate(() => {
        const look = (done) => (document.querySelectorAll("main svg path[fill]").length > 12 ? window.bench.painted(done) : requestAnimationFrame(() => look(done)));
        document.querySelector('.sidebar a[href^="/admission?"]').addEventListener("click", () => (window.drawn = new Promise(look)), { capture: true, once: true });
      });
      await page.locator('.sidebar a[href^="/admission?"]').click();
      const chart = await page.evaluate(async () => (await window.drawn) - window.bench.pressed);
      await page.close();
      if (turn < 0) continue;
      times.open.push(open);
      times.edit.push(keys.at(-1).said - keys.at(-1).at);
      times.chart.push(chart);
    }
  } finally {
    await browser.close();
    await held.stop();
  }
  return times;
}

/** The app's core on a bare page: saving all records, and reading them into what answers questions, with one total asked of it. */
const inCore = (units, repeats) =>
  onBarePage(["core", "pages"], async (page) => {
    await page.evaluate(async () => {
      window.books = undefined;
    });
    // The records travel to the page by way of a database, in pieces: as one argument they would be too long.
    const all = records(units);
    for (let at = 0; at < all.length; at += 20_000) {
      await page.evaluate((some) => (window.records = (window.records ?? []).concat(some)), all.slice(at, at + 20_000));
    }
    return page.evaluate(
      async ([repeats, units]) => {
        const { core, pages } = window.modules;
        const books = core.Books.of_lines(new TextEncoder().encode(window.records.map((it) => JSON.stringify(it)).join("\n")));
        const times = { save: [], aggregate: [] };
        for (let turn = -1; turn < repeats; turn += 1) {
          window.gc();
          const began = performance.now();
          await books.save(`grown-${turn}`);
          const saved = performance.now();
          const asked = performance.now();
          books.index();
          if (!(books.total("admission", "admitted") > units)) throw new Error("no total");
          const told = performance.now();
          await pages.remove(`grown-${turn}`);
          if (turn < 0) continue;
          times.save.push(saved - began);
          times.aggregate.push(told - asked);
        }
        return times;
      },
      [repeats, units],
    );
  });

/** A device publishes a bloc to an empty server and another one fetches it, by the protocol. */
async function inServer(units, repeats) {
  const sync = [];
  for (let turn = 0; turn < repeats; turn += 1) {
    const data = mkdtempSync(path(tmpdir(), "so-khoi-bench-"));
    const server = new AppServer(DIST, data);
    await server.start();
    try {
      const device = await join(server);
      const all = records(units);
      const bodies = batches(all, device.account).map((batch) => JSON.stringify({ ...batch, epoch: device.epoch }));
      const began = performance.now();
      await push(device, bodies);
      if ((await fetchAll(device)) !== all.length) throw new Error("not all came back");
      sync.push(performance.now() - began);
    } finally {
      await server.stop();
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return { sync };
}

export const growth = {
  name: "growth",
  needs: ["modules", "core", "react"],
  about: "100, 1,000 and 10,000 units × 12 months: open, edit, aggregate, chart, save, sync; the exponent",
  async run({ repeats, tell }) {
    // A larger bloc takes longer and scatters less.
    const times = Math.max(3, Math.round(repeats / 3));
    const found = {};
    for (const units of SIZES) {
      const measured = {
        ...(await inApp(units, times)),
        ...(await inCore(units, times)),
        ...(await inServer(units, units > 1_000 ? Math.min(3, times) : times)),
      };
      for (const [name, values] of Object.entries(measured)) (found[name] ??= []).push([units, summary(values)]);
      tell(SIZES.indexOf(units) + 1, SIZES.length);
    }
    return Object.entries(LIMITS).map(([name, most]) => {
      const points = found[name].map(([units, { median }]) => [units, median]);
      const [all, last] = [exponent(points), exponent(points.slice(-2))];
      const value = Math.max(all, last);
      return {
        name: `growth-${name}`,
        value: { median: value, low: Math.min(all, last), high: value, repeats: Math.min(...found[name].map(([, { repeats }]) => repeats)) },
        whose: points.map(([units, time]) => `${units}: ${time.toFixed(time < 100 ? 1 : 0)} ms`).join(", "),
        absolute: true,
        unit: "",
        most: Number(most.toFixed(2)),
        met: value <= Number(most.toFixed(2)),
        points: found[name],
      };
    });
  },
};
