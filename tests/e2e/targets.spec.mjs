// Targets: the demo's year and the next one, each target with how it was computed; one's own, added, edited, removed and
// brought back, copied to the next year, divided among units.
import { expect, expectAccessible, expectNoSidewaysScroll, open, test } from "./support.mjs";
import { openDemo, saved, startBloc } from "./flows.mjs";

const UNITS = ["Đảng bộ Sở Nội vụ", "Chi bộ Báo tỉnh", "Đảng bộ Sở Y tế"];

const fact = (page, name) => page.locator(".fact-sheet__fact").filter({ hasText: name });
const section = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });
const toast = (page, text) => page.locator(".toast").filter({ hasText: text });

/** Chooses a deed of the menu beside the main button. */
async function deed(page, name) {
  await page.getByRole("button", { name: "Thao tác khác" }).click();
  await page.getByRole("menuitem", { name }).click();
}

/** Adds a target of admissions for 2023 by the form; answers when it is on the page. */
async function addAdmissions(page, level) {
  await page.getByRole("button", { name: "Thêm chỉ tiêu" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Chỉ số", { exact: true }).selectOption({ label: "Kết nạp đảng viên" });
  await form.getByLabel("Mức giao", { exact: true }).fill(level);
  await form.getByRole("button", { name: "Lưu chỉ tiêu" }).click();
  await expect(form).toBeHidden();
}

test("the demo's year: one target, its bar, how it was computed, its chain", async ({ page }) => {
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  // The overview's cards lead here.
  await page.getByRole("link", { name: "Kết nạp đảng viên" }).first().click();
  await expect(page).toHaveURL(/\/targets\/admitted-2022/);
  await expect(page.locator("h1")).toHaveText("Kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 9");
  await expect(fact(page, "Mức giao")).toContainText("≥ 130");
  await expect(fact(page, "Còn thiếu")).toContainText("9");
  await expect(fact(page, "Thời gian đã qua")).toContainText("327/365 ngày");
  await expect(section(page, "Cách tính")).toContainText("Đúng tiến độ: đã có 121; tiến độ đều đến nay là 117");
  await expect(section(page, "Cách tính").locator("svg text").filter({ hasText: "121/130" })).toBeVisible();
  await expect(fact(page, "Tiến độ đều đến nay")).toContainText("117");
  await expect(fact(page, "Tiến độ đều đến nay")).not.toContainText("116");
  await expect(fact(page, "Cần mỗi tuần")).toContainText("đảng viên");
  const chain = section(page, "Chuỗi chỉ tiêu từ nhiệm kỳ đến đơn vị");
  await expect(chain.getByRole("row", { name: /Năm 2022/ })).toContainText("121");
  await expect(section(page, "Lịch sử sửa đổi")).toContainText("chưa được sửa trên máy này");
  await expectAccessible(page);
  await open(page, `/targets?bloc=${bloc}`);
  await expect(page.locator("h1")).toHaveText("1 chỉ tiêu, đúng tiến độ");
  await page.getByText("Biểu đồ", { exact: true }).click();
  await expect(page.locator("main svg text").filter({ hasText: "121/130" }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByText("Các đơn vị", { exact: true }).click();
  await page.getByText("Bảng", { exact: true }).click();
  await expect(page.getByRole("row").nth(5)).toContainText("Kết nạp đảng viên");
  expect(page.url()).toContain("whose=units");
});

test("a year ahead: what is not due, what it was the year before", async ({ page }) => {
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  await open(page, `/targets?bloc=${bloc}&period=2023`);
  await expect(page.locator("h1")).toHaveText("5 chỉ tiêu, đều chưa đến kỳ");
  const culture = page.locator(".stat-card").filter({ hasText: "Cơ quan, đơn vị đạt chuẩn văn hóa" });
  await expect(culture).toContainText("từ 80% trở lên");
  await page.getByText("Bảng", { exact: true }).click();
  await page.getByRole("link", { name: "Kết nạp đảng viên" }).click();
  await expect(section(page, "Cách tính")).toContainText("Chưa đến kỳ: kỳ bắt đầu ngày 01/01/2023");
  const before = section(page, "Các năm trước");
  await expect(before.getByRole("row", { name: /Năm 2022/ })).toContainText("121");
});

test("a bad level names its field and its remedy, and nothing typed is lost", async ({ page }) => {
  const bloc = await startBloc(page, "Đảng bộ Khối tỉnh Mẫu", UNITS);
  await open(page, `/targets?bloc=${bloc}&period=2023`);
  await expect(page.getByText("Chưa có chỉ tiêu nào cho kỳ này")).toBeVisible();
  await page.getByRole("button", { name: "Thêm chỉ tiêu" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Mức giao", { exact: true }).fill("121/130");
  await form.getByRole("button", { name: "Lưu chỉ tiêu" }).click();
  await expect(form.getByText(/Lời văn chỉ tiêu: chưa có/)).toBeVisible();
  await expect(form.getByText(/Mức giao: là một kết quả dạng 121\/130/)).toBeVisible();
  await expect(form.getByLabel("Lời văn chỉ tiêu")).toBeFocused();
  await expectAccessible(page);
  await form.getByLabel("Lời văn chỉ tiêu").fill("Chi bộ sinh hoạt đúng định kỳ");
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await page.getByRole("button", { name: "Thêm chỉ tiêu" }).first().click();
  await expect(form.getByLabel("Lời văn chỉ tiêu")).toHaveValue("Chi bộ sinh hoạt đúng định kỳ");
  await expect(form.getByLabel("Mức giao", { exact: true })).toHaveValue("121/130");
  await form.getByText("Phần trăm", { exact: true }).click();
  await form.getByLabel("Mức giao", { exact: true }).fill("100");
  await form.getByLabel("Ngày ban hành").fill("20/12/2022");
  await form.getByLabel(/^Số \(/).fill("05");
  await form.getByRole("button", { name: "Lưu chỉ tiêu" }).click();
  await expect(form).toBeHidden();
  await expect(page.locator(".stat-card")).toContainText("chưa có chỉ số để tính");
});

test("an own target is edited, told in its history, removed and brought back", async ({ page }) => {
  const bloc = await startBloc(page, "Đảng bộ Khối tỉnh Mẫu", UNITS);
  await open(page, `/targets?bloc=${bloc}&period=2023`);
  await addAdmissions(page, "130");
  await page.getByRole("link", { name: "Kết nạp đảng viên" }).click();
  await page.getByRole("button", { name: "Sửa chỉ tiêu" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Mức giao", { exact: true }).fill("1.250");
  await form.getByLabel("Ký hiệu").fill("NQ/ĐUK");
  await form.getByRole("button", { name: "Lưu chỉ tiêu" }).click();
  await expect(fact(page, "Mức giao")).toContainText("≥ 1.250");
  await saved(page);
  const history = section(page, "Lịch sử sửa đổi");
  const level = history.getByRole("row").filter({ hasText: "1.250" });
  await expect(level).toContainText("130");
  await expect(level).toContainText("người dùng máy này");
  await deed(page, "Xóa chỉ tiêu");
  await expect(page).toHaveURL(/\/targets\?/);
  await expect(page.getByText("Chưa có chỉ tiêu nào cho kỳ này")).toBeVisible();
  await toast(page, "Đã xóa chỉ tiêu").getByRole("button", { name: "Hoàn tác" }).click();
  await expect(page.getByRole("link", { name: "Kết nạp đảng viên" })).toBeVisible();
});

test("a target is divided among units exactly, edited before it is applied, and taken back at once", async ({ page }) => {
  const bloc = await startBloc(page, "Đảng bộ Khối tỉnh Mẫu", UNITS);
  await open(page, `/targets?bloc=${bloc}&period=2023`);
  await addAdmissions(page, "130");
  await page.getByRole("link", { name: "Kết nạp đảng viên" }).click();
  await deed(page, "Giao cho đơn vị");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Đều nhau", { exact: true }).click();
  await expect(dialog.getByText("Cộng 130/130, vừa đủ")).toBeVisible();
  await expect(dialog.getByLabel("Chi bộ Báo tỉnh")).toHaveValue(/^4[34]$/);
  await expectAccessible(page);
  await dialog.getByLabel("Chi bộ Báo tỉnh").fill("bốn mươi");
  await expect(dialog.getByText(/Chi bộ Báo tỉnh: không phải là số đếm/)).toBeVisible();
  // It cannot be applied while a line is not understood.
  await dialog.getByRole("button", { name: "Áp dụng" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  await dialog.getByLabel("Chi bộ Báo tỉnh").fill("40");
  await expect(dialog.getByText(/Cộng 12[67]\/130, còn [34] chưa giao/)).toBeVisible();
  await dialog.getByRole("button", { name: "Áp dụng" }).click();
  await expect(dialog).toBeHidden();
  const chain = section(page, "Chuỗi chỉ tiêu từ nhiệm kỳ đến đơn vị");
  await expect(chain.getByRole("row", { name: /Chi bộ Báo tỉnh/ })).toContainText("≥ 40");
  await expect(chain).toContainText(/Các phần cộng lại là 12[67], không bằng 130/);
  // It is said for as long as it is so: on the page, and among the findings, which lead back here.
  const note = page.locator(".notice--warning").filter({ hasText: "không bằng 130" });
  await note.getByRole("link", { name: "Xem ở mục Cần xem lại" }).click();
  await page.locator(".finding").filter({ hasText: "cộng lại là" }).getByRole("link", { name: "Xem chỉ tiêu" }).click();
  // The lines that nobody typed are made to fit.
  await note.getByRole("button", { name: "Giao cho đơn vị" }).click();
  await dialog.getByLabel("Chi bộ Báo tỉnh").fill("41");
  await dialog.getByRole("button", { name: "Chia lại các dòng chưa sửa" }).click();
  await expect(dialog.getByText("Cộng 130/130, vừa đủ")).toBeVisible();
  await expect(dialog.getByLabel("Chi bộ Báo tỉnh")).toHaveValue("41");
  await dialog.getByRole("button", { name: "Áp dụng" }).click();
  await expect(dialog).toBeHidden();
  await expect(note).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(note).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(chain.getByRole("row")).toHaveCount(2);
});

test("a year's targets are copied to the next, once, and taken back", async ({ page }) => {
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  await open(page, `/targets?bloc=${bloc}&period=2023`);
  await deed(page, "Chép sang năm sau");
  const copied = toast(page, /Đã chép \d+ chỉ tiêu sang năm 2024/);
  await expect(copied).toBeVisible();
  await saved(page);
  await open(page, `/targets?bloc=${bloc}&period=2024`);
  await expect(page.locator("h1")).toContainText("5 chỉ tiêu");
  await expect(page.getByText(/\d chỉ tiêu chưa có văn bản giao/)).toBeVisible();
  // Copies are marked until a person has looked them through: all at once, or one.
  await expect(page.locator(".stat-card").filter({ hasText: "chép từ năm 2023, chưa rà soát" })).toHaveCount(5);
  const copies = page.locator(".notice").filter({ hasText: "chép từ năm trước, chưa rà soát" });
  await copies.getByRole("button", { name: "Đã rà soát tất cả" }).click();
  await expect(copies).toHaveCount(0);
  await toast(page, /Đã ghi nhận \d+ chỉ tiêu/).getByRole("button", { name: "Hoàn tác" }).click();
  await expect(copies).toContainText("5 chỉ tiêu");
  await page.getByText("Bảng", { exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: "chép từ năm 2023, chưa rà soát" })).toHaveCount(5);
  await page.getByRole("link", { name: "Kết nạp đảng viên" }).click();
  await page.getByRole("button", { name: "Đã rà soát" }).click();
  await expect(page.getByRole("button", { name: "Đã rà soát" })).toHaveCount(0);
  await expectAccessible(page);
  await saved(page);
  await open(page, `/targets?bloc=${bloc}&period=2024`);
  await expect(copies).toContainText("4 chỉ tiêu");
  await open(page, `/targets?bloc=${bloc}&period=2023`);
  await deed(page, "Chép sang năm sau");
  await expect(toast(page, "Không chép thêm chỉ tiêu nào sang năm 2024")).toBeVisible();
  await page.keyboard.press("Escape");
  // The review, then the copying.
  await page.keyboard.press("Control+z");
  await saved(page);
  await open(page, `/targets?bloc=${bloc}&period=2024`);
  await expect(copies).toContainText("5 chỉ tiêu");
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Chưa có chỉ tiêu nào cho kỳ này")).toBeVisible();
});

test("a term's targets: of which, more than, of the whole, term and years", async ({ page }) => {
  const bloc = await openDemo(page, /Điện Biên/);
  await open(page, `/targets?bloc=${bloc}&period=2020..2025&view=table`);
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  await expect(row("≥ 750")).toHaveCount(1);
  await expect(row("> 85%").first()).toBeVisible();
  await expect(row("trong đó").filter({ hasText: "≥ 20%" }).first()).toBeVisible();
  await expect(row("≥ 150")).toHaveCount(5);
  await row("≥ 750").getByRole("link").click();
  const chain = section(page, "Chuỗi chỉ tiêu từ nhiệm kỳ đến đơn vị");
  await expect(chain.getByRole("row").filter({ hasText: "≥ 150" })).toHaveCount(5);
  await expect(chain.getByRole("row", { name: /Nhiệm kỳ 2020–2025/ })).toContainText("750");
  await expect(chain).not.toContainText("không bằng");
  await expectAccessible(page);
});

test("the page fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  for (const path of [`/targets?bloc=${bloc}&period=2023`, `/targets?bloc=${bloc}&view=table`, `/targets/admitted-2022?bloc=${bloc}`]) {
    await open(page, path);
    await expect(page.locator("h1")).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
});
