// A bloc from a hostile backup, every text of which would like to be more than text, on every page, under every chart's tooltip, on
// slides and in every file: nothing runs, nothing is fetched, nothing becomes an element, and what was typed is shown as it was typed.
//
// What the browser itself stops is an error in the console or a violation of the policy, and fails the test like any other.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { poison, unpack } from "./hostile.mjs";
import { addressOf, PAGES } from "./pages.mjs";
import { openDemo, openSheet, saved } from "./flows.mjs";
import { expect, open, test } from "./support.mjs";

const read = (kind, path) => {
  const script = new URL("documents.py", import.meta.url).pathname;
  return JSON.parse(execFileSync(process.env.SK_PYTHON ?? "python3", [script, kind, path], { encoding: "utf8", maxBuffer: 1 << 26 }));
};

/** Two demos: one has a study drive, the other targets, admissions and statements. */
const DEMOS = { 2021: "Xem thử với Hòa Bình 2021", 2022: /Hòa Bình 11\/2022/ };

/** Watches a context for what a text that ran would do: ask somebody else, ask for what only the texts name, open a dialog. */
function watchDeeds(context, server) {
  const deeds = [];
  context.on("request", (request) => {
    const { protocol, origin, pathname } = new URL(request.url());
    const ours = origin === server.url || protocol === "blob:" || protocol === "data:";
    if (!ours || pathname.includes("pwned")) deeds.push(`asked for ${request.url()}`);
  });
  context.on("dialog", async (dialog) => {
    deeds.push(`${dialog.type()}: ${dialog.message()}`);
    await dialog.dismiss();
  });
  return deeds;
}

/** Elements and attributes that only a text could have made. */
const intruders = (page) =>
  page.evaluate(() => {
    const found = [];
    const walk = (root) => {
      for (const element of root.querySelectorAll("*")) {
        const inBody = element.closest("body") !== null;
        if (inBody && element.matches("script, style, iframe, object, embed, base, meta, link, template, math, form[action]")) found.push(element.outerHTML);
        for (const { name, value } of element.attributes) {
          if (name.startsWith("on") || name === "srcdoc") found.push(`${name}=${value}`);
          if (!/^(href|src|action|formaction|poster|data|xlink:href)$/.test(name)) continue;
          const to = new URL(value, location.href);
          const ours = to.origin === location.origin || ["data:", "blob:"].includes(to.protocol);
          if (!ours || to.pathname.includes("pwned")) found.push(`${name}=${value}`);
        }
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return found;
  });

/** All text of a page, that of fields and of names for who listens included, as it was typed. */
const shown = (page) =>
  page.evaluate(() => {
    const of = (element) => [element.value, ...["aria-label", "title", "placeholder", "alt"].map((name) => element.getAttribute(name))];
    const parts = [document.body.textContent, ...[...document.querySelectorAll("body *")].flatMap(of)];
    // Charts put a mark without width beside braces, which their own templates would read.
    return parts.filter((part) => typeof part === "string").join("\n").replaceAll("\u2060", "").replace(/\s+/g, " ");
  });

async function expectHarmless(page, where) {
  expect(await intruders(page), where).toEqual([]);
}

/** Waits until one of these texts is shown as it was typed. */
async function expectShown(page, texts, where) {
  const wanted = [texts].flat().map((text) => text.replace(/\s+/g, " "));
  const isThere = async () => {
    const all = await shown(page);
    return wanted.some((text) => all.includes(text));
  };
  await expect.poll(isThere, { message: `${where} shows ${wanted.slice(0, 3).join(" or ")}` }).toBe(true);
}

/** Points at every chart of a page, from side to side and from top to bottom. */
async function pointAtCharts(page) {
  for (const chart of await page.locator("main figure:has(svg text)").all()) {
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (!box) continue;
    for (const [across, down] of [[0.3, 0.3], [0.5, 0.5], [0.7, 0.6], [0.4, 0.75], [0.35, 0.9]]) {
      await page.mouse.move(box.x + box.width * across, box.y + box.height * down, { steps: 3 });
    }
  }
}

async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), button.click()]);
  return file.path();
}

/** Opens the hostile file as a bloc; answers the bloc's id and its texts. */
async function openHostile(page, year) {
  const demo = await openDemo(page, DEMOS[year]);
  await open(page, `/backup?bloc=${demo}`);
  const kept = await download(page, page.getByRole("button", { name: "Tải tệp sao lưu" }));
  const { file, texts } = poison(readFileSync(kept), year);
  await page.getByLabel("Chọn tệp .sokhoi").setInputFiles(file);
  await expectShown(page, texts.bloc, "the file's own name");
  await page.getByRole("button", { name: "Mở thành một Khối trên máy này" }).click();
  await page.waitForURL((url) => url.pathname === "/" && url.searchParams.has("bloc") && url.searchParams.get("bloc") !== demo);
  return { bloc: new URL(page.url()).searchParams.get("bloc"), texts };
}

