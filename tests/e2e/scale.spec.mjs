// Blocs larger than real ones, made behind a setting: every page shows its figures, what is typed is kept, units are
// found, and a file that takes long is told of, stopped, and made. Nothing is timed here; `tests/scale.rs` compares.
import { readFileSync } from "node:fs";
import { expect, open, test } from "./support.mjs";
import { figure, makeTrial, saved } from "./flows.mjs";

/** From now on every value that a bar of progress takes is kept; answers what gives those since the last time. */
async function watchProgress(page, bars) {
  await page.evaluate((bars) => {
    window.progressSeen = [];
    const watch = new MutationObserver((changes) => {
      for (const { target } of changes) {
        if (target.matches(bars)) window.progressSeen.push(Number(target.value ?? target.ariaValueNow));
      }
    });
    watch.observe(document.body, { subtree: true, attributes: true, attributeFilter: ["value", "aria-valuenow"] });
  }, bars);
  return () => page.evaluate(() => window.progressSeen.splice(0));
}

/** From now on the worker for files is as on a slow device: each sign of progress takes it a little longer. */
async function slowWorker(page) {
  const slow = () => {
    const post = self.postMessage.bind(self);
    self.postMessage = (said, ...rest) => {
      const until = performance.now() + 40;
      while ("percent" in said && performance.now() < until);
      post(said, ...rest);
    };
  };
  await page.route(/\/exchange-[0-9a-f]+\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${slow})();\n${await response.text()}` });
  });
}

/** What was seen of a file that was made: it only went on, and more than once. */
function expectWentOn(seen) {
  expect(seen.length).toBeGreaterThan(10);
  expect(seen, "progress never goes back").toEqual(seen.toSorted((a, b) => a - b));
}

/**
 * Begins a file by `begin`, waits until the worker is at it and its progress is past `from`, and stops it: the worker is
 * ended, and nothing is downloaded.
 */
async function stopInTheMiddle(page, bars, begin, from, files) {
  const before = files.length;
  const [worker] = await Promise.all([page.waitForEvent("worker"), begin()]);
  const ended = new Promise((resolve) => worker.on("close", resolve));
  const bar = page.locator(bars);
  await expect.poll(() => bar.evaluate((bar) => Number(bar.value ?? bar.ariaValueNow)), { intervals: [50] }).toBeGreaterThan(from);
  await page.getByRole("button", { name: "Dừng" }).click();
  await ended;
  await expect(bar).toHaveCount(0);
  expect(page.workers()).toEqual([]);
  expect(files.length).toBe(before);
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
  const all = async () => Number(await page.locator(".tree__table").getAttribute("aria-rowcount"));
  await expect.poll(all).toBeGreaterThan(300);
  expect(await page.locator(".tree [data-row]").count()).toBeLessThan(150);

  await open(page, `/entry/headcount?bloc=${bloc}`);
  await expect(page.getByRole("grid")).toBeVisible({ timeout: 60_000 });
  const row = page.getByRole("grid").locator('[data-row="0"]');
  const unit = (await row.getByRole("rowheader").innerText()).split("\n")[0];
  await figure(page, unit, 0).first().click();
  await page.keyboard.type("777");
  await page.keyboard.press("Enter");
  await expect(row.getByRole("gridcell").first()).toHaveText(/777/);
  await saved(page);
  await page.reload();
  await expect(row.getByRole("gridcell").first()).toHaveText(/777/, { timeout: 30_000 });

  // A long piece of work is stopped when a person says so, and nothing comes of it; the next one is made to its end.
  const files = [];
  page.on("download", (file) => files.push(file));
  await slowWorker(page);
  await open(page, `/backup?bloc=${bloc}`);
  const make = page.getByRole("button", { name: "Tải tệp sao lưu" });
  await stopInTheMiddle(page, ".task progress", () => make.click(), 0, files);
  await expect(page.getByRole("alert").filter({ hasText: "Đã dừng, chưa ghi gì." })).toBeVisible();
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

  // A file that takes long is told of. Stopped in the middle of the worker's part nothing comes of it, and the page goes on;
  // the next one is made to its end.
  const files = [];
  page.on("download", (file) => files.push(file));
  await slowWorker(page);
  await open(page, `/backup?bloc=${bloc}`);
  const json = page.getByRole("button", { name: "Tải tệp JSON" });
  await expect(json).toBeVisible({ timeout: 60_000 });
  const onPage = ".task progress";
  const seenOnPage = await watchProgress(page, onPage);
  // The first half is what the page gathers.
  await stopInTheMiddle(page, onPage, () => json.click(), 50, files);
  await expect(page.getByRole("alert").filter({ hasText: "Đã dừng, chưa ghi gì." })).toBeVisible();
  expect(Math.max(...(await seenOnPage()))).toBeLessThan(100);
  const [whole] = await Promise.all([page.waitForEvent("download", { timeout: 120_000 }), json.click()]);
  expect(JSON.parse(readFileSync(await whole.path(), "utf8")).units.length).toBeGreaterThan(10_000);
  await expect(page.getByRole("alert").filter({ hasText: "Đã dừng" })).toHaveCount(0);
  expectWentOn(await seenOnPage());

  // A workbook of every form shows its progress over the sheet, which can be used again as soon as that is stopped.
  await open(page, `/entry/admission?bloc=${bloc}`);
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", /100\d\d/, { timeout: 60_000 });
  const year = async () => {
    await page.getByRole("button", { name: "Bảng tính" }).click();
    await page.getByRole("menuitem", { name: "Tải mọi biểu của năm (Excel)" }).click();
  };
  const inDialog = "dialog [role=progressbar]";
  const seenInDialog = await watchProgress(page, inDialog);
  await stopInTheMiddle(page, inDialog, year, 0, files);
  await expect(page.getByRole("dialog", { name: "Đang tạo tệp" })).toHaveCount(0);
  await figure(page, wanted, 0).click();
  expect(files.length).toBe(1);
  await seenInDialog();
  const [book] = await Promise.all([page.waitForEvent("download", { timeout: 120_000 }), year()]);
  expect(book.suggestedFilename()).toMatch(/^so-khoi-\d{4}\.xlsx$/);
  expect(readFileSync(await book.path()).subarray(0, 2).toString()).toBe("PK");
  expectWentOn(await seenInDialog());
  await expect(page.getByRole("dialog", { name: "Đang tạo tệp" })).toHaveCount(0);
});
