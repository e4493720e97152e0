/**
 * How long a reader waits for the element in somebody else's page: `node bench/embed.mjs`.
 *
 * From the moment it comes into view to the moment its field can be typed into, with
 * nothing in the cache, on slow 4G (1.6 Mbit/s, 150 ms) and with a processor slowed
 * down four times.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startChromium } from "../tests/e2e/lib/chromium.mjs";
import { Page } from "../tests/e2e/lib/page.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";
import { Watch } from "../tests/e2e/lib/watch.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const ROUNDS = 5;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** Runs in the page: brings the element into view and tells how long it took to be of use. */
function wait(done) {
  const guide = document.querySelector("recourse-guide");
  let began;
  guide.addEventListener("recourse:ready", () => requestAnimationFrame(() => setTimeout(() => done({
    took: performance.now() - began,
    bytes: performance.getEntriesByType("resource").reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  }))));
  began = performance.now();
  guide.scrollIntoView();
}

const dist = path.join(ROOT, "dist");
const server = await serve(dist);
const chromium = await startChromium();
const watch = new Watch(chromium.driver, [server.origin]);
const page = new Page({ ...chromium, watch, origin: server.origin, dist, shots: path.join(ROOT, "shots") });
await chromium.driver.manage().setTimeouts({ script: 60_000 });
const waits = [];
try {
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.command("Network.enable");
    await page.command("Network.setCacheDisabled", { cacheDisabled: true });
    await page.open("/about.json", { wait: false });
    await page.run(() => {
      const guide = document.createElement("recourse-guide");
      guide.textContent = "110";
      const far = document.createElement("div");
      far.style.height = "4000px";
      const script = Object.assign(document.createElement("script"), { type: "module", src: "/embed.js" });
      document.body.replaceChildren(far, guide, script);
    });
    await page.until(() => page.run(() => customElements.get("recourse-guide") !== undefined));
    await page.command("Network.emulateNetworkConditions", SLOW_4G);
    await page.command("Emulation.setCPUThrottlingRate", { rate: 4 });
    waits.push(await chromium.driver.executeAsyncScript(`(${wait})(...arguments)`));
    await page.command("Emulation.setCPUThrottlingRate", { rate: 1 });
    await page.command("Network.emulateNetworkConditions", { ...SLOW_4G, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  }
} finally {
  await chromium.stop();
  server.stop();
}
const took = waits.map((wait) => Math.round(wait.took)).sort((a, b) => a - b);
console.log(`from visible to interactive: ${took[Math.floor(took.length / 2)]} ms (${took.join(", ")}); ${waits[0].bytes} bytes in all`);
