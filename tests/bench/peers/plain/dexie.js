// Ten thousand records in Dexie: one object a record, as it is used. Durable like Sổ Khối's own writes.
import Dexie from "dexie";

const opened = (name) => {
  const db = new Dexie(name, { chromeTransactionDurability: "strict" });
  db.version(1).stores({ records: "id" });
  return db;
};

export async function save(name, records) {
  const db = opened(name);
  await db.records.bulkPut(records);
  db.close();
}

export async function load(name) {
  const db = opened(name);
  const records = await db.records.toArray();
  db.close();
  return records;
}

export const remove = (name) => Dexie.delete(name);

/** Fills the database of the React peer. */
export async function fillPeer({ units, returns }) {
  const db = new Dexie("bench-react");
  db.version(1).stores({ units: "id, order", returns: "id, period" });
  await db.units.bulkPut(units);
  await db.returns.bulkPut(returns);
  db.close();
}
