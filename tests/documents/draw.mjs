// Draws the charts of test documents as the app does: the same options, the same library, in the same browser, as lines and as dots.
// A line of JSON in ({ option, lang, width, height, dots }), a line of JSON out ({ svg }, then with { png }); fonts are changed by who asks,
// so dots are asked for apart ({ svg, width, height, dots }).
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import en from "echarts/i18n/langEN-obj.js";
import vi from "echarts/i18n/langVI-obj.js";
import { CHROMIUM } from "../e2e/chromium.mjs";

const browser = await chromium.launch(CHROMIUM);
const page = await browser.newPage();
await page.setContent("<!doctype html><title>charts</title>");
await page.addScriptTag({ path: fileURLToPath(import.meta.resolve("echarts/dist/echarts.min.js")) });
await page.evaluate(([en, vi]) => {
  window.echarts.registerLocale("EN", en);
  window.echarts.registerLocale("VI", vi);
}, [en, vi]);

const lines = ({ option, lang, width, height }) => page.evaluate(([option, locale, width, height]) => {
  const chart = window.echarts.init(null, null, { renderer: "svg", ssr: true, locale, width, height });
  chart.setOption(option, { notMerge: true });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return { svg };
}, [option, lang.toUpperCase(), width, height]);

const dots = ({ svg, width, height, dots }) => page.evaluate(async ([svg, width, height]) => {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml;charset=utf-8" }));
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  canvas.getContext("2d").drawImage(image, 0, 0, width, height);
  URL.revokeObjectURL(image.src);
  return { png: canvas.toDataURL("image/png").split("base64,")[1] };
}, [svg, width * dots, height * dots]);

try {
  for await (const line of createInterface({ input: process.stdin })) {
    const asked = JSON.parse(line);
    process.stdout.write(`${JSON.stringify(await (asked.svg ? dots(asked) : lines(asked)))}\n`);
  }
} finally {
  await browser.close();
}
