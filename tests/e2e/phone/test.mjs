/** A phone in the hand: fingers instead of a mouse, four widths, turned round, half of it under the keyboard. */
import { Pointer } from "selenium-webdriver/lib/input.js";
import { both, open, SCAM, speak, wholePlan } from "../lib/ways.mjs";

const WIDTHS = [320, 360, 390, 430];
const TALL = 740;
const KEYBOARD = 340;

/** From now on the window is a phone's of this size. */
async function hold(page, width, height = TALL) {
  const orientation = width < height ? { type: "portraitPrimary", angle: 0 } : { type: "landscapePrimary", angle: 90 };
  await page.command("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 2, mobile: true, screenOrientation: orientation });
  await page.command("Emulation.setTouchEmulationEnabled", { enabled: true });
  (page.undo ??= []).push(() => page.command("Emulation.setTouchEmulationEnabled", { enabled: false }));
}

/** Touches the middle of an element for a moment. */
async function tap(page, target, options) {
  const element = typeof target === "string" ? await page.rc(target, options) : target;
  await page.run((element) => element.scrollIntoView({ block: "center" }), element);
  const finger = new Pointer("finger", Pointer.Type.TOUCH);
  const moves = [finger.move({ origin: element, x: 0, y: 0 }), finger.press(), finger.release()];
  await page.driver.actions({ async: false }).insert(finger, ...moves).perform();
}

/** How far the page can be pushed sideways. */
const overhang = (page) => page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Writes, taps the first trouble, answers, ticks a door: the whole way with one finger. */
async function walk(page, where, check) {
  await open(page, where);
  await tap(page, "story");
  await page.command("Input.insertText", { text: SCAM });
  await page.rc("emergency");
  check.equal(await overhang(page), 0, "describing should not be wider than the phone");
  await tap(page, "candidate", { id: "pay-scam-transfer" });
  await wholePlan(page);
  check.equal(await overhang(page), 0, "the plan should not be wider than the phone");
  const asked = await page.attribute("question", "data-id");
  await tap(page, "answer", { within: await page.rc("question"), value: "true" });
  await page.gone("question", { id: asked });
  await tap(page, "did-this", { within: await page.rc("rung", { id: "cn-110" }) });
  await page.rc("due", { within: await page.rc("rung", { id: "cn-110" }) });
  check.equal(await overhang(page), 0, "the ticked plan should not be wider than the phone");
}

const tests = Object.fromEntries(WIDTHS.map((width) => [
  `one finger walks the whole way at ${width} px`,
  async ({ page, where, check }) => {
    await hold(page, width);
    await walk(page, where, check);
  },
]));

tests["the header of a narrow phone is two lines, and two tiles stand side by side"] = async ({ page, where, check }) => {
  await hold(page, 320);
  await open(page, where);
  for (const [lang, width] of [["zh-Hans", 320], ["zh-Hans", 340], ["zh-Hant", 320], ["en", 340]]) {
    await hold(page, width);
    if ((await page.inside((root) => root.querySelector(".rc").lang)) !== lang) await speak(page, lang);
    const tops = await page.inside((root) => [".brand", ".tool-exit", ".tile", "li:nth-child(2) > .tile"].map((css) => {
      const { top, bottom } = root.querySelector(css).getBoundingClientRect();
      return (top + bottom) / 2;
    }));
    check.ok(Math.abs(tops[0] - tops[1]) < 2, `in ${lang} the name stands at ${tops[0]}, the way out at ${tops[1]}`);
    check.equal(tops[2], tops[3], `the first two tiles in ${lang}`);
  }
};

tests["turning the phone keeps the words, the plan and the tick"] = async ({ page, where, check }) => {
  await hold(page, 360);
  await walk(page, where, check);
  await hold(page, TALL, 360);
  check.equal(await overhang(page), 0, "the plan should not be wider than the turned phone");
  await page.rc("due", { within: await page.rc("rung", { id: "cn-110" }) });
  await page.driver.navigate().back();
  check.equal(await page.attribute("story", "value"), SCAM);
  await hold(page, 360);
  check.equal(await page.attribute("story", "value"), SCAM);
};

tests["the keyboard does not cover what is being written"] = async ({ page, where, check }) => {
  await hold(page, 360);
  await open(page, where);
  await tap(page, "story");
  await hold(page, 360, TALL - KEYBOARD);
  await page.command("Input.insertText", { text: SCAM });
  const field = await page.rc("story");
  const { top, bottom, high } = await page.run((field) => ({ ...field.getBoundingClientRect().toJSON(), high: innerHeight }), field);
  check.ok(top >= 0 && top < high - 88 && bottom > 88, `at least two lines of the field should be seen: it stands from ${top} to ${bottom} of ${high}`);
  const first = await page.rc("candidate");
  await tap(page, first);
  await page.rc("plan");
};

export default both(tests);
