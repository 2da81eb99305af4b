// What befalls devices: a full disk, a browser that clears what it keeps, five tabs on one cell, updates that come in a row or half,
// a kept file that is damaged, a clock that jumps. Nothing that said “đã lưu” is lost, and each is told with its remedy.
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildId, makeNextBuild } from "./builds.mjs";
import { enter, expectFigure, figure, openSheet, saved, startBloc } from "./flows.mjs";
import { often } from "./often.mjs";
import { expect, expectAccessible, offlineReady, open, test } from "./support.mjs";

test.use({ serviceWorkers: "allow" });

const NAME = "Đảng bộ Khối thử";
const UNITS = ["Đảng bộ Sở Y tế", "Chi bộ Thanh tra tỉnh", "Chi bộ Báo tỉnh"];
/** Five tabs change one cell in each. */
const ROUNDS = often(4, 200);

const shownBuild = (page) => page.locator('meta[name="so-khoi-build"]').getAttribute("content");
const prompt = (page) => page.getByRole("region", { name: "Phiên bản mới" });
const lookForUpdate = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));

test("a full disk: what was typed stays on the screen, is told, and is saved when there is room", async ({ page, server }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await openSheet(page, bloc, "admission");
  await enter(page, UNITS[0], 0, "7");
  await saved(page);
  const tools = await page.context().newCDPSession(page);
  await tools.send("Storage.overrideQuotaForOrigin", { origin: server.url, quotaSize: 1 });
  const told = page.locator("main").getByRole("alert").filter({ hasText: "Máy đã hết chỗ lưu" });
  // Chromium looks at the room there is now and then.
  let typed = 10;
  await expect(async () => {
    typed += 1;
    await enter(page, UNITS[1], 0, String(typed));
    await expect(told).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 120_000 });
  await expectFigure(page, UNITS[1], 0, String(typed));
  await expect(page.locator(".save-line")).not.toContainText("Đã lưu");
  await expectAccessible(page);
  // The way out that needs no room here.
  const [file] = await Promise.all([page.waitForEvent("download"), told.getByRole("button", { name: "Xuất ra tệp" }).click()]);
  expect(file.suggestedFilename()).toContain(".sokhoi");

  await tools.send("Storage.overrideQuotaForOrigin", { origin: server.url });
  await told.getByRole("button", { name: "Lưu lại" }).click();
  await expect(told).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expectFigure(page, UNITS[0], 0, "7");
  await expectFigure(page, UNITS[1], 0, String(typed));
});

test("a browser that clears what it keeps while the bloc is open: all goes into a file, which opens again", async ({ page, server }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await openSheet(page, bloc, "admission");
  await enter(page, UNITS[0], 0, "7");
  await saved(page);
  const tools = await page.context().newCDPSession(page);
  await tools.send("Storage.clearDataForOrigin", { origin: server.url, storageTypes: "indexeddb" });
  await enter(page, UNITS[1], 0, "8");
  const told = page.locator("main").getByRole("alert").filter({ hasText: "vừa bị trình duyệt xóa" });
  await expect(told).toBeVisible();
  await expectFigure(page, UNITS[0], 0, "7");
  await expectFigure(page, UNITS[1], 0, "8");
  await expect(page.locator(".save-line")).not.toContainText("Đã lưu");
  await expectAccessible(page);
  const [file] = await Promise.all([page.waitForEvent("download"), told.getByRole("button", { name: "Xuất ra tệp" }).click()]);
  const rescued = { name: file.suggestedFilename(), mimeType: "application/json", buffer: readFileSync(await file.path()) };

  await open(page, "/");
  await page.getByRole("link", { name: "Mở từ tệp sao lưu" }).click();
  await page.getByLabel("Chọn tệp .sokhoi").setInputFiles(rescued);
  await page.getByRole("button", { name: "Mở thành một Khối trên máy này" }).click();
  await page.waitForURL((url) => url.pathname === "/" && url.searchParams.has("bloc"));
  await openSheet(page, new URL(page.url()).searchParams.get("bloc"), "admission");
  await expectFigure(page, UNITS[0], 0, "7");
  await expectFigure(page, UNITS[1], 0, "8");
});

test("five tabs change one cell in turn and at once: all show the same in the end, and each change is in the history", async ({ page, context }) => {
  test.setTimeout(240_000 + ROUNDS * 15_000);
  const bloc = await startBloc(page, NAME, UNITS);
  await openSheet(page, bloc, "admission");
  const tabs = [page];
  for (let more = 0; more < 4; more += 1) {
    const tab = await context.newPage();
    await openSheet(tab, bloc, "admission");
    tabs.push(tab);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(
      tabs.map(async (tab, at) => {
        await enter(tab, UNITS[0], 0, String(100 + round * tabs.length + at));
        await saved(tab);
      }),
    );
  }
  // Whoever typed last, while another wrote, is told so beside the figure that stands.
  const shown = async (tab) => /^\d*/.exec((await figure(tab, UNITS[0], 0).textContent()).trim())[0];
  const inStep = async () => {
    const all = await Promise.all(tabs.map(shown));
    return all.every((one) => one === all[0] && one !== "") ? "in step" : all.join(" ");
  };
  await expect.poll(inStep, { timeout: 30_000 }).toBe("in step");
  const last = await shown(page);
  expect(Number(last)).toBeGreaterThanOrEqual(100 + (ROUNDS - 1) * tabs.length);
  await Promise.all(tabs.slice(1).map((tab) => tab.close()));
  await page.reload();
  await expectFigure(page, UNITS[0], 0, last);
});

