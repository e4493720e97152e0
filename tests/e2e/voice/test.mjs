/** Reading aloud: only with a voice of the device, only the plan, and silent when told. */
import { both, openScamPlan, SCAM, speak } from "../lib/ways.mjs";

/** Gives the page voices, and notes what is said with them. */
function giveVoices() {
  window.said = [];
  const voices = ["zh-CN", "zh-TW", "en-US"].map((lang) => ({ lang, name: lang, localService: !window.areRemote }));
  class Speaker extends EventTarget {
    getVoices() { return voices; }
    speak(words) { window.said.push({ text: words.text, lang: words.lang, local: words.voice?.localService }); window.speaking = words; }
    cancel() { window.said.push("silence"); }
  }
  class Words extends EventTarget {
    constructor(text) { super(); this.text = text; }
  }
  Object.defineProperty(window, "speechSynthesis", { value: new Speaker() });
  window.SpeechSynthesisUtterance = Words;
}

const tests = {
  "it reads the next step, in the language on show, until it is told to stop": async ({ page, where, check }) => {
    await page.before(giveVoices);
    await openScamPlan(page, where);
    await page.press("listen");
    const said = () => page.run(() => window.said.filter((line) => line !== "silence"));
    const [first] = await page.until(async () => (await said()).length > 0 && said(), "something should be said");
    check.equal(first.lang, "zh-CN");
    check.equal(first.local, true);
    check.has(first.text, "110");
    check.lacks(first.text, SCAM, "what the person wrote is not read aloud");
    check.has(await page.text("listen"), "停");
    await page.press("listen");
    check.equal(await page.run(() => window.said.at(-1)), "silence");
    check.has(await page.text("listen"), "念");
    await speak(page, "en");
    await page.press("listen");
    await page.until(async () => (await said()).at(-1).lang === "en-US", "it should speak English now");
    await page.run(() => window.speaking.dispatchEvent(new Event("end")));
    await page.until(async () => (await page.text("listen")).includes("Read"), "the button should be free again at the end");
  },

  "a voice from the network is not used": async ({ page, where, check }) => {
    await page.before(() => (window.areRemote = true));
    await page.before(giveVoices);
    await openScamPlan(page, where);
    check.equal((await page.rcAll("listen")).length, 0);
  },

  "it falls silent when the person leaves the plan": async ({ page, where, check }) => {
    await page.before(giveVoices);
    await openScamPlan(page, where);
    await page.press("listen");
    await page.press((await page.all(".steps .step"))[0]);
    await page.rc("story");
    check.equal(await page.run(() => window.said.at(-1)), "silence");
  },
};

export default both(tests);
