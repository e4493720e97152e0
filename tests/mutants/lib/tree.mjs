/**
 * A copy of the sources in which every mutant is compiled in and one number switches one of them on:
 * a function with mutants becomes a choice between its body and its changed bodies.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const SWITCH = `
/// The number of the mutant that is switched on.
pub fn mutant() -> u32 {
    static ON: std::sync::LazyLock<u32> = std::sync::LazyLock::new(|| {
        std::env::var("MUTANT").ok().and_then(|number| number.parse().ok()).unwrap_or(0)
    });
    *ON
}
`;

/** Copies what git knows of, as it lies in the working tree. */
export function copy(tree) {
  for (const folder of ["src", "tests", "examples", "knowledge"]) rmSync(path.join(tree, folder), { recursive: true, force: true });
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { encoding: "utf8", maxBuffer: 2 ** 26 });
  for (const file of files.split("\0").filter(Boolean)) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    copyFileSync(file, path.join(tree, file));
  }
}

/** Puts the sources back as they are, because some tests read them. */
export function restore(tree, mutants) {
  for (const file of new Set([...mutants.map((it) => it.file), "src/engine/mod.rs"])) copyFileSync(file, path.join(tree, file));
}

/** Writes the mutants into the copy and tells on which lines each of them stands. */
export function plant(tree, mutants) {
  const places = [];
  for (const file of new Set(mutants.map((it) => it.file))) {
    const those = mutants.filter((it) => it.file === file);
    let [text, line, done] = ["", 1, 0];
    const put = (piece, number) => {
      const from = line;
      line += piece.split("\n").length - 1;
      text += piece;
      if (number) places.push({ file, from, to: line, number });
    };
    const source = readFileSync(file, "utf8");
    for (const { start, open, end, all } of functions(source, those)) {
      put(source.slice(done, start) + source.slice(start, open).replace(/\bconst (?=(unsafe )?fn )/, ""));
      put("{ match crate::engine::mutant() {\n");
      // The bodies of `impl Iterator` have types of their own, so what they yield is gathered.
      const yielded = all[0].within.return_type.match(/^-> impl Iterator<Item ?= ?(.*)>/)?.[1];
      const arm = (body) => (yielded ? `{ let all: Vec<${yielded}> = (${body}).collect(); all.into_iter() }` : body);
      for (const it of all) {
        const body = source.slice(open, it.start) + it.replacement + source.slice(it.end, end);
        put(`${it.number} => ${arm(body)}`, it.number);
        put("\n");
      }
      put(`_ => ${arm(source.slice(open, end))}\n} }`);
      done = end;
    }
    put(source.slice(done));
    writeFileSync(path.join(tree, file), text);
  }
  const door = path.join(tree, "src/engine/mod.rs");
  writeFileSync(door, readFileSync(door, "utf8") + SWITCH);
  return places;
}

/** The functions that have mutants, outermost only, with where each mutant stands in the text. */
function functions(source, mutants) {
  const starts = [0];
  for (const line of source.split("\n")) starts.push(starts.at(-1) + line.length + 1);
  const place = ({ line, column }) => {
    const begin = starts[line - 1];
    return begin + [...source.slice(begin, starts[line])].slice(0, column - 1).join("").length;
  };
  const found = [];
  const order = mutants.map((it) => ({ ...it, start: place(it.span.start), end: place(it.span.end) }));
  for (const it of order.sort((a, b) => a.start - b.start)) {
    const [start, end] = [place(it.within.span.start), place(it.within.span.end)];
    const outer = found.find((one) => one.start <= start && end <= one.end);
    if (outer) outer.all.push(it);
    else found.push({ start, open: opening(source, start), end, all: [it] });
  }
  return found;
}

/** Where the body of a function begins: after its comments, its attributes and its head. */
function opening(source, start) {
  let at = start;
  for (;;) {
    at += source.slice(at).match(/^\s*/)[0].length;
    if (source.startsWith("//", at)) at = source.indexOf("\n", at);
    else if (source.startsWith("#[", at)) {
      let depth = 0;
      do depth += { "[": 1, "]": -1 }[source[at]] ?? 0;
      while (++at && depth > 0);
    } else return source.indexOf("{", at);
  }
}
