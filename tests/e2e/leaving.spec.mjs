// A device that is handed back, and what the office's second account sees of the accounts.
import { readFileSync } from "node:fs";
import {
  arrived,
  closePeriod,
  expect,
  inStep,
  inviteUnit,
  joinAs,
  makeAdmin,
  open,
  openAccounts,
  owesSignOut,
  sessionOf,
  statusWith,
  takeUp,
  test,
  wake,
  wipeOffline,
} from "./sync.mjs";
import { expectAccessible, offlineReady, screen } from "./support.mjs";
import { enter, expectFigure, openSheet, saved, startBloc } from "./flows.mjs";

const BLOC = "Đảng bộ Khối thử";
const UNITS = ["Chi bộ A", "Chi bộ B", "Đảng bộ C"];

/** The names of the databases of blocs. */
const kept = (page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name.startsWith("so-khoi/")));

test("wiping offers a backup, takes the bloc from the device and leaves another one alone", async ({ page, office, device }) => {
  test.setTimeout(180_000);
  await startBloc(page, BLOC, UNITS, office.url);
  await makeAdmin(page, office, BLOC);
  const link = await inviteUnit(page, office, "Chi bộ A");

  // A device with a bloc of its own joins as well.
  const tablet = await device();
  const own = await startBloc(tablet, "Khối riêng", ["Chi bộ Một", "Chi bộ Hai"], office.url);
  await openSheet(tablet, own, "headcount", office.url);
  await enter(tablet, "Chi bộ Một", 0, "41");
  await saved(tablet);
  const joined = await joinAs(tablet, link);
  expect(await kept(tablet)).toEqual(expect.arrayContaining([`so-khoi/${own}`, `so-khoi/${joined}`]));

  await openAccounts(tablet, office);
  await tablet.getByRole("button", { name: "Rời máy chủ" }).click();
  const dialog = tablet.getByRole("dialog");
  const [file] = await Promise.all([tablet.waitForEvent("download"), dialog.getByRole("button", { name: /sao lưu/ }).click()]);
  expect(readFileSync(await file.path()).subarray(0, 7).toString()).toBe("sokhoi ");
  await dialog.getByText("Xóa Khối khỏi máy này", { exact: true }).click();
  await expect(dialog.getByText(/Không hoàn tác được; số liệu vẫn còn trên máy chủ/)).toBeVisible();
  await expectAccessible(tablet);
  await screen(tablet, "leave-wipe");
  await dialog.getByRole("button", { name: "Rời máy chủ" }).click();
  await expect(tablet.getByText("Đã rời máy chủ.")).toBeVisible();

  await expect.poll(() => kept(tablet)).toEqual([`so-khoi/${own}`]);
  expect(await tablet.evaluate(async () => (await fetch("/api/v1/me")).status), "nobody is signed in").toBe(401);
  await open(tablet, `${office.url}/units?bloc=${joined}`);
  await expect(tablet.getByText("Chi bộ B", { exact: true })).toHaveCount(0);
  await openSheet(tablet, own, "headcount", office.url);
  await expectFigure(tablet, "Chi bộ Một", 0, "41");
  // What the server has is untouched.
  await open(page, `${office.url}/units`);
  await expect(page.getByText("Chi bộ A").first()).toBeVisible();
});

test("a device that is wiped without a network ends its session as soon as there is one", async ({ page, office, device }) => {
  test.setTimeout(180_000);
  await startBloc(page, BLOC, UNITS, office.url);
  await makeAdmin(page, office, BLOC);
  const link = await inviteUnit(page, office, "Chi bộ A");
  const phone = await device({ viewport: { width: 390, height: 844 }, serviceWorkers: "allow" });
  await joinAs(phone, link);
  await offlineReady(phone);
  await openAccounts(phone, office);
  const session = await sessionOf(phone, office);
  expect(await statusWith(office, session)).toBe(200);

  await office.stop();
  await wake(phone);
  const dialog = await wipeOffline(phone);
  // It says until when the session lasts otherwise.
  await expect(dialog).toContainText(/phiên còn đến \d{2}\/\d{2}\/\d{4}/);
  await expectAccessible(phone);
  await screen(phone, "leave-offline-phone");
  await dialog.getByRole("button", { name: "Rời máy chủ" }).click();
  await expect(phone.getByText("Phiên đăng nhập sẽ kết thúc khi máy có mạng lại.")).toBeVisible();
  await expect.poll(() => kept(phone)).toEqual([]);
  expect(await owesSignOut(phone)).toBe(true);

  await office.start();
  expect(await statusWith(office, session), "until then it is open").toBe(200);
  await expect.poll(() => statusWith(office, session), { timeout: 60_000 }).toBe(401);
  await expect.poll(() => owesSignOut(phone)).toBe(false);
});

