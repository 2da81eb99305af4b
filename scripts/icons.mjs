// Renders the icons of public/ from public/icon.svg with Chromium. Run it after changing the mark
// and commit what it wrote: node scripts/icons.mjs
import { mkdirSync, readFileSync } from "node:fs";
import { chromium } from "@playwright/test";

const source = readFileSync(new URL("../public/icon.svg", import.meta.url), "utf8");
// On a phone the system cuts the shape itself: paper to the edges, and the mark inside the safe
// circle of 80 % (its own frame is already inside; it is drawn a little smaller still).
const fullBleed = source
  .replace(' rx="96"', "")
  .replace('<g id="mark"', '<g id="mark" transform="translate(256 256) scale(0.86) translate(-256 -256)"');
const icons = [
  ["icons/icon-192.png", 192, source],
  ["icons/icon-512.png", 512, source],
  ["icons/maskable-512.png", 512, fullBleed],
  ["apple-touch-icon.png", 180, fullBleed],
];

mkdirSync(new URL("../public/icons/", import.meta.url), { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const [name, size, svg] of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: new URL(`../public/${name}`, import.meta.url).pathname, omitBackground: true });
  await page.close();
}
await browser.close();
