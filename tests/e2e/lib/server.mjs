/** Serves a folder on this machine and keeps a log of everything asked for. */
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";

/** What a server calls each kind of file. */
export const KINDS = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Starts a server; `asked` holds the path of every request, in order; what is in `held` is never answered. */
export async function serve(folder, headers = {}) {
  const asked = [];
  const held = new Set();
  const root = path.resolve(folder);
  const server = createServer(async (request, response) => {
    asked.push(request.url);
    const { pathname } = new URL(request.url, "http://localhost");
    if (held.has(pathname)) return;
    const file = path.join(root, pathname === "/" ? "index.html" : decodeURIComponent(pathname));
    const kind = KINDS[path.extname(file)] ?? "application/octet-stream";
    const packed = /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    try {
      if (!file.startsWith(root + path.sep)) throw new Error("outside");
      const small = packed ? await readFile(`${file}.br`).catch(() => null) : null;
      const body = small ?? (await readFile(file));
      const encoding = small ? { "content-encoding": "br" } : {};
      response.writeHead(200, { "content-type": kind, "cache-control": "no-cache", ...encoding, ...headers });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    asked,
    held,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
