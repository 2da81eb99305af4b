// What a phone downloads before it shows the overview of a bloc: the document, style, script, wasm, letters and icon.
// Not counted are the chart library, which comes after, and what the service worker fetches to keep.
import { openDemo } from "./flows.mjs";
import { expect, ready, test } from "./support.mjs";

const LIMIT = 350 * 1024;

test("the overview needs at most 350 KB before charts", async ({ page, context }) => {
  await openDemo(page);
  const overview = page.url();
  await page.goto("about:blank");
  // As on a first visit: nothing is at hand but the bloc's figures.
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.clearBrowserCache");
  await devtools.send("Network.setBypassServiceWorker", { bypass: true });
  const paths = new Map();
  const sizes = [];
  devtools.on("Network.requestWillBeSent", ({ requestId, request }) => paths.set(requestId, new URL(request.url).pathname));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    sizes.push({ path: paths.get(requestId), bytes: encodedDataLength }),
  );
  await page.goto(overview);
  await ready(page);
  await expect(page.locator(".overview__cards")).toBeVisible();
  await page.evaluate(() => document.fonts.ready);

  const needed = sizes.filter(({ path }) => !path.startsWith("/assets/echarts-"));
  const table = needed.map(({ path, bytes }) => `${path} ${bytes}`).join("\n");
  const of = (start) => needed.filter(({ path }) => path.startsWith(start)).reduce((sum, { bytes }) => sum + bytes, 0);
  // Nothing came from a cache.
  expect(of("/assets/so-khoi-"), table).toBeGreaterThan(100 * 1024);
  expect(of("/assets/app-"), table).toBeGreaterThan(8 * 1024);
  console.log(`    first load of the overview: ${(of("/") / 1024).toFixed(0)} KB`);
  expect(of("/"), table).toBeLessThanOrEqual(LIMIT);
});
