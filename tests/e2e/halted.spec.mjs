// A fault that ends wasm in the middle of its work leaves a page that no longer answers: the person is told so.
import { expect, expectAccessible, open, test } from "./support.mjs";

/** A module whose start function is `unreachable`: what a fault of the app comes to. */
const TRAP = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 5, 1, 3, 0, 0, 11];

test("a fault of the app's own is said, with the way out of it", async ({ page, errors }) => {
  await open(page);
  await page.evaluate((bytes) => setTimeout(() => WebAssembly.instantiate(new Uint8Array(bytes))), TRAP);
  const told = page.getByRole("alertdialog");
  await expect(told).toContainText("vẫn còn nguyên trên máy");
  await expect(told.getByRole("button", { name: "Tải lại trang" })).toBeFocused();
  await expectAccessible(page);

  await page.keyboard.press("Enter");
  await expect(told).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(errors.splice(0).join(), "the fault itself").toContain("unreachable");
});
