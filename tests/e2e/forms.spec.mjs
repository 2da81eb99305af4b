// Which forms a bloc uses: chosen in the settings, at once, and taken back; the list of forms follows.
import { expect, expectAccessible, open, test } from "./support.mjs";
import { saved, startBloc } from "./flows.mjs";

test("a form is taken in and left out, and entry lists those that are used, by area", async ({ page }) => {
  const bloc = await startBloc(page, "Đảng bộ Khối tỉnh Mẫu", ["Đảng bộ Sở Nội vụ", "Chi bộ Báo tỉnh"]);
  const listed = (name) => page.locator(".forms__area").getByRole("link", { name });
  await open(page, `/entry?bloc=${bloc}`);
  await expect(listed(/Số lượng đảng viên/)).toBeVisible();
  await expect(listed(/Sinh hoạt chi bộ/)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Chọn biểu dùng trong Cài đặt" }).click();
  const meetings = page.locator(".toggle", { hasText: "Sinh hoạt chi bộ" });
  await expect(meetings).toContainText("không dùng");
  await meetings.getByRole("switch").click();
  await expect(meetings).toContainText("đang dùng");
  await expectAccessible(page);
  await saved(page);
  await open(page, `/entry?bloc=${bloc}`);
  await expect(listed(/Sinh hoạt chi bộ/)).toBeVisible();
  await open(page, `/settings?bloc=${bloc}`);
  await meetings.getByRole("switch").click();
  await expect(meetings).toContainText("không dùng");
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await expect(meetings).toContainText("đang dùng");
});
