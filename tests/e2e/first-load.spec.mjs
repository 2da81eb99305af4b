// The first screen is shown in our own letters. What it weighs: `make weigh`.
import { expect, open, test } from "./support.mjs";

test("figures stand in columns: every digit is as wide in every weight", async ({ page }) => {
  await open(page, "/");
  const widths = await page.evaluate(async () => {
    const measured = [];
    for (const weight of [400, 500, 600]) {
      await document.fonts.load(`${weight} 20px "Be Vietnam Pro"`, "0123456789 ằ");
      for (const digit of "0123456789") {
        const text = document.createElement("span");
        text.textContent = digit.repeat(50);
        text.style.font = `${weight} 20px "Be Vietnam Pro"`;
        text.style.fontVariantNumeric = "tabular-nums";
        document.body.append(text);
        measured.push(text.getBoundingClientRect().width.toFixed(1));
        text.remove();
      }
    }
    return measured;
  });
  // 684 thousandths of the size: our own letters, not a fallback's that happen to be even.
  expect([...new Set(widths)]).toEqual(["684.0"]);
});
