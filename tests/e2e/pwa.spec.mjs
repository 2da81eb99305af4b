// What makes it an app: it can be installed, starts without a network, and changes only when asked.
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildId, makeNextBuild } from "./builds.mjs";
import { DIST, expect, offlineReady, open, openProfile, test } from "./support.mjs";

// Without a network too.
test.use({ serviceWorkers: "allow" });

const shownBuild = (page) => page.locator('meta[name="so-khoi-build"]').getAttribute("content");

test("Chromium finds nothing that keeps it from being installed", async ({ profile, server }) => {
  // A private window cannot install anything, so this needs a profile.
  const browser = await openProfile(profile);
  await open(browser.page, server.url);
  await offlineReady(browser.page);
  const devtools = await browser.context.newCDPSession(browser.page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  expect(installabilityErrors).toEqual([]);
  const { errors, manifest } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(manifest.name).toBe("Sổ Khối");
  await browser.close();
});

test("every file that the manifest names is there and is what it says", async ({ page, request }) => {
  const manifest = await (await request.get("/manifest.webmanifest")).json();
  const shortcuts = manifest.shortcuts ?? [];
  const images = [...manifest.icons, ...(manifest.screenshots ?? []), ...shortcuts.flatMap(({ icons }) => icons)];
  expect(images.some(({ purpose }) => purpose === "maskable")).toBe(true);
  await open(page);
  for (const { src, sizes, type } of images) {
    const answer = await request.get(src);
    expect(answer.status(), src).toBe(200);
    expect(answer.headers()["content-type"], src).toContain(type);
    if (sizes === "any") continue;
    const size = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    expect(size, src).toBe(sizes);
  }
});

test("after one visit a deep link starts with the server gone", async ({ page, context, server }) => {
  await open(page);
  await offlineReady(page);
  await server.stop();
  const later = await context.newPage();
  await open(later, `${server.url}/study?period=2022`);
  await expect(later.locator("main")).toBeVisible();
  // In our own letters, and with the chart library at hand though it was never fetched here.
  await later.evaluate(() => document.fonts.load('500 15px "Be Vietnam Pro"', "Kết nạp"));
  const hasCharts = await later.evaluate(async () => {
    const address = document.querySelector('meta[name="so-khoi-echarts"]').content;
    return typeof (await import(address)).init;
  });
  expect(hasCharts).toBe("function");
});

test("a new version waits until it is accepted, then reloads once", async ({ page, server, profile }) => {
  await open(page);
  await offlineReady(page);
  const old = await shownBuild(page);
  expect(old).toBe(buildId());
  const loads = [];
  page.on("load", () => loads.push(page.url()));

  const next = makeNextBuild(join(profile, "dist"));
  await server.replace(join(profile, "dist"));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  const prompt = page.getByRole("region", { name: "Phiên bản mới" });
  await expect(prompt).toBeVisible();

  // Not accepted: another visit still gets the old one, and nothing has reloaded.
  expect(await shownBuild(page)).toBe(old);
  expect(loads).toHaveLength(0);

  await prompt.getByRole("button", { name: "Cập nhật" }).click();
  await expect.poll(() => shownBuild(page).catch(() => old), { timeout: 30_000 }).toBe(next);
  await expect(prompt).toBeHidden();
  // Long enough for a second reload, if there were one.
  await page.waitForTimeout(1500);
  expect(loads).toHaveLength(1);
});

test("a second tab hears that the other one updated", async ({ page, context, server, profile }) => {
  await open(page);
  await offlineReady(page);
  const second = await context.newPage();
  await open(second);

  const next = makeNextBuild(join(profile, "dist"));
  await server.replace(join(profile, "dist"));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  const accept = (where) => where.getByRole("region", { name: "Phiên bản mới" }).getByRole("button", { name: "Cập nhật" });
  await accept(page).click();
  await expect.poll(() => shownBuild(page).catch(() => ""), { timeout: 30_000 }).toBe(next);

  // It keeps what it shows until its own reader accepts.
  expect(await shownBuild(second)).toBe(buildId());
  await accept(second).click();
  await expect.poll(() => shownBuild(second).catch(() => ""), { timeout: 30_000 }).toBe(next);
});

test("the first visit never reloads by itself", async ({ page }) => {
  let loads = 0;
  page.on("load", () => (loads += 1));
  await open(page);
  await offlineReady(page);
  await page.waitForTimeout(1000);
  expect(loads).toBe(1);
  await expect(page.getByRole("region", { name: "Phiên bản mới" })).toBeHidden();
});

test("a new version of which a part is somebody else's page, or half of it, is not taken", async ({ page, server, profile }) => {
  await open(page);
  await offlineReady(page);
  const old = await shownBuild(page);
  const folder = join(profile, "dist");
  makeNextBuild(folder);
  // What a network answers that wants to be paid first, with status 200; and a file of which the end is missing.
  const [script] = readdirSync(join(folder, "assets")).filter((name) => /^echarts-.*\.js$/.test(name));
  const whole = readFileSync(join(DIST, "assets", script));
  await server.replace(folder);
  for (const part of ["<!doctype html><title>Đăng nhập mạng</title>", whole.subarray(0, whole.length / 2)]) {
    for (const ending of ["", ".br", ".gz"]) rmSync(join(folder, "assets", script + ending), { force: true });
    writeFileSync(join(folder, "assets", script), part);
    // The name is hashed, so an installed version has the file, and would not ask again: the next one calls it otherwise.
    const name = script.replace(/-[0-9a-f]+\.js$/, `-${part.length.toString(16).padStart(16, "0")}.js`);
    writeFileSync(join(folder, "assets", name), part);
    const worker = join(folder, "sw.js");
    writeFileSync(worker, readFileSync(worker, "utf8").replaceAll(/echarts-[0-9a-f]+\.js/g, name));
    for (const ending of [".br", ".gz"]) rmSync(worker + ending, { force: true });
    await server.stop();
    await server.start();
    const states = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const states = [];
      const found = new Promise((done) => {
        registration.addEventListener("updatefound", () => {
          const next = registration.installing;
          next.addEventListener("statechange", () => {
            states.push(next.state);
            if (next.state !== "installing") done();
          });
        }, { once: true });
      });
      await registration.update();
      await found;
      return states;
    });
    expect(states).toEqual(["redundant"]);
    await expect(page.getByRole("region", { name: "Phiên bản mới" })).toBeHidden();
  }
  // The version that was there goes on, without a network too.
  await server.stop();
  await page.reload();
  await expect(page.locator("main")).toBeVisible();
  expect(await shownBuild(page)).toBe(old);
});
