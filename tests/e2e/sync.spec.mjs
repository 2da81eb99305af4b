// What two devices enter while they do not hear of each other, what a server refuses, and a session that ends half way:
// nothing is lost, everything is seen, and both sides see the same in the end.
import { readFileSync } from "node:fs";
import { alter, closePeriod, exchange, expect, inStep, inviteUnit, joinAs, makeAdmin, open, openAccounts, PASSWORD, test, twoOfTheOffice, wake } from "./sync.mjs";
import { expectAccessible, expectNoSidewaysScroll, screen } from "./support.mjs";
import { enter, expectFigure, figure, openSheet, saved, startBloc } from "./flows.mjs";

const BLOC = "Đảng bộ Khối thử";
/** Thirty-three units of three cells each and a last one of one are a hundred cells; twenty of them are sixty. */
const UNITS = Array.from({ length: 34 }, (_, at) => `Chi bộ số ${String(at + 1).padStart(2, "0")}`);
const A = UNITS.map((_, at) => (at < 33 ? [1, 2, 3] : [1]).map((column) => 10 * (at + 1) + column));
const B = UNITS.slice(0, 20).map((_, at) => [1, 2, 3].map((column) => 1000 + 10 * (at + 1) + column));

/** Pastes rows of figures, the first into the first cell of a unit. */
async function paste(page, unit, rows) {
  await figure(page, unit, 0).click();
  const text = rows.map((row) => row.join("\t")).join("\n");
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

const sync = (page, office, bloc) => open(page, `${office.url}/sync?bloc=${bloc}`);
const part = (page, title) => page.locator(".section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
const contests = (page) => part(page, "Hai nơi nhập khác nhau");
const queue = (page) => part(page, "Thay đổi của máy này");

/** Sends and fetches by the page's button. */
async function syncNow(page, office, bloc) {
  await sync(page, office, bloc);
  await exchange(page);
}

test("a hundred cells offline against sixty: sixty conflicts, none lost, settled from either side, both the same", async ({ office, device }) => {
  test.setTimeout(300_000);
  const page = await device();
  const { here, other, there } = await twoOfTheOffice(page, office, device, BLOC, UNITS);
  await openSheet(page, here, "headcount", office.url);
  await openSheet(other, there, "headcount", office.url);

  // A works without a network; B enters sixty of the same cells and sends them.
  await page.context().setOffline(true);
  await paste(page, UNITS[0], A);
  await saved(page);
  await paste(other, UNITS[0], B);
  await saved(other);
  await inStep(other);

  // A comes back: forty of its cells stand, sixty wait for a choice.
  await page.context().setOffline(false);
  await wake(page);
  await inStep(page);
  await sync(page, office, here);
  await expect(contests(page).getByText("60 chỗ hai nơi nhập khác nhau, chờ chọn")).toBeVisible({ timeout: 60_000 });
  const first = page.locator(".contest").filter({ has: page.getByRole("heading", { name: UNITS[0], exact: true }) });
  await expect(first).toContainText("1.011");
  await expect(first).toContainText("11");
  await expect(first).toContainText("Tổng toàn Khối:");
  await expect(page.getByRole("navigation").getByText(/việc cần xem/).first()).toBeAttached();
  await expectAccessible(page);
  await screen(page, "sync-conflicts");
  await openSheet(page, here, "headcount", office.url);
  await expectFigure(page, UNITS[0], 0, "1.011");
  await expectFigure(page, UNITS[33], 0, "341");
  await expect(figure(page, UNITS[1], 0)).toHaveClass(/sheet__cell--conflicting/);

  // One is settled here by a third value and taken back, then again; one there; the rest at once.
  await sync(page, office, here);
  await first.getByRole("button", { name: /^Chọn từng ô/ }).click();
  const choices = first.locator(".contest__choice");
  await expect(choices).toHaveCount(3);
  for (let at = 0; at < 3; at += 1) await choices.nth(at).getByText("Đề nghị", { exact: true }).click();
  await choices.first().getByText("Số khác", { exact: true }).click();
  await choices.first().getByRole("textbox").fill("77");
  await first.getByRole("button", { name: /^Ghi/ }).click();
  await expect(contests(page).getByText("57 chỗ hai nơi nhập khác nhau, chờ chọn")).toBeVisible();
  await page.locator(".toast").getByRole("button", { name: "Hoàn tác" }).click();
  await expect(contests(page).getByText("60 chỗ hai nơi nhập khác nhau, chờ chọn")).toBeVisible();
  await first.getByRole("button", { name: /^Lấy cả 3 số đề nghị/ }).click();
  await expect(contests(page).getByText("57 chỗ hai nơi nhập khác nhau, chờ chọn")).toBeVisible();
  await inStep(page);

  await syncNow(other, office, there);
  await expect(contests(other).getByText("57 chỗ hai nơi nhập khác nhau, chờ chọn")).toBeVisible();
  const second = other.locator(".contest").filter({ has: other.getByRole("heading", { name: UNITS[1], exact: true }) });
  await second.getByRole("button", { name: /^Giữ cả 3 số đang dùng/ }).click();
  await expect(contests(other).getByText("54 chỗ hai nơi nhập khác nhau, chờ chọn")).toBeVisible();
  await other.locator(".contests__head").getByRole("button", { name: /^Lấy cả 54 số đề nghị/ }).click();
  await expect(contests(other).getByText("Không có chỗ nào nhập khác nhau")).toBeVisible();
  await inStep(other);

  await syncNow(page, office, here);
  await expect(contests(page).getByText("Không có chỗ nào nhập khác nhau")).toBeVisible();
  for (const [at, device] of [[here, page], [there, other]]) {
    await openSheet(device, at, "headcount", office.url);
    await expectFigure(device, UNITS[0], 0, "11");
    await expectFigure(device, UNITS[1], 0, "1.021");
    await expectFigure(device, UNITS[2], 0, "31");
    await expectFigure(device, UNITS[33], 0, "341");
  }
});

test("by keys alone a conflict is settled and taken back, at phone size too", async ({ office, device }) => {
  test.setTimeout(180_000);
  const page = await device();
  const { here, other, there } = await twoOfTheOffice(page, office, device, BLOC, UNITS.slice(0, 3));
  await openSheet(page, here, "headcount", office.url);
  await openSheet(other, there, "headcount", office.url);
  await page.context().setOffline(true);
  await enter(page, UNITS[0], 0, "12");
  await enter(page, UNITS[1], 0, "21");
  await saved(page);
  await enter(other, UNITS[0], 0, "15");
  await enter(other, UNITS[1], 0, "25");
  await inStep(other);
  await page.context().setOffline(false);
  await wake(page);
  await inStep(page);
  // From any page: g, then s.
  await page.keyboard.press("Escape");
  await page.locator("h1").first().focus();
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await page.waitForURL((url) => url.pathname === "/sync");
  await expect(page.locator(".contest")).toHaveCount(2);
  const take = page.getByRole("button", { name: /^Lấy 12/ });
  await take.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".contest")).toHaveCount(1);
  // The focus is on the next conflict, and the choice goes back by the keys of every undo.
  await expect(page.locator(".contest").getByRole("button", { name: /^Giữ 25/ })).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(page.locator(".contest")).toHaveCount(2);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await screen(page, "sync-conflicts-phone");
});

