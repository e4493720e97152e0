/** What a device lacks: a corner of its screen, a printer, memory. */
import { both, open, openScamPlan, SCAM, speak, wholePlan } from "../lib/ways.mjs";

const SIDEWAYS = [844, 390];
/** What a phone held sideways hides at its sides, and under the bar at its bottom. */
const NOTCH = { left: 47, right: 47, bottom: 21 };
const MOST_MEMORY = 32 * 1024 * 1024;

/** Tells the page which edges of the screen are not seen; on paper and on most screens, none. */
async function notch(page, insets) {
  await page.command("Emulation.setSafeAreaInsetsOverride", { insets });
  (page.undo ??= []).push(() => page.command("Emulation.setSafeAreaInsetsOverride", { insets: {} }));
}

/** Everything to be read or pressed that reaches under the notch. */
function underTheNotch(side) {
  const roots = [document, document.querySelector("recourse-guide")?.shadowRoot].filter(Boolean);
  const all = roots.flatMap((root) => [...root.querySelectorAll("button, a, p, h1, h2, h3, textarea, summary, input")]);
  return all
    .filter((element) => element.checkVisibility() && !element.closest(".unseen"))
    .map((element) => ({ text: element.textContent.trim().slice(0, 20), box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && (box.left < side || box.right > innerWidth - side))
    .map(({ text, box }) => `${text}: ${Math.round(box.left)} to ${Math.round(box.right)}`);
}

/** Notes the memory of the program as it starts. */
function noteMemory() {
  const { instantiate, instantiateStreaming } = WebAssembly;
  const noted = (start) => async (...given) => {
    const made = await start.apply(WebAssembly, given);
    // The later part has no memory of its own.
    window.programMemory ??= (made.instance ?? made).exports.memory;
    return made;
  };
  WebAssembly.instantiate = noted(instantiate);
  WebAssembly.instantiateStreaming = noted(instantiateStreaming);
}

const tests = {
  "nothing stands under the notch": async ({ page, where, check }) => {
    await page.size(...SIDEWAYS);
    await notch(page, NOTCH);
    await openScamPlan(page, where);
    check.none(await page.run(underTheNotch, NOTCH.left));
  },

  "where printing opens nothing, a line says how to go on": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    for (const print of ["undefined", "() => {}"]) {
      await page.run(`window.print = ${print}`);
      await page.press("print");
      check.has(await page.text("no-print"), "浏览器");
      await page.gone("paper");
    }
    await page.run(() => { window.print = () => window.dispatchEvent(new Event("beforeprint")); });
    await page.press("print");
    await page.gone("no-print");
  },

  "a whole way through needs little memory": async ({ page, where, check }) => {
    await page.before(noteMemory);
    await openScamPlan(page, where);
    await speak(page, "en");
    await speak(page, "zh-Hant");
    for (let answer = 0; answer < 6 && (await page.rcAll("question")).length > 0; answer += 1) {
      const id = await page.attribute("question", "data-id");
      await page.press("answer", { within: await page.rc("question") });
      await page.gone("question", { id });
    }
    await page.press((await page.all(".steps .step"))[0]);
    await page.type("story", `${SCAM}。`.repeat(400).slice(0, 6000), { clear: true });
    await page.rc("candidate");
    const bytes = await page.run(() => window.programMemory.buffer.byteLength);
    console.log(`     the program holds ${(bytes / 1024 / 1024).toFixed(1)} MiB, from ${where}`);
    check.ok(bytes <= MOST_MEMORY, `${bytes} bytes`);
  },
};

export default {
  ...both(tests),

  "the guide without scripts keeps clear of the notch": async ({ page, check }) => {
    await page.size(...SIDEWAYS);
    await notch(page, NOTCH);
    await page.open("/guide/zh-Hans.html", { wait: false });
    check.none(await page.run(underTheNotch, NOTCH.left));
  },
};
