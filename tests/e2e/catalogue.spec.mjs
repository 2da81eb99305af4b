// The bloc's own catalogue: a form that no code knows is added, entered, drawn, checked, read again without a network,
// and retired; by mouse, once by keys alone, once on a phone.
import { expect, expectAccessible, expectNoSidewaysScroll, offlineReady, open, SIZES, test } from "./support.mjs";
import { addForm, pick } from "./catalogue.mjs";
import { enter, figure, saved, startBloc } from "./flows.mjs";

// Without a network too.
test.use({ serviceWorkers: "allow" });

const UNITS = ["Đảng bộ Sở Nội vụ", "Chi bộ Báo tỉnh"];
const FORM = "Tủ sách chi bộ";

const dialog = (page, name) => page.getByRole("dialog", { name, exact: true });

test("a form of the bloc's own is added, entered, drawn, checked, kept offline and retired", async ({ page, server }) => {
  // One path from an empty bloc to a retired line, with several loads.
  test.setTimeout(180_000);
  const bloc = await startBloc(page, "Đảng bộ Khối tỉnh Mẫu", UNITS);
  const at = (path) => `${path}${path.includes("?") ? "&" : "?"}bloc=${bloc}&period=2025`;
  await open(page, at("/catalogue"));
  const form = await addForm(page, FORM);
  await expectAccessible(page);
  await form.getByRole("button", { name: "Lưu" }).click();
  await expect(form).toBeHidden();
  await expect(page.locator("h1")).toContainText("1 biểu của Khối");
  await saved(page);

  // It is entered like any other.
  await open(page, at("/entry"));
  const address = await page.locator(".forms__area").getByRole("link", { name: new RegExp(FORM) }).getAttribute("href");
  const sheet = address.split("?")[0];
  await open(page, at(sheet));
  await enter(page, UNITS[0], 0, "12");
  await enter(page, UNITS[0], 1, "40");
  await enter(page, UNITS[1], 0, "35");
  await enter(page, UNITS[1], 1, "30");
  await saved(page);

  // An indicator: entries over members are refused, members over members give the value at once.
  await open(page, at("/catalogue?show=indicators"));
  await page.getByRole("button", { name: "Thêm chỉ số" }).click();
  const indicator = dialog(page, "Thêm chỉ số");
  await indicator.getByLabel("Tên chỉ số").fill("Tỷ lệ bạn đọc");
  await pick(indicator, "Tử số", "Lượt tham gia cuộc thi");
  await pick(indicator, "Mẫu số", "Đảng viên có thẻ");
  await expect(indicator.locator(".notice")).toContainText("Không chia lượt cho đảng viên");
  await indicator.getByRole("group", { name: "Tử số" }).getByRole("button", { name: /Bỏ ra/ }).click();
  await pick(indicator, "Tử số", "Bạn đọc");
  await expect(indicator.locator(".catalogue__preview")).toContainText("67,1%");
  await expectAccessible(page);
  await indicator.getByRole("button", { name: "Lưu" }).click();
  await expect(indicator).toBeHidden();
  await expect(page.locator("main")).toContainText("Bạn đọc ÷ Đảng viên có thẻ");

  // A rule: its sentence is made of its sides, and it says at once whom it finds.
  await page.getByRole("tab", { name: "Quy tắc" }).click();
  await page.getByRole("button", { name: "Thêm quy tắc" }).click();
  const rule = dialog(page, "Thêm quy tắc");
  await pick(rule, "Vế trái", "Bạn đọc");
  await pick(rule, "Vế phải", "Đảng viên có thẻ");
  await expect(rule.locator(".catalogue__preview")).toContainText("“Bạn đọc” không quá “Đảng viên có thẻ”.");
  await expect(rule.locator(".catalogue__preview")).toContainText("1 đơn vị trái quy tắc này");
  await rule.getByRole("button", { name: "Lưu" }).click();
  await expect(rule).toBeHidden();
  await saved(page);

  // Chart, table and finding follow; without a network too.
  await offlineReady(page);
  await server.stop();
  await open(page, at("/topic/own"));
  await expect(page.locator("h1")).toContainText("67,1%");
  await expect(page.locator("main svg text").first()).toBeVisible();
  await expect(page.getByRole("table").filter({ hasText: "Chi bộ Báo tỉnh" }).first()).toContainText("35");
  await open(page, at("/findings"));
  await expect(page.locator(".finding").filter({ hasText: "Bạn đọc" })).toContainText("Chi bộ Báo tỉnh");
  await server.start();

  // A line that has figures is retired: 2026 does not ask for it, 2025 still shows it.
  await open(page, at("/catalogue"));
  const item = page.locator(".catalogue__item").filter({ hasText: FORM });
  await item.locator("summary").click();
  await item.getByRole("button", { name: "Sửa" }).click();
  const edit = dialog(page, "Sửa biểu");
  await edit.locator('[data-line="0"]').getByLabel("Hỏi đến").selectOption("2025");
  await edit.getByRole("button", { name: "Lưu" }).click();
  await expect(edit).toBeHidden();
  await saved(page);
  await open(page, `${sheet}?bloc=${bloc}&period=2026`);
  await expect(page.getByRole("columnheader", { name: /Đảng viên có thẻ/ })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: /Bạn đọc/ })).toHaveCount(0);
  await open(page, at(sheet));
  await expect(page.getByRole("columnheader", { name: /Bạn đọc/ })).toBeVisible();
  await expect(figure(page, UNITS[1], 0)).toContainText("35");
});

