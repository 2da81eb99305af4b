// Units over time: what becomes of them is shown before it is done, is one act, and leaves old periods where they were.
import { expect, expectAccessible, expectNoSidewaysScroll, open, test } from "./support.mjs";
import { enter, openDemo, saved, startBloc, tabTo } from "./flows.mjs";

const units = (page) => page.locator("tbody .tree__words > a");

/** A date is taken when its field is left. */
async function date(dialog, text) {
  await dialog.getByLabel("Có hiệu lực từ ngày").fill(text);
  await dialog.getByLabel("Có hiệu lực từ ngày").press("Tab");
}

async function change(page, unit, action = "Thay đổi tổ chức") {
  await page.getByRole("button", { name: `Việc khác: ${unit}`, exact: true }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("four units become one and one becomes three: 73 → 70 → 72, and back", async ({ page }) => {
  const bloc = await openDemo(page);
  await open(page, `/units?bloc=${bloc}`);
  await expect(page.locator("h1")).toContainText("73 tổ chức cơ sở đảng");
  await expect(units(page).nth(5)).toBeVisible();
  const names = (await units(page).allTextContents()).slice(0, 6);
  const dialog = page.getByRole("dialog");

  // Nonsense first: a day before its figures.
  await change(page, names[0]);
  await dialog.getByLabel("Tên đơn vị").fill("Đảng bộ cơ sở mới thành lập");
  await expect(dialog).toContainText("Chọn thêm ít nhất một đơn vị");
  for (const name of names.slice(1, 4)) {
    await dialog.getByRole("combobox", { name: "Các đơn vị hợp nhất, sáp nhập" }).selectOption({ label: name });
  }
  await date(dialog, "01/01/2021");
  await expect(dialog).toContainText("đã có số liệu");
  await expect(dialog).toContainText("Chọn ngày muộn hơn");
  await date(dialog, "01/10/2021");
  await expect(dialog).toContainText("73 → 70 tổ chức cơ sở đảng từ ngày 01/10/2021");
  await expect(dialog).toContainText(`${names[1]} kết thúc hết ngày 30/09/2021`);
  await expect(dialog).toContainText("báo cáo của năm 2021 ở lại với đơn vị này");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Hợp nhất, sáp nhập" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Đã thay đổi tổ chức: 73 → 70")).toBeVisible();
  await saved(page);

  // The demo is seen from July: what is in force later is told by its day.
  await change(page, names[4]);
  await dialog.getByLabel("Việc thay đổi").selectOption("split");
  await dialog.getByLabel(/Các đơn vị sau khi tách/).fill("Chi bộ Một\nChi bộ Hai\nChi bộ Ba");
  await date(dialog, "01/12/2021");
  await expect(dialog).toContainText("70 → 72");
  await dialog.getByRole("button", { name: "Chia tách" }).click();
  await expect(dialog).toBeHidden();
  const history = page.locator(".units__history");
  await expect(history).toContainText("73 → 70 → 72");
  await history.locator("summary").click();
  await expect(history).toContainText("nhập thành Đảng bộ cơ sở mới thành lập");
  await expect(history).toContainText("tách thành Chi bộ Một, Chi bộ Hai và Chi bộ Ba");
  await expectNoSidewaysScroll(page);

  // A unit's own page tells what became of it.
  await units(page).filter({ hasText: names[1] }).click();
  await expect(page.getByRole("heading", { name: "Thay đổi tổ chức qua các thời kỳ" })).toBeVisible();
  await expect(page.locator(".units__steps")).toContainText("01/10/2021");
  await page.goBack();

  await page.keyboard.press("Control+z");
  await expect(history).toContainText("73 → 70");
  await expect(history).not.toContainText("72");
  await page.keyboard.press("Control+z");
  await expect(history).toHaveCount(0);
});

test("a unit that was renamed keeps its old name for old periods", async ({ page }) => {
  const bloc = await openDemo(page);
  await open(page, `/units?bloc=${bloc}`);
  await expect(units(page).first()).toBeVisible();
  const name = (await units(page).allTextContents())[0];
  const dialog = page.getByRole("dialog");
  await change(page, name);
  await dialog.getByLabel("Việc thay đổi").selectOption("rename");
  await dialog.getByLabel("Tên mới").fill("Đảng bộ tên mới");
  await date(dialog, "01/07/2021");
  await expect(dialog).toContainText("Vẫn 73 tổ chức cơ sở đảng");
  await dialog.getByRole("button", { name: "Đổi tên" }).click();
  await expect(units(page).first()).toHaveText("Đảng bộ tên mới");
  await saved(page);
  await open(page, `/entry/headcount?bloc=${bloc}&period=2021-06`);
  await expect(page.getByRole("grid")).toContainText(name);
  await open(page, `/entry/headcount?bloc=${bloc}&period=2021-07`);
  await expect(page.getByRole("grid")).toContainText("Đảng bộ tên mới");
});

test("two units are merged by keys alone; admissions of then stand under those of then, or of now", async ({ page }) => {
  test.setTimeout(180_000);
  const names = ["Chi bộ Sở Công Thương", "Chi bộ Sở Xây dựng", "Đảng bộ Sở Y tế"];
  const bloc = await startBloc(page, "Khối thử", names);
  const year = new Date().getFullYear() - 1;
  await open(page, `/entry/admission?bloc=${bloc}&period=${year}-01`);
  await expect(page.getByRole("grid")).toBeVisible();
  for (const [at, name] of names.entries()) await enter(page, name, 0, String(at + 2));
  await saved(page);

  await open(page, `/units?bloc=${bloc}`);
  const more = page.getByRole("button", { name: `Việc khác: ${names[0]}`, exact: true });
  await more.focus();
  await page.keyboard.press("Enter");
  const item = page.getByRole("menuitem", { name: "Thay đổi tổ chức" });
  for (let at = 0; at < 8 && !(await item.evaluate((node) => node === document.activeElement)); at += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  const others = dialog.getByRole("combobox", { name: "Các đơn vị hợp nhất, sáp nhập" });
  await tabTo(page, others);
  await page.keyboard.type("Chi bộ Sở X");
  await expect(dialog.getByText(names[1]).first()).toBeVisible();
  await tabTo(page, dialog.getByLabel("Tên đơn vị"));
  await page.keyboard.type("Chi bộ Sở Công Thương và Xây dựng");
  await tabTo(page, dialog.getByLabel("Có hiệu lực từ ngày"));
  await page.keyboard.press("Control+a");
  await page.keyboard.type(`01/07/${year}`);
  await page.keyboard.press("Tab");
  await expect(dialog).toContainText("3 → 2 tổ chức cơ sở đảng");
  await tabTo(page, dialog.getByRole("button", { name: "Hợp nhất, sáp nhập" }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await saved(page);

  await open(page, `/admission?bloc=${bloc}&period=${year}`);
  // Of the year of change, three of the four that were there have reported.
  await expect(page.locator("h1")).toHaveText(/Kết nạp 9 đảng viên.*3\/4 đơn vị đã báo cáo/);
  const table = page.getByRole("table").last();
  await expect(table).toContainText(names[0]);
  const choice = page.getByRole("combobox", { name: "Đơn vị của các kỳ trước" });
  await choice.selectOption({ label: "Theo đơn vị hiện nay" });
  await expect(table).not.toContainText(names[1]);
  await expect(table.getByRole("row").filter({ hasText: "Công Thương và Xây dựng" })).toContainText("5");
  // The total is the same either way; those of now are two.
  await expect(page.locator("h1")).toHaveText(/Kết nạp 9 đảng viên.*2\/2 đơn vị đã báo cáo/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});
