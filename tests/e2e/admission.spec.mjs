// Admissions: the published year against its target, a target set here, what stands without one.
import { expect, expectAccessible, open, test } from "./support.mjs";
import { saved, startBloc } from "./flows.mjs";

/** Opens the demo of 2022; answers the bloc's id. */
async function openDemo2022(page) {
  await open(page, "/");
  await page.getByRole("button", { name: /Hòa Bình 11\/2022|2022/ }).first().click();
  await page.waitForURL(/bloc=/);
  await expect(page.locator("h1")).toBeVisible();
  return new URL(page.url()).searchParams.get("bloc");
}

const fact = (page, name) => page.locator(".fact-sheet__fact").filter({ hasText: name });

test("121 of 130, what is left, the pace, the chain down to units", async ({ page }) => {
  const bloc = await openDemo2022(page);
  await open(page, `/admission?bloc=${bloc}`);
  await expect(page.locator("h1")).toHaveText("Kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 9");
  await expect(fact(page, "Chỉ tiêu năm")).toContainText("≥ 130");
  await expect(fact(page, "Còn phải kết nạp")).toContainText("9");
  await expect(fact(page, "Chuyển chính thức")).toContainText("116");
  const chain = page.locator(".section").filter({ hasText: "Chuỗi chỉ tiêu từ nhiệm kỳ đến đơn vị" });
  await expect(chain.getByRole("row", { name: /Năm 2022/ })).toContainText("121");
  const months = page.getByRole("figure").filter({ hasText: "bình quân 11 mỗi tháng" }).first();
  await months.getByRole("button", { name: /bảng/i }).click();
  await expect(months.getByRole("row", { name: /Tháng 5\/2022/ })).toContainText("17");
  await expectAccessible(page);
  // A unit of the chain leads to its figures.
  await chain.getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/units\//);
});

test("a year ahead has its target and says that it is not due", async ({ page }) => {
  const bloc = await openDemo2022(page);
  await open(page, `/admission?bloc=${bloc}&period=2023`);
  await expect(page.locator("h1")).toContainText("Chỉ tiêu kết nạp từ 130 đảng viên trở lên");
  await expect(page.getByText("Chưa có số liệu kết nạp của năm này")).toBeVisible();
});

test("one sector is not held against the bloc's target", async ({ page }) => {
  const bloc = await openDemo2022(page);
  await open(page, `/admission?bloc=${bloc}`);
  await page.getByLabel("Loại hình", { exact: true }).selectOption({ label: "Doanh nghiệp" });
  await expect(page.locator("h1")).not.toContainText("130");
  await expect(page.getByText("Chỉ tiêu đặt cho toàn Khối")).toBeVisible();
  expect(page.url()).toContain("sector=");
});

test("a bloc of one's own sets its target here, and takes it back", async ({ page }) => {
  const bloc = await startBloc(page, "Đảng bộ Khối tỉnh Mẫu", ["Đảng bộ Sở Nội vụ", "Chi bộ Báo tỉnh"]);
  await open(page, `/admission?bloc=${bloc}`);
  await expect(page.getByText("Năm này chưa có chỉ tiêu kết nạp")).toBeVisible();
  await page.getByRole("button", { name: "Đặt chỉ tiêu năm" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Mức giao").fill("121/130");
  await form.getByRole("button", { name: "Lưu chỉ tiêu" }).click();
  await expect(form.getByText(/Mức giao: là một kết quả dạng 121\/130/)).toBeVisible();
  await form.getByLabel("Mức giao").fill("1.250");
  await form.getByRole("button", { name: "Lưu chỉ tiêu" }).click();
  await expect(form).toBeHidden();
  await expect(page.locator("h1")).toContainText("1.250");
  await saved(page);
  await page.reload();
  await expect(page.locator("h1")).toContainText("1.250");
  await page.getByRole("button", { name: "Thao tác khác" }).click();
  await page.getByRole("menuitem", { name: "Xóa chỉ tiêu" }).click();
  await expect(page.locator("h1")).not.toContainText("1.250");
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await expect(page.locator("h1")).toContainText("1.250");
});
