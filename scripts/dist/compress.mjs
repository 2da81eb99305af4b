// A .br and a .gz beside every file that gains by it, so that the server never compresses.
import { readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const COMPRESSED = new Set([".bin", ".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest"]);
/** Below this the headers weigh more than what is saved. */
const SMALLEST = 512;

/** Compresses the files of `dir` named by `paths`; returns their sizes in bytes. */
export async function compress(dir, paths) {
  return Promise.all(
    paths.map(async (path) => {
      const bytes = readFileSync(join(dir, path));
      const size = { path, bytes: bytes.length };
      if (!COMPRESSED.has(extname(path)) || bytes.length < SMALLEST) return size;
      const [br, gz] = await Promise.all([
        promisify(brotliCompress)(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        }),
        promisify(gzip)(bytes, { level: 9 }),
      ]);
      writeFileSync(join(dir, `${path}.br`), br);
      writeFileSync(join(dir, `${path}.gz`), gz);
      return { ...size, br: br.length, gz: gz.length };
    }),
  );
}
