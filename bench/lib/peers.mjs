/**
 * The same rules and cases through other engines, in node or in a browser.
 *
 * First every answer is compared with ours; one difference ends the run. Then
 * evaluation alone is timed, in the fastest of the ways each engine offers.
 */
import { batches } from "./clock.mjs";
import { mootName } from "./formula.mjs";
import * as rungs from "./rungs.mjs";

const TOGETHER = 50;
/** From so many cases the time of all is estimated. */
const SAMPLE = 100;
/** One pass over the cases takes about this long at most, in milliseconds: a slow engine gets fewer cases. */
const PATIENCE = 1500;
/** After this long, in milliseconds, the comparison begins to leave cases out: one more for each time it has passed. */
const LONG = 4000;

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** What each task asks of an engine, and whether it answered as we do. */
const tasks = (problems, facts) => ({
  bare: {
    rules: problems.map((problem) => rungs.bare(problem, facts)),
    agrees: (it, answer) => same(answer.holds, it.holds) && same(answer.urgent, it.urgent),
  },
  whole: {
    rules: problems.map((problem) => rungs.whole(problem, facts)),
    agrees: (it, answer) => same(answer.said.map(rungs.told), it.rungs.map(rungs.tidy)) && same(answer.urgent, it.urgent),
  },
});

/** Ends the run at the first answer that is not ours; tells how many were compared. */
async function compare(peer, task, way, ask, cases, prepared) {
  const started = performance.now();
  let compared = 0;
  for (let at = 0; at < cases.length; at += 1 + Math.floor((performance.now() - started) / LONG)) {
    const it = cases[at];
    const answer = await ask[it.problem](prepared[at]);
    compared += 1;
    if (!task.agrees(it, answer)) {
      const both = JSON.stringify({ it, answer }, null, 1).slice(0, 4000);
      throw new Error(`${peer.name} (${way}) answers case ${at}, of problem ${it.problem}, otherwise than we do:\n${both}`);
    }
  }
  return compared;
}

async function time(peer, ask, cases, prepared) {
  const timed = { places: [...cases.keys()] };
  const one = (at) => ask[cases[timed.places[at]].problem](prepared[timed.places[at]]);
  const work = waysToAsk(one)[peer.isConcurrent ? "atOnce" : one(0) instanceof Promise ? "inTurn" : "plainly"];
  const started = performance.now();
  await work(0, SAMPLE, 1);
  const whole = ((performance.now() - started) * cases.length) / SAMPLE;
  const step = Math.ceil(whole / PATIENCE);
  timed.places = timed.places.filter((at) => at % step === 0);
  return batches(timed.places.length, Math.min(TOGETHER, Math.ceil(timed.places.length / 20)), work);
}

/** Asking about a stretch of cases, so many rounds. */
function waysToAsk(one) {
  const each = (ask) => async (from, until, rounds) => {
    for (let round = 0; round < rounds; round += 1) await ask(from, until);
  };
  return {
    inTurn: each(async (from, until) => {
      for (let at = from; at < until; at += 1) await one(at);
    }),
    atOnce: each((from, until) => Promise.all(Array.from({ length: until - from }, (_, at) => one(from + at)))),
    // What answers at once is not made to wait for a promise.
    plainly: (from, until, rounds) => {
      for (let round = 0; round < rounds; round += 1) for (let at = from; at < until; at += 1) one(at);
    },
  };
}

/** What each engine takes for each task, in each of its ways. */
export async function beside(peers, { facts, problems, cases }) {
  for (const it of cases) for (const fact of it.moot) it.facts[mootName(fact)] = true;
  const results = [];
  for (const peer of peers) {
    const prepared = cases.map((it) => peer.prepare?.(it.facts) ?? it.facts);
    for (const [name, task] of Object.entries(tasks(problems, facts))) {
      for (const [way, build] of Object.entries(peer[name])) {
        const ask = task.rules.map(build);
        const compared = await compare(peer, task, way, ask, cases, prepared);
        results.push({ engine: peer.name, task: name, way, compared, nanos: await time(peer, ask, cases, prepared) });
        console.log(`${peer.name}, ${name}, ${way}: ${compared} of ${cases.length} cases compared, all as ours`);
      }
    }
  }
  return results;
}
