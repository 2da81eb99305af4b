// Every page, in both languages, both themes and three sizes: nothing for axe to find, nothing that
// scrolls sideways, no word of the other language's; and with SK_SCREENS=1 a screenshot of each in target/screens/.
import { expect, expectAccessible, expectNoSidewaysScroll, open, screen, test } from "./support.mjs";
import { openDemo } from "./flows.mjs";
import { addressOf, PAGES } from "./pages.mjs";

const SIZES = { phone: [390, 844], laptop: [1366, 768], projector: [1920, 1080] };
const LANGS = ["vi", "en"];
const THEMES = ["light", "dark"];

const prefer = (page, lang, theme) =>
  page.addInitScript(
    ([lang, theme]) => {
      localStorage.setItem("so-khoi:lang", lang);
      localStorage.setItem("so-khoi:theme", theme);
    },
    [lang, theme],
  );

// The sizes are looked at side by side: one after the other they would take as long as all other specs together.
test.describe.configure({ mode: "parallel" });

async function expectCalm(page, where) {
  await expect(page.locator("h1").first(), where).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

/** The page as it stands, in the other theme of the system: what axe asks of colours, since nothing else changes. */
async function expectLegible(page, theme) {
  const ground = () => page.locator("html").evaluate((html) => getComputedStyle(html).backgroundColor);
  const before = await ground();
  await page.emulateMedia({ colorScheme: theme });
  await expect.poll(ground, { intervals: [20] }).not.toBe(before);
  await expectAccessible(page, { only: ["color-contrast", "link-in-text-block"] });
}

for (const [size, [width, height]] of Object.entries(SIZES)) {
  for (const lang of LANGS) {
    test(`every page at ${size} size, in ${lang}`, async ({ page }) => {
      test.setTimeout(600_000);
      await page.setViewportSize({ width, height });
      const blocs = {
        2021: await openDemo(page),
        2022: await openDemo(page, /Hòa Bình 11\/2022/),
        2023: await openDemo(page, /3\/2023/),
      };
      const addresses = [];
      for (const entry of PAGES) addresses.push([entry, await addressOf(page, entry, blocs[entry.demo ?? "2021"])]);
      const tab = await page.context().newPage();
      await tab.setViewportSize({ width, height });
      await prefer(tab, lang, "");
      for (const [entry, address] of addresses) {
        const name = `${entry.name}-${size}-${lang}`;
        await test.step(name, async () => {
          await tab.emulateMedia({ colorScheme: "light" });
          await open(tab, address);
          if (entry.chart) await expect(tab.locator("main svg text").first()).toBeVisible();
          await expect(tab.locator("html")).toHaveAttribute("lang", lang);
          await expectCalm(tab, name);
          await screen(tab, `${name}-light`);
          if (lang === "vi") await screen(tab, `${name}-light-full`, { fullPage: true });
          await expectLegible(tab, "dark");
          await screen(tab, `${name}-dark`);
        });
      }
    });
  }

  test(`the first visit and an empty bloc at ${size} size`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height });
    await open(page, "/");
    for (const lang of LANGS) {
      for (const theme of THEMES) {
        const tab = await page.context().newPage();
        await tab.setViewportSize({ width, height });
        await prefer(tab, lang, theme);
        await open(tab, "/");
        await expectCalm(tab, "welcome");
        await screen(tab, `welcome-${size}-${lang}-${theme}`);
        await tab.close();
      }
    }
    // A bloc with a name and nothing else.
    await prefer(page, "vi", "light");
    await page.getByRole("button", { name: "Bắt đầu cho Khối của tôi" }).click();
    await page.getByLabel("Tên Đảng bộ Khối").fill("Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh");
    await page.getByRole("button", { name: "Tiếp" }).click();
    await page.getByRole("button", { name: "Tiếp" }).click();
    await page.getByRole("button", { name: "Mở sổ" }).click();
    await page.waitForURL(/bloc=/);
    const bloc = new URL(page.url()).searchParams.get("bloc");
    for (const entry of PAGES.filter((entry) => !entry.link && !entry.name.endsWith("-2022"))) {
      await open(page, await addressOf(page, entry, bloc));
      await expectCalm(page, `empty ${entry.name}`);
      await screen(page, `empty-${entry.name}-${size}`);
    }
  });
}
