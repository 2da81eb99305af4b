// A bare page on the same server: the modules of peers/plain and the app's core, without an app.
import { join } from "node:path";
import { AppServer } from "../../e2e/server.mjs";
import { openBrowser } from "./browser.mjs";
import { OUT } from "./places.mjs";

/** Opens a browser on it, with these modules in `window.modules`, calls `measure(page, devtools)`, closes. `options` are of the browser. */
export async function onBarePage(modules, measure, options = {}) {
  const server = new AppServer(join(OUT, "bare"));
  await server.start();
  const browser = await openBrowser(options);
  try {
    const { page, devtools } = await browser.page();
    await page.goto(`${server.url}/`);
    await page.evaluate(async (modules) => {
      // As in the apps: the server's policy asks for it, and ECharts empties its place by it.
      window.trustedTypes?.createPolicy("default", { createHTML: (html) => (html === "" ? html : null) });
      window.modules = {};
      for (const name of modules) window.modules[name] = await import(`/assets/${name}.js`);
      await window.modules.core?.default("/assets/core_bg.wasm");
    }, modules);
    return await measure(page, devtools);
  } finally {
    await browser.close();
    await server.stop();
  }
}
