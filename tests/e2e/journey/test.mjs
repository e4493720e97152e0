/** Describe, clarify, plan: the way of somebody who has just been tricked. */
import { both, doors, moveTo, open, openScamPlan, SCAM, speak } from "../lib/ways.mjs";

/** Characters that no Traditional text has. */
const SIMPLIFIED = /[这们时间电话钱还说门发转给请级网页样对见过从现应]/gu;
/** Text that is Chinese in every language: a label as it stands on the screen, a name in quotes. */
const QUOTED = /[“"‘'(（][^”"’')）]*[”"’')）]/gu;

/** The text of the widget outside what carries its own language, and outside what must not be translated. */
async function texts(page) {
  return page.run(() => {
    const found = [];
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE && node.data.trim() !== "") found.push(node.data.trim());
      const isForeign = node.nodeType === Node.ELEMENT_NODE && (node.matches(".rc [lang], .zh, .brand") || node.translate === false);
      if (!isForeign) node.childNodes.forEach(walk);
    };
    walk(document.querySelector("recourse-guide").shadowRoot.querySelector(".rc"));
    return found;
  });
}

/** The links of the plan that dial a number; the static help, hidden now, has its own. */
async function dials(page, number) {
  const plan = await page.rc("plan");
  return plan.findElements({ css: `a[href="tel:${number}"]` });
}

/** Words that leave open what they are about; how many troubles remain depends on what the model has learnt. */
const UNCLEAR = ["商户提现不了", "被盗", "号没了", "微信登不上", "钱取不出来", "账号异常", "被限制了", "微信号没了，提示异常"];

const tests = {
  "a scam shows the call to the police at once": async ({ page, where, check }) => {
    await open(page, where);
    await page.type("story", SCAM);
    const block = await page.rc("emergency");
    check.ok(await block.isDisplayed(), "the block should be seen");
    const call = await block.findElement({ css: "a" });
    check.equal(await call.getAttribute("href"), "tel:110");
  },

  "what was read can be denied, and stays denied": async ({ page, where, check }) => {
    await open(page, where);
    await page.type("story", SCAM);
    check.has(await page.text("raised-by"), "刚被骗");
    const line = await page.rc("read");
    check.has(await line.getText(), "3000");
    await page.press(await line.findElement({ css: "summary" }));
    await page.press("read-fact", { id: "amount-lost" });
    await page.gone("read-fact", { id: "amount-lost" });
    await page.type("story", "，怎么办");
    await page.until(async () => (await page.attribute("story", "value")).endsWith("怎么办"));
    check.equal((await page.rcAll("read-fact", { id: "amount-lost" })).length, 0, "the same words should not bring it back");
    await page.press("read-again");
    await page.rc("read-fact", { id: "amount-lost" });
  },

  "choosing the scam leads to the plan, most urgent first": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    check.has(await page.text("urgent"), "110");
    check.ok((await dials(page, "110")).length > 0, "110 should be a link that dials");
    check.equal((await doors(page)).slice(0, 2), ["cn-110", "bank-issuer"]);
    const first = await page.rc("rung", { id: "cn-110" });
    check.equal(await first.getAttribute("data-stage"), "now");
    check.equal(await first.getAttribute("data-open"), "true");
  },

  "an answer sharpens the plan and brings the next question": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    const asked = await page.attribute("question", "data-id");
    await page.press("answer", { within: await page.rc("question"), value: "true" });
    await page.gone("question", { id: asked });
    const next = await page.attribute("question", "data-id");
    await page.press("answer", { within: await page.rc("question"), value: "unknown" });
    await page.gone("question", { id: next });
  },

  "in Malaysia 997 comes first and 110 is gone": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    await moveTo(page, "马来西亚");
    await page.gone("rung", { id: "cn-110" });
    check.equal((await doors(page))[0], "my-nsrc-997");
    check.equal((await dials(page, "110")).length, 0, "110 should not be dialled from Malaysia");
  },

  "a door that was used is ticked and says what comes next": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    await page.press("did-this", { within: await page.rc("rung", { id: "cn-110" }) });
    const after = await page.rc("due", { within: await page.rc("rung", { id: "cn-110" }) });
    check.has(await after.getText(), /下一扇/);
  },

  "the browser's back button returns to the words": async ({ page, browser, where, check }) => {
    await openScamPlan(page, where);
    await browser.navigate().back();
    await page.gone("plan");
    check.equal(await page.attribute("story", "value"), SCAM);
    await browser.navigate().forward();
    await page.rc("plan");
  },

  "another language keeps the words and the plan": async ({ page, browser, where, check }) => {
    await openScamPlan(page, where);
    const before = await doors(page);
    for (const lang of ["en", "zh-Hant", "zh-Hans"]) {
      await speak(page, lang);
      check.equal(await doors(page), before, `the doors should be the same in ${lang}`);
    }
    await browser.navigate().back();
    check.equal(await page.attribute("story", "value"), SCAM);
  },

  "one question parts what is not clear, and it can be passed by": async ({ page, where, check }) => {
    await open(page, where);
    let [part, answers, all, shorter] = [null, [], [], 0];
    const pressed = () => page.run((part) => part.querySelector('[aria-pressed="true"]')?.dataset.value ?? null, part);
    for (const words of UNCLEAR) {
      await page.type("story", words, { clear: true });
      part = await page.rc("part", { patience: 1500 }).catch(() => null);
      if (!part) continue;
      all = await page.ids("candidate");
      answers = await part.findElements({ css: "button[aria-pressed]" });
      // The last is “I don’t know”.
      for (const answer of answers.slice(0, -1)) {
        await page.press(answer);
        await page.until(async () => (await pressed()) !== null, "what was answered is to be seen");
        await page.until(async () => (await page.ids("candidate")).join() !== all.join(), "an answer should change the list");
        shorter += Number((await page.ids("candidate")).length < all.length);
        await page.press(answer);
        await page.until(async () => (await pressed()) === null, "the same answer again takes it back");
        await page.until(async () => (await page.ids("candidate")).join() === all.join(), "and the list is whole again");
      }
      if (shorter > 0) break;
    }
    check.ok(shorter > 0, "where few are left, an answer should shorten the list; where many are, others move up");
    await page.press(answers.at(-1));
    await page.until(async () => (await pressed()) === "unknown");
    check.equal(await page.ids("candidate"), all, "who does not know keeps the list");
    await page.press(await part.findElement({ css: '[data-value="other"]' }));
    await page.until(async () => (await page.all('input[type="search"]')).length > 0, "something else should lead to everything");
  },

  "in English only quoted labels are Chinese": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    await speak(page, "en");
    await page.until(async () => (await page.all(".fold")).length > 0);
    const leftovers = (await texts(page)).filter((text) => /\p{Script=Han}/u.test(text.replaceAll(QUOTED, "")));
    check.none(leftovers, "this is not English");
  },

  "in Traditional nothing is left in Simplified": async ({ page, where, check }) => {
    await open(page, where);
    await speak(page, "zh-Hant");
    check.none((await texts(page)).filter((text) => text.match(SIMPLIFIED)), "this is Simplified");
    await page.type("story", SCAM);
    await page.press("candidate", { id: "pay-scam-transfer" });
    await page.until(async () => (await page.all(".fold")).length > 0);
    check.none((await texts(page)).filter((text) => text.match(SIMPLIFIED)), "this is Simplified");
  },
};

export default both(tests);
