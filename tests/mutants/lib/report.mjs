/**
 * Writes what became of the mutants into docs/proofs.md, with the verdict on each that survived.
 * What is remembered may be of a few files only: the rows of the others stay as they stand there,
 * unless the file has more mutants now, or fewer.
 */
import { readFileSync, writeFileSync } from "node:fs";

const DOCUMENT = "docs/proofs.md";
/** Why each survivor may survive, by its name. */
const VERDICTS = "tests/mutants/verdicts.json";
const MARKS = /(<!-- mutants -->\n)[\s\S]*?(<!-- \/mutants -->)/;
const ENDS = ["noticed", "impossible", "stopped", "survived"];

/** How many columns of numbers stand beside a name. */
const COLUMNS = ENDS.length + 2;

const row = (cells) => `| ${cells.join(" | ")} |`;

function table(heads, rows) {
  return [row(heads), row(heads.map((_, at) => (at === 0 ? "---" : "--:"))), ...rows.map(row)].join("\n");
}

/** The rows of a table that stands in the document, by their first cell. */
function standing(text) {
  const lines = (text.match(MARKS)?.[0] ?? "").split("\n").filter((line) => /^\| [^-]/.test(line));
  return new Map(lines.map((line) => line.slice(2, -2).split(" | ")).map(([name, ...cells]) => [name, cells]));
}

/** Writes the tables; whether nothing survived that nobody has judged. */
export function report(mutants, found) {
  const text = readFileSync(DOCUMENT, "utf8");
  const before = standing(text);
  const counted = (those) => {
    const ends = ENDS.map((end) => those.filter((it) => found[it.name]?.end === end).length);
    return [those.length, ...ends, those.length - ends.reduce((sum, count) => sum + count, 0)];
  };
  const kept = new Set();
  const modules = [...new Set(mutants.map((it) => it.file))].map((file) => {
    const name = `\`${file.replace("src/engine/", "")}\``;
    const those = mutants.filter((it) => it.file === file);
    const earlier = before.get(name)?.map(Number);
    const stays = earlier?.[0] === those.length && !those.some((it) => found[it.name]);
    if (stays) kept.add(file);
    return [name, ...(stays ? earlier : counted(those))];
  });
  const sums = Array.from({ length: COLUMNS }, (_, at) => modules.reduce((sum, cells) => sum + cells[at + 1], 0));
  const heads = ["module", "mutants", "noticed", "do not compile", "never end, or take all memory", "survive", "not tried"];
  const verdicts = JSON.parse(readFileSync(VERDICTS, "utf8"));
  const escaped = (name) => name.replaceAll("|", "\\|");
  const survived = (it) => (kept.has(it.file) ? before.has(escaped(it.name)) : found[it.name]?.end === "survived");
  const survivors = mutants.filter(survived);
  const open = survivors.filter((it) => !verdicts[it.name]);
  const judged = survivors.map((it) => [escaped(it.name), verdicts[it.name] ?? "**not judged yet**"]);
  const told = [
    table(heads, [...modules, ["together", ...sums]]),
    judged.length ? [row(["survivor", "why no test notices it"]), row(["---", "---"]), ...judged.map(row)].join("\n") : "None survives.",
  ].join("\n\n");
  writeFileSync(DOCUMENT, text.replace(MARKS, (_, begin, end) => `${begin}\n${told}\n\n${end}`));
  for (const it of open) console.log(`survived, and nobody has said why: ${it.name}`);
  for (const name of Object.keys(verdicts).filter((name) => found[name] && found[name].end !== "survived")) {
    console.log(`is noticed by now, so it needs no verdict: ${name}`);
  }
  return open.length === 0;
}