for (const year of ["2021", "2022"]) {
  test(`every page of a hostile bloc of ${year}: nothing runs, and what was typed is shown`, async ({ page, context, server }) => {
    test.setTimeout(600_000);
    const deeds = watchDeeds(context, server);
    const { bloc, texts } = await openHostile(page, year);
    const own = Object.values(texts.own);
    const said = {
      overview: [texts.bloc],
      study: year === "2021" ? texts.drives : texts.bloc,
      drive: texts.drives,
      targets: texts.targets,
      target: texts.targets,
      units: texts.units.slice(1),
      unit: texts.units,
      entry: [texts.own["own-library"]],
      explore: [texts.view],
      catalogue: [texts.own["own-library"]],
      "catalogue-indicators": [texts.own["own-reading"]],
      "catalogue-sets": [texts.own["own-age"]],
      decks: [texts.deck],
      settings: [texts.bloc],
      backup: [texts.bloc],
    };
    const more = [
      { name: "own-sheet", path: "/entry/own-library", query: `period=${year}` },
      { name: "own-topic", path: "/topic/own", query: `period=${year}` },
      { name: "deck", path: "/present/d1" },
      { name: "closed", path: "/returns", query: "period=2012" },
      { name: "reopened", path: "/returns", query: "period=2011" },
      { name: "own-view", path: "/explore", query: `form=own-library&of=own-stock&period=${year}` },
      { name: "search-of-nothing", path: "/explore", query: `form=${encodeURIComponent("<img src=/pwned/address onerror=alert(1)>")}` },
      { name: "no-such-page", path: `/${encodeURIComponent("<img src=x onerror=alert(1)>")}` },
    ];
    said["own-sheet"] = [texts.own["own-readers"]];
    said["own-topic"] = own;
    said.deck = [texts.slide.headline];
    said.closed = [texts.closing];
    for (const entry of [...PAGES, ...more]) {
      // What a demo's own year has nothing of has no link to it.
      if (year === "2022" && ["drive"].includes(entry.name)) continue;
      if (year === "2021" && ["target"].includes(entry.name)) continue;
      await test.step(entry.name, async () => {
        await open(page, await addressOf(page, entry, bloc));
        await expect(page.locator("h1").first()).toBeVisible();
        if (said[entry.name]) await expectShown(page, said[entry.name], entry.name);
        await pointAtCharts(page);
        await expectHarmless(page, entry.name);
        // What folds is unfolded, and what chooses is opened.
        for (const fold of await page.locator("main summary").all()) await fold.evaluate((node) => node.parentElement.setAttribute("open", ""));
        await expectHarmless(page, `${entry.name}, unfolded`);
      });
    }
    expect(deeds).toEqual([]);
  });
}

