/** The red block: whoever needs it has it at once, wherever they are. */
import { both, open, SCAM, speak } from "../lib/ways.mjs";

const ENGLISH = "i just transferred money to a scammer on whatsapp";

/** Opens in English on a device whose clock says nothing about the place. */
async function openNowhere(page, where) {
  await open(page, where, "UTC");
  await speak(page, "en");
  await page.type("story", ENGLISH);
  return page.rc("emergency");
}

/** Presses the nth of the quiet buttons at the foot of the block, counted from the end where it is negative. */
async function pressQuiet(page, at) {
  await page.until(async () => {
    const button = (await page.all(".alarm-foot .alarm-quiet")).at(at);
    if (button) await page.press(button);
    return button;
  });
}

/** Says where one is. */
async function choosePlace(page, name) {
  await page.until(async () => {
    const [list] = await page.all(".alarm-place");
    if (list) await page.choose(list, name);
    return list;
  });
}

/** The numbers that can be called, in their order; read at once, so that nothing is drawn anew between. */
async function calls(page) {
  await page.rc("emergency");
  return page.inside((root) => [...root.querySelectorAll('[data-rc="emergency"] a[href^="tel:"]')].map((link) => link.getAttribute("href")));
}

const tests = {
  "where the place is unknown, the block asks for it": async ({ page, where, check }) => {
    const block = await openNowhere(page, where);
    check.has(await block.getText(), /where are you/i);
    check.ok((await page.all(".alarm-place"))[0], "there should be a list of places");
    check.equal(await calls(page), [], "no number is right before the place is known");
  },

  "in Hong Kong the bank comes first and then 999": async ({ page, where, check }) => {
    await openNowhere(page, where);
    await choosePlace(page, "Hong Kong");
    await page.until(async () => (await page.all(".alarm-place")).length === 0, "the question should be settled");
    const [lead] = await page.all(".alarm-lead");
    check.has(await lead.getText(), /bank/i);
    check.equal(await calls(page), ["tel:999"]);
    check.has(await page.text("emergency"), /not in hong kong/i);
  },

  "a stolen account is frozen before anybody is called": async ({ page, where, check }) => {
    await open(page, where);
    await page.type("story", "微信号被盗了，钱正在被转走");
    const [lead] = await page.all(".alarm-lead");
    check.has(await lead.getText(), /冻结/);
    check.equal((await calls(page))[0], "tel:110");
  },

  "a place guessed wrongly can be changed": async ({ page, where, check }) => {
    await open(page, where);
    await page.type("story", SCAM);
    check.has((await calls(page)).join(), "tel:110");
    await pressQuiet(page, 0);
    await page.until(async () => (await calls(page)).length === 0, "110 should be gone");
    await choosePlace(page, "马来西亚");
    await page.until(async () => (await calls(page))[0] === "tel:997", "997 should be first");
  },

  "the block folds into a line and unfolds again": async ({ page, where, check }) => {
    await open(page, where);
    await page.type("story", SCAM);
    await pressQuiet(page, -1);
    const line = await page.until(async () => (await page.all(".alarm-line"))[0], "a line should remain");
    check.equal(await calls(page), []);
    await page.press(await line.findElement({ css: "button" }));
    await page.until(async () => (await calls(page)).includes("tel:110"), "the call should be back");
    check.equal(await page.attribute("story", "value"), SCAM);
  },

  "it is announced once, while one goes on writing": async ({ page, where, check }) => {
    await open(page, where);
    await page.type("story", SCAM);
    await page.rc("emergency");
    const [live] = await page.all('[aria-live="assertive"]');
    const said = await live.getAttribute("textContent");
    check.differ(said, "");
    await page.run((live) => {
      window.announced = 0;
      new MutationObserver((list) => (window.announced += list.length)).observe(live, { childList: true, characterData: true, subtree: true });
    }, live);
    await page.type("story", "，他还在催我");
    check.equal(await page.run(() => window.announced), 0, "typing on should not announce it anew");
  },

  "calm words raise no alarm": async ({ page, where }) => {
    await open(page, where);
    await page.type("story", "小程序买的东西一直不发货，想退款");
    await page.rc("candidate");
    await page.gone("emergency");
  },
};

export default both(tests);
