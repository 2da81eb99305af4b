// A table made elsewhere, read into a form: pasted or from a file, corrected, written at once, undone at once.
import { readFileSync } from "node:fs";
import { expect, expectAccessible, expectNoSidewaysScroll, open, test } from "./support.mjs";
import { expectFigure, openDemo, openSheet, saved, startBloc } from "./flows.mjs";

const UNITS = ["Đảng bộ Sở Giáo dục và Đào tạo", "Đảng bộ Sở Y tế", "Chi bộ Thanh tra tỉnh", "Chi bộ Báo tỉnh"];
const SHEET = [
  "ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH\t\t\t",
  "Số lượng đảng viên, quần chúng\t\t\t",
  "STT\tTên tổ chức đảng\tĐảng viên\tQuần chúng",
  "(1)\t(2)\t(3)\t(4)",
  "I\tKhối hành chính\t\t",
  "1\tĐU Sở GD&ĐT\t1.204\t35",
  "2\tsở y tế\t87\t12",
  "3\tCB Thanh tra\t9\t1.5",
  "\tCộng\t1.300\t48",
  "4\tĐài Phát thanh\t21\t3",
].join("\n");

/** Pastes as a person does: the text comes into the field at once. */
async function paste(page, text) {
  await page.getByLabel("Dán bảng vào đây").fill(text);
}

/** Chooses from the sheet's menu of tables. */
async function choose(page, action) {
  await page.getByRole("button", { name: "Bảng tính" }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

const column = (page, header) => page.getByRole("combobox", { name: `Ghi vào: ${header}` });
const refusal = (page) => page.locator(".import__source").getByRole("alert");

test("a messy table becomes figures in one act, and goes in one", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "headcount");
  await choose(page, "Nhập từ bảng");
  await expect(page.locator("h1")).toHaveText("Dán bảng từ Excel, hoặc chọn tệp");
  await paste(page, SHEET);
  await expect(page.locator("h1")).toHaveText("Sẽ ghi 6 số, trong đó 1 số cần xem kỹ; 1 hàng chưa rõ đơn vị");
  await expect(page.getByText("4 hàng đơn vị, 2 cột số liệu; bỏ qua 1 hàng cộng, tiêu đề nhóm")).toBeVisible();
  await expect(column(page, "Đảng viên")).toHaveValue("head_count.members");
  // What is not understood is said with its remedy, and is written as it stands.
  const changes = page.locator(".section").filter({ hasText: "Sẽ thay đổi" });
  await expect(changes.getByRole("row").nth(1)).toContainText("Gõ số nguyên");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  // A row that nobody knows is given to a unit by hand.
  await page.getByRole("combobox", { name: "Đài Phát thanh" }).selectOption({ label: "Chi bộ Báo tỉnh" });
  await page.getByRole("button", { name: "Ghi 8 số vào sổ" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
  await expectFigure(page, "Sở Giáo dục", 0, "1.204");
  await expectFigure(page, "Báo tỉnh", 1, "3");
  await expectFigure(page, "Thanh tra", 1, "1.5");
  await saved(page);
  await page.reload();
  await expectFigure(page, "Sở Y tế", 0, "87");
  await page.keyboard.press("Control+z");
  await expectFigure(page, "Sở Y tế", 0, "");
});

test("a file in the encoding of old machines, the same twice changes nothing, and a choice is remembered", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await open(page, `/import/headcount?bloc=${bloc}`);
  // UTF-16, as Excel saves "Unicode text".
  const table = "Đơn vị\tTổng số ĐV\nĐảng bộ Sở Y tế\t87\n";
  const file = { name: "so-lieu.txt", mimeType: "text/plain", buffer: Buffer.from(`\ufeff${table}`, "utf16le") };
  await page.getByLabel("Chọn tệp").setInputFiles(file);
  await expect(page.locator("h1")).toHaveText("Chưa có số nào để ghi");
  await column(page, "Tổng số ĐV").selectOption("head_count.members");
  await page.getByRole("button", { name: "Ghi 1 số vào sổ" }).click();
  await expectFigure(page, "Sở Y tế", 0, "87");
  await saved(page);
  await open(page, `/import/headcount?bloc=${bloc}`);
  await page.getByLabel("Chọn tệp").setInputFiles(file);
  await expect(column(page, "Tổng số ĐV")).toHaveValue("head_count.members");
  await expect(page.getByText("Không có gì thay đổi")).toBeVisible();
  await expect(page.getByRole("button", { name: /Ghi 0 số/ })).toHaveAttribute("aria-disabled", "true");
});

test("what is no table is refused with the remedy, and nothing is lost", async ({ page }) => {
  const bloc = await openDemo(page);
  await open(page, `/import/headcount?bloc=${bloc}`);
  await paste(page, "một\thai\n1\t2\n");
  await expect(refusal(page)).toContainText("Không thấy cột nào có tên đơn vị");
  await expect(page.getByLabel("Dán bảng vào đây")).toHaveValue(/một\thai/);
  await page.getByLabel("Chọn tệp").setInputFiles({ name: "so-lieu.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK\x03\x04") });
  await expect(refusal(page)).toContainText("Tệp hỏng");
  await paste(page, "a\t".repeat(500));
  await expect(refusal(page)).toContainText("hơn 400 cột");
});

test("what is downloaded comes back as it was, and a blank form is filled in and read", async ({ page }) => {
  const bloc = await openDemo(page);
  await openSheet(page, bloc, "headcount");
  const download = async (action) => {
    const file = page.waitForEvent("download");
    await choose(page, action);
    return await file;
  };
  const filled = await download("Tải số liệu về (CSV)");
  expect(filled.suggestedFilename()).toBe("headcount-2021-07.csv");
  const text = readFileSync(await filled.path(), "utf8");
  expect(text.startsWith("\ufeffSTT;Tên đơn vị;")).toBe(true);
  expect(text.split("\r\n").length).toBe(1 + 73 + 1);
  const blank = readFileSync(await (await download("Tải biểu trống về (CSV)")).path(), "utf8");
  const lines = blank.split("\r\n");
  lines[1] = lines[1].replace(/;;/, ";999;");
  await choose(page, "Nhập từ bảng");
  await page.getByLabel("Chọn tệp").setInputFiles(await filled.path());
  await expect(page.getByText("Không có gì thay đổi")).toBeVisible();
  await page.getByRole("button", { name: "Chọn bảng khác" }).click();
  await page.getByLabel("Chọn tệp").setInputFiles({ name: "bieu.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) });
  await expect(page.locator("h1")).toHaveText("Sẽ ghi 1 số, trong đó 1 số cần xem kỹ");
});
