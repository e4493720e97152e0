/** The tests, compiled once with all mutants inside; a mutant that does not compile is taken out. */
import { spawnSync } from "node:child_process";
import { plant, restore } from "./tree.mjs";

const ENVIRONMENT = { CARGO_PROFILE_TEST_OPT_LEVEL: "1", CARGO_PROFILE_DEV_OPT_LEVEL: "1", CARGO_PROFILE_DEV_DEBUG: "false" };

/** The program of the tests, and the mutants it has not got because they do not compile. */
export function build(tree, target, mutants) {
  const out = new Set();
  for (;;) {
    const there = mutants.filter((it) => !out.has(it.number));
    const places = plant(tree, there);
    const words = ["test", "--no-run", "--no-default-features", "--test=native", "--message-format=json"];
    const env = { ...process.env, ...ENVIRONMENT, CARGO_TARGET_DIR: target };
    const ran = spawnSync("cargo", words, { cwd: tree, env, encoding: "utf8", maxBuffer: 2 ** 30 });
    const messages = ran.stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
    restore(tree, mutants);
    const program = messages.find((it) => it.executable && it.target?.name === "native")?.executable;
    if (ran.status === 0 && program) return { program, out };
    const before = out.size;
    const errors = messages.filter((it) => it.message?.level === "error").map((it) => it.message);
    for (const error of errors) {
      for (const span of error.spans.filter((it) => it.is_primary)) {
        const it = places.find(({ file, from, to }) => file === span.file_name && from <= span.line_start && span.line_start <= to);
        if (it) out.add(it.number);
      }
    }
    const lost = `${errors.map((it) => it.rendered).join("\n")}\n${ran.stderr}`;
    if (out.size === before) throw new Error(`the mutants do not compile together:\n${lost.slice(0, 4000)}`);
    console.log(`${out.size} do not compile`);
  }
}
