// Backups: a real file goes out, comes back into another profile, is laid over a bloc figure by figure, and is refused when
// it is not whole. JSON is read by another program than ours.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { createHash } from "node:crypto";
import { expect, expectAccessible, expectNoSidewaysScroll, open, test } from "./support.mjs";
import { enter, expectFigure, openDemo, openSheet, saved, startBloc, tabTo } from "./flows.mjs";

const UNITS = ["Đảng bộ Sở Y tế", "Chi bộ Thanh tra tỉnh", "Chi bộ Báo tỉnh"];

/** Presses a button and answers the file that comes of it, as a form takes it. */
async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: file.suggestedFilename(), mimeType: "application/octet-stream", buffer: readFileSync(await file.path()) };
}

const backup = (page) => download(page, "Tải tệp sao lưu");
const chooseFile = (page, file) => page.getByLabel("Chọn tệp .sokhoi").setInputFiles(file);
const part = (page, title) => page.locator(".section").filter({ has: page.getByRole("heading", { name: title }) });
const lines = (page) => part(page, "Những chỗ khác nhau").getByRole("row");

/** A bloc of three units with a head count for each, and its backup. */
async function filled(page) {
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, bloc, "headcount");
  for (const [at, unit] of ["Y tế", "Thanh tra", "Báo tỉnh"].entries()) await enter(page, unit, 0, String(87 + at));
  await saved(page);
  await open(page, `/backup?bloc=${bloc}`);
  await expect(page.getByText("Chưa sao lưu Khối này trên máy này.")).toBeVisible();
  const file = await backup(page);
  await expect(page.getByText(/Bản sao lưu gần nhất trên máy này: .*từ đó chưa sửa gì/)).toBeVisible();
  return { bloc, file };
}

test("a bloc moves to another device by its file, and the figures are the same there", async ({ page, browser, server }) => {
  const { file } = await filled(page);
  expect(file.name).toMatch(/^khoi-thu-\d{4}-\d\d-\d\d\.sokhoi$/);
  // The file holds what it says, and other tools can tell.
  const text = file.buffer;
  const first = text.indexOf("\n") + 1;
  const second = text.indexOf("\n", first) + 1;
  const [, version, sum] = text.subarray(0, first - 1).toString().split(" ");
  expect(version).toBe("2");
  expect(createHash("sha256").update(text.subarray(first)).digest("hex")).toBe(sum);
  const records = gunzipSync(text.subarray(second)).toString().trim().split("\n").map((line) => JSON.parse(line));
  const head = JSON.parse(text.subarray(first, second).toString());
  expect(records.length).toBe(head.records);
  expect(records.filter((record) => record.kind === "unit").length).toBe(4);

  const context = await browser.newContext({ baseURL: server.url, locale: "vi-VN", viewport: { width: 390, height: 844 } });
  const there = await context.newPage();
  await open(there, "/");
  await there.getByRole("link", { name: "Mở từ tệp sao lưu" }).click();
  await chooseFile(there, file);
  await expect(there.getByText("4 đơn vị", { exact: false })).toBeVisible();
  await expectNoSidewaysScroll(there);
  await expectAccessible(there);
  await there.getByRole("button", { name: "Mở thành một Khối trên máy này" }).click();
  await there.waitForURL((url) => url.pathname === "/" && url.searchParams.has("bloc"));
  await there.setViewportSize({ width: 1280, height: 800 });
  await openSheet(there, new URL(there.url()).searchParams.get("bloc"), "headcount");
  await expectFigure(there, "Y tế", 0, "87");
  await expectFigure(there, "Báo tỉnh", 0, "89");
  await context.close();
});

test("a file is laid over the open bloc figure by figure, and goes in one undo", async ({ page }) => {
  const { bloc, file } = await filled(page);
  await openSheet(page, bloc, "headcount");
  await enter(page, "Y tế", 0, "90");
  await saved(page);
  await open(page, `/backup?bloc=${bloc}`);
  await chooseFile(page, file);
  await page.getByRole("button", { name: "So với Khối đang mở" }).click();
  await expect(page.getByText("1 chỗ khác nhau", { exact: true })).toBeVisible();
  // The one figure, with both values in words; changed here since the backup, so it stays unless the person says so.
  const line = lines(page).filter({ hasText: "Sở Y tế" });
  await expect(line).toContainText("Sửa trên máy này");
  await expect(line).toContainText("90");
  await expect(line).toContainText("87");
  const write = page.getByRole("button", { name: /^Ghi \d+ thay đổi vào máy/ });
  await expect(write).toHaveAttribute("aria-disabled", "true");
  await expectAccessible(page);
  await line.getByText("Lấy từ tệp").click();
  await page.getByRole("button", { name: "Ghi 1 thay đổi vào máy" }).click();
  await expect(page.getByText("Đã lấy 1 thay đổi từ tệp sao lưu")).toBeVisible();
  await page.locator(".toast").getByRole("button", { name: "Hoàn tác" }).click();
  // The notice goes when what it offers was taken back.
  await expect(page.getByText("Đã lấy 1 thay đổi từ tệp sao lưu")).toBeHidden();
  await saved(page);
  await openSheet(page, bloc, "headcount");
  await expectFigure(page, "Y tế", 0, "90");
  // The same again, for all at once, and it stays.
  await open(page, `/backup?bloc=${bloc}`);
  await chooseFile(page, file);
  await page.getByRole("button", { name: "So với Khối đang mở" }).click();
  await part(page, "Những chỗ khác nhau").locator(".backup__bulks").getByText("Lấy từ tệp").last().click();
  await page.getByRole("button", { name: "Ghi 1 thay đổi vào máy" }).click();
  await expect(page.getByText("Đã lấy 1 thay đổi từ tệp sao lưu")).toBeVisible();
  await saved(page);
  await openSheet(page, bloc, "headcount");
  await expectFigure(page, "Y tế", 0, "87");
  await open(page, `/backup?bloc=${bloc}`);
  await chooseFile(page, file);
  await page.getByRole("button", { name: "So với Khối đang mở" }).click();
  await expect(page.getByText("Tệp không có gì khác")).toBeVisible();
});

