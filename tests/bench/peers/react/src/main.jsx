import { lazy, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { Entry } from "./Entry.jsx";
import "./style.css";

const Chart = lazy(() => import("./Chart.jsx"));

createRoot(document.getElementById("root")).render(
  location.pathname.startsWith("/chart") ? (
    <Suspense>
      <Chart />
    </Suspense>
  ) : (
    <Entry />
  ),
);

// When nobody waits, as Sổ Khối does.
// The server's policy lets no text become elements, or a script's address, but through this: ECharts empties its place by it.
window.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (html === "" ? html : null),
  createScriptURL: (address) => (address === "/sw.js" ? address : null),
});
if ("serviceWorker" in navigator) addEventListener("load", () => requestIdleCallback(() => navigator.serviceWorker.register("/sw.js")));
