/**
 * Somebody else's site: a folder of `tests/e2e/hosts`, with our build under
 * `/recourse/` (and once more under `/again/`), served under a policy of its own.
 */
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { KINDS } from "./server.mjs";

const HOSTS = path.join(path.dirname(fileURLToPath(import.meta.url)), "../hosts");

/**
 * Starts the site. `policy` is sent with its pages, `fill` replaces `{{words}}` in
 * them, `files` stand beside its own, and `change(path, answer)` may alter an answer
 * `{ status, kind, body }` to a request for one of our files, hold it back by a promise, or
 * let it break off in the middle (`breaksOff`).
 */
async function hostSite(dist, name, { policy, fill = {}, files = {}, change = (_, answer) => answer } = {}) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const ours = /^\/(recourse|again)\/(.+)$/.exec(pathname);
    if (ours) asked.push(ours[2]);
    const file = ours ? path.join(dist, ours[2]) : path.join(HOSTS, name, pathname === "/" ? "page.html" : pathname);
    const body = files[pathname] ?? (await readFile(file).catch(() => null));
    const kind = KINDS[path.extname(file)] ?? "application/octet-stream";
    let answer = { status: body ? 200 : 404, kind, body: body ?? "" };
    if (ours) answer = await change(ours[2], answer);
    else if (kind.startsWith("text/html")) {
      let page = String(answer.body);
      for (const [hole, words] of Object.entries(fill)) page = page.replaceAll(`{{${hole}}}`, words);
      answer.body = page;
    }
    // What is named after its content may be kept for ever, as a real site lets it. What a
    // test changed may not: a later site at the same port would be given it from the cache.
    const isSound = answer.status === 200 && answer.body === body && answer.kind === kind && !answer.breaksOff;
    const keeps = isSound && ours?.[2].startsWith("assets/");
    const rules = policy && !ours ? { "content-security-policy": policy } : {};
    response.writeHead(answer.status, { "content-type": answer.kind, "cache-control": keeps ? "max-age=31536000, immutable" : "no-cache", ...rules });
    if (answer.breaksOff) response.write(answer.body.subarray(0, answer.body.length / 2), () => response.destroy());
    else response.end(answer.body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    asked,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A test on such a site: `onHost(name, options, test)`; `options` may be a function of the things. */
export function onHost(name, options, test) {
  return async (things) => {
    const { page, own, dist } = things;
    const site = await hostSite(dist, name, typeof options === "function" ? options(things) : options);
    own.push(site.origin);
    try {
      await page.driver.get(`${site.origin}/`);
      await test({ ...things, site });
    } finally {
      await page.driver.get("about:blank");
      site.stop();
    }
  };
}
