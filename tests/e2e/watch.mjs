// What every page of every test is watched for: errors in the console, uncaught ones, and whatever the Content-Security-Policy
// stopped or would have stopped. Each fails the test that it happened in.
//
// The fixture `errors` of support.mjs begins and ends it. Every context that Playwright makes here is watched: that of the test, those
// of `browser.newContext`, and those of `openProfile`.

/** What the browser itself says when the server is away: expected in these tests. */
const NETWORK_GONE = /net::ERR_(CONNECTION|INTERNET|FAILED|EMPTY_RESPONSE|ABORTED|SOCKET|CONTENT_LENGTH|INCOMPLETE)|Failed to fetch|Failed to update a ServiceWorker/;

/** An answer of the endpoint that is no success: what to make of it is the app's, and the tests look at that. */
const ANSWERED = /the server responded with a status of (4\d\d|503)/;

/** How a violation of the policy is told apart from what the browser says of it. */
export const VIOLATION = "Content-Security-Policy:";

/** The errors of the test that runs: a worker runs one at a time. */
let found = [];
let watched = new Set();

/** Says every violation of a policy, enforced or only reported, as an error. Runs in the page before anything of it. */
function tellViolations(mark) {
  const seen = (event) => {
    const { disposition, effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
    console.error(`${mark} ${disposition} ${effectiveDirective}, ${blockedURI} at ${sourceFile}:${lineNumber} ${sample}`);
  };
  // On the window and in the capture phase nothing of the page comes before it, or stops it.
  window.addEventListener("securitypolicyviolation", seen, true);
}

/** Collects the errors of every page of a context. Once for each context. */
export async function watch(context) {
  if (watched.has(context)) return;
  watched.add(context);
  context.on("console", (message) => {
    const answered = ANSWERED.test(message.text()) && message.location().url.includes("/api/");
    if (message.type() === "error" && !answered && !NETWORK_GONE.test(message.text())) {
      found.push(`${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => found.push(String(error.error())));
  context.on("close", () => watched.delete(context));
  await context.addInitScript(tellViolations, VIOLATION);
}

/** Begins a test; answers the list that its errors come into. */
export function begin() {
  found = [];
  return found;
}

/** Waits until all that pages have said so far has arrived. */
export async function heard() {
  const pages = [...watched].flatMap((context) => context.pages());
  await Promise.all(pages.map((page) => page.evaluate(() => {}).catch(() => {})));
}
