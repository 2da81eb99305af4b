// What bad networks do to what waits to be sent: nothing is lost or sent twice, nothing wedges, and within a minute of the
// network's getting well the queue is empty. A device reaches the real server over a link that is made bad (faulty-link.mjs).
import { expect, inStep, makeAdmin, open, test as base, wake } from "./sync.mjs";
import { enter, openSheet, saved, startBloc } from "./flows.mjs";
import { offlineReady } from "./support.mjs";
import { FaultyLink } from "./faulty-link.mjs";

const BLOC = "Đảng bộ Khối thử";
const UNITS = ["Chi bộ A", "Chi bộ B", "Đảng bộ C", "Đảng bộ D"];
/** What is typed while the network is bad: one figure a unit. */
const EDITS = UNITS.length;

/** Faults that nothing comes through. */
const DEAD = ["closed", "mute", "portal", "resetting"];

const test = base.extend({
  link: async ({ office }, use) => {
    const link = new FaultyLink(office);
    await link.start();
    await use(link);
    await link.stop();
  },
});
test.use({ serviceWorkers: "allow" });

/** Every op about returns that the server has, by its own audit. */
const audited = (page) =>
  page.evaluate(async () => {
    const ask = async (path) => (await fetch(`/api/v1${path}`)).json();
    const { records } = await ask("/records");
    const returns = records.filter(({ kind }) => kind === "return");
    const told = await Promise.all(returns.map(({ id }) => ask(`/records/${encodeURIComponent(id)}/history`)));
    return told.flat().length;
  });

const line = (page) => page.locator(".save-line");

for (const fault of ["closed", "mute", "portal", "resetting", "slow", "far", "sliced"]) {
  test(`a network that is ${fault}: all that was typed is kept, and sent within a minute of its getting well`, async ({ page, link }) => {
    test.setTimeout(240_000);
    await startBloc(page, BLOC, UNITS, link.url);
    const bloc = await makeAdmin(page, link, BLOC);
    await offlineReady(page);
    await openSheet(page, bloc, "headcount", link.url);
    await inStep(page);
    const before = await audited(page);

    link.become(fault);
    for (const [at, unit] of UNITS.entries()) await enter(page, unit, 0, String(20 + at));
    await saved(page);
    await wake(page);
    await expect.poll(() => link.asked, { timeout: 30_000, message: "tries over the bad link" }).toBeGreaterThan(0);
    if (DEAD.includes(fault)) {
      // Nothing comes through, whatever status it wears, and the page says so and goes on working.
      await expect(line(page)).toContainText("chưa gửi");
      await open(page, `${link.url}/units?bloc=${bloc}`);
      await expect(page.locator("h1")).toContainText(`${UNITS.length} tổ chức`);
      await openSheet(page, bloc, "headcount", link.url);
      await expect(line(page)).toContainText("chưa gửi");
    }

    link.become("open");
    await wake(page);
    await inStep(page);
    // Each edit once: what was sent while its answer was lost is known again.
    expect(await audited(page)).toBe(before + EDITS);
  });
}

test("a sign-in page in place of the server is neither an update nor an answer", async ({ page, link }) => {
  test.setTimeout(240_000);
  await startBloc(page, BLOC, UNITS, link.url);
  const bloc = await makeAdmin(page, link, BLOC);
  await offlineReady(page);
  await inStep(page);
  link.become("portal");
  // The browser asks for a new version and gets a page: the one that is here stays, and starts again.
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
  await open(page, `${link.url}/sync?bloc=${bloc}`);
  await expect(page.getByRole("region", { name: "Phiên bản mới" })).toHaveCount(0);
  await page.getByRole("button", { name: "Đồng bộ ngay" }).click();
  await expect(page.locator("main")).toContainText("Nơi trả lời không phải máy chủ của Khối", { timeout: 30_000 });
  link.become("open");
  await wake(page);
  await expect(line(page)).toContainText("đã gửi hết", { timeout: 60_000 });
});
