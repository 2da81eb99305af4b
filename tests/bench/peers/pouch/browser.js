// A device of PouchDB: fetches everything, and asks whether there is anything new.
// The file that the package has ready for browsers.
import PouchDB from "pouchdb/dist/pouchdb.js";

export async function firstSync(name, remote) {
  const db = new PouchDB(name, { adapter: "idb" });
  await PouchDB.replicate(remote, db, { batch_size: 1000 });
  const { doc_count: count } = await db.info();
  await db.close();
  return count;
}

const held = new Map();

/** Nothing has changed on either side. The database stays open between two calls, as in an app. */
export async function noChange(name, remote) {
  const db = held.get(name) ?? new PouchDB(name, { adapter: "idb" });
  held.set(name, db);
  const { push, pull } = await PouchDB.sync(db, remote);
  return push.docs_written + pull.docs_written;
}

export const remove = (name) => new PouchDB(name, { adapter: "idb" }).destroy();
