// The report of 130 organisations on paper, as Chromium prints it and poppler reads it: every organisation's row is there, heads stand again on
// every page, pages are numbered and stamped, and nothing stands outside the margins.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, open, test } from "./support.mjs";
import { makeTrial } from "./flows.mjs";

/** Where the pages are kept, to be looked at. */
const KEPT = new URL("../../target/e2e-paper/", import.meta.url).pathname;
mkdirSync(KEPT, { recursive: true });

/** A millimetre in points. */
const MM = 72 / 25.4;
const A4 = [210 * MM, 297 * MM];
/** Margins of upright pages, in millimetres, and of those on their side (style/print-sheet.css). */
const UPRIGHT = { top: 20, right: 15, bottom: 20, left: 30 };
const WIDE = { top: 30, right: 20, bottom: 15, left: 20 };

const poppler = (program, ...args) => execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
const tight = (text) => text.normalize("NFC").replace(/\s+/g, "");

const entities = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&#39;": "'" };

/** The pages of a PDF: their size, and each word with its place, in points. */
function placed(path) {
  const pages = poppler("pdftotext", "-bbox", path, "-").split("<page ").slice(1);
  const number = (text, of) => Number(new RegExp(`${of}="([0-9.-]+)"`).exec(text)[1]);
  return pages.map((page) => ({
    width: number(page, "width"),
    height: number(page, "height"),
    words: [...page.matchAll(/<word ([^>]+)>([^<]*)<\/word>/g)].map(([, place, text]) => ({
      left: number(place, "xMin"),
      right: number(place, "xMax"),
      top: number(place, "yMin"),
      bottom: number(place, "yMax"),
      text: text.replace(/&[a-z#0-9]+;/g, (entity) => entities[entity] ?? entity),
    })),
  }));
}

/** The grey dots of a page's picture (PGM): how dark the darkest is in a strip along each edge. */
function darkestAtEdges(path, page, strip) {
  const args = ["-gray", "-r", "50", "-f", String(page), "-l", String(page), path];
  const file = execFileSync("pdftoppm", args, { maxBuffer: 1 << 28 });
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString("latin1"));
  const dots = file.subarray(head.length);
  const [across, down] = [Number(width), Number(height)];
  const wide = Math.round((strip / 25.4) * 50);
  let darkest = 255;
  for (let at = 0; at < across * down; at += 1) {
    const [x, y] = [at % across, Math.floor(at / across)];
    if (x < wide || x >= across - wide || y < wide || y >= down - wide) darkest = Math.min(darkest, dots[at]);
  }
  return darkest;
}

test("the report of 130 organisations is whole on paper", async ({ page }) => {
  test.setTimeout(400_000);
  const bloc = await makeTrial(page, "130 đơn vị, 5 năm");
  await open(page, `/reports?bloc=${bloc}`);
  await page.getByRole("button", { name: /Báo cáo tổng kết năm/ }).first().click({ timeout: 60_000 });
  await expect(page.locator(".paper__stamp")).toContainText("đơn vị", { timeout: 60_000 });
  const stamp = (await page.locator(".paper__stamp").innerText()).trim();

  // What is laid on paper, read before it is printed: the tables, cell by cell.
  await page.evaluate(() => {
    window.print = () => {
      window.printed = true;
    };
  });
  await page.locator(".files").getByRole("button", { name: "In hoặc lưu PDF" }).click();
  await page.waitForFunction(() => window.printed, undefined, { timeout: 120_000 });
  const tables = await page.locator(".print-sheet .printed--annex table").evaluateAll((all) =>
    all.map((table) => ({
      wide: table.closest(".printed--wide") !== null,
      head: [...table.querySelectorAll("th")].map((cell) => cell.textContent),
      rows: [...table.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)),
    })),
  );
  const path = join(KEPT, "bao-cao-130.pdf");
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  poppler("pdftoppm", "-png", "-r", "60", path, join(KEPT, "trang"));

  const raw = poppler("pdftotext", "-raw", path, "-").split("\f").map(tight);
  const pages = placed(path);
  expect(pages.length).toBeGreaterThan(8);

  // Every organisation has its row in a table, whole and in one piece, and each page of it begins with the head.
  const ofUnits = tables.filter(({ rows }) => rows.length >= 130);
  expect(ofUnits.length).toBeGreaterThan(0);
  expect(Math.max(...ofUnits.flatMap(({ rows }) => rows.map(([name]) => name.length)))).toBeGreaterThan(60);
  for (const { head, rows } of ofUnits) {
    const whole = rows.map((row) => tight(row.join("")));
    const on = raw.map((text) => whole.filter((row) => text.includes(row)).length);
    expect(whole.filter((row) => !raw.some((text) => text.includes(row))), "rows that stand on no page").toEqual([]);
    const first = raw.findIndex((text) => text.includes(tight(head.join(""))));
    expect(first, "its head stands somewhere").toBeGreaterThan(0);
    expect(on.filter((rows) => rows > 0).length).toBeGreaterThan(1);
  }
  // A page on which rows of tables stand has a head above them.
  const heads = tables.map(({ head }) => tight(head.join("")));
  const annexes = raw.findIndex((text) => text.includes("Phụlục1"));
  const headless = raw.slice(annexes).filter((text) => text && !heads.some((head) => text.includes(head)));
  expect(headless.map((text) => text.slice(0, 200)), "pages of tables without a head").toEqual([]);

  for (const [at, { width, height, words }] of pages.entries()) {
    const upright = width < height;
    const [across, down] = upright ? A4 : [...A4].reverse();
    expect([Math.abs(width - across) < 2, Math.abs(height - down) < 2], `page ${at + 1}`).toEqual([true, true]);
    const margin = upright ? UPRIGHT : WIDE;
    const [top, bottom] = [margin.top * MM, height - margin.bottom * MM];
    // Nothing is cut: every word stands between the margins on the left and on the right.
    const outside = words.filter(({ left, right }) => left < margin.left * MM - 1 || right > width - margin.right * MM + 1);
    expect(outside, `outside the margins of page ${at + 1}`).toEqual([]);
    const above = words.filter((word) => word.bottom <= top + 1).map(({ text }) => text);
    expect(above, `the number above page ${at + 1}`).toEqual(at === 0 ? [] : [String(at + 1)]);
    const below = words.filter((word) => word.top >= bottom - 1).map(({ text }) => text);
    expect(tight(below.join(" ")), `the stamp below page ${at + 1}`).toBe(tight(stamp));
    // Lines and charts too: the outermost centimetre is white.
    expect(darkestAtEdges(path, at + 1, 7), `the edges of page ${at + 1}`).toBeGreaterThan(250);
  }
});
