// The browser is killed while somebody types, at a moment by chance: SIGKILL to a Chromium with its profile on the disk. Whatever it
// said “đã lưu” of is there when it is opened again, and the bloc opens.
import { openSheet, startBloc } from "./flows.mjs";
import { often } from "./often.mjs";
import { expect, openProfile, test } from "./support.mjs";

const KILLS = often(6, 500);
const NAME = "Đảng bộ Khối thử";
const UNITS = ["Đảng bộ Sở Y tế", "Chi bộ Thanh tra tỉnh", "Chi bộ Báo tỉnh", "Chi bộ Ban Dân tộc", "Đảng bộ Sở Nội vụ"];
/** Figures of four digits, so that none is the beginning of another. */
const FIRST = 1000;
/** The longest that somebody types, in milliseconds. */
const LONGEST = 2_500;

/** A figure of the sheet as it was typed. */
const plain = (text) => text.replaceAll(".", "").trim();

/**
 * Runs in the page: tells `said` of each frame that shows everything as saved which figures it shows, by unit. The cell that somebody
 * is in counts for nothing, and neither does one that wears the mark of what is on its way.
 */
function watchWhatIsSaid() {
  let before = "";
  const look = () => {
    const words = document.querySelector(".save-line__words")?.textContent ?? "";
    if (/Đã lưu/.test(words) && !/Đang lưu/.test(words)) {
      const cells = [...document.querySelectorAll('td[data-spot$=":0"]:not(.sheet__cell--saving)')].filter((cell) => !cell.querySelector("input"));
      const shown = cells.map((cell) => [cell.closest("tr").textContent, cell.querySelector("span").textContent]);
      const now = JSON.stringify(shown);
      if (now !== before) window.said((before = now));
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Types figures down the first column, again and again, until the browser is gone. */
async function typeAway(page, begun, next) {
  for (;;) {
    await page.locator('td[data-spot="0:0"]').click();
    for (const unit of UNITS) {
      const figure = String(next());
      begun.get(unit).push(figure);
      await page.keyboard.type(figure, { delay: Math.random() * 30 });
      await page.keyboard.press("Enter");
    }
  }
}

test(`a browser killed while somebody types has kept all that it said is saved, ${KILLS} times`, async ({ profile, server }) => {
  test.setTimeout(120_000 + KILLS * 30_000);
  let browser = await openProfile(profile);
  const bloc = await startBloc(browser.page, NAME, UNITS, server.url);
  const begun = new Map(UNITS.map((unit) => [unit, [""]]));
  /** The last figure of each unit that was said to be saved. */
  const kept = new Map(UNITS.map((unit) => [unit, ""]));
  let figure = FIRST;
  let [told, under_way] = [0, 0];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await browser.context.exposeBinding("said", (_, shown) => {
      for (const [name, text] of JSON.parse(shown)) {
        const unit = UNITS.find((unit) => name.includes(unit));
        if (kept.get(unit) === plain(text)) continue;
        kept.set(unit, plain(text));
        told += 1;
      }
    });
    await openSheet(browser.page, bloc, "admission", server.url);
    await browser.page.evaluate(watchWhatIsSaid);
    const typing = typeAway(browser.page, begun, () => (figure = figure === 9999 ? FIRST : figure + 1)).catch(() => {});
    // Every other time after something was said in this round, however slow the machine is.
    const before = told;
    if (kill % 2 === 0) await expect.poll(() => told, { timeout: 60_000 }).toBeGreaterThan(before);
    await browser.page.waitForTimeout(Math.random() * LONGEST);
    await browser.kill();
    await typing;
    under_way += UNITS.some((unit) => begun.get(unit).at(-1) !== kept.get(unit));

    browser = await openProfile(profile);
    await openSheet(browser.page, bloc, "admission", server.url);
    const rows = await browser.page.locator('td[data-spot$=":0"]').evaluateAll((cells) =>
      cells.map((cell) => [cell.closest("tr").textContent, cell.querySelector("input")?.value ?? cell.querySelector("span").textContent]),
    );
    expect(rows.length, "every unit is there").toBe(UNITS.length);
    for (const [row, text] of rows) {
      const unit = UNITS.find((unit) => row.includes(unit));
      const typed = begun.get(unit);
      expect(typed, `what was said of ${unit}`).toContain(kept.get(unit));
      // What was said to be saved, or what was typed after it.
      const may = typed.slice(typed.lastIndexOf(kept.get(unit)));
      expect(may, `${unit} after kill ${kill}`).toContain(plain(text));
      begun.set(unit, [plain(text)]);
      kept.set(unit, plain(text));
    }
    if (kill % 50 === 0) console.log(`${kill} kills: ${told} figures said to be saved, all there`);
  }
  await browser.close();
  console.log(`${KILLS} kills, ${told} figures said to be saved, ${under_way} times another was on its way`);
  expect(told).toBeGreaterThanOrEqual(KILLS / 2);
  expect(under_way).toBeGreaterThan(0);
});
