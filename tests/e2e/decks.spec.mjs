// Decks: a ready one made one's own, slides arranged by keys and by dragging, a chart added from its page, words and notes, undo,
// a reload, no network; and the whole of it by the keyboard alone.
import { expect, expectAccessible, expectNoSidewaysScroll, offlineReady, open, screen, test } from "./support.mjs";
import { openDemo, saved, tabTo } from "./flows.mjs";

const HB_2022 = /Hòa Bình 11\/2022/;
const READY = "Kết nạp so với chỉ tiêu";

const slides = (page) => page.locator(".slide-line");
const headlines = (page) => page.locator(".slide-line__headline").allTextContents();

/** Makes an own deck of the ready one on admissions. */
async function ownDeck(page, bloc) {
  await open(page, `/present?bloc=${bloc}`);
  await page.getByRole("button", { name: `Sửa: ${READY}` }).click();
  await page.waitForURL(/\/present\/[^?]+/);
  await expect(page.locator(".page-head h1")).toContainText(READY);
  await expect(slides(page).nth(1)).toBeVisible();
  await saved(page);
  return new URL(page.url()).pathname.split("/").pop();
}

test("a ready deck becomes one's own, and its slides go where they are put", async ({ page }) => {
  const bloc = await openDemo(page, HB_2022);
  const deck = await ownDeck(page, bloc);
  const before = await headlines(page);
  expect(before.length).toBeGreaterThan(1);
  expect(before.join(" ")).toContain("121/130");
  await expectAccessible(page);

  // By keys: the second slide to the front, said to who cannot see it, and the focus stays with it.
  await slides(page).nth(1).locator(".slide-line__open").focus();
  await page.keyboard.press("Alt+ArrowUp");
  const swapped = [before[1], before[0], ...before.slice(2)];
  await expect.poll(() => headlines(page)).toEqual(swapped);
  await expect(page.locator(".deck__slides [role=status]")).toContainText(`nay là trang 1/${before.length}`);
  await expect(slides(page).first().locator(".slide-line__open")).toBeFocused();
  await saved(page);
  await open(page, `/present/${deck}?bloc=${bloc}`);
  await expect.poll(() => headlines(page)).toEqual(swapped);

  // By dragging: the first below the last.
  const grip = await slides(page).first().locator(".slide-line__grip").boundingBox();
  const last = await slides(page).last().boundingBox();
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + grip.width / 2, last.y + last.height / 2, { steps: 8 });
  await page.mouse.move(grip.x + grip.width / 2, last.y + last.height - 2, { steps: 4 });
  await page.mouse.up();
  const dragged = [...swapped.slice(1), swapped[0]];
  await expect.poll(() => headlines(page)).toEqual(dragged);
  await saved(page);

  // By the button, and back by undo.
  await slides(page).last().getByRole("button", { name: /Đưa lên trước/ }).click();
  await expect.poll(() => headlines(page)).not.toEqual(dragged);
  await saved(page);
  await page.locator(".page-head h1").focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => headlines(page)).toEqual(dragged);
});

test("a slide has its own headline, notes, period and form, all kept and all undone", async ({ page }) => {
  const bloc = await openDemo(page, HB_2022);
  const deck = await ownDeck(page, bloc);
  const panel = page.locator(".one-slide");
  const line = page.locator(`#${await slides(page).filter({ hasText: "121/130" }).first().getAttribute("id")}`);
  await line.locator(".slide-line__open").click();
  await panel.getByLabel(/Ghi chú cho người trình bày/).fill("Nhắc ba đơn vị chưa báo cáo");
  await panel.getByLabel(/Tiêu đề riêng/).fill("Kết nạp gần đủ chỉ tiêu");
  await panel.getByLabel(/Tiêu đề riêng/).blur();
  await expect(line).toContainText("Kết nạp gần đủ chỉ tiêu");
  await expect(panel.locator(".slide__headline")).toHaveText("Kết nạp gần đủ chỉ tiêu");
  await panel.getByText("Bảng", { exact: true }).click();
  await expect(panel.locator(".stage table").first()).toBeVisible();
  await saved(page);

  await open(page, `/present/${deck}?bloc=${bloc}`);
  await line.locator(".slide-line__open").click();
  await expect(line).toContainText("Kết nạp gần đủ chỉ tiêu");
  await expect(panel.getByLabel(/Ghi chú cho người trình bày/)).toHaveValue("Nhắc ba đơn vị chưa báo cáo");
  await expect(panel.getByRole("radio", { name: "Bảng", exact: true })).toBeChecked();

  // Another period: the same slide, other figures.
  await panel.getByLabel("Kỳ", { exact: true }).selectOption({ label: "Năm 2021" });
  await expect(line.locator(".slide-line__about")).toContainText("2021");
  await saved(page);

  // Taken out, and brought back by the toast.
  const count = await slides(page).count();
  await line.locator(".slide-line__open").focus();
  await page.keyboard.press("Delete");
  await expect(slides(page)).toHaveCount(count - 1);
  await page.getByRole("button", { name: "Hoàn tác" }).last().click();
  await expect(slides(page)).toHaveCount(count);
  await expect(line).toContainText("Kết nạp gần đủ chỉ tiêu");
});

