// The overview: what a bloc is led to.
import { expect, test } from "./support.mjs";
import { openDemo } from "./flows.mjs";

test("a bloc without units is led to its targets, and to the term its report speaks of", async ({ page }) => {
  await openDemo(page, /Điện Biên/);
  await expect(page.locator("h1")).toHaveText("Chưa có đơn vị; đã có 39 chỉ tiêu");
  await expect(page.locator(".topbar .switcher").nth(1)).toContainText("Nhiệm kỳ 2020–2025");
  await expect(page.locator(".stat-card").filter({ hasText: "Kết nạp đảng viên" })).toContainText("từ 750 trở lên");
  await expect(page.getByRole("link", { name: "Thêm đơn vị" })).toBeVisible();
  // The averages of the term before are one choice away.
  await page.locator(".topbar .switcher").nth(1).click();
  await page.getByRole("menuitemradio", { name: "Nhiệm kỳ 2015–2020" }).click();
  await page.getByRole("link", { name: /^Cần xem lại/ }).first().click();
  await expect(page.getByText("hơn 74,9%").first()).toBeVisible();
});
