// Saving and opening 10,000 records: from records in memory, as each app holds them, to the disk and back. All writes are durable.
import { against } from "../goals.mjs";
import { heap } from "../bloc.mjs";
import { onBarePage } from "../bare.mjs";
import { turns } from "../turns.mjs";

const COUNT = 10_000;

export const store = {
  name: "store",
  needs: ["modules", "core"],
  about: "save / open 10,000 records; the same pages in plain JavaScript as the limit",
  run: ({ repeats, tell }) =>
    onBarePage(["core", "dexie", "pages"], async (page) => {
      const records = heap(COUNT);
      await page.evaluate((records) => {
        const { core } = window.modules;
        window.records = records;
        window.books = core.Books.of_lines(new TextEncoder().encode(records.map((it) => JSON.stringify(it)).join("\n")));
      }, records);
      const subjects = ["core", "dexie", "pages"].map((name) => ({ name }));
      const values = await turns(
        subjects,
        repeats,
        ({ name }, turn) =>
          page.evaluate(
            async ([name, turn, count]) => {
              const { core, dexie, pages } = window.modules;
              const database = `${name}-${turn}`;
              const ways = {
                core: { save: () => window.books.save(database), open: () => core.Books.open(database), count: (found) => found.count(), remove: pages.remove },
                dexie: { save: () => dexie.save(database, window.records), open: () => dexie.load(database), count: (found) => found.length, remove: dexie.remove },
                pages: { save: () => pages.save(database, window.records), open: () => pages.load(database), count: (found) => found.length, remove: pages.remove },
              };
              const way = ways[name];
              window.gc();
              const began = performance.now();
              await way.save();
              const saved = performance.now();
              const found = await way.open();
              const opened = performance.now();
              if (way.count(found) !== count) throw new Error(`${name}: ${way.count(found)} records`);
              found.free?.();
              await way.remove(database);
              return { save: saved - began, open: opened - saved };
            },
            [name, turn, COUNT],
          ),
        { tell, warm: 2 },
      );
      const of = (name, part) => values[name].map((value) => value[part]);
      return [
        against("save-10000", of("core", "save"), of("dexie", "save"), "Dexie bulkPut", 0.1, "ms"),
        against("save-10000-limit", of("core", "save"), of("pages", "save"), "pages in plain JS", 1.5, "ms"),
        against("open-10000", of("core", "open"), of("dexie", "open"), "Dexie toArray", 0.35, "ms"),
        against("open-10000-limit", of("core", "open"), of("pages", "open"), "pages in plain JS", 1.5, "ms"),
      ];
    }),
};
