// The service worker: keeps the whole app on the device, and changes it only when asked.
// Bundled by scripts/dist.mjs, which puts the list of files in place of PRECACHE.
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

/* global PRECACHE */
precacheAndRoute(PRECACHE);
cleanupOutdatedCaches();

// Every page is the one document; addresses of the endpoint and of files are not pages.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("/index.html"), {
    denylist: [/^\/api\//, /\/[^/?]+\.[^/?]+$/],
  }),
);

// A new version waits until the app says that everything typed is written: never on install.
self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") event.waitUntil(self.skipWaiting());
});

// The first visit can go offline without a reload. A later version takes over by the message above.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

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
