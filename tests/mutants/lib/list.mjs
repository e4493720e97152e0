/** The mutants that cargo-mutants makes of the engine, each with a number and a name that outlives a moved line. */
import { execFileSync } from "node:child_process";

const ABSENT = "cargo-mutants is not there: `cargo install cargo-mutants --locked` fetches it";

/** Every mutant, in the order of cargo-mutants; number 0 is the engine as it is. */
export function list() {
  let said;
  try {
    const words = ["mutants", "--list", "--json"];
    said = execFileSync("cargo", words, { encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    throw new Error(/no such command/.test(error.stderr) ? ABSENT : error.stderr || error.message);
  }
  const times = new Map();
  return JSON.parse(said).map((mutant, at) => {
    const plain = `${mutant.file.replace("src/engine/", "")} ${mutant.name.replace(/^\S+?:\d+:\d+: /, "")}`;
    const time = (times.get(plain) ?? 0) + 1;
    times.set(plain, time);
    const { file, span, replacement } = mutant;
    return { number: at + 1, name: time > 1 ? `${plain}, number ${time}` : plain, file, span, replacement, within: mutant.function };
  });
}
