// Going through a page by the keyboard alone: Tab, arrows and Enter, and at every stop it must be seen where the focus is.
//
//   test.beforeEach(({ page }) => watchFocus(page));
//   await press(page, page.getByRole("button", { name: "Mời" }));
import { expect } from "./support.mjs";

/** Lets a page say what is wrong with where its focus is. Before it is opened. */
export const watchFocus = (page) => page.addInitScript(`window.troubleWithFocus = ${troubleWithFocus}`);

/** What is wrong with where the focus is: empty when it can be seen that it is there. */
export function troubleWithFocus() {
  const at = document.activeElement;
  if (!at || at === document.body) return "";
  const name = `${at.outerHTML.slice(0, 160)} `;
  // A radio button that only its label shows.
  const shown = at.matches(".sr-only") ? at.closest("label") : at;
  const box = shown.getBoundingClientRect();
  if (box.width < 2 || box.height < 2) return `${name}has no size`;
  if (!shown.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return `${name}is hidden`;
  const inset = (from, to, share) => Math.min(Math.max(from + (to - from) * share, 0), Infinity);
  const points = [[0.5, 0.5], [0.1, 0.3], [0.9, 0.3], [0.1, 0.8], [0.9, 0.8]];
  const seen = points.some(([across, down]) => {
    const found = document.elementFromPoint(inset(box.left, box.right, across), inset(box.top, box.bottom, down));
    return found && (shown.contains(found) || found.contains(shown) && found.closest("a, button, tr, article, li, label") !== null);
  });
  if (!seen) return `${name}is covered or outside the window`;
  const luminance = (colour) => {
    const parts = colour.match(/[\d.]+/g).map(Number);
    const linear = parts.slice(0, 3).map((part) => (part / 255 <= 0.03928 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return { light: 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2], clear: parts[3] === 0 };
  };
  const ground = (element) => {
    for (let around = element; around; around = around.parentElement) {
      const found = luminance(getComputedStyle(around).backgroundColor);
      if (!found.clear) return found.light;
    }
    return 1;
  };
  const ring = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    if (style.outlineStyle === "none" || Number.parseFloat(style.outlineWidth) < 1) return 0;
    const inside = Number.parseFloat(style.outlineOffset) < 0;
    const [one, other] = [luminance(style.outlineColor).light, ground(inside ? element : element.parentElement ?? element)];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };
  // The ring may stand on what the focused element stands for: its stretched area, its label, its cell, its form.
  const around = at.closest(".search, .sheet td, .question__choice");
  const rings = [ring(at), ring(at, "::after"), at.nextElementSibling ? ring(at.nextElementSibling) : 0, around ? ring(around) : 0];
  return Math.max(...rings) >= 3 ? "" : `${name}shows no focus`;
}

/** Asserts that whoever looks at the screen sees where the focus is. */
export async function expectFocusSeen(page) {
  expect(await page.evaluate(() => window.troubleWithFocus())).toBe("");
}

/** Presses Tab (or Shift+Tab) until the focus is on what `locator` names, looking at every stop. */
export async function tabTo(page, locator, { key = "Tab", limit = 120 } = {}) {
  await expect(locator).toBeAttached();
  for (let presses = 0; presses < limit; presses += 1) {
    const [arrived, trouble] = await locator.evaluate((element) => [element === document.activeElement, window.troubleWithFocus()]);
    if (presses > 0) expect(trouble).toBe("");
    if (arrived) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${locator}`);
}

/** Presses Tab to an element and Enter on it. */
export async function press(page, locator, options) {
  await tabTo(page, locator, options);
  await page.keyboard.press("Enter");
}

/** Walks from the skip link over the page to its end; answers all stops on the way. */
export async function walk(page) {
  await press(page, page.locator(".skip-link"), { key: "Shift+Tab" });
  const stops = await page.evaluateHandle(() => new Set());
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press("Tab");
    const [goesOn, trouble] = await stops.evaluate((stops) => {
      const at = document.activeElement;
      const isNew = !stops.has(at) && at.closest("main") !== null;
      stops.add(at);
      return [isNew, window.troubleWithFocus()];
    });
    if (!goesOn) return stops;
    expect(trouble).toBe("");
  }
  throw new Error("the page has no end");
}

/** Asserts that a walk over the page passes all that can be pressed on it, but for radio buttons that arrows choose. */
export async function expectAllReached(page) {
  const stops = await walk(page);
  const missed = await stops.evaluate((stops) => {
    const controls = document.querySelectorAll("main :is(a[href], button, input, select, textarea, summary)");
    const shown = [...controls].filter((one) => one.checkVisibility() && one.type !== "radio" && one.tabIndex >= 0);
    return shown.filter((one) => !stops.has(one)).map((one) => one.outerHTML.slice(0, 120));
  });
  expect(missed, "never reached by Tab").toEqual([]);
  return stops.evaluate((stops) => stops.size);
}

/** The heading of the page has the focus, as after every way to another page. */
export async function expectAtHeading(page, text) {
  await expect(page.locator("main h1")).toBeFocused();
  if (text) await expect(page.locator("main h1")).toContainText(text);
}
