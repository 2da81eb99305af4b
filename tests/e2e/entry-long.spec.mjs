// A sheet of many units: only the rows that are seen are drawn, and nothing that is typed or focused goes with the others.
import { expect, test } from "./support.mjs";
import { figure, openSheet, startBloc } from "./flows.mjs";

const COUNT = 260;
const UNITS = Array.from({ length: COUNT }, (_, at) => `Chi bộ cơ quan số ${at + 1}`);

test("260 units: typed from end to end, scrolled away with the focus kept", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "headcount");
  const grid = page.getByRole("grid");
  const drawn = grid.locator("[data-row]");
  // Two rows of head and the totals count as rows too.
  await expect(grid).toHaveAttribute("aria-rowcount", String(COUNT + 3));
  expect(await drawn.count()).toBeLessThan(120);
  await figure(page, UNITS[0], 0).first().click();
  await page.keyboard.type("5");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  await page.keyboard.type("7");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type("30");
  await page.keyboard.press("Enter");
  await expect(grid.locator("tfoot td").first()).toHaveText("42");
  const last = grid.locator(`[data-row="${COUNT - 1}"]`);
  await expect(last).toContainText(UNITS[COUNT - 1]);
  await expect(last).toHaveAttribute("aria-rowindex", String(COUNT + 2));
  await page.keyboard.type("8");

  // Scrolled to the top, the row that is being typed into is still there, with what is typed and the focus.
  await page.locator(".sheet").evaluate((sheet) => sheet.scrollTo(0, 0));
  await expect(grid.locator('[data-row="0"]')).toBeInViewport();
  await expect(grid.locator(`[data-row="${COUNT - 40}"]`)).toHaveCount(0);
  await expect(last.locator("input")).toBeFocused();
  await page.keyboard.type("9");
  await expect(last).toBeInViewport();
  await page.keyboard.press("PageUp");
  await expect(last.getByRole("gridcell").first()).toHaveText("89");
  await expect(grid.locator("input")).toBeInViewport();
  await expect(grid.locator("tfoot td").first()).toHaveText("124");
  expect(await drawn.count()).toBeLessThan(150);

  // The search shows few enough rows to draw them whole; the active cell is the way in.
  await page.getByRole("searchbox").fill("số 25");
  await expect(drawn).toHaveCount(11);
  await page.getByRole("searchbox").fill("");
  await expect(grid).toHaveAttribute("aria-rowcount", String(COUNT + 3));
});
