// Starts the app. Bundled by scripts/dist.mjs, which also says where the wasm stands.
import "./trusted-types.js";
import init from "so-khoi-bindings";

/* global WASM_URL */
init({ module_or_path: WASM_URL }).catch(async (error) => {
  console.error(error);
  if (await mended()) return location.reload();
  // The app never came up, so nothing of it can explain this: the page's own words do.
  document.getElementById("first-paint-error")?.removeAttribute("hidden");
});

/** Whether the service worker found a damaged file among those it keeps, and fetched it again. */
async function mended() {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return false;
  const { port1, port2 } = new MessageChannel();
  const told = new Promise((done) => {
    port1.onmessage = ({ data }) => done(data > 0);
    setTimeout(done, 20_000, false);
  });
  worker.postMessage({ type: "MEND" }, [port2]);
  return told;
}

/** An element with a class, and what stands in it. */
function element(tag, className, ...content) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
}

/** Says, once, that a fault of ours ended the app: what still stands on the screen no longer does anything. */
function halted(error) {
  if (!(error instanceof WebAssembly.RuntimeError) || document.getElementById("halted")) return;
  const [words, again] =
    document.documentElement.lang === "en"
      ? ["Sổ Khối met a fault of its own and has stopped. Whatever it called saved is kept on this device.", "Load the page again"]
      : ["Sổ Khối gặp lỗi và đã dừng lại. Những gì đã báo “đã lưu” vẫn còn nguyên trên máy này.", "Tải lại trang"];
  const button = element("button", "button button--primary", again);
  button.addEventListener("click", () => location.reload());
  const dialog = element("dialog", "dialog", element("div", "dialog__body", element("p", "", words), element("div", "dialog__actions", button)));
  dialog.id = "halted";
  dialog.role = "alertdialog";
  dialog.ariaLabel = words;
  document.body.append(dialog);
  dialog.showModal();
}
addEventListener("error", ({ error }) => halted(error));
addEventListener("unhandledrejection", ({ reason }) => halted(reason));
