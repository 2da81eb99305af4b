// Files out of the app, without a network: a report as Word, Excel and PDF, a deck as PowerPoint and PDF, and the pack for a meeting. Other
// software (documents.py) says what is in them.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, expectAccessible, expectNoSidewaysScroll, offlineReady, open, screen, test } from "./support.mjs";
import { openDemo } from "./flows.mjs";

const SCRIPT = new URL("documents.py", import.meta.url).pathname;
/** Where the files are kept, to be looked at. */
const KEPT = new URL("../../target/e2e-documents/", import.meta.url).pathname;

function read(kind, path) {
  const said = execFileSync(process.env.SK_PYTHON ?? "python3", [SCRIPT, kind, path], { encoding: "utf8", maxBuffer: 1 << 26 });
  return JSON.parse(said);
}

test.use({ serviceWorkers: "allow" });

/** Presses a button and answers the file that comes of it. */
async function download(page, name) {
  const file = page.waitForEvent("download", { timeout: 60_000 });
  await page.locator(".files").getByRole("button", { name, exact: true }).click();
  const found = await file;
  const path = join(KEPT, found.suggestedFilename());
  await found.saveAs(path);
  await expect(page.locator(".files")).toContainText(found.suggestedFilename());
  return path;
}

/** Presses the button that prints and answers the pages that the browser would print. */
async function printed(page, name) {
  await page.evaluate(() => {
    window.print = () => {
      window.printed = true;
    };
  });
  await page.locator(".files").getByRole("button", { name: "In hoặc lưu PDF" }).click();
  await page.waitForFunction(() => window.printed, undefined, { timeout: 60_000 });
  const path = join(KEPT, `${name}.pdf`);
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  await expect(page.locator(".print-sheet")).toHaveCount(0);
  return read("pages", path);
}

mkdirSync(KEPT, { recursive: true });
const plain = (text) => text.replace(/\s+/g, " ").trim();

const A4 = [210, 297];
const FINDING = "Kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 9";

/** Fewer taps than this lead from a cold start to a file. */
const TAPS = 5;

/** A person's taps, counted. */
function counted() {
  let taps = 0;
  return {
    on: async (of) => {
      await of.click();
      taps += 1;
    },
    made: () => taps,
  };
}

/** Cold, and without a network: the app is opened where a new device opens it, after the server is gone. */
async function coldStart(page, server) {
  await open(page);
  await offlineReady(page);
  await server.stop();
  await open(page, "/");
  await expect(page).toHaveURL((url) => !url.searchParams.has("bloc"));
}

/** The demo of a bloc, by a tap. */
async function tapDemo(page, tap, demo) {
  await tap.on(page.getByRole("button", { name: demo }));
  await page.waitForURL((url) => url.pathname === "/" && url.searchParams.has("bloc"));
  await expect(page.locator("h1")).toBeVisible();
}

/** From a cold start without a network to the year's report, by taps alone: its demo, the page of reports, the year. */
async function reportOfTheYear(page, server, demo) {
  const tap = counted();
  await coldStart(page, server);
  await tapDemo(page, tap, demo);
  await tap.on(page.locator('.sidebar a[href^="/reports?"]'));
  await tap.on(page.getByRole("button", { name: /Báo cáo tổng kết năm/ }).first());
  await expect(page.locator(".files")).toBeVisible();
  return tap;
}

for (const [demo, year] of [
  ["Xem thử với Hòa Bình 2021", "2021"],
  [/Hòa Bình 11\/2022/, "2022"],
]) {
  test(`without a network the report of ${year} is a Word file that other software reads`, async ({ page, server }) => {
    const tap = await reportOfTheYear(page, server, demo);
    const word = read("word", await download(page, "Tải tệp Word"));
    expect(tap.made() + 1, "the taps to the file, with the one that makes it").toBeLessThan(TAPS);
    // Nothing stands for what nobody has written: it was said beside the button.
    await expect(page.locator(".files__gaps")).toContainText("phần chưa viết");
    for (const line of word.paragraphs) expect(line.trim()).not.toBe("…");
    for (const [at, style] of word.kinds.entries()) {
      const below = word.kinds[at + 1] ?? "";
      if (style === "Heading 1") expect(below, `below ${word.paragraphs[at]}`).not.toBe("Heading 1");
      if (style === "Heading 2") expect(below, `below ${word.paragraphs[at]}`).not.toMatch(/^Heading/);
    }
    expect(word.head.join(" ")).toContain("ĐẢNG CỘNG SẢN VIỆT NAM");
    expect(word.title).toContain("BÁO CÁO");
    expect(word.language).toBe("vi-VN");
    expect(word.numbered).toBe(true);
    for (const style of ["Title", "Heading 1", "Body Text"]) expect(word.styles).toContain(style);
    // Every chart of the page is in the file, as lines and as dots, and said to who does not see it.
    expect(word.drawn).toBe(word.pictures);
    expect(word.described).toBe(true);
    // What stands on the page stands in the file.
    const found = word.paragraphs.map(plain).join("\n");
    const shown = (await page.locator(".paragraph__text").allInnerTexts()).flatMap((text) => text.split("\n"));
    expect(shown.length).toBeGreaterThan(0);
    for (const text of shown) expect(found).toContain(plain(text));
    if (year === "2022") {
      expect(word.pictures).toBeGreaterThan(0);
      expect(found).toContain("121/130");
      expect(word.stamp).toContain("đơn vị");
    }
    await expectAccessible(page);
    const book = read("book", await download(page, "Tải phụ lục Excel"));
    for (const sheet of Object.values(book)) expect(sheet.formulas).toBe(0);
    await screen(page, `documents-report-${year}`, { fullPage: true });
  });
}

