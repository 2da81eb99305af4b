// Finishes what Trunk built (or scripts/dev.sh, with --dev): one folder that the server can serve.
//
//   node scripts/dist.mjs [--dir DIR] [--dev]
//
// In:  DIR/index.html, DIR/so-khoi.js, DIR/so-khoi_bg.wasm, the app's and the worker's wasm as cargo left them, and
//      public/, style/, the npm packages.
// Out: DIR/assets/NAME-HASH.* (never change, cached for ever), DIR/index.html, DIR/sw.js, the files
//      of public/, a .br and .gz beside whatever gains by it, and DIR/build.json.
// --dev leaves out what only saves bytes: minification, compression, and the wasm's cut into chunks.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { compress } from "./dist/compress.mjs";
import { font, fontFace } from "./dist/font.mjs";
import { nameChunks, split } from "./dist/split.mjs";
import { worker } from "./dist/worker.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const { values: options } = parseArgs({ options: { dir: { type: "string" }, dev: { type: "boolean", default: false } } });
const dir = resolve(options.dir ?? process.env.TRUNK_STAGING_DIR ?? join(root, "dist"));
const minify = !options.dev;
/** Where cargo puts what index.html (the app) and the scripts (the worker) tell it to build. */
const cargoWasm = (name) =>
  join(resolve(root, process.env.CARGO_TARGET_DIR ?? "target"), "wasm32-unknown-unknown", options.dev ? "debug" : "wasm", `${name}.wasm`);
/** Not needed to start the app without a network. */
const NOT_PRECACHED = [/^sw\.js$/, /^screenshots\//, /^apple-touch-icon/, /^icons\/.*(512|maskable)/];

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Writes bytes under a name that carries their hash, and returns the address. */
function asset(name, bytes) {
  const extension = extname(name);
  const path = `assets/${basename(name, extension)}-${sha256(bytes).slice(0, 16)}${extension}`;
  writeFileSync(join(dir, path), bytes);
  return `/${path}`;
}

/** Bundles one entry with esbuild and returns the text. */
async function bundle(entry, settings = {}) {
  const result = await build({
    absWorkingDir: root,
    bundle: true,
    define: { "process.env.NODE_ENV": '"production"', ...settings.define },
    external: settings.external,
    format: settings.format ?? "esm",
    alias: settings.alias,
    legalComments: "none",
    logOverride: settings.logOverride,
    logLevel: "warning",
    minify,
    target: ["chrome111", "firefox115", "safari16.4"],
    write: false,
    ...(typeof entry === "string" ? { entryPoints: [entry] } : { stdin: entry }),
  });
  return result.outputFiles[0].contents;
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(dir, path))
    .sort();
}

mkdirSync(join(dir, "assets"), { recursive: true });
if (existsSync(join(root, "public"))) cpSync(join(root, "public"), dir, { recursive: true });

// The font first: the style sheet names it.
const fontUrl = asset(font.name, font.read());
/** Bundles style sheets, with rules of our own after them: CSS wants imports first. */
const styles = (sheets, rules = "") =>
  bundle(
    { contents: sheets.map((path) => `@import "./style/${path}";\n`).join("") + rules, loader: "css", resolveDir: root },
    { external: ["/assets/*"] },
  );
const cssUrl = asset("app.css", await styles(["first-paint.css", "main.css"], fontFace(fontUrl)));
const pagesCssUrl = asset("pages.css", await styles(["pages.css"]));
const echartsUrl = asset("echarts.js", await bundle("scripts/echarts-entry.js"));
const scanUrl = asset("scan.js", await bundle("scripts/scan-entry.js"));

// The app. The bindings are bundled, so that the browser fetches one script and one wasm, and pages' chunks later.
const app = options.dev ? { folder: dir } : await split(cargoWasm("so-khoi"));
const wasmUrl = asset("so-khoi.wasm", readFileSync(join(app.folder, "so-khoi_bg.wasm")));
if (!options.dev) nameChunks(app, (name) => asset(name, readFileSync(join(app.folder, name))));
const scriptUrl = asset(
  "app.js",
  await bundle("scripts/app-entry.js", {
    alias: { "so-khoi-bindings": join(app.folder, "so-khoi.js") },
    define: { WASM_URL: JSON.stringify(wasmUrl) },
    // The bindings list the loader once for each chunk.
    logOverride: { "duplicate-object-key": "silent" },
  }),
);
if (app.folder !== dir) rmSync(app.folder, { recursive: true });

