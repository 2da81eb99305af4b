// Workbooks in and out, in the worker: files of other software (workbooks.py), hostile ones, the app's own forms back again, a
// file that is shared with the installed app, and a bloc's whole drive from one messy sheet, offline.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SIZES, expect, expectAccessible, expectNoSidewaysScroll, offlineReady, open, test as base } from "./support.mjs";
import { expectFigure, openDemo, openSheet, saved, startBloc } from "./flows.mjs";

const SCRIPT = new URL("workbooks.py", import.meta.url).pathname;
const python = (...words) => execFileSync(process.env.SK_PYTHON ?? "python3", [SCRIPT, ...words], { encoding: "utf8" });

const test = base.extend({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "so-khoi-workbooks-"));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

// Without a network too.
test.use({ serviceWorkers: "allow" });

const UNITS = ["Đảng bộ Sở Giáo dục và Đào tạo", "Đảng bộ Sở Y tế", "Chi bộ Thanh tra tỉnh", "Chi bộ Báo tỉnh"];
const refusal = (page) => page.locator(".import__source").getByRole("alert");
const choose = (page, file) => page.getByLabel("Chọn tệp").setInputFiles(file);

/** Chooses from the sheet's menu of tables; answers where the file was put. */
async function download(page, action) {
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Bảng tính" }).click();
  await page.getByRole("menuitem", { name: action }).click();
  const found = await file;
  return { name: found.suggestedFilename(), path: await found.path() };
}

