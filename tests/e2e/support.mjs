// What the specs share. A spec imports `test` and `expect` from here, not from Playwright:
//
//   import { expect, open, test } from "./support.mjs";
//   test("…", async ({ page, server }) => {
//     await open(page, "/study");            // the page stands there
//     await offlineReady(page);              // and would be without a network
//     await server.stop();                   // the network is gone
//   });
//
// Fixtures: `server` (AppServer, running when a test begins), `profile` (a fresh folder for
// openProfile), and a watch on every page for errors in the console and violations of the policy, which
// fail the test (watch.mjs).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import { test as base, expect } from "@playwright/test";
import { AppServer, DIST } from "./server.mjs";
import { begin, heard, watch } from "./watch.mjs";

export { expect };
export { openProfile } from "./profile.mjs";
export { AppServer, DIST };

/** Three sizes: a phone, a tablet, a laptop. */
export const SIZES = {
  phone: { width: 360, height: 740 },
  tablet: { width: 820, height: 1180 },
  laptop: { width: 1366, height: 768 },
};

export const test = base.extend({
  workerServer: [
    async ({}, use) => {
      const server = new AppServer();
      await server.start();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ workerServer }, use) => {
      await workerServer.start();
      await use(workerServer);
      // Whatever the test did, the next one finds the build under test.
      if (workerServer.dist !== DIST) await workerServer.replace(DIST);
    },
    { auto: true },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  profile: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "so-khoi-profile-"));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  // Contexts that a spec makes itself are watched like the one of the test.
  browser: [
    async ({ browser }, use) => {
      const make = browser.newContext.bind(browser);
      browser.newContext = async (...options) => {
        const context = await make(...options);
        await watch(context);
        return context;
      };
      await use(browser);
      browser.newContext = make;
    },
    { scope: "worker" },
  ],
  // SK_SLOW=3: the pages' own thread is that many times slower, and the code of each page comes late. That finds what does not wait.
  context: async ({ context }, use) => {
    if (process.env.SK_SLOW) await slow(context, Number(process.env.SK_SLOW));
    await use(context);
  },
  errors: [
    async ({ context }, use) => {
      const errors = begin();
      await watch(context);
      await use(errors);
      await heard();
      expect(errors, "errors in the console, or violations of the policy").toEqual([]);
    },
    { auto: true },
  ],
});

async function slow(context, rate) {
  await context.route(/\.wasm$/, async (asked) => {
    await new Promise((done) => setTimeout(done, 300 * rate));
    await asked.continue().catch(() => {});
  });
  context.on("page", async (page) => {
    const cdp = await context.newCDPSession(page).catch(() => {});
    await cdp?.send("Emulation.setCPUThrottlingRate", { rate }).catch(() => {});
  });
}

/** Waits until the app has taken the place of the first paint. */
export async function ready(page) {
  await page.waitForFunction(() => document.readyState !== "loading" && !document.getElementById("first-paint"));
}

/**
 * Waits until nothing of the page that is shown is on its way to the disk: a person who leaves while it is would be asked. What has not
 * begun yet it cannot see: after a press that reads something first, wait for what comes of it, then for `saved`.
 */
async function settled(page) {
  await page.waitForFunction(() => !/Đang lưu|^Saving/.test(document.querySelector(".save-line__words")?.textContent ?? ""));
}

/**
 * Waits until the page stands there. Its code comes in a part of its own, after the app: what is read at once from a page that only
 * waits for it is nothing, whatever it should be.
 */
async function drawn(page) {
  await page.waitForFunction(() => document.querySelector("h1, .error-panel"));
}

/** Opens a page of the app. `path` may carry a query; an absolute address works too. */
export async function open(page, path = "/") {
  await settled(page);
  await page.goto(path);
  await ready(page);
  await drawn(page);
}

/** Waits until the service worker holds everything and answers for this page. */
export async function offlineReady(page) {
  // `ready` alone comes too early: the worker may not answer for this page yet.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

/**
 * No violation that axe can find, contrast included. `allow` names rules that the test accounts for; with `only` no others than these
 * are asked. What holds is not collected, and there are no frames to gather: with both, a page took four
 * times as long.
 */
export async function expectAccessible(page, { allow = [], only } = {}) {
  if (!allow.includes("page-has-heading-one")) await drawn(page);
  // A colour on its way from one to the other is none that anybody reads: from here on colours change at once.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.waitForFunction(() => document.getAnimations().every((it) => it.playState !== "running" || it.effect?.getComputedTiming().endTime === Infinity));
  // Half a megabyte is read once for a page, however often it is asked.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const options = {
    resultTypes: ["violations"],
    iframes: false,
    rules: Object.fromEntries(allow.map((rule) => [rule, { enabled: false }])),
    ...(only && { runOnly: { type: "rule", values: only } }),
  };
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), options);
  await page.emulateMedia({ reducedMotion: null });
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((n) => n.html).join("\n  ")}`);
  expect(found.join("\n"), "axe violations").toBe("");
}

/** The page fits its window: nothing has to be scrolled sideways. */
export async function expectNoSidewaysScroll(page) {
  await drawn(page);
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content, "the page is wider than its window").toBeLessThanOrEqual(window);
}

/** Writes target/screens/NAME.png, for a person to look at: only when asked, since drawing hundreds takes minutes. */
export async function screen(page, name, options = {}) {
  if (!process.env.SK_SCREENS) return;
  const folder = new URL("../../target/screens/", import.meta.url).pathname;
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled", ...options });
}
