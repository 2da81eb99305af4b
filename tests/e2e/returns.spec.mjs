// Handing in, accepting, sending back; who has handed in what; reminders on the real clipboard; closing a period.
import { enter, expectFigure, figure, openDemo, saved, startBloc, tabTo } from "./flows.mjs";
import { expect, expectAccessible, open, screen, test } from "./support.mjs";

const UNITS = ["Đảng bộ Sở Giáo dục và Đào tạo", "Chi bộ Ban Dân tộc", "Đảng bộ Sở Y tế"];
const NAME = "Đảng bộ Khối các cơ quan tỉnh";
const REASON = "Số kết nạp cao hơn số đảng viên, đề nghị rà soát";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const state = (page, unit) => figure(page, unit, 2);
const review = async (page, action) => {
  await page.getByRole("button", { name: "Duyệt phiếu" }).click();
  await page.getByRole("menuitem", { name: action }).click();
};

/** A bloc whose three units have entered their admissions of this month; answers its id and the month. */
async function filled(page) {
  const bloc = await startBloc(page, NAME, UNITS);
  const now = await page.evaluate(() => {
    const day = new Date();
    return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}`;
  });
  await open(page, `/entry/admission?bloc=${bloc}&period=${now}`);
  await expect(page.getByRole("grid")).toBeVisible();
  for (const unit of UNITS) await enter(page, unit, 0, "4");
  await saved(page);
  return { bloc, now };
}

test("returns are handed in, accepted, sent back with a reason, and ask again when a figure changes", async ({ page }) => {
  const { bloc, now } = await filled(page);
  await page.getByRole("button", { name: "Nộp 3 đơn vị đã điền" }).click();
  for (const unit of UNITS) await expect(state(page, unit)).toContainText("Đã nộp");
  await review(page, "Chấp nhận 3 báo cáo đã nộp");
  for (const unit of UNITS) await expect(state(page, unit)).toContainText("Đã nhận");
  // All of it was one act.
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  for (const unit of UNITS) await expect(state(page, unit)).toContainText("Đã nộp");
  // One by its own cell; the menu then speaks of the row that is active.
  await state(page, UNITS[0]).getByRole("button").click();
  await expect(state(page, UNITS[0])).toContainText("Đã nhận");
  await figure(page, UNITS[1], 0).click();
  await page.keyboard.press("Shift+ArrowDown");
  await review(page, "Trả lại 2 báo cáo đã chọn");
  const dialog = page.getByRole("dialog", { name: "Trả lại báo cáo" });
  await dialog.getByRole("button", { name: "Trả lại" }).click();
  await expect(dialog).toContainText("Chưa ghi lý do");
  await dialog.getByLabel("Lý do trả lại").fill(REASON);
  await dialog.getByRole("button", { name: "Trả lại" }).click();
  await expect(dialog).toBeHidden();
  await expect(state(page, UNITS[1])).toContainText("Trả lại");
  await expect(state(page, UNITS[2])).toHaveAttribute("title", new RegExp(REASON));
  // A changed figure of an accepted return asks for acceptance again; undoing it takes that away too.
  await enter(page, UNITS[0], 0, "5");
  await expect(state(page, UNITS[0])).toContainText("Sửa sau khi nhận");
  await figure(page, UNITS[0], 0).click();
  await page.keyboard.press("Control+z");
  await expect(state(page, UNITS[0])).toContainText("Đã nhận");
  await expectFigure(page, UNITS[0], 0, "4");
  await saved(page);
  // The unit reads why, and what happened stands in the history after a reload.
  await open(page, `/entry/admission?bloc=${bloc}&period=${now}`);
  await expect(state(page, UNITS[1])).toContainText("Trả lại");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("link", { name: UNITS[1] }).click();
  await expect(page.locator(".one-unit")).toContainText(`Báo cáo bị trả lại: ${REASON}`);
  await page.getByText("Lịch sử báo cáo").click();
  const past = page.locator(".one-unit details li");
  await expect(past.first()).toContainText(`trả lại: ${REASON}`);
  await expect(past.nth(1)).toContainText("đã nộp");
  await page.getByRole("button", { name: "Nộp", exact: true }).click();
  await expect(page.locator(".one-unit__foot")).toContainText("Đã nộp");
});

test("the table shows who owes what, leads to the return, and its reminders are copied", async ({ page }) => {
  const { bloc, now } = await filled(page);
  await state(page, UNITS[0]).getByRole("button").click();
  await expect(state(page, UNITS[0])).toContainText("Đã nộp");
  await saved(page);
  await open(page, `/?bloc=${bloc}&period=${now}`);
  await page.locator("main").getByRole("link", { name: "Nộp báo cáo" }).click();
  await expect(page.getByRole("grid", { name: "Đơn vị nào đã nộp biểu nào" })).toBeVisible();
  await page.getByLabel("Biểu", { exact: true }).selectOption("admission");
  const cell = (unit) => page.getByRole("grid").getByRole("row").filter({ hasText: unit }).getByRole("gridcell").first();
  await expect(cell(UNITS[0]).getByRole("link")).toHaveAttribute("aria-label", /nộp đúng hạn \(hạn /);
  await expect(cell(UNITS[1]).getByRole("link")).toHaveAttribute("aria-label", /đang nhập/);
  await expect(page.locator("h1")).toContainText("đã nộp 1/3 báo cáo, còn 2 chưa nộp");
  await expectAccessible(page);
  // Arrows move, Enter opens the return.
  await cell(UNITS[0]).getByRole("link").focus();
  await page.keyboard.press("ArrowDown");
  await expect(cell(UNITS[1]).getByRole("link")).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.locator(".matrix__owes").first()).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: UNITS[1] });
  await dialog.getByRole("button", { name: "Chép lời nhắc" }).click();
  await expect(dialog).toContainText("Đã chép");
  await expect.poll(() => clipboard(page)).toContain(`Kính gửi: ${UNITS[1]}`);
  const text = await clipboard(page);
  expect(text).toMatch(/1\. .*: đang nhập, chưa nộp; hạn \d\d\/\d\d\/\d{4}, còn \d+ ngày\./);
  expect(text).toContain("Đề nghị đơn vị hoàn thành và nộp đúng hạn");
  await page.keyboard.press("Escape");
  // All one after another, and one message for the group.
  await page.getByRole("button", { name: "Nhắc nộp", exact: true }).click();
  const all = page.getByRole("dialog", { name: "Lời nhắc để gửi Zalo" });
  await expect(all).toContainText("2 đơn vị còn nợ báo cáo, đã chép 0");
  await all.getByRole("button", { name: `Chép lời nhắc: ${UNITS[2]}` }).click();
  await expect(all).toContainText("đã chép 1");
  await expect.poll(() => clipboard(page)).toContain(`Kính gửi: ${UNITS[2]}`);
  await all.getByRole("button", { name: "Chép một tin cho cả nhóm" }).click();
  await expect.poll(() => clipboard(page)).toContain(`2 đơn vị: ${UNITS[1]}; ${UNITS[2]}.`);
  await page.keyboard.press("Escape");
  await cell(UNITS[0]).getByRole("link").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/entry\/admission\//);
  await expect(page.locator(".one-unit__head").getByLabel("Đơn vị").locator("option:checked")).toHaveText(UNITS[0]);
  // On a phone: by unit, those that owe something first.
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, `/returns?bloc=${bloc}&period=${now}&form=admission`);
  const items = page.locator(".unit-list li");
  await expect(items).toHaveCount(3);
  await expect(items.first()).toContainText("0/1 đã nộp, 1 chưa");
  await items.first().getByRole("button").click();
  await expect(page.getByRole("dialog", { name: UNITS[1] })).toContainText("đang nhập");
  await expectAccessible(page);
});

test("a closed period refuses typing, pasting and handing in until it is opened again", async ({ page }) => {
  const { bloc, now } = await filled(page);
  const year = now.slice(0, 4);
  await open(page, `/returns?bloc=${bloc}&period=${year}`);
  await page.getByRole("button", { name: "Chốt số liệu…" }).click();
  const dialog = page.getByRole("dialog", { name: "Chốt số liệu" });
  await expect(dialog).toContainText("báo cáo chưa nộp");
  await dialog.getByRole("button", { name: "Chốt", exact: true }).click();
  await expect(dialog).toContainText("Chưa ghi ai chốt");
  await dialog.getByLabel("Ai chốt").fill("Văn phòng Đảng ủy Khối");
  await dialog.getByRole("button", { name: "Chốt", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator(".returns__closings")).toContainText(`Năm ${year} đã chốt số liệu`);
  await saved(page);
  await open(page, `/entry/admission?bloc=${bloc}&period=${now}`);
  await expect(page.locator("main")).toContainText("(Văn phòng Đảng ủy Khối)");
  await expect(page.locator("main")).toContainText("Số liệu chỉ để xem");
  await figure(page, UNITS[0], 0).click();
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  await expectFigure(page, UNITS[0], 0, "4");
  await page.evaluate(() => navigator.clipboard.writeText("7\t8\r\n7\t8\r\n"));
  await figure(page, UNITS[0], 0).click();
  await page.keyboard.press("Control+v");
  const refusal = page.getByText(`Năm ${year} đã chốt số liệu nên chưa sửa được. Mở lại kỳ ở Tình hình nộp báo cáo`);
  await expect(refusal.first()).toBeVisible();
  await figure(page, UNITS[0], 0).click();
  await page.keyboard.press("Delete");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+d");
  for (const unit of UNITS) await expectFigure(page, unit, 0, "4");
  // Nothing is offered that would change anything; Enter goes on, and what is there can be copied.
  for (const unit of UNITS) {
    await expect(state(page, unit)).toContainText("Đang nhập");
    await expect(state(page, unit).getByRole("button", { name: /kỳ đã chốt, chỉ xem/ })).toHaveText("");
  }
  await expect(page.getByRole("button", { name: /^Nộp/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Duyệt phiếu" })).toHaveCount(0);
  await figure(page, UNITS[0], 0).click();
  await expect(figure(page, UNITS[0], 0).locator("input")).not.toBeEditable();
  await page.keyboard.press("Enter");
  await expect(figure(page, UNITS[1], 0).locator("input")).toBeFocused();
  await page.keyboard.press("Control+c");
  await expect.poll(() => clipboard(page)).toBe("4");
  await page.getByRole("button", { name: "Bảng tính" }).click();
  await expect(page.getByRole("menuitem").first()).toBeVisible();
  await expect(page.getByRole("menuitem", { name: /Nhập từ/ })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expectAccessible(page);
  await screen(page, "entry-closed");
  // The form of one unit, on a phone: the answers are read, the closing is told, and typing says why nothing changes.
  const phone = await page.context().newPage();
  await phone.setViewportSize({ width: 390, height: 844 });
  await open(phone, `/entry/admission?bloc=${bloc}&period=${now}`);
  await phone.getByRole("link", { name: new RegExp(UNITS[0]) }).click();
  const answer = phone.locator(".question input").first();
  await expect(answer).toHaveValue("4");
  await expect(answer).not.toBeEditable();
  await expect(phone.locator("main")).toContainText("(Văn phòng Đảng ủy Khối)");
  await expect(phone.getByRole("button", { name: /^Nộp/ })).toHaveCount(0);
  await expect(phone.locator("h1")).toBeFocused();
  await answer.focus();
  await phone.keyboard.press("9");
  await expect(phone.locator(".toast").getByText(/chưa sửa được\. Mở lại kỳ ở/)).toBeVisible();
  await expect(phone.locator(".toast")).toHaveCount(1);
  await phone.keyboard.press("9");
  await expect(phone.locator(".toast"), "said again, it stands there once").toHaveCount(1);
  await expect(answer).toHaveValue("4");
  await expectAccessible(phone);
  await screen(phone, "entry-closed-phone");
  await phone.close();
  // Opened again with a reason, which is kept; then it is a sheet again. Undo closes it once more.
  await page.locator("main .notice").getByRole("link", { name: "Tình hình nộp báo cáo" }).click();
  await page.getByRole("button", { name: "Mở lại…" }).click();
  const reopen = page.getByRole("dialog", { name: "Mở lại kỳ đã chốt" });
  await reopen.getByRole("button", { name: "Mở lại", exact: true }).click();
  await expect(reopen).toContainText("Chưa ghi lý do");
  await reopen.getByLabel("Lý do mở lại").fill("Bổ sung số của Sở Y tế");
  await reopen.getByRole("button", { name: "Mở lại", exact: true }).click();
  // The offer stays for ten seconds: it is taken before anything else is looked at.
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await expect(page.locator(".returns__closings li")).toHaveCount(1);
  await page.getByRole("button", { name: "Mở lại…" }).click();
  await reopen.getByLabel("Lý do mở lại").fill("Bổ sung số của Sở Y tế");
  await reopen.getByRole("button", { name: "Mở lại", exact: true }).click();
  await expect(page.locator(".returns__closings li")).toHaveCount(0);
  await page.getByText("Lịch sử chốt số liệu").click();
  await expect(page.locator(".returns__history")).toContainText("Bổ sung số của Sở Y tế");
  await saved(page);
  await open(page, `/entry/admission?bloc=${bloc}&period=${now}`);
  await enter(page, UNITS[2], 0, "6");
  await expectFigure(page, UNITS[2], 0, "6");
  await saved(page);
});

test("a demo's year in one table, a form's months, and the file of it", async ({ page }) => {
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  await open(page, `/returns?bloc=${bloc}`);
  const grid = page.getByRole("grid");
  await expect(grid.locator("tbody tr")).not.toHaveCount(0);
  await page.getByLabel("Nhóm theo loại hình").check();
  await expect(grid.locator("tr.matrix__group").first()).toBeVisible();
  await page.getByLabel("Tìm đơn vị").fill("y te");
  await expect(grid.locator("tbody tr:not(.matrix__group)")).toHaveCount(1);
  await page.getByRole("button", { name: "Việc khác" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Tải bảng về (CSV)" }).click();
  expect((await download).suggestedFilename()).toBe("nop-bao-cao-2022.csv");
});

test("by keys alone: handed in, accepted, sent back with a reason, the year closed and opened again", async ({ page }) => {
  test.setTimeout(180_000);
  const { bloc, now } = await filled(page);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  // The state stands at the row's end; Enter does what comes next.
  await figure(page, UNITS[0], 0).click();
  await press("End");
  await expect(state(page, UNITS[0]).getByRole("button").or(state(page, UNITS[0])).first()).toBeVisible();
  await press("Enter");
  await expect(state(page, UNITS[0])).toContainText("Đã nộp");
  await press("Enter");
  await expect(state(page, UNITS[0])).toContainText("Đã nhận");
  // Sent back from the menu of the sheet.
  await tabTo(page, page.getByRole("button", { name: "Duyệt phiếu" }), "Shift+Tab");
  await press("Enter");
  await menuTo(page, /^Trả lại/);
  await press("Enter");
  const back = page.getByRole("dialog", { name: "Trả lại báo cáo" });
  await expect(back).toBeVisible();
  await tabTo(page, back.getByLabel("Lý do trả lại"));
  await page.keyboard.type(REASON);
  await tabTo(page, back.getByRole("button", { name: "Trả lại" }));
  await press("Enter");
  await expect(back).toBeHidden();
  await expect(state(page, UNITS[0])).toContainText("Trả lại");
  await saved(page);

  await open(page, `/returns?bloc=${bloc}&period=${now.slice(0, 4)}`);
  await tabTo(page, page.getByRole("button", { name: "Chốt số liệu…" }), "Tab", 80);
  await press("Enter");
  const close = page.getByRole("dialog", { name: "Chốt số liệu" });
  await expect(close).toBeVisible();
  await tabTo(page, close.getByLabel("Ai chốt"));
  await page.keyboard.type("Văn phòng Đảng ủy Khối");
  await tabTo(page, close.getByRole("button", { name: "Chốt", exact: true }));
  await press("Enter");
  await expect(close).toBeHidden();
  await expect(page.locator(".returns__closings")).toContainText("đã chốt số liệu");
  await tabTo(page, page.getByRole("button", { name: "Mở lại…" }), "Tab", 80);
  await press("Enter");
  const reopen = page.getByRole("dialog", { name: "Mở lại kỳ đã chốt" });
  await expect(reopen).toBeVisible();
  await tabTo(page, reopen.getByLabel("Lý do mở lại"));
  await page.keyboard.type("Bổ sung số");
  await tabTo(page, reopen.getByRole("button", { name: "Mở lại", exact: true }));
  await press("Enter");
  await expect(page.locator(".returns__closings li")).toHaveCount(0);
});

/** Goes down an open menu to an item that can be used. */
async function menuTo(page, name) {
  const item = page.getByRole("menuitem", { name }).first();
  await expect(item).toBeVisible();
  await tabTo(page, item, "ArrowDown", 12);
}
