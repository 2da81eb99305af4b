// Every flow by the keyboard alone: nothing here clicks, and nothing sets the focus but Tab, arrows and the app.
//
// Each stop on the way must be seen (not hidden, not covered, inside the window) and must show its focus with enough
// contrast, so a walk through a page is a test of all that it passes.
import { expectFigure, openSheet, startBloc } from "./flows.mjs";
import { expectAllReached, expectAtHeading, expectFocusSeen, press, tabTo, walk, watchFocus } from "./keys.mjs";
import { expect, open, ready, SIZES, test } from "./support.mjs";

const UNITS = ["Đảng bộ Sở Giáo dục và Đào tạo", "Chi bộ Ban Dân tộc", "Đảng bộ Sở Y tế"];
const NAME = "Đảng bộ Khối các cơ quan tỉnh";

// A trace takes a picture of the page at every key, and here are thousands.
test.use({ trace: "off" });
test.beforeEach(({ page }) => watchFocus(page));

/** Begins the demo of 2021 by the keyboard. */
async function beginDemo(page) {
  await open(page, "/");
  await press(page, page.getByRole("button", { name: "Xem thử với Hòa Bình 2021" }));
  await page.waitForURL(/bloc=/);
  await expectAtHeading(page);
}

/** Goes to a page by the navigation. */
async function go(page, name) {
  await press(page, page.locator(".sidebar").getByRole("link", { name }), { key: "Shift+Tab" });
  await expectAtHeading(page);
}

test("the first visit: another language, then a demo", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip-link")).toBeFocused();
  await expectFocusSeen(page);
  for (const [wanted, tag] of [["English", "en"], ["Tiếng Việt", "vi"]]) {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox")).toBeFocused();
    await expectFocusSeen(page);
    await page.keyboard.type(wanted);
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
    // Back where the search was opened from.
    await expect(page.locator(".skip-link")).toBeFocused();
  }
  await beginDemo(page);
});

test("the first visit: a bloc of one's own in three steps", async ({ page }) => {
  await open(page, "/");
  await press(page, page.getByRole("button", { name: "Bắt đầu cho Khối của tôi" }));
  await expectAtHeading(page);
  const name = page.getByLabel("Tên Đảng bộ Khối");
  await press(page, page.getByRole("button", { name: "Tiếp" }));
  // Without a name it does not go on, and says so where the name belongs.
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expectFocusSeen(page);
  await page.keyboard.type(NAME);
  await tabTo(page, page.locator("main input[type=radio]:checked"));
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("main input[type=radio]:checked")).toBeFocused();
  await expectFocusSeen(page);
  await press(page, page.getByRole("button", { name: "Tiếp" }));

  await expectAtHeading(page, "Nhiệm kỳ");
  await tabTo(page, page.getByLabel("Đến năm"));
  const last = await page.getByLabel("Đến năm").inputValue();
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await expect(page.locator("main [aria-invalid=true]").first()).toBeFocused();
  await tabTo(page, page.getByLabel("Đến năm"));
  await page.keyboard.type(last);
  await page.keyboard.press("Enter");

  await expectAtHeading(page);
  await press(page, page.getByRole("button", { name: "Quay lại" }));
  await expectAtHeading(page, "Nhiệm kỳ");
  await press(page, page.getByRole("button", { name: "Tiếp" }));
  await tabTo(page, page.getByLabel("Danh sách đơn vị"));
  await page.keyboard.type(UNITS.join("\n"));
  await press(page, page.getByRole("button", { name: "Mở sổ" }));
  await page.waitForURL(/bloc=/);
  await expectAtHeading(page);
});

test("the overview: everything on it, the skip link, the navigation", async ({ page }) => {
  await beginDemo(page);
  expect(await expectAllReached(page)).toBeGreaterThan(4);
  await press(page, page.locator(".skip-link"));
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement.closest("main") !== null)).toBe(true);
  for (const name of ["Nhập liệu", "Học tập", "Kết nạp", "Đơn vị", "Cài đặt", "Tổng quan"]) await go(page, name);
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await expect(page).toHaveURL(/\/study/);
  await expectAtHeading(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await go(page, "Tổng quan");
  await expectAllReached(page);
  // On a phone the rest of the navigation is behind a button.
  await page.setViewportSize(SIZES.phone);
  const more = page.locator(".bottombar").getByRole("button", { name: "Thêm" });
  await press(page, more);
  const sheet = page.getByRole("dialog", { name: "Thêm" });
  await tabTo(page, sheet.getByRole("link", { name: "Đơn vị" }));
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await press(page, sheet.getByRole("link", { name: "Đơn vị" }));
  await expectAtHeading(page);
});

