/**
 * The built page opened on a slow phone, and under a hand that types and answers,
 * beside a SurveyJS form of the same questions and a bare Yew counter:
 * `node bench/page.mjs FOLDER`.
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
import { counter, single, survey } from "./lib/beside.mjs";
import { opened } from "./lib/opening.mjs";
import { spread, taken, watch } from "./lib/waits.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const SLOWER = 4;
const ROUNDS = 5;
/** How many of our questions stand in the form. */
const QUESTIONS = 4;
const ENGLISH = "I sent 3000 to someone who pretended to be support and now they blocked me";
const FORM = "a SurveyJS form of the same questions";
const COUNTER = "a bare Yew counter";
const FILE = "Recourse as a single file, put on a server";

const slowly = (page) => page.command("Emulation.setCPUThrottlingRate", { rate: SLOWER });

/** Runs in the page before any script: keeps the memories of what is compiled there. */
function watchMemory() {
  window.memories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      const made = await own.apply(WebAssembly, values);
      const { exports } = made.instance ?? made;
      if (exports.memory) window.memories.push(exports.memory);
      return made;
    };
  }
}

/** Letter by letter, as an input method or a keyboard gives them. */
async function typed(page, text) {
  await (await page.rc("story")).click();
  await taken(page, "click");
  for (const letter of text) await page.command("Input.insertText", { text: letter });
  await page.rc("candidate");
  return taken(page, "input");
}

/** A whole journey: telling in two languages, choosing, answering, a long paste. Keeps the questions met on the way. */
async function journey(page, waits, questions) {
  await page.zone("Asia/Shanghai");
  for (const [name, text] of [["a letter of English", ENGLISH], ["a letter of Chinese", SCAM]]) {
    await page.open("/");
    await slowly(page);
    waits[name].push(...(await typed(page, text)));
  }
  await page.press("candidate", { id: "pay-scam-transfer" });
  await page.rc("plan");
  waits["a problem chosen"].push(...(await taken(page, "click")));
  for (let answer = 0; answer < QUESTIONS && (await page.rcAll("question")).length > 0; answer += 1) {
    const question = await page.rc("question");
    const id = await question.getAttribute("data-id");
    const asked = await page.run((ask) => ({ title: ask.querySelector(".ask-title").textContent, answers: [...ask.querySelectorAll('[data-rc="answer"]')].map((it) => it.textContent.trim()) }), question);
    questions.set(id, asked);
    await page.press("answer", { within: question });
    await page.gone("question", { id });
    waits["an answer"].push(...(await taken(page, "click")));
  }
  await page.open("/");
  await slowly(page);
  await page.type("story", `${SCAM}。`.repeat(460).slice(0, 6000));
  await page.rc("candidate");
  waits["a pasted page of 6,000 characters"].push(...(await taken(page, "input")));
  await page.command("Emulation.setCPUThrottlingRate", { rate: 1 });
  return page.run(() => Math.max(...window.memories.map((memory) => memory.buffer.byteLength)));
}

/** The same clicks on the other pages. */
async function clicked(page, url, selector, times) {
  await page.driver.get(url);
  await page.until(async () => (await page.all(selector)).length > 0, `${selector} should appear`);
  await slowly(page);
  for (let at = 0; at < times; at += 1) {
    const found = await page.all(selector);
    await page.press(found[at % found.length]);
  }
  const waits = await taken(page, "click");
  await page.command("Emulation.setCPUThrottlingRate", { rate: 1 });
  return waits;
}

async function main(folder) {
  const dist = path.join(ROOT, "dist");
  const ours = await serve(dist);
  const servers = [ours];
  const chromium = await startChromium();
  const page = new Page({ ...chromium, watch: new Watch(chromium.driver, [ours.origin]), origin: ours.origin, dist, shots: path.join(ROOT, "shots") });
  const names = ["a letter of Chinese", "a letter of English", "a pasted page of 6,000 characters", "a problem chosen", "an answer"];
  const [mine, file, form, count] = ["Recourse", FILE, FORM, COUNTER];
  const waits = Object.fromEntries([...names, `an answer in ${form}`, `a click on ${count}`].map((name) => [name, []]));
  const openings = [];
  let memory = 0;
  try {
    await watch(page);
    await page.before(watchMemory);
    const questions = new Map();
    for (let round = 0; round < ROUNDS; round += 1) memory = Math.max(memory, await journey(page, waits, questions));
    const others = [await serve(survey(folder, [...questions.values()])), await serve(counter(folder)), await serve(single(folder, dist))];
    servers.push(...others);
    const [asking, counting, whole] = others.map(({ origin }) => `${origin}/`);
    const told = ['[data-rc="story"]', SCAM, '[data-rc="candidate"]'];
    const pages = [
      [mine, `${ours.origin}/`, ...told],
      [file, whole, ...told],
      [form, asking, "#form input[type=radio]"],
      [count, counting, "button"],
    ];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, url, selector, ...said] of pages) openings.push({ name, ...(await opened(page, url, selector, SLOWER, ...said)) });
      waits[`an answer in ${form}`].push(...(await clicked(page, asking, ".sd-item__control-label, .sd-selectbase__label", QUESTIONS)));
      waits[`a click on ${count}`].push(...(await clicked(page, counting, "button", QUESTIONS)));
    }
  } finally {
    await chromium.stop();
    servers.forEach((server) => server.stop());
  }
  const rows = Object.entries(waits).map(([event, waits]) => ({ event, there: spread(waits.map(({ there }) => there)), seen: spread(waits.map(({ seen }) => seen)) }));
  const cold = [mine, file, form, count].map((name) => {
    const own = openings.filter((opening) => opening.name === name);
    return { name, ...Object.fromEntries(["paint", "usable", "answered", "bytes", "whole"].map((key) => [key, spread(own.map((opening) => opening[key]))])) };
  });
  writeFileSync(path.join(folder, "page.json"), JSON.stringify({ slower: SLOWER, rows, cold, memory }));
}

await main(process.argv[2]);
