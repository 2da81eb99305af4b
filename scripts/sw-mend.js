// What the service worker keeps may be damaged or gone: a disk that was full, a browser that made room. Every file's name or
// revision carries its hash, so that it is known which, and those are fetched again.
import { cacheNames } from "workbox-core";
import { getCacheKeyForURL } from "workbox-precaching";

/** The start of the SHA-256 of a file, in its name. */
const IN_NAME = /-([0-9a-f]{16})\.\w+$/;

async function isWhole(response, hash) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("").startsWith(hash);
}

/** Fetches again what is damaged or missing of `files`, the list of what is kept. Answers how many are whole again. */
export async function mend(files) {
  let mended = 0;
  for (const { url, revision } of files) {
    const hash = revision ?? url.match(IN_NAME)?.[1];
    const key = getCacheKeyForURL(url);
    if (!hash || !key) continue;
    const kept = await caches.match(key);
    if (kept && (await isWhole(kept, hash))) continue;
    const fresh = await fetch(url, { cache: "reload" }).catch(() => undefined);
    // Without a network, or from a server with another version, what is here stays.
    if (!fresh?.ok || fresh.redirected || !(await isWhole(fresh, hash))) continue;
    await (await caches.open(cacheNames.precache)).put(key, fresh);
    mended += 1;
  }
  return mended;
}
