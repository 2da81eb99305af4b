// What the server says about the files it sends. The server's own tests have made-up files; here
// they are those of the build.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, expect, open, test } from "./support.mjs";

const build = JSON.parse(readFileSync(join(DIST, "build.json"), "utf8"));
/** The largest: what is very small is not compressed. */
const fileOf = (ending) =>
  build.sizes
    .filter(({ path }) => path.startsWith("assets/") && path.endsWith(ending))
    .reduce((largest, file) => (file.bytes > largest.bytes ? file : largest)).path;

test("the document is asked for again, hashed files never", async ({ request }) => {
  for (const path of ["/", "/index.html", "/study", "/sw.js", "/manifest.webmanifest"]) {
    const answer = await request.get(path);
    expect(answer.headers()["cache-control"], path).toBe("no-cache");
    const again = await request.get(path, { headers: { "If-None-Match": answer.headers().etag } });
    expect(again.status(), path).toBe(304);
  }
  const wasm = await request.get(`/${fileOf(".wasm")}`);
  expect(wasm.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
});

test("text and wasm come compressed, with their own media type", async ({ request }) => {
  const types = { ".wasm": "application/wasm", ".css": "text/css", ".js": "text/javascript" };
  for (const [ending, type] of Object.entries(types)) {
    for (const encoding of ["br", "gzip"]) {
      const answer = await request.get(`/${fileOf(ending)}`, { headers: { "Accept-Encoding": encoding } });
      expect(answer.headers()["content-encoding"], ending).toBe(encoding);
      expect(answer.headers()["content-type"], ending).toContain(type);
    }
  }
  const manifest = await request.get("/manifest.webmanifest");
  expect(manifest.headers()["content-type"]).toContain("application/manifest+json");
});

test("the policy allows our inline script and no other", async ({ page, errors }) => {
  const answer = await page.goto("/");
  const policy = answer.headers()["content-security-policy"];
  expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+';/);
  expect(policy).toContain("style-src 'self';");
  expect(policy).not.toContain("unsafe-inline");
  // The theme script runs under it (an error in the console would fail this test) …
  await page.evaluate(() => localStorage.setItem("so-khoi:theme", "dark"));
  await open(page, "/");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  // … and a stranger's does not.
  const ran = await page.evaluate(
    () =>
      new Promise((done) => {
        document.addEventListener("securitypolicyviolation", (event) => done(event.violatedDirective));
        const script = document.createElement("script");
        script.textContent = "window.stranger = true";
        document.head.append(script);
        if (window.stranger) done("ran");
      }),
  );
  expect(ran).toContain("script-src");
  // The browser reports the stranger, and nothing else.
  await expect.poll(() => errors.length).toBe(1);
  expect(errors.pop()).toContain("Executing inline script violates");
});

test("pages are the document, missing files and addresses of the endpoint are not", async ({ request }) => {
  expect((await request.get("/admission?period=2022")).headers()["content-type"]).toContain("text/html");
  expect((await request.get("/assets/gone-0123456789abcdef.js")).status()).toBe(404);
  const problem = await request.get("/api/v1/nothing");
  expect(problem.status()).toBe(404);
  expect(problem.headers()["content-type"]).toBe("application/problem+json");
  expect((await problem.json()).code).toBe("not-found");
  expect((await (await request.get("/api/v1/health")).json()).build).toBe(build.version);
});
