// The service worker: keeps the whole app on the device, and changes it only when asked.
// Bundled by scripts/dist.mjs, which puts the list of files in place of PRECACHE.
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { mend } from "./sw-mend.js";
import { endSession, sendAll } from "./sw-send.js";

/* global PRECACHE */
precacheAndRoute(PRECACHE);
cleanupOutdatedCaches();

// Every page is the one document; addresses of the endpoint and of files are not pages.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("/index.html"), {
    denylist: [/^\/api\//, /\/[^/?]+\.[^/?]+$/],
  }),
);

// What is kept is looked over once in the life of this worker, when the page that woke it has what it needs. No event is held
// for it: a new version that was accepted would wait until the event is over.
const WHEN_IDLE = 10_000;
let looked = false;
self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate" || looked) return;
  looked = true;
  setTimeout(() => mend(PRECACHE), WHEN_IDLE);
});

// A page whose parts did not start asks for it at once (scripts/app-entry.js), and is told how many files are whole again.
self.addEventListener("message", (event) => {
  if (event.data?.type === "MEND") event.waitUntil(mend(PRECACHE).then((mended) => event.ports[0].postMessage(mended)));
});

// A new version waits until the app says that everything typed is written: never on install.
self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") event.waitUntil(self.skipWaiting());
});

// The first visit can go offline without a reload. A later version takes over by the message above.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// There is a network again, and something typed was not sent (src/platform/background_sync.rs says the same name): the open
// pages send it, and what they have not sent a moment later, or where none is open, is sent from here.
const A_MOMENT = 5_000;
self.addEventListener("sync", (event) => {
  if (event.tag !== "so-khoi-sync") return;
  const wake = async () => {
    const pages = await self.clients.matchAll({ type: "window" });
    for (const page of pages) page.postMessage("so-khoi-sync");
    if (pages.length) await new Promise((resume) => setTimeout(resume, A_MOMENT));
    await endSession();
    await sendAll();
  };
  event.waitUntil(wake());
});

// A file that another program shares with the installed app: kept until the page takes it (src/platform/handed_file.rs says
// the same names), which then asks what it is for. Works without a network.
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "POST" || new URL(event.request.url).pathname !== "/import") return;
  event.respondWith(
    (async () => {
      const file = (await event.request.formData()).get("file");
      if (file instanceof File) {
        const shelf = await caches.open("so-khoi-shared");
        await shelf.put("/shared-file", new Response(file));
      }
      return Response.redirect("/import", 303);
    })(),
  );
});
