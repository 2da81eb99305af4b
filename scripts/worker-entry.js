// The worker for files (src/bin/exchange.rs): one job, one answer. Bundled by scripts/dist.mjs, which also says where the
// wasm stands. The page's side is src/platform/exchange_worker.rs, which ends the worker after the answer.
import init, { answer } from "so-khoi-exchange-bindings";

/* global EXCHANGE_WASM_URL */
const ready = init({ module_or_path: EXCHANGE_WASM_URL });

self.addEventListener("message", async ({ data: { job, text, bytes, file } }) => {
  // Only a wasm that could not be fetched is worth another try by the person.
  try {
    await ready;
  } catch {
    self.postMessage({ unavailable: true });
    return;
  }
  let read = bytes;
  if (file) {
    try {
      read = new Uint8Array(await file.arrayBuffer());
    } catch {
      self.postMessage({ unreadable: true });
      return;
    }
  }
  try {
    const [words, made] = answer(job, text, read, (percent) => self.postMessage({ percent }));
    self.postMessage({ text: words, bytes: made }, [made.buffer]);
  } catch (reason) {
    // A string is a reason of ours; anything else is the program's end: no memory, or a fault.
    self.postMessage(typeof reason === "string" ? { refused: reason } : { died: String(reason) });
  }
});
