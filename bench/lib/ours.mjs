/** Our engine in WebAssembly, timed in whatever runs this: node or a browser. */
import { batches } from "./clock.mjs";

const TOGETHER = 50;
/** One case in so many is tried in more knowledge. */
const THIN = 500;
const TIMES = [1, 10, 100];

/** From the bytes of the pack to records: the first time, as in a page, and once that has become quick. */
export async function decoding(Bench, { core }) {
  const started = performance.now();
  if (!Bench.decode(core, 1)) throw new Error("the pack of the records is damaged");
  const first = Math.round((performance.now() - started) * 1e6);
  return { first, again: await batches(1, 1, (from, until, rounds) => Bench.decode(core, rounds)) };
}

/** Whole plans, the rules alone, and plans asked for and handed over one by one. */
export async function plans(Bench, { core, words, phrases, cases }) {
  const bench = new Bench(core, words, phrases, cases);
  const count = bench.cases();
  const plan = (from, until, rounds) => bench.plan(from, until, rounds);
  const findings = (from, until, rounds) => bench.findings(from, until, rounds);
  const judge = (from, until, rounds) => bench.judge(from, until, rounds);
  const doors = (from, until, rounds) => {
    for (let round = 0; round < rounds; round += 1) for (let at = from; at < until; at += 1) bench.doors(at);
  };
  const timed = (work) => batches(count, TOGETHER, work);
  const result = { cases: count, plan: await timed(plan), findings: await timed(findings), judge: await timed(judge), doors: await timed(doors) };
  bench.free();
  return result;
}

/** Whether WebAssembly judges every case as the native engine did; the first that differs. */
export function differing(Bench, { core, words, phrases, cases }, expected) {
  const bench = new Bench(core, words, phrases, cases);
  const differs = expected.findIndex((places, at) => JSON.stringify([...bench.holds(at)]) !== JSON.stringify(places));
  bench.free();
  return differs;
}

/** Plans and look-ups in ten and a hundred times the knowledge. */
export async function scale(Bench, { core, words, phrases, cases }) {
  const rows = [];
  for (const times of TIMES) {
    const bench = new Bench(core, words, phrases, cases);
    bench.thin(THIN);
    bench.scale(times);
    const plan = (from, until, rounds) => bench.plan(from, until, rounds);
    const lookUp = (from, until, rounds) => {
      for (let round = 0; round < rounds; round += 1) bench.lookUp();
    };
    const records = bench.lookUp();
    rows.push({ times, plan: await batches(bench.cases(), 1, plan), "look-up": { records, all: await batches(1, 1, lookUp) } });
    bench.free();
  }
  return rows;
}

/** Texts by length and language. */
export async function texts(Bench, { core, words, phrases, cases }, groups) {
  const bench = new Bench(core, words, phrases, cases);
  const rows = [];
  for (const { length, language, texts } of groups) {
    const hear = (from, until, rounds) => {
      for (let at = from; at < until; at += 1) bench.hear(texts[at], rounds);
    };
    rows.push({ length, language, nanos: await batches(texts.length, 1, hear) });
  }
  bench.free();
  return rows;
}

/** All that one subject asks for. */
export async function measure(Bench, subject, bytes, groups) {
  if (subject === "text") return { hear: await texts(Bench, bytes, groups) };
  const decode = await decoding(Bench, bytes);
  return { decode, ...(await plans(Bench, bytes)), scale: await scale(Bench, bytes) };
}
