// Synchronising and the server's ingest, against PouchDB and express-pouchdb: the same 10,000 records, on the disk on both sides.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { AppServer } from "../../../e2e/server.mjs";
import { onBarePage } from "../bare.mjs";
import { heap, records } from "../bloc.mjs";
import { openBrowser } from "../browser.mjs";
import { NAME, PASSWORD, batches, join, push } from "../device.mjs";
import { against } from "../goals.mjs";
import { BENCH, DIST, OUT } from "../places.mjs";
import { turns } from "../turns.mjs";

const COUNT = 10_000;
const BATCH = 500;

const folder = () => mkdtempSync(path(tmpdir(), "so-khoi-bench-"));
const gone = (name) => rmSync(name, { recursive: true, force: true, maxRetries: 5 });

/** express-pouchdb in a process of its own, over a folder. */
async function pouchServer(data) {
  const child = spawn(process.execPath, [path(BENCH, "peers/pouch/server.mjs"), data], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NODE_ENV: "production" } });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  const url = await new Promise((done, failed) => {
    child.stdout.once("data", (text) => done(String(text).trim()));
    child.once("exit", (code) => failed(new Error(`express-pouchdb ended with ${code}: ${said}`)));
  });
  return {
    url: `${url}/db`,
    async stop() {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** The documents of PouchDB for these records: the fields, with the identifier that CouchDB wants. */
const documents = (found) => found.map(({ id, kind, scope, fields }) => ({ _id: id, kind, scope, ...fields }));

const bulk = async (url, docs) => {
  const answer = await fetch(`${url}/_bulk_docs`, { method: "POST", headers: { "content-type": "application/json" }, body: docs });
  const answers = await answer.json();
  if (!answers.every?.(({ ok }) => ok)) throw new Error(`_bulk_docs: ${answer.status} ${JSON.stringify(answers).slice(0, 300)}`);
};

const inBatches = (docs) => {
  const found = [];
  for (let at = 0; at < docs.length; at += BATCH) found.push(JSON.stringify({ docs: docs.slice(at, at + BATCH) }));
  return found;
};

export const ingest = {
  name: "ingest",
  needs: ["ingest"],
  about: "server ingest of 10,000 operations in pushes of 500, against express-pouchdb _bulk_docs; one rusqlite transaction as the limit",
  async run({ repeats, tell }) {
    const found = heap(COUNT);
    const subjects = [
      {
        name: "so-khoi",
        async measure() {
          const data = folder();
          const server = new AppServer(DIST, data);
          await server.start();
          const device = await join(server);
          const bodies = batches(found, device.account).map((batch) => JSON.stringify({ ...batch, epoch: device.epoch }));
          const began = performance.now();
          const applied = await push(device, bodies);
          const time = performance.now() - began;
          await server.stop();
          gone(data);
          if (applied !== COUNT) throw new Error(`${applied} operations were applied`);
          return time;
        },
      },
      {
        name: "pouch",
        async measure() {
          const data = folder();
          const server = await pouchServer(data);
          const url = `${server.url}/bloc`;
          await fetch(url, { method: "PUT" });
          const bodies = inBatches(documents(found));
          const began = performance.now();
          for (const body of bodies) await bulk(url, body);
          const time = performance.now() - began;
          await server.stop();
          gone(data);
          return time;
        },
      },
      {
        name: "rusqlite",
        measure() {
          const data = folder();
          const ops = path(data, "ops");
          writeFileSync(ops, batches(found, "bench").flatMap((batch) => batch.ops).map((op) => JSON.stringify(op)).join("\n"));
          const time = Number(execFileSync(path(OUT, "ingest"), [ops, path(data, "sqlite")], { encoding: "utf8" }));
          gone(data);
          return time;
        },
      },
    ];
    const values = await turns(subjects, repeats, (subject) => subject.measure(), { tell });
    return [
      against("ingest-10000", values["so-khoi"], values.pouch, "express-pouchdb", 0.1, "ms"),
      against("ingest-10000-limit", values["so-khoi"], values.rusqlite, "one rusqlite transaction", 2, "ms"),
    ];
  },
};

/** An office with a bloc of so many units and months on it. Answers the server and its folder. */
export async function office(units, months = 12, extra = []) {
  const data = folder();
  const server = new AppServer(DIST, data);
  await server.start();
  const device = await join(server);
  const all = [...records(units, months), ...extra];
  const applied = await push(device, batches(all, device.account).map((batch) => JSON.stringify({ ...batch, epoch: device.epoch })));
  if (applied !== all.length) throw new Error(`${applied} of ${all.length} records were taken`);
  return { server, data, device, count: all.length };
}

/** Signs a fresh device in and waits until the bloc is open: the time from the first request for records until it is on the screen. */
export async function firstSync(browser, server) {
  const { page, devtools } = await browser.page();
  await devtools.send("Storage.clearDataForOrigin", { origin: server.url, storageTypes: "indexeddb,cookies,local_storage" });
  await page.goto(`${server.url}/join`);
  await page.getByRole("main").getByText("Đăng nhập bằng tài khoản đã có", { exact: true }).first().click();
  await page.getByLabel("Tên tài khoản", { exact: true }).fill(NAME);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await page.evaluate(() => {
    performance.setResourceTimingBufferSize(10_000);
    window.arrived = new Promise((done) => {
      const look = () => {
        const here = !location.pathname.startsWith("/join") && location.search.includes("bloc=") && document.querySelector("main h1");
        if (here) window.bench.painted(done);
        else requestAnimationFrame(look);
      };
      look();
    });
  });
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  const time = await page.evaluate(async () => {
    const end = await window.arrived;
    const first = performance.getEntriesByType("resource").find(({ name }) => new URL(name).pathname === "/api/v1/records");
    if (!first) throw new Error("nothing was fetched");
    return end - first.startTime;
  });
  return { page, time };
}

/** Presses "synchronise now" where nothing has changed: until the last answer has come. */
async function noChange(page) {
  await page.evaluate(() => performance.clearResourceTimings());
  await page.getByRole("button", { name: "Đồng bộ ngay" }).click();
  await page.waitForFunction(() => {
    const answers = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/api/"));
    return answers.length > 0 && answers.every(({ responseEnd }) => responseEnd > 0 && performance.now() - responseEnd > 400);
  });
  return page.evaluate(() => {
    const answers = performance.getEntriesByType("resource").filter(({ name, startTime }) => name.includes("/api/") && startTime >= window.bench.pressed);
    return Math.max(...answers.map(({ responseEnd }) => responseEnd)) - window.bench.pressed;
  });
}

export const sync = {
  name: "sync",
  needs: ["modules"],
  about: "first sync of 10,000 records; a sync in which nothing changed; against PouchDB ↔ express-pouchdb",
  async run({ repeats, tell }) {
    // 769 units × 12 months, the units and the profile: 9,999 records.
    const units = 769;
    const { server, data } = await office(units);
    const pouchData = folder();
    const pouch = await pouchServer(pouchData);
    const url = `${pouch.url}/bloc`;
    await fetch(url, { method: "PUT" });
    for (const body of inBatches(documents(records(units)))) await bulk(url, body);
    const browser = await openBrowser({ serviceWorkers: "block" });
    try {
      return await onBarePage(["pouch"], async (bare) => {
        let held;
        const first = await turns(
          [{ name: "so-khoi" }, { name: "pouch" }],
          repeats,
          async ({ name }, turn) => {
            if (name === "so-khoi") {
              await held?.close();
              const { page, time } = await firstSync(browser, server);
              held = page;
              return time;
            }
            return bare.evaluate(
              async ([name, url, count]) => {
                const { pouch } = window.modules;
                const began = performance.now();
                const found = await pouch.firstSync(name, url);
                const time = performance.now() - began;
                if (found !== count) throw new Error(`${found} documents`);
                return time;
              },
              [`pouch-${turn}`, url, records(units).length],
            );
          },
          { tell },
        );
        const bloc = new URL(held.url()).searchParams.get("bloc");
        await held.goto(`${server.url}/sync?bloc=${bloc}`);
        await held.getByRole("button", { name: "Đồng bộ ngay" }).waitFor();
        await held.waitForTimeout(2000);
        const none = await turns(
          [{ name: "so-khoi" }, { name: "pouch" }],
          repeats,
          ({ name }) =>
            name === "so-khoi"
              ? noChange(held)
              : bare.evaluate(
                  async ([name, url]) => {
                    const began = performance.now();
                    if ((await window.modules.pouch.noChange(name, url)) !== 0) throw new Error("something was written");
                    return performance.now() - began;
                  },
                  ["pouch-1", url],
                ),
          { tell, warm: 2 },
        );
        return [
          against("first-sync-10000", first["so-khoi"], first.pouch, "PouchDB ↔ express-pouchdb", 0.2, "ms"),
          against("no-change-sync", none["so-khoi"], none.pouch, "PouchDB ↔ express-pouchdb", 0.3, "ms"),
        ];
        // express-pouchdb stands on a port of its own, which the policy of the page forbids.
      }, { bypassCSP: true });
    } finally {
      await browser.close();
      await server.stop();
      await pouch.stop();
      gone(data);
      gone(pouchData);
    }
  },
};
