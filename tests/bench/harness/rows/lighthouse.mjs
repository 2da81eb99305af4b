// Lighthouse as it audits a phone, on the first page that a visitor gets, from the real server.
import { launch } from "chrome-launcher";
import { AppServer } from "../../../e2e/server.mjs";
import { CHROMIUM } from "../../../e2e/chromium.mjs";
import { atLeast } from "../goals.mjs";
import { DIST } from "../places.mjs";

const GOALS = { performance: 95, accessibility: 100, "best-practices": 100 };
/** Lighthouse's own advice: the median of five. It simulates the network, so its figures scatter less than measured ones. */
const RUNS = 5;

export const lighthouseRow = {
  name: "lighthouse",
  needs: [],
  about: "Lighthouse 12, mobile: performance, accessibility, best practices, of the first page",
  async run({ tell }) {
    const { default: lighthouse } = await import("lighthouse");
    const server = new AppServer(DIST);
    await server.start();
    const scores = Object.fromEntries(Object.keys(GOALS).map((name) => [name, []]));
    const lost = new Map();
    try {
      for (let run = 0; run < RUNS; run += 1) {
        const chrome = await launch({ chromePath: CHROMIUM.executablePath, chromeFlags: ["--headless=new", ...CHROMIUM.args] });
        try {
          const { lhr } = await lighthouse(`${server.url}/`, { port: chrome.port, onlyCategories: Object.keys(GOALS), logLevel: "error" });
          for (const name of Object.keys(GOALS)) scores[name].push(Math.round(lhr.categories[name].score * 100));
          for (const audit of Object.values(lhr.audits)) {
            if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== "informative") lost.set(audit.id, audit.displayValue ?? audit.title);
          }
        } finally {
          chrome.kill();
        }
        tell(run + 1, RUNS);
      }
    } finally {
      await server.stop();
    }
    return Object.entries(GOALS).map(([name, least]) => ({ ...atLeast(`lighthouse-${name}`, scores[name], least, ""), lost: Object.fromEntries(lost) }));
  },
};