test("the overview: search, keys, bloc and period", async ({ page }) => {
  await beginDemo(page);
  const opener = page.locator(".topbar__search");
  await press(page, opener);
  const field = page.getByRole("combobox");
  await expect(field).toBeFocused();
  // The focus stays in the dialog, whichever way Tab goes.
  for (const key of ["Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab"]) {
    await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog[open]") !== null)).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("so y te");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  const chosen = page.getByRole("option", { selected: true });
  await expect(field).toHaveAttribute("aria-activedescendant", await chosen.getAttribute("id"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/units\//);
  await expectAtHeading(page);

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Phím tắt" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expectAtHeading(page);

  const period = page.locator(".topbar .switcher").nth(1);
  await tabTo(page, period, { key: "Shift+Tab" });
  const before = await period.textContent();
  await page.keyboard.press("ArrowDown");
  const items = page.getByRole("menuitemradio");
  await expect(items.and(page.locator("[aria-checked=true]"))).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await expect(period).not.toHaveText(before);
  await expect(period).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(period).toBeFocused();
  await expect(items).toHaveCount(0);
});

test("studies: from the list to a unit behind a bar, and a chart's files", async ({ page }) => {
  await beginDemo(page);
  await go(page, "Học tập");
  await press(page, page.locator(".drive__link").filter({ hasText: "lần thứ XIII" }));
  await expectAtHeading(page, "4.201/4.201");
  const figures = page.locator("main figure");
  await expect(figures.first().locator("svg text").first()).toBeAttached();
  const count = await figures.count();
  expect(count).toBeGreaterThan(3);
  for (let at = 0; at < count; at += 1) {
    const figure = figures.nth(at);
    const toggle = figure.locator(".chart__tools button").first();
    if (!(await toggle.isVisible())) continue;
    await press(page, toggle);
    await expect(toggle).toBeFocused();
    await expect(figure.getByRole("table")).toBeVisible();
    const menu = figure.getByRole("button", { name: "Tải biểu đồ" });
    await press(page, menu);
    await expect(figure.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(menu).toBeFocused();
    // Its table is hidden again, but for the first, which the way back then goes through.
    if (at > 0) await press(page, toggle, { key: "Shift+Tab" });
  }
  const first = figures.first();
  const menu = first.getByRole("button", { name: "Tải biểu đồ" });
  await press(page, menu, { key: "Shift+Tab", limit: 250 });
  const download = page.waitForEvent("download");
  await expect(first.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toMatch(/\.svg$/);
  await expect(menu).toBeFocused();
  await press(page, first.getByRole("table").getByRole("link").nth(1));
  await expect(page).toHaveURL(/\/units\//);
  await expectAtHeading(page);
});

test("studies: every stop of a drive's page is seen; a drive is edited and the focus comes back", async ({ page }) => {
  await beginDemo(page);
  await go(page, "Học tập");
  const add = page.locator("main").getByRole("button", { name: "Thêm đợt học tập" });
  await press(page, add);
  const form = page.getByRole("dialog");
  await press(page, form.getByRole("button", { name: "Lưu đợt" }));
  await expect(form.getByLabel("Tên đợt")).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press("Escape");
  await expect(add).toBeFocused();
  const edit = page.locator(".drive").first().getByRole("button", { name: /Sửa đợt/ });
  await press(page, edit);
  await tabTo(page, form.getByLabel("Ký hiệu"));
  await page.keyboard.type("NQ/TU");
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
  await expect(edit).toBeFocused();
  await press(page, page.locator(".drive__link").filter({ hasText: "lần thứ XIII" }));
  await expectAtHeading(page);
  expect(await expectAllReached(page)).toBeGreaterThan(8);
});

test("admissions: all that is on the page, a target set, corrected, taken back", async ({ page }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await open(page, `/admission?bloc=${bloc}`);
  const set = page.locator(".admission__notice").getByRole("button");
  await press(page, set);
  const form = page.getByRole("dialog");
  const count = form.getByLabel("Mức giao");
  await tabTo(page, count);
  await page.keyboard.type("121/130");
  await press(page, form.getByRole("button", { name: "Lưu chỉ tiêu" }));
  await expect(count).toBeFocused();
  await expect(count).toHaveAttribute("aria-invalid", "true");
  await expectFocusSeen(page);
  await page.keyboard.press("Escape");
  await expect(set).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, count);
  await page.keyboard.type("1.250");
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
  // The notice with its button is gone: the focus is on the heading, which now names the target.
  await expectAtHeading(page, "1.250");
  const more = page.getByRole("button", { name: "Thao tác khác" });
  await press(page, more);
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, count);
  await page.keyboard.type("130");
  await page.keyboard.press("Enter");
  await expect(page.locator("h1")).toContainText("130");
  await expect(more).toBeFocused();
  await expectAllReached(page);
  await page.keyboard.press("Control+z");
  await expect(page.locator("h1")).toContainText("1.250");
});

test("admissions: the charts' figures and the chain of targets", async ({ page }) => {
  await open(page, "/");
  await press(page, page.getByRole("button", { name: /2022/ }).first());
  await page.waitForURL(/bloc=/);
  await expectAtHeading(page);
  await go(page, "Kết nạp");
  const figures = page.locator("main figure");
  await expect(figures.first()).toBeVisible();
  for (let at = 0; at < (await figures.count()); at += 1) {
    const toggle = figures.nth(at).locator(".chart__tools button").first();
    if (!(await toggle.isVisible())) continue;
    await press(page, toggle);
    await expect(figures.nth(at).getByRole("table")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(toggle).toBeFocused();
  }
  const chain = page.locator(".section").filter({ hasText: "Chỉ tiêu từ nhiệm kỳ đến đơn vị" });
  const folded = chain.locator(".table-region > .button");
  const seen = await chain.getByRole("row").count();
  // From the last chart the way leads on over the table of all units and around.
  await press(page, folded, { limit: 250 });
  // The button is gone; the focus is on the first row that it unfolded.
  await expect(chain.getByRole("row").nth(seen).getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/units\//);
  await expectAtHeading(page);
});

test("entry: a cell's note and how exact it is, then undone", async ({ page }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await openSheet(page, bloc, "admission");
  const cell = page.locator(".sheet__input");
  await tabTo(page, cell);
  await page.keyboard.type("12");
  await page.keyboard.press("Shift+F2");
  const panel = page.locator("#cell-panel");
  await expect(panel.locator("select")).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press("End");
  await tabTo(page, panel.getByLabel("Ghi chú"));
  await page.keyboard.type("theo danh sách");
  await page.keyboard.press("Escape");
  await expect(cell).toBeFocused();
  await expect(panel.getByLabel("Ghi chú")).toHaveValue("theo danh sách");
  await page.keyboard.press("ArrowDown");
  await expectFigure(page, UNITS[0], 0, "~12");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("grid").locator("tbody")).not.toContainText("~12");
  await expectFigure(page, UNITS[0], 0, "12");
});

test("units: moved, added, edited, ended and brought back", async ({ page }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await open(page, `/units?bloc=${bloc}`);
  const names = page.locator("tbody .tree__words > a");
  const down = page.getByRole("button", { name: `Xuống: ${UNITS[0]}` });
  await press(page, down);
  await expect(names.nth(1)).toHaveText(UNITS[0]);
  await expect(down).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(names.nth(2)).toHaveText(UNITS[0]);
  await expect(down).toBeFocused();
  // It stays where one can go on from, though there is no further down.
  await expectFocusSeen(page);
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("button", { name: `Xuống: ${UNITS[2]}` })).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.getByRole("button", { name: `Xuống: ${UNITS[1]}` })).toBeFocused();
  await page.keyboard.press("End");
  await expect(down).toBeFocused();

  const add = page.getByRole("button", { name: "Thêm đơn vị" });
  await press(page, add, { key: "Shift+Tab" });
  const dialog = page.getByRole("dialog");
  await press(page, dialog.getByRole("button", { name: "Lưu" }));
  await expect(dialog.getByLabel("Tên đơn vị")).toBeFocused();
  await expect(dialog.getByLabel("Tên đơn vị")).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.type("Chi bộ Báo tỉnh");
  await page.keyboard.press("Enter");
  await expect(names).toHaveCount(4);
  await expect(add).toBeFocused();

  const menu = page.getByRole("button", { name: "Việc khác: Chi bộ Báo tỉnh" });
  await press(page, menu);
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, dialog.getByLabel("Tên đơn vị"));
  await page.keyboard.press("End");
  await page.keyboard.type(" tỉnh Mẫu");
  await page.keyboard.press("Enter");
  await expect(names.nth(3)).toHaveText("Chi bộ Báo tỉnh tỉnh Mẫu");
  const renamed = page.getByRole("button", { name: "Việc khác: Chi bộ Báo tỉnh tỉnh Mẫu" });
  await expect(renamed).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const day = dialog.getByLabel("Ngày cuối hoạt động");
  await tabTo(page, day);
  await page.keyboard.type("32/13/2020");
  await page.keyboard.press("Enter");
  // A date that is none ends nothing.
  await expect(day).toHaveAttribute("aria-invalid", "true");
  await expect(day).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("31/12/2020");
  await page.keyboard.press("Enter");
  await expect(names).toHaveCount(3);
  await expectAtHeading(page);

  // What has just been done is taken back from its notice, which the keys G and B go to.
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  await expect(page.locator(".toast").last().getByRole("button", { name: "Hoàn tác" })).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await expect(names).toHaveCount(4);
  await expectAtHeading(page);
});

test("settings: language, theme, patterns, a field, a demo removed and brought back", async ({ page }) => {
  await beginDemo(page);
  await go(page, "Cài đặt");
  await expectAllReached(page);
  const radio = (value) => page.locator(`main input[type=radio][value=${value}]`);
  await tabTo(page, radio("vi"));
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(radio("en")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("html")).toHaveAttribute("lang", "vi");
  await tabTo(page, radio("system"));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(radio("dark")).toBeFocused();
  await expectFocusSeen(page);
  const patterns = page.getByRole("switch", { name: /Họa tiết trên mọi biểu đồ/ });
  await tabTo(page, patterns);
  await page.keyboard.press("Space");
  await expect(patterns).toBeChecked();
  await press(page, page.getByRole("button", { name: /Xóa.*Hòa Bình/ }));
  await expect(page.getByRole("button", { name: "Bắt đầu cho Khối của tôi" })).toBeVisible();
  await expectAtHeading(page);
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  const undo = page.locator(".toast").getByRole("button", { name: "Hoàn tác" });
  await expect(undo).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await page.waitForURL(/bloc=/);
  await ready(page);
  await expectAtHeading(page);
});

test("who is quicker than the page keeps the focus in the field", async ({ page }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  // Once, so that the page is there at once the second time.
  await open(page, `/units?bloc=${bloc}`);
  await expect(page.getByRole("searchbox").first()).toBeVisible();
  await page.getByRole("link", { name: "Tổng quan" }).first().click();
  await expect(page.getByRole("searchbox", { name: /đơn vị/ })).toHaveCount(0);
  await expect(page.locator("h1").first()).toBeFocused();
  // The link, and the field as soon as it is drawn: as a finger on a screen that is known by heart.
  await page.evaluate(async () => {
    const field = new Promise((found) => {
      new MutationObserver((_, watch) => {
        const field = document.querySelector("main input[type=search]");
        if (!field) return;
        watch.disconnect();
        field.focus();
        found(field);
      }).observe(document.body, { childList: true, subtree: true });
    });
    document.querySelector('a[href^="/units"]').click();
    await field;
  });
  // Longer than the page looks for its heading.
  await page.waitForTimeout(1_500);
  await expect(page.locator("main input[type=search]")).toBeFocused();
  // And where nobody was, the heading has it.
  await page.getByRole("link", { name: "Tổng quan" }).first().click();
  await expect(page.locator("h1").first()).toBeFocused();
});

test("who has gone on by a key is not led back to the heading", async ({ page }) => {
  const bloc = await startBloc(page, NAME, UNITS);
  await open(page, `/units?bloc=${bloc}`);
  await page.getByRole("link", { name: "Tổng quan" }).first().click();
  await expect(page.locator("h1").first()).toBeFocused();
  // At the end of a page Tab leaves it, and the page has no focus of its own until the next one.
  await page.evaluate(() => {
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true }));
    document.activeElement.blur();
  });
  // Longer than the page looks for its heading.
  await page.waitForTimeout(1_500);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});
