// The pages that the catalogue makes: what a published report gives on them, what stands where nothing was entered.
import { expect, expectAccessible, open, test } from "./support.mjs";
import { openDemo, startBloc } from "./flows.mjs";

const HB_2022 = /Hòa Bình 11\/2022/;

test("the inspections of a published report: 71 organisations, 73 members, 6 = 2 + 3 + 1", async ({ page }) => {
  const bloc = await openDemo(page, HB_2022);
  await page.getByRole("navigation").getByRole("link", { name: "Kiểm tra, giám sát" }).first().click();
  await expect(page).toHaveURL(/\/topic\/inspection/);
  await expect(page.locator("h1")).toContainText("71 lượt tổ chức đảng được kiểm tra");
  const matrix = page.locator(".section").filter({ has: page.locator(".cell", { hasText: "không tách chủ thể" }) }).first();
  await expect(matrix.getByRole("row", { name: /không tách chủ thể/ }).first()).toContainText("73");
  const discipline = page.getByRole("figure").filter({ hasText: "2 khiển trách" }).first();
  await expect(discipline).toContainText("3 cảnh cáo");
  await expect(discipline).toContainText("1 cách chức");
  await expectAccessible(page);
  // The bloc's own figures do not follow a sector, and say so.
  await expect(page.getByLabel("Loại hình", { exact: true })).toBeHidden();
  await open(page, `/topic/inspection?bloc=${bloc}&sector=enterprise`);
  await expect(page.locator("h1")).toContainText("71 lượt tổ chức đảng được kiểm tra");
  await expect(page.getByText("không tách theo loại hình").first()).toBeVisible();
  // A month shows the year it lies in.
  await open(page, `/topic/inspection?bloc=${bloc}&period=2022-11`);
  await expect(page.locator(".facts").first()).toContainText("Năm 2022");
});

test("an empty topic leads to its form, and shows what is entered there", async ({ page }) => {
  const bloc = await startBloc(page, "Đảng bộ Khối tỉnh Mẫu", ["Đảng bộ Sở Nội vụ", "Chi bộ Báo tỉnh"]);
  await open(page, `/topic/meetings?bloc=${bloc}`);
  await expect(page.getByText("Chưa có số liệu của kỳ này")).toBeVisible();
  await page.locator(".topic__forms").getByRole("link", { name: "Sinh hoạt chi bộ" }).click();
  await expect(page).toHaveURL(/\/entry\/meetings/);
});

test("an address of no topic says so", async ({ page }) => {
  const bloc = await openDemo(page, HB_2022);
  await open(page, `/topic/nothing?bloc=${bloc}`);
  await expect(page.locator("h1")).toHaveText("Không có chuyên đề này");
});

test("the explorer keeps every choice in its address, and a view by its name", async ({ page }) => {
  const bloc = await openDemo(page, HB_2022);
  await open(page, `/explore?bloc=${bloc}`);
  await page.getByLabel("Biểu nhập").selectOption({ label: "Kiểm tra, giám sát, kỷ luật" });
  await page.getByLabel("Nội dung, chỉ số").selectOption({ label: "Đảng viên được kiểm tra" });
  await expect(page.locator("h1")).toContainText("73 lượt đảng viên được kiểm tra");
  const address = page.url();
  await page.getByLabel("Tên góc nhìn").fill("Đảng viên được kiểm tra");
  await page.getByRole("button", { name: "Lưu góc nhìn này" }).click();
  await open(page, `/explore?bloc=${bloc}`);
  await page.locator(".explore__views").getByRole("link").click();
  await expect(page.locator("h1")).toContainText("73 lượt đảng viên được kiểm tra");
  await open(page, address);
  await expect(page.locator("h1")).toContainText("73 lượt đảng viên được kiểm tra");
  await page.locator(".explore__views").getByRole("button", { name: "Xóa" }).click();
  await expect(page.locator(".explore__views")).toBeHidden();
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await expect(page.locator(".explore__views").getByRole("link")).toBeVisible();
});
