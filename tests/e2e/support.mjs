// What the specs share. A spec imports `test` and `expect` from here, not from Playwright:
//
//   import { expect, open, test } from "./support.mjs";
//   test("…", async ({ page, server }) => {
//     await open(page, "/study");            // the app is up
//     await offlineReady(page);              // and would be without a network
//     await server.stop();                   // the network is gone
//   });
//
// Fixtures: `server` (AppServer, running when a test begins), `profile` (a fresh folder for
// openProfile), and a watch on every page for errors in the console, which fail the test.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import { AppServer, DIST } from "./server.mjs";

export { expect };
export { openProfile } from "./profile.mjs";
export { AppServer, DIST };

/** Three sizes: a phone, a tablet, a laptop. */
export const SIZES = {
  phone: { width: 360, height: 740 },
  tablet: { width: 820, height: 1180 },
  laptop: { width: 1366, height: 768 },
};

/** What the browser itself says when the server is away: expected in these tests. */
const NETWORK_GONE = /net::ERR_(CONNECTION|INTERNET|FAILED|EMPTY_RESPONSE|ABORTED)|Failed to fetch|Failed to update a ServiceWorker/;

/** Collects console errors and uncaught ones of every page of a context into `errors`. */
export function watchErrors(context, errors) {
  context.on("console", (message) => {
    if (message.type() === "error" && !NETWORK_GONE.test(message.text())) {
      errors.push(`${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => errors.push(String(error.error())));
}

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
  errors: [
    async ({ context }, use) => {
      const errors = [];
      watchErrors(context, errors);
      await use(errors);
      expect(errors, "errors in the console").toEqual([]);
    },
    { auto: true },
  ],
});

/** Waits until the app has taken the place of the first paint. */
export async function ready(page) {
  await page.waitForFunction(() => document.readyState !== "loading" && !document.getElementById("first-paint"));
}

/** Opens a page of the app. `path` may carry a query; an absolute address works too. */
export async function open(page, path = "/") {
  await page.goto(path);
  await ready(page);
}

/** Waits until the service worker holds everything and answers for this page. */
export async function offlineReady(page) {
  // `ready` alone comes too early: the worker may not answer for this page yet.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

/**
 * No violation that axe can find, contrast included. `allow` names rules that the test accounts for. What holds is not
 * collected, and there are no frames to gather: with both, a page took four times as long.
 */
export async function expectAccessible(page, allow = []) {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .disableRules(allow)
    .setLegacyMode(true)
    .analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((n) => n.html).join("\n  ")}`);
  expect(found.join("\n"), "axe violations").toBe("");
}

/** The page fits its window: nothing has to be scrolled sideways. */
export async function expectNoSidewaysScroll(page) {
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
