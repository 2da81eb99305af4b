// The sheet in groups: heads with subtotals that fold, reached by the keyboard, true to a screen reader.
import { expect, expectAccessible, open, test } from "./support.mjs";
import { expectFigure, figure, openDemo } from "./flows.mjs";

const number = (text) => Number((text ?? "").replace(/\D/g, ""));
const heads = (page) => page.locator(".sheet__group");
const subtotal = (page, group, column) => heads(page).nth(group).getByRole("gridcell").nth(column);
const total = (page, column) => page.locator("tfoot td").nth(column);

test("rows grouped by sector have subtotals that add up, fold by keyboard, and are passed over while typing", async ({ page }) => {
  const bloc = await openDemo(page);
  await open(page, `/entry/headcount?bloc=${bloc}&period=2021-07`);
  await expect(page.getByRole("grid")).toBeVisible();
  const all = Number(await page.getByRole("grid").getAttribute("aria-rowcount"));
  await page.getByRole("combobox", { name: "Nhóm" }).selectOption("sector");
  const sheet = page.getByRole("treegrid");
  await expect(sheet).toBeVisible();
  // The rows below what a screen shows follow when there is time.
  await expect(page.locator('tbody tr[aria-level="2"]')).toHaveCount(73);
  const groups = await heads(page).count();
  expect(groups).toBeGreaterThan(1);
  await expect(sheet).toHaveAttribute("aria-rowcount", String(all + groups));
  await expect(heads(page).first()).toHaveAttribute("aria-level", "1");

  // What the heads say adds up to the total, and all units are in them once.
  const sums = await Promise.all([...Array(groups).keys()].map(async (at) => number(await subtotal(page, at, 0).textContent())));
  expect(sums.reduce((sum, one) => sum + one, 0)).toBe(number(await total(page, 0).textContent()));
  const units = await heads(page).locator(".sheet__fold .muted").allTextContents();
  expect(units.reduce((sum, one) => sum + number(one), 0)).toBe(73);

  // An edit is in its group and in the total at once, and in no other group.
  const row = page.locator('tbody tr[aria-level="2"]').first();
  const before = number(await row.getByRole("gridcell").first().textContent());
  await row.getByRole("gridcell").first().click();
  await page.keyboard.type(String(before + 7));
  await page.keyboard.press("Enter");
  await expect(subtotal(page, 0, 0)).toHaveText((sums[0] + 7).toLocaleString("vi"));
  await expect(subtotal(page, 1, 0)).toHaveText(sums[1].toLocaleString("vi"));
  await expect(total(page, 0)).toHaveText((sums.reduce((sum, one) => sum + one, 0) + 7).toLocaleString("vi"));

  // Arrows reach a head; Enter folds it; what is folded is still in its subtotal.
  await row.getByRole("gridcell").first().click();
  await page.keyboard.press("ArrowUp");
  await expect(subtotal(page, 0, 0)).toBeFocused();
  await expect(subtotal(page, 0, 0)).toHaveAccessibleName(/cộng nhóm: [\d.]+$/);
  await page.keyboard.press("Enter");
  await expect(heads(page).first()).toHaveAttribute("aria-expanded", "false");
  await expect(page.locator('tbody tr[aria-level="2"]')).toHaveCount(73 - number(units[0]));
  await expect(subtotal(page, 0, 0)).toHaveText((sums[0] + 7).toLocaleString("vi"));
  await page.keyboard.press("ArrowDown");
  await expect(subtotal(page, 1, 0)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  await expect(page.locator('tbody tr[aria-level="2"]')).toHaveCount(73);
  await expectAccessible(page);

  // Typed values go from unit to unit: Enter and Tab pass over the heads.
  const last = page.locator(`tbody tr[aria-level="2"]`).nth(number(units[0]) - 1);
  const next = page.locator(`tbody tr[aria-level="2"]`).nth(number(units[0]));
  await last.getByRole("gridcell").first().click();
  await page.keyboard.type("31");
  await page.keyboard.press("Enter");
  await page.keyboard.type("32");
  await page.keyboard.press("Enter");
  await expect(last.getByRole("gridcell").first()).toHaveText(/^31/);
  await expect(next.getByRole("gridcell").first()).toHaveText(/^32/);
  // Sorted by the alphabet within the groups; ungrouped again it is a plain grid.
  await page.getByRole("combobox", { name: "Thứ tự" }).selectOption("alphabet");
  const inFirst = async () => (await page.locator('tbody tr[aria-level="2"] th').allInnerTexts()).slice(0, number(units[0]));
  const sorted = async () => {
    const names = await inFirst();
    return JSON.stringify(names) === JSON.stringify([...names].sort(new Intl.Collator("vi").compare));
  };
  await expect.poll(sorted).toBe(true);
  await page.getByRole("combobox", { name: "Nhóm" }).selectOption("nothing");
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", String(all));
});

test("a table is pasted over the units of a grouped sheet, and copied from it, without the heads", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const bloc = await openDemo(page);
  await open(page, `/entry/headcount?bloc=${bloc}&period=2021-07`);
  await page.getByRole("combobox", { name: "Nhóm" }).selectOption("sector");
  const rows = page.locator('tbody tr[aria-level="2"]');
  const size = number(await heads(page).first().locator(".muted").textContent());
  await rows.nth(size - 1).getByRole("gridcell").first().click();
  await page.evaluate(() => navigator.clipboard.writeText("41\n42\n43\n"));
  await page.keyboard.press("Control+v");
  for (const [at, text] of [["0", "41"], ["1", "42"], ["2", "43"]]) {
    await expect(rows.nth(size - 1 + Number(at)).getByRole("gridcell").first()).toContainText(text);
  }
  await page.keyboard.press("Control+c");
  const clipboard = async () => (await page.evaluate(() => navigator.clipboard.readText())).replaceAll("\r", "");
  await expect.poll(clipboard).toBe("41\n42\n43\n");
});

test("everything, whole rows and whole columns are selected as in a spreadsheet", async ({ page }) => {
  const bloc = await openDemo(page);
  await open(page, `/entry/headcount?bloc=${bloc}&period=2021-07`);
  const line = page.locator("#sheet-line");
  const unit = await page.locator("tbody th").nth(4).innerText();
  await figure(page, unit, 1).click();
  await page.keyboard.press("Control+a");
  await expect(line).toContainText("(73 đơn vị × 3 cột)");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Space");
  await expect(line).toContainText("(1 đơn vị × 3 cột)");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(line).toContainText("(2 đơn vị × 3 cột)");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Space");
  await expect(line).toContainText("(73 đơn vị × 1 cột)");
  // The active cell stays where it was, and a key types into it alone.
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await expectFigure(page, unit, 1, "5");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+Shift+End");
  await expect(line).toContainText("(73 đơn vị × 3 cột)");
});
