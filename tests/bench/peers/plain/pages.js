// Sổ Khối's pages in plain JavaScript, as a limit: the same bytes in the same database, with nothing around them. A page is a header
// of 16 bytes and a JSON list of records (src/store/page.rs). The harness fills a bloc by this too.

const TABLES = ["pages", "outbox", "meta", "snapshots", "journal", "damaged", "answers", "arriving"];
const ON_A_PAGE = 256;
const VERSION = 2;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** Eight tables, as the app computes it: a byte at a time takes four times as long, and the limit is to be a limit. */
const TABLES_OF_8 = [TABLE];
for (let at = 1; at < 8; at += 1) TABLES_OF_8.push(TABLES_OF_8[at - 1].map((crc) => (crc >>> 8) ^ TABLE[crc & 255]));

export function crc32(bytes) {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES_OF_8;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let crc = -1;
  let at = 0;
  for (; at + 8 <= bytes.length; at += 8) {
    const low = view.getInt32(at, true) ^ crc;
    const high = view.getInt32(at + 4, true);
    crc =
      t7[low & 255] ^ t6[(low >>> 8) & 255] ^ t5[(low >>> 16) & 255] ^ t4[low >>> 24] ^
      t3[high & 255] ^ t2[(high >>> 8) & 255] ^ t1[(high >>> 16) & 255] ^ t0[high >>> 24];
  }
  for (; at < bytes.length; at += 1) crc = TABLE[(crc ^ bytes[at]) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}

export function encode(records) {
  const payload = new TextEncoder().encode(JSON.stringify(records));
  const page = new Uint8Array(16 + payload.length);
  page.set(payload, 16);
  page.set([83, 75, 80, 71, 1, 0]);
  const header = new DataView(page.buffer);
  header.setUint32(8, crc32(payload), true);
  header.setUint32(12, records.length, true);
  return page;
}

export function decode(page) {
  const header = new DataView(page.buffer, page.byteOffset);
  const payload = page.subarray(16);
  if (crc32(payload) !== header.getUint32(8, true)) throw new Error("the checksum does not fit");
  return JSON.parse(new TextDecoder().decode(payload));
}

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const complete = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });

export function open(name, tables = TABLES) {
  const request = indexedDB.open(name, VERSION);
  request.onupgradeneeded = () => tables.forEach((table) => request.result.createObjectStore(table));
  return done(request);
}

/** Writes records, in the order of their identifiers, as pages, in one durable transaction. */
export async function save(name, records) {
  const db = await open(name);
  const transaction = db.transaction(["pages"], "readwrite", { durability: "strict" });
  const pages = transaction.objectStore("pages");
  for (let at = 0; at < records.length; at += ON_A_PAGE) {
    pages.put(encode(records.slice(at, at + ON_A_PAGE)), at === 0 ? "" : records[at].id);
  }
  transaction.commit();
  await complete(transaction);
  db.close();
}

/** Reads them all. */
export async function load(name) {
  const db = await open(name);
  const pages = await done(db.transaction(["pages"]).objectStore("pages").getAll());
  db.close();
  return pages.flatMap(decode);
}

/** Makes a bloc that the app opens: its pages, its head, its entry in the list of blocs. */
export async function makeBloc(id, title, records) {
  const json = (value) => new TextEncoder().encode(JSON.stringify(value));
  await save(`so-khoi/${id}`, records);
  const db = await open(`so-khoi/${id}`);
  const head = db.transaction(["meta"], "readwrite");
  head.objectStore("meta").put(json({ next_seq: 1, next_line: 1, folded: 0, device: "bench" }), "head");
  await complete(head);
  db.close();
  const list = await open("so-khoi", ["workspaces"]);
  const entry = list.transaction(["workspaces"], "readwrite");
  entry.objectStore("workspaces").put(json({ id, name: title, demo: false, created_ms: 1, opened_ms: 1 }), id);
  await complete(entry);
  list.close();
}

export const remove = (name) => done(indexedDB.deleteDatabase(name));
