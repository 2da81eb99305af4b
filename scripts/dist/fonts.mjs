// Be Vietnam Pro, one file for all weights. It is made by scripts/fonts/make.py.
import { readFileSync } from "node:fs";

const NAME = "be-vietnam-pro.woff2";

export const fontFile = {
  names: [NAME],
  read: (name) => readFileSync(new URL(`../../style/fonts/${name}`, import.meta.url)),
};

/** What the first screen is written in. */
export const preloadedFonts = [NAME];

/** The @font-face rules; `address` says where a file of that name is served. */
export const fontFaces = (address) => `@font-face {
  font-family: "Be Vietnam Pro";
  font-style: normal;
  font-weight: 400 600;
  font-display: swap;
  src: url("${address(NAME)}") format("woff2");
}
`;
