// A browser that keeps nothing, or keeps an older version's hold on what is there: the page says so, and with what remedy.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { enter, expectFigure, openSheet, saved, startBloc } from "./flows.mjs";
import { expect, expectAccessible, open, openProfile, screen, test } from "./support.mjs";

const NAME = "Đảng bộ Khối thử";
const UNITS = ["Đảng bộ Sở Y tế", "Chi bộ Thanh tra tỉnh"];
const BLOCKED = "Một thẻ khác đang giữ kho số liệu bản cũ";

/**
 * Runs in a page without the app: makes the databases of the first version out of those that are here, row by row, and keeps them
 * open as a tab that sleeps does: whoever asks for them gets no answer. `names` are those that stay open.
 */
async function holdOldVersion(names) {
  const done = (request) => new Promise((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error))));
  const opened = (name, version, upgrade) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => upgrade(request.result);
    return done(request);
  };
  window.held = [];
  for (const { name } of await indexedDB.databases()) {
    const now = await opened(name);
    const first = ["pages", "outbox", "meta", "snapshots", "journal", "damaged", "workspaces"];
    const tables = [...now.objectStoreNames].filter((table) => first.includes(table));
    const rows = [];
    for (const table of tables) {
      const store = now.transaction(table).objectStore(table);
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      keys.forEach((key, at) => rows.push([table, key, values[at]]));
    }
    now.close();
    await done(indexedDB.deleteDatabase(name));
    const old = await opened(name, 1, (db) => tables.forEach((table) => db.createObjectStore(table)));
    const writing = old.transaction(tables, "readwrite");
    for (const [table, key, value] of rows) writing.objectStore(table).put(value, key);
    await new Promise((resolve) => (writing.oncomplete = resolve));
    if (names.includes(name)) window.held.push(old);
    else old.close();
  }
  return window.held.length;
}

for (const [what, held] of [["list of blocs", () => ["so-khoi"]], ["bloc", (bloc) => [`so-khoi/${bloc}`]]]) {
  test(`an old tab that holds the ${what} in an older version is told of, and the page goes on when it is closed`, async ({ page, context, server }) => {
    const bloc = await startBloc(page, NAME, UNITS);
    await openSheet(page, bloc, "admission");
    await enter(page, UNITS[0], 0, "7");
    await saved(page);
    await page.route("**/favicon.ico", (asked) => asked.fulfill({ status: 204 }));
    await page.goto(`${server.url}/build.json`);
    expect(await page.evaluate(holdOldVersion, held(bloc))).toBe(1);

    const tab = await context.newPage();
    await tab.goto(`${server.url}/entry/admission?bloc=${bloc}`);
    await expect(tab.getByText(BLOCKED)).toBeVisible();
    // What is not open yet has no heading.
    await expectAccessible(tab, { allow: ["page-has-heading-one"] });
    await screen(tab, `blocked-${what.replaceAll(" ", "-")}`);
    await expect(tab.getByRole("grid")).toHaveCount(0);

    await page.close();
    await expect(tab.getByRole("grid")).toBeVisible();
    await expect(tab.getByText(BLOCKED)).toHaveCount(0);
    await expectFigure(tab, UNITS[0], 0, "7");
    await enter(tab, UNITS[1], 0, "8");
    await saved(tab);
    await tab.reload();
    await expectFigure(tab, UNITS[1], 0, "8");
  });
}

test("a private window works, says that nothing is kept there, and nothing is", async ({ browser, server }) => {
  const options = { locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" };
  // Contexts of Playwright are private windows: what they keep is in memory.
  const window = await browser.newContext(options);
  const page = await window.newPage();
  const bloc = await startBloc(page, NAME, UNITS, server.url);
  await openSheet(page, bloc, "admission", server.url);
  await enter(page, UNITS[0], 0, "7");
  await saved(page);
  await page.reload();
  await expectFigure(page, UNITS[0], 0, "7");
  await open(page, `${server.url}/settings?bloc=${bloc}`);
  await expect(page.getByText(/Trong cửa sổ ẩn danh, số liệu mất khi đóng cửa sổ/)).toBeVisible();
  await expectAccessible(page);
  await screen(page, "settings-private");
  await window.close();

  const later = await browser.newContext(options);
  const again = await later.newPage();
  await open(again, `${server.url}/`);
  await expect(again.getByRole("button", { name: "Bắt đầu cho Khối của tôi" })).toBeVisible();
  expect(await again.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name.startsWith("so-khoi/")).length)).toBe(0);
  await later.close();
});

test("a browser that lets sites keep nothing: the page says so, and what to do", async ({ profile, server }) => {
  mkdirSync(join(profile, "Default"));
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, "Default/Preferences"), JSON.stringify(settings));
  const browser = await openProfile(profile);
  const { page } = browser;
  await open(page, `${server.url}/`);
  await expect(page.getByText("Trình duyệt không cho lưu số liệu, có thể do đang ở chế độ riêng tư. Mở bằng cửa sổ thường.").first()).toBeVisible();
  await expectAccessible(page, { allow: ["page-has-heading-one"] });
  await screen(page, "keeps-nothing");
  await browser.close();
});
