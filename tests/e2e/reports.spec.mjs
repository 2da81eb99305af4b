// Reports: written from a cold start without a network, edited in place, stale where figures changed, reconciled by a paste.
import { openDemo, saved, startBloc, tabTo } from "./flows.mjs";
import { expect, expectAccessible, expectNoSidewaysScroll, offlineReady, open, openProfile, screen, test } from "./support.mjs";

const paper = (page) => page.locator(".paper");
const paragraph = (page, text) => page.locator(".paragraph").filter({ hasText: text }).first();

/** Makes the report that stands first, and waits for its sheet. */
async function firstReport(page, bloc) {
  await open(page, `/reports?bloc=${bloc}`);
  await page.getByRole("button", { name: /Báo cáo tổng kết năm/ }).first().click();
  await expect(paper(page)).toBeVisible();
  await saved(page);
}

test.describe("from a cold start without a network", () => {
  test.use({ serviceWorkers: "allow" });
  for (const [demo, said] of [
    ["Hòa Bình 2021", "4.201/4.201 đảng viên tham gia học tập, đạt 100%"],
    ["Hòa Bình 11/2022", "Kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 09"],
  ]) {
    test(`${demo} gives a report in under five taps`, async ({ server, profile }) => {
      const first = await openProfile(profile);
      await open(first.page, server.url);
      await offlineReady(first.page);
      await first.close();
      await server.stop();
      const { page, close } = await openProfile(profile);
      await open(page, server.url);
      let taps = 0;
      const tap = async (what) => {
        taps += 1;
        await what.click();
      };
      await tap(page.getByRole("button", { name: new RegExp(demo) }));
      await page.waitForURL((url) => url.pathname === "/" && url.searchParams.has("bloc"));
      await tap(page.getByRole("link", { name: "Báo cáo", exact: true }));
      await tap(page.getByRole("button", { name: /Báo cáo tổng kết năm/ }).first());
      await expect(paper(page)).toContainText(said);
      await expect(paper(page)).toContainText("ĐẢNG CỘNG SẢN VIỆT NAM");
      expect(taps).toBeLessThan(5);
      await close();
    });
  }
});

test("an edited sentence is kept, and says so when its figures change", async ({ page }) => {
  test.setTimeout(120_000);
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  await firstReport(page, bloc);
  const address = page.url();
  const admitted = paragraph(page, "Kết nạp 121/130");
  await admitted.getByRole("button", { name: /^Sửa:/ }).click();
  const text = page.getByLabel("Nội dung đoạn");
  await expect(text).toBeFocused();
  await text.fill("Cả năm kết nạp được 121 đảng viên, chỉ tiêu 130.");
  await page.getByRole("button", { name: "Giữ nội dung này" }).click();
  const written = paragraph(page, "Cả năm kết nạp được 121 đảng viên");
  await expect(written).toContainText("Đã sửa");
  await saved(page);

  // One more in a unit's month: the text stays, its old number is marked, the new one stands beside it.
  await open(page, `/entry/admission?bloc=${bloc}&period=2022-11`);
  await expect(page.getByRole("grid")).toBeVisible();
  const cell = page.getByRole("grid").getByRole("row").filter({ hasText: "Đảng bộ" }).first().getByRole("gridcell").first();
  const before = Number((await cell.textContent()).match(/\d+/)?.[0] ?? 0);
  await cell.click();
  await page.keyboard.type(String(before + 1));
  await page.keyboard.press("Enter");
  await saved(page);
  await open(page, address);
  await expect(page.locator("h1")).toContainText("1 đoạn đã sửa có số liệu đã đổi");
  await expect(written.locator(".paragraph__changed")).toContainText("121 → 122");
  await expect(written.locator("mark")).toHaveText(/^121/);
  await expect(written.locator("mark")).toHaveCount(1);
  await expectAccessible(page);

  // Taken anew, and undone.
  await written.getByRole("button", { name: "Lấy câu mới" }).click();
  await expect(paper(page)).toContainText("Kết nạp 122/130 đảng viên");
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await expect(written).toBeVisible();
});

