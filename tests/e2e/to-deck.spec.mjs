// "Thêm vào trình chiếu" beside everything that is shown, on every kind of page: the slide says the same sentence, of the same figures, and rests on
// the same facts.
import { expect, open, test } from "./support.mjs";
import { openDemo } from "./flows.mjs";
import { ADD, MISSING, charts, compare, numbers } from "./into-deck.mjs";

test("charts of admissions, of a drive and of topics", async ({ page }) => {
  test.setTimeout(240_000);
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  const { shown } = await compare(page, bloc, "/admission?period=2022");
  expect(shown.length).toBeGreaterThan(2);
  for (const topic of ["classification", "inspection", "meetings", "propaganda", "models", "key-tasks"]) {
    await open(page, `/topic/${topic}?bloc=${bloc}&period=2022`);
    await expect(page.locator("main h1").first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    if ((await charts(page)).length > 0) await compare(page, bloc, `/topic/${topic}?period=2022`);
  }
});

test("charts of a drive, its cards, its table and who is missing", async ({ page }) => {
  test.setTimeout(180_000);
  const bloc = await openDemo(page);
  await compare(page, bloc, "/study/dai-hoi-xiii?period=2021");
  const cards = (page) => page.locator(".section__head").filter({ hasText: "Tham gia học tập" }).getByRole("button", { name: ADD });
  const { slides, finding } = await compare(page, bloc, "/study/dai-hoi-xiii?period=2021", { buttons: [cards] });
  for (const number of numbers(finding)) expect(slides[0].all).toContain(number);
});

test("targets, returns of all forms, and what reports state", async ({ page }) => {
  test.setTimeout(180_000);
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  const main = (name) => (page) => page.locator("main").getByRole("button", { name, exact: true }).first();

  // The board and one of its targets.
  const board = await compare(page, bloc, "/targets?period=2022", { buttons: [main(ADD)] });
  expect(board.slides[0].headline).toBe(board.finding.replace(/\.$/, ""));
  await open(page, `/targets?bloc=${bloc}&period=2022`);
  const target = await page.locator('main a[href*="/targets/"]').first().getAttribute("href");
  const one = await compare(page, bloc, new URL(target, page.url()).pathname, { buttons: [main(ADD)] });
  for (const number of numbers(one.finding)) expect(one.slides[0].all).toContain(number);

  // Returns: how many are in, and by name who owes one.
  const returns = await compare(page, bloc, "/returns?period=2022", { buttons: [main(ADD), main(MISSING)] });
  expect(returns.slides[0].headline).toBe(returns.finding.replace(/\.$/, ""));
  const owing = await page.goto(`/returns?bloc=${bloc}&period=2022&rows=owing`).then(async () => {
    await expect(page.locator(".returns__tools [role=status]")).toBeVisible();
    return Number((await page.locator(".returns__tools [role=status]").textContent()).match(/\d+/)[0]);
  });
  expect(returns.slides[1].all).toContain(owing === 0 ? "đã báo cáo" : String(owing));

  // What reports state beside what was counted: as many rows as the page has.
  const stated = await compare(page, bloc, "/findings?period=2022", { buttons: [main(ADD)] });
  expect(stated.slides[0].rows).toBeGreaterThan(0);
});

test("the targets that the overview shows, by mouse and by keyboard", async ({ page }) => {
  test.setTimeout(120_000);
  const bloc = await openDemo(page, /Hòa Bình 11\/2022/);
  const section = (page) => page.locator("main section").filter({ has: page.locator(".overview__cards") });
  const button = (page) => section(page).getByRole("button", { name: ADD });
  await open(page, `/?bloc=${bloc}&period=2022`);
  await expect(button(page)).toBeVisible();
  const cards = await section(page).locator(".stat-card__value").allTextContents();
  expect(cards.length).toBeGreaterThan(0);
  const { slides } = await compare(page, bloc, "/?period=2022", { buttons: [button] });
  for (const figure of cards.flatMap(numbers)) expect(slides[0].all).toContain(figure);

  // By the keyboard: what the button takes is there only now, and the focus is in its list all the same.
  await open(page, `/?bloc=${bloc}&period=2022`);
  await button(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator(".toast").last()).toContainText("Đã thêm vào");
});

test("the table of a topic's units", async ({ page }) => {
  test.setTimeout(120_000);
  const bloc = await openDemo(page, /cơ quan.*3\/2023/);
  const table = (page) => page.locator("main section").filter({ has: page.locator(".topic__units") }).getByRole("button", { name: ADD });
  const { slides } = await compare(page, bloc, "/topic/models?period=2022", { buttons: [table] });
  expect(slides[0].headline).toBe("Cả 70 đơn vị đã báo cáo");
  expect(slides[0].rows).toBeGreaterThan(3);
  expect(slides[0].all).toContain("Mô hình, công trình đã xây dựng");
});