test("a chart goes into a new deck, and from the second on into the one used last", async ({ page }) => {
  const bloc = await openDemo(page, HB_2022);
  await open(page, `/admission?bloc=${bloc}&period=2022`);
  const buttons = page.getByRole("button", { name: "Thêm vào trình chiếu" });
  await buttons.first().click();
  await page.getByRole("menuitem", { name: "Bài trình chiếu mới" }).click();
  await expect(page.getByText("Đã thêm vào “Bài trình chiếu mới”")).toBeVisible();
  await buttons.nth(1).click();
  await expect(page.getByRole("menuitem").first()).toContainText("Bài trình chiếu mới");
  await expect(page.getByRole("menuitem").first()).toContainText("1 trang");
  await page.getByRole("menuitem").first().click();
  const toasts = page.locator(".toast");
  await toasts.last().getByRole("link", { name: "Soạn" }).click();
  await page.waitForURL(/\/present\/[^?]+/);
  await expect(slides(page)).toHaveCount(2);
  await expect(slides(page).first()).toContainText("121/130");
  // What was added last can be taken back from here.
  await toasts.last().getByRole("button", { name: "Hoàn tác" }).click();
  await expect(slides(page)).toHaveCount(1);
});

test("what can be added is searched; a slide of words is written", async ({ page }) => {
  const bloc = await openDemo(page, HB_2022);
  await open(page, `/present?bloc=${bloc}`);
  await page.getByRole("button", { name: "Bài mới" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Tên bài trình chiếu").fill("");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Cần một tên cho bài trình chiếu.")).toBeVisible();
  await dialog.getByLabel("Tên bài trình chiếu").fill("Giao ban tháng 11");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/present\/[^?]+/);
  await page.getByRole("button", { name: "Thêm trang" }).click();
  await expect(dialog.locator(".offers__list button").first()).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Tìm theo tên nội dung").fill("ket nap");
  await dialog.locator(".offers__list button").first().click();
  await expect(dialog.getByRole("status")).toContainText("Đã thêm 1 trang");
  await dialog.getByLabel("Tìm theo tên nội dung").fill("không có nội dung này");
  await expect(dialog.getByText("Không có nội dung nào khớp.")).toBeVisible();
  await dialog.getByRole("button", { name: "Trang chữ" }).click();
  await expect(slides(page)).toHaveCount(2);
  const panel = page.locator(".one-slide");
  await panel.getByLabel(/Nội dung/).fill("Hai việc của tháng 12\nRà soát chỉ tiêu");
  await panel.getByLabel(/Nội dung/).blur();
  await expect(slides(page).nth(1)).toContainText("Hai việc của tháng 12");
  await saved(page);
});

test.describe("without a network", () => {
  test.use({ serviceWorkers: "allow" });

  test("decks are copied, renamed, deleted and brought back, and all of it without a network", async ({ page, server }) => {
    const bloc = await openDemo(page, HB_2022);
    await open(page, `/present?bloc=${bloc}`);
    await offlineReady(page);
    await server.stop();
    await ownDeck(page, bloc);
    const more = () => page.getByRole("button", { name: /Việc khác/ }).last();
    await more().click();
    await page.getByRole("menuitem", { name: "Chép thành bài khác" }).click();
    await expect(page.locator(".page-head h1")).toContainText("(bản chép)");
    await more().click();
    await page.getByRole("menuitem", { name: "Đổi tên" }).click();
    await page.getByRole("dialog").getByLabel("Tên bài trình chiếu").fill("Họp Ban Thường vụ");
    await page.keyboard.press("Enter");
    await expect(page.locator(".page-head h1")).toHaveText("Họp Ban Thường vụ");
    await saved(page);
    await open(page, `/present?bloc=${bloc}`);
    const own = page.locator(".decks__line");
    await expect(own).toHaveCount(2);
    await own.filter({ hasText: "Họp Ban Thường vụ" }).getByRole("button", { name: /Việc khác/ }).click();
    await page.getByRole("menuitem", { name: "Xóa bài này" }).click();
    await expect(own).toHaveCount(1);
    await page.getByRole("button", { name: "Hoàn tác" }).last().click();
    await expect(own).toHaveCount(2);
    await open(page, `/present/khong-co?bloc=${bloc}`);
    await expect(page.locator("main h1")).toHaveText("Không có bài trình chiếu này");
  });
});

