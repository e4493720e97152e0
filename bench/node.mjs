/** Our engine in WebAssembly, in node: `node bench/node.mjs FOLDER rules|text`. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { differing, measure } from "./lib/ours.mjs";

const [folder, subject] = process.argv.slice(2);
const read = (name) => readFileSync(path.join(folder, name));
// By this ending node knows what kind of script it is.
const glue = path.resolve(folder, "wasm/recourse_bench.mjs");
copyFileSync(path.join(folder, "wasm/recourse_bench.js"), glue);
const { default: init, Bench } = await import(pathToFileURL(glue).href);
await init({ module_or_path: read("wasm/recourse_bench_bg.wasm") });

const bytes = { core: read("core.bin"), words: read("words.bin"), phrases: read("phrases.bin"), cases: read("cases.bin") };
const expected = JSON.parse(read("rules.json")).cases.map(({ holds }) => holds);
const differs = differing(Bench, bytes, expected);
if (differs >= 0) {
  console.error(`WebAssembly judges case ${differs} otherwise than the native engine`);
  process.exit(1);
}
const result = await measure(Bench, subject, bytes, JSON.parse(read("texts.json")));
writeFileSync(path.join(folder, `node.${subject}.json`), JSON.stringify(result));
