// What a cell says of its figure, by shape and in words as well as by colour; and an explanation that stays with it.
import { expect, expectAccessible, open, test } from "./support.mjs";
import { enter, expectFigure, figure, openSheet, saved, startBloc } from "./flows.mjs";

const UNITS = ["Đảng bộ Sở Nội vụ", "Chi bộ Báo tỉnh", "Chi bộ Ban Dân tộc"];
const [OFFICE, PRESS, ETHNIC] = UNITS;
const line = (page) => page.locator("#sheet-line");
const mark = (page, unit, column, kind) => figure(page, unit, column).locator(`.sheet__mark--${kind}`);

test("a sudden change is marked as it is entered, explained at its cell, and open again when it changes", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "headcount");
  await page.getByRole("button", { name: "Kỳ trước" }).click();
  await enter(page, PRESS, 0, "20");
  await expect(figure(page, PRESS, 0)).toHaveText("20");
  await page.getByRole("button", { name: "Kỳ sau" }).click();
  await expect(figure(page, PRESS, 0)).toHaveText("");
  // What marks mean is folded away until it is asked for.
  const legend = page.getByRole("list", { name: "Chú giải dấu trong ô" });
  await expect(legend).toBeHidden();
  await page.getByText("Chú giải dấu trong ô").click();
  await enter(page, PRESS, 0, "200");
  // A mark with words, at once; the rule and the remedy when it is come back to.
  await expect(mark(page, PRESS, 0, "flagged")).toBeVisible();
  await expect(figure(page, PRESS, 0)).toContainText("cần xem lại");
  await page.keyboard.press("ArrowUp");
  await expect(line(page)).toContainText("không quá 3 lần số kỳ trước");
  await expect(line(page)).toContainText("là 20, nay là 200");
  await expect(legend).toContainText("cần xem lại");

  // The panel says it whole and takes the explanation, by the keyboard alone.
  await page.keyboard.press("Shift+F2");
  const panel = page.locator("#cell-panel");
  await expect(panel).toContainText("là 200");
  await expect(panel).toContainText("vượt mức 300%");
  await panel.getByRole("button", { name: "Đã kiểm tra, giải thích…" }).press("Enter");
  const form = page.getByRole("dialog", { name: "Giải thích số liệu" });
  await form.getByRole("textbox").fill("Nhận thêm chi bộ sáp nhập");
  await form.getByRole("button", { name: "Lưu lời giải thích" }).press("Enter");
  await expect(form).toBeHidden();
  await expect(panel).toContainText("Nhận thêm chi bộ sáp nhập");
  await expect(mark(page, PRESS, 0, "explained")).toBeVisible();
  await expectAccessible(page);
  await saved(page);
  await page.reload();
  await expect(mark(page, PRESS, 0, "explained")).toBeVisible();
  await expect(figure(page, PRESS, 0)).toContainText("đã kiểm tra");

  // It explains 200 and no other figure.
  await enter(page, PRESS, 0, "300");
  await expect(mark(page, PRESS, 0, "flagged")).toBeVisible();
  // What happened to the cell: from what to what, and who.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Shift+F2");
  await expect(panel).toContainText("200 → 300");
  await expect(panel).toContainText("trống → 200");
  await expect(panel).toContainText("trên máy này");
});

test("the same rules hold while typing and over the whole bloc; nothing is corrected", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "meetings");
  // A part without its whole, then above it.
  await enter(page, OFFICE, 1, "5");
  await expect(mark(page, OFFICE, 1, "flagged")).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(line(page)).toContainText("còn trống, nên chưa đối chiếu được");
  await enter(page, OFFICE, 0, "4");
  await figure(page, OFFICE, 1).click();
  await expect(line(page)).toContainText("Số chi bộ sinh hoạt định kỳ không quá số chi bộ phải sinh hoạt");
  await expectFigure(page, OFFICE, 1, "5");
  await saved(page);
  const period = new URL(page.url()).searchParams.get("period");
  await open(page, `/findings?bloc=${bloc}${period ? `&period=${period}` : ""}`);
  await expect(page.locator(".finding").filter({ hasText: OFFICE }).filter({ hasText: "là 5, lớn hơn" })).toHaveCount(1);
});