test("a deck is put together by the keyboard alone", async ({ page }) => {
  const bloc = await openDemo(page, HB_2022);
  await open(page, `/present?bloc=${bloc}`);
  await tabTo(page, page.getByRole("button", { name: `Sửa: ${READY}` }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/present\/[^?]+/);
  await expect(page.locator(".page-head h1")).toBeFocused();
  await expect(slides(page).nth(1)).toBeVisible();
  const before = await headlines(page);
  await tabTo(page, slides(page).first().locator(".slide-line__open"));
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => headlines(page)).toEqual([before[1], before[0], ...before.slice(2)]);
  await expect(slides(page).nth(1).locator(".slide-line__open")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(slides(page).first().locator(".slide-line__open")).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(slides(page)).toHaveCount(before.length - 1);
  await expect(slides(page).first().locator(".slide-line__open")).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Thêm trang" }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Tìm theo tên nội dung")).toBeFocused();
  await tabTo(page, page.locator(".offers__list button").first());
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(slides(page)).toHaveCount(before.length);
  await saved(page);
});

test("on a phone the list and a slide take turns", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const bloc = await openDemo(page, HB_2022);
  await ownDeck(page, bloc);
  await expectNoSidewaysScroll(page);
  const panel = page.locator(".one-slide");
  await expect(panel).toBeHidden();
  await slides(page).nth(1).locator(".slide-line__open").click();
  await expect(panel).toBeVisible();
  await expect(page.locator(".one-slide__place")).toBeFocused();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await panel.getByRole("button", { name: "Các trang" }).click();
  await expect(panel).toBeHidden();
  await expect(slides(page).first()).toBeVisible();
});

// For a person to look at.
const SIZES = { phone: [390, 844], laptop: [1366, 768], projector: [1920, 1080] };
for (const [size, [width, height]] of Object.entries(SIZES)) {
  test(`the pages of decks at ${size} size`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const bloc = await openDemo(page, HB_2022);
    const deck = await ownDeck(page, bloc);
    for (const lang of ["vi", "en"]) {
      for (const theme of ["light", "dark"]) {
        const tab = await page.context().newPage();
        await tab.setViewportSize({ width, height });
        await tab.addInitScript(
          ([lang, theme]) => {
            localStorage.setItem("so-khoi:lang", lang);
            localStorage.setItem("so-khoi:theme", theme);
          },
          [lang, theme],
        );
        const name = (page) => `${page}-${size}-${lang}-${theme}`;
        await open(tab, `/present?bloc=${bloc}`);
        await expect(tab.locator(".decks__line")).toBeVisible();
        await expectNoSidewaysScroll(tab);
        await expectAccessible(tab);
        await screen(tab, name("decks"), { fullPage: true });
        await open(tab, `/present/${deck}?bloc=${bloc}`);
        await expect(slides(tab).first()).toBeVisible();
        await expectNoSidewaysScroll(tab);
        await screen(tab, name("deck"), { fullPage: size === "phone" });
        await slides(tab).nth(1).locator(".slide-line__open").click();
        await expect(tab.locator(".one-slide__preview svg text").first()).toBeVisible();
        await expectNoSidewaysScroll(tab);
        await expectAccessible(tab);
        await screen(tab, name("deck-slide"), { fullPage: true });
        await open(tab, `/present/${deck}?bloc=${bloc}`);
        await tab.locator(".deck__slides > .button").click();
        await expect(tab.locator(".offers__list button").first()).toBeVisible();
        await expectAccessible(tab);
        await screen(tab, name("deck-add"));
        await tab.close();
      }
    }
  });
}
