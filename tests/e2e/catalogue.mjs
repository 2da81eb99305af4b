// Adding to what a bloc counts.
import { expect } from "./support.mjs";

/** Drafts a form of two lines of members, both of the year, in its dialog. */
export async function addForm(page, name) {
  await page.getByRole("button", { name: "Thêm biểu", exact: true }).click();
  const form = page.getByRole("dialog", { name: "Thêm biểu", exact: true });
  await form.getByLabel("Tên biểu").fill(name);
  await form.getByLabel("Tên dòng 1").fill("Bạn đọc");
  await form.getByLabel("Tên dòng 1").press("Enter");
  await expect(form.getByLabel("Tên dòng 2")).toBeFocused();
  await form.getByLabel("Tên dòng 2").fill("Đảng viên có thẻ");
  await expect(form.locator(".catalogue__preview th").filter({ hasText: "Đảng viên có thẻ" })).toBeVisible();
  return form;
}

/** Chooses a count in a picker by its name. */
export async function pick(form, side, text) {
  const picker = form.getByRole("group", { name: side, exact: true });
  await picker.getByRole("searchbox").or(picker.getByRole("textbox")).first().fill(text);
  await picker.getByRole("button").filter({ hasText: text }).first().click();
  await expect(picker.locator(".picker__chosen")).toContainText(text);
}