test("a figure for a period that was closed meanwhile is refused, seen, exported and withdrawn", async ({ page, office, device }) => {
  test.setTimeout(180_000);
  const bloc = (await startBloc(page, BLOC, UNITS.slice(0, 3), office.url)) && (await makeAdmin(page, office, BLOC));
  const link = await inviteUnit(page, office, UNITS[0]);
  const unit = await device();
  const there = await joinAs(unit, link);
  const id = new URL(unit.url()).pathname.split("/").at(-1);
  // A closed year closes its months.
  const year = new Date().getFullYear();
  await open(unit, `${office.url}/entry/headcount/${id}?bloc=${there}`);
  await expect(unit.locator("input.question__input").first()).toBeVisible();

  // The unit enters without a network; meanwhile the office closes the period.
  await unit.context().setOffline(true);
  await unit.locator("input.question__input").first().fill("34");
  await unit.locator("input.question__input").first().press("Enter");
  await expect(unit.locator(".save-line")).toContainText("1 chưa gửi");
  await closePeriod(page, office, bloc, year);
  await inStep(page);
  await unit.context().setOffline(false);
  await wake(unit);

  await sync(unit, office, there);
  const line = queue(unit).getByRole("row").filter({ hasText: "Bị từ chối" }).first();
  await expect(line).toBeVisible({ timeout: 60_000 });
  await expect(line).toContainText("34");
  await expect(line).toContainText("đã chốt số liệu");
  await expectAccessible(unit);
  await screen(unit, "sync-refused");
  const [file] = await Promise.all([unit.waitForEvent("download"), unit.getByRole("button", { name: "Tải CSV" }).click()]);
  expect(readFileSync(await file.path(), "utf8")).toContain("Bị từ chối");
  const [json] = await Promise.all([unit.waitForEvent("download"), unit.getByRole("button", { name: "Tải JSON" }).click()]);
  const entries = JSON.parse(readFileSync(await json.path(), "utf8"));
  expect(entries.some((entry) => entry.state === "rejected" && entry.problem.code === "closed-period")).toBe(true);
  await line.getByRole("button", { name: /^Rút/ }).click();
  await expect(queue(unit).getByRole("row").filter({ hasText: "Bị từ chối" })).toHaveCount(0);

  // From now on the unit is told before it types: who closed it, that it is only read, and whom to ask.
  await open(unit, `${office.url}/entry/headcount/${id}?bloc=${there}`);
  const answer = unit.locator("input.question__input").first();
  await expect(answer).toHaveValue("");
  await expect(answer).not.toBeEditable();
  await expect(unit.locator("main")).toContainText("(Văn phòng Đảng ủy Khối)");
  await expect(unit.locator("main")).toContainText("nhờ văn phòng Khối mở lại kỳ");
  await expect(unit.getByRole("link", { name: "Tình hình nộp báo cáo" }).and(unit.locator("main a"))).toHaveCount(0);
  await expect(unit.getByRole("button", { name: /^Nộp/ })).toHaveCount(0);
  await expect(unit.locator("h1")).toBeVisible();
  await answer.focus();
  await unit.keyboard.press("5");
  await expect(unit.locator(".toast")).toContainText("Muốn sửa, nhờ văn phòng Khối mở lại kỳ.");
  await expect(answer).toHaveValue("");
});

