// Sổ Khối and the React peer as the harness holds them: one server each (the same program, so the same compression and headers), the
// same figures, the same screen, the same marks in it.
import { join } from "node:path";
import { AppServer } from "../../e2e/server.mjs";
import { records, tables } from "./bloc.mjs";
import { DIST, OUT } from "./places.mjs";

/** A page of the bare modules on the same origin as an app, to fill its database from. */
const bareOn = async (page, server, module) => {
  // The modules are not part of the app: they are put in its place for this page only.
  await page.route(`${server.url}/bench-fill`, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>fill</title>" }));
  await page.route(`${server.url}/bench-module.js`, (route) => route.fulfill({ path: join(OUT, "bare/assets", module), contentType: "text/javascript" }));
  await page.goto(`${server.url}/bench-fill`);
};

const BLOC = "bench";

/** Starts both; `stop()` ends them. */
export async function subjects() {
  const ours = new AppServer(DIST);
  const react = new AppServer(join(OUT, "react"));
  const all = [
    {
      name: "so-khoi",
      server: ours,
      entry: () => `${ours.url}/entry/admission?bloc=${BLOC}&period=2025-12`,
      overview: () => `${ours.url}/?bloc=${BLOC}&period=2025`,
      async fill(page, units, months = 12) {
        await bareOn(page, ours, "pages.js");
        await page.evaluate(
          async ([bloc, records]) => (await import("/bench-module.js")).makeBloc(bloc, "Đảng bộ Khối đo tốc độ", records),
          [BLOC, records(units, months)],
        );
      },
    },
    {
      name: "react",
      server: react,
      entry: () => `${react.url}/entry?period=2025-12`,
      overview: () => `${react.url}/chart`,
      async fill(page, units, months = 12) {
        await bareOn(page, react, "dexie.js");
        await page.evaluate(async (tables) => (await import("/bench-module.js")).fillPeer(tables), tables(units, months));
      },
    },
  ];
  for (const { server } of all) await server.start();
  return { all, ours: all[0], react: all[1], stop: () => Promise.all(all.map(({ server }) => server.stop())) };
}
