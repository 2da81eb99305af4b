// The first screen: in our own letters, and small enough for a phone's connection.
import { openDemo } from "./flows.mjs";
import { expect, open, ready, test } from "./support.mjs";

const LIMIT = 350 * 1024;
/** Of these, the wasm that every visit fetches. */
const WASM_LIMIT = 300 * 1024;

test("figures stand in columns: every digit is as wide in every weight", async ({ page }) => {
  await open(page, "/");
  const widths = await page.evaluate(async () => {
    const measured = [];
    for (const weight of [400, 500, 600]) {
      await document.fonts.load(`${weight} 20px "Be Vietnam Pro"`, "0123456789 ằ");
      for (const digit of "0123456789") {
        const text = document.createElement("span");
        text.textContent = digit.repeat(50);
        text.style.font = `${weight} 20px "Be Vietnam Pro"`;
        text.style.fontVariantNumeric = "tabular-nums";
        document.body.append(text);
        measured.push(text.getBoundingClientRect().width.toFixed(1));
        text.remove();
      }
    }
    return measured;
  });
  // 684 thousandths of the size: our own letters, not a fallback's that happen to be even.
  expect([...new Set(widths)]).toEqual(["684.0"]);
});

// What a phone downloads before it shows the overview of a bloc: the document, style, script, wasm, letters and icon.
// Not counted are the chart library, which comes after, and what the service worker fetches to keep.
test("the overview needs at most 350 KB before charts, 300 KB of them wasm", async ({ page, context }) => {
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
  console.log(`    first load of the overview: ${(of("/") / 1024).toFixed(0)} KB, wasm ${(of("/assets/so-khoi-") / 1024).toFixed(0)} KB`);
  expect(of("/"), table).toBeLessThanOrEqual(LIMIT);
  expect(of("/assets/so-khoi-"), table).toBeLessThanOrEqual(WASM_LIMIT);
});
