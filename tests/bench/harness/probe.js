// Runs in every measured page before anything of it, the same for all: notes when a cell of the sheet can be used, when keys were
// pressed, painted and said to be saved, and what the browser says of paints, shifts, tasks and interactions.
(() => {
  const bench = (window.bench = { usable: 0, keys: [], completes: [], pressed: 0, lcp: 0, cls: 0, fcp: 0, tasks: [], interactions: [] });
  const now = () => performance.now();

  /** Calls back when the frame that is being made is on the screen. */
  bench.painted = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(now());
      port2.postMessage(0);
    });

  // The first cell is there, and was painted.
  const cell = new MutationObserver(() => {
    if (!document.querySelector('[data-spot="0:0"]')) return;
    cell.disconnect();
    bench.painted((at) => (bench.usable = at));
  });
  cell.observe(document, { childList: true, subtree: true });

  addEventListener("mousedown", (event) => (bench.pressed = event.timeStamp), true);
  addEventListener(
    "keydown",
    (event) => {
      const key = { key: event.key, at: event.timeStamp, painted: 0, said: 0 };
      bench.keys.push(key);
      bench.painted((at) => (key.painted = at));
    },
    true,
  );

  // "Saved" is said when the line says so and the device has completed a transaction since the key.
  const check = () => {
    const open = bench.keys.find(({ key, said }) => key === "Enter" && !said);
    if (!open || !bench.completes.some((at) => at > open.at)) return;
    const line = document.querySelector(".save-line")?.textContent ?? "";
    if (/Đã lưu/.test(line) && !/Đang lưu/.test(line)) open.said = now();
  };
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...given) {
    const begun = transaction.apply(this, given);
    if (given[1] === "readwrite") {
      begun.addEventListener("complete", () => {
        bench.completes.push(now());
        setTimeout(check);
      });
    }
    return begun;
  };
  new MutationObserver(check).observe(document, { childList: true, subtree: true, characterData: true });

  const watch = (type, take, more = {}) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  watch("largest-contentful-paint", (entry) => (bench.lcp = entry.startTime));
  watch("paint", (entry) => entry.name === "first-contentful-paint" && (bench.fcp = entry.startTime));
  watch("layout-shift", (entry) => entry.hadRecentInput || (bench.cls += entry.value));
  watch("longtask", ({ startTime, duration }) => bench.tasks.push({ startTime, duration }));
  watch("event", (entry) => entry.interactionId && bench.interactions.push({ name: entry.name, duration: entry.duration }), { durationThreshold: 16 });
})();
