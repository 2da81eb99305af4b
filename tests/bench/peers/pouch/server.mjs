// CouchDB's protocol by express-pouchdb over LevelDB, on a port of its own. `node server.mjs FOLDER` prints its address.
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Both are CommonJS and want to be asked by `require`.
const require = createRequire(import.meta.url);
const express = require("express");
const pouchApp = require("express-pouchdb");
const PouchDB = require("pouchdb");

const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "data");
mkdirSync(folder, { recursive: true });
const app = express();
// The page is of another port.
app.use((request, response, next) => {
  response.set("Access-Control-Allow-Origin", request.get("Origin") ?? "*");
  response.set("Access-Control-Allow-Headers", "content-type, accept");
  response.set("Access-Control-Allow-Methods", "GET, PUT, POST, HEAD, OPTIONS");
  response.set("Access-Control-Allow-Credentials", "true");
  if (request.method === "OPTIONS") response.end();
  else next();
});
app.use("/db", pouchApp(PouchDB.defaults({ prefix: `${folder}/` }), { mode: "minimumForPouchDB", inMemoryConfig: true, logPath: join(folder, "log.txt") }));
const listening = app.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${listening.address().port}`));
