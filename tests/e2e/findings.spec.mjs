// Findings: a wrong figure is found, followed to its cell, explained, and open again once it changes; what reports
// state beside what the counts give.
import { expect, expectAccessible, open, test } from "./support.mjs";
import { enter, openDemo, openSheet, saved, startBloc } from "./flows.mjs";

const UNITS = ["Đảng bộ Sở Nội vụ", "Chi bộ Báo tỉnh"];
const PRESS = UNITS[1];

/** The day so many days ago. */
const ago = (days) => new Date(Date.now() - days * 86_400_000);
const typed = (day) => `${day.getDate()}/${day.getMonth() + 1}/${day.getFullYear()}`;
/** A drive that is overdue: one that ended more than a year ago would not be told of any more. */
const DRIVE = { start: ago(75), end: ago(60) };

/** Makes a study drive. */
async function addDrive(page, bloc, name) {
  await open(page, `/study?bloc=${bloc}`);
  await page.getByRole("button", { name: "Thêm đợt học tập" }).first().click();
  const form = page.getByRole("dialog", { name: "Thêm đợt học tập" });
  await form.getByLabel("Tên đợt").fill(name);
  await form.getByLabel("Từ ngày").fill(typed(DRIVE.start));
  await form.getByLabel("Đến ngày").fill(typed(DRIVE.end));
  await form.getByRole("button", { name: "Lưu đợt" }).click();
  await expect(form).toBeHidden();
  await saved(page);
}

/** The place of a column in the sheet of the study form, by the question's label in a unit's form. */
const COLUMNS = { invited: 4, attended: 7 };

const finding = (page, text) => page.locator(".finding").filter({ hasText: text });
const explainedOnes = (page) => page.locator("details").filter({ hasText: "Đã giải thích (" });

test("a wrong figure is found, followed to its cell, explained, and open again when it changes", async ({ page }) => {
  // One path from the empty bloc to the corrected figure, with several reloads.
  test.setTimeout(180_000);
  const bloc = await startBloc(page, "Đảng bộ Khối tỉnh Mẫu", UNITS);
  const findings = `/findings?bloc=${bloc}&period=${DRIVE.end.getFullYear()}`;
  await open(page, findings);
  await expect(page.locator("h1")).toHaveText("Cần xem lại");
  await expect(page.locator(".empty__title")).toHaveText("Chưa có số liệu để kiểm tra");
  await addDrive(page, bloc, "Kết luận số 01-KL/TW");
  await openSheet(page, bloc, "study");
  await enter(page, PRESS, COLUMNS.invited, "4");
  await enter(page, PRESS, COLUMNS.attended, "5");
  await saved(page);

  await open(page, findings);
  // What is wrong, and who is late: both units, and after the turn of a year the bloc itself with a form of its own.
  await expect(page.locator("h1")).toHaveText(/^\d+ điểm cần xem lại ở [23] đơn vị; 1 lỗi; \d+ biểu quá hạn$/);
  const points = (await page.locator("h1").textContent()).match(/^\d+/)[0];
  const found = finding(page, "lớn hơn");
  await expect(found).toContainText(PRESS);
  await expect(found).toContainText("Kết luận số 01-KL/TW");
  await expect(found).toContainText("là 5, lớn hơn");
  await expect(found.locator(".badge")).toHaveText("Lỗi");
  // The navigation says how many, to ears too, and on every page.
  const counted = new RegExp(`^Cần xem lại ${points} điểm cần xem lại$`);
  await expect(page.getByRole("navigation").getByRole("link", { name: counted })).toBeVisible();
  const late = finding(page, "Kết luận số 01-KL/TW").filter({ hasText: "2/2 đơn vị chưa nộp, quá hạn" });
  await expect(late.locator(".badge")).toHaveText("Quá hạn");
  await expect(late.getByRole("link", { name: `${PRESS} (đang nhập)` })).toHaveAttribute("href", /\/entry\/study\/.+period=drive/);
  await expectAccessible(page);
  // Grouped by unit, which the address keeps.
  await page.getByText("Theo đơn vị").click();
  await expect(page.getByRole("heading", { name: new RegExp(`^${PRESS} \\(\\d+\\)$`) })).toBeVisible();
  const own = page.locator(".findings__group").filter({ hasText: "lớn hơn" });
  await expect(own.locator(".finding").filter({ hasText: "Kết luận số 01-KL/TW: chưa nộp, quá hạn" })).toHaveCount(1);
  expect(page.url()).toContain("by=unit");

  // To the cell: the question of those who attended has the focus, with its figure.
  await found.getByRole("link", { name: /Tham gia học tập.*: 5/ }).click();
  await expect(page).toHaveURL(/\/entry\/study\/.*cell=attended/);
  const field = page.locator(".question input:focus");
  await expect(field).toHaveValue("5");
  await page.goBack();

  // An explanation without words is refused; with words it is kept, also after a reload.
  await found.getByRole("button", { name: "Đã kiểm tra, giải thích…" }).click();
  const form = page.getByRole("dialog", { name: "Giải thích số liệu" });
  await form.getByRole("button", { name: "Lưu lời giải thích" }).click();
  await expect(form.getByText("Lời giải thích: chưa có.")).toBeVisible();
  await expectAccessible(page);
  await form.getByLabel("Lời giải thích").fill("Một đảng viên chuyển đến trong đợt.");
  await form.getByRole("button", { name: "Lưu lời giải thích" }).click();
  await expect(form).toBeHidden();
  await expect(page.locator("h1")).not.toContainText("lỗi");
  await saved(page);
  await page.reload();
  await expect(page.locator("h1")).not.toContainText("lỗi");
  const fewer = new RegExp(`^Cần xem lại ${points - 1} điểm cần xem lại$`);
  await expect(page.getByRole("navigation").getByRole("link", { name: fewer })).toBeVisible();
  await explainedOnes(page).locator("summary").click();
  await expect(explainedOnes(page)).toContainText("Một đảng viên chuyển đến trong đợt.");
  await expectAccessible(page);

  // Taken back, brought back by the notice; taken back again, and explained anew.
  await page.getByRole("button", { name: "Bỏ lời giải thích" }).click();
  await expect(page.locator("h1")).toContainText("1 lỗi");
  await page.locator(".toast").getByRole("button", { name: "Hoàn tác" }).click();
  await expect(page.locator("h1")).not.toContainText("lỗi");
  await explainedOnes(page).locator("summary").click();
  await page.getByRole("button", { name: "Bỏ lời giải thích" }).click();
  await found.getByRole("button", { name: "Đã kiểm tra, giải thích…" }).click();
  await form.getByLabel("Lời giải thích").fill("Đã hỏi lại đơn vị: đúng.");
  await form.getByRole("button", { name: "Lưu lời giải thích" }).click();
  await expect(page.locator("h1")).not.toContainText("lỗi");
  await saved(page);

  // 5 against 4 was explained; 50 against 4 was not.
  await openSheet(page, bloc, "study");
  await enter(page, PRESS, COLUMNS.attended, "50");
  await saved(page);
  await open(page, findings);
  await expect(page.locator("h1")).toContainText("1 lỗi");
  await expect(found).toContainText("là 50, lớn hơn");
  await expect(found).toContainText("Giải thích trước đây, khi số là 5 | 4");
  await expect(found).toContainText("Đã hỏi lại đơn vị: đúng.");
  // Corrected, it is gone.
  await openSheet(page, bloc, "study");
  await enter(page, PRESS, COLUMNS.attended, "4");
  await saved(page);
  await open(page, findings);
  await expect(page.locator("h1")).toContainText("biểu quá hạn");
  await expect(page.locator("h1")).not.toContainText("lỗi");
  await expect(found).toHaveCount(0);
});