test("the search, dialogs and notices show hostile names as text", async ({ page, context, server }) => {
  test.setTimeout(240_000);
  const deeds = watchDeeds(context, server);
  const { bloc, texts } = await openHostile(page, "2022");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Tìm" }).fill("pwned");
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectHarmless(page, "the search");
  await page.keyboard.press("Escape");

  // A view leads to a page of the app, whatever address it was given.
  await open(page, `/explore?bloc=${bloc}`);
  for (let at = 0; at < 3; at += 1) {
    await page.locator(".explore__views").getByRole("link").nth(at).click();
    await expect(page).toHaveURL((url) => url.origin === server.url);
    await expect(page.locator("h1").first()).toBeVisible();
    await open(page, `/explore?bloc=${bloc}`);
  }

  // What is typed now, into fields of each sort: a unit's name, a reason, a paragraph.
  const typed = `<img src=/pwned/typed onerror=alert(1)>"'&{b}`;
  await open(page, `/units?bloc=${bloc}`);
  await page.getByRole("button", { name: "Dán danh sách" }).click();
  await page.getByRole("dialog").getByLabel(/Danh sách đơn vị/).fill(typed);
  await expectHarmless(page, "a list that is being pasted");
  await page.getByRole("button", { name: "Thêm các đơn vị này" }).click();
  await expectShown(page, typed, "a unit's name");
  await saved(page);
  await open(page, `/findings?bloc=${bloc}&period=2022`);
  await page.getByRole("button", { name: "Đã kiểm tra, giải thích…" }).first().click();
  await page.getByRole("dialog").getByLabel("Lời giải thích").fill(typed);
  await page.getByRole("dialog").getByRole("button", { name: "Lưu lời giải thích" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expectShown(page, typed, "an explanation");
  await expectHarmless(page, "an explanation");
  await saved(page);
  await open(page, `/import/units?bloc=${bloc}`);
  await page.getByLabel("Dán bảng vào đây").fill(`STT\tTên đơn vị\t${typed}\n1\t${typed}\tx\n2\t${texts.units[1]}\tx\n`);
  await expectShown(page, typed, "a pasted table");
  await expectHarmless(page, "a pasted table");
  // A file of a name that would like to be more.
  await open(page, `/import/units?bloc=${bloc}`);
  await page.getByLabel("Chọn tệp").setInputFiles({ name: `${typed.replaceAll("/", "∕")}.pdf`, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
  await expect(page.locator(".import__source").getByRole("alert")).toBeVisible();
  await expectHarmless(page, "a file's name");
  expect(deeds).toEqual([]);
});

test("slides, their notes and a window of their own show hostile texts as text", async ({ page, context, server }) => {
  test.setTimeout(240_000);
  const deeds = watchDeeds(context, server);
  const { bloc, texts } = await openHostile(page, "2022");
  for (const deck of ["d1", "ready:ket-nap"]) {
    await open(page, `/presenting/${deck}?bloc=${bloc}&period=2022`);
    await expect(page.locator(".slide__headline").first()).toBeVisible();
    if (deck === "d1") await expectShown(page, texts.slide.headline, "a slide's headline");
    const place = page.locator(".slide__place").first();
    const all = Number((await place.textContent()).match(/\/(\d+)/)[1]);
    for (let at = 1; at <= all; at += 1) {
      await page.keyboard.press(at === 1 ? "Home" : "PageDown");
      await expectHarmless(page, `${deck}, slide ${at}`);
    }
    const opening = context.waitForEvent("page");
    await page.keyboard.press("n");
    const notes = await opening;
    await expect(notes.locator(".speaker__place")).toBeVisible();
    await page.keyboard.press("Home");
    if (deck === "d1") await expectShown(notes, texts.slide.notes, "the notes");
    await expectHarmless(notes, `${deck}, notes`);
    await notes.close();
  }
  expect(deeds).toEqual([]);
});

test("files of a hostile bloc: text is text in Word, Excel, PowerPoint, CSV, JSON and a backup", async ({ page, context, server }) => {
  test.setTimeout(300_000);
  const deeds = watchDeeds(context, server);
  const { bloc, texts } = await openHostile(page, "2022");
  const files = page.locator(".files");
  const button = (name) => files.getByRole("button", { name, exact: true });
  const plain = (text) => text.replace(/\s+/g, " ").trim();

  await open(page, `/reports?bloc=${bloc}`);
  await page.getByRole("button", { name: /Báo cáo tổng kết năm/ }).first().click();
  await expect(files).toBeVisible();
  await expectHarmless(page, "a report");
  await saved(page);
  const word = read("word", await download(page, button("Tải tệp Word")));
  const inWord = plain([...word.paragraphs, ...word.head, ...word.tables.flatMap(({ rows }) => rows.flat())].join("\n"));
  expect(inWord).toContain("pwned");
  for (const text of (await page.locator(".paragraph__text").allInnerTexts()).flatMap((text) => text.split("\n"))) expect(inWord).toContain(plain(text));
  const annex = read("book", await download(page, button("Tải phụ lục Excel")));
  for (const sheet of Object.values(annex)) expect(sheet.formulas).toBe(0);

  await open(page, `/present/d1?bloc=${bloc}`);
  await expect(files).toBeVisible();
  const slides = read("slides", await download(page, button("Tải tệp PowerPoint")));
  expect(plain(slides[0].title)).toBe(plain(texts.slide.headline));
  expect(plain(slides[0].notes)).toBe(plain(texts.slide.notes));

  // The sheet, in both forms: what would be computed is quoted, and every name is there.
  await openSheet(page, bloc, "admission");
  const choose = async (action) => {
    await page.getByRole("button", { name: "Bảng tính" }).click();
    return download(page, page.getByRole("menuitem", { name: action }));
  };
  const sheet = read("book", await choose("Tải số liệu về (Excel)"));
  for (const found of Object.values(sheet)) expect(found.formulas).toBe(0);
  const cells = Object.values(sheet).flatMap(({ rows }) => rows.flat()).map(String);
  const csv = readFileSync(await choose("Tải số liệu về (CSV)"), "utf8").replace("\ufeff", "");
  const values = fieldsOf(csv);
  expect(values.filter((value) => /^'*[=+\-@＝＋－＠\t\r]/.test(value) && !value.startsWith("'"))).toEqual([]);
  for (const name of texts.units.filter((name) => values.some((value) => value.replace(/^'/, "") === name))) expect(cells).toContain(name);
  expect(texts.units.filter((name) => values.some((value) => value.replace(/^'/, "") === name)).length).toBeGreaterThan(50);

  await open(page, `/backup?bloc=${bloc}`);
  const json = readFileSync(await download(page, page.getByRole("button", { name: "Tải tệp JSON" })), "utf8");
  const names = JSON.parse(json).units.map(({ name }) => name);
  for (const name of texts.units) expect(names).toContain(name);
  const again = unpack(readFileSync(await download(page, page.getByRole("button", { name: "Tải tệp sao lưu" }))));
  expect(again.records.filter(({ kind }) => kind === "unit").map(({ fields }) => fields.name).toSorted()).toEqual(texts.units.toSorted());
  expect(deeds).toEqual([]);
});

/** The fields of a file with semicolons. */
function fieldsOf(csv) {
  return [...csv.matchAll(/(?:^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;"\r\n]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare);
}
