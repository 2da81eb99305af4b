// A device that was away for 400 days: its session is over, what was removed meanwhile is forgotten by the server, and its own clock
// says another year. It says so, and when somebody signs in both sides are the same, and nothing that was typed is lost.
import { createHash } from "node:crypto";
import { alter, ask, expect, inStep, open, PASSWORD, sessionOf, test, twoOfTheOffice, wake } from "./sync.mjs";
import { expectAccessible, screen } from "./support.mjs";
import { enter, expectFigure, openSheet, saved } from "./flows.mjs";

const BLOC = "Đảng bộ Khối thử";
const UNITS = ["Chi bộ A", "Chi bộ B", "Chi bộ C"];
const DRIVE = "Kết luận số 01-KL/TW";
const DAY_MS = 86_400_000;
/** Longer than the server remembers what was removed, and than a session lasts. */
const AWAY_MS = 401 * DAY_MS;

/** Runs in a page before anything of it: its clock goes by as much as is said in `clock`. */
function otherClock() {
  const Real = Date;
  const off = () => Number(localStorage.getItem("clock") ?? 0);
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length > 0) super(...given);
      else super(Real.now() + off());
    }
    static now() {
      return Real.now() + off();
    }
  };
}

/** What the server has, by its own digest. */
const digest = (page) => page.evaluate(async () => JSON.stringify(await (await fetch("/api/v1/digest")).json()));

test("a device that slept for 400 days signs in again, and both sides are the same", async ({ office, device }) => {
  test.setTimeout(240_000);
  const page = await device();
  const sleeper = async () => {
    const made = await device();
    await made.addInitScript(otherClock);
    return made;
  };
  const { here, other, there } = await twoOfTheOffice(page, office, sleeper, BLOC, UNITS);
  const sheet = (tab, bloc) => open(tab, `${office.url}/entry/headcount?bloc=${bloc}&period=2026`);
  const study = (tab, bloc) => open(tab, `${office.url}/study?bloc=${bloc}&show=all`);
  await study(page, here);
  await page.getByRole("button", { name: "Thêm đợt học tập" }).first().click();
  const form = page.getByRole("dialog", { name: "Thêm đợt học tập" });
  await form.getByLabel("Tên đợt").fill(DRIVE);
  await form.getByLabel("Từ ngày").fill("15/6/2021");
  await form.getByLabel("Đến ngày").fill("30/6/2021");
  await form.getByRole("button", { name: "Lưu đợt" }).click();
  await expect(form).toBeHidden();
  await inStep(page);
  await wake(other);
  await study(other, there);
  await expect(other.getByRole("link", { name: DRIVE })).toBeVisible({ timeout: 60_000 });
  await sheet(other, there);
  await inStep(other);

  // It goes to sleep with two figures that it has not sent.
  await other.context().setOffline(true);
  await enter(other, UNITS[0], 0, "7");
  await enter(other, UNITS[1], 0, "8");
  await saved(other);
  await expect(other.locator(".save-line")).toContainText("chưa gửi");

  // The office works on: another figure in one of these cells, a new one, and a study drive that goes.
  await sheet(page, here);
  await enter(page, UNITS[1], 0, "80");
  await enter(page, UNITS[2], 0, "90");
  await inStep(page);
  await study(page, here);
  await page.getByRole("link", { name: DRIVE }).click();
  await page.getByRole("button", { name: "Thao tác khác" }).click();
  await page.getByRole("menuitem", { name: "Xóa đợt" }).click();
  await expect(page.locator("h1")).toContainText("Chưa có đợt học tập nào");
  await inStep(page);

  // Four hundred days go by: every session but the office's is over, and what was removed is forgotten when the server next looks.
  const removed = "SELECT COUNT(*) FROM records WHERE removed_ms IS NOT NULL";
  expect(Number(ask(office, removed))).toBeGreaterThan(0);
  const [, token] = (await sessionOf(page, office)).match(/so-khoi=([^;]+)/);
  const kept = createHash("sha256").update(token).digest("hex");
  await alter(office, `UPDATE records SET removed_ms = removed_ms - ${AWAY_MS} WHERE removed_ms IS NOT NULL`);
  await alter(office, `DELETE FROM sessions WHERE token_hash <> '${kept}'`);
  await expect.poll(() => Number(ask(office, removed)), { message: "what was removed is forgotten" }).toBe(0);
  expect(Number(ask(office, "SELECT floor FROM feed"))).toBeGreaterThan(0);

  // It wakes up in another year, with the page as it was.
  await other.evaluate((ms) => localStorage.setItem("clock", String(ms)), AWAY_MS);
  expect(await other.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + 400 * DAY_MS);
  await other.context().setOffline(false);
  await wake(other);
  await open(other, `${office.url}/sync?bloc=${there}`);
  await expect(other.getByText(/Phiên đăng nhập đã hết/).first()).toBeVisible({ timeout: 60_000 });
  await expect(other.locator(".save-line")).toContainText("2 chưa gửi");
  await expectAccessible(other);
  await screen(other, "asleep");
  await other.getByRole("button", { name: "Đăng nhập lại" }).click();
  const dialog = other.getByRole("dialog");
  await dialog.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await dialog.locator("button[type=submit]").click();
  await inStep(other);

  // Its own figure stands, the contested cell keeps both, the new one has come, and the drive is gone.
  await expect(other.getByText("1 chỗ hai nơi nhập khác nhau, chờ chọn")).toBeVisible({ timeout: 60_000 });
  await wake(page);
  for (const [tab, bloc] of [[page, here], [other, there]]) {
    await sheet(tab, bloc);
    await expectFigure(tab, UNITS[0], 0, "7");
    await expectFigure(tab, UNITS[1], 0, "80");
    await expectFigure(tab, UNITS[2], 0, "90");
    await inStep(tab);
    await study(tab, bloc);
    await expect(tab.getByText("Chưa có đợt học tập nào").first()).toBeVisible();
  }
  await open(page, `${office.url}/sync?bloc=${here}`);
  const contest = page.locator(".contest").first();
  await expect(contest).toContainText("80");
  await expect(contest).toContainText("8");
  expect(await digest(other)).toBe(await digest(page));
});
