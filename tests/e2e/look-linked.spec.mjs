// The pages that look otherwise when a bloc has a server: devices, conflicts of one and of several figures, what was refused, the
// marks in the sheet, the overview's notice, the accounts. As in look.spec: nothing for axe to find, nothing that scrolls sideways,
// and with SK_SCREENS=1 a picture of each in target/screens/, in all languages, themes and sizes.
import { busyBloc } from "./busy.mjs";
import { expect, open, test } from "./sync.mjs";
import { expectAccessible, expectNoSidewaysScroll, screen } from "./support.mjs";

const SIZES = { phone: [390, 844], laptop: [1366, 768], projector: [1920, 1080] };
/** Each size, language and theme of every page; where the words are long the page is narrow. English in the dark is looked at once. */
const LOOKS = ["phone-vi-light", "laptop-vi-dark", "phone-en-light", "projector-vi-light"];
const ONCE = [...LOOKS, "laptop-en-dark"];
const prefer = (page, lang, theme) =>
  page.addInitScript(
    ([lang, theme]) => {
      localStorage.setItem("so-khoi:lang", lang);
      localStorage.setItem("so-khoi:theme", theme);
    },
    [lang, theme],
  );

test("pages of a bloc with a server", async ({ page, office, device }) => {
  test.setTimeout(600_000);
  const { here, unit, at: home, id } = await busyBloc(page, office, device);
  const pages = [
    [page, "linked-sync", `/sync?bloc=${here}`, (tab) => expect(tab.locator(".contest")).toHaveCount(2)],
    // On a phone the sheet is a list of units, each with its questions.
    [page, "linked-sheet", `/entry/headcount?bloc=${here}`, (tab, size) => size === "phone" || expect(tab.locator(".sheet__cell--conflicting")).toHaveCount(4)],
    [page, "linked-overview", `/?bloc=${here}`, (tab) => expect(tab.locator("main a[href^='/sync']").first()).toBeVisible()],
    [page, "linked-accounts", `/settings?bloc=${here}`, (tab) => expect(tab.locator(".blocs__row").first()).toBeVisible()],
    [page, "linked-join", "/join", (tab) => expect(tab.locator("main form").first()).toBeVisible()],
    [unit, "unit-sync", `/sync?bloc=${home}`, (tab) => expect(tab.locator("main table tbody tr").first()).toBeVisible()],
    [unit, "unit-entry", `/entry/headcount/${id}?bloc=${home}`, (tab) => expect(tab.locator("main h1")).toBeVisible()],
  ];
  const all = Object.keys(SIZES).flatMap((size) => ["vi", "en"].flatMap((lang) => ["light", "dark"].map((theme) => `${size}-${lang}-${theme}`)));
  for (const [at, [of, name, address, there]] of pages.entries()) {
    const looks = process.env.SK_SCREENS ? all : at === 0 ? ONCE : LOOKS;
    for (const look of looks) {
      const [size, lang, theme] = look.split("-");
      await test.step(`${name}-${look}`, async () => {
        const tab = await of.context().newPage();
        const [width, height] = SIZES[size];
        await tab.setViewportSize({ width, height });
        await prefer(tab, lang, theme);
        await open(tab, `${office.url}${address}`);
        await expect(tab.locator("html")).toHaveAttribute("lang", lang);
        await expect(tab.locator("h1").first()).toBeVisible();
        await there(tab, size);
        await tab.evaluate(() => document.fonts.ready);
        await expectNoSidewaysScroll(tab);
        await expectAccessible(tab);
        await screen(tab, `${name}-${look}`, { fullPage: true });
        await tab.close();
      });
    }
  }
});
