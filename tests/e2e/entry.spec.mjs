// Entering figures by keyboard alone, one unit at a time on a phone, and keeping the list of units.
import { figure, openSheet, saved, startBloc } from "./flows.mjs";
import { expect, open, test } from "./support.mjs";

const UNITS = ["Đảng bộ Sở Giáo dục và Đào tạo", "Chi bộ Ban Dân tộc", "Đảng bộ Sở Y tế"];
const NAME = "Đảng bộ Khối các cơ quan tỉnh";

/** Presses Tab until the focus is on what `locator` names. */
async function tabTo(page, locator) {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab never came there");
}

test("one unit is entered by the keyboard alone, from the list of forms to saved", async ({ page }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await open(page, `/entry?bloc=${bloc}`);
  await tabTo(page, page.locator('main a[href*="/entry/admission"]').first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("grid")).toBeVisible();
  // Coming to a page puts the focus on its heading once it has drawn.
  await expect(page.locator("main h1")).toBeFocused();
  await tabTo(page, page.locator(".sheet__input"));
  await page.keyboard.type("12");
  await page.keyboard.press("Tab");
  await page.keyboard.type("3");
  await page.keyboard.press("Tab");
  // The last column hands the return in.
  await page.keyboard.press("Enter");
  await saved(page);
  await page.reload();
  await expect(figure(page, UNITS[0], 0)).toContainText("12");
  await expect(figure(page, UNITS[0], 1)).toContainText("3");
  await expect(figure(page, UNITS[0], 2)).toContainText("Đã nộp");
});

test("arrows, Esc, Delete and undo do what a sheet does", async ({ page }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await openSheet(page, bloc, "admission");
  await figure(page, UNITS[0], 0).click();
  await page.keyboard.type("khoảng 40");
  await page.keyboard.press("ArrowDown");
  await expect(figure(page, UNITS[0], 0)).toContainText("~40");
  await page.keyboard.type("9");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowUp");
  await expect(figure(page, UNITS[1], 0)).toHaveText("");
  await page.keyboard.press("Delete");
  await page.keyboard.press("ArrowDown");
  await expect(figure(page, UNITS[0], 0)).toHaveText("");
  await page.keyboard.press("Control+z");
  await expect(figure(page, UNITS[0], 0)).toContainText("~40");
  await page.keyboard.press("Control+y");
  await expect(figure(page, UNITS[0], 0)).toHaveText("");
});

test("what is not understood is kept, named with its remedy, and left out of the total", async ({ page }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await openSheet(page, bloc, "admission");
  await figure(page, UNITS[0], 0).click();
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await page.keyboard.type("1.5");
  await page.keyboard.press("Enter");
  await expect(figure(page, UNITS[1], 0)).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#sheet-line")).toContainText(UNITS[1]);
  await expect(page.locator("#sheet-line")).toContainText("1500");
  await expect(page.locator("tfoot td").first()).toHaveText("5");
});

test("on a phone one unit is entered question by question", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const bloc = await startBloc(page, NAME, UNITS);
  await open(page, `/entry/admission?bloc=${bloc}`);
  await page.getByRole("link", { name: UNITS[1] }).click();
  // Coming to a page puts the focus on its heading once it has drawn.
  await expect(page.locator("main h1")).toBeFocused();
  // Two questions stand on the first screen whole, above a foot of one row, below the unit's name.
  const first = page.locator(".question input").first();
  const foot = await page.locator(".one-unit__foot").boundingBox();
  const second = await page.locator(".question input").nth(1).boundingBox();
  expect(second.y + second.height).toBeLessThan(foot.y);
  expect(foot.height).toBeLessThan(80);
  await expect(page.locator(".one-unit__head option:checked")).toHaveText(UNITS[1]);
  // The top bar names the month that the page is about, and so does the address, without a step in the history.
  const month = await page.locator(".entry__period .switcher__value").textContent();
  expect(month).toMatch(/^Tháng \d+\/\d{4}$/);
  await expect(page.locator(".topbar")).toContainText(month);
  expect(new URL(page.url()).searchParams.get("period")).toMatch(/^\d{4}-\d{2}$/);
  await page.goBack();
  await expect(page.locator(".unit-list")).toBeVisible();
  await page.goForward();
  await expect(page.locator("main h1")).toBeFocused();
  await first.fill("7");
  await page.getByRole("button", { name: "Tiếp" }).click();
  await expect(page.locator(".question input").nth(1)).toBeFocused();
  await expect(page.locator(".one-unit__foot")).toContainText("1/2 ô");
  await saved(page);
  await page.reload();
  await expect(page.locator(".question input").first()).toHaveValue("7");
});

test("units are pasted, ordered, ended and brought back", async ({ page }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await open(page, `/units?bloc=${bloc}`);
  await expect(page.locator("h1")).toContainText("3 tổ chức cơ sở đảng = 2 đảng bộ cơ sở + 1 chi bộ cơ sở");
  await page.getByRole("button", { name: "Dán danh sách" }).click();
  await page.getByRole("dialog").getByLabel(/Danh sách đơn vị/).fill(`Chi bộ Báo tỉnh\n${UNITS[0]}`);
  await page.getByRole("button", { name: "Thêm các đơn vị này" }).click();
  await expect(page.locator("h1")).toContainText("4 tổ chức cơ sở đảng = 2 đảng bộ cơ sở + 2 chi bộ cơ sở");
  const names = page.locator("tbody .tree__words > a");
  await page.getByRole("button", { name: "Lên: Chi bộ Báo tỉnh" }).click();
  await expect(names.nth(2)).toHaveText("Chi bộ Báo tỉnh");
  await page.getByRole("button", { name: "Việc khác: Chi bộ Báo tỉnh" }).click();
  await page.getByRole("menuitem", { name: "Kết thúc hoạt động" }).click();
  await page.getByLabel("Ngày cuối hoạt động").fill("31/12/2020");
  await page.getByRole("dialog").getByRole("button", { name: "Kết thúc hoạt động" }).click();
  await expect(page.locator("h1")).toContainText("3 tổ chức");
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await expect(page.locator("h1")).toContainText("4 tổ chức");
});

test("a bloc of one's own is removed only by typing its name", async ({ page }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await open(page, `/settings?bloc=${bloc}`);
  await page.getByRole("button", { name: `Xóa khỏi máy: ${NAME}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Xóa vĩnh viễn" }).click();
  await expect(dialog).toContainText("chưa giống");
  await dialog.getByLabel("Gõ lại tên Khối để xác nhận").fill(NAME);
  await dialog.getByRole("button", { name: "Xóa vĩnh viễn" }).click();
  await expect(page.getByRole("button", { name: "Bắt đầu cho Khối của tôi" })).toBeVisible();
});
