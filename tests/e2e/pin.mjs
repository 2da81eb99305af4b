// What the specs about PINs share.
import { expect, open } from "./support.mjs";

/** A PIN of the tests: a sentence, as the page advises. */
export const PIN = "mưa tạnh rồi nắng";

/** Types a new PIN into its dialog twice and sends it. */
export async function typeNewPin(page, pin = PIN) {
  await page.getByRole("button", { name: "Đặt mã PIN" }).click();
  const dialog = page.getByRole("dialog", { name: "Đặt mã PIN" });
  await dialog.getByLabel("Mã PIN mới", { exact: true }).fill(pin);
  await dialog.getByLabel("Nhập lại mã PIN mới", { exact: true }).fill(pin);
  await dialog.getByRole("button", { name: "Đặt mã PIN" }).click();
}

/** Sets a PIN in the settings. */
export async function setPin(page, bloc, base = "", pin = PIN) {
  await open(page, `${base}/settings?bloc=${bloc}`);
  await typeNewPin(page, pin);
  await expect(page.getByText("Đã đặt mã PIN.")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("Sổ này có mã PIN.")).toBeVisible();
}

/** The page that asks for the PIN is shown, and nothing else. */
export async function expectLocked(page) {
  await expect(page.getByRole("heading", { level: 1, name: "Sổ đang khóa" })).toBeVisible();
  await expect(page.getByLabel("Mã PIN", { exact: true })).toBeVisible();
}

/** Types a PIN where it is asked for. */
export async function unlock(page, pin = PIN) {
  await expectLocked(page);
  await page.getByLabel("Mã PIN", { exact: true }).fill(pin);
  await page.getByRole("button", { name: "Mở sổ", exact: true }).click();
}

/** Everything that the browser keeps of blocs on this device as one text, keys included; and how many rows that is. The list of blocs is not in it. */
export const kept = (page) =>
  page.evaluate(async () => {
    const done = (request) => new Promise((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error))));
    const texts = [];
    for (const { name } of (await indexedDB.databases()).filter(({ name }) => name.startsWith("so-khoi/"))) {
      const database = await done(indexedDB.open(name));
      database.onversionchange = () => database.close();
      const tables = [...database.objectStoreNames];
      const transaction = database.transaction(tables);
      const asked = tables.map((table) => transaction.objectStore(table));
      const found = await Promise.all(asked.flatMap((table) => [done(table.getAllKeys()), done(table.getAll())]));
      const rows = asked.flatMap((_, at) => found[2 * at].map((key, row) => `${key} ${new TextDecoder().decode(found[2 * at + 1][row])}`));
      texts.push(...rows);
      database.close();
    }
    return { text: texts.join("\n"), rows: texts.length };
  });
