/** Writes what became of the mutants into docs/proofs.md, with the verdict on each that survived. */
import { readFileSync, writeFileSync } from "node:fs";

const DOCUMENT = "docs/proofs.md";
/** Why each survivor may survive, by its name. */
const VERDICTS = "tests/mutants/verdicts.json";
const MARKS = /(<!-- mutants -->\n)[\s\S]*?(<!-- \/mutants -->)/;
const ENDS = ["noticed", "impossible", "stopped", "survived"];

const row = (cells) => `| ${cells.join(" | ")} |`;

function table(heads, rows) {
  return [row(heads), row(heads.map((_, at) => (at === 0 ? "---" : "--:"))), ...rows.map(row)].join("\n");
}

/** Writes the tables; whether nothing survived that nobody has judged. */
export function report(mutants, found) {
  const counted = (those) => {
    const ends = ENDS.map((end) => those.filter((it) => found[it.name]?.end === end).length);
    return [those.length, ...ends, those.length - ends.reduce((sum, count) => sum + count, 0)];
  };
  const modules = [...new Set(mutants.map((it) => it.file))].map((file) => {
    return [`\`${file.replace("src/engine/", "")}\``, ...counted(mutants.filter((it) => it.file === file))];
  });
  const heads = ["module", "mutants", "noticed", "do not compile", "never end, or take all memory", "survive", "not tried"];
  const verdicts = JSON.parse(readFileSync(VERDICTS, "utf8"));
  const survivors = mutants.filter((it) => found[it.name]?.end === "survived");
  const open = survivors.filter((it) => !verdicts[it.name]);
  const judged = survivors.map((it) => [it.name.replaceAll("|", "\\|"), verdicts[it.name] ?? "**not judged yet**"]);
  const told = [
    table(heads, [...modules, ["together", ...counted(mutants)]]),
    judged.length ? [row(["survivor", "why no test notices it"]), row(["---", "---"]), ...judged.map(row)].join("\n") : "None survives.",
  ].join("\n\n");
  const text = readFileSync(DOCUMENT, "utf8");
  writeFileSync(DOCUMENT, text.replace(MARKS, (_, begin, end) => `${begin}\n${told}\n\n${end}`));
  for (const it of open) console.log(`survived, and nobody has said why: ${it.name}`);
  for (const name of Object.keys(verdicts).filter((name) => found[name] && found[name].end !== "survived")) {
    console.log(`is noticed by now, so it needs no verdict: ${name}`);
  }
  return open.length === 0;
}
