// Several cells at once, with the real keyboard and the real clipboard: select, copy, cut, paste, fill down, clear, undo.
import { expect, test } from "./support.mjs";
import { figure, openSheet, saved, startBloc } from "./flows.mjs";

const UNITS = ["Đảng bộ Sở Giáo dục và Đào tạo", "Chi bộ Ban Dân tộc", "Đảng bộ Sở Y tế", "Chi bộ Báo tỉnh"];

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const put = (page, text) => page.evaluate((words) => navigator.clipboard.writeText(words), text);

/** What the sheet shows, row by row; the active cell holds an input. */
async function table(page, columns = 3) {
  return page.getByRole("grid").locator("[data-row]").evaluateAll(
    (rows, count) =>
      rows.map((row) =>
        [...row.querySelectorAll("td")].slice(0, count).map((td) => td.querySelector("input")?.value ?? td.querySelector("span")?.textContent ?? ""),
      ),
    columns,
  );
}

test("cells are copied to and from a spreadsheet, cut, filled down, cleared, and taken back after a reload", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "headcount");
  const keys = async (...names) => {
    for (const name of names) await page.keyboard.press(name);
  };
  // As a spreadsheet copies: tabs, CRLF, numbers as text with Vietnamese separators, one that means two things.
  await put(page, "4.201\t12\r\n３５\t1.5\r\n");
  await figure(page, UNITS[0], 0).click();
  await keys("Control+v");
  await expect.poll(() => table(page)).toEqual([["4.201", "12", ""], ["35", "1.5", ""], ["", "", ""], ["", "", ""]]);
  await expect(page.locator(".toast")).toContainText("Đã dán 4 ô; 1 ô chưa hiểu được giữ nguyên và đánh dấu");
  await expect(figure(page, UNITS[1], 1)).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("tfoot td").first()).toHaveText("4.236");

  // What was pasted is selected; copied again it has no separators.
  await expect(page.locator('[aria-selected="true"]')).toHaveCount(4);
  await keys("Control+c");
  await expect.poll(() => clipboard(page)).toBe("4201\t12\r\n35\t1.5\r\n");

  // One number over a selection fills all of it.
  await put(page, "7");
  await keys("ArrowDown", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowDown");
  await expect(page.locator("#sheet-line")).toContainText("Đang chọn 4 ô (2 đơn vị × 2 cột)");
  await keys("Control+v");
  await expect.poll(() => table(page)).toEqual([["4.201", "12", ""], ["35", "1.5", ""], ["7", "7", ""], ["7", "7", ""]]);

  // Fill down from the first row of the selection; one cell alone takes what stands above it.
  await keys("Control+Home", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
  await expect.poll(() => table(page, 1)).toEqual([["4.201"], ["4.201"], ["4.201"], ["7"]]);
  await keys("End", "ArrowLeft");
  await page.keyboard.type("9");
  await keys("Enter", "Control+d");
  await expect.poll(() => table(page)).toEqual([["4.201", "12", "9"], ["4.201", "1.5", "9"], ["4.201", "7", ""], ["7", "7", ""]]);

  // Cut, and clear with the mouse drawn over cells.
  await keys("Control+Home", "Shift+ArrowRight", "Control+x");
  await expect.poll(() => clipboard(page)).toBe("4201\t12\r\n");
  await expect.poll(() => table(page)).toEqual([["", "", "9"], ["4.201", "1.5", "9"], ["4.201", "7", ""], ["7", "7", ""]]);
  await figure(page, UNITS[1], 0).hover();
  await page.mouse.down();
  await figure(page, UNITS[3], 1).hover();
  await page.mouse.up();
  await expect(page.locator('[aria-selected="true"]')).toHaveCount(6);
  await keys("Delete");
  await expect.poll(() => table(page)).toEqual([["", "", "9"], ["", "", "9"], ["", "", ""], ["", "", ""]]);
  await saved(page);

  // Each act is one step back, after a reload too.
  await page.reload();
  await figure(page, UNITS[0], 0).click();
  await keys("Control+z");
  await expect.poll(() => table(page)).toEqual([["", "", "9"], ["4.201", "1.5", "9"], ["4.201", "7", ""], ["7", "7", ""]]);
  await keys("Control+z");
  await expect.poll(() => table(page, 2)).toEqual([["4.201", "12"], ["4.201", "1.5"], ["4.201", "7"], ["7", "7"]]);
  await keys("Control+y");
  await expect.poll(() => table(page, 2)).toEqual([["", ""], ["4.201", "1.5"], ["4.201", "7"], ["7", "7"]]);
});

test("a paste beyond the sheet says what it left out; a text that is being typed keeps its own clipboard", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "headcount");
  await put(page, "1\t2\t3\t4\n5\t6\t7\t8");
  await figure(page, UNITS[3], 1).click();
  await page.keyboard.press("Control+v");
  await expect(page.locator(".toast")).toContainText("Đã dán 2 ô; 6 ô nằm ngoài bảng, không dán");
  await expect.poll(() => table(page)).toEqual([["", "", ""], ["", "", ""], ["", "", ""], ["", "1", "2"]]);
  await page.locator(".toast").getByRole("button", { name: "Hoàn tác" }).click();
  await expect.poll(() => table(page)).toEqual([["", "", ""], ["", "", ""], ["", "", ""], ["", "", ""]]);
  await put(page, "34");
  await figure(page, UNITS[0], 0).click();
  await page.keyboard.type("12");
  await page.keyboard.press("Control+v");
  await page.keyboard.press("Enter");
  await expect.poll(() => table(page, 1)).toEqual([["1.234"], [""], [""], [""]]);
});