test("a paragraph is left out, taken in, and a place is filled from what figures offer", async ({ page }) => {
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  await firstReport(page, bloc);
  const moved = paragraph(page, "Công nhận chính thức 116");
  await moved.getByRole("button", { name: /^Bỏ đoạn này/ }).click();
  await expect(moved).toContainText("Đã bỏ khỏi báo cáo");
  await moved.getByRole("button", { name: /^Đưa lại vào báo cáo/ }).click();
  await expect(moved).not.toContainText("Đã bỏ khỏi báo cáo");
  // The report says 72, and beside it that a published one says 73.
  const situation = paragraph(page, "có 72 tổ chức cơ sở đảng");
  await situation.getByText("Lưu ý trước khi ký").click();
  await expect(situation).toContainText("báo cáo nêu 73");
  // In English, whatever the app's language is.
  await page.getByText("English", { exact: true }).click();
  await expect(paper(page)).toContainText("121 of 130 members admitted");
  await expect(page.locator("nav").first()).toContainText("Báo cáo");
});

test("head and foot are written once and go on to the next report", async ({ page }) => {
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  await firstReport(page, bloc);
  await expect(paper(page)).toContainText("TỈNH ỦY HÒA BÌNH");
  await expect(paper(page)).toContainText("Hòa Bình, ngày 23 tháng 11 năm 2022");
  await page.getByRole("button", { name: "Đầu, cuối văn bản" }).click();
  const form = page.getByRole("dialog", { name: "Đầu, cuối văn bản" });
  await form.getByLabel("Thẩm quyền ký").fill("T/M ĐẢNG ỦY KHỐI\nPHÓ BÍ THƯ");
  await form.getByRole("button", { name: "Lưu" }).click();
  await expect(form).toBeHidden();
  await expect(paper(page).locator(".paper__signature")).toContainText("PHÓ BÍ THƯ");
  await saved(page);
  await open(page, `/reports?bloc=${bloc}`);
  await page.getByRole("button", { name: /Báo cáo 9 tháng|Báo cáo quý|Báo cáo tháng/ }).first().click();
  await expect(paper(page).locator(".paper__signature")).toContainText("PHÓ BÍ THƯ");
});

test("a published text is pasted, its numbers are found, and what differs is explained", async ({ page }) => {
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  await open(page, `/reconcile?bloc=${bloc}`);
  await expect(page.locator("h1")).toBeVisible();
  await page
    .getByLabel("Nội dung báo cáo")
    .fill("Đảng bộ Khối có 73 tổ chức cơ sở đảng, gồm 46 đảng bộ cơ sở và 26 chi bộ cơ sở; kết nạp 121 đảng viên.");
  await page.getByLabel("Tên báo cáo").fill("Báo cáo dán thử");
  await page.getByLabel("Ngày báo cáo").fill("23/11/2022");
  await expect(page.getByText("Thấy 4 số; 4 số sẽ được đối chiếu")).toBeVisible();
  await expectAccessible(page);
  await screen(page, "reconcile-paste", { fullPage: true });
  await page.getByRole("button", { name: "Đối chiếu 4 số" }).click();
  const document = page.locator(".reconcile__document").filter({ hasText: "Báo cáo dán thử" });
  await expect(document).toContainText("các phần cộng lại 46 + 26 = 72, không bằng 73");
  await expect(document).toContainText("báo cáo nêu nhiều hơn 1");
  await document.getByRole("button", { name: /^Xóa các số của báo cáo này/ }).click();
  await expect(document).toBeHidden();
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await expect(document).toBeVisible();
});

