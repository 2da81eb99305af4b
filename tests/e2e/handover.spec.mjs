// Two devices without a server: they hand over to each other by file, and are the same afterwards.
import { readFileSync } from "node:fs";
import { expect, expectAccessible, open, test } from "./support.mjs";
import { addForm, pick } from "./catalogue.mjs";
import { enter, expectFigure, openSheet, saved, startBloc } from "./flows.mjs";

const UNITS = ["Đảng bộ Sở Y tế", "Chi bộ Thanh tra tỉnh", "Chi bộ Báo tỉnh"];
const FORM = "Tủ sách chi bộ";

async function backup(page, bloc) {
  await open(page, `/backup?bloc=${bloc}`);
  const button = page.getByRole("button", { name: "Tải tệp sao lưu" });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), mimeType: "application/octet-stream", buffer: readFileSync(await file.path()) };
}

async function layOver(page, bloc, file) {
  await open(page, `/backup?bloc=${bloc}`);
  await page.getByLabel("Chọn tệp .sokhoi").setInputFiles(file);
  await page.getByRole("button", { name: "So với Khối đang mở" }).click();
}

const differences = (page) => page.locator(".section").filter({ has: page.getByRole("heading", { name: "Những chỗ khác nhau" }) });

async function write(page) {
  await page.getByRole("button", { name: /^Ghi \d+ thay đổi vào máy/ }).click();
  await expect(page.getByText(/^Đã lấy \d+ thay đổi từ tệp sao lưu/)).toBeVisible();
  await saved(page);
}

/** A device of its own that begins with a backup. */
async function secondDevice(browser, server, file) {
  const context = await browser.newContext({ baseURL: server.url, locale: "vi-VN" });
  const device = await context.newPage();
  await open(device, "/");
  await device.getByRole("link", { name: "Mở từ tệp sao lưu" }).click();
  await device.getByLabel("Chọn tệp .sokhoi").setInputFiles(file);
  await device.getByRole("button", { name: "Mở thành một Khối trên máy này" }).click();
  await device.waitForURL((url) => url.pathname === "/" && url.searchParams.has("bloc"));
  return { device, bloc: new URL(device.url()).searchParams.get("bloc"), context };
}

test("each enters its own, both change one figure, and after a file each way both hold the same", async ({ page, browser, server }) => {
  test.setTimeout(180_000);
  const here = await startBloc(page, "Khối thử", UNITS);
  await openSheet(page, here, "headcount");
  await enter(page, "Y tế", 0, "87");
  await enter(page, "Thanh tra", 0, "30");
  await saved(page);
  const file = await backup(page, here);
  // A program that only hands on text gave it another ending.
  const asText = { ...file, name: `${file.name}.txt`, mimeType: "text/plain" };
  const { device: other, bloc: there, context } = await secondDevice(browser, server, asText);

  // Apart: the first enters one unit, the second another, and both change the same figure.
  await openSheet(page, here, "headcount");
  await enter(page, "Y tế", 0, "90");
  await enter(page, "Thanh tra", 0, "31");
  await saved(page);
  await openSheet(other, there, "headcount");
  await enter(other, "Y tế", 0, "88");
  await enter(other, "Báo tỉnh", 0, "12");
  await saved(other);

  // There: what only the other changed is proposed; what both changed is asked for.
  await layOver(other, there, await backup(page, here));
  const both = differences(other).getByRole("row").filter({ hasText: "Hai bên cùng sửa" });
  await expect(both).toHaveCount(1);
  await expect(both).toContainText("Sở Y tế");
  await both.getByText("Lấy từ tệp").click();
  await write(other);
  // And back: nothing is left to ask.
  await layOver(page, here, await backup(other, there));
  await expect(differences(page).getByRole("row").filter({ hasText: "Hai bên cùng sửa" })).toHaveCount(0);
  await write(page);
  for (const [device, bloc] of [[page, here], [other, there]]) {
    await openSheet(device, bloc, "headcount");
    await expectFigure(device, "Y tế", 0, "90");
    await expectFigure(device, "Thanh tra", 0, "31");
    await expectFigure(device, "Báo tỉnh", 0, "12");
  }
  await context.close();
});