test("nobody is offered what the server would refuse: a unit accepts nothing, a viewer types nothing", async ({ page, office, device }) => {
  test.setTimeout(180_000);
  await startBloc(page, BLOC, UNITS.slice(0, 3), office.url);
  await makeAdmin(page, office, BLOC);
  const link = await inviteUnit(page, office, UNITS[0]);
  const unit = await device({ viewport: { width: 390, height: 844 } });
  const there = await joinAs(unit, link);
  const id = new URL(unit.url()).pathname.split("/").at(-1);
  await open(unit, `${office.url}/entry/admission/${id}?bloc=${there}`);
  await unit.locator("input.question__input").first().fill("3");
  await unit.locator("input.question__input").first().press("Enter");
  await unit.getByRole("button", { name: /^Nộp/ }).click();
  // It was handed in: accepting it is the office's, taking it back is the unit's.
  await expect(unit.getByRole("button", { name: /^Nộp/ })).toHaveCount(0);
  await expect(unit.getByRole("button", { name: "Chấp nhận" })).toHaveCount(0);
  await saved(unit);
  await inStep(unit);

  await openAccounts(page, office);
  await page.getByRole("button", { name: "Mời", exact: true }).click();
  const asked = page.getByRole("dialog");
  await asked.getByLabel("Mời ai").selectOption("viewer");
  await asked.getByRole("button", { name: "Tạo lời mời" }).click();
  await expect(page.getByLabel("Liên kết", { exact: true })).toHaveValue(/\/join\//);
  const toViewer = await page.getByLabel("Liên kết", { exact: true }).inputValue();
  const viewer = await device();
  const seen = await joinAs(viewer, toViewer, { name: "lanh-dao" });
  await openSheet(viewer, seen, "admission", office.url);
  await expectFigure(viewer, UNITS[0], 0, "3");
  await expect(viewer.locator("main")).toContainText("Tài khoản này chỉ xem số liệu ở đây.");
  await expect(viewer.getByRole("button", { name: /^(Nộp|Chấp nhận)/ })).toHaveCount(0);
  await figure(viewer, UNITS[0], 0).click();
  await viewer.keyboard.type("8");
  await expect(viewer.locator(".toast")).toContainText("Tài khoản này chỉ xem");
  await viewer.keyboard.press("Delete");
  await expectFigure(viewer, UNITS[0], 0, "3");
  await expect(viewer.locator(".save-line")).toContainText("đã gửi hết");
  await expectAccessible(viewer);
  await screen(viewer, "entry-viewer");
});

test("a session that ends half way keeps everything and asks once", async ({ page, office }) => {
  test.setTimeout(180_000);
  await startBloc(page, BLOC, UNITS.slice(0, 3), office.url);
  const bloc = await makeAdmin(page, office, BLOC);
  await inStep(page);
  await openSheet(page, bloc, "headcount", office.url);
  await alter(office, "DELETE FROM sessions");
  await enter(page, UNITS[0], 0, "34");
  await saved(page);
  await wake(page);
  await sync(page, office, bloc);
  await expect(page.getByText(/Phiên đăng nhập đã hết/).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.locator(".save-line")).toContainText("chưa gửi");
  await expect(queue(page).getByRole("row").filter({ hasText: "34" })).toContainText("Chờ gửi");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Đăng nhập lại" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await dialog.locator("button[type=submit]").click();
  await inStep(page);
  await openSheet(page, bloc, "headcount", office.url);
  await expectFigure(page, UNITS[0], 0, "34");
});

test("a bloc without a server says what one is for and how to hand over", async ({ page }) => {
  const bloc = await startBloc(page, BLOC, UNITS.slice(0, 3));
  await open(page, `/sync?bloc=${bloc}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Khối này chỉ có trên máy này");
  await expect(page.locator(".save-line")).not.toContainText("chưa gửi");
  await expect(page.getByRole("link", { name: "Đến Sao lưu, chuyển máy" })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});
