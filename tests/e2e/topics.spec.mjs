// The pages that the catalogue makes: what a published report gives on them, what stands where nothing was entered.
import { expect, expectAccessible, open, test } from "./support.mjs";
import { openDemo, saved, startBloc } from "./flows.mjs";

const HB_2022 = /Hòa Bình 11\/2022/;
const AGENCIES = /cơ quan.*3\/2023/;

test("the inspections of a published report: 71 organisations, 73 members, 6 = 2 + 3 + 1", async ({ page }) => {
  const bloc = await openDemo(page, HB_2022);
  await page.getByRole("navigation").getByRole("link", { name: "Kiểm tra, giám sát" }).first().click();
  await expect(page).toHaveURL(/\/topic\/inspection/);
  await expect(page.locator("h1")).toContainText("71 lượt tổ chức đảng được kiểm tra");
  await expect(page.locator("h1")).toContainText("73 lượt đảng viên được kiểm tra; 6 đảng viên bị thi hành kỷ luật");
  // Organisations and members have no scale in common: a sentence, and no bars beside each other.
  const inspected = page.locator("main section").filter({ has: page.getByRole("heading", { name: "Kiểm tra, giám sát", exact: true }) });
  await expect(inspected).toContainText("kiểm tra 71 tổ chức đảng; kiểm tra 73 đảng viên");
  await expect(inspected.getByRole("figure")).toHaveCount(0);
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

test("what a report states without counts comes first, and what was counted beside it is folded away", async ({ page }) => {
  const bloc = await openDemo(page, AGENCIES);
  await open(page, `/topic/classification?bloc=${bloc}&period=2022`);
  await expect(page.locator("h1")).toContainText("97,76%");
  const stated = page.locator("main section").filter({ has: page.getByRole("heading", { name: "Tỷ lệ theo báo cáo" }) });
  await expect(stated).toContainText("97,76%");
  await expect(stated).toContainText("theo báo cáo, không có số đếm");
  const counted = page.locator("main details").filter({ hasText: "Số đếm có trong sổ" });
  await expect(counted.locator("figure.chart").first()).toBeHidden();
  await counted.locator("summary").first().click();
  await expect(counted.locator("figure.chart").first()).toBeVisible();
  await expectAccessible(page);
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

/** The explorer on the members inspected: what the view of these tests shows. */
const INSPECTED = "/explore?form=inspection&of=inspected_members";

test("the explorer keeps every choice in its address", async ({ page }) => {
  const bloc = await openDemo(page, HB_2022);
  await open(page, `/explore?bloc=${bloc}`);
  await page.getByLabel("Biểu nhập").selectOption({ label: "Kiểm tra, giám sát, kỷ luật" });
  await page.getByLabel("Nội dung, chỉ số").selectOption({ label: "Đảng viên được kiểm tra" });
  await expect(page.locator("h1")).toContainText("73 lượt đảng viên được kiểm tra");
  const address = page.url();
  await open(page, address);
  await expect(page.locator("h1")).toContainText("73 lượt đảng viên được kiểm tra");
});

test("a view is a record of the bloc: kept, renamed, removed, brought back, and there after a reload", async ({ page }) => {
  const bloc = await openDemo(page, HB_2022);
  await open(page, `${INSPECTED}&bloc=${bloc}`);
  const views = page.locator(".explore__views");
  await page.getByRole("button", { name: "Lưu góc nhìn này" }).click();
  await expect(page.getByText("Cần một tên cho góc nhìn.")).toBeVisible();
  await page.getByLabel("Tên góc nhìn").fill("Kiểm tra đảng viên");
  await page.keyboard.press("Enter");
  await expect(views.getByRole("link", { name: "Kiểm tra đảng viên" })).toBeVisible();
  await saved(page);
  await open(page, `/explore?bloc=${bloc}`);
  await views.getByRole("link").click();
  await expect(page.locator("h1")).toContainText("73 lượt đảng viên được kiểm tra");
  await views.getByRole("button", { name: "Đổi tên" }).click();
  await page.getByRole("dialog").getByLabel("Tên góc nhìn").fill("Đảng viên được kiểm tra");
  await page.keyboard.press("Enter");
  await expect(views.getByRole("link", { name: "Đảng viên được kiểm tra" })).toBeVisible();
  await views.getByRole("button", { name: "Xóa" }).click();
  await expect(views).toBeHidden();
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await expect(views.getByRole("link", { name: "Đảng viên được kiểm tra" })).toBeVisible();
});

test("views of the earlier version are taken over once", async ({ page }) => {
  const bloc = await openDemo(page, HB_2022);
  const key = `so-khoi:views:${bloc}`;
  await page.evaluate(
    ([key, line]) => localStorage.setItem(key, line),
    [key, `Đảng viên được kiểm tra\t${INSPECTED}\n`],
  );
  await open(page, `/explore?bloc=${bloc}`);
  const views = page.locator(".explore__views");
  await expect(views.getByRole("link")).toHaveCount(1);
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), key)).toBeNull();
  await open(page, `/explore?bloc=${bloc}`);
  await views.getByRole("link", { name: "Đảng viên được kiểm tra" }).click();
  await expect(page.locator("h1")).toContainText("73 lượt đảng viên được kiểm tra");
});

test("a unit is found by its name, and a cell only at its level", async ({ page }) => {
  const bloc = await openDemo(page, AGENCIES);
  await open(page, `/explore?form=models&of=models_done&period=2022&bloc=${bloc}`);
  await page.getByRole("button", { name: "Chọn một đơn vị" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("status")).toContainText("30 trong 67 đơn vị");
  await expectAccessible(page);
  await dialog.getByLabel("Tìm theo tên đơn vị").fill("so noi vu");
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/whose=unit/);
  await expect(page.getByLabel("Phạm vi").locator("option:checked")).toHaveText("Đảng bộ Sở Nội vụ");
  await page.getByRole("button", { name: "Chọn một đơn vị" }).click();
  await dialog.getByLabel("Cấp", { exact: true }).selectOption({ label: "Chi bộ trực thuộc" });
  await expect(dialog.getByRole("status")).toContainText("30 trong 259 đơn vị");
});

test("an inspection that is to report after the article is a plan", async ({ page }) => {
  const bloc = await openDemo(page, /Long An 7\/2021/);
  await open(page, `/topic/inspection?bloc=${bloc}`);
  const planned = page.getByRole("row", { name: /Theo kế hoạch, chưa làm/ }).last();
  await expect(planned).toContainText("7");
  await expect(planned).toContainText("kế hoạch");
});
