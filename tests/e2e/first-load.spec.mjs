// What a phone downloads before it shows the first screen, and that it is shown in our own letters.
import { expect, open, test } from "./support.mjs";

const LIMIT = 350 * 1024;

test("the first screen needs at most 350 KB, and no charts", async ({ page }) => {
  const finished = [];
  page.on("requestfinished", (request) => {
    // What the service worker fetches afterwards, to keep, is not what a person waits for.
    if (!request.serviceWorker()) finished.push(request);
  });
  await open(page, "/");
  await expect(page.locator("h1").first()).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  const sizes = await Promise.all(
    finished.map(async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      return { path: new URL(request.url()).pathname, bytes: responseBodySize + responseHeadersSize };
    }),
  );
  const table = sizes.map(({ path, bytes }) => `${path} ${bytes}`).join("\n");
  expect(table).not.toContain("/assets/echarts-");
  expect(table).toContain("/assets/so-khoi-");
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`    first load: ${(total / 1024).toFixed(0)} KB`);
  expect(total, table).toBeLessThanOrEqual(LIMIT);
});

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
