// What the worker of each app keeps so that it works offline, as it is downloaded.
import { get } from "node:http";
import { offlineReady, openBrowser } from "../browser.mjs";
import { against } from "../goals.mjs";
import { subjects } from "../subjects.mjs";

/** The bytes of everything in the worker's cache, each file in the smallest form that the server has. */
async function kept(page, server) {
  const urls = await page.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(url);
    }
    return found;
  });
  const parts = [];
  for (const url of urls) {
    const path = new URL(url).pathname;
    parts.push({ path, bytes: await sizeOf(server.url + path) });
  }
  return parts;
}

/** The length of an answer's body as it travels: `fetch` would unpack it. */
async function sizeOf(url) {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "br" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk) => (bytes += chunk.length)).on("end", () => resolve(bytes));
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
    }).on("error", reject);
  });
}

export const bytes = {
  name: "bytes",
  needs: ["react", "modules"],
  about: "all precached bytes as they are downloaded, against React + echarts-for-react + Dexie + SheetJS + docx (npm)",
  async run() {
    const held = await subjects();
    const browser = await openBrowser();
    try {
      const found = {};
      for (const subject of held.all) {
        const { page } = await browser.page();
        await subject.fill(page, 73);
        await page.goto(subject.entry());
        await offlineReady(page);
        found[subject.name] = await kept(page, subject.server);
        await page.close();
      }
      const sum = (parts) => parts.reduce((total, { bytes }) => total + bytes, 0) / 1024;
      return [{ ...against("bytes", [sum(found["so-khoi"])], [sum(found.react)], "React + npm", 1.0, "KB"), parts: found }];
    } finally {
      await browser.close();
      await held.stop();
    }
  },
};
