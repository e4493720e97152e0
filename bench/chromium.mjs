/**
 * Our engine in WebAssembly, in Chromium, and for the rules the fastest of the other
 * engines in the same browser: `node bench/chromium.mjs FOLDER rules|text`.
 */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startChromium } from "../tests/e2e/lib/chromium.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const [folder, subject] = process.argv.slice(2);

/** Runs in the page: loads everything and measures; must not refer to anything outside itself. */
async function inPage(subject, done) {
  try {
    const { measure } = await import("/lib/ours.mjs");
    const { default: init, Bench } = await import("/wasm/recourse_bench.js");
    const fetched = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
    await init({ module_or_path: await fetched("/wasm/recourse_bench_bg.wasm") });
    const bytes = { core: await fetched("/core.bin"), words: await fetched("/words.bin"), phrases: await fetched("/phrases.bin"), cases: await fetched("/cases.bin") };
    const groups = await (await fetch("/texts.json")).json();
    const result = await measure(Bench, subject, bytes, groups);
    if (subject === "rules") {
      const { beside } = await import("/lib/peers.mjs");
      const known = await (await fetch("/rules.json")).json();
      result.peers = await beside([await import("/peers/json-logic.mjs")], known);
    }
    done({ result });
  } catch (error) {
    done({ error: String(error) });
  }
}

for (const name of ["lib", "peers"]) cpSync(path.join(HERE, name), path.join(folder, name), { recursive: true });
// A package of node's own kind becomes one a browser takes.
const logic = readFileSync(path.join(HERE, "node_modules/json-logic-js/logic.js"), "utf8");
writeFileSync(path.join(folder, "json-logic-js.mjs"), `const exports = {}, module = { exports };\n${logic}\nexport default module.exports;\n`);
const imports = { "json-logic-js": "/json-logic-js.mjs" };
writeFileSync(path.join(folder, "index.html"), `<!doctype html><title>bench</title><script type="importmap">${JSON.stringify({ imports })}</script>`);
// Among others a page gets a clock of tenths of a millisecond; alone, of five thousandths.
const alone = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const server = await serve(folder, alone);
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