test("73 is not 46 and 26: found, and shown with its parts beside the counts", async ({ page }) => {
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  const overview = page.locator(".section").filter({ hasText: "Cần xem lại" });
  await expect(overview.locator(".finding")).toContainText("các phần 46 + 26 = 72, lệch 1");
  await overview.getByRole("link", { name: "Xem tất cả" }).click();
  await expect(page).toHaveURL(/\/findings\?/);
  await expect(page.locator("h1")).toHaveText("1 điểm cần xem lại ở 1 đơn vị");
  const table = page.getByRole("table", { name: "Không khớp" });
  await expect(table.getByRole("row")).toHaveCount(4);
  await expect(table.getByRole("row").nth(1)).toContainText("73");
  await expect(table.getByRole("row").nth(1)).toContainText("báo cáo nêu nhiều hơn 1");
  await expect(table.getByRole("row").nth(1)).toContainText("46 + 26 = 72");
  await expect(table.getByRole("row").nth(2)).toContainText("một phần của “Tổ chức cơ sở đảng”");
  const agree = page.locator("details").filter({ hasText: "Khớp với số tính được" });
  await agree.locator("summary").click();
  await expect(agree.getByRole("row").filter({ hasText: "hơn 4.200" })).toContainText("khớp");
  await expectAccessible(page);
  // Explained, it is no longer open, and the explanation stands beside the figures.
  await page.getByRole("button", { name: "Đã kiểm tra, giải thích…" }).click();
  await page.getByRole("dialog").getByLabel("Lời giải thích").fill("Theo bài báo; chờ văn bản gốc.");
  await page.getByRole("dialog").getByRole("button", { name: "Lưu lời giải thích" }).click();
  await expect(page.locator("h1")).toContainText("1 điểm đã giải thích");
  await expect(table.getByRole("row").nth(1)).toContainText("“Theo bài báo; chờ văn bản gốc.”");
  await saved(page);
  await open(page, `/?bloc=${bloc}`);
  await expect(page.getByText("Không có điểm nào cần xem lại").first()).toBeVisible();
});

test("of 7/2021 nothing is open, and what is only published stands by itself", async ({ page }) => {
  const bloc = await openDemo(page);
  await open(page, `/findings?bloc=${bloc}`);
  await expect(page.locator("h1")).toHaveText("Không có điểm nào cần xem lại");
  await expect(page.getByRole("table", { name: "Không khớp" })).toHaveCount(0);
  await expect(page.getByRole("table", { name: "Chỉ có số công bố" })).toContainText("100%");
  await expect(page.locator("summary").getByText(/Khớp với số tính được \(\d+\)/)).toBeVisible();
});
