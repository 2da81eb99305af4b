// A second version of the app, made from the build under test: the same files, another build id.
import { createHash } from "node:crypto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "./server.mjs";

const sha256 = (bytes, encoding = "hex") => createHash("sha256").update(bytes).digest(encoding);

/** The build id in a dist folder's document. */
export function buildId(dist = DIST) {
  return readFileSync(join(dist, "index.html"), "utf8").match(/name="so-khoi-build" content="([^"]+)"/)[1];
}

/** Copies the build into `folder` under a new build id, service worker included. */
export function makeNextBuild(folder, id = "next-build") {
  cpSync(DIST, folder, { recursive: true });
  const document = join(folder, "index.html");
  const before = readFileSync(document);
  const after = Buffer.from(before.toString().replace(buildId(), id));
  writeFileSync(document, after);
  const worker = join(folder, "sw.js");
  const text = readFileSync(worker, "utf8");
  if (!text.includes(sha256(before))) throw new Error("the service worker does not name the document's hash");
  const next = text.replace(sha256(before), sha256(after)).replace(sha256(before, "base64"), sha256(after, "base64"));
  writeFileSync(worker, next);
  for (const name of ["index.html", "sw.js", "build.json"]) {
    for (const ending of [".br", ".gz"]) rmSync(join(folder, name + ending), { force: true });
  }
  return id;
}