test("what leaving would lose is counted, and goes only when it is in a file or given up", async ({ page, office, device }) => {
  test.setTimeout(180_000);
  await startBloc(page, BLOC, UNITS, office.url);
  const bloc = await makeAdmin(page, office, BLOC);
  const link = await inviteUnit(page, office, "Chi bộ A");
  const unit = await device();
  const there = await joinAs(unit, link);
  const id = new URL(unit.url()).pathname.split("/").at(-1);
  await open(unit, `${office.url}/entry/headcount/${id}?bloc=${there}`);
  await expect(unit.locator("input.question__input").first()).toBeVisible();
  await unit.context().setOffline(true);
  await unit.locator("input.question__input").first().fill("34");
  await unit.locator("input.question__input").first().press("Enter");
  await expect(unit.locator(".save-line")).toContainText("1 chưa gửi");
  await closePeriod(page, office, bloc, new Date().getFullYear());
  await inStep(page);
  await unit.context().setOffline(false);
  await wake(unit);
  await open(unit, `${office.url}/sync?bloc=${there}`);
  await expect(unit.getByRole("row").filter({ hasText: "Bị từ chối" })).toHaveCount(1, { timeout: 60_000 });

  await openAccounts(unit, office);
  await unit.getByRole("button", { name: "Rời máy chủ" }).click();
  const dialog = unit.getByRole("dialog").first();
  await expect(dialog).toContainText("1 thay đổi máy chủ không nhận sẽ mất khi rời máy chủ.");
  await dialog.getByRole("button", { name: "Rời máy chủ" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: "đánh dấu là không cần giữ" })).toBeVisible();
  await expectAccessible(unit);
  await screen(unit, "leave-refused");
  const [file] = await Promise.all([
    unit.waitForEvent("download"),
    dialog.getByRole("button", { name: "Tải danh sách các thay đổi này" }).click(),
  ]);
  const list = readFileSync(await file.path(), "utf8");
  expect(list).toContain("Bị từ chối");
  expect(list).toContain("34");
  await expect(dialog).toContainText("Đã tải danh sách các thay đổi này.");
  await dialog.getByRole("button", { name: "Rời máy chủ" }).click();
  await expect(unit.getByText("Đã rời máy chủ.")).toBeVisible();
  await expect(unit.getByRole("dialog")).toHaveCount(0);
  expect(await unit.evaluate(async () => (await fetch("/api/v1/me")).status)).toBe(401);
});

test("an office account invites units and viewers, and changes neither administrators nor roles", async ({ page, office, device }) => {
  test.setTimeout(180_000);
  await startBloc(page, BLOC, UNITS, office.url);
  await makeAdmin(page, office, BLOC);
  await openAccounts(page, office);
  await page.getByRole("button", { name: "Mời", exact: true }).click();
  const asked = page.getByRole("dialog");
  await asked.getByLabel("Mời ai").selectOption("editor");
  await expect(asked.getByLabel("Đơn vị", { exact: true })).toHaveCount(0);
  // A round of news meanwhile takes nothing of it away. The second begins when the first is through.
  for (let round = 0; round < 2; round += 1) {
    const news = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/api/v1/changes");
    await wake(page);
    await news;
  }
  await expect(asked.getByLabel("Mời ai")).toHaveValue("editor");
  await asked.getByRole("button", { name: "Tạo lời mời" }).click();
  const made = page.getByLabel("Liên kết", { exact: true });
  await expect(made).toHaveValue(/\/join\//);
  const link = await made.inputValue();

  const editor = await device();
  await open(editor, link);
  await takeUp(editor, { name: "van-phong" });
  await arrived(editor);
  await openAccounts(editor, office);
  await expect(editor.getByRole("heading", { name: "Tài khoản của Khối" })).toBeVisible();
  // The administrator is listed, and cannot be changed from here.
  const admin = editor.locator(".blocs__row").filter({ has: editor.getByText("vpdu", { exact: true }) });
  await expect(admin).toBeVisible();
  await expect(admin.getByRole("button")).toHaveCount(0);
  await editor.getByRole("button", { name: "Mời", exact: true }).click();
  const dialog = editor.getByRole("dialog");
  const roles = dialog.getByLabel("Mời ai").locator("option");
  await expect.poll(() => roles.evaluateAll((options) => options.map((option) => option.value))).toEqual(["unit", "viewer"]);
  await dialog.getByLabel("Mời ai").selectOption("unit");
  await dialog.getByLabel("Đơn vị", { exact: true }).selectOption({ label: "Chi bộ B" });
  await dialog.getByRole("button", { name: "Tạo lời mời" }).click();
  await expect(editor.getByLabel("Liên kết", { exact: true })).toHaveValue(/\/join\//);
  const toUnit = await editor.getByLabel("Liên kết", { exact: true }).inputValue();
  await expectAccessible(editor);
  await editor.getByRole("dialog").getByRole("button", { name: "Xong" }).click();

  const phone = await device({ viewport: { width: 390, height: 844 } });
  await joinAs(phone, toUnit);
  await expect(phone.getByText("Chi bộ B").first()).toBeVisible();
  // The unit's account: a new password can be given, no other role and no lock.
  await openAccounts(editor, office);
  await editor.getByRole("button", { name: /^Sửa: chi-bo-b/ }).click();
  const edit = editor.getByRole("dialog");
  await expect(edit.getByRole("button", { name: "Mật khẩu mới" })).toBeVisible();
  await expect(edit.getByRole("button", { name: "Khóa" })).toHaveCount(0);
  await expect(edit.getByRole("combobox")).toHaveCount(0);
  await screen(editor, "accounts-editor");
  await edit.getByRole("button", { name: "Mật khẩu mới" }).click();
  await expect(editor.getByLabel("Liên kết", { exact: true })).toHaveValue(/\/join\//);
  // And the server holds the same, whatever a page would ask.
  const answered = await editor.evaluate(async () => {
    const body = JSON.stringify({ name: "them", role: "admin" });
    const headers = { "Content-Type": "application/json" };
    return (await fetch("/api/v1/invitations", { method: "POST", headers, body })).status;
  });
  expect(answered).toBe(403);
});
