/** The page opens without a network, changes versions as a whole or not at all, and keeps only its own files. */
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withCopy } from "../lib/copy.mjs";
import { open, SCAM, speak, wholePlan } from "../lib/ways.mjs";

/** Runs a test on a site of its own, which it may change and switch off. */
function site(test) {
  // A changed file must not be hidden by its packed copy.
  const unpack = (folder) => {
    for (const name of ["index.html", "sw.js", "manifest.webmanifest"]) {
      for (const ending of ["br", "gz"]) rmSync(path.join(folder, `${name}.${ending}`), { force: true });
    }
  };
  return (things) => withCopy(things, unpack, test);
}

const sum = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** Puts a newer version on the site, whose title is `title`; with `isTorn` its page is not yet there. */
function release(folder, title, isTorn = false) {
  const [index, worker] = ["index.html", "sw.js"].map((name) => path.join(folder, name));
  const old = readFileSync(index, "utf8");
  const fresh = old.replace(/<title>[^<]*/, `<title>${title}`);
  writeFileSync(worker, readFileSync(worker, "utf8").replace(sum(old), sum(fresh)).replace(/BUILD = "[^"]*"/, `BUILD = "${title}"`));
  if (!isTorn) writeFileSync(index, fresh);
}

const caches_of = (page) => page.run("return caches.keys()");

/** The first visit, until everything is kept. */
async function visit(page) {
  await open(page, "/");
  await page.until(() => page.run("return navigator.serviceWorker.getRegistration().then((kept) => Boolean(kept?.active))"), "the page should be kept", 20_000);
}

/** Closes the page and opens it again. */
async function again(page) {
  await page.driver.get("about:blank");
  await open(page, "/");
}

const title = (page) => page.run(() => document.title);

export default {
  "the second visit needs no network, in any language, to the end of a plan": site(async ({ page, server, check }) => {
    await visit(page);
    await page.driver.get("about:blank");
    server.stop();
    await open(page, "/");
    await page.type("story", SCAM);
    await page.press("candidate", { id: "pay-scam-transfer" });
    await wholePlan(page);
    await speak(page, "en");
    check.has(await page.text("urgent"), "110");
  }),

  "it keeps exactly the files on its list, each with its own content": site(async ({ page, folder, check }) => {
    await visit(page);
    const kept = await page.run(`return (async () => {
      const [name, ...others] = await caches.keys();
      if (others.length > 0) return others;
      const cache = await caches.open(name);
      const list = {};
      for (const request of await cache.keys()) {
        const bytes = await (await cache.match(request)).arrayBuffer();
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
        list[new URL(request.url).pathname.slice(1)] = "sha384-" + btoa(String.fromCharCode(...digest));
      }
      return list;
    })()`);
    const [, list] = /FILES = (\{[^}]*\})/.exec(readFileSync(path.join(folder, "sw.js"), "utf8"));
    check.equal(kept, JSON.parse(list));
    check.ok(Object.keys(kept).length > 10, "the list should hold the page, its program and its packs");
  }),

  "a newer version says so on the first screen only, and is there at the next start": site(async ({ page, folder, check }) => {
    await visit(page);
    const old = await title(page);
    release(folder, "newer");
    await again(page);
    check.equal(await title(page), old, "the old version stays until the page is closed");
    await page.rc("newer", { patience: 20_000 });
    await page.type("story", SCAM);
    await page.press("candidate", { id: "pay-scam-transfer" });
    await page.rc("plan");
    check.equal((await page.rcAll("newer")).length, 0, "nobody is told of versions in the middle of a plan");
    await again(page);
    await page.until(async () => {
      if ((await title(page)) === "newer") return true;
      await again(page);
      return false;
    }, "the newer version should be there at the next start", 20_000);
    await page.until(async () => (await caches_of(page)).length === 1, "the old version should be gone");
    check.equal(await caches_of(page), ["recourse-newer"]);
  }),

  "a version that arrives torn is never used": site(async ({ page, folder, server, check }) => {
    await visit(page);
    const [old, kept] = [await title(page), await caches_of(page)];
    release(folder, "torn", true);
    await again(page);
    const asked = () => server.asked.filter((url) => url === "/index.html").length;
    await page.until(() => asked() > 1, "the newer version should have been tried", 20_000);
    await page.until(async () => (await caches_of(page)).length === 1, "what arrived should be thrown away");
    check.equal(await caches_of(page), kept);
    await page.driver.get("about:blank");
    server.stop();
    await open(page, "/");
    check.equal(await title(page), old);
    check.equal((await page.rcAll("newer")).length, 0);
  }),

  "a version that breaks off half-way is never used": site(async ({ page, folder, server, check }) => {
    await visit(page);
    const kept = await caches_of(page);
    release(folder, "broken-off");
    rmSync(path.join(folder, "manifest.webmanifest"));
    await again(page);
    await page.until(() => server.asked.filter((url) => url === "/manifest.webmanifest").length > 1, "the newer version should have been tried", 20_000);
    await page.until(async () => (await caches_of(page)).length === 1, "what arrived should be thrown away");
    check.equal(await caches_of(page), kept);
    server.stop();
    await again(page);
    await page.type("story", SCAM);
    await page.rc("emergency");
  }),

  "a version whose worker is killed while it arrives is never mixed in, and arrives whole another time": site(async ({ page, folder, server, check }) => {
    await visit(page);
    const old = await title(page);
    release(folder, "killed");
    server.held.add("/manifest.webmanifest");
    await again(page);
    await page.until(async () => (await caches_of(page)).includes("recourse-killed"), "the newer version should be arriving", 20_000);
    await page.command("ServiceWorker.enable");
    await page.command("ServiceWorker.stopAllWorkers");
    for (let times = 0; times < 2; times += 1) {
      await again(page);
      check.equal(await title(page), old, "the old version stays whole");
      check.equal((await page.rcAll("newer")).length, 0);
    }
    await page.type("story", SCAM);
    await page.rc("emergency");
    server.held.clear();
    // The browser looks for it anew at a start; on a busy machine not at the very first.
    await page.until(async () => {
      await again(page);
      return page.rc("newer", { patience: 10_000 }).then(() => true, () => false);
    }, "the newer version should arrive", 60_000);
    await page.until(async () => {
      if ((await title(page)) === "killed") return true;
      await again(page);
      return false;
    }, "the newer version should be there at the next start", 20_000);
    await page.until(async () => (await caches_of(page)).join() === "recourse-killed", "the old version should be gone");
    const kept = await page.run(`return caches.open("recourse-killed").then((cache) => cache.keys()).then((all) => all.map(({ url }) => new URL(url).pathname.slice(1)).sort())`);
    const [, list] = /FILES = (\{[^}]*\})/.exec(readFileSync(path.join(folder, "sw.js"), "utf8"));
    check.equal(kept, Object.keys(JSON.parse(list)).sort());
  }),

  "nothing is kept ahead for whoever saves data": site(async ({ page, server, check }) => {
    await page.before(() => Object.defineProperty(Navigator.prototype, "connection", { value: { saveData: true } }));
    await open(page, "/");
    await page.type("story", SCAM);
    await page.press("candidate", { id: "pay-scam-transfer" });
    await wholePlan(page);
    check.none(server.asked.filter((url) => url === "/sw.js" || /\/(en|zh-Hant)\./.test(url)), "this was not asked for");
    check.equal(await caches_of(page), []);
  }),

  "it does not stand between the reader and other files": site(async ({ page, server, check }) => {
    await visit(page);
    await again(page);
    const before = server.asked.length;
    await page.open("/guide/en.html", { wait: false });
    check.equal(server.asked.slice(before).filter((url) => url.startsWith("/guide/")), ["/guide/en.html"]);
  }),

  "the manifest names icons that are there": async ({ dist, check }) => {
    const manifest = JSON.parse(readFileSync(path.join(dist, "manifest.webmanifest"), "utf8"));
    check.ok(manifest.name && manifest.short_name && manifest.start_url === "./");
    for (const { src, sizes } of manifest.icons.filter(({ type }) => type === "image/png")) {
      const bytes = readFileSync(path.join(dist, src));
      check.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, `${src} should have the size it claims`);
    }
  },
};
