/**
 * Changes the engine in every small way cargo-mutants knows and tells which change no test notices:
 * `node tests/mutants/run.mjs FOLDER [words…]`, from the root of the checkout.
 *
 * Without words every mutant is tried; with words those whose name has one of them,
 * with `survivors` those that survived last time, with `untried` those that were never tried,
 * and with `table` none. What was found stays in FOLDER, and the tables of docs/proofs.md are
 * written from it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "./lib/build.mjs";
import { list } from "./lib/list.mjs";
import { report } from "./lib/report.mjs";
import { attempt, groups } from "./lib/tests.mjs";
import { copy } from "./lib/tree.mjs";

const [folder, ...words] = process.argv.slice(2);
const [tree, target, store] = ["tree", "target", "found.json"].map((name) => path.resolve(folder, name));
mkdirSync(tree, { recursive: true });

const mutants = list();
const before = words.length && existsSync(store) ? JSON.parse(readFileSync(store, "utf8")) : {};
const found = Object.fromEntries(mutants.filter((it) => before[it.name]).map((it) => [it.name, before[it.name]]));
const kinds = { survivors: (it) => found[it.name]?.end === "survived", untried: (it) => !found[it.name] };
const wanted = (it) => words.length === 0 || words.some((word) => kinds[word]?.(it) ?? it.name.includes(word));
const chosen = mutants.filter(wanted);
console.log(`${mutants.length} mutants, ${chosen.length} of them tried now`);

if (chosen.length) {
  copy(tree);
  const { program, out } = build(tree, target, chosen);
  const tests = await groups(program, tree);
  for (const [at, it] of chosen.entries()) {
    found[it.name] = out.has(it.number) ? { end: "impossible" } : await attempt(program, tree, it.number, tests);
    if (found[it.name].end === "survived") console.log(`${at + 1} of ${chosen.length}: survived: ${it.name}`);
    writeFileSync(store, JSON.stringify(found, null, 1));
  }
}
process.exitCode = report(mutants, found) ? 0 : 1;