// The worker for files: fetched by the first job, and precached like the rest.
const exchange = await worker(cargoWasm("exchange"), { small: minify });
const exchangeUrl = asset(
  "exchange.js",
  await bundle("scripts/worker-entry.js", {
    alias: { "so-khoi-exchange-bindings": join(exchange, "exchange.js") },
    define: { EXCHANGE_WASM_URL: JSON.stringify(asset("exchange.wasm", readFileSync(join(exchange, "exchange_bg.wasm")))) },
  }),
);
rmSync(exchange, { recursive: true });
for (const name of ["so-khoi.js", "so-khoi_bg.wasm", "snippets"]) rmSync(join(dir, name), { recursive: true, force: true });

// The document. The build id names everything in it, and the document as it was before it carried the id.
const version = sha256(filesOf(dir).map((path) => sha256(readFileSync(join(dir, path)))).join("\n")).slice(0, 12);
const head = [
  `<link rel="stylesheet" href="${cssUrl}" />`,
  `<link rel="preload" href="${wasmUrl}" as="fetch" type="application/wasm" crossorigin />`,
  `<link rel="preload" href="${fontUrl}" as="font" type="font/woff2" crossorigin />`,
  `<script type="module" src="${scriptUrl}"></script>`,
  `<meta name="so-khoi-pages-css" content="${pagesCssUrl}" />`,
  `<meta name="so-khoi-echarts" content="${echartsUrl}" />`,
  `<meta name="so-khoi-scan" content="${scanUrl}" />`,
  `<meta name="so-khoi-exchange" content="${exchangeUrl}" />`,
  `<meta name="so-khoi-build" content="${version}" />`,
].join("\n    ");
const document = readFileSync(join(dir, "index.html"), "utf8");
const marker = /<meta name="so-khoi-assets" *\/?>/;
if (!marker.test(document)) throw new Error('index.html has no <meta name="so-khoi-assets" />');
writeFileSync(
  join(dir, "index.html"),
  document
    .replace(/^\s*<link[^>]*data-trunk[^>]*>\n?/gm, "")
    .replace(/^\s*<!--[\s\S]*?-->\n/gm, "")
    .replace(marker, () => head),
);

// The service worker's list. Hashed names need no revision; the others carry their own hash. By `integrity` the browser compares what
// came with what was built: what somebody else answered, or half of a file, is not kept, and the version before goes on.
const precache = filesOf(dir)
  .filter((path) => !NOT_PRECACHED.some((pattern) => pattern.test(path)))
  .map((path) => {
    const bytes = readFileSync(join(dir, path));
    return {
      url: `/${path}`,
      revision: path.startsWith("assets/") ? null : sha256(bytes),
      integrity: `sha256-${createHash("sha256").update(bytes).digest("base64")}`,
    };
  });
writeFileSync(
  join(dir, "sw.js"),
  await bundle("scripts/sw.js", { format: "iife", define: { PRECACHE: JSON.stringify(precache) } }),
);

const served = filesOf(dir);
const sizes = options.dev
  ? served.map((path) => ({ path, bytes: statSync(join(dir, path)).size }))
  : await compress(dir, served);
writeFileSync(join(dir, "build.json"), JSON.stringify({ version, precached: precache.map((entry) => entry.url), sizes }, null, 2));

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;
for (const { path, bytes, br } of sizes) {
  if (bytes > 8192) console.log(`    ${path}  ${kilobytes(bytes)}${br ? `, ${kilobytes(br)} brotli` : ""}`);
}
// What stands before the overview of a bloc (tests/e2e/first-load.spec.mjs measures it in the browser).
const first = ["/index.html", "/icon.svg", wasmUrl, scriptUrl, cssUrl, fontUrl];
const firstLoad = sizes.filter(({ path }) => first.includes(`/${path}`)).reduce((sum, { bytes, br }) => sum + (br ?? bytes), 0);
if (minify) console.log(`    first load of the overview: ${kilobytes(firstLoad)}, without headers`);
console.log(`    build ${version}, ${precache.length} files precached`);
