// A browser with a profile of its own on the disk: what it stored is there for the next one, also
// after it was killed.
import { readFileSync, readdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import { CHROMIUM } from "./chromium.mjs";
import { watch } from "./watch.mjs";

/** The browser's main process: the one with this profile that is nobody's helper. */
function pidOf(profile) {
  const found = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => {
      try {
        const args = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
        return args.includes(`--user-data-dir=${profile}`) && !args.some((arg) => arg.startsWith("--type="));
      } catch {
        return false; // It ended while we looked.
      }
    });
  if (!found) throw new Error(`no browser with the profile ${profile}`);
  return Number(found);
}

/** A process and all that it has started. */
function family(pid) {
  const children = (parent) => {
    try {
      return readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").split(" ").filter(Boolean).map(Number);
    } catch {
      return []; // It ended while we looked.
    }
  };
  return [pid, ...children(pid).flatMap(family)];
}

/** Whether a process runs; one that has ended and waits to be noticed does not. */
function runs(pid) {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** SIGKILL to a process and all that it has started, as when the power goes; waits until none of them runs. */
async function killFamily(pid) {
  const all = family(pid);
  for (const one of all) {
    try {
      process.kill(one, "SIGKILL");
    } catch {
      // It has gone with its parent.
    }
  }
  while (all.some(runs)) await new Promise((done) => setTimeout(done, 10));
}

/**
 * Opens a browser on the folder `profile`. Returns Playwright's context, its first page, `close()` and
 * `kill()`: SIGKILL, as when the power goes.
 */
export async function openProfile(profile, options = {}) {
  const context = await chromium.launchPersistentContext(profile, {
    ...CHROMIUM,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  await watch(context);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    close: () => context.close(),
    async kill() {
      const gone = new Promise((done) => context.once("close", done));
      await killFamily(pidOf(profile));
      await gone;
    },
  };
}
