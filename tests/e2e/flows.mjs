// What people do again and again, for the specs.
import { expect, open } from "./support.mjs";

/** Taps a demo where a bloc begins; answers the bloc's id. */
export async function openDemo(page, name = "Xem thử với Hòa Bình 2021") {
  await open(page, "/start");
  await page.getByRole("button", { name }).click();
  await page.waitForURL((url) => url.pathname === "/" && url.searchParams.has("bloc"));
  await expect(page.locator("h1")).toBeVisible();
  return new URL(page.url()).searchParams.get("bloc");
}

/** Makes a bloc of one's own with these units; answers its id. */
export async function startBloc(page, name, units, base = "") {
  await open(page, `${base}/start`);
  await page.getByRole("button", { name: "Bắt đầu cho Khối của tôi" }).click();
  await page.getByLabel("Tên Đảng bộ Khối").fill(name);
  await page.getByRole("button", { name: "Tiếp" }).click();
  await page.getByRole("button", { name: "Tiếp" }).click();
  await page.getByLabel("Danh sách đơn vị").fill(units.join("\n"));
  await page.getByRole("button", { name: "Mở sổ" }).click();
  // Where a bloc was open before, the address has had that one until now.
  await page.waitForURL((url) => url.pathname !== "/start" && url.searchParams.has("bloc"));
  return new URL(page.url()).searchParams.get("bloc");
}

/** Opens the sheet of a form for all units. */
export async function openSheet(page, bloc, form, base = "") {
  await open(page, `${base}/entry/${form}?bloc=${bloc}`);
  await expect(page.getByRole("grid")).toBeVisible();
}

/** A cell of the sheet: the unit's row, the column counted from the first figure. */
export function figure(page, unit, column) {
  return page.getByRole("grid").getByRole("row").filter({ hasText: unit }).getByRole("gridcell").nth(column);
}

/** What a cell shows: the active one holds an input, the others text. */
export async function expectFigure(page, unit, column, text) {
  const shown = async () => {
    const cell = figure(page, unit, column);
    const input = cell.locator("input");
    return (await input.count()) ? await input.inputValue() : ((await cell.textContent()) ?? "");
  };
  await expect.poll(shown, { message: `${unit}, column ${column}` }).toContain(text);
}

/** Types a figure into a cell and leaves it by Enter. */
export async function enter(page, unit, column, text) {
  await figure(page, unit, column).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Waits until the save line says that everything is on the device. */
export async function saved(page) {
  await expect(page.locator(".save-line")).toContainText(/Đã lưu/);
  await expect(page.locator(".save-line")).not.toContainText(/Đang lưu/);
}

/** Goes to a control, or into it, by one key alone. */
export async function tabTo(page, control, key = "Tab", most = 60) {
  for (let at = 0; at < most; at += 1) {
    if (await control.evaluate((node) => node.contains(document.activeElement))) return;
    await page.keyboard.press(key);
  }
  await expect(control).toBeFocused();
}

/** Makes a trial bloc from the settings and waits until it is open; answers its id. */
export async function makeTrial(page, size) {
  await open(page, "/settings");
  await page.getByRole("switch", { name: "Hiện công cụ thử tải" }).check();
  // A small bloc may be made before anybody could look: the bar is noted by the page itself.
  await page.evaluate(() => {
    window.toldProgress = false;
    const look = () => (window.toldProgress ||= document.querySelector("progress#trial-progress")?.labels[0]?.textContent === "Đang tạo số liệu minh họa");
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole("button", { name: `Tạo và mở: ${size}` }).click();
  await expect.poll(() => page.evaluate(() => window.toldProgress)).toBe(true);
  await page.waitForURL((url) => url.pathname === "/" && url.searchParams.has("bloc"), { timeout: 200_000 });
  await expect(page.locator("h1")).toBeVisible({ timeout: 60_000 });
  return new URL(page.url()).searchParams.get("bloc");
}
