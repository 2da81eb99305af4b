// The explorer: whatever a form counts is drawn, of a sector too, and goes into a deck that says the same.
import { expect, open, test } from "./support.mjs";
import { openDemo } from "./flows.mjs";
import { ADD, compare, numbers } from "./into-deck.mjs";

const HB_2022 = /Hòa Bình 11\/2022/;
const AGENCIES = /cơ quan.*3\/2023/;

const VIEWS = [
  { what: "admissions, a count by months", demo: HB_2022, query: "form=admission&of=admitted&period=2022", says: "121" },
  { what: "a drive's participation, a rate", query: "form=study&of=participation_members&period=drive:dai-hoi-xiii", says: "4.201/4.201" },
  { what: "a drive's write-ups, by grade", query: "form=study&of=measure:write_ups&period=drive:dai-hoi-xiii", says: "1.647" },
  { what: "members, as they were counted", demo: HB_2022, query: "form=headcount&of=members&period=2022", says: "4.200" },
  { what: "inspections, under options", demo: AGENCIES, query: "form=inspection&of=measure:inspection&period=2020..2025", says: "55" },
  { what: "what units have done", demo: AGENCIES, query: "form=models&of=models_done&period=2022", says: "93" },
];

for (const { what, demo, query, says } of VIEWS) {
  test(`${what}: drawn, and the same on slides`, async ({ page }) => {
    test.setTimeout(120_000);
    const bloc = await openDemo(page, demo);
    const { shown, finding } = await compare(page, bloc, `/explore?${query}`);
    expect(finding).toContain(says);
    expect(shown.length).toBeGreaterThan(0);
  });
}

test("a sector's view is a slide of that sector", async ({ page }) => {
  test.setTimeout(120_000);
  const bloc = await openDemo(page, HB_2022);
  const path = `/explore?form=admission&of=admitted&period=2022`;
  await open(page, `${path}&bloc=${bloc}`);
  const whole = page.locator(".page-head h1");
  await expect(whole).toContainText("121");
  const sectors = page.getByLabel("Phạm vi");
  await sectors.selectOption({ label: "Đơn vị sự nghiệp" });
  await expect(whole).not.toContainText("121");
  const whose = new URL(page.url()).searchParams.get("whose");
  expect(whose).toMatch(/^sector:/);
  const { slides, finding } = await compare(page, bloc, `${path}&whose=${encodeURIComponent(whose)}`);
  for (const number of numbers(finding)) expect(slides[0].all + slides[0].told).toContain(number);
  expect(slides[0].foot).toContain("Đơn vị sự nghiệp");
});

test("one unit's figures are no slide", async ({ page }) => {
  const bloc = await openDemo(page, HB_2022);
  await open(page, `/explore?form=admission&of=admitted&period=2022&bloc=${bloc}`);
  const add = page.getByRole("button", { name: ADD }).first();
  await expect(add).toBeVisible();
  await page.getByRole("button", { name: "Chọn một đơn vị" }).click();
  await page.getByRole("dialog").getByRole("listitem").first().getByRole("button").first().click();
  await expect(page).toHaveURL(/whose=unit/);
  await expect(page.locator("main figure.chart").first()).toBeVisible();
  await expect(add).toBeHidden();
});
