// A person who fills 20 values needs no more keystrokes than in a spreadsheet: the value's own characters and one key to
// leave it, down or across.
import { expect, test } from "./support.mjs";
import { expectFigure, figure, openSheet, saved, startBloc } from "./flows.mjs";

const UNITS = Array.from({ length: 20 }, (_, at) => `Chi bộ số ${String(at + 1).padStart(2, "0")}`);
const VALUES = Array.from({ length: 20 }, (_, at) => String((at * 37) % 211));
/** What a spreadsheet asks for: each character, and Enter or Tab. */
const IN_A_SPREADSHEET = VALUES.reduce((sum, value) => sum + value.length + 1, 0);

/** Counts the keys that the page really gets. */
async function countKeys(page) {
  await page.evaluate(() => {
    window.keysPressed = 0;
    window.addEventListener("keydown", () => (window.keysPressed += 1), true);
  });
  return () => page.evaluate(() => window.keysPressed);
}

async function fill(page, key) {
  for (const value of VALUES) {
    await page.keyboard.type(value);
    await page.keyboard.press(key);
  }
}

test("20 values down a column", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "admission");
  await figure(page, UNITS[0], 0).click();
  const pressed = await countKeys(page);
  await fill(page, "Enter");
  expect(await pressed()).toBeLessThanOrEqual(IN_A_SPREADSHEET);
  await saved(page);
  for (const [at, value] of VALUES.entries()) await expectFigure(page, UNITS[at], 0, value);
});

test("20 values across, row after row", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "meetings");
  await figure(page, UNITS[0], 0).click();
  const columns = Number(await page.getByRole("grid").getAttribute("aria-colcount")) - 2;
  expect(columns).toBeGreaterThan(2);
  const pressed = await countKeys(page);
  for (const [at, value] of VALUES.entries()) {
    await page.keyboard.type(value);
    // After a run of Tabs Enter begins the next row where the run began.
    await page.keyboard.press((at + 1) % columns === 0 ? "Enter" : "Tab");
  }
  expect(await pressed()).toBeLessThanOrEqual(IN_A_SPREADSHEET);
  await saved(page);
  for (const [at, value] of VALUES.entries()) await expectFigure(page, UNITS[Math.floor(at / columns)], at % columns, value);
});
