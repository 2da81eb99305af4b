// Blocs larger than real ones, made behind a setting: every page shows its figures, what is typed is kept, units are
// found. Nothing is timed here; `tests/scale.rs` compares.
import { expect, open, test } from "./support.mjs";
import { figure } from "./flows.mjs";

/** Makes a trial bloc from the settings and waits until it is open; answers its id. */
async function makeTrial(page, size) {
  await open(page, "/settings");
  await page.getByRole("switch", { name: "Hiện công cụ thử tải" }).check();
  await page.getByRole("button", { name: `Tạo và mở: ${size}` }).click();
  await expect(page.getByRole("progressbar", { name: "Đang tạo số liệu minh họa" })).toBeVisible();
  await page.waitForURL((url) => url.pathname === "/" && url.searchParams.has("bloc"), { timeout: 200_000 });
  await expect(page.locator("h1")).toBeVisible({ timeout: 60_000 });
  return new URL(page.url()).searchParams.get("bloc");
}

test("130 units, 5 years, every form: every page has figures, and what is typed is there after a reload", async ({ page }) => {
  test.setTimeout(300_000);
  await open(page, "/settings");
  // Off unless someone wants it.
  await expect(page.getByRole("button", { name: /130 đơn vị/ })).toHaveCount(0);
  const bloc = await makeTrial(page, "130 đơn vị, 5 năm");
  await expect(page.locator("main")).toContainText("130 tổ chức cơ sở đảng");
  await expect(page.getByText("số liệu minh họa").first()).toBeVisible();
  for (const [path, said] of [
    ["/admission", /130\/130 đơn vị đã báo cáo|\d+\/130 đơn vị/],
    ["/study", /\d+\/130 đơn vị/],
    ["/targets", /chỉ tiêu/],
    ["/findings", /điểm cần xem lại/],
    ["/topic/classification", /%/],
    ["/topic/inspection", /\d/],
    ["/topic/key-tasks", /\d/],
    ["/topic/models", /\d/],
    ["/topic/propaganda", /\d/],
    ["/topic/meetings", /%/],
    ["/explore", /\d/],
    ["/units", /130 tổ chức cơ sở đảng/],
  ]) {
    // Within the app, as a person goes: the bloc is read once.
    await page.locator(`.sidebar a[href^="${path}?"]`).click();
    await expect(page).toHaveURL((url) => url.pathname === path);
    await expect(page.locator("h1")).toHaveText(said, { timeout: 30_000 });
  }
  // The lower levels are there when they are asked for.
  await expect(page.locator(".tree__table")).toHaveAttribute("aria-rowcount", "131");
  await page.getByRole("checkbox", { name: "Hiện cả cấp dưới cơ sở" }).check();
  const all = Number(await page.locator(".tree__table").getAttribute("aria-rowcount"));
  expect(all).toBeGreaterThan(300);
  expect(await page.locator(".tree [data-row]").count()).toBeLessThan(150);

  await open(page, `/entry/headcount?bloc=${bloc}`);
  await expect(page.getByRole("grid")).toBeVisible({ timeout: 60_000 });
  const row = page.getByRole("grid").locator('[data-row="0"]');
  const unit = (await row.getByRole("rowheader").innerText()).split("\n")[0];
  await figure(page, unit, 0).first().click();
  await page.keyboard.type("777");
  await page.keyboard.press("Enter");
  await expect(row.getByRole("gridcell").first()).toHaveText(/777/);
  await expect(page.getByRole("banner")).toContainText("Đã lưu");
  await page.reload();
  await expect(row.getByRole("gridcell").first()).toHaveText(/777/, { timeout: 30_000 });

  // A long piece of work is stopped when a person says so, and nothing comes of it; the next one is made to its end.
  await open(page, `/backup?bloc=${bloc}`);
  const files = [];
  page.on("download", (file) => files.push(file));
  const make = page.getByRole("button", { name: "Tải tệp sao lưu" });
  await make.click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.getByRole("button", { name: "Dừng" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Đã dừng, chưa ghi gì." })).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await make.click();
  await expect(page.getByText(/Bản sao lưu gần nhất trên máy này/)).toBeVisible({ timeout: 60_000 });
  expect(files.length).toBe(1);

  // It goes as any demo does.
  await open(page, `/settings?bloc=${bloc}`);
  await page.getByRole("button", { name: /^Xóa khỏi máy: Khối thử tải/ }).click();
  await expect(page.getByRole("button", { name: /^Xóa khỏi máy/ })).toHaveCount(0);
});

test("10,000 units, 12 months: the overview, the units and the sheet open, and a unit is found", async ({ page }) => {
  test.setTimeout(400_000);
  const bloc = await makeTrial(page, "10.000 đơn vị, 12 tháng");
  await expect(page.locator("main")).toContainText("10.000 tổ chức cơ sở đảng", { timeout: 60_000 });

  await page.locator('.sidebar a[href^="/units?"]').click();
  const table = page.locator(".tree__table");
  await expect(table).toHaveAttribute("aria-rowcount", "10001", { timeout: 60_000 });
  expect(await page.locator(".tree [data-row]").count()).toBeLessThan(150);
  await page.locator(".tree [data-row] a").first().focus();
  await page.keyboard.press("End");
  const last = page.locator('.tree [data-row="9999"]');
  await expect(last).toHaveAttribute("aria-rowindex", "10001");
  await expect(last.locator("a").first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.locator('.tree [data-row="9998"] a').first()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.locator('.tree [data-row="0"] a').first()).toBeFocused();
  const wanted = await page.locator('.tree [data-row="7"] a').first().innerText();
  await page.getByRole("searchbox").fill(wanted);
  await expect(page.locator(".tree").getByRole("link", { name: wanted, exact: true })).toBeVisible({ timeout: 30_000 });

  await open(page, `/entry/admission?bloc=${bloc}`);
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", /100\d\d/, { timeout: 60_000 });
  expect(await page.getByRole("grid").locator("[data-row]").count()).toBeLessThan(150);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Tìm" }).fill(wanted);
  await page.getByRole("option", { name: wanted }).first().click();
  await expect(page.locator("h1")).toContainText(wanted, { timeout: 30_000 });
});
