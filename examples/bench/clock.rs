//! Measuring: many batches, and of their means the middle one and the slow ones.

use std::hint::black_box;
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

/// How often each batch is timed, if there is time.
const PASSES: usize = 5;
/// How long one pass over all batches takes, about.
const PASS: Duration = Duration::from_millis(200);
/// After this long no further pass is begun.
const PATIENCE: Duration = Duration::from_secs(1);

/// Times `work` on each number below `count`, so many together; in nanoseconds
/// for one.
pub(crate) fn batches<T>(count: usize, together: usize, work: impl Fn(usize) -> T) -> Json {
    let run = |from: usize, until: usize, rounds: usize| {
        let started = now();
        for at in (0..rounds).flat_map(|_| from..until) {
            black_box(work(black_box(at)));
        }
        started.elapsed()
    };
    // Once around unmeasured: caches and branch predictors as in the middle of a run.
    let once = run(0, count, 1).as_nanos().max(1);
    let rounds = usize::try_from(PASS.as_nanos() / once).unwrap_or(1).clamp(1, 200);
    let mean = |from: usize| {
        let until = (from + together).min(count);
        let done = u128::try_from(rounds * (until - from)).unwrap_or(1).max(1);
        run(from, until, rounds).as_nanos() / done
    };
    let pass = || (0..count).step_by(together).map(mean);
    let started = now();
    let mut means: Vec<u128> = pass().collect();
    for _ in 1..PASSES {
        if started.elapsed() > PATIENCE {
            break;
        }
        // What else the machine does only ever adds: of several passes the quickest counts.
        for (known, again) in means.iter_mut().zip(pass()) {
            *known = again.min(*known);
        }
    }
    means.sort_unstable();
    let share = |percent: usize| {
        let at = (means.len().saturating_sub(1) * percent).div_ceil(100);
        means.get(at).copied().unwrap_or_default()
    };
    json!({ "median": share(50), "p95": share(95), "max": share(100), "batches": means.len() })
}

#[expect(clippy::disallowed_methods, reason = "this program measures time")]
fn now() -> Instant {
    Instant::now()
}