test("an old workbook is read, its hidden sheet last; damaged and hostile files say what to do", async ({ page, folder }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await open(page, `/import/headcount?bloc=${bloc}`);
  const file = (name) => join(folder, name);
  for (const deed of ["far", "bomb"]) python(deed, file(`${deed}.xlsx`));
  await choose(page, file("far.xlsx"));
  await expect(refusal(page)).toContainText("Ô XFD1048576 có nội dung");
  await choose(page, file("bomb.xlsx"));
  await expect(refusal(page)).toContainText("lớn hơn 64 MB");
  await choose(page, { name: "so-lieu.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK\x03\x04") });
  await expect(refusal(page)).toContainText("Tệp hỏng");
  await choose(page, { name: "bao-cao.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
  await expect(refusal(page)).toContainText("không phải bảng tính");
  // Forty megabytes of text: refused without freezing the page.
  writeFileSync(file("lon.csv"), "Đảng bộ Sở Y tế;1;2;3\n".repeat(1_400_000));
  await choose(page, file("lon.csv"));
  await expect(refusal(page)).toContainText("hơn 20.000 hàng");
  python("old", file("cu.xls"));
  await choose(page, file("cu.xls"));
  await expect(page.locator("h1")).toHaveText("Sẽ ghi 4 số");
  const sheets = page.getByRole("combobox", { name: "Trang tính" });
  await expect(sheets.locator("option")).toHaveText(["Số liệu · 5 hàng", "Nháp · 2 hàng"]);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ghi 4 số vào sổ" }).click();
  await expectFigure(page, "Báo tỉnh", 0, "21");
});

test("an open document is read, numbers as text too", async ({ page, folder }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await open(page, `/import/headcount?bloc=${bloc}`);
  const path = join(folder, "so-lieu.ods");
  python("free", path);
  await choose(page, path);
  await expect(page.locator("h1")).toHaveText("Sẽ ghi 4 số");
  await page.getByRole("button", { name: "Ghi 4 số vào sổ" }).click();
  await expectFigure(page, "Sở Giáo dục", 0, "1.204");
  await expectFigure(page, "Sở Y tế", 1, "12");
});

test("a tab that dies while an import is written leaves all of it or nothing", async ({ page, context }) => {
  const bloc = await startBloc(page, "Khối thử", []);
  await open(page, `/import/headcount?bloc=${bloc}`);
  const rows = Array.from({ length: 300 }, (_, at) => `${at + 1}\tChi bộ số ${at + 1}\t${at + 10}\t${at + 20}`);
  await page.getByLabel("Dán bảng vào đây").fill(["STT\tTên đơn vị\tĐảng viên\tQuần chúng", ...rows].join("\n"));
  await page.getByRole("button", { name: "Tạo 300 đơn vị mới" }).click();
  const write = page.getByRole("button", { name: "Ghi 600 số vào sổ" });
  await expect(write).toBeVisible();
  await write.evaluate((button) => setTimeout(() => button.click(), 0));
  await page.close();
  const next = await context.newPage();
  await open(next, `/units?bloc=${bloc}`);
  const units = await next.locator("h1").textContent();
  const written = units.includes("300 tổ chức cơ sở đảng");
  if (!written) expect(units).not.toMatch(/[1-9]\d* tổ chức cơ sở đảng/);
  await open(next, `/?bloc=${bloc}`);
  // 10 + 11 + … + 309 members, or none.
  if (written) await expect(next.locator("main")).toContainText("47.850 đảng viên");
  else await expect(next.locator("main")).not.toContainText("47.850");
});

test("a form comes back from Excel as it went, and a blank one is filled in", async ({ page, folder }) => {
  const bloc = await openDemo(page);
  await openSheet(page, bloc, "headcount");
  const filled = await download(page, "Tải số liệu về (Excel)");
  expect(filled.name).toBe("headcount-2021-07.xlsx");
  const [sheet] = JSON.parse(python("describe", filled.path));
  expect(sheet).toMatchObject({ key: "so-khoi/1 headcount 2021-07", hidden: true, frozen: "C7" });
  expect(sheet.titles[0]).toContain("Hòa Bình");
  // No formula among them; figures are numbers.
  expect(sheet.types).toEqual(["n", "s"]);
  expect(sheet.format).toContain("\\.");
  expect(sheet.rows.length).toBe(73);
  expect(sheet.rows.reduce((sum, row) => sum + (row[2] ?? 0), 0)).toBe(4201);
  const blank = await download(page, "Tải biểu trống về (Excel)");
  python("fill", blank.path, join(folder, "bieu.xlsx"));
  await open(page, `/import/headcount?bloc=${bloc}&period=2021-07`);
  await choose(page, { name: "so-lieu.xlsx", mimeType: "", buffer: (await import("node:fs")).readFileSync(filled.path) });
  await expect(page.getByText("Không có gì thay đổi")).toBeVisible();
  await page.getByRole("button", { name: "Chọn bảng khác" }).click();
  await choose(page, join(folder, "bieu.xlsx"));
  await expect(page.locator("h1")).toContainText("Sẽ ghi 1 số");
});

test("a file shared with the installed app lands in the import, which asks for the form", async ({ page, server, folder }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await offlineReady(page);
  await server.stop();
  python("old", join(folder, "cu.xls"));
  const bytes = (await import("node:fs")).readFileSync(join(folder, "cu.xls")).toString("base64");
  // What the system does when a file is shared: it posts a form to the address in the manifest.
  await page.evaluate(async (base64) => {
    const file = new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], "cu.xls", { type: "application/vnd.ms-excel" });
    const held = new DataTransfer();
    held.items.add(file);
    const form = Object.assign(document.createElement("form"), { method: "POST", action: "/import", enctype: "multipart/form-data" });
    const field = Object.assign(document.createElement("input"), { type: "file", name: "file" });
    field.files = held.files;
    form.append(field);
    document.body.append(form);
    form.submit();
  }, bytes);
  await expect(page.locator("h1")).toHaveText("Đã đọc tệp; số liệu này của biểu nào?");
  await page.getByRole("combobox", { name: "Biểu" }).selectOption("headcount");
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(page.locator("h1")).toHaveText("Sẽ ghi 4 số");
  expect(new URL(page.url()).pathname).toBe("/import/headcount");
  // It is taken once.
  await open(page, `/import?bloc=${bloc}`);
  await expect(page.getByLabel("Chọn tệp")).toBeAttached();
});

test("a file that is opened with the installed app lands in the import too", async ({ page }) => {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  // What the system hands to an installed app that it opens files with; a test's browser installs none.
  await page.addInitScript(() => {
    const handed = [];
    let consumer = null;
    window.openWith = (name, text) => {
      const params = { files: [{ getFile: async () => new File([text], name, { type: "text/csv" }) }] };
      if (consumer) consumer(params);
      else handed.push(params);
    };
    const setConsumer = (take) => {
      consumer = take;
      for (const params of handed.splice(0)) take(params);
    };
    Object.defineProperty(window, "launchQueue", { value: { setConsumer } });
    if (location.pathname === "/import") window.openWith("so-lieu.csv", "Tên đơn vị;Đảng viên\r\nĐảng bộ Sở Y tế;87\r\nChi bộ Báo tỉnh;12\r\n");
  });
  await open(page, `/import?bloc=${bloc}`);
  await expect(page.locator("h1")).toHaveText("Đã đọc tệp; số liệu này của biểu nào?");
  await page.getByRole("combobox", { name: "Biểu" }).selectOption("headcount");
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await expect(page.locator("h1")).toHaveText("Sẽ ghi 2 số");
});

