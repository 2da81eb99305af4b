// Lists made elsewhere: units and targets, and figures of units that are not there yet. Each is one act.
import { readFileSync } from "node:fs";
import { expect, expectAccessible, expectNoSidewaysScroll, open, test } from "./support.mjs";
import { expectFigure, openSheet, saved, startBloc } from "./flows.mjs";

const LIST = [
  "ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH\t\t\t\t",
  "DANH SÁCH TỔ CHỨC CƠ SỞ ĐẢNG\t\t\t\t",
  "STT\tTên đơn vị\tLoại tổ chức\tTrực thuộc\tLoại hình",
  "1\tSở Giáo dục và Đào tạo\tĐBCS\t\tHành chính",
  "2\tChi bộ Thanh tra tỉnh\tCBCS\t\tHành chính",
  "3\tChi bộ Phòng Tổ chức\t\tSở GD&ĐT\t",
  "4\tSở Y tế tỉnh\tĐBCS\t\tSự nghiệp",
  "\tTổng cộng\t\t\t",
].join("\n");

const paste = (page, text) => page.getByLabel("Dán bảng vào đây").fill(text);

test("a messy list of units is added in one act, asks about the similar, and is undone in one", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", ["Đảng bộ Sở Y tế"]);
  await open(page, `/units?bloc=${bloc}`);
  await page.getByRole("button", { name: "Bảng danh sách" }).click();
  await page.getByRole("menuitem", { name: "Nhập từ bảng" }).click();
  await paste(page, LIST);
  await expect(page.locator("h1")).toHaveText("Thêm 3 đơn vị; 1 hàng cần xem");
  await expect(page.getByText("Giống đơn vị đã có").first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("combobox", { name: "Sở Y tế tỉnh" }).selectOption({ label: "Đảng bộ Sở Y tế" });
  await expect(page.locator("h1")).toHaveText("Thêm 3 đơn vị; sửa 1 đơn vị");
  await page.getByRole("button", { name: "Ghi 4 đơn vị vào sổ" }).click();
  await expect(page.locator("h1")).toContainText("3 tổ chức cơ sở đảng = 2 đảng bộ cơ sở + 1 chi bộ cơ sở");
  await saved(page);
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await expect(page.locator("h1")).toContainText("1 tổ chức cơ sở đảng");
});

test("one table fills an empty bloc: units, their members and the form's figures", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", []);
  await open(page, `/import/admission?bloc=${bloc}`);
  await paste(
    page,
    "TT\tTên đơn vị\tTổng số đảng viên\tKết nạp\n1\tĐảng bộ Sở Y tế\t87\t3\n2\tBáo tỉnh\t12\t1\n\tCộng\t99\t4",
  );
  await page.getByRole("button", { name: "Tạo 2 đơn vị mới" }).click();
  await page.getByRole("button", { name: /Ghi \d số vào sổ/ }).click();
  await expect(page.getByText("thêm 2 đơn vị mới")).toBeVisible();
  await saved(page);
  await open(page, `/units?bloc=${bloc}`);
  await expect(page.locator("h1")).toContainText("2 tổ chức cơ sở đảng = 1 đảng bộ cơ sở + 1 chi bộ cơ sở");
  // The list goes out as a file, and comes back as it was.
  await page.getByRole("button", { name: "Bảng danh sách" }).click();
  const save = page.getByRole("menuitem", { name: "Tải danh sách (CSV)" });
  const [file] = await Promise.all([page.waitForEvent("download"), save.click()]);
  expect(file.suggestedFilename()).toBe("don-vi.csv");
  const rows = readFileSync(await file.path(), "utf8").trimEnd().split("\r\n");
  expect(rows.length).toBe(3);
  expect(rows[0].startsWith("\ufeffTên")).toBe(true);
  expect(rows[1]).toContain("Đảng bộ Sở Y tế;");
  await page.getByRole("button", { name: "Bảng danh sách" }).click();
  await page.getByRole("menuitem", { name: "Nhập từ bảng" }).click();
  await page.getByLabel("Chọn tệp").setInputFiles(await file.path());
  await expect(page.getByText("Không có gì thay đổi")).toBeVisible();
  await openSheet(page, bloc, "headcount");
  await expectFigure(page, "Sở Y tế", 0, "87");
});

test("targets of units come from a table and hang on their units", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", ["Đảng bộ Sở Y tế", "Chi bộ Báo tỉnh"]);
  await open(page, `/import/targets?bloc=${bloc}&period=2026`);
  await paste(page, "STT\tĐơn vị\tChỉ tiêu giao\n1\tSở Y tế\t≥ 12\n2\tBáo tỉnh\t1.5\n\tCộng\t13");
  await expect(page.locator("h1")).toHaveText("Chưa có chỉ tiêu nào để ghi; 2 hàng cần xem");
  await page.getByRole("combobox", { name: "Chỉ tiêu", exact: true }).selectOption("admitted");
  await expect(page.locator("h1")).toHaveText("Thêm 1 chỉ tiêu; 1 hàng cần xem");
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Ghi 1 chỉ tiêu vào sổ" }).click();
  await expect(page.getByText("Đã ghi 1 chỉ tiêu")).toBeVisible();
});
