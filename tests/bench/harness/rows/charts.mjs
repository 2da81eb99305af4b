// Drawing and updating a chart, and what is left of 200 of them. The three draw the same option (peers/plain/charts.jsx); ours makes it
// of the figures each time, which is the app's work, the others are given it with the figures put in.
import { against, atMost } from "../goals.mjs";
import { onBarePage } from "../bare.mjs";
import { turns } from "../turns.mjs";

const SIZES = [12, 100, 1_000];
const WIDTH = 800;

/** Puts the names and the figures of a turn into the page. */
const prepare = (page) =>
  page.evaluate(async (width) => {
    const { core, charts } = window.modules;
    const library = await core.Charts.fetch();
    window.width = width;
    const names = (size) => Array.from({ length: size }, (_, at) => `Chi bộ Trung tâm Kỹ thuật số ${at + 1}`);
    const counts = (size, turn) => Uint32Array.from({ length: size }, (_, at) => 1 + ((at * 31 + turn * 17) % 97));
    const host = () => {
      const made = document.createElement("div");
      made.style.width = `${width}px`;
      document.querySelector("main").append(made);
      return made;
    };
    /** Figures in the form that each is given them, outside the measured time. */
    const given = (name, size, turn) => {
      if (name === "core") return [names(size), counts(size, turn)];
      return JSON.parse(core.option_of(names(size), counts(size, turn), width));
    };
    const handed = (way) => ({
      ...way,
      draw: (host, { option, width, height }) => way.draw(host, option, width, height),
      update: (chart, { option }) => way.update(chart, option),
    });
    window.ways = {
      core: {
        draw: (host, [names, counts]) => library.draw(host, names, counts, width),
        update: (chart, [names, counts]) => chart.update(names, counts, width),
        remove: (chart) => chart.free(),
      },
      react: handed(charts.react),
      raw: handed(charts.raw),
    };
    window.chartOf = { host, given };
    /** Draws and updates once; the time of each ends when the browser has laid the drawing out. */
    window.drawAndUpdate = async (name, size, turn) => {
      const way = window.ways[name];
      const place = host();
      const [first, second] = [given(name, size, turn), given(name, size, turn + 1)];
      const began = performance.now();
      const chart = await way.draw(place, first);
      place.getBoundingClientRect();
      const drawn = performance.now();
      way.update(chart, second);
      place.getBoundingClientRect();
      const updated = performance.now();
      if (place.querySelectorAll("svg path").length < size) throw new Error(`${name} drew ${place.querySelectorAll("svg path").length} marks`);
      way.remove(chart);
      place.remove();
      return { draw: drawn - began, update: updated - drawn };
    };
  }, WIDTH);

export const charts = {
  name: "charts",
  needs: ["modules", "core"],
  about: "chart draw and update, 12 / 100 / 1,000 categories",
  run: ({ repeats, tell }) =>
    onBarePage(["core", "charts"], async (page) => {
      await prepare(page);
      const rows = [];
      for (const size of SIZES) {
        const subjects = ["core", "react", "raw"].map((name) => ({ name }));
        const values = await turns(
          subjects,
          repeats,
          async ({ name }, turn) => {
            const found = await page.evaluate(([name, size, turn]) => (window.gc(), window.drawAndUpdate(name, size, turn)), [name, size, turn]);
            return found;
          },
          { tell, warm: 3 },
        );
        const of = (name, part) => values[name].map((value) => value[part]);
        for (const part of ["draw", "update"]) {
          rows.push(against(`chart-${part}-${size}`, of("core", part), of("react", part), "echarts-for-react", 0.95, "ms"));
          rows.push(against(`chart-${part}-${size}-limit`, of("core", part), of("raw", part), "raw setOption", 1.1, "ms"));
        }
      }
      return rows;
    }),
};

const TIMES = 200;

/** The heap that is in use after everything that can go has gone: of scripts, of the page's nodes, of buffers (wasm's memory too). */
async function inUse(devtools) {
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await devtools.send("Runtime.getHeapUsage");
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

/** Nodes that are held and stand nowhere. */
async function detached(devtools) {
  await devtools.send("DOM.enable");
  await devtools.send("DOM.getDocument");
  const { detachedNodes } = await devtools.send("DOM.getDetachedDomNodes");
  return detachedNodes.length;
}

export const heap = {
  name: "heap",
  needs: ["modules", "core"],
  about: "heap after 200 charts were opened and closed, against raw init/dispose: growth since the tenth; nodes left over",
  async run({ repeats, tell }) {
    const left = [];
    const values = await turns(
      [{ name: "core" }, { name: "raw" }],
      repeats,
      ({ name }) =>
        // A page of its own: the one's leftovers are not the other's.
        onBarePage(["core", "charts"], async (page, devtools) => {
          await prepare(page);
          const open = (from, times) =>
            page.evaluate(
              async ([name, from, times]) => {
                for (let turn = from; turn < from + times; turn += 1) await window.drawAndUpdate(name, 12, turn);
              },
              [name, from, times],
            );
          await open(0, 10);
          const before = await inUse(devtools);
          await open(10, TIMES);
          const after = await inUse(devtools);
          if (name === "core") left.push(await detached(devtools));
          return after / before;
        }),
      { tell, warm: 0 },
    );
    return [
      against("heap-200-charts", values.core, values.raw, "raw init/dispose", 1.05, "×"),
      atMost("detached-nodes", left, 0, ""),
    ];
  },
};
