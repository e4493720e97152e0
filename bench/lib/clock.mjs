/**
 * Measuring: many batches, each timed in several passes of which the quickest
 * counts, for what else the machine does only ever adds; and of the batches the
 * middle one and the slow ones.
 */

const PASSES = 5;
/** How long one pass over all batches takes, about, in milliseconds; and after how long no further one is begun. */
const PASS = 400;
const PATIENCE = 3000;

/** Median and slow ones of some means, in nanoseconds. */
function spread(means) {
  const sorted = means.toSorted((a, b) => a - b);
  const share = (percent) => Math.round(sorted[Math.ceil(((sorted.length - 1) * percent) / 100)]);
  return { median: share(50), p95: share(95), max: share(100), batches: sorted.length };
}

/** Times `work(from, until, rounds)`, which does so many rounds of those cases; in nanoseconds for one case. */
export async function batches(count, together, work) {
  const run = async (from, until, rounds) => {
    const started = performance.now();
    await work(from, until, rounds);
    return performance.now() - started;
  };
  // Once around unmeasured: compiled and cached as in the middle of a run.
  const rounds = Math.min(1000, Math.max(1, Math.floor(PASS / (await run(0, count, 1)))));
  const started = performance.now();
  const means = [];
  for (let pass = 0; pass < PASSES && performance.now() - started < PATIENCE; pass += 1) {
    for (let from = 0; from < count; from += together) {
      const until = Math.min(from + together, count);
      const mean = ((await run(from, until, rounds)) * 1e6) / ((until - from) * rounds);
      means[from / together] = Math.min(means[from / together] ?? Infinity, mean);
    }
  }
  return spread(means);
}