/** A year's figures of the demo as its own workbook, and the same as an office keeps them in one messy sheet. */
async function messyWorkbook(page, folder) {
  const demo = await openDemo(page);
  await openSheet(page, demo, "headcount");
  const year = await download(page, "Tải mọi biểu của năm (Excel)");
  expect(year.name).toBe("so-khoi-2021.xlsx");
  const forms = JSON.parse(python("describe", year.path));
  const path = join(folder, "tong-hop.xlsx");
  const holds = JSON.parse(python("messy", year.path, path));
  await open(page, `/units?bloc=${demo}`);
  const [units] = (await page.locator("h1").textContent()).match(/^73 tổ chức cơ sở đảng = \d+ đảng bộ cơ sở \+ \d+ chi bộ cơ sở/);
  return { path, holds, units, names: forms[0].rows.map((row) => row[1]) };
}

/** Makes the drive that the figures are of; answers its identifier. */
async function makeDrive(page, bloc) {
  await open(page, `/study?bloc=${bloc}&period=2021`);
  await page.getByRole("button", { name: "Thêm đợt học tập" }).first().click();
  const drive = page.getByRole("dialog", { name: "Thêm đợt học tập" });
  await drive.getByLabel("Tên đợt").fill("Nghị quyết Đại hội XIII");
  await drive.getByLabel("Từ ngày").fill("29/3/2021");
  await drive.getByLabel("Đến ngày").fill("15/7/2021");
  await drive.getByRole("button", { name: "Lưu đợt" }).click();
  await saved(page);
  await page.getByRole("link", { name: "Nghị quyết Đại hội XIII" }).first().click();
  await expect(page).toHaveURL(/\/study\/./);
  return decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1));
}

/** The published figures, on every page that a leader would look at. */
async function expectHoaBinh(page, bloc, drive, units) {
  await open(page, `/units?bloc=${bloc}&period=2021`);
  await expect(page.locator("h1")).toContainText(units);
  await open(page, `/?bloc=${bloc}&period=2021`);
  await expect(page.locator("main")).toContainText("73 tổ chức cơ sở đảng");
  await expect(page.locator("main")).toContainText("4.201 đảng viên");
  await open(page, `/study?bloc=${bloc}&period=2021`);
  const listed = page.locator(".drive").filter({ hasText: "Nghị quyết Đại hội XIII" });
  await expect(listed).toContainText("4.201/4.201");
  await expect(listed).toContainText("73/73 đơn vị đã báo cáo");
  await open(page, `/study/${drive}?bloc=${bloc}&period=2021`);
  await expect(page.locator("h1")).toContainText("4.201/4.201");
  await expect(page.locator("h1")).toContainText("100%");
  const main = page.locator("main");
  await expect(main).toContainText("1.647 xuất sắc (39,2%), 1.924 giỏi (45,8%), 613 khá (14,6%), 17 trung bình (0,4%)");
  await expect(main).toContainText("3.545");
  await expect(main).toContainText("73/73");
  // The chart itself, and the same figures as its table.
  const grades = page.getByRole("figure", { name: "Toàn bộ" });
  await expect(grades.locator("svg text").filter({ hasText: "39,2%" }).first()).toBeAttached();
  await grades.getByRole("button", { name: /bảng/i }).click();
  for (const [grade, count, share] of [["Xuất sắc", "1.647", "39,2%"], ["Giỏi", "1.924", "45,8%"], ["Khá", "613", "14,6%"], ["Trung bình", "17", "0,4%"]]) {
    const row = grades.getByRole("row", { name: new RegExp(`^${grade}`) });
    await expect(row).toContainText(count);
    await expect(row).toContainText(share);
  }
}

