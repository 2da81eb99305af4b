// Study drives: the published figures on the page, a drive made and edited without a network, filters in the address.
import { expect, expectAccessible, offlineReady, open, test } from "./support.mjs";
import { openDemo, saved, startBloc } from "./flows.mjs";

// Without a network too.
test.use({ serviceWorkers: "allow" });

const XIII = "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng";
const XVII = "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Hòa Bình lần thứ XVII";

test("the list shows counts where there are counts and statements where not", async ({ page }) => {
  const bloc = await openDemo(page);
  await open(page, `/study?bloc=${bloc}`);
  await expect(page.locator("h1")).toContainText("2 đợt học tập");
  const drives = page.locator(".drive");
  await expect(drives.filter({ hasText: XIII })).toContainText("4.201/4.201");
  await expect(drives.filter({ hasText: XIII })).toContainText("73/73 đơn vị đã báo cáo");
  const stated = drives.filter({ hasText: XVII });
  await expect(stated).toContainText("100%");
  await expect(stated).toContainText("không có số đếm");
  await expect(stated.locator(".drive__figure")).not.toContainText("/");
  // Nobody owes counts of a drive that only a report speaks of, and a map of one value is a sentence.
  const heat = page.locator("main section").filter({ has: page.getByRole("heading", { name: "Tỷ lệ tham gia theo đơn vị và đợt" }) });
  await expect(heat).toContainText(`Cả 73 đơn vị đều đạt 100% ở đợt “${XIII}”`);
  await expect(heat).toContainText(`Không tính đợt “${XVII}”`);
  await expect(heat).not.toContainText("chưa báo cáo");
  await expect(heat.locator("svg text")).toHaveCount(0);
});

test("a drive's page gives the published figures and holds them against the report", async ({ page }) => {
  const bloc = await openDemo(page);
  await open(page, `/study/dai-hoi-xiii?bloc=${bloc}`);
  await expect(page.locator("h1")).toContainText("4.201/4.201");
  const main = page.locator("main");
  await expect(main).toContainText("1.647 xuất sắc (39,2%), 1.924 giỏi (45,8%), 613 khá (14,6%), 17 trung bình (0,4%)");
  await expect(main).toContainText("73/73");
  const report = page.locator(".section").filter({ hasText: "Đối chiếu với báo cáo đã công bố" });
  await expect(report.getByText("khớp", { exact: true })).toHaveCount(14);
  // The same figures as a table, by the keyboard.
  const show = page.getByRole("figure", { name: "Toàn bộ" }).getByRole("button", { name: /bảng/i });
  await show.focus();
  await page.keyboard.press("Enter");
  const table = page.getByRole("figure", { name: "Toàn bộ" }).getByRole("table");
  await expect(table.getByRole("row", { name: /Xuất sắc/ })).toContainText("39,2%");
  await expect(table.getByRole("row", { name: /Toàn Khối/ })).toContainText("100,0%");
  await expectAccessible(page);
});

test("a drive known only by a report has no invented counts", async ({ page }) => {
  const bloc = await openDemo(page);
  await open(page, `/study/dai-hoi-tinh-xvii?bloc=${bloc}`);
  await expect(page.locator("h1")).toContainText("100%");
  await expect(page.locator("h1")).toContainText("không có số lượng");
  await expect(page.getByText("không có số đếm để đối chiếu")).toHaveCount(3);
  await expect(page.locator("main svg text")).toHaveCount(0);
});

test("a sector stays in the address and is undone by going back", async ({ page }) => {
  const bloc = await openDemo(page);
  await open(page, `/study/dai-hoi-xiii?bloc=${bloc}`);
  await page.getByLabel("Loại hình", { exact: true }).selectOption({ label: "Doanh nghiệp" });
  await expect(page.locator("h1")).not.toContainText("4.201");
  const address = page.url();
  expect(address).toContain("sector=");
  await page.reload();
  await expect(page.locator("h1")).toContainText("đảng viên tham gia học tập");
  await expect(page.locator("h1")).not.toContainText("4.201");
  expect(page.url()).toBe(address);
});

test("an unknown drive says so and leads back", async ({ page }) => {
  const bloc = await openDemo(page);
  await open(page, `/study/khong-co?bloc=${bloc}`);
  await expect(page.locator("h1")).toHaveText("Không có đợt học tập này");
  await page.getByRole("link", { name: "Về các đợt học tập" }).click();
  await expect(page).toHaveURL(/\/study\?/);
});

test("a drive is made offline, checked field by field, edited, removed and brought back", async ({ page, server }) => {
  const bloc = await startBloc(page, "Đảng bộ Khối tỉnh Mẫu", ["Đảng bộ Sở Nội vụ", "Chi bộ Báo tỉnh"]);
  await open(page, `/study?bloc=${bloc}`);
  await offlineReady(page);
  await server.stop();
  await expect(page.getByText("Chưa có đợt học tập nào").first()).toBeVisible();

  await page.getByRole("button", { name: "Thêm đợt học tập" }).first().click();
  const form = page.getByRole("dialog", { name: "Thêm đợt học tập" });
  await form.getByRole("button", { name: "Lưu đợt" }).click();
  await expect(form.getByText("Tên đợt: chưa có. Điền vào ô này.")).toBeVisible();
  await expect(form.getByLabel("Tên đợt")).toBeFocused();
  await form.getByLabel("Tên đợt").fill("Kết luận số 01-KL/TW");
  await form.getByLabel("Số", { exact: false }).first().fill("01");
  await form.getByLabel("Ký hiệu").fill("KL/TW");
  await form.getByLabel("Ngày ban hành").fill("18/5/2021");
  await form.getByLabel("Từ ngày").fill("15/6/2021");
  await form.getByLabel("Đến ngày").fill("1/6/2021");
  await form.getByRole("button", { name: "Lưu đợt" }).click();
  await expect(form.getByText("Đến ngày: đứng trước ngày bắt đầu. Xem lại hai ngày.")).toBeVisible();
  await expectAccessible(page);
  await form.getByLabel("Đến ngày").fill("30/6/2021");
  await form.getByRole("button", { name: "Lưu đợt" }).click();
  await expect(form).toBeHidden();

  // The chosen period is this year; the drive is of another one.
  await page.getByRole("group").getByText("Tất cả", { exact: true }).click();
  const row = page.locator(".drive").filter({ hasText: "Kết luận số 01-KL/TW" });
  await expect(row).toContainText("01-KL/TW, 18/05/2021 · 15/06/2021 – 30/06/2021");
  await row.getByRole("button", { name: /Sửa đợt/ }).click();
  const edit = page.getByRole("dialog", { name: "Sửa đợt học tập" });
  await edit.getByLabel("Tên đợt").fill("Kết luận 01");
  await edit.getByRole("button", { name: "Lưu đợt" }).click();
  await page.getByRole("link", { name: "Kết luận 01" }).click();
  await expect(page.getByText("Đợt này chưa có số liệu của đơn vị nào")).toBeVisible();

  await page.getByRole("button", { name: "Thao tác khác" }).click();
  await page.getByRole("menuitem", { name: "Xóa đợt" }).click();
  await expect(page.locator("h1")).toContainText("Chưa có đợt học tập nào");
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await saved(page);
  await open(page, `/study?bloc=${bloc}&show=all`);
  await expect(page.getByRole("link", { name: "Kết luận 01" })).toBeVisible();
});
