// Nothing typed is lost: without the server, over a reload, in two tabs, over an update, and when the
// browser is killed right after it said that a figure is saved.
import { join } from "node:path";
import { makeNextBuild } from "./builds.mjs";
import { enter, expectFigure, figure, openSheet, saved, startBloc } from "./flows.mjs";
import { expect, offlineReady, open, openProfile, test } from "./support.mjs";

// Without a network too.
test.use({ serviceWorkers: "allow" });

const UNITS = ["Đảng bộ Sở Giáo dục và Đào tạo", "Chi bộ Ban Dân tộc", "Đảng bộ Sở Y tế"];
const NAME = "Đảng bộ Khối các cơ quan tỉnh";

test("figures entered without the server are there after a reload, and become charts", async ({ page, server }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await offlineReady(page);
  await server.stop();
  await openSheet(page, bloc, "admission");
  await enter(page, UNITS[0], 0, "12");
  await enter(page, UNITS[1], 0, "1.5");
  await saved(page);
  await page.reload();
  await expectFigure(page, UNITS[0], 0, "12");
  // What was not understood is kept as it was typed, and is marked.
  await expectFigure(page, UNITS[1], 0, "1.5");
  await expect(figure(page, UNITS[1], 0)).toHaveAttribute("aria-invalid", "true");
  await open(page, `/admission?bloc=${bloc}`);
  await expect(page.locator("h1")).toContainText("12");
  await expect(page.locator("main svg text").first()).toBeVisible();
});

test("what was done last is taken back from a page that edits nothing, after a reload", async ({ page }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await openSheet(page, bloc, "admission");
  await enter(page, UNITS[0], 0, "12");
  await enter(page, UNITS[1], 0, "7");
  await saved(page);
  await open(page, `/?bloc=${bloc}`);
  await expect(page.locator("h1")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  // To another page at once, without leaving the app.
  await page.keyboard.press("g");
  await page.keyboard.press("k");
  await expect(page.locator("h1")).toContainText("12");
  await saved(page);
  await page.reload();
  await expect(page.locator("h1")).toContainText("12");
});

test("two tabs see each other's figures", async ({ page, context }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  const other = await context.newPage();
  await openSheet(page, bloc, "admission");
  await openSheet(other, bloc, "admission");
  await enter(page, UNITS[0], 0, "7");
  await expectFigure(other, UNITS[0], 0, "7");
  await enter(other, UNITS[2], 0, "9");
  await expectFigure(page, UNITS[2], 0, "9");
  await saved(page);
  await saved(other);
  await page.reload();
  await expectFigure(page, UNITS[0], 0, "7");
  await expectFigure(page, UNITS[2], 0, "9");
});

test("an update keeps what is being typed", async ({ page, server, profile }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await offlineReady(page);
  await openSheet(page, bloc, "admission");
  await figure(page, UNITS[0], 0).click();
  await page.keyboard.type("34");
  // Nothing has left the field yet.
  makeNextBuild(join(profile, "dist"));
  await server.replace(join(profile, "dist"));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  const prompt = page.getByRole("region", { name: "Phiên bản mới" });
  await prompt.getByRole("button", { name: "Cập nhật" }).click();
  await expect.poll(() => page.locator('meta[name="so-khoi-build"]').getAttribute("content").catch(() => "")).toBe("next-build");
  await expectFigure(page, UNITS[0], 0, "34");
});

test("a browser killed right after “đã lưu” has kept the figure, 20 times", async ({ profile, server }) => {
  test.setTimeout(300_000);
  let browser = await openProfile(profile);
  const bloc = await startBloc(browser.page, NAME, UNITS, server.url);
  for (let round = 1; round <= 20; round += 1) {
    const unit = UNITS[round % UNITS.length];
    await openSheet(browser.page, bloc, "admission", server.url);
    await enter(browser.page, unit, 0, String(100 + round));
    await saved(browser.page);
    await browser.kill();
    browser = await openProfile(profile);
    await openSheet(browser.page, bloc, "admission", server.url);
    await expectFigure(browser.page, unit, 0, String(100 + round));
  }
  await browser.close();
});

test("a demo is removed by one tap and other blocs stay as they are", async ({ page }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await openSheet(page, bloc, "admission");
  await enter(page, UNITS[0], 0, "5");
  await saved(page);
  await open(page, "/start");
  await page.getByRole("button", { name: "Xem thử với Hòa Bình 2021" }).click();
  await expect(page.getByText("Số liệu minh họa").first()).toBeVisible();
  await page.goto("/settings");
  await page.getByRole("button", { name: /Xóa.*Hòa Bình/ }).first().click();
  // It goes from the list when it is gone from the disk.
  await expect(page.getByRole("button", { name: /Xóa.*Hòa Bình/ })).toHaveCount(0);
  await openSheet(page, bloc, "admission");
  await expectFigure(page, UNITS[0], 0, "5");
  await open(page, "/settings");
  await expect(page.getByText("Hòa Bình 7/2021")).toHaveCount(0);
});