for (const [demo, deck] of [
  ["Xem thử với Hòa Bình 2021", /^Sửa: Đợt học tập/],
  [/Hòa Bình 11\/2022/, "Sửa: Kết nạp so với chỉ tiêu"],
]) {
  test(`without a network a deck of ${demo} is a file in fewer than five taps`, async ({ page, server }) => {
    const tap = counted();
    await coldStart(page, server);
    await tapDemo(page, tap, demo);
    await tap.on(page.locator('.sidebar a[href^="/present?"]'));
    await tap.on(page.getByRole("button", { name: deck }).first());
    await expect(page.locator(".files")).toBeVisible();
    const slides = read("slides", await download(page, "Tải tệp PowerPoint"));
    expect(tap.made() + 1).toBeLessThan(TAPS);
    expect(slides.length).toBeGreaterThan(2);
    expect(slides.some(({ pictures }) => pictures > 0)).toBe(true);
  });
}

test("a report on paper is cut nowhere: heads stand again, pages are numbered, nothing of the app is there", async ({ page, server }) => {
  await reportOfTheYear(page, server, /Hòa Bình 11\/2022/);
  const pages = await printed(page, "bao-cao-2022");
  expect(pages[0].text).toContain("BÁO CÁO");
  for (const [at, { size, text }] of pages.entries()) {
    expect(size.toSorted((a, b) => a - b)).toEqual(A4);
    expect(text).not.toContain("Gói họp");
    if (at > 0) expect(text).toContain(String(at + 1));
  }
  const all = plain(pages.map(({ text }) => text).join(" "));
  expect(all).toContain("121/130");
  // A table that goes on over pages begins with its head on each of them.
  const word = read("word", await download(page, "Tải tệp Word"));
  expect(word.tables.length).toBeGreaterThan(0);
  for (const { head, rows } of word.tables.filter(({ rows }) => rows.length > 60)) {
    const on = pages.filter(({ text }) => rows.some((row) => text.includes(plain(row[0]))));
    const [first] = head.filter((words) => words);
    expect(on.filter(({ text }) => text.includes(plain(first))).length).toBeGreaterThan(1);
    for (const row of rows) expect(all).toContain(plain(row[0]));
  }
  // What hides from the screen hides from readers too, before and after.
  await expect(page.locator(".print-sheet")).toHaveCount(0);
  await expect(page.locator("h1")).toBeVisible();
});

test("a deck is a PowerPoint file, pages, and with the report a pack of exactly the shown figures", async ({ page, server }) => {
  await open(page);
  await offlineReady(page);
  await server.stop();
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  await open(page, `/present?bloc=${bloc}`);
  await page.getByRole("button", { name: "Sửa: Kết nạp so với chỉ tiêu" }).click();
  await page.waitForURL(/\/present\/[^?]+/);
  await expect(page.locator(".files")).toBeVisible();
  await page.locator(".slide-line__open").first().click();
  await page.getByLabel(/Ghi chú cho người trình bày/).fill("Nhắc ba đơn vị <b>chưa</b> báo cáo");
  await page.getByLabel(/Ghi chú cho người trình bày/).blur();
  const shown = await page.locator(".slide-line").count();

  const slides = read("slides", await download(page, "Tải tệp PowerPoint"));
  expect(slides.length).toBeGreaterThanOrEqual(shown);
  expect(slides.map(({ title }) => title).join("\n")).toContain(FINDING);
  expect(slides.some(({ pictures }) => pictures > 0)).toBe(true);
  expect(slides[0].notes).toBe("Nhắc ba đơn vị <b>chưa</b> báo cáo");

  const pages = await printed(page, "trinh-chieu-2022");
  expect(pages.length).toBeGreaterThanOrEqual(shown);
  for (const { size } of pages) expect(size).toEqual([...A4].reverse());
  expect(pages.map(({ text }) => text).join(" ")).toContain("121/130");

  const pack = read("pack", await download(page, "Gói họp"));
  expect(pack.slides.map(({ title }) => title)).toEqual(slides.map(({ title }) => title));
  expect(pack.names).toEqual(expect.arrayContaining(["1-trinh-chieu.pptx", "2-bao-cao.docx", "so-lieu.json", "so-lieu.txt"]));
  expect(pack.names.some((name) => /^hinh\/\d\d\.svg$/.test(name))).toBe(true);
  for (const { headline, figures } of pack.figures.slides) {
    expect(slides.some(({ title }) => title.startsWith(headline))).toBe(true);
    for (const { cells } of figures?.rows ?? []) for (const { text } of cells) expect(pack.text).toContain(text);
  }
  expect(pack.word.paragraphs.join(" ")).toContain("121/130");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await screen(page, "documents-deck-phone", { fullPage: true });
});

test("making a file can be stopped", async ({ page, server }) => {
  await reportOfTheYear(page, server, /Hòa Bình 11\/2022/);
  // The worker is asked and never answers: only a person ends that.
  await page.evaluate(() => {
    window.Worker = class {
      postMessage() {}
      terminate() {
        window.ended = true;
      }
    };
  });
  await page.locator(".files").getByRole("button", { name: "Tải tệp Word" }).click();
  await page.locator(".files").getByRole("button", { name: "Dừng" }).click();
  await expect(page.locator(".files").getByRole("alert")).toContainText("Đã dừng");
  await expect(page.locator(".files").getByRole("button", { name: "Tải tệp Word" })).toBeEnabled();
});
