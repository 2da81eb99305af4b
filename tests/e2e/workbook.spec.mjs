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
  await expect(refusal(page)).toContainText("lớn hơn 128 MB");
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

for (const size of ["laptop", "phone"]) {
  test(`a bloc's head counts and a drive's results come from one messy sheet, offline (${size})`, async ({ page, server, folder }) => {
    test.slow();
    const demo = await openDemo(page);
    await openSheet(page, demo, "headcount");
    const year = await download(page, "Tải mọi biểu của năm (Excel)");
    expect(year.name).toBe("so-khoi-2021.xlsx");
    const forms = JSON.parse(python("describe", year.path));
    python("messy", year.path, join(folder, "tong-hop.xlsx"));
    await page.setViewportSize(SIZES[size]);
    const bloc = await startBloc(page, "Khối Hòa Bình", forms[0].rows.map((row) => row[1]), "");
    await open(page, `/study?bloc=${bloc}&period=2021`);
    await page.getByRole("button", { name: "Thêm đợt học tập" }).first().click();
    const drive = page.getByRole("dialog", { name: "Thêm đợt học tập" });
    await drive.getByLabel("Tên đợt").fill("Nghị quyết Đại hội XIII");
    await drive.getByLabel("Từ ngày").fill("29/3/2021");
    await drive.getByLabel("Đến ngày").fill("15/7/2021");
    await drive.getByRole("button", { name: "Lưu đợt" }).click();
    await saved(page);
    await offlineReady(page);
    await server.stop();
    await open(page, `/import/headcount?bloc=${bloc}&period=2021-07`);
    await choose(page, join(folder, "tong-hop.xlsx"));
    await expect(page.locator("h1")).toHaveText(/^Sẽ ghi 73 số/);
    await page.getByRole("combobox", { name: "Biểu" }).selectOption("study");
    await page.getByRole("button", { name: "Thêm biểu" }).click();
    await expect(page.getByRole("heading", { level: 2, name: /Nghị quyết Đại hội XIII/ })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: /^Ghi [\d.]+ số vào sổ$/ }).click();
    await expect(page.getByText(/Đã ghi [\d.]+ số của 73 đơn vị/)).toBeVisible();
    await saved(page);
    await open(page, `/study?bloc=${bloc}&period=2021`);
    await page.getByRole("link", { name: /Nghị quyết Đại hội XIII/ }).first().click();
    await expect(page.locator("main")).toContainText("1.647 xuất sắc (39,2%), 1.924 giỏi (45,8%), 613 khá (14,6%), 17 trung bình (0,4%)");
    await expect(page.locator("main")).toContainText("73/73");
  });
}