test("one published figure is changed and removed by itself, and both are taken back", async ({ page }) => {
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  await open(page, `/reconcile?bloc=${bloc}`);
  const rows = page.locator(".reconcile__document tbody tr");
  await expect(rows.first()).toBeVisible();
  const all = await rows.count();
  const cells = rows.filter({ hasText: "Chi bộ cơ sở" });
  await expect(cells).toContainText("26");
  await cells.getByRole("button", { name: "Sửa: Chi bộ cơ sở 26" }).click();
  const form = page.getByRole("dialog", { name: "Số báo cáo nêu" });
  await expectAccessible(page);
  await form.getByLabel("Số nêu trong báo cáo").fill("hai bảy");
  await form.getByRole("button", { name: "Lưu" }).click();
  await expect(form).toContainText("Chưa đọc được số này");
  await form.getByLabel("Số nêu trong báo cáo").fill("27");
  await form.getByRole("button", { name: "Lưu" }).click();
  await expect(form).toBeHidden();
  // 46 + 27 is what the whole says, and the part is what differs now.
  await expect(cells).toContainText("27");
  await expect(page.locator(".reconcile__document")).not.toContainText("46 + 26 = 72");
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await expect(page.locator(".reconcile__document")).toContainText("46 + 26 = 72");
  await page.getByRole("button", { name: "Xóa: Chi bộ cơ sở 26" }).click();
  await expect(rows).toHaveCount(all - 1);
  await expect(cells).toHaveCount(0);
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await expect(rows).toHaveCount(all);
  await saved(page);
});

test("75,7 % is explained by the mean of the yearly rates", async ({ page }) => {
  const bloc = await openDemo(page, /3\/2023/);
  await open(page, `/reconcile?bloc=${bloc}`);
  await expect(page.locator("h1")).toBeVisible();
  await page
    .getByLabel("Nội dung báo cáo")
    .fill("09 nhiệm vụ trọng tâm hoàn thành xuất sắc (bình quân hằng năm nhiệm vụ trọng tâm hoàn thành xuất sắc 75,7%)");
  await page.getByLabel("Ngày báo cáo").fill("31/3/2023");
  await page.getByLabel("Kỳ số liệu").selectOption("2020..2025");
  await page.getByLabel("Tên báo cáo").fill("Báo cáo dán thử");
  await page.getByRole("button", { name: "Đối chiếu 2 số" }).click();
  const document = page.locator(".reconcile__document").filter({ hasText: "Báo cáo dán thử" });
  await expect(document).toContainText("trung bình các tỷ lệ từng kỳ cho đúng số báo cáo nêu");
});

test("by the keyboard alone a sentence is edited and left", async ({ page }) => {
  const bloc = await openDemo(page);
  await open(page, `/reports?bloc=${bloc}`);
  await expect(page.locator("h1")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: /Báo cáo tổng kết năm/ }).first());
  await page.keyboard.press("Enter");
  await expect(paper(page)).toBeVisible();
  await expect(page.locator("h1")).toBeFocused();
  const edit = page.locator(".paragraph").first().getByRole("button", { name: /^Sửa:/ });
  await tabTo(page, edit, "Tab", 90);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Nội dung đoạn")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(edit).toBeFocused();
});

test("a bloc that has reported nothing gets a report that says so", async ({ page }) => {
  const bloc = await startBloc(page, "Đảng bộ Khối tỉnh Mẫu", ["Đảng bộ Sở Nội vụ", "Chi bộ Báo tỉnh"]);
  await open(page, `/reports?bloc=${bloc}`);
  await page.getByRole("button", { name: /Báo cáo tổng kết năm/ }).first().click();
  await expect(paper(page)).toContainText("2 tổ chức cơ sở đảng");
  await expect(paper(page)).toContainText("chưa có số liệu về số đảng viên");
  await expect(paper(page)).not.toContainText("NaN");
  await expectAccessible(page);
});

for (const [size, viewport] of Object.entries({ phone: [390, 844], laptop: [1366, 768], projector: [1920, 1080] })) {
  test(`the sheet is calm at ${size} size`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: viewport[0], height: viewport[1] });
    const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
    await firstReport(page, bloc);
    const address = page.url();
    for (const theme of ["light", "dark"]) {
      await page.evaluate((theme) => localStorage.setItem("so-khoi:theme", theme), theme);
      await open(page, address);
      await expect(paper(page)).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await screen(page, `report-${size}-${theme}`, { fullPage: true });
      await open(page, `/reports?bloc=${bloc}`);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await screen(page, `reports-${size}-${theme}`, { fullPage: true });
      await open(page, `/reconcile?bloc=${bloc}`);
      await expect(page.locator(".reconcile__document").first()).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await screen(page, `reconcile-${size}-${theme}`, { fullPage: true });
    }
  });
}
