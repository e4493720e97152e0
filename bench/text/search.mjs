/**
 * Search libraries over the problems' names and descriptions: `node bench/text/search.mjs FOLDER [split …]`.
 *
 * They learn nothing; the texts are those on which the classifiers are measured.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";

const root = new URL("../../", import.meta.url);
const [folder, ...splits] = process.argv.slice(2);
const lines = (path) => readFileSync(new URL(path, root), "utf8").split("\n").filter((line) => line.trim());

const documents = readdirSync(new URL("knowledge/problems/", root))
  .filter((name) => name.endsWith(".toml"))
  .map((name) => {
    const field = (key) =>
      lines(`knowledge/problems/${name}`).find((line) => line.startsWith(`${key} = `))?.split(" = ").slice(1).join(" = ") ?? "";
    const both = (key) => `${field(`${key}.zh`)} ${field(`${key}.en`)}`;
    return { id: name.replace(".toml", ""), name: both("name"), description: both("description") };
  });

/** Words of Latin letters, and single Chinese characters with their pairs. */
function tokens(text) {
  const words = text.toLowerCase().match(/[a-z0-9']+|[\u3400-\u9fff]/g) ?? [];
  const pairs = text.match(/[\u3400-\u9fff]{2,}/g) ?? [];
  return [...words, ...pairs.flatMap((run) => [...run].slice(1).map((c, at) => run[at] + c))];
}

const mini = new MiniSearch({ fields: ["name", "description"], tokenize: tokens, searchOptions: { boost: { name: 2 }, fuzzy: 0.1 } });
mini.addAll(documents);
const fuse = new Fuse(documents, { keys: [{ name: "name", weight: 2 }, "description"], threshold: 0.8, ignoreLocation: true, includeScore: true });

const development = lines("tests/native/devset/dev.jsonl").map((line) => JSON.parse(line));
const held = splits.flatMap((split) => split.split("+")).flatMap((author) => lines(`training/${author}.jsonl`).map((line) => JSON.parse(line)));
const methods = {
  "MiniSearch over the records": (text) => mini.search(text).slice(0, 3).map((hit) => hit.id),
  "Fuse.js over the records": (text) => fuse.search(text).slice(0, 3).map((hit) => hit.item.id),
};
const rows = [];
for (const [method, find] of Object.entries(methods)) {
  for (const [split, texts] of [["development", development], ["held out", held]]) {
    const started = performance.now();
    let [first, three] = [0, 0];
    for (const { text, primary, also_ok } of texts) {
      const good = (id) => id === primary || also_ok.includes(id);
      const found = find(text);
      first += good(found[0]);
      three += found.some(good);
    }
    const percent = (hits) => (100 * hits) / texts.length;
    const each = (performance.now() - started) / texts.length;
    rows.push({ method, split, first: percent(first), three: percent(three), each });
    console.log(method.padEnd(48) + split.padEnd(14) + percent(first).toFixed(1).padStart(7) + percent(three).toFixed(1).padStart(7));
  }
}
writeFileSync(path.join(folder, "search.json"), JSON.stringify({ rows }));
