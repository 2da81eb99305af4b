// What is typed replaces the value of the cell it is typed into, however fast it is typed: keys are given to the
// browser without waiting for the app, and the processor is slow.
import { expect, test } from "./support.mjs";
import { enter, expectFigure, figure, openSheet, saved, startBloc } from "./flows.mjs";

const UNITS = ["Đảng bộ Sở Giáo dục và Đào tạo", "Chi bộ Ban Dân tộc", "Đảng bộ Sở Y tế"];

const CODES = { Enter: 13, Tab: 9, ArrowUp: 38, ArrowDown: 40, ArrowLeft: 37, ArrowRight: 39 };

/** Mouse and keys of the browser itself; none waits for the one before. */
async function hands(page) {
  const cdp = await page.context().newCDPSession(page);
  const key = (name) => {
    const named = name in CODES;
    const text = name === "Enter" ? "\r" : name;
    const down = named ? { key: name, code: name, windowsVirtualKeyCode: CODES[name] } : { key: name, text };
    if (name === "Enter") down.text = text;
    return [
      cdp.send("Input.dispatchKeyEvent", { type: "keyDown", ...down }),
      cdp.send("Input.dispatchKeyEvent", { type: "keyUp", key: name }),
    ];
  };
  return {
    slow: (rate) => cdp.send("Emulation.setCPUThrottlingRate", { rate }),
    keys: (...names) => names.flatMap(key),
    press: (box) => {
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2, button: "left", clickCount: 1 };
      return ["mousePressed", "mouseReleased"].map((type) => cdp.send("Input.dispatchMouseEvent", { type, ...at }));
    },
  };
}

test("a filled cell is replaced by what is typed right after a click, on a slow device too", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "headcount");
  await enter(page, UNITS[1], 1, "5");
  const { slow, keys, press } = await hands(page);
  for (const [rate, from, to] of [[1, "5", "50"], [20, "50", "7"]]) {
    await saved(page);
    await page.reload();
    await expectFigure(page, UNITS[1], 1, from);
    await slow(rate);
    const box = await figure(page, UNITS[1], 1).boundingBox();
    await Promise.all([...press(box), ...keys(...to, "Enter")]);
    await expect(figure(page, UNITS[1], 1)).toHaveText(to);
    await slow(1);
  }
});

test("a cell that is come to, clicked again, undone or restored is replaced as a whole", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "headcount");
  // The first cell is active from the beginning and holds the input.
  await enter(page, UNITS[0], 0, "5");
  await saved(page);
  await page.reload();
  await figure(page, UNITS[0], 0).click();
  await page.keyboard.type("60");
  await page.keyboard.press("Enter");
  await expect(figure(page, UNITS[0], 0)).toHaveText("60");
  await figure(page, UNITS[0], 0).click();
  await figure(page, UNITS[0], 0).click();
  await page.keyboard.type("70");
  await page.keyboard.press("Enter");
  await expect(figure(page, UNITS[0], 0)).toHaveText("70");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Control+z");
  await expectFigure(page, UNITS[0], 0, "60");
  await page.keyboard.type("80");
  await page.keyboard.press("Escape");
  await page.keyboard.type("90");
  await page.keyboard.press("Enter");
  await expect(figure(page, UNITS[0], 0)).toHaveText("90");
  // A double click edits the text; a click into what is being typed puts the caret there.
  await figure(page, UNITS[0], 0).dblclick();
  await page.keyboard.type("1");
  await page.keyboard.press("Home");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect(figure(page, UNITS[0], 0)).toHaveText("2.901");
});

test("keys typed ahead all reach the cells they are meant for", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "headcount");
  const { slow, keys, press } = await hands(page);
  await slow(10);
  const box = await figure(page, UNITS[0], 0).boundingBox();
  await Promise.all([
    ...press(box),
    // Enter after a run of Tabs begins the next row where the run began.
    ...keys("1", "2", "Tab", "3", "Tab", "4", "5", "Enter", "6", "ArrowRight", "7", "ArrowDown", "8", "ArrowLeft", "9", "Enter"),
    // And over what is filled by now.
    ...keys("ArrowUp", "ArrowUp", "1", "0", "Enter"),
  ]);
  await slow(1);
  const grid = [["10", "3", "45"], ["6", "7", ""], ["9", "8", ""]];
  for (const [unit, row] of grid.entries()) {
    for (const [column, text] of row.entries()) await expectFigure(page, UNITS[unit], column, text);
  }
});

test("in the form of one unit a filled answer is replaced by what is typed after a click", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "headcount");
  await enter(page, UNITS[0], 0, "5");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("link", { name: UNITS[0] }).click();
  // Coming to a page puts the focus on its heading once it has drawn.
  await expect(page.locator("main h1")).toBeFocused();
  const first = page.locator(".question__input").first();
  await expect(first).toHaveValue("5");
  await first.click();
  await page.keyboard.type("60");
  await page.getByRole("button", { name: "Tiếp" }).click();
  await expect(page.locator(".question__input").nth(1)).toBeFocused();
  await expect(first).toHaveValue("60");
});
