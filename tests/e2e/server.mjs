// The real server as a test holds it: started, stopped (that is how the network is lost: a browser's
// "offline" switch does not reach its service worker) and started again on the same port.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");

/** The build under test. */
export const DIST = resolve(root, process.env.SK_DIST ?? "dist");

function program() {
  const fallback = resolve(root, process.env.CARGO_TARGET_DIR ?? "target", "debug/so-khoi-server");
  const path = process.env.SK_SERVER ?? fallback;
  if (!existsSync(path)) throw new Error(`${path} is missing: run scripts/test-e2e.sh`);
  return path;
}

export class AppServer {
  /**
   * `dist` is the folder to serve; it can be changed while the server is stopped. `data` is the folder of the database; without
   * one it is in a folder that goes when the tests end.
   */
  constructor(dist = DIST, data = undefined) {
    this.dist = dist;
    this.data = data ?? mkdtempSync(join(tmpdir(), "so-khoi-data-"));
    if (!data) process.once("exit", () => rmSync(this.data, { recursive: true, force: true }));
    /** What it has printed since it was started last. */
    this.said = "";
    this.port = 0;
    this.child = undefined;
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The file of the database. */
  database() {
    return join(this.data, "so-khoi.sqlite");
  }

  get isRunning() {
    return this.child !== undefined;
  }

  /** The first start takes a free port; later ones take the same again. */
  async start() {
    if (this.child) return;
    const child = spawn(program(), ["--dist", this.dist, "--data", this.data, "--port", String(this.port)], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.said = "";
    this.port = await new Promise((done, failed) => {
      const hear = (text) => {
        this.said += text;
        const address = this.said.match(/http:\/\/127\.0\.0\.1:(\d+)/);
        if (address) done(Number(address[1]));
      };
      child.stdout.setEncoding("utf8").on("data", hear);
      child.stderr.setEncoding("utf8").on("data", (text) => (this.said += text));
      child.once("exit", (code) => failed(new Error(`the server ended with ${code}: ${this.said}`)));
      child.once("error", failed);
    });
    this.child = child;
  }

  async stop() {
    const child = this.child;
    if (!child) return;
    this.child = undefined;
    const ended = new Promise((done) => child.once("exit", done));
    // At once, as a network goes: waiting for open connections is the server's own test.
    child.kill("SIGKILL");
    await ended;
  }

  /** Serves another build on the same port. */
  async replace(dist) {
    await this.stop();
    this.dist = dist;
    await this.start();
  }
}