test("what two keep in the catalogue apart is told where it comes together", async ({ page, browser, server }) => {
  test.setTimeout(180_000);
  const at = (bloc, path) => `${path}${path.includes("?") ? "&" : "?"}bloc=${bloc}&period=2025`;
  const here = await startBloc(page, "Khối thử", UNITS);
  await open(page, at(here, "/catalogue"));
  await addForm(page, FORM);
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await saved(page);
  const { device: other, bloc: there, context } = await secondDevice(browser, server, await backup(page, here));

  // Here a rate of readers over members; there readers become entries, of which nobody has a rate yet.
  await open(page, at(here, "/catalogue?show=indicators"));
  await page.getByRole("button", { name: "Thêm chỉ số" }).click();
  const indicator = page.getByRole("dialog", { name: "Thêm chỉ số" });
  await indicator.getByLabel("Tên chỉ số").fill("Tỷ lệ bạn đọc");
  await pick(indicator, "Tử số", "Bạn đọc");
  await pick(indicator, "Mẫu số", "Đảng viên có thẻ");
  await indicator.getByRole("button", { name: "Lưu" }).click();
  await expect(indicator).toBeHidden();
  await saved(page);
  await open(other, at(there, "/catalogue"));
  const item = other.locator(".catalogue__item").filter({ hasText: FORM });
  await item.locator("summary").click();
  await item.getByRole("button", { name: "Sửa" }).click();
  const edit = other.getByRole("dialog", { name: "Sửa biểu" });
  await edit.locator('[data-line="0"]').getByLabel("Đơn vị tính").selectOption({ label: "lượt" });
  await edit.getByRole("button", { name: "Lưu" }).click();
  await expect(edit).toBeHidden();
  await saved(other);

  for (const [device, bloc] of [[page, here], [other, there]]) {
    await open(device, at(bloc, "/findings"));
    await expect(device.locator("h1")).toBeVisible();
    await expect(device.locator(".finding").filter({ hasText: "Tỷ lệ bạn đọc" })).toHaveCount(0);
  }
  await layOver(page, here, await backup(other, there));
  await write(page);
  await open(page, at(here, "/findings"));
  const found = page.locator(".finding").filter({ hasText: "Tỷ lệ bạn đọc" });
  await expect(found).toContainText("không chia lượt cho đảng viên để ra tỷ lệ %");
  await expect(found).toContainText("Chọn mẫu số cùng đơn vị tính");
  await expectAccessible(page);
  await found.getByRole("link", { name: "Mở Danh mục" }).click();
  await expect(page).toHaveURL(/\/catalogue/);
  await context.close();
});

test("where the browser shares files the backup is handed over by its own list, and counts as made only then", async ({ page }) => {
  // Chromium on a desktop shares none: it is given what Android's has, which takes only kinds of files that it knows.
  await page.addInitScript(() => {
    const refused = [];
    window.handed = [];
    window.refuseOnce = false;
    navigator.canShare = ({ files }) => files?.every((file) => file.type.startsWith("text/") && file.name.endsWith(".txt"));
    navigator.share = async ({ files }) => {
      if (window.refuseOnce) {
        window.refuseOnce = false;
        refused.push(files);
        throw new DOMException("too late", "NotAllowedError");
      }
      window.handed.push({ name: files[0].name, bytes: [...new Uint8Array(await files[0].arrayBuffer())].slice(0, 7) });
    };
  });
  const bloc = await startBloc(page, "Khối thử", UNITS);
  await open(page, `/backup?bloc=${bloc}`);
  await page.evaluate(() => (window.refuseOnce = true));
  await page.getByRole("button", { name: "Chuyển sang máy khác" }).click();
  await expect(page.getByText("Tệp đã sẵn sàng.")).toBeVisible();
  await expect(page.getByText("Chưa sao lưu Khối này trên máy này.")).toBeVisible();
  await page.getByRole("button", { name: "Gửi tệp" }).click();
  await expect(page.getByText("Đã chuyển tệp")).toBeVisible();
  await expect(page.getByText(/Bản sao lưu gần nhất trên máy này/)).toBeVisible();
  const [{ name, bytes }] = await page.evaluate(() => window.handed);
  expect(name).toMatch(/^khoi-thu-.*\.sokhoi\.txt$/);
  expect(String.fromCharCode(...bytes)).toMatch(/^sokhoi/);
});
