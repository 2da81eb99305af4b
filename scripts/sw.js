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
