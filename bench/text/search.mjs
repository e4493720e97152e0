// Search libraries over the problems' names and descriptions, on the development set.
// `npm install --no-save minisearch fuse.js` in this folder first.

import { readFileSync, readdirSync } from "node:fs";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";

const root = new URL("../../", import.meta.url);
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
const methods = {
  "MiniSearch over the records": (text) => mini.search(text).slice(0, 3).map((hit) => hit.id),
  "Fuse.js over the records": (text) => fuse.search(text).slice(0, 3).map((hit) => hit.item.id),
};
for (const [name, find] of Object.entries(methods)) {
  const started = performance.now();
  let [first, three] = [0, 0];
  for (const { text, primary, also_ok } of development) {
    const good = (id) => id === primary || also_ok.includes(id);
    const found = find(text);
    first += good(found[0]);
    three += found.some(good);
  }
  const percent = (hits) => ((100 * hits) / development.length).toFixed(1).padStart(7);
  const each = ((performance.now() - started) / development.length).toFixed(2);
  console.log(name.padEnd(30) + "development".padEnd(16) + percent(first) + percent(three) + `  ${each} ms each`);
}
