// Every page, in both languages, both themes and three sizes: nothing for axe to find, nothing that
// scrolls sideways, no word of the other language's; and with SK_SCREENS=1 a screenshot of each in target/screens/.
import { expect, expectAccessible, expectNoSidewaysScroll, open, screen, test } from "./support.mjs";
import { openDemo } from "./flows.mjs";

const SIZES = { phone: [390, 844], laptop: [1366, 768], projector: [1920, 1080] };
const LANGS = ["vi", "en"];
const THEMES = ["light", "dark"];

/** The pages of the demos, by the name of their screenshots. `chart` waits for what is drawn late. */
const PAGES = [
  { name: "overview", path: "/" },
  { name: "study", path: "/study", chart: true },
  { name: "drive", path: "/study/", link: 'a[href*="/study/"]', chart: true },
  { name: "admission", path: "/admission", demo: "2022", chart: true },
  { name: "targets", path: "/targets", demo: "2022" },
  { name: "target", path: "/targets/", demo: "2022", link: 'main a[href*="/targets/"]' },
  { name: "inspection", path: "/topic/inspection", demo: "2022", chart: true },
  { name: "classification", path: "/topic/classification", demo: "2023", chart: true },
  { name: "key-tasks", path: "/topic/key-tasks", demo: "2023", chart: true },
  { name: "models", path: "/topic/models", demo: "2023", chart: true },
  { name: "propaganda", path: "/topic/propaganda", demo: "2023", chart: true },
  { name: "meetings", path: "/topic/meetings" },
  { name: "explore", path: "/explore", demo: "2022" },
  { name: "overview-2022", path: "/", demo: "2022" },
  { name: "findings", path: "/findings" },
  { name: "findings-2022", path: "/findings", demo: "2022" },
  { name: "entry", path: "/entry" },
  { name: "returns", path: "/returns", demo: "2022" },
  { name: "entry-grid", path: "/entry/", link: 'main a[href*="/entry/"]' },
  { name: "entry-unit", path: "/units/", link: 'main a[href*="/units/"]', to: (href) => href.replace("/units/", "/entry/headcount/") },
  { name: "import", path: "/import/headcount" },
  { name: "import-units", path: "/import/units" },
  { name: "import-targets", path: "/import/targets" },
  { name: "units", path: "/units" },
  { name: "unit", path: "/units/", link: 'main a[href*="/units/"]' },
  { name: "catalogue", path: "/catalogue" },
  { name: "catalogue-indicators", path: "/catalogue", query: "show=indicators" },
  { name: "catalogue-rules", path: "/catalogue", query: "show=rules" },
  { name: "catalogue-sets", path: "/catalogue", query: "show=sets" },
  { name: "catalogue-sectors", path: "/catalogue", query: "show=sectors" },
  { name: "settings", path: "/settings" },
  { name: "backup", path: "/backup" },
];

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

/** The address of a page that is reached by the first link of its kind on the page above. */
async function addressOf(page, entry, bloc) {
  if (!entry.link) return `${entry.path}?bloc=${bloc}${entry.query ? `&${entry.query}` : ""}`;
  await open(page, `${entry.path.replace(/\/$/, "")}?bloc=${bloc}`);
  const link = page.locator(entry.link).first();
  await expect(link).toBeVisible();
  const href = await link.getAttribute("href");
  return entry.to ? entry.to(href) : href;
}

async function expectCalm(page, where) {
  await expect(page.locator("h1").first(), where).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
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
      for (const theme of THEMES) {
        const tab = await page.context().newPage();
        await tab.setViewportSize({ width, height });
        await prefer(tab, lang, theme);
        for (const [entry, address] of addresses) {
          const name = `${entry.name}-${size}-${lang}-${theme}`;
          await test.step(name, async () => {
            await open(tab, address);
            if (entry.chart) await expect(tab.locator("main svg text").first()).toBeVisible();
            await expect(tab.locator("html")).toHaveAttribute("lang", lang);
            await expectCalm(tab, name);
            await screen(tab, name);
            if (lang === "vi" && theme === "light") await screen(tab, `${name}-full`, { fullPage: true });
          });
        }
        await tab.close();
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