for (const size of ["laptop", "phone"]) {
  test(`73 units, their head counts and a drive's results come from one messy workbook in one import, offline (${size})`, async ({ page, server, folder }) => {
    test.slow();
    const messy = await messyWorkbook(page, folder);
    expect(messy.holds.units).toBe(73);
    await page.setViewportSize(SIZES[size]);
    const bloc = await startBloc(page, "Khối Hòa Bình", []);
    const drive = await makeDrive(page, bloc);
    await open(page, `/import/study?bloc=${bloc}&period=drive:${drive}`);
    await offlineReady(page);
    await server.stop();
    await choose(page, messy.path);
    await expect(page.locator("h1")).toHaveText("Chưa có số nào để ghi; 73 hàng chưa rõ đơn vị");
    // The sheet with the figures was chosen, though it is not the first.
    await expect(page.getByRole("combobox", { name: "Trang tính" })).toHaveValue("1");
    await expect(page.getByText("73 hàng đơn vị, 10 cột số liệu; bỏ qua")).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Ghi vào: Tổng số đảng viên" })).toHaveValue("#");
    await page.getByRole("button", { name: "Tạo 73 đơn vị mới" }).click();
    const figures = messy.holds.figures.toLocaleString("vi-VN");
    await expect(page.locator("h1")).toHaveText(`Sẽ ghi ${figures} số`);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole("button", { name: `Ghi ${figures} số vào sổ` }).click();
    await expect(page.getByText(`Đã ghi ${figures} số của 73 đơn vị, thêm 73 đơn vị mới`)).toBeVisible();
    await saved(page);
    await expectHoaBinh(page, bloc, drive, messy.units);
    // Everything was one act: one step back, and neither units nor figures are there.
    await page.setViewportSize(SIZES.laptop);
    await openSheet(page, bloc, "headcount");
    await page.keyboard.press("Control+z");
    await saved(page);
    await open(page, `/units?bloc=${bloc}&period=2021`);
    await expect(page.locator("h1")).not.toContainText("73");
    await open(page, `/study?bloc=${bloc}&period=2021`);
    await expect(page.locator(".drive").filter({ hasText: "Nghị quyết Đại hội XIII" })).not.toContainText("4.201");
  });
}

test("units that are there are known however the sheet writes them, and two forms are read from it as one act", async ({ page, server, folder }) => {
  test.slow();
  const messy = await messyWorkbook(page, folder);
  const bloc = await startBloc(page, "Khối Hòa Bình", messy.names);
  const drive = await makeDrive(page, bloc);
  await offlineReady(page);
  await server.stop();
  await open(page, `/import/headcount?bloc=${bloc}&period=2021-07`);
  await choose(page, messy.path);
  await expect(page.locator("h1")).toHaveText(/^Sẽ ghi 73 số/);
  await page.getByRole("combobox", { name: "Biểu" }).selectOption("study");
  await page.getByRole("button", { name: "Thêm biểu" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /Nghị quyết Đại hội XIII/ })).toBeVisible();
  // Head counts are written by their own form alone.
  await expect(page.getByRole("combobox", { name: "Ghi vào: Tổng số đảng viên" }).nth(1)).toHaveValue("");
  await expect(page.locator("h1")).toHaveText(`Sẽ ghi ${messy.holds.figures.toLocaleString("vi-VN")} số`);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: /^Ghi [\d.]+ số vào sổ$/ }).click();
  await expect(page.getByText(/Đã ghi [\d.]+ số của 73 đơn vị/)).toBeVisible();
  await saved(page);
  await expectHoaBinh(page, bloc, drive, messy.units);
});

test("a workbook holds the list of units and the targets too", async ({ page, folder }) => {
  const path = join(folder, "danh-sach.xlsx");
  python("lists", path);
  const bloc = await startBloc(page, "Khối thử", ["Đảng bộ Sở Y tế"]);
  await open(page, `/import/units?bloc=${bloc}`);
  await choose(page, path);
  await expect(page.locator("h1")).toHaveText("Thêm 3 đơn vị");
  const sheets = page.getByRole("combobox", { name: "Trang tính" });
  await expect(sheets.locator("option:checked")).toHaveText("Đơn vị · 7 hàng");
  // A sheet of which nothing is understood says so, and the way back stays.
  await sheets.selectOption({ label: "Ghi chú · 1 hàng" });
  await expect(page.getByText("Trang tính này không có cột nào ghi tên đơn vị")).toBeVisible();
  await sheets.selectOption({ label: "Đơn vị · 7 hàng" });
  await page.getByRole("button", { name: "Ghi 3 đơn vị vào sổ" }).click();
  await expect(page.locator("h1")).toContainText("4 tổ chức cơ sở đảng = 2 đảng bộ cơ sở + 2 chi bộ cơ sở");
  await saved(page);
  await open(page, `/import/targets?bloc=${bloc}&period=2026`);
  await choose(page, path);
  await expect(sheets.locator("option:checked")).toHaveText("Chỉ tiêu · 4 hàng");
  await expect(page.locator("h1")).toHaveText("Thêm 2 chỉ tiêu");
  await page.getByRole("button", { name: "Ghi 2 chỉ tiêu vào sổ" }).click();
  await expect(page.getByText("Đã ghi 2 chỉ tiêu")).toBeVisible();
});
