// Starts the app. Bundled by scripts/dist.mjs, which also says where the wasm stands.
import init from "so-khoi-bindings";

/* global WASM_URL */
init({ module_or_path: WASM_URL }).catch((error) => {
  // The app never came up, so nothing of it can explain this: the page's own words do.
  console.error(error);
  document.getElementById("first-paint-error")?.removeAttribute("hidden");
});
