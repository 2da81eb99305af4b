// Parts of the app that are fetched when they are first needed: what happens when a fetch breaks off.
import { expect, open, test } from "./support.mjs";
import { openDemo } from "./flows.mjs";

/** Lets the next `times` fetches of a part (of what draws charts) break off; answers how many were asked for. */
async function breakOff(page, times, part = "split_charted-*.wasm") {
  const asked = { count: 0 };
  await page.route(`**/assets/${part}`, (route) => {
    asked.count += 1;
    return asked.count <= times ? route.abort("connectionreset") : route.continue();
  });
  return asked;
}

test("a part whose fetch breaks off once is fetched again, and nobody notices", async ({ page }) => {
  const bloc = await openDemo(page);
  const asked = await breakOff(page, 1);
  await open(page, `/study/dai-hoi-xiii?bloc=${bloc}`);
  await expect(page.locator("main svg text").first()).toBeVisible();
  expect(asked.count).toBe(2);
});

test("what many parts share, in one file, is fetched again too", async ({ page }) => {
  const bloc = await openDemo(page);
  const asked = await breakOff(page, 1, "rest-*.wasm");
  await open(page, `/study/dai-hoi-xiii?bloc=${bloc}`);
  await expect(page.locator("main svg text").first()).toBeVisible();
  expect(asked.count).toBe(2);
});

test("a part that does not come is named with the remedy, and comes when it is asked for again", async ({ page }) => {
  const bloc = await openDemo(page);
  const asked = await breakOff(page, 2);
  await open(page, `/study/dai-hoi-xiii?bloc=${bloc}`);
  const panel = page.getByRole("alert").filter({ hasText: "Chưa tải được trang này" });
  await expect(panel).toContainText("Số liệu đã lưu vẫn còn nguyên");
  await panel.getByRole("button", { name: "Thử lại" }).click();
  await expect(page.locator("main svg text").first()).toBeVisible();
  expect(asked.count).toBe(3);
});

test("the search opens although the fetch of its part broke off", async ({ page }) => {
  const bloc = await openDemo(page);
  const asked = await breakOff(page, 1, "split_frame_parts-*.wasm");
  await open(page, `/?bloc=${bloc}`);
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("combobox", { name: "Tìm" })).toBeFocused();
  expect(asked.count).toBe(2);
});
