// Presenting: a frozen deck, driven by keys, a clicker, a finger and a second window, at four sizes, without a network.
import { expect, expectAccessible, offlineReady, open, screen, test } from "./support.mjs";
import { enter, openDemo, saved, startBloc, tabTo } from "./flows.mjs";

const DECK = "ready:ket-nap";
/** A ready deck begins with what the meeting is about; what was found comes next. */
const OPENING = "Kết nạp so với chỉ tiêu";
const FINDING = "Kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 9";

const headline = (page) => page.locator(".slide__headline").first();
const number = (page) => page.locator(".slide__place").first();

/** Opens the demo of 2022 and presents its admissions; answers the bloc's id. */
async function present(page, deck = DECK) {
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  await open(page, `/presenting/${deck}?bloc=${bloc}&period=2022`);
  await expect(headline(page)).toBeVisible();
  return bloc;
}

/** How many slides there are. */
const slides = async (page) => Number((await number(page).textContent()).match(/^\d+\/(\d+)/)[1]);

/** What is cut off on the page that is shown: elements whose content is larger than they are, or that leave the slide. */
const cut = (page) =>
  page.evaluate(() => {
    const found = [];
    const stage = document.querySelector(".stage").getBoundingClientRect();
    for (const element of document.querySelectorAll(".stage, .stage *")) {
      if (element.closest(".slide__marks") || element.closest("svg")) continue;
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      const inline = getComputedStyle(element).display === "inline";
      if (!inline && clientWidth > 0 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 2)) {
        found.push(`${element.className}: ${scrollWidth}×${scrollHeight} in ${clientWidth}×${clientHeight}`);
      }
    }
    const room = document.querySelector(".slide__room, .opening").getBoundingClientRect();
    for (const text of document.querySelectorAll(".stage svg text, .slide__table th, .slide__table td, .slide__names li, .slide__words li, .opening > *")) {
      const box = text.getBoundingClientRect();
      if (box.width === 0) continue;
      const outside = box.left < stage.left || box.right > stage.right + 1 || box.bottom > room.bottom + 2 || box.top < room.top - 2;
      if (outside) found.push(`${text.textContent}: ${[box.left, box.top, box.right, box.bottom].map(Math.round)}`);
    }
    return found;
  });

/** The smallest text of a slide, in pixels. */
const smallest = (page) =>
  page.evaluate(() => {
    const sizes = [...document.querySelectorAll(".stage p, .stage h1, .stage th, .stage td, .stage li, .stage svg text")]
      .filter((element) => element.textContent.trim() && element.getBoundingClientRect().width > 1)
      .filter((element) => !element.closest(".slide__marks"))
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    return Math.min(...sizes);
  });

/** Waits until what is drawn late is there. */
async function drawn(page) {
  const chart = page.locator(".slide__chart");
  if (await chart.count()) await expect(chart.locator("svg text").first()).toBeAttached();
  await page.evaluate(() => document.fonts.ready);
}

