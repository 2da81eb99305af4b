// A network between a device and the server that can be as bad as networks are: a link on loopback that slows, cuts, resets or
// swallows what goes over it, or answers in the server's place as a hotel's sign-in page does.
import { once } from "node:events";
import { createServer, connect } from "node:net";
import { setTimeout as after } from "node:timers/promises";

/** What a hotel's network says to every request, with status 200, until somebody signs in. */
const SIGN_IN_PAGE = "<!doctype html><title>Wi-Fi miễn phí</title><form action=/login><input name=room><button>Đăng nhập</button></form>";

/**
 * What a link does to what goes over it:
 * `open` nothing; `closed` takes no connection; `mute` takes everything and answers nothing (half-open); `portal` answers each
 * request with a page of its own; otherwise `{ rate, latency, slice, resetAfter }`: bytes a second, milliseconds before the first
 * byte each way, bytes a write, bytes after which the connection is reset.
 */
export const LINKS = {
  open: {},
  closed: { takes: false },
  mute: { answers: false },
  portal: { portal: true },
  slow: { rate: 6_250 }, // 50 kbit/s
  far: { latency: 2_000 },
  sliced: { slice: 1 },
  resetting: { resetAfter: 700 },
};

export class FaultyLink {
  /** `server` is what the link leads to: an AppServer, which may be stopped and started. */
  constructor(server) {
    this.server = server;
    this.as = LINKS.open;
    /** How many connections were asked for since the link was changed last. */
    this.asked = 0;
    this.sockets = new Set();
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What the server has printed: the specs look for the first link in it. */
  get said() {
    return this.server.said;
  }

  async start() {
    this.listener = createServer({ allowHalfOpen: true }, (socket) => this.#take(socket));
    await new Promise((done) => this.listener.listen(0, "127.0.0.1", done));
    this.port = this.listener.address().port;
  }

  async stop() {
    this.become("closed");
    this.#breakOff();
    await new Promise((done) => this.listener.close(done));
  }

  /**
   * Changes the link. What is under way breaks off, as when a phone goes from one network to another; but nobody tells either
   * end that a half-open connection is gone: a `mute` one stays as it is.
   */
  become(name) {
    const silent = this.as === LINKS.mute;
    this.as = LINKS[name];
    this.asked = 0;
    if (!silent) this.#breakOff();
  }

  #breakOff() {
    for (const socket of this.sockets) socket.destroy();
  }

  #take(socket) {
    const link = this.as;
    this.asked += 1;
    if (link.takes === false) return socket.destroy();
    this.#keep(socket);
    if (link.answers === false) return socket.resume();
    if (link.portal) {
      const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(SIGN_IN_PAGE)}\r\nConnection: close\r\n\r\n${SIGN_IN_PAGE}`;
      return socket.once("data", () => socket.end(answer));
    }
    const further = connect(this.server.port, "127.0.0.1");
    this.#keep(further);
    this.#carry(socket, further, link);
    this.#carry(further, socket, link);
  }

  #keep(socket) {
    this.sockets.add(socket);
    socket.setNoDelay(true);
    socket.on("error", () => {});
    socket.once("close", () => this.sockets.delete(socket));
  }

  async #carry(from, to, link) {
    try {
      let carried = 0;
      for await (const bytes of from) {
        if (link.latency) await after(link.latency);
        const most = link.slice ?? (link.rate ? Math.ceil(link.rate / 20) : bytes.length);
        for (let at = 0; at < bytes.length; at += most) {
          const part = bytes.subarray(at, at + most);
          if (!to.write(part)) await once(to, "drain");
          if (link.rate) await after((part.length / link.rate) * 1000);
          else if (link.slice && at % 512 === 0) await after(1);
          carried += part.length;
          if (link.resetAfter && carried >= link.resetAfter) {
            from.resetAndDestroy();
            to.resetAndDestroy();
            return;
          }
        }
      }
      to.end();
    } catch {
      to.destroy();
    }
  }
}
