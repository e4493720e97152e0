/** Running the tests with one mutant switched on, the quickest tests first, until one of them notices. */
import { spawn, execFileSync } from "node:child_process";
import { createInterface } from "node:readline";

/** These notice most of what is noticed, so they go first. */
const FIRST = /^(personas|scenarios|order|flips)::/;
/** Seconds of the processor that a mutant may use beyond ten times what the tests need. */
const PATIENCE = 30;
const MEMORY = 6_000_000; // KB
const LIMIT = 'ulimit -v "$0"; ulimit -t "$1"; shift; exec "$@"';

/** The tests in groups, with the seconds each group takes. A test that fails as things are ends everything. */
export async function groups(program, cwd) {
  const said = execFileSync(program, ["--list", "--format=terse"], { cwd, encoding: "utf8" });
  const names = said.split("\n").filter((line) => line.endsWith(": test")).map((line) => line.slice(0, -6));
  const timed = [];
  for (const name of names) {
    const began = performance.now();
    const { end } = await run(program, cwd, 0, { names: [name], seconds: 600 });
    if (end !== "survived") throw new Error(`${name} fails without any mutant (${end})`);
    timed.push({ name, seconds: (performance.now() - began) / 1000 });
  }
  const steps = [
    ({ name, seconds }) => FIRST.test(name) && seconds < 2,
    ({ seconds }) => seconds < 2,
    ({ seconds }) => seconds < 10,
    () => true,
  ];
  const rest = new Set(timed);
  return steps.map((fits) => {
    const those = [...rest].filter(fits);
    those.forEach((it) => rest.delete(it));
    const seconds = those.reduce((sum, it) => sum + it.seconds, 0);
    return { names: those.map((it) => it.name), seconds: PATIENCE + 10 * seconds };
  });
}

/** What becomes of a mutant: `noticed`, `stopped` (it ran on and on, or took all memory) or `survived`. */
export async function attempt(program, cwd, number, all) {
  for (const group of all.filter((it) => it.names.length)) {
    const ran = await run(program, cwd, number, group);
    if (ran.end !== "survived") return ran;
  }
  return { end: "survived" };
}

function run(program, cwd, number, { names, seconds }) {
  const words = ["-c", LIMIT, MEMORY, Math.ceil(seconds), program, "--exact", "--test-threads=2", ...names].map(String);
  const env = { ...process.env, MUTANT: String(number), RUST_BACKTRACE: "0" };
  const child = spawn("sh", words, { cwd, env, stdio: ["ignore", "pipe", "ignore"] });
  let by, ended, waited;
  const alarm = setTimeout(() => child.kill("SIGKILL", (waited = true)), seconds * 10_000);
  createInterface(child.stdout).on("line", (line) => {
    ended ||= line.startsWith("test result: ok");
    by ??= line.match(/^test (\S+) .*FAILED$/)?.[1];
    if (by) child.kill("SIGKILL");
  });
  return new Promise((done) => {
    child.on("close", (code, signal) => {
      clearTimeout(alarm);
      if (by) done({ end: "noticed", by });
      else if (code === 0 && ended) done({ end: "survived" });
      else if (waited || signal === "SIGKILL" || signal === "SIGXCPU") done({ end: "stopped" });
      else done({ end: "noticed", by: "the program, which breaks off" });
    });
  });
}
