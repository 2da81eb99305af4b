// Builds what is measured beside the app, into target/bench/: the React peer, the modules for a bare page, the app's own core for the
// same page, and the program that writes through rusqlite. What is newer than its sources stays.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { BENCH, CARGO_TARGET, OUT, ROOT } from "./places.mjs";

const say = (text) => console.error(`\x1b[1m==>\x1b[0m ${text}`);

const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const newest = (paths) =>
  Math.max(...paths.flatMap((path) => (statSync(path).isDirectory() ? files(path) : [path])).map((file) => statSync(file).mtimeMs));

/** Every text in the forms that the server sends, as scripts/dist makes them of the app. */
function compress(folder) {
  for (const file of files(folder).filter((name) => /\.(js|css|html|wasm|json|svg)$/.test(name))) {
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

async function react() {
  const out = join(OUT, "react");
  const { build } = await import("vite");
  await build({ configFile: join(BENCH, "peers/react/vite.config.mjs"), build: { outDir: out } });
  const { generateSW } = await import("workbox-build");
  await generateSW({
    globDirectory: out,
    globPatterns: ["**/*.{html,js,css,woff2}"],
    swDest: join(out, "sw.js"),
    navigateFallback: "/index.html",
    dontCacheBustURLsMatching: /^assets\//,
    // Everything an app keeps, the library for workbooks included.
    maximumFileSizeToCacheInBytes: 8 << 20,
    clientsClaim: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    mode: "production",
  });
  compress(out);
}

/** The bare page: what its modules are, and where the core is put beside them. */
const BARE = join(OUT, "bare");

async function modules() {
  mkdirSync(join(BARE, "assets"), { recursive: true });
  const { build } = await import("esbuild");
  await build({
    entryPoints: {
      pages: join(BENCH, "peers/plain/pages.js"),
      dexie: join(BENCH, "peers/plain/dexie.js"),
      charts: join(BENCH, "peers/plain/charts.jsx"),
      pouch: join(BENCH, "peers/pouch/browser.js"),
      echarts: join(ROOT, "scripts/echarts-entry.js"),
    },
    outdir: join(BARE, "assets"),
    bundle: true, format: "esm", minify: true, target: "chrome120", jsx: "automatic", logLevel: "warning",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  });
  writeFileSync(
    join(BARE, "index.html"),
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">' +
      '<meta name="so-khoi-echarts" content="/assets/echarts.js"></head><body><main></main></body></html>',
  );
}

/** The app's core as the app is compiled (scripts/build.sh), bound and optimised like it. */
function core() {
  const into = join(BARE, "assets");
  mkdirSync(into, { recursive: true });
  const environment = {
    ...process.env,
    RUSTC_BOOTSTRAP: "1",
    CARGO_TARGET_DIR: CARGO_TARGET,
    CARGO_UNSTABLE_BUILD_STD: "std,panic_abort",
    CARGO_UNSTABLE_BUILD_STD_FEATURES: "optimize_for_size",
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: "--cfg erase_components -Zunstable-options -Cpanic=immediate-abort",
  };
  const run = (program, ...args) => execFileSync(program, args, { cwd: join(BENCH, "core"), env: environment, stdio: ["ignore", 2, 2] });
  run("cargo", "build", "--locked", "--profile", "wasm", "--target", "wasm32-unknown-unknown");
  const wasm = join(CARGO_TARGET, "wasm32-unknown-unknown/wasm/so_khoi_bench_core.wasm");
  run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-name", "core", "--out-dir", into, wasm);
  run("node", "-e", `import(${JSON.stringify(join(ROOT, "scripts/dist/optimise.mjs"))}).then((it) => it.optimise([${JSON.stringify(join(into, "core_bg.wasm"))}]))`);
}

function ingest() {
  const environment = { ...process.env, CARGO_TARGET_DIR: CARGO_TARGET };
  execFileSync("cargo", ["build", "--locked", "--release", "--quiet"], { cwd: join(BENCH, "ingest"), env: environment, stdio: ["ignore", 2, 2] });
  cpSync(join(CARGO_TARGET, "release/so-khoi-bench-ingest"), join(OUT, "ingest"));
}

const of = (...paths) => paths.map((path) => join(BENCH, path));
const LOCK = join(BENCH, "package-lock.json");

/** What there is to build: of which files, and how. */
const PARTS = {
  react: { inputs: [...of("peers/react"), LOCK], what: "the React peer", make: react },
  modules: {
    inputs: [...of("peers/plain", "peers/pouch/browser.js"), LOCK, join(ROOT, "scripts/echarts-entry.js")],
    what: "the modules for a bare page",
    make: modules,
  },
  core: { inputs: [...of("core/src", "core/Cargo.toml"), join(ROOT, "src")], what: "the app's core for a bare page (several minutes)", make: core },
  ingest: { inputs: of("ingest/src", "ingest/Cargo.toml"), what: "the limit of the server's ingest", make: ingest },
};

/** Builds those of the named parts that are not there, or older than what they are made of. */
export async function build(names) {
  mkdirSync(OUT, { recursive: true });
  for (const name of names) {
    const { inputs, what, make } = PARTS[name];
    const mark = join(OUT, `${name}.made`);
    if (existsSync(mark) && statSync(mark).mtimeMs > newest(inputs)) continue;
    say(`Building ${what}`);
    await make();
    writeFileSync(mark, "");
  }
}
