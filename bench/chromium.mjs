/** Our engine in WebAssembly, in Chromium: `node bench/chromium.mjs FOLDER rules|text`. */
import { copyFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startChromium } from "../tests/e2e/lib/chromium.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const [folder, subject] = process.argv.slice(2);

/** Runs in the page: loads everything and measures; must not refer to anything outside itself. */
async function inPage(subject, done) {
  try {
    const { measure } = await import("/ours.mjs");
    const { default: init, Bench } = await import("/wasm/recourse_bench.js");
    const fetched = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
    await init({ module_or_path: await fetched("/wasm/recourse_bench_bg.wasm") });
    const bytes = { core: await fetched("/core.bin"), words: await fetched("/words.bin"), cases: await fetched("/cases.bin") };
    const groups = await (await fetch("/texts.json")).json();
    done({ result: await measure(Bench, subject, bytes, groups) });
  } catch (error) {
    done({ error: String(error) });
  }
}

for (const name of ["ours.mjs", "clock.mjs"]) copyFileSync(path.join(HERE, "lib", name), path.join(folder, name));
writeFileSync(path.join(folder, "index.html"), "<!doctype html><title>bench</title>");
const server = await serve(folder);
const chromium = await startChromium();
await chromium.driver.manage().setTimeouts({ script: 120_000 });
await chromium.driver.get(server.origin);
const { result, error } = await chromium.driver.executeAsyncScript(`(${inPage})(...arguments)`, subject);
await chromium.stop();
server.stop();
if (error) {
  console.error(`in Chromium: ${error}`);
  process.exit(1);
}
writeFileSync(path.join(folder, `chromium.${subject}.json`), JSON.stringify(result));