test("a file that is not whole, or of something else, is refused with the remedy", async ({ page }) => {
  const { file } = await filled(page);
  const refusal = part(page, "Mở tệp sao lưu").getByRole("alert").first();
  const damaged = Buffer.from(file.buffer);
  damaged[damaged.length >> 1] ^= 1;
  await chooseFile(page, { ...file, buffer: damaged });
  await expect(refusal).toContainText("mã kiểm tra không khớp");
  await chooseFile(page, { ...file, buffer: file.buffer.subarray(0, file.buffer.length - 20) });
  await expect(refusal).toContainText("bị cắt cụt");
  await chooseFile(page, { ...file, buffer: Buffer.from("PK\u0003\u0004 a workbook") });
  await expect(refusal).toContainText("không phải tệp sao lưu");
  await chooseFile(page, { ...file, buffer: Buffer.from(file.buffer.toString("latin1").replace("sokhoi 2", "sokhoi 9"), "latin1") });
  await expect(refusal).toContainText("bản mới hơn");
  await chooseFile(page, file);
  await expect(page.getByText("Khối thử").first()).toBeVisible();
  // A file of another bloc cannot be laid over this one.
  const demo = await openDemo(page);
  await open(page, `/backup?bloc=${demo}`);
  await chooseFile(page, file);
  await page.getByRole("button", { name: "So với Khối đang mở" }).click();
  await expect(page.getByText("Tệp này của một Khối khác", { exact: false })).toBeVisible();
});

test("a bloc is backed up before it is removed, and the JSON of a demo adds up in another program", async ({ page }) => {
  await startBloc(page, "Khối sắp gỡ", UNITS);
  await open(page, "/settings");
  await page.getByRole("button", { name: "Xóa khỏi máy: Khối sắp gỡ" }).click();
  const kept = await download(page, "Tải tệp sao lưu trước khi xóa");
  expect(kept.name).toContain("khoi-sap-go");
  const demo = await openDemo(page);
  await open(page, `/backup?bloc=${demo}`);
  const file = JSON.parse((await download(page, "Tải tệp JSON")).buffer.toString());
  const figures = file.returns.flatMap((found) => found.figures);
  const members = figures.filter((it) => it.measure === "head_count" && it.options[0] === "members");
  expect(members.reduce((sum, it) => sum + it.value, 0)).toBe(4201);
  expect(members[0].counting_unit).toBe("members");
});

test("by keys alone: saved to a file, compared, laid over, taken back", async ({ page }) => {
  test.setTimeout(180_000);
  const { bloc, file } = await filled(page);
  await openSheet(page, bloc, "headcount");
  await enter(page, "Y tế", 0, "90");
  await saved(page);
  await open(page, `/backup?bloc=${bloc}`);
  // The file is asked for by the browser's own window, which opens from the field.
  // Asked to hand that window over, a new browser takes a moment: one that opened before was never heard of.
  const chooser = page.waitForEvent("filechooser");
  const field = page.getByLabel("Chọn tệp .sokhoi");
  await tabTo(page, field);
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(file);
  await tabTo(page, page.getByRole("button", { name: "So với Khối đang mở" }));
  await page.keyboard.press("Enter");
  // What came of it has the focus, so the next Tab goes into it.
  await expect(page.locator(".backup__result")).toBeFocused();
  await expect(page.getByRole("heading", { name: "Tệp so với máy này" })).toBeInViewport();
  // The line's two choices are one stop; an arrow goes from one to the other.
  const line = lines(page).filter({ hasText: "Sở Y tế" });
  const take = line.getByRole("radio", { name: /Lấy từ tệp/ });
  await tabTo(page, line.getByRole("group").first());
  await page.keyboard.press("ArrowRight");
  await expect(take).toBeChecked();
  await tabTo(page, page.getByRole("button", { name: "Ghi 1 thay đổi vào máy" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Đã lấy 1 thay đổi từ tệp sao lưu")).toBeVisible();
  await saved(page);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Đã lấy 1 thay đổi từ tệp sao lưu")).toBeHidden();
  await saved(page);
  await openSheet(page, bloc, "headcount");
  await expectFigure(page, "Y tế", 0, "90");
});
