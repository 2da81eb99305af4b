// Putting what a page shows into a deck, and what the slides of it say.
import { expect, open } from "./support.mjs";
import { saved } from "./flows.mjs";

export const ADD = "Thêm vào trình chiếu";
export const MISSING = "Thêm danh sách chưa báo cáo vào trình chiếu";

/** The numbers of a text, as they are written. */
export const numbers = (text) => [...new Set(text.match(/\d+(?:[.,]\d+)*%?/g) ?? [])];

/** What every chart of the page says, that can be put into a deck: its sentence and what it rests on. */
export const charts = (page) =>
  page.locator("main figure.chart").evaluateAll(
    (figures, label) =>
      figures
        .map((figure, at) => ({ figure, at }))
        .filter(({ figure }) => [...figure.querySelectorAll("button")].some((button) => (button.getAttribute("aria-label") ?? button.textContent).includes(label)))
        .map(({ figure, at }) => ({
          at,
          title: figure.querySelector("h3").textContent,
          said: figure.querySelector("figcaption p").textContent,
          facts: [...figure.querySelectorAll("figcaption .facts li")].map((fact) => fact.textContent),
        })),
    ADD,
  );

/** Puts what a button stands beside into the deck. */
export async function add(page, button) {
  await button.click();
  await page.getByRole("menuitem").first().click();
  await expect(page.locator(".toast").last()).toContainText("Đã thêm vào");
}

/** What a slide shows, in words: headline, chart, table, foot. */
export async function slide(page, at) {
  await expect(page.locator(".slide__place").first()).toBeVisible();
  await page.keyboard.type(String(at));
  await expect(page.locator(".cover__number")).toContainText(String(at));
  await page.keyboard.press("Enter");
  await expect(page.locator(".slide__place").first()).toHaveText(new RegExp(`^${at}/`));
  const chart = page.locator(".slide__chart");
  if (await chart.count()) await expect(chart.locator("svg text").first()).toBeAttached();
  return page.evaluate(() => {
    const texts = (selector) => [...document.querySelectorAll(`.stage ${selector}`)].map((element) => element.textContent);
    return {
      title: texts(".slide__title").join(""),
      headline: texts(".slide__headline").join(""),
      told: document.querySelector(".slide__chart")?.getAttribute("aria-label") ?? "",
      foot: texts(".slide__facts").join(""),
      rows: texts(".slide__table tbody tr").length,
      names: texts(".slide__names li").length,
      all: [...texts("h1"), ...texts("p"), ...texts("td"), ...texts("th"), ...texts("li"), ...texts("svg text")].join(" | "),
    };
  });
}

/** Adds all that a page shows to a new deck, presents it, and compares every slide with what the page said. */
export async function compare(page, bloc, path, { buttons = [] } = {}) {
  await open(page, path.includes("?") ? `${path}&bloc=${bloc}` : `${path}?bloc=${bloc}`);
  await expect(page.locator("main h1").first()).toBeVisible();
  const own = buttons.length === 0;
  if (own) {
    await expect(page.locator("main figure.chart").getByRole("button", { name: ADD }).first()).toBeVisible();
    // The charts come one after another, and each with its button.
    const seen = () => charts(page).then((all) => all.length);
    let count = 0;
    await expect.poll(async () => count === (count = await seen()), { intervals: [500] }).toBe(true);
  }
  const shown = own ? await charts(page) : [];
  const finding = await page.locator(".page-head h1").first().textContent();
  const pressed = own ? shown.map((chart) => page.locator("main figure.chart").nth(chart.at).getByRole("button", { name: ADD }).first()) : buttons.map((button) => button(page));
  expect(pressed.length, path).toBeGreaterThan(0);
  for (const [at, button] of pressed.entries()) {
    if (at > 0) {
      await add(page, button);
      continue;
    }
    await button.click();
    await page.getByRole("menuitem", { name: "Bài trình chiếu mới" }).last().click();
    await expect(page.locator(".toast").last()).toContainText("Đã thêm vào");
  }
  await saved(page);
  await page.locator(".toast").last().getByRole("link", { name: "Soạn" }).click();
  await page.waitForURL(/\/present\/[^?]+/);
  await expect(page.locator(".slide-line")).toHaveCount(pressed.length);
  const deck = new URL(page.url()).pathname.split("/").pop();
  await saved(page);
  await open(page, `/presenting/${deck}?bloc=${bloc}`);
  const slides = [];
  for (let at = 1; at <= pressed.length; at += 1) slides.push(await slide(page, at));
  for (const [at, chart] of shown.entries()) {
    const found = slides[at];
    const told = `${found.headline} ${found.told} ${found.all}`;
    for (const number of numbers(chart.said)) expect(told, `${path}: ${chart.title}: ${chart.said}`).toContain(number);
    for (const fact of chart.facts) expect(`${found.foot} ${told}`, `${path}: ${chart.title}`).toContain(fact);
  }
  return { slides, finding: finding.trim(), shown };
}
