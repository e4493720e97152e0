/**
 * How soon a touch or a key is answered on a slow phone: `node bench/interactions.mjs`.
 *
 * The processor is slowed down four times. The browser's own Event Timing tells for
 * each interaction how long it took to the next paint, in steps of 8 ms; nothing
 * under 16 ms is told. Beside it stands what the page itself worked meanwhile, which
 * other programs on the machine cannot stretch: script, style and layout until all
 * is quiet again, also what comes after the paint.
 */
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startChromium } from "../tests/e2e/lib/chromium.mjs";
import { Page } from "../tests/e2e/lib/page.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";
import { Watch } from "../tests/e2e/lib/watch.mjs";
import { SCAM, speak, wholePlan } from "../tests/e2e/lib/ways.mjs";

const DIST = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../dist");
const SLOWER = 4;
const ROUNDS = 3;
const WORKS = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];

/** Runs in the page before any script: notes what the browser tells of each event. */
function watchEvents() {
  window.told = [];
  const note = (list) => window.told.push(...list.getEntries().map(({ duration, interactionId, startTime }) => ({ duration, of: interactionId || startTime })));
  new PerformanceObserver(note).observe({ type: "event", durationThreshold: 16, buffered: true });
}

class Meter {
  rows = new Map();

  constructor(page) {
    this.page = page;
  }

  async works() {
    const { metrics } = await this.page.command("Performance.getMetrics");
    return WORKS.map((name) => metrics.find((metric) => metric.name === name).value * 1000);
  }

  async quiet() {
    await this.page.driver.executeAsyncScript("const done = arguments[0]; let left = 12; const next = () => (left-- > 0 ? requestAnimationFrame(next) : setTimeout(done, 250)); next();");
  }

  /** Does something, and notes how long it took under a name. */
  async note(name, act) {
    await this.page.run(() => window.told.splice(0));
    const before = await this.works();
    await act();
    await this.quiet();
    const after = await this.works();
    const told = await this.page.run(() => window.told.splice(0));
    const longest = new Map();
    for (const { duration, of } of told) longest.set(of, Math.max(duration, longest.get(of) ?? 0));
    const row = this.rows.get(name) ?? { waits: [], works: [] };
    row.waits.push(...longest.values());
    row.works.push(after.map((value, place) => value - before[place]));
    this.rows.set(name, row);
  }

  print() {
    const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
    console.log(`CPU ÷${SLOWER}, 360 px, load ${os.loadavg().map((value) => value.toFixed(1)).join(" ")}\n`);
    console.log("| interaction | to the next paint, median | longest | script | style | layout |\n|---|---|---|---|---|---|");
    for (const [name, { waits, works }] of this.rows) {
      const [script, style, layout] = WORKS.map((_, place) => middle(works.map((work) => work[place])).toFixed(0));
      console.log(`| ${name} | ${middle(waits) || "< 16"} | ${Math.max(0, ...waits) || "< 16"} | ${script} | ${style} | ${layout} |`);
    }
  }
}

async function typed(page, text) {
  for (const letter of text) {
    await page.command("Input.dispatchKeyEvent", { type: "keyDown", text: letter, key: letter });
    await page.command("Input.dispatchKeyEvent", { type: "keyUp", key: letter });
  }
}

async function round(page, meter) {
  await page.zone("Asia/Shanghai");
  await page.size(360, 740);
  await page.open("/");
  await meter.quiet();
  await page.command("Performance.enable", { timeDomain: "threadTicks" });
  await page.command("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await (await page.rc("story")).click();
  for (const letter of SCAM) await meter.note("a letter", () => typed(page, letter));
  const candidate = await page.rc("candidate", { id: "pay-scam-transfer" });
  await meter.note("choosing a problem", () => candidate.click());
  await wholePlan(page);
  for (let answer = 0; answer < 4 && (await page.rcAll("question")).length > 0; answer += 1) {
    const unknown = await page.rc("answer", { within: await page.rc("question"), value: "unknown" });
    await meter.note("answering a question", () => unknown.click());
  }
  for (const fold of (await page.all('[data-rc="rung"] summary')).slice(0, 4)) {
    await page.run((fold) => fold.scrollIntoView({ block: "center" }), fold);
    await meter.note("opening a door", () => fold.click());
  }
  const did = await page.rc("did-this");
  await page.run((did) => did.scrollIntoView({ block: "center" }), did);
  await meter.note("ticking a door", () => did.click());
  await speak(page, "en");
  const back = await page.rc("lang", { value: "zh-Hans" });
  await meter.note("switching the language", () => back.click());
  const [tell] = await page.all(".steps .step");
  await meter.note("going back to the words", () => tell.click());
  const [all] = await page.all(".split-side .quiet");
  await page.run((all) => all.scrollIntoView({ block: "center" }), all);
  await meter.note("listing all problems", () => all.click());
  await (await page.all('input[type="search"]'))[0].click();
  for (const letter of "退款钱") await meter.note("a letter in the search", () => typed(page, letter));
  await page.command("Emulation.setCPUThrottlingRate", { rate: 1 });
}

async function main() {
  const server = await serve(DIST);
  const chromium = await startChromium();
  try {
    const page = new Page({ ...chromium, watch: new Watch(chromium.driver, [server.origin]), origin: server.origin, dist: DIST, shots: DIST });
    await page.before(watchEvents);
    const meter = new Meter(page);
    for (let turn = 0; turn < ROUNDS; turn += 1) await round(page, meter);
    meter.print();
  } finally {
    await chromium.stop();
    server.stop();
  }
}

await main();
