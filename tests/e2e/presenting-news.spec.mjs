// What happens around a presentation does not reach the screen: figures that a server brings from another device, and a new version of the app.
import { join } from "node:path";
import { buildId, makeNextBuild } from "./builds.mjs";
import { expect, inStep, makeAdmin, open, signIn, test, wake } from "./sync.mjs";
import { offlineReady } from "./support.mjs";
import { enter, openDemo, openSheet, saved, startBloc } from "./flows.mjs";

test.use({ serviceWorkers: "allow" });

const headline = (page) => page.locator(".slide__headline").first();
const number = (page) => page.locator(".slide__place").first();
const news = (page) => page.locator(".cover__news");

/** What stands on every page of every slide, from the first to the last by the key of a clicker. */
async function everything(page) {
  await page.bringToFront();
  await page.keyboard.press("Home");
  await expect(number(page)).toHaveText(/^1\//);
  const found = [];
  for (;;) {
    const chart = page.locator(".slide__chart");
    if (await chart.count()) await expect(chart.locator("svg text").first()).toBeAttached();
    const place = await number(page).textContent();
    const texts = await page.locator(".stage h1, .stage p, .stage td, .stage th, .stage li, .stage svg text").allTextContents();
    found.push(`${place}: ${texts.join(" | ")}`);
    const [at, all] = place.match(/\d+/g).map(Number);
    const part = place.match(/(\d+)\/(\d+)$/);
    if (at === all && (!/ · /.test(place) || part[1] === part[2])) return found;
    await page.keyboard.press("PageDown");
    await expect(number(page)).not.toHaveText(place);
  }
}

test("what another device sends waits: the slides stay, with and without the server, and R takes the new figures", async ({ page, office, device }) => {
  test.setTimeout(240_000);
  const name = "Đảng bộ Khối thử";
  const units = ["Chi bộ A", "Chi bộ B", "Chi bộ C"];
  const now = new Date();
  const [year, month] = [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0")];
  const sheet = (page, bloc) => openSheet(page, `${bloc}&period=${year}-${month}`, "admission", office.url);

  await startBloc(page, name, units, office.url);
  const here = await makeAdmin(page, office, name);
  await sheet(page, here);
  await enter(page, units[0], 0, "3");
  await enter(page, units[1], 0, "2");
  await saved(page);
  await inStep(page);
  const other = await device({ serviceWorkers: "allow" });
  const there = await signIn(other, office);

  await open(page, `${office.url}/presenting/ready:ket-nap?bloc=${here}&period=${year}`);
  await expect(headline(page)).toHaveText("Kết nạp so với chỉ tiêu");
  await offlineReady(page);
  const before = await everything(page);
  expect(before.join("\n")).toMatch(/Kết nạp 5/);

  // Another device enters and sends; the presenting one fetches, and only the dot tells.
  await sheet(other, there);
  await offlineReady(other);
  await enter(other, units[2], 0, "4");
  await saved(other);
  await inStep(other);
  await page.bringToFront();
  await wake(page);
  await expect(news(page)).toBeAttached({ timeout: 60_000 });
  expect(await everything(page)).toEqual(before);

  // The server is gone: every slide again. Meanwhile the other device goes on.
  await office.stop();
  expect(await everything(page)).toEqual(before);
  await other.bringToFront();
  await enter(other, units[1], 0, "9");
  await saved(other);

  // It comes back, with more figures, and still nothing moves.
  await office.start();
  await wake(other);
  await inStep(other);
  await page.bringToFront();
  await wake(page);
  await expect(news(page)).toBeAttached();
  expect(await everything(page)).toEqual(before);

  // R takes what has come: 3 + 9 + 4. It may take a moment until the second edit is there too.
  await expect
    .poll(
      async () => {
        await page.keyboard.press("r");
        return (await everything(page)).join("\n");
      },
      { timeout: 60_000 },
    )
    .toMatch(/Kết nạp 16/);
  await expect(news(page)).toHaveCount(0);
});

const shownBuild = (page) => page.locator('meta[name="so-khoi-build"]').getAttribute("content");
const prompt = (page) => page.getByRole("region", { name: "Phiên bản mới" });

test("a new version waits until the presentation is over, even when another tab takes it", async ({ page, context, server, profile }) => {
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  await open(page, `/presenting/ready:ket-nap?bloc=${bloc}&period=2022`);
  await expect(headline(page)).toHaveText("Kết nạp so với chỉ tiêu");
  await offlineReady(page);
  const loads = [];
  page.on("load", () => loads.push(page.url()));

  const next = makeNextBuild(join(profile, "dist"));
  await server.replace(join(profile, "dist"));
  const second = await context.newPage();
  await open(second, `/?bloc=${bloc}`);
  await second.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await prompt(second).getByRole("button", { name: "Cập nhật" }).click();
  await expect.poll(() => shownBuild(second).catch(() => ""), { timeout: 30_000 }).toBe(next);

  // The screen goes on with what it has: every slide, nothing said, nothing loaded.
  await page.bringToFront();
  await everything(page);
  await expect(prompt(page)).toHaveCount(0);
  expect(await shownBuild(page)).toBe(buildId());
  expect(loads).toHaveLength(0);

  // Over: now it is offered, or taken.
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/present\?/);
  await prompt(page).getByRole("button", { name: "Cập nhật" }).click();
  await expect.poll(() => shownBuild(page).catch(() => ""), { timeout: 30_000 }).toBe(next);
});
