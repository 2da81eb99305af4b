// Every page of a bloc without a server, for the specs that go through all of them.
import { expect, open } from "./support.mjs";

/** The pages, by the name of their screenshots; `demo` is the bloc that shows most on it. `chart` waits for what is drawn late. */
export const PAGES = [
  { name: "overview", path: "/" },
  { name: "study", path: "/study" },
  { name: "drive", path: "/study/", link: 'a[href*="/study/"]', chart: true },
  { name: "admission", path: "/admission", demo: "2022", chart: true },
  { name: "targets", path: "/targets", demo: "2022" },
  { name: "target", path: "/targets/", demo: "2022", link: 'main a[href*="/targets/"]', chart: true },
  { name: "inspection", path: "/topic/inspection", demo: "2022", chart: true },
  { name: "classification", path: "/topic/classification", demo: "2023" },
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
  { name: "reports", path: "/reports", demo: "2022" },
  { name: "reconcile", path: "/reconcile", demo: "2022" },
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
  { name: "decks", path: "/present" },
  { name: "decks-2022", path: "/present", demo: "2022" },
  { name: "settings", path: "/settings" },
  { name: "backup", path: "/backup" },
  { name: "sync", path: "/sync" },
  { name: "join", path: "/join" },
  { name: "join-unknown", path: "/join/khong-co-ma-nay" },
];

/** The address of a page that is reached by the first link of its kind on the page above. */
export async function addressOf(page, entry, bloc) {
  if (!entry.link) return `${entry.path}?bloc=${bloc}${entry.query ? `&${entry.query}` : ""}`;
  await open(page, `${entry.path.replace(/\/$/, "")}?bloc=${bloc}`);
  const link = page.locator(entry.link).first();
  await expect(link).toBeVisible();
  const href = await link.getAttribute("href");
  return entry.to ? entry.to(href) : href;
}
