// Several devices and one server, for the specs of synchronising and of accounts:
//
//   import { expect, joinAs, makeAdmin, test } from "./sync.mjs";
//   test("…", async ({ page, office, device }) => {
//     await makeAdmin(page, office, { publish: "Đảng bộ Khối thử" });
//     const link = await inviteUnit(page, office, "Chi bộ A");
//     const phone = await device({ viewport: { width: 390, height: 844 } });
//     await joinAs(phone, link);
//
// Fixtures: `office` (a server of the test's own, with an empty database in a folder that is removed afterwards), `device` (makes
// a page in a browser context of its own: another person's device).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { saved, startBloc } from "./flows.mjs";
import { AppServer, expect, open, test as base } from "./support.mjs";

export { expect, open };

/** What every account of the tests signs in by: a sentence, as the page advises. */
export const PASSWORD = "mưa tạnh rồi nắng";

export const test = base.extend({
  office: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "so-khoi-server-"));
    const office = new AppServer(undefined, folder);
    await office.start();
    await use(office);
    await office.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  device: async ({ browser }, use) => {
    const contexts = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({
        locale: "vi-VN",
        timezoneId: "Asia/Ho_Chi_Minh",
        serviceWorkers: "block",
        ...options,
      });
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

/** The link for the first administrator, which the server prints when it starts without an account. */
export async function adminLink(office) {
  await expect.poll(() => office.said, { message: "what the server printed" }).toMatch(/\/join\/\S+/);
  const [, code] = office.said.match(/\/join\/(\S+)/);
  return `${office.url}/join/${code}`;
}

/** Fills in an invitation that is open. */
export async function takeUp(page, { name, password = PASSWORD } = {}) {
  if (name) await page.getByLabel("Tên tài khoản", { exact: true }).fill(name);
  await page.getByLabel("Mật khẩu mới").fill(password);
  await page.getByRole("button", { name: /^(Tham gia|Đặt mật khẩu)$/ }).click();
}

/** The first administrator joins, and publishes a bloc of this device. `bloc` is its name. Answers the bloc's id. */
export async function makeAdmin(page, office, bloc, name = "vpdu") {
  await open(page, await adminLink(office));
  await takeUp(page, { name });
  await expect(page.getByRole("heading", { name: "Máy chủ chưa có số liệu" })).toBeVisible();
  await page.getByRole("button", { name: `Đưa lên máy chủ: ${bloc}` }).click();
  return arrived(page);
}

/** Waits until everything is on the device; answers the bloc's id. */
export async function arrived(page) {
  await page.waitForURL((url) => !url.pathname.startsWith("/join") && url.searchParams.has("bloc"), { timeout: 60_000 });
  await expect(page.locator("h1").first()).toBeVisible();
  return new URL(page.url()).searchParams.get("bloc");
}

/** Invites the unit of this name from the settings; answers the link. */
export async function inviteUnit(page, office, unit) {
  await openAccounts(page, office);
  await page.getByRole("button", { name: "Mời", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Đơn vị", { exact: true }).selectOption({ label: unit });
  await dialog.getByRole("button", { name: "Tạo lời mời" }).click();
  const made = page.getByLabel("Liên kết", { exact: true });
  await expect(made).toHaveValue(/\/join\//);
  const link = await made.inputValue();
  await page.getByRole("dialog").getByRole("button", { name: "Xong" }).click();
  return link;
}

/** Opens the panel of accounts, with its lists. */
export async function openAccounts(page, office) {
  const bloc = new URL(page.url()).searchParams.get("bloc");
  await open(page, `${office.url}/settings${bloc ? `?bloc=${bloc}` : ""}`);
  await expect(page.getByRole("heading", { name: "Tài khoản và thiết bị" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Các lần đăng nhập" })).toBeVisible();
}

/** Another device joins by a link; answers the bloc's id there. */
export async function joinAs(page, link, given = {}) {
  await open(page, link);
  await takeUp(page, given);
  return arrived(page);
}

/** Changes the server's database while it is stopped: what only time would do. */
export async function alter(office, sql) {
  await office.stop();
  const program = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit(); c.close()";
  execFileSync("python3", ["-c", program, office.database(), sql]);
  await office.start();
}

/** What the server's database answers, while it runs: the first value of the first row. */
export function ask(office, sql) {
  const program = "import sqlite3, sys; print(sqlite3.connect(f'file:{sys.argv[1]}?mode=ro', uri=True).execute(sys.argv[2]).fetchone()[0])";
  return execFileSync("python3", ["-c", program, office.database(), sql], { encoding: "utf8" }).trim();
}

/** What the browser says when the network is back: the device then tries at once. */
export const wake = (page) => page.evaluate(() => window.dispatchEvent(new Event("online")));

/** Waits until a device says that everything is sent, or has nothing left but what waits for a person, and no cell waits any more. */
export async function inStep(page) {
  await expect(page.locator(".sheet__cell--unsent, .sheet__cell--saving, .sheet__cell--sending")).toHaveCount(0, { timeout: 60_000 });
  await expect(page.locator(".save-line")).toContainText(/^(?!.*chưa gửi).*(đã gửi hết|bị từ chối|chờ chọn)/, { timeout: 60_000 });
}

/** Presses the button that sends and fetches, and waits until what came of it is written. */
export async function exchange(page) {
  const now = page.getByRole("button", { name: "Đồng bộ ngay" });
  await expect(now).toBeEnabled({ timeout: 60_000 });
  const fetched = page.waitForResponse((answer) => answer.request().method() === "GET" && new URL(answer.url()).pathname === "/api/v1/changes", { timeout: 60_000 });
  await now.click();
  await fetched;
  // It cannot be pressed while anything is on its way.
  await expect(now).toBeEnabled({ timeout: 60_000 });
}

/** Another device of the same account signs in; answers the bloc's id there. */
export async function signIn(page, office) {
  await open(page, `${office.url}/join`);
  const way = page.getByRole("main").getByText("Đăng nhập bằng tài khoản đã có", { exact: true }).first();
  await expect(way).toBeVisible();
  await way.click();
  await page.getByLabel("Tên tài khoản", { exact: true }).fill("vpdu");
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  return arrived(page);
}

/** An office with a bloc, and a second device of the office. */
export async function twoOfTheOffice(page, office, device, bloc, units) {
  await startBloc(page, bloc, units, office.url);
  const here = await makeAdmin(page, office, bloc);
  await inStep(page);
  const other = await device();
  const there = await signIn(other, office);
  return { here, other, there };
}

/** Closes a period on the page of returns. */
export async function closePeriod(page, office, bloc, year) {
  await open(page, `${office.url}/returns?bloc=${bloc}&period=${year}`);
  await page.getByRole("button", { name: "Chốt số liệu…" }).click();
  const dialog = page.getByRole("dialog", { name: "Chốt số liệu" });
  await dialog.getByLabel("Ai chốt").fill("Văn phòng Đảng ủy Khối");
  await dialog.getByRole("button", { name: "Chốt", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator(".returns__closings")).toContainText("đã chốt số liệu");
  await saved(page);
}

/** What a browser would send as its session, though no script of the page reads it. */
export async function sessionOf(page, office) {
  const cookies = await page.context().cookies(office.url);
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** The status that the server answers whoever brings this session; 0 where nobody answers. */
export async function statusWith(office, cookie) {
  try {
    return (await fetch(`${office.url}/api/v1/me`, { headers: { cookie } })).status;
  } catch {
    return 0;
  }
}

/** Whether this browser remembers that a session is to be ended (src/platform/owed.rs). */
export const owesSignOut = (page) => page.evaluate(() => caches.has("so-khoi-leaving"));

/** Leaves the server from the settings, and takes the bloc off the device; there is no network. */
export async function wipeOffline(page) {
  await page.getByRole("button", { name: "Rời máy chủ" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Xóa Khối khỏi máy này", { exact: true }).click();
  await expect(dialog.getByText(/phiên đăng nhập chưa kết thúc được ngay/)).toBeVisible();
  return dialog;
}
