// A device that speaks the protocol of docs/sync.md without an app: it takes up the first invitation and pushes operations. It fills
// servers, and is what the ingest is timed with.
import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

export const NAME = "vpdu";
export const PASSWORD = "mưa tạnh rồi nắng";
const MOST_OPS = 500;

/** The next UUID of version 7: as many as are wanted, in their order. */
function* names() {
  for (let at = 0; ; at += 1) {
    const time = (1_700_000_000_000 + Math.floor(at / 1000)).toString(16).padStart(12, "0");
    const rest = randomBytes(8).toString("hex");
    yield `${time.slice(0, 8)}-${time.slice(8)}-7${(at % 1000).toString(16).padStart(3, "0")}-b${rest.slice(0, 3)}-${rest.slice(3, 15)}`;
  }
}

/** Operations that make these records, in batches as a device sends them. */
export function batches(records, author, device = "bench") {
  const name = names();
  const ops = records.map(({ id, kind, scope, fields }, at) => ({
    op_id: name.next().value,
    seq: at + 1,
    author,
    at_ms: 1_700_000_000_000,
    change: { record: id, kind, scope, base_rev: 0, set: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { old: null, new: value }])) },
  }));
  const found = [];
  for (let at = 0; at < ops.length; at += MOST_OPS) found.push({ device, schema: 1, ops: ops.slice(at, at + MOST_OPS) });
  return found;
}

/** Takes up the link for the first administrator that the server has printed; answers how to ask it. */
export async function join(server) {
  const link = /\/join\/(\S+)/;
  for (let tries = 0; tries < 200 && !link.test(server.said); tries += 1) await wait(20);
  const headers = { "content-type": "application/json", origin: server.url };
  const answer = await fetch(`${server.url}/api/v1/invitations/open/${server.said.match(link)[1]}`, {
    method: "POST", headers, body: JSON.stringify({ name: NAME, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`join: ${answer.status} ${await answer.text()}`);
  headers.cookie = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
  const ask = async (path, body) => {
    const answer = await fetch(`${server.url}/api/v1${path}`, body === undefined ? { headers } : { method: "POST", headers, body });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const me = await ask("/me");
  const account = me.account?.id ?? me.id;
  headers["so-khoi-account"] = account;
  return { ask, account, epoch: me.epoch, me };
}

/** Pushes batches that are texts already; fails unless every operation was applied. */
export async function push({ ask }, bodies) {
  let applied = 0;
  for (const body of bodies) {
    const { answers } = await ask("/changes", body);
    applied += answers.filter(({ status }) => status === "applied").length;
  }
  return applied;
}

/** Fetches everything, as a first load does. */
export async function fetchAll({ ask }) {
  let count = 0;
  for (let next = ""; next !== undefined && next !== null; ) {
    const page = await ask(`/records${next ? `?page=${encodeURIComponent(next)}` : ""}`);
    count += page.records.length;
    next = page.next;
  }
  return count;
}
