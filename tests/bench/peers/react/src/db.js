// The same figures as Sổ Khối keeps: units, and one return a unit and month with its cells. Read by an index on the month, written
// cell by cell; "saved" is said when the transaction is on the disk (strict), as Sổ Khối does.
import Dexie from "dexie";

export const db = new Dexie("bench-react", { chromeTransactionDurability: "strict" });
db.version(1).stores({ units: "id, order", returns: "id, period" });

export const unitsInOrder = () => db.units.orderBy("order").toArray();
export const returnsOf = (period) => db.returns.where("period").equals(period).toArray();
export const save = (record) => db.returns.put(record);