test("numbers are read as an office writes them, and what could mean two things is kept with its remedy", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "headcount");
  for (const typed of ["4.201", "4201", "4 201", "4\u00a0201", "4\u202f201", "４２０１"]) {
    await figure(page, PRESS, 0).click();
    await page.keyboard.insertText(typed);
    await page.keyboard.press("Enter");
    await expect(figure(page, PRESS, 0), typed).toContainText("4.201");
    await figure(page, PRESS, 0).click();
    await page.keyboard.press("Delete");
  }
  await enter(page, ETHNIC, 1, "70/73");
  await page.keyboard.press("ArrowUp");
  await expectFigure(page, ETHNIC, 1, "70");
  for (const [typed, remedy] of [
    ["1.5", "Gõ số nguyên, ví dụ 1500 hoặc 1.500"],
    ["39,2%", "tỉ lệ phần trăm được tính từ số đếm"],
    ["120 lượt", "số lượt không phải là số người"],
  ]) {
    await enter(page, PRESS, 0, typed);
    await expect(line(page)).toContainText(remedy);
    await expect(figure(page, PRESS, 0)).toContainText(typed);
    await expect(mark(page, PRESS, 0, "invalid")).toBeVisible();
    await expect(page.locator("tfoot td").first()).not.toContainText(/\d/);
  }
  // A percentage is refused while it is still being typed.
  await figure(page, PRESS, 2).click();
  await page.keyboard.type("39,2%");
  await expect(line(page)).toContainText("tỉ lệ phần trăm được tính từ số đếm");
  await page.keyboard.press("Escape");
});

test("on a phone every target is large enough, digits are asked for, and \u201cTiếp\u201d goes on", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await open(page, `/entry/headcount?bloc=${bloc}`);
  await page.getByRole("link", { name: PRESS }).click();
  // Coming to a page puts the focus on its heading once it has drawn.
  await expect(page.locator("main h1")).toBeFocused();
  const fields = page.locator(".question__input");
  await expect(fields.first()).toHaveAttribute("inputmode", "numeric");
  const small = await page
    .locator("main :is(a[href], button, input, select, textarea)")
    .evaluateAll((targets) =>
      targets
        .filter((target) => target.checkVisibility())
        .map((target) => [target.getAttribute("aria-label") ?? target.textContent, target.getBoundingClientRect().height])
        .filter(([, height]) => height < 44),
    );
  expect(small).toEqual([]);
  await fields.first().click();
  for (const [at, value] of ["31", "12", "7"].entries()) {
    await expect(fields.nth(at)).toBeFocused();
    await page.keyboard.type(value);
    await page.getByRole("button", { name: "Tiếp" }).click();
  }
  await expect(fields.nth(0)).toHaveValue("31");
  await expect(fields.nth(1)).toHaveValue("12");
  await expect(fields.nth(2)).toHaveValue("7");
});

test("two tabs that write one cell differently: what was typed stands, the other value is offered, both are in the history", async ({ page, context }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "headcount");
  const other = await context.newPage();
  await openSheet(other, bloc, "headcount");
  await figure(page, PRESS, 0).click();
  await page.keyboard.type("15");
  await enter(other, PRESS, 0, "12");
  await saved(other);
  await expect.poll(() => page.locator("tfoot td").first().textContent()).toBe("12");
  await page.keyboard.press("Enter");
  await expectFigure(page, PRESS, 0, "15");
  await expect(mark(page, PRESS, 0, "conflicting")).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(line(page)).toContainText("một thẻ khác đã ghi 12. Ô đang giữ 15.");
  await page.keyboard.press("Shift+F2");
  const panel = page.locator("#cell-panel");
  await expect(panel).toContainText("12 → 15");
  await panel.getByRole("button", { name: "Lấy số ở thẻ kia" }).click();
  await expectFigure(page, PRESS, 0, "12");
  await expect(mark(page, PRESS, 0, "conflicting")).toHaveCount(0);
  await expectFigure(other, PRESS, 0, "12");
});
