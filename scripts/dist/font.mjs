// Be Vietnam Pro, one file for all weights. It is made by scripts/fonts/make.py.
import { readFileSync } from "node:fs";

export const font = {
  name: "be-vietnam-pro.woff2",
  read: () => readFileSync(new URL("../../style/fonts/be-vietnam-pro.woff2", import.meta.url)),
};

/** The @font-face rule of the font that is served at `address`. */
export const fontFace = (address) => `@font-face {
  font-family: "Be Vietnam Pro";
  font-style: normal;
  font-weight: 400 600;
  font-display: swap;
  src: url("${address}") format("woff2");
}
`;
