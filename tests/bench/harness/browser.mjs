// Chromium with a profile on the disk: what is stored there is as slow and as durable as on a device.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { CHROMIUM } from "../../e2e/chromium.mjs";

const PROBE = readFileSync(new URL("probe.js", import.meta.url), "utf8");

/** A slow connection of a phone: 1.6 Mbit/s down, 150 ms there and back. */
const SLOW = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) | 0, uploadThroughput: (750e3 / 8) | 0 };

/** Opens a browser; `close()` takes its profile away too. */
export async function openBrowser(options = {}) {
  const profile = mkdtempSync(join(tmpdir(), "so-khoi-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    ...CHROMIUM,
    args: [...CHROMIUM.args, "--js-flags=--expose-gc", "--enable-precise-memory-info"],
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  await context.addInitScript(PROBE);
  return {
    context,
    /** A page of its own, with its DevTools. */
    async page() {
      const page = await context.newPage();
      return { page, devtools: await context.newCDPSession(page) };
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export const slowProcessor = (devtools, rate = 4) => devtools.send("Emulation.setCPUThrottlingRate", { rate });

export async function slowNetwork(devtools) {
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW);
}

/** As on a first visit: no file, no worker, no compiled code; the figures stay. */
export async function forgetFiles(devtools, origin) {
  await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: "service_workers,cache_storage" });
  await devtools.send("Network.enable");
  await devtools.send("Network.clearBrowserCache");
}

/** Waits until the worker of the page holds everything and answers for it. */
export async function offlineReady(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

export const usable = (page) => page.waitForFunction(() => window.bench?.usable, undefined, { timeout: 120_000 }).then((it) => it.jsonValue());

/** Types a figure into a cell and leaves it by Enter; answers what was pressed, painted and said, in milliseconds of the page. */
export async function edit(page, spot, text) {
  await page.evaluate(() => (window.bench.keys.length = 0));
  await page.locator(`[data-spot="${spot}"]`).click();
  await page.locator(`[data-spot="${spot}"] input`).waitFor();
  for (const digit of text) await page.keyboard.press(digit);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.bench.keys.at(-1)?.said, undefined, { timeout: 60_000 });
  return page.evaluate(() => ({ pressed: window.bench.pressed, keys: window.bench.keys }));
}
