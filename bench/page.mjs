/**
 * The built page under a hand that types and answers: `node bench/page.mjs FOLDER`.
 *
 * The processor is slowed down four times. Each wait begins when the browser
 * creates the event and ends with the frame that shows what it led to.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startChromium } from "../tests/e2e/lib/chromium.mjs";
import { Page } from "../tests/e2e/lib/page.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";
import { Watch } from "../tests/e2e/lib/watch.mjs";
import { SCAM } from "../tests/e2e/lib/ways.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const SLOWER = 4;
const ROUNDS = 5;
const ENGLISH = "I sent 3000 to someone who pretended to be support and now they blocked me";

/** Runs in the page before any script: notes how long each event takes until its effect is there, and until it is seen. */
function watchEvents() {
  window.waits = [];
  const next = (work) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = work;
    channel.port2.postMessage(null);
  };
  const begin = (kind) => (event) => {
    const wait = { kind, there: null, seen: null };
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

function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const share = (percent) => sorted[Math.ceil(((sorted.length - 1) * percent) / 100)] ?? null;
  return { count: sorted.length, median: share(50), p95: share(95), max: share(100) };
}

/** Takes what the page noted, and forgets it. */
async function taken(page, kind) {
  await page.until(() => page.run(() => window.waits.every((wait) => wait.seen !== null)), "every frame should be shown");
  const waits = await page.run(() => window.waits.splice(0));
  return waits.filter((wait) => wait.kind === kind);
}

/** Letter by letter, as an input method or a keyboard gives them. */
async function typed(page, text) {
  const field = await page.rc("story");
  await field.click();
  await taken(page, "click");
  for (const letter of text) await page.command("Input.insertText", { text: letter });
  await page.rc("candidate");
  return taken(page, "input");
}

async function main(folder) {
  const dist = path.join(ROOT, "dist");
  const server = await serve(dist);
  const chromium = await startChromium();
  const watch = new Watch(chromium.driver, [server.origin]);
  const page = new Page({ ...chromium, watch, origin: server.origin, dist, shots: path.join(ROOT, "shots") });
  const waits = { "a letter of Chinese": [], "a letter of English": [], "a pasted page of 6,000 characters": [], "a problem chosen": [], "an answer": [] };
  try {
    await page.before(watchEvents);
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.zone("Asia/Shanghai");
      for (const [name, text] of [["a letter of English", ENGLISH], ["a letter of Chinese", SCAM]]) {
        await page.open("/");
        await page.command("Emulation.setCPUThrottlingRate", { rate: SLOWER });
        waits[name].push(...(await typed(page, text)));
      }
      await page.press("candidate", { id: "pay-scam-transfer" });
      await page.rc("plan");
      waits["a problem chosen"].push(...(await taken(page, "click")));
      for (let answer = 0; answer < 3 && (await page.rcAll("question")).length > 0; answer += 1) {
        const id = await page.attribute("question", "data-id");
        await page.press("answer", { within: await page.rc("question") });
        await page.gone("question", { id });
        waits["an answer"].push(...(await taken(page, "click")));
      }
      await page.open("/");
      await page.command("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      await page.type("story", `${SCAM}。`.repeat(460).slice(0, 6000));
      await page.rc("candidate");
      waits["a pasted page of 6,000 characters"].push(...(await taken(page, "input")));
      await page.command("Emulation.setCPUThrottlingRate", { rate: 1 });
    }
  } finally {
    await chromium.stop();
    server.stop();
  }
  const rows = Object.entries(waits).map(([event, waits]) => ({
    event,
    there: spread(waits.map(({ there }) => there)),
    seen: spread(waits.map(({ seen }) => seen)),
  }));
  writeFileSync(path.join(folder, "page.json"), JSON.stringify({ slower: SLOWER, rows }));
}

await main(process.argv[2]);
