// What was typed without a network is sent when there is one again, though the app was closed meanwhile: the browser wakes the
// service worker (Background Sync). Chromium decides by itself when to; here its developer tools say so.
import { expect, inviteUnit, joinAs, makeAdmin, open, openAccounts, owesSignOut, sessionOf, statusWith, test, wake, wipeOffline } from "./sync.mjs";
import { offlineReady, openProfile } from "./support.mjs";
import { setPin, unlock } from "./pin.mjs";
import { enter, expectFigure, openSheet, saved, startBloc } from "./flows.mjs";

const BLOC = "Đảng bộ Khối thử";
const UNITS = ["Chi bộ A", "Chi bộ B", "Đảng bộ C"];
const TAG = "so-khoi-sync";

/** Wakes the service worker as a browser does when there is a network. */
async function wakeWorker(browser, office) {
  const tools = await browser.newCDPSession(browser.pages()[0]);
  const found = new Promise((done) => {
    tools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const ours = registrations.find(({ scopeURL, isDeleted }) => scopeURL.startsWith(office.url) && !isDeleted);
      if (ours) done(ours.registrationId);
    });
  });
  await tools.send("ServiceWorker.enable");
  const registrationId = await found;
  await tools.send("ServiceWorker.dispatchSyncEvent", { origin: office.url, registrationId, tag: TAG, lastChance: false });
  await tools.detach();
}

/** What came to the server for a unit's returns, by its own list. */
const opsOf = (page, unit) =>
  page.evaluate(async (unit) => {
    const ask = async (path) => (await fetch(`/api/v1${path}`)).json();
    const { records } = await ask("/records");
    const returns = records.filter(({ kind, scope }) => kind === "return" && scope === unit);
    const told = await Promise.all(returns.map(({ id }) => ask(`/records/${encodeURIComponent(id)}/history`)));
    return told.flat();
  }, unit);

test("typed offline, the app closed, the network back: the worker sends it, and nothing twice", async ({ page, office, profile }) => {
  test.setTimeout(180_000);
  await startBloc(page, BLOC, UNITS, office.url);
  const bloc = await makeAdmin(page, office, BLOC);
  const link = await inviteUnit(page, office, "Chi bộ A");

  const { context, page: phone, close } = await openProfile(profile, { serviceWorkers: "allow" });
  const there = await joinAs(phone, link);
  const unit = new URL(phone.url()).pathname.split("/").at(-1);
  await offlineReady(phone);
  await open(phone, `${office.url}/entry/admission/${unit}?bloc=${there}`);
  const question = phone.locator(".question input");
  await expect(question.first()).toBeVisible();
  await expect(phone.locator(".save-line")).toContainText("đã gửi hết");

  await office.stop();
  await question.first().fill("34");
  await question.first().press("Enter");
  await question.nth(1).fill("3");
  await question.nth(1).press("Enter");
  await saved(phone);
  await expect(phone.locator(".save-line")).toContainText("2 chưa gửi");
  // It was asked for without anybody's doing.
  const asked = () => phone.evaluate(async () => (await (await navigator.serviceWorker.ready).sync.getTags()).length);
  await expect.poll(asked, { timeout: 30_000 }).toBeGreaterThan(0);
  await phone.goto("about:blank");

  await office.start();
  await openSheet(page, bloc, "admission", office.url);
  await wakeWorker(context, office);
  await expect
    .poll(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event("online")));
      return (await page.getByRole("grid").getByRole("row").filter({ hasText: "Chi bộ A" }).textContent()).replace(/\s+/g, " ");
    }, { timeout: 30_000 })
    .toContain("34");
  await expectFigure(page, "Chi bộ A", 1, "3");

  // Opened again it hears what became of them: nothing is left, nothing was made twice, nothing contradicts itself.
  await open(phone, `${office.url}/sync?bloc=${there}`);
  await phone.getByRole("button", { name: "Đồng bộ ngay" }).click();
  await expect(phone.locator(".save-line")).toContainText("đã gửi hết");
  await expect(phone.locator(".contest")).toHaveCount(0);
  await expect(phone.getByText("Bị từ chối")).toHaveCount(0);
  const ops = await opsOf(page, unit);
  expect(ops.map(({ status }) => status)).toEqual(["applied", "applied"]);
  await close();
});

test("wiped offline and closed, the network back: the worker ends the session, and nobody has to open the app", async ({ page, office, profile }) => {
  test.setTimeout(180_000);
  await startBloc(page, BLOC, UNITS, office.url);
  await makeAdmin(page, office, BLOC);
  const link = await inviteUnit(page, office, "Chi bộ A");
  const { context, page: phone, close } = await openProfile(profile, { serviceWorkers: "allow" });
  await joinAs(phone, link);
  await offlineReady(phone);
  await openAccounts(phone, office);
  const session = await sessionOf(phone, office);

  await office.stop();
  await wake(phone);
  const dialog = await wipeOffline(phone);
  await dialog.getByRole("button", { name: "Rời máy chủ" }).click();
  await expect(phone.getByText("Phiên đăng nhập sẽ kết thúc khi máy có mạng lại.")).toBeVisible();
  expect(await owesSignOut(phone)).toBe(true);
  await phone.goto("about:blank");

  await office.start();
  expect(await statusWith(office, session)).toBe(200);
  await wakeWorker(context, office);
  await expect.poll(() => statusWith(office, session), { timeout: 30_000 }).toBe(401);
  await close();
});

test("with a PIN the worker leaves alone what it cannot read, and the app sends it once it is unlocked", async ({ page, office, profile }) => {
  test.setTimeout(180_000);
  await startBloc(page, BLOC, UNITS, office.url);
  const bloc = await makeAdmin(page, office, BLOC);
  const link = await inviteUnit(page, office, "Chi bộ A");
  const { context, page: phone, close } = await openProfile(profile, { serviceWorkers: "allow" });
  const there = await joinAs(phone, link);
  const unit = new URL(phone.url()).pathname.split("/").at(-1);
  await offlineReady(phone);
  await setPin(phone, there, office.url);
  await open(phone, `${office.url}/entry/admission/${unit}?bloc=${there}`);
  await unlock(phone);
  const question = phone.locator(".question input");
  await expect(question.first()).toBeVisible();
  await office.stop();
  await question.first().fill("34");
  await question.first().press("Enter");
  await saved(phone);
  await expect(phone.locator(".save-line")).toContainText("1 chưa gửi");
  const asked = () => phone.evaluate(async () => (await (await navigator.serviceWorker.ready).sync.getTags()).length);
  await expect.poll(asked, { timeout: 30_000 }).toBeGreaterThan(0);
  await phone.goto("about:blank");

  await office.start();
  await wakeWorker(context, office);
  // The browser counts it as done: it is not waked again and again for nothing.
  await phone.goto(`${office.url}/entry/admission/${unit}?bloc=${there}`);
  await expect.poll(asked, { timeout: 30_000 }).toBe(0);
  expect(await opsOf(page, unit)).toEqual([]);
  await unlock(phone);
  await expect(phone.locator(".save-line")).toContainText("đã gửi hết", { timeout: 60_000 });
  await openSheet(page, bloc, "admission", office.url);
  await expectFigure(page, "Chi bộ A", 0, "34");
  await close();
});
