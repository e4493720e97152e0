/** How long a page takes from an event to its effect, and to the frame that shows it. */

/** Runs in the page before any script; must not refer to anything outside itself. */
function watchEvents() {
  window.waits = [];
  const next = (work) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = work;
    channel.port2.postMessage(null);
  };
  const begin = (kind) => (event) => {
    // A label passes a click on to its field, as part of the same event.
    if (window.waits.at(-1)?.at === event.timeStamp) return;
    const wait = { kind, at: event.timeStamp, there: null, seen: null };
    const passed = () => performance.now() - event.timeStamp;
    window.waits.push(wait);
    // The next task begins when everything that handles the event is done,
    next(() => {
      wait.there = passed();
    });
    // and the one after the next frame when that frame is drawn.
    requestAnimationFrame(() => {
      next(() => {
        wait.seen = passed();
      });
    });
  };
  addEventListener("input", begin("input"), true);
  addEventListener("click", begin("click"), true);
}

/** Begins to watch the pages opened from now on. */
export async function watch(page) {
  await page.before(watchEvents);
}

/** Takes what the page noted of one kind of event, and forgets everything. */
export async function taken(page, kind) {
  await page.until(() => page.run(() => window.waits.every((wait) => wait.seen !== null)), "every frame should be shown");
  const waits = await page.run(() => window.waits.splice(0));
  return waits.filter((wait) => wait.kind === kind);
}

/** The middle of some values, the one at 95 %, and the largest. */
export function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const share = (percent) => sorted[Math.ceil(((sorted.length - 1) * percent) / 100)] ?? null;
  return { count: sorted.length, median: share(50), p95: share(95), max: share(100) };
}