test("updates in a row: none loads the page by itself, and the last one is what is accepted", async ({ page, server, profile }) => {
  test.setTimeout(240_000);
  await open(page);
  await offlineReady(page);
  let loads = 0;
  page.on("load", () => (loads += 1));
  for (const next of ["next-1", "next-2", "next-3"]) {
    const folder = join(profile, next);
    makeNextBuild(folder, next);
    await server.replace(folder);
    await lookForUpdate(page);
    await expect(prompt(page)).toBeVisible();
    await expect.poll(() => page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return !registration.installing && registration.waiting?.state;
    }), { timeout: 60_000 }).toBe("installed");
  }
  expect(loads).toBe(0);
  expect(await shownBuild(page)).toBe(buildId());
  await prompt(page).getByRole("button", { name: "Cập nhật" }).click();
  await expect.poll(() => shownBuild(page).catch(() => ""), { timeout: 60_000 }).toBe("next-3");
  await expect(prompt(page)).toBeHidden();
  // The build is told from the page's head, which is there before the page has loaded.
  await page.waitForLoadState("load");
  await offlineReady(page);
  expect(loads).toBe(1);
});

test("an update of which half comes: the version that is here stays whole, and the update comes when it can", async ({ page, server, profile }) => {
  test.setTimeout(240_000);
  const bloc = await startBloc(page, NAME, UNITS);
  await offlineReady(page);
  // The new version keeps a file under another name, which is not there yet.
  const [half, whole] = [join(profile, "half"), join(profile, "whole")];
  makeNextBuild(half);
  const part = readdirSync(join(half, "assets")).find((name) => /^echarts-.*\.js$/.test(name));
  const worker = readFileSync(join(half, "sw.js"), "utf8");
  expect(worker).toContain(part);
  writeFileSync(join(half, "sw.js"), worker.replace(part, "echarts-next.js"));
  cpSync(half, whole, { recursive: true });
  cpSync(join(whole, "assets", part), join(whole, "assets/echarts-next.js"));
  await server.replace(half);
  await lookForUpdate(page);
  // Longer than the files that are there take.
  await page.waitForTimeout(3_000);
  await expect(prompt(page)).toHaveCount(0);
  await server.stop();
  await open(page, `${server.url}/units?bloc=${bloc}`);
  await expect(page.locator("h1")).toContainText("3 tổ chức");
  expect(await shownBuild(page)).toBe(buildId());

  await server.replace(whole);
  await lookForUpdate(page);
  await expect(prompt(page)).toBeVisible({ timeout: 60_000 });
});

test("a kept file that is damaged is fetched again, and the app starts", async ({ page, server, errors }) => {
  test.setTimeout(240_000);
  const bloc = await startBloc(page, NAME, UNITS);
  await offlineReady(page);
  const damage = () =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.includes("precache"));
      const cache = await caches.open(names[0]);
      const key = (await cache.keys()).find(({ url }) => /so-khoi-.*\.wasm$/.test(url));
      const kept = await cache.match(key);
      const bytes = await kept.arrayBuffer();
      await cache.put(key, new Response(bytes.slice(0, bytes.byteLength / 2), { headers: kept.headers }));
    });
  await damage();
  await page.goto(`${server.url}/units?bloc=${bloc}`);
  await expect(page.locator("h1")).toContainText("3 tổ chức", { timeout: 60_000 });

  // Without a network nothing can be fetched: the page says so, and what is on the device is untouched.
  await damage();
  await server.stop();
  await page.goto(`${server.url}/units?bloc=${bloc}`);
  await expect(page.locator("#first-paint-error")).toBeVisible({ timeout: 60_000 });
  await expect(page.locator("#first-paint-error")).toContainText("Số liệu trên máy vẫn còn nguyên");
  await server.start();
  await page.goto(`${server.url}/units?bloc=${bloc}`);
  await expect(page.locator("h1")).toContainText("3 tổ chức", { timeout: 60_000 });
  const strange = errors.splice(0).filter((error) => !/WebAssembly|CompileError|out of bounds/i.test(error));
  expect(strange).toEqual([]);
});

test("a clock that jumps ten years to and fro changes no figure and loses none", async ({ context, server }) => {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + Number(localStorage.getItem("clock") ?? 0);
  });
  const bloc = await startBloc(page, NAME, UNITS, server.url);
  const years = (count) => page.evaluate((ms) => localStorage.setItem("clock", String(ms)), count * 365 * 86_400_000);
  for (const [at, jump] of [10, -10, 0].entries()) {
    await years(jump);
    // The period of now is another one in each of these years.
    await open(page, `${server.url}/entry/admission?bloc=${bloc}&period=2026-03`);
    await expect(page.getByRole("grid")).toBeVisible();
    await enter(page, UNITS[at], 0, String(40 + at));
    await saved(page);
  }
  await page.reload();
  for (const at of [0, 1, 2]) await expectFigure(page, UNITS[at], 0, String(40 + at));
});