test("a form is added by keys alone, and taken back", async ({ page }) => {
  const bloc = await startBloc(page, "Đảng bộ Khối tỉnh Mẫu", UNITS);
  await open(page, `/catalogue?bloc=${bloc}`);
  await page.getByRole("button", { name: "Thêm biểu", exact: true }).focus();
  await page.keyboard.press("Enter");
  const form = dialog(page, "Thêm biểu");
  await expect(form).toBeVisible();
  await form.getByLabel("Tên biểu").focus();
  await page.keyboard.type(FORM);
  await form.getByLabel("Tên dòng 1").focus();
  await page.keyboard.type("Bạn đọc");
  await page.keyboard.press("Enter");
  await expect(form.getByLabel("Tên dòng 2")).toBeFocused();
  await page.keyboard.type("Số đầu sách");
  // Alt and an arrow move the line that is being named, and back.
  await page.keyboard.press("Alt+ArrowUp");
  await expect(form.getByLabel("Tên dòng 1")).toBeFocused();
  await expect(form.getByLabel("Tên dòng 1")).toHaveValue("Số đầu sách");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(form.getByLabel("Tên dòng 2")).toBeFocused();
  // Tab reaches the deeds of the line and what it counts; the button that moves it keeps the focus.
  await page.keyboard.press("Tab");
  await expect(form.getByRole("button", { name: "Đưa lên: dòng 2" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(form.getByRole("button", { name: "Đưa lên: dòng 1" })).toBeFocused();
  await expect(form.getByLabel("Tên dòng 2")).toHaveValue("Bạn đọc");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(form.getByLabel("Tên dòng 1")).toHaveValue("Bạn đọc");
  await expect(form.getByRole("button", { name: "Đưa xuống: dòng 2" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(form.getByRole("button", { name: "Bỏ dòng 2" })).toBeFocused();
  await form.getByRole("button", { name: "Lưu" }).focus();
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
  await expect(page.locator("h1")).toContainText("1 biểu của Khối");
  await page.keyboard.press("Control+z");
  await expect(page.locator("h1")).toContainText("chưa thêm biểu nào");
});

/** Which column of figures stands below the head of a name, counted from the first one. */
async function columnOf(page, name) {
  const grid = page.getByRole("grid");
  await expect(grid.getByRole("columnheader").filter({ hasText: name }).first()).toBeVisible();
  return await grid.evaluate((node, wanted) => {
    const head = [...node.querySelectorAll("thead th")].find((cell) => cell.textContent.includes(wanted));
    const cells = [...node.querySelector("[data-row]").querySelectorAll("td")];
    const left = head.getBoundingClientRect().left;
    return cells.findIndex((cell) => Math.abs(cell.getBoundingClientRect().left - left) < 4);
  }, name);
}

test("a count is split by two lists and asked of some, sections change places, a rule holds against the period before", async ({ page }) => {
  test.setTimeout(180_000);
  const bloc = await startBloc(page, "Đảng bộ Khối tỉnh Mẫu", UNITS);
  const at = (path, period = "2025-02") => `${path}${path.includes("?") ? "&" : "?"}bloc=${bloc}&period=${period}`;
  const built = page.locator(".catalogue__item").filter({ hasText: "Kết nạp, chuyển chính thức" });
  const unfold = async () => {
    await open(page, at("/catalogue"));
    await built.locator("summary").click();
  };
  const add = async (name, line, more = async () => {}) => {
    await unfold();
    await built.getByRole("button", { name: "Thêm nội dung vào biểu này" }).click();
    const form = dialog(page, "Thêm nội dung vào biểu");
    await form.getByLabel("Tên mục").fill(name);
    await form.getByLabel("Tên dòng 1").fill(line);
    await more(form);
    await form.getByRole("button", { name: "Lưu" }).click();
    await expect(form).toBeHidden();
    await saved(page);
  };
  await add("Mục một", "Số góp ý");
  await add("Mục hai", "Số kiểm điểm", async (form) => {
    await form.getByText("Chỉ hỏi một số đơn vị").first().click();
    await form.getByLabel("chi bộ cơ sở").check();
    await form.getByLabel("Chia theo").selectOption({ index: 1 });
    await form.getByLabel("Rồi chia tiếp theo").first().selectOption({ index: 1 });
    // The measure, its first list, its second.
    await expect(form.locator(".catalogue__preview thead tr")).toHaveCount(3);
    await expectAccessible(page);
  });
  await open(page, at("/entry/admission"));
  const asked = await columnOf(page, "Số kiểm điểm");
  await expect(figure(page, UNITS[0], asked)).toContainText("không hỏi đơn vị này");
  await expect(figure(page, UNITS[1], asked)).not.toContainText("không hỏi");
  expect(await columnOf(page, "Số góp ý")).toBeLessThan(asked);
  await unfold();
  await built.getByRole("button", { name: "Đưa lên: Mục hai" }).click();
  await expect(page.getByText("Đã đưa “Mục hai” lên trên")).toBeVisible();
  await saved(page);
  await open(page, at("/entry/admission"));
  expect(await columnOf(page, "Số góp ý")).toBeGreaterThan(await columnOf(page, "Số kiểm điểm"));

  // The same figure on both sides, three times as much, from ten on.
  await open(page, at("/catalogue?show=rules"));
  await page.getByRole("button", { name: "Thêm quy tắc" }).click();
  const rule = dialog(page, "Thêm quy tắc");
  await pick(rule, "Vế trái", "Số góp ý");
  await pick(rule, "Vế phải", "Số góp ý");
  await rule.getByText("Kỳ trước, ngưỡng, đơn vị áp dụng").click();
  await rule.getByLabel("Vế phải lấy số của kỳ trước").check();
  await rule.getByLabel("Chỉ lấy bao nhiêu % của vế phải").fill("300");
  const least = rule.getByLabel("Chỉ xét khi một trong hai số từ");
  await least.fill("mười");
  await rule.getByRole("button", { name: "Lưu" }).click();
  await expect(rule).toContainText("Phải là số nguyên, ví dụ 10");
  await least.fill("10");
  await expect(rule.locator(".catalogue__preview")).toContainText("“Số góp ý” không quá 300% của “Số góp ý” kỳ trước.");
  await expectAccessible(page);
  await rule.getByRole("button", { name: "Lưu" }).click();
  await expect(rule).toBeHidden();
  await saved(page);
  for (const [period, count] of [["2025-01", "5"], ["2025-02", "20"]]) {
    await open(page, at("/entry/admission", period));
    await enter(page, UNITS[0], await columnOf(page, "Số góp ý"), count);
    await saved(page);
  }
  await open(page, at("/findings"));
  await expect(page.locator(".finding").filter({ hasText: "Số góp ý" }).first()).toContainText(UNITS[0]);
});

test("on a phone a list is pasted, and what is wrong is named", async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  const bloc = await startBloc(page, "Đảng bộ Khối tỉnh Mẫu", UNITS);
  await open(page, `/catalogue?bloc=${bloc}`);
  await page.getByRole("button", { name: "Thêm biểu", exact: true }).click();
  const form = dialog(page, "Thêm biểu");
  await form.getByText("Dán nhiều dòng một lần").click();
  await form.getByLabel("Danh sách dòng").fill("1. Bạn đọc (đảng viên)\n2. Số đầu sách (đầu sách)");
  await form.getByRole("button", { name: "Thêm vào biểu" }).click();
  await expect(form.getByLabel("Tên dòng 2")).toHaveValue("Số đầu sách");
  await expect(form.locator('[data-line="1"]').getByLabel("Tên đơn vị tính")).toHaveValue("đầu sách");
  await form.getByRole("button", { name: "Lưu" }).click();
  await expect(form.getByLabel("Tên biểu")).toBeFocused();
  await expect(form.getByText("Chưa có. Ghi hoặc chọn một mục.")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await form.getByLabel("Tên biểu").fill(FORM);
  await form.getByRole("button", { name: "Lưu" }).click();
  await expect(form).toBeHidden();
  await page.locator(".catalogue__item").filter({ hasText: FORM }).locator("summary").click();
  await expect(page.locator(".catalogue__item").filter({ hasText: FORM })).toContainText("đầu sách");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
