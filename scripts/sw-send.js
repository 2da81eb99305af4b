// Sending what waits when no page of the app is there to do it: the service worker was woken because there is a network again.
//
// It reads the outbox as src/store/ wrote it (src/store/schema.rs says how rows look) and pushes the ops as they stand there,
// and writes nothing of figures: when the app is opened it sends them once more, and is told again what became of each (docs/sync.md,
// "idempotent"). So whatever breaks off here is the same as an answer that was lost.

/** How many ops and how many letters one push holds at most: what src/sync/wire.rs says, less what accents take. */
const MOST_OPS = 500;
const MOST_LETTERS = 400_000;
const SCHEMA = 1;

/** What src/platform/owed.rs and src/state/sync/farewell.rs say: a device left its server without a network. */
const LEAVING = "so-khoi-leaving";

/** Ends the session of a device that left. Rejects where there is no network (again). Who signs in holds the same lock. */
export const endSession = () =>
  navigator.locks.request("so-khoi/leaving", async () => {
    if (!(await caches.has(LEAVING))) return;
    const answer = await fetch("/api/v1/session", { method: "DELETE" });
    if (answer.status >= 500 || answer.status === 429) throw new Error(`the server answered ${answer.status}`);
    await caches.delete(LEAVING);
  });

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const text = (bytes) => new TextDecoder().decode(bytes);
const read = (bytes) => (bytes ? JSON.parse(text(bytes)) : undefined);

/** Sends for each bloc of this device that has a server. Rejects where there is no network (again): then it is woken later. */
export async function sendAll() {
  const names = (await indexedDB.databases()).map(({ name }) => name).filter((name) => name.startsWith("so-khoi/"));
  for (const name of names) {
    // The name of src/state/sync/driver.rs: one sends at a time, and a page that does goes first.
    await navigator.locks.request(`${name}/sync`, { ifAvailable: true }, (lock) => lock && send(name));
  }
}

async function send(name) {
  const database = await done(indexedDB.open(name));
  // A newer app may have to change it.
  database.onversionchange = () => database.close();
  try {
    // Sealed by a PIN (src/store/schema.rs, `Edition`): it is not read here, and the app sends when it is opened.
    if ((database.version >> 16) % 2 === 1) return;
    const { head, ops } = await waiting(database);
    if (!head) return;
    for (let at = 0; at < ops.length; ) {
      const batch = [];
      for (let letters = 0; at < ops.length && batch.length < MOST_OPS; at += 1) {
        letters += ops[at].length;
        if (batch.length && letters > MOST_LETTERS) break;
        batch.push(ops[at]);
      }
      const { device, epoch } = head;
      const around = JSON.stringify({ device, schema: SCHEMA, epoch });
      const answer = await fetch("/api/v1/changes", {
        method: "POST",
        headers: { "Content-Type": "application/json", "So-Khoi-Account": head.account },
        // As they are: a number that is read and written again may look otherwise.
        body: `${around.slice(0, -1)},"ops":[${batch.join(",")}]}`,
      });
      if (answer.status >= 500 || answer.status === 429) throw new Error(`the server answered ${answer.status}`);
      // Signed out, restored, or not understood: that is for the app and a person.
      if (!answer.ok) return;
    }
  } finally {
    database.close();
  }
}

/** The head, and the texts of the ops that a page would send now, in their order. Without a server there is no head. */
async function waiting(database) {
  if (!database.objectStoreNames.contains("answers")) return {};
  const tables = database.transaction(["meta", "outbox", "answers"]);
  const table = (name) => tables.objectStore(name);
  const head = read(await done(table("meta").get("head")));
  // After a server was restored more than these are to be sent: the app's.
  if (!head?.account || !head.epoch || head.again) return {};
  const unanswered = IDBKeyRange.lowerBound((head.answered ?? 0) + 1);
  const [rows, answered] = await Promise.all([
    done(table("outbox").getAll(unanswered)),
    done(table("answers").getAllKeys(unanswered)),
  ]);
  const has = new Set(answered);
  const blocked = head.rejected ? await refused(table) : new Map();
  const texts = rows.map(text).filter((row) => {
    const { seq, author, change } = JSON.parse(row);
    // Ops of another account, and behind a rejected one on its record, wait.
    return !has.has(seq) && author === head.account && !(blocked.get(change.record) < seq);
  });
  return { head, ops: texts };
}

/** The first rejected op of each record that nobody has taken back. */
async function refused(table) {
  const [seqs, rows] = await Promise.all([done(table("answers").getAllKeys()), done(table("answers").getAll())]);
  const first = new Map();
  for (const [at, seq] of seqs.entries()) {
    const row = read(rows[at]);
    if (!row.answer.problem || row.taken_back) continue;
    const op = read(await done(table("outbox").get(seq)));
    if (op && !first.has(op.change.record)) first.set(op.change.record, seq);
  }
  return first;
}
