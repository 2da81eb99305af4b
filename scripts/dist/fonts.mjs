// Be Vietnam Pro in the weights of style/tokens.css, subset to Vietnamese and Latin.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const WEIGHTS = [400, 500, 600];
const SUBSETS = ["vietnamese", "latin"];
const folder = dirname(createRequire(import.meta.url).resolve("@fontsource/be-vietnam-pro/package.json"));
const ranges = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8"));

const nameOf = (subset, weight) => `be-vietnam-pro-${subset}-${weight}-normal.woff2`;

export const fontFile = {
  names: WEIGHTS.flatMap((weight) => SUBSETS.map((subset) => nameOf(subset, weight))),
  read: (name) => readFileSync(join(folder, "files", name)),
};

/** What the first screen is written in. */
export const preloadedFonts = SUBSETS.map((subset) => nameOf(subset, 400));

/** The @font-face rules; `address` says where a file of that name is served. */
export function fontFaces(address) {
  return WEIGHTS.flatMap((weight) =>
    SUBSETS.map(
      (subset) => `@font-face {
  font-family: "Be Vietnam Pro";
  font-style: normal;
  font-weight: ${weight};
  font-display: swap;
  src: url("${address(nameOf(subset, weight))}") format("woff2");
  unicode-range: ${ranges[subset]};
}
`,
    ),
  ).join("");
}