/** Goes through the whole deck by the key of a clicker, from the first slide to the last page of the last one. */
async function through(page, each) {
  await page.keyboard.press("Home");
  await expect(number(page)).toHaveText(/^1\//);
  for (let steps = 0; steps < 200; steps += 1) {
    const place = await number(page).textContent();
    await drawn(page);
    await each(place);
    const [, at, all] = place.match(/^(\d+)\/(\d+)/);
    const part = place.match(/(\d+)\/(\d+)$/);
    const isLast = at === all && (!/ · /.test(place) || part[1] === part[2]);
    if (isLast) return;
    await page.keyboard.press("PageDown");
    await expect(number(page)).not.toHaveText(place);
  }
  throw new Error("the deck has no end");
}

test("every key does what a presenter expects of it", async ({ page }) => {
  await present(page);
  await expect(headline(page)).toHaveText(OPENING);
  await expect(page.locator(".sidebar, .topbar, .bottombar")).toHaveCount(0);
  await page.keyboard.press("PageDown");
  await expect(headline(page)).toHaveText(FINDING);
  await expect(page.locator(".slide__foot")).toContainText(/đơn vị đã báo cáo/);
  await page.keyboard.press("PageUp");
  const at = (text) => expect(number(page)).toHaveText(text);
  const all = await slides(page);
  expect(all).toBeGreaterThan(1);
  await at(/^1\//);
  for (const [key, place] of [
    ["PageDown", 2],
    ["PageUp", 1],
    ["ArrowRight", 2],
    ["ArrowLeft", 1],
    ["ArrowDown", 2],
    ["ArrowUp", 1],
    ["Space", 2],
    ["Shift+Space", 1],
    ["End", all],
    ["Home", 1],
  ]) {
    await page.keyboard.press(key);
    await at(new RegExp(`^${place}/${all}`));
  }
  // A number, with or without G.
  await page.keyboard.press("g");
  await page.keyboard.press("2");
  await expect(page.locator(".cover__number")).toContainText("2");
  await page.keyboard.press("Enter");
  await at(/^2\//);
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await at(/^1\//);
  // Black, by either key, and the next press only shows the slide again.
  for (const key of ["b", "."]) {
    await page.keyboard.press(key);
    await expect(page.locator(".cover__blank")).toBeVisible();
    await page.keyboard.press("PageDown");
    await expect(page.locator(".cover__blank")).toHaveCount(0);
    await at(/^1\//);
  }
  // The overview, walked with arrows.
  await page.keyboard.press("o");
  await expect(page.locator(".overview")).toBeVisible();
  await expect(page.locator(".overview__cut")).toHaveCount(0);
  // Each slide is drawn in its card, its chart as a picture.
  await expect(page.locator(".overview__slide > .stage")).toHaveCount(all);
  await expect(page.locator(".overview__slide svg text").first()).toBeAttached();
  await expect(page.locator(".overview__item").nth(1)).toContainText(FINDING);
  await expectAccessible(page);
  await screen(page, "overview-slides");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.locator(".overview")).toHaveCount(0);
  await at(/^2\//);
  await page.keyboard.press("?");
  await expect(page.getByRole("region", { name: "Các phím" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Các phím" })).toHaveCount(0);
  await page.keyboard.press("f");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press("f");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
  // What a clicker's "begin" sends loads nothing anew.
  await page.evaluate(() => (window.still = true));
  await page.keyboard.press("F5");
  expect(await page.evaluate(() => window.still)).toBe(true);
  await page.evaluate(() => document.exitFullscreen?.().catch(() => {}));
  await expectAccessible(page);
  // A window that is loaded anew goes on where it was.
  await page.reload();
  await at(/^2\//);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/present\?/);
  await expect(page.locator(".sidebar")).toBeVisible();
});

test("behind a bar, by mouse and by keyboard, and back", async ({ page }) => {
  await present(page);
  // To the slide that compares units.
  const folded = page.locator(".slide__chart svg text").filter({ hasText: "đơn vị khác" });
  await drawn(page);
  for (let at = await slides(page); at > 0 && (await folded.count()) === 0; at -= 1) {
    const place = await number(page).textContent();
    await page.keyboard.press("PageDown");
    await expect(number(page)).not.toHaveText(place);
    await drawn(page);
  }
  const before = await headline(page).textContent();
  const name = page.locator(".slide__chart svg text").filter({ hasText: /^(Đảng bộ|Chi bộ)/ }).first();
  await name.click();
  await expect(page.locator(".slide__table")).toBeVisible();
  await expect(headline(page)).not.toHaveText(before);
  await page.getByRole("button", { name: "Về biểu đồ" }).click();
  await expect(headline(page)).toHaveText(before);
  // The folded middle leads to all units, on pages.
  await drawn(page);
  await folded.click();
  await expect(page.locator(".slide__table")).toBeVisible();
  await expect(number(page)).toHaveText(/phần 1\//);
  await page.keyboard.press("PageDown");
  await expect(number(page)).toHaveText(/phần 2\//);
  await page.keyboard.press("Escape");
  await expect(headline(page)).toHaveText(before);
  const mark = page.locator(".slide__mark").first();
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".slide__table")).toBeVisible();
  await page.keyboard.press("PageUp");
  await expect(headline(page)).toHaveText(before);
});

test("behind a cell of a map, a day of a drive and a month of transfers, and back", async ({ page }) => {
  test.setTimeout(240_000);
  // Goes to the slide of this title in a ready deck.
  const showing = async (bloc, deck, period, title) => {
    await open(page, `/presenting/${deck}?bloc=${bloc}&period=${period}`);
    await expect(headline(page)).toBeVisible();
    const all = await slides(page);
    for (let at = 2; at <= all; at += 1) {
      await page.keyboard.type(String(at));
      await page.keyboard.press("Enter");
      await expect(number(page)).toHaveText(new RegExp(`^${at}/`));
      if ((await page.locator(".slide__title").first().textContent()) === title) return drawn(page);
    }
    throw new Error(`${deck} has no slide "${title}"`);
  };
  // Whatever was pressed leads to units, or to what one of them entered, and Esc back.
  const behind = async (press, said) => {
    const before = await headline(page).textContent();
    await press();
    await expect(page.locator(".slide__table tbody tr").first()).toBeVisible();
    await expect(headline(page)).toContainText(said);
    expect(await cut(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(headline(page)).toHaveText(before);
    await drawn(page);
  };
  const mark = async () => {
    await page.locator(".slide__mark").last().focus();
    await page.keyboard.press("Enter");
  };

  const later = await openDemo(page, /Hòa Bình 11\/2022/);
  await showing(later, DECK, 2022, "Chuyển đảng chính thức");
  await behind(mark, /Tháng \d+\/2022/);

  const bloc = await openDemo(page, /Hòa Bình 2021/);
  await showing(bloc, "ready:dot-hoc-tap", 2021, "Số đảng viên đã học, lũy kế");
  await behind(mark, /Số liệu đến/);
  // One unit's counts of the other drive, which the report gives a share of only, and it stands beside this one, unit by unit.
  await open(page, `/entry/study?bloc=${bloc}&period=drive:dai-hoi-tinh-xvii`);
  await expect(page.getByRole("grid")).toBeVisible();
  // Members who were called, and who came.
  await enter(page, "Đảng bộ Văn phòng Tỉnh ủy", 4, "117");
  await enter(page, "Đảng bộ Văn phòng Tỉnh ủy", 7, "100");
  await saved(page);
  await showing(bloc, "ready:nhiem-ky", 2021, "Tỷ lệ tham gia theo đơn vị và đợt");
  await behind(() => page.locator(".slide__chart svg text").filter({ hasText: /%$/ }).first().click(), / · /);
  // Without a mouse: a row of the map, and from it one of its cells.
  await behind(async () => {
    await tabTo(page, page.locator(".slide__mark").first());
    await page.keyboard.press("Enter");
    await expect(page.locator(".slide__table tbody tr").first()).toBeVisible();
    await tabTo(page, page.locator(".slide__mark").first());
    await page.keyboard.press("Enter");
  }, / · /);
});

const SIZES = { xga: [1024, 768], wxga: [1366, 768], hd: [1920, 1080], uxga: [1600, 1200] };

/** Shows the pages of every slide, up to so many, at each of the four sizes: one window, made larger and smaller before each slide. */
async function atEverySize(page, each, most = Infinity) {
  const all = await slides(page);
  for (let at = 1; at <= all; at += 1) {
    for (const [size, [width, height]] of Object.entries(SIZES)) {
      await page.setViewportSize({ width, height });
      await page.keyboard.type(String(at));
      await page.keyboard.press("Enter");
      await expect(number(page)).toHaveText(new RegExp(`^${at}/${all}( · \\S+ 1/\\d+)?$`));
      await expect(page.locator(".stage").first()).toHaveCSS("inline-size", `${width}px`);
      for (let part = 1; ; part += 1) {
        await drawn(page);
        const place = await number(page).textContent();
        await each(size, place);
        const [, parts] = place.match(/ \d+\/(\d+)$/) ?? [0, 1];
        if (part >= Math.min(Number(parts), most)) break;
        await page.keyboard.press("PageDown");
        await expect(number(page)).not.toHaveText(place);
      }
    }
  }
}

test("the whole deck at four sizes: nothing is cut, everything is large enough", async ({ page }) => {
  test.setTimeout(300_000);
  const bloc = await present(page);
  // The dark room has the sizes of the projector, so its long tables need not be gone through again.
  for (const [lang, theme, preset, most] of [["vi", "light", "projector", 20], ["vi", "dark", "dark-room", 1], ["en", "dark", "near", 2]]) {
    await page.evaluate(
      ([lang, theme, preset]) => {
        localStorage.setItem("so-khoi:lang", lang);
        localStorage.setItem("so-khoi:theme", theme);
        localStorage.setItem("so-khoi:presenting", preset);
      },
      [lang, theme, preset],
    );
    await open(page, `/presenting/${DECK}?bloc=${bloc}&period=2022`);
    await expect(headline(page)).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await atEverySize(page, async (size, place) => {
      const name = `present-${size}-${lang}-${preset}-${place.replace(/\D+/g, "-")}`;
      expect(await cut(page), name).toEqual([]);
      expect(await smallest(page), name).toBeGreaterThanOrEqual(preset === "near" ? 18 : 24);
      await screen(page, name);
    }, most);
  }
});

/** Letters wider than the font says, as another font or somebody's own setting makes them. A style sheet made by script, which the policy allows. */
const widen = (page, ems) =>
  page.evaluate((ems) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`.stage * { letter-spacing: ${ems}em !important; }`);
    document.adoptedStyleSheets = [sheet];
  }, ems);

/** 130 organisations with names of 120 letters, some of which have reported, and a deck of everything that is long. */
async function hostile(page) {
  const name = (at) => `Đảng bộ Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng, công nghiệp và giao thông nông thôn miền núi tỉnh số ${String(at).padStart(3, "0")}`;
  const units = Array.from({ length: 130 }, (_, at) => name(at + 1));
  const bloc = await startBloc(page, "Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh", units);
  await open(page, `/entry/headcount?bloc=${bloc}`);
  await expect(page.getByRole("grid")).toBeVisible();
  await page.getByRole("grid").getByRole("gridcell").first().click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", Array.from({ length: 100 }, (_, at) => String(1200 + at * 7)).join("\n"));
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await saved(page);
  await open(page, `/returns?bloc=${bloc}`);
  const add = (label) => page.getByRole("button", { name: label, exact: true }).first();
  await add("Thêm vào trình chiếu").click();
  await page.getByRole("menuitem", { name: "Bài trình chiếu mới" }).click();
  await add("Thêm danh sách chưa báo cáo vào trình chiếu").click();
  await page.getByRole("menuitem").first().click();
  await page.locator(".toast").last().getByRole("link", { name: "Soạn" }).click();
  await page.waitForURL(/\/present\/[^?]+/);
  await expect(page.locator(".slide-line")).toHaveCount(2);
  const deck = new URL(page.url()).pathname.split("/").pop();
  // Everything else of the form that has units: chart and table; and words.
  await page.getByRole("button", { name: "Thêm trang" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator(".offers__list button").first()).toBeVisible();
  const offers = await dialog.locator(".offers__list button").count();
  for (let at = 0; at < Math.min(offers, 4); at += 1) await dialog.locator(".offers__list button").nth(at).click();
  await dialog.getByRole("button", { name: "Trang chữ" }).click();
  const panel = page.locator(".one-slide");
  await panel.getByLabel(/Tiêu đề/).fill("Rà soát, đôn đốc các tổ chức đảng trực thuộc còn thiếu số liệu đảng viên mới kết nạp, hoàn thành trước ngày 15 tháng 12 và báo cáo Ban Thường vụ ".repeat(2));
  await panel.getByLabel(/Nội dung/).fill(Array.from({ length: 14 }, (_, at) => `${at + 1}. Giao Ban Tổ chức phối hợp với Văn phòng rà soát, đôn đốc từng tổ chức đảng chưa báo cáo, nêu rõ nguyên nhân`).join("\n"));
  await panel.getByLabel(/Ghi chú/).fill("Nhắc lại thời hạn và người chịu trách nhiệm ở từng đơn vị. ".repeat(40));
  await panel.getByLabel(/Ghi chú/).blur();
  await saved(page);
  return { bloc, deck };
}

test("130 units with names of 120 letters: nothing is cut, and nothing had to be made smaller", async ({ page }) => {
  test.setTimeout(300_000);
  const { bloc, deck } = await hostile(page);
  await open(page, `/presenting/${deck}?bloc=${bloc}`);
  await expect(headline(page)).toBeVisible();
  await atEverySize(page, async (size, place) => {
    const name = `hostile-${size}-${place.replace(/\D+/g, "-")}`;
    expect(await cut(page), name).toEqual([]);
    expect(await smallest(page), name).toBeGreaterThanOrEqual(24);
    await screen(page, name);
  }, 4);
  // Nothing of it was too wide for what was computed.
  await expect(page.locator(".presenting")).toHaveAttribute("data-made-smaller", "0");
});

test("letters wider than their font says: what is cut is made smaller, and what stays cut is told", async ({ page, context }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await present(page);
  const to = async (at) => {
    await page.keyboard.type(String(at));
    await page.keyboard.press("Enter");
    await expect(number(page)).toHaveText(new RegExp(`^${at}/`));
    await drawn(page);
  };
  await widen(page, 0.12);
  // The units of the year: their bars are cut, however small, so their table goes on over pages.
  await to(4);
  await expect(page.locator(".slide__table")).toBeVisible();
  await expect.poll(() => cut(page)).toEqual([]);
  await expect(page.locator(".presenting")).toHaveAttribute("data-made-smaller", /^[1-9]/);
  // Twelve months beside each other are too wide as a table too: the presenter is told, at the notes and in the overview.
  const opening = context.waitForEvent("page");
  await page.keyboard.press("n");
  const notes = await opening;
  await expect(notes.locator(".speaker__place")).toHaveText(/^4\//);
  await page.bringToFront();
  await to(7);
  await expect(notes.locator(".speaker__told")).toContainText("Có phần không vừa màn hình này");
  await page.keyboard.press("o");
  await expect(page.locator(".overview__item").nth(6).locator(".overview__cut")).toBeVisible();
  await expect(page.locator(".overview__item").nth(3).locator(".overview__cut")).toHaveCount(0);
  await screen(page, "overview-cut");
});

test("a deck of forty slides opens its overview at once", async ({ page }) => {
  test.setTimeout(240_000);
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  await open(page, `/present?bloc=${bloc}`);
  await page.getByRole("button", { name: "Sửa: Kết nạp so với chỉ tiêu" }).click();
  await page.waitForURL(/\/present\/[^?]+/);
  const deck = new URL(page.url()).pathname.split("/").pop();
  await page.getByRole("button", { name: "Thêm trang" }).click();
  const offers = page.getByRole("dialog").locator(".offers__list button");
  await expect(offers.first()).toBeVisible();
  const lines = page.locator(".slide-line");
  for (let at = 0; (await lines.count()) < 40; at += 1) await offers.nth(at % (await offers.count())).click();
  await page.getByRole("dialog").getByRole("button", { name: "Xong" }).click();
  await saved(page);
  await open(page, `/presenting/${deck}?bloc=${bloc}`);
  await expect(number(page)).toHaveText("1/40");
  // How many slides are drawn when all headlines are there.
  await page.evaluate(() => {
    const count = (selector) => document.querySelectorAll(selector).length;
    const seen = new MutationObserver(() => {
      if (count(".overview__headline") < 40) return;
      window.drawnAtFirst = count(".overview__slide > .stage");
      seen.disconnect();
    });
    seen.observe(document.body, { childList: true, subtree: true });
  });
  await page.keyboard.press("o");
  await expect(page.locator(".overview__headline")).toHaveCount(40);
  expect(await page.evaluate(() => window.drawnAtFirst)).toBeLessThan(3);
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".overview__card").nth(1)).toBeFocused();
  await expect(page.locator(".overview__slide > .stage")).toHaveCount(40, { timeout: 30_000 });
  await screen(page, "overview-forty");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(number(page)).toHaveText(/^40\/40/);
});

test("the notes follow, and lead", async ({ page, context }) => {
  await present(page);
  const opening = context.waitForEvent("page");
  await page.keyboard.press("n");
  const notes = await opening;
  await expect(notes.locator(".speaker__now .slide__headline")).toHaveText(OPENING);
  await expect(notes.locator(".speaker__place")).toHaveText(/^1\//);
  await page.keyboard.press("PageDown");
  await expect(notes.locator(".speaker__place")).toHaveText(/^2\//);
  await expect(notes.locator(".speaker__now .slide__headline")).toHaveText(FINDING);
  await notes.bringToFront();
  await screen(notes, "speaker");
  await notes.getByRole("button", { name: "Trang trước" }).click();
  await expect(number(page)).toHaveText(/^1\//);
  await notes.keyboard.press("b");
  await expect(page.locator(".cover__blank")).toBeVisible();
  await expect(notes.getByText("Màn hình đang để đen")).toBeVisible();
  await notes.keyboard.press("b");
  await expect(page.locator(".cover__blank")).toHaveCount(0);
  // The timer runs by itself, is stopped and set back.
  const timer = notes.getByRole("timer");
  await expect(timer).not.toHaveText("00:00");
  await notes.getByRole("button", { name: "Tạm dừng" }).click();
  await notes.getByRole("button", { name: "Tính lại từ đầu" }).click();
  await expect(timer).toHaveText("00:00");
  await expectAccessible(notes);
  await page.bringToFront();
  await page.keyboard.press("Escape");
  await expect(notes.getByText("Chưa có cửa sổ nào đang trình chiếu")).toBeVisible();
});

test("a browser that blocks windows says how to open the notes", async ({ page }) => {
  await page.addInitScript(() => (window.open = () => null));
  await present(page);
  await page.keyboard.press("n");
  const link = page.getByRole("link", { name: "Mở cửa sổ ghi chú" });
  await expect(link).toBeVisible();
  await expect(link).toHaveAttribute("href", /\/presenting\/ready:ket-nap\/notes\?bloc=/);
});

test("a finger swipes on a phone", async ({ browser, server }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: "vi-VN",
    serviceWorkers: "block",
    baseURL: server.url,
  });
  const page = await context.newPage();
  await present(page);
  await drawn(page);
  expect(await cut(page)).toEqual([]);
  await screen(page, "present-phone");
  const swipe = async (from, to) => {
    const client = await context.newCDPSession(page);
    await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: from, y: 400 }] });
    await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: (from + to) / 2, y: 402 }] });
    await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: to, y: 404 }] });
    await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  await swipe(320, 60);
  await expect(number(page)).toHaveText(/^2\//);
  await swipe(60, 320);
  await expect(number(page)).toHaveText(/^1\//);
  // Buttons for who does not swipe are large enough for a finger.
  const next = page.getByRole("button", { name: "Trang sau" });
  const box = await next.boundingBox();
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  await context.close();
});

test.describe("without a network from the start", () => {
  test.use({ serviceWorkers: "allow" });

  test("a deck begins from what is on the device", async ({ page, server }) => {
    const bloc = await present(page);
    await offlineReady(page);
    await server.stop();
    await page.goto(`/presenting/${DECK}?bloc=${bloc}&period=2022`);
    await expect(headline(page)).toHaveText(OPENING);
    await page.keyboard.press("PageDown");
    await expect(headline(page)).toHaveText(FINDING);
    await drawn(page);
    await through(page, async () => {});
  });
});
