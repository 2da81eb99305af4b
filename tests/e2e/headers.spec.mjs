// What the server says about the files it sends. The server's own tests have made-up files; here
// they are those of the build.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST, expect, open, openProfile, test } from "./support.mjs";
import { heard, VIOLATION } from "./watch.mjs";

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
  await page.route("/", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("</body>", "<script>window.stranger = true</script></body>");
    await route.fulfill({ response, body });
  });
  await open(page, "/");
  expect(await page.evaluate(() => "stranger" in window)).toBe(false);
  // The browser reports the stranger, and so does what watches every page; nothing else.
  await expect.poll(() => errors.length).toBe(2);
  const told = errors.splice(0).join("\n");
  expect(told).toContain("Executing inline script violates");
  expect(told).toContain(`${VIOLATION} enforce script-src-elem, inline`);
});

test("what a policy stops, or would stop, fails a test wherever it happens", async ({ page, browser, server, profile, errors }) => {
  const style = (page) =>
    page.evaluate(() => {
      const element = document.createElement("p");
      element.setAttribute("style", "color: red");
      document.body.append(element);
    });
  // In a context that a spec makes, in a profile of its own, and where a policy only reports.
  const context = await browser.newContext({ baseURL: server.url });
  const other = await context.newPage();
  await open(other, "/");
  await style(other);
  const kept = await openProfile(profile);
  await open(kept.page, server.url);
  await style(kept.page);
  await page.route("/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy-report-only": "style-src-attr 'none'" } });
  });
  await open(page, "/");
  await style(page);
  const violations = () => errors.filter((told) => told.startsWith(VIOLATION));
  await expect.poll(() => violations().length).toBe(4);
  expect(violations().filter((told) => told.includes("enforce style-src-attr, inline"))).toHaveLength(3);
  expect(violations().filter((told) => told.includes("report style-src-attr, inline"))).toHaveLength(1);
  // What the browser says of each comes by the same way, and has been said.
  await heard();
  errors.length = 0;
  await context.close();
  await kept.close();
});

test("text becomes no element and no script, whatever of the page passes it", async ({ page, errors }) => {
  await open(page, "/");
  const tried = await page.evaluate(() => {
    const element = document.createElement("div");
    const attempt = (deed) => {
      try {
        deed();
        return "done";
      } catch (error) {
        return error.name;
      }
    };
    const html = (text) => attempt(() => (element.innerHTML = text));
    return {
      // What Leptos makes of a part of a view that never changes.
      template: html('<span class="sheet-legend__zero" aria-hidden="true">0</span>'),
      empty: html(""),
      key: html("<kbd>Esc</kbd>"),
      image: html("<img src=x onerror=alert(1)>"),
      link: html('<a href="javascript:alert(1)">x</a>'),
      handler: html('<span onclick="alert(1)" class="a">x</span>'),
      style: html('<span style="color: red">x</span>'),
      entity: html("&lt;"),
      // A regular expression that looked back would take for ever.
      long: html(`${"a".repeat(200_000)}<`),
      nested: html(`${'<span class="a">'.repeat(5_000)}<img>`),
      adjacent: attempt(() => document.body.insertAdjacentHTML("beforeend", "<img src=x>")),
      frame: attempt(() => (document.createElement("iframe").srcdoc = "<script>alert(1)</script>")),
      worker: attempt(() => new Worker("/assets/other-0123456789abcdef.js")),
      foreign: attempt(() => new Worker("https://example.org/assets/exchange-0123456789abcdef.js")),
      script: attempt(() => (document.createElement("script").src = "/assets/x.js")),
      text: attempt(() => (document.createElement("script").text = "alert(1)")),
      policy: attempt(() => trustedTypes.createPolicy("another", { createHTML: (text) => text })),
    };
  });
  const { template, empty, key, ...refused } = tried;
  expect([template, empty, key]).toEqual(["done", "done", "done"]);
  expect(new Set(Object.values(refused))).toEqual(new Set(["TypeError"]));
  await heard();
  const told = errors.splice(0).filter((line) => line.startsWith(VIOLATION));
  expect(told.filter((line) => line.includes("enforce require-trusted-types-for"))).toHaveLength(Object.keys(refused).length - 1);
  expect(told.filter((line) => line.includes("enforce trusted-types,"))).toHaveLength(1);
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
