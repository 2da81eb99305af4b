// Tests the endpoint by its own description: schemathesis makes requests of every kind that openapi.json allows, and of many that it does
// not, and compares the answers with it. The server is the real one, with a database of its own.
//
//   scripts/test-api.sh            SK_SEED=7 takes another seed, SK_EXAMPLES=500 more requests
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { SK_SERVER, SK_SCHEMATHESIS, SK_DIST = "dist", SK_SEED = "2", SK_EXAMPLES = "40" } = process.env;
/** Where the hooks and the settings lie. */
const HOOKS = new URL(".", import.meta.url).pathname;
const data = mkdtempSync(join(tmpdir(), "so-khoi-api-"));
const server = spawn(SK_SERVER, ["--dist", SK_DIST, "--data", data, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
let faults = "";
let ended = false;
server.once("exit", () => (ended = true));
server.stderr.setEncoding("utf8").on("data", (text) => {
  for (const line of text.split("\n")) if (line.includes('"level":"error"')) faults += `${line}\n`;
});

try {
  const { address, code } = await started();
  const json = { "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin" };
  const post = (path, cookie, body) =>
    fetch(`${address}/api/v1${path}`, { method: "POST", headers: { ...json, Cookie: cookie }, body: JSON.stringify(body) });
  const joined = await post(`/invitations/open/${code}`, "", { name: "vpdu", password: "một câu dễ nhớ" });
  if (joined.status !== 200) throw new Error(`joining: ${joined.status} ${await joined.text()}`);
  const cookie = joined.headers.get("set-cookie").split(";")[0];
  const me = await joined.json();
  await fill(post, cookie, me);
  // Not in step with this program, which has to read the server's log meanwhile.
  const run = spawn(
    SK_SCHEMATHESIS,
    [
      "--config-file", join(HOOKS, "schemathesis.toml"),
      "run", `${address}/api/v1/openapi.json`,
      "--url", `${address}/api/v1`,
      // fetch does not let a page choose this; schemathesis may. The session is the hooks' matter.
      "-H", "Sec-Fetch-Site: same-origin",
      "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
      // Signing out would end the run's own session.
      "--exclude-operation-id", "deleteSession", "--exclude-operation-id", "deleteSessions",
      "--phases", "examples,coverage,fuzzing,stateful",
      "--max-examples", SK_EXAMPLES, "--request-timeout", "30", "--seed", SK_SEED, "--generation-database", "none",
      "--warnings", "off", "--no-color",
    ],
    {
      stdio: ["ignore", "pipe", "inherit"],
      cwd: data,
      env: { ...process.env, PYTHONPATH: HOOKS, SCHEMATHESIS_HOOKS: "schemathesis_hooks", SK_COOKIE: cookie, SK_ACCOUNT: me.account.id, SK_EPOCH: me.epoch },
    },
  );
  let said = "";
  run.stdout.setEncoding("utf8").on("data", (text) => {
    said += text;
    process.stdout.write(text);
  });
  const status = await new Promise((done, failed) => run.once("close", done).once("error", failed));
  const alive = !ended && (await fetch(`${address}/api/v1/ready`)).status === 200;
  if (status !== 0 || !alive || faults) {
    throw new Error(`schemathesis ended with ${status}; the server ${alive ? "is well" : "is gone"}\n${faults}`);
  }
  wentFar(said);
} catch (error) {
  console.error(`\x1b[31mError:\x1b[0m ${error.message}`);
  process.exitCode = 1;
} finally {
  server.kill("SIGKILL");
  rmSync(data, { recursive: true, force: true });
}

/** Waits until the server says where it is, and by which code the first administrator joins. */
async function started() {
  let said = "";
  for await (const text of server.stdout.setEncoding("utf8")) {
    said += text;
    if (said.includes("Ctrl+C")) break;
  }
  const [, address, code] = said.match(/(http:\/\/127\.0\.0\.1:\d+)\/join\/(\S+)/) ?? [];
  if (!code) throw new Error(`the server did not start: ${said}`);
  return { address, code };
}

/** That one request led to the next: a third of the links at least, however the dice fall. A test of the server follows each of them. */
function wentFar(said) {
  const [, covered, selected] = said.match(/API Links:\s+(\d+) covered \/ (\d+) selected/) ?? [];
  if (!(3 * covered > selected)) throw new Error(`of ${selected} links ${covered} were followed`);
}

/** A unit, an invitation: so that there is something to answer. */
async function fill(post, cookie, me) {
  const set = Object.fromEntries(
    Object.entries({ id: "a", kind: "grassroots_committee", name: "Chi bộ A" }).map(([name, value]) => [name, { old: null, new: value }]),
  );
  const change = { record: "unit/a", kind: "unit", scope: "a", base_rev: 0, set };
  const op = { op_id: "017f22e2-79b0-7cc3-98c4-dc0c0c07398f", seq: 1, author: me.account.id, at_ms: 1, change };
  const pushed = await post("/changes", cookie, { device: "api", schema: 1, epoch: me.epoch, ops: [op] });
  const [answer] = (await pushed.json()).answers ?? [];
  if (answer?.status !== "applied") throw new Error(`pushing: ${JSON.stringify(answer)}`);
  const invited = await post("/invitations", cookie, { role: "unit", unit: "a" });
  if (invited.status !== 201) throw new Error(`inviting: ${await invited.text()}`);
}
