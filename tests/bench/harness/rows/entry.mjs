// The entry screen against the same screen in React: first visit, offline start, keystroke; and what of it is a budget of its own.
import { edit, forgetFiles, offlineReady, openBrowser, slowNetwork, slowProcessor, usable } from "../browser.mjs";
import { subjects } from "../subjects.mjs";
import { turns } from "../turns.mjs";
import { against, atMost } from "../goals.mjs";

const REAL_BLOC = 73;
const LARGE_BLOC = 10_000;

async function withBoth(units, months, measure) {
  const held = await subjects();
  const browser = await openBrowser();
  try {
    const { page } = await browser.page();
    for (const subject of held.all) await subject.fill(page, units, months);
    await page.close();
    return await measure(held, browser);
  } finally {
    await browser.close();
    await held.stop();
  }
}

/** First visit until the sheet can be used: nothing is at hand but the figures, and the worker installs itself as it does. */
export const firstVisit = {
  name: "first-visit",
  needs: ["react", "modules"],
  about: "first visit → usable entry screen, 73 units × 12 months, 1.6 Mbit/s, 150 ms, CPU 4× slower",
  run: ({ repeats, tell }) =>
    withBoth(REAL_BLOC, 12, async ({ all }, browser) => {
      const values = await turns(
        all,
        repeats,
        async (subject) => {
          const { page, devtools } = await browser.page();
          await forgetFiles(devtools, subject.server.url);
          await slowNetwork(devtools);
          await slowProcessor(devtools);
          await page.goto(subject.entry(), { waitUntil: "commit" });
          const at = await usable(page);
          await page.close();
          return at;
        },
        { tell },
      );
      return [against("first-visit", values["so-khoi"], values.react, "React + Dexie, Vite", 1.0, "ms")];
    }),
};

/** Offline, everything kept, the browser just opened the page: until a figure that was typed is on the device. */
export const offlineStart = {
  name: "offline-start",
  needs: ["react", "modules"],
  about: "warm offline start → first edit accepted, 73 units × 12 months, CPU 4× slower",
  run: ({ repeats, tell }) =>
    withBoth(REAL_BLOC, 12, async ({ all }, browser) => {
      for (const subject of all) {
        const { page } = await browser.page();
        await page.goto(subject.entry());
        await offlineReady(page);
        // Chromium compiles what it keeps once more when it is used again: three visits are warm.
        for (let visit = 0; visit < 2; visit += 1) {
          await page.goto(subject.entry());
          await usable(page);
          await page.waitForTimeout(1500);
        }
        await page.close();
        await subject.server.stop();
      }
      const values = await turns(
        all,
        repeats,
        async (subject, turn) => {
          const { page, devtools } = await browser.page();
          await slowProcessor(devtools);
          await page.goto(subject.entry(), { waitUntil: "commit" });
          const start = await usable(page);
          const { pressed, keys } = await edit(page, "3:0", String(100 + turn));
          await page.close();
          return { start, accepted: start + keys.at(-1).said - pressed };
        },
        { tell },
      );
      const of = (name, part) => values[name].map((value) => value[part]);
      return [
        against("offline-start", of("so-khoi", "accepted"), of("react", "accepted"), "React + Dexie + Workbox", 0.9, "ms"),
        atMost("warm-start", of("so-khoi", "start"), 700, "ms", of("react", "start")),
      ];
    }),
};

/** A figure is typed into one of 10,000 rows: its digits painted, Enter painted, and said to be on the device. */
export const keystroke = {
  name: "keystroke",
  needs: ["react", "modules"],
  about: "keystroke → painted → durable, 10,000 units; INP of the same at CPU 4× slower",
  run: ({ repeats, tell }) =>
    withBoth(LARGE_BLOC, 1, async ({ all }, browser) => {
      const open = {};
      for (const subject of all) {
        open[subject.name] = await browser.page();
        await open[subject.name].page.goto(subject.entry());
        await usable(open[subject.name].page);
        await open[subject.name].page.waitForTimeout(2000);
      }
      const one = async (subject, turn) => {
        const { page } = open[subject.name];
        await page.bringToFront();
        const { keys } = await edit(page, `${2 + (turn % 8)}:0`, String(100 + turn));
        const enter = keys.at(-1);
        return {
          painted: keys.reduce((sum, key) => sum + key.painted - key.at, 0) / keys.length,
          durable: enter.said - enter.at,
          whole: keys.slice(0, -1).reduce((sum, key) => sum + key.painted - key.at, 0) / (keys.length - 1) + enter.said - enter.at,
        };
      };
      const values = await turns(all, Math.max(repeats, 30), one, { warm: 3, tell });
      const of = (name, part) => values[name].map((value) => value[part]);

      // INP: the worst of a person's interactions, as the browser reports them, with a slow processor.
      const { page, devtools } = open["so-khoi"];
      await page.bringToFront();
      await slowProcessor(devtools);
      await page.evaluate(() => (window.bench.interactions.length = 0));
      const worst = [];
      for (let turn = 0; turn < repeats; turn += 1) {
        await page.evaluate(() => (window.bench.interactions.length = 0));
        await edit(page, `${2 + (turn % 8)}:1`, String(300 + turn));
        await page.waitForTimeout(300);
        worst.push(await page.evaluate(() => Math.max(16, ...window.bench.interactions.map(({ duration }) => duration))));
      }
      return [
        against("keystroke", of("so-khoi", "whole"), of("react", "whole"), "React + Dexie", 0.8, "ms"),
        { ...against("keystroke-painted", of("so-khoi", "painted"), of("react", "painted"), "React + Dexie", undefined, "ms") },
        { ...against("keystroke-durable", of("so-khoi", "durable"), of("react", "durable"), "React + Dexie", undefined, "ms") },
        atMost("inp", worst, 100, "ms"),
      ];
    }),
};

/** What the browser says of the first visit, the overview and the entry screen. */
export const paints = {
  name: "paints",
  needs: ["react", "modules"],
  about: "LCP, TBT and CLS of a first visit, overview and entry screen, 73 units × 12 months, CPU 4× slower; LCP also with 1.6 Mbit/s, 150 ms",
  run: ({ repeats, tell }) =>
    withBoth(REAL_BLOC, 12, async ({ ours }, browser) => {
      const cases = [
        { name: "overview", url: ours.overview, slow: false },
        { name: "entry", url: ours.entry, slow: false },
        { name: "overview-slow", url: ours.overview, slow: true },
        { name: "entry-slow", url: ours.entry, slow: true },
      ];
      const values = await turns(
        cases,
        repeats,
        async ({ url, slow }) => {
          const { page, devtools } = await browser.page();
          await forgetFiles(devtools, ours.server.url);
          if (slow) await slowNetwork(devtools);
          await slowProcessor(devtools);
          await page.goto(url(), { waitUntil: "load" });
          await page.locator("main h1").first().waitFor();
          await page.waitForTimeout(slow ? 5000 : 3000);
          const seen = await page.evaluate(() => window.bench);
          await page.close();
          const blocked = seen.tasks.filter(({ startTime, duration }) => startTime + duration > seen.fcp);
          return { lcp: seen.lcp, cls: seen.cls, tbt: blocked.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0) };
        },
        { tell },
      );
      return cases.flatMap(({ name }) => {
        const of = (part) => values[name].map((value) => value[part]);
        return [
          atMost(`lcp-${name}`, of("lcp"), 1800, "ms"),
          atMost(`tbt-${name}`, of("tbt"), 150, "ms"),
          atMost(`cls-${name}`, of("cls"), 0.02, ""),
        ];
      });
    }),
};
