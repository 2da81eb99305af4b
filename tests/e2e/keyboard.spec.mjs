// Every flow by the keyboard alone: nothing here clicks, and nothing sets the focus but Tab, arrows and the app.
//
// Each stop on the way must be seen (not hidden, not covered, inside the window) and must show its focus with enough
// contrast, so a walk through a page is a test of all that it passes.
import { expectFigure, openSheet, startBloc } from "./flows.mjs";
import { expect, open, ready, SIZES, test } from "./support.mjs";

const UNITS = ["Đảng bộ Sở Giáo dục và Đào tạo", "Chi bộ Ban Dân tộc", "Đảng bộ Sở Y tế"];
const NAME = "Đảng bộ Khối các cơ quan tỉnh";

// A trace takes a picture of the page at every key, and here are thousands.
test.use({ trace: "off" });
test.beforeEach(({ page }) => page.addInitScript(`window.troubleWithFocus = ${troubleWithFocus}`));

/** What is wrong with where the focus is: empty when it can be seen that it is there. */
function troubleWithFocus() {
  const at = document.activeElement;
  if (!at || at === document.body) return "";
  const name = `${at.outerHTML.slice(0, 160)} `;
  // A radio button that only its label shows.
  const shown = at.matches(".sr-only") ? at.closest("label") : at;
  const box = shown.getBoundingClientRect();
  if (box.width < 2 || box.height < 2) return `${name}has no size`;
  if (!shown.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return `${name}is hidden`;
  const inset = (from, to, share) => Math.min(Math.max(from + (to - from) * share, 0), Infinity);
  const points = [[0.5, 0.5], [0.1, 0.3], [0.9, 0.3], [0.1, 0.8], [0.9, 0.8]];
  const seen = points.some(([across, down]) => {
    const found = document.elementFromPoint(inset(box.left, box.right, across), inset(box.top, box.bottom, down));
    return found && (shown.contains(found) || found.contains(shown) && found.closest("a, button, tr, article, li, label") !== null);
  });
  if (!seen) return `${name}is covered or outside the window`;
  const luminance = (colour) => {
    const parts = colour.match(/[\d.]+/g).map(Number);
    const linear = parts.slice(0, 3).map((part) => (part / 255 <= 0.03928 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return { light: 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2], clear: parts[3] === 0 };
  };
  const ground = (element) => {
    for (let around = element; around; around = around.parentElement) {
      const found = luminance(getComputedStyle(around).backgroundColor);
      if (!found.clear) return found.light;
    }
    return 1;
  };
  const ring = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    if (style.outlineStyle === "none" || Number.parseFloat(style.outlineWidth) < 1) return 0;
    const inside = Number.parseFloat(style.outlineOffset) < 0;
    const [one, other] = [luminance(style.outlineColor).light, ground(inside ? element : element.parentElement ?? element)];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };
  // The ring may stand on what the focused element stands for: its stretched area, its label, its cell, its form.
  const around = at.closest(".search, .sheet td, .question__choice");
  const rings = [ring(at), ring(at, "::after"), at.nextElementSibling ? ring(at.nextElementSibling) : 0, around ? ring(around) : 0];
  return Math.max(...rings) >= 3 ? "" : `${name}shows no focus`;
}

/** Asserts that whoever looks at the screen sees where the focus is. */
async function expectFocusSeen(page) {
  expect(await page.evaluate(() => window.troubleWithFocus())).toBe("");
}

/** Presses Tab (or Shift+Tab) until the focus is on what `locator` names, looking at every stop. */
async function tabTo(page, locator, { key = "Tab", limit = 120 } = {}) {
  await expect(locator).toBeAttached();
  for (let presses = 0; presses < limit; presses += 1) {
    const [arrived, trouble] = await locator.evaluate((element) => [element === document.activeElement, window.troubleWithFocus()]);
    if (presses > 0) expect(trouble).toBe("");
    if (arrived) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${locator}`);
}

/** Presses Tab to an element and Enter on it. */
async function press(page, locator, options) {
  await tabTo(page, locator, options);
  await page.keyboard.press("Enter");
}

/** Walks from the skip link over the page to its end; answers all stops on the way. */
async function walk(page) {
  await press(page, page.locator(".skip-link"), { key: "Shift+Tab" });
  const stops = await page.evaluateHandle(() => new Set());
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press("Tab");
    const [goesOn, trouble] = await stops.evaluate((stops) => {
      const at = document.activeElement;
      const isNew = !stops.has(at) && at.closest("main") !== null;
      stops.add(at);
      return [isNew, window.troubleWithFocus()];
    });
    if (!goesOn) return stops;
    expect(trouble).toBe("");
  }
  throw new Error("the page has no end");
}

/** Asserts that a walk over the page passes all that can be pressed on it, but for radio buttons that arrows choose. */
async function expectAllReached(page) {
  const stops = await walk(page);
  const missed = await stops.evaluate((stops) => {
    const controls = document.querySelectorAll("main :is(a[href], button, input, select, textarea, summary)");
    const shown = [...controls].filter((one) => one.checkVisibility() && one.type !== "radio" && one.tabIndex >= 0);
    return shown.filter((one) => !stops.has(one)).map((one) => one.outerHTML.slice(0, 120));
  });
  expect(missed, "never reached by Tab").toEqual([]);
  return stops.evaluate((stops) => stops.size);
}

/** The heading of the page has the focus, as after every way to another page. */
async function expectAtHeading(page, text) {
  await expect(page.locator("main h1")).toBeFocused();
  if (text) await expect(page.locator("main h1")).toContainText(text);
}

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
    const menu = figure.locator(".chart__tools [aria-haspopup]");
    await press(page, menu);
    await expect(figure.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(menu).toBeFocused();
    // Its table is hidden again, but for the first, which the way back then goes through.
    if (at > 0) await press(page, toggle, { key: "Shift+Tab" });
  }
  const first = figures.first();
  const menu = first.locator(".chart__tools [aria-haspopup]");
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
