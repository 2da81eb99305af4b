// Be Vietnam Pro in the weights of style/tokens.css. The files are made by scripts/fonts.py.
import { readFileSync } from "node:fs";

const WEIGHTS = [400, 500, 600];
const folder = new URL("../../style/fonts/", import.meta.url);
/** Which letters each file has. */
const ranges = JSON.parse(readFileSync(new URL("ranges.json", folder), "utf8"));
const SUBSETS = Object.keys(ranges);

const nameOf = (subset, weight) => `be-vietnam-pro-${subset}-${weight}.woff2`;

export const fontFile = {
  names: WEIGHTS.flatMap((weight) => SUBSETS.map((subset) => nameOf(subset, weight))),
  read: (name) => readFileSync(new URL(name, folder)),
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
