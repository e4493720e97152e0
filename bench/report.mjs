/**
 * Tells what was measured: `node bench/report.mjs FOLDER rules|text|page|understanding|write`.
 *
 * `write` puts every table into docs/benchmarks.md, between the marks.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const DOCUMENT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../docs/benchmarks.md");
/** How many times as fast as the fastest other engine ours is meant to be. */
const FASTER = 20;
const [folder, subject] = process.argv.slice(2);

function read(name) {
  const file = path.join(folder, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/** Nanoseconds as microseconds. */
function micros(nanos) {
  const value = nanos / 1000;
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en");
}

/** The version of another engine that was measured. */
function version(engine) {
  const lock = JSON.parse(readFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), "package-lock.json"), "utf8"));
  return lock.packages[`node_modules/${engine}`].version;
}

const times = (ratio) => `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString("en")}×`;
const verdict = (value, limit) => (value <= limit ? "holds" : "**missed**");

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = heads.map((_, at) => (at === 0 ? "---" : "--:"));
  return [heads, rule, ...rows].map(line).join("\n");
}

const TABLES = {
  rules() {
    const [native, node, chromium, peers] = ["native.json", "node.rules.json", "chromium.rules.json", "peers.json"].map(read);
    if (!native || !node || !chromium || !peers) return null;
    const best = (results, task) => {
      const engines = new Map();
      for (const it of results.filter((it) => it.task === task)) {
        const known = engines.get(it.engine);
        if (!known || it.nanos.median < known.nanos.median) engines.set(it.engine, it);
      }
      return [...engines.values()].sort((a, b) => a.nanos.median - b.nanos.median);
    };
    const ours = (key) => [
      ["native", native[key]],
      ["WebAssembly in Chromium", chromium[key]],
      ["WebAssembly in node", node[key]],
    ];
    const part = (key, task, what, more = []) => {
      const mine = ours(key);
      const beside = (where, results, own) =>
        best(results, task).map((it) => [
          `${it.engine} ${version(it.engine)} (${it.way}), in ${where}`,
          micros(it.nanos.median),
          micros(it.nanos.p95),
          times(it.nanos.median / own[key].median),
        ]);
      const rows = [
        ...mine.map(([where, nanos]) => [`Recourse, ${where}`, micros(nanos.median), micros(nanos.p95), ""]),
        ...beside("Chromium", chromium.peers, chromium),
        ...beside("node", peers.results, node),
        ...more.map(([where, nanos]) => [`Recourse, the whole plan, ${where}`, micros(nanos.median), micros(nanos.p95), ""]),
      ];
      const [inChromium] = best(chromium.peers, task);
      const [inNode] = best(peers.results, task);
      const ratios = [inNode, inChromium, inNode].map((it, at) => it.nanos.median / mine[at][1].median);
      const judged = (ratio) => (task === "whole" ? `${times(ratio)} (at least ${FASTER}×: ${verdict(FASTER, ratio)})` : times(ratio));
      return [
        table([what, "median µs", "95 % µs", "as long as ours in the same place"], rows),
        `Ours against the fastest of the others, ${inNode.engine}: natively ${judged(ratios[0])}, both in Chromium ${judged(ratios[1])}, both in node ${judged(ratios[2])}.`,
      ].join("\n\n");
    };
    const doors = [node.doors, chromium.doors].map((nanos) => micros(nanos.median));
    const growth = native.scale.map((row, at) => [
      `${row.times}×: ${row.problems.toLocaleString("en")} problems, ${row.channels.toLocaleString("en")} channels, ${row.facts.toLocaleString("en")} facts`,
      ...[native, node, chromium].map(({ scale }) => `${micros(scale[at].plan.median)} (${times(scale[at].plan.median / scale[0].plan.median)})`),
      `${Math.round(row["look-up"].all.median / row["look-up"].records)} ns`,
    ]);
    const isLinear = [native, node, chromium].every(({ scale }) => scale.every((row) => row.plan.median <= row.times * scale[0].plan.median));
    return [
      `${native.cases.toLocaleString("en")} cases. Every answer compared was as ours: ${[...peers.results, ...chromium.peers.map((it) => ({ ...it, way: `${it.way}, in Chromium` }))].map((it) => `${it.compared.toLocaleString("en")} of ${it.engine} (${it.task === "bare" ? "which rungs hold" : "with reasons"}, ${it.way})`).join("; ")}.`,
      part("judge", "bare", "which rungs hold: the rules alone"),
      part("findings", "whole", "how every rung stands, with reasons", ours("plan")),
      `Asked for one by one from JavaScript, with the doors handed over: ${doors[0]} µs in node, ${doors[1]} µs in Chromium.`,
      `At most 200 µs for a recommendation in WebAssembly in Chromium, slowest batch ${micros(chromium.plan.max)} µs: ${verdict(chromium.plan.max, 200_000)}.`,
      `From the pack of the records (${native.bytes.toLocaleString("en")} bytes) to an engine that can be asked: ${micros(chromium.decode.first)} µs in Chromium the first time, as in a page, ${micros(chromium.decode.again.median)} µs later; in node ${micros(node.decode.again.median)} µs, natively ${micros(native.decode.median)} µs.`,
      table(["knowledge", "native µs", "node µs", "Chromium µs", "a look-up by id, native"], growth),
      `No faster than linear: ${isLinear ? "holds" : "**missed**"}.`,
    ].join("\n\n");
  },
  text() {
    const [native, node, chromium] = ["native.json", "node.text.json", "chromium.text.json"].map(read);
    if (!native || !node || !chromium) return null;
    const rows = native.hear.map(({ length, language, nanos }, at) => {
      const cells = [nanos, node.hear[at].nanos, chromium.hear[at].nanos].map((it) => `${micros(it.median)} (${micros(it.p95)})`);
      return [`${typeof length === "number" ? `${length.toLocaleString("en")} characters` : length}, ${language}`, ...cells];
    });
    const slowest = Math.max(...chromium.hear.filter(({ length }) => length === 500).map(({ nanos }) => nanos.max));
    return [
      table(["text", "native µs (95 %)", "node µs (95 %)", "Chromium µs (95 %)"], rows),
      `At most 1 ms for 500 characters in WebAssembly in Chromium, slowest text ${micros(slowest)} µs: ${verdict(slowest, 1e6)}.`,
    ].join("\n\n");
  },
  understanding() {
    const [classifiers, search] = ["classifiers.json", "search.json"].map(read);
    if (!classifiers || !search) return null;
    const all = [...classifiers.rows, ...search.rows];
    const methods = [...new Set(["Recourse", ...all.map(({ method }) => method)])];
    const row = (method) => {
      const on = (split) => all.find((it) => it.method === method && it.split === split);
      const cells = ["development", "held out"].map(on).flatMap(({ first, three }) => [first, three]);
      return [method, ...cells.map((share) => share.toFixed(1))];
    };
    const heads = ["method", "development: first", "first three", "held-out authors: first", "first three"];
    const strangers = classifiers.splits.map((split) => split.replaceAll("+", ", ")).join("; ");
    return `Per cent right. Held out together: ${strangers}.\n\n${table(heads, methods.map(row))}`;
  },
  page() {
    const page = read("page.json");
    if (!page) return null;
    const limit = 50;
    const rows = page.rows.map(({ event, there, seen }) => {
      const values = [there.median, there.p95, seen.median, seen.p95, seen.max].map((value) => value.toFixed(1));
      return [event, seen.count, ...values, verdict(seen.p95, limit)];
    });
    const heads = ["event", "times", "there: median ms", "95 %", "seen: median ms", "95 %", "slowest", `95 % seen within ${limit} ms`];
    const seconds = (value) => (value / 1000).toFixed(2);
    const cold = page.cold.map(({ name, paint, usable, answered, bytes, whole }) => [
      name,
      // Nothing has come whole where everything is one file.
      ...[bytes, whole].map((it) => (it.median > 0 ? `${(it.median / 1000).toFixed(0)} KB` : "–")),
      ...[paint, usable, answered].flatMap((it) => (it.median === null ? ["–", "–"] : [seconds(it.median), seconds(it.max)])),
    ]);
    const [{ paint, usable, answered }] = page.cold;
    return [
      `Processor ÷${page.slower}, slow 4G (1.6 Mbit/s, 150 ms), nothing cached, ${paint.count} times:`,
      table(["opening", "fetched until usable", "until candidates", "first paint: median s", "slowest", "usable: median s", "slowest", "first candidates: median s", "slowest"], cold),
      `First paint, which is when the help can be read, within 0.9 s: ${verdict(paint.median, 900)}. Usable within 2.0 s: ${verdict(usable.median, 2000)}. The program's candidates for words typed at once within 2.0 s: ${verdict(answered.median, 2000)}.`,
      `Processor ÷${page.slower}, on this machine's own network:`,
      table(heads, rows),
      `Memory of the module after a whole journey: ${(page.memory / 1024 / 1024).toFixed(1)} MiB; at most 32 MiB: ${verdict(page.memory, 32 * 1024 * 1024)}.`,
    ].join("\n\n");
  },
};

if (subject === "write") {
  let text = readFileSync(DOCUMENT, "utf8");
  for (const [name, tell] of Object.entries(TABLES)) {
    const told = tell();
    const marks = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!told) console.log(`${name}: nothing was measured yet, so its table stays`);
    else text = text.replace(marks, (_, open, close) => `${open}\n${told}\n\n${close}`);
  }
  writeFileSync(DOCUMENT, text);
} else {
  console.log(`\n${TABLES[subject]() ?? "nothing was measured"}\n`);
}
