/**
 * Every screen a person can come to, walked in one visit: what is photographed
 * by `shots.mjs` is what `accessible/` examines.
 */
import { doors, SCAM, use, useUp, wholePlan } from "./ways.mjs";

/** In each language: a calm trouble, one that is not clear, one that alarms, and one whose plan is calm. */
const WORDS = {
  "zh-Hans": { calm: "微信号被封了", unsure: "小程序有问题", scam: SCAM, refused: "小程序审核被拒，申诉也被驳回了", danger: "我不想活了" },
  "zh-Hant": { calm: "微信帳號被封了", unsure: "小程序有問題", scam: "我剛被騙轉了三千塊給刷單的", refused: "小程序審核被拒，申訴也被駁回了", danger: "我不想活了" },
  en: {
    calm: "my WeChat account is banned",
    unsure: "mini program problem",
    scam: "I was just tricked into sending 3000 yuan to a job group",
    refused: "our mini program review was rejected and the appeal was refused too",
    danger: "I want to kill myself",
  },
};

/** Opens every fold of the screen, also those that come with what is unfolded, or shuts them again. */
export async function unfold(page, isOpen = true) {
  for (let round = 0; round < 4; round += 1) {
    await page.inside((root, isOpen) => root.querySelectorAll("details").forEach((fold) => (fold.open = isOpen)), isOpen);
    await drawn(page);
  }
}

/** Waits until what was unfolded is drawn: its inside comes with the event after it. */
async function drawn(page) {
  await page.driver.executeAsyncScript("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));");
}

async function tell(page, words) {
  await page.type("story", words, { clear: true });
}

async function backToWords(page) {
  await page.press((await page.all(".steps .step"))[0]);
  await page.rc("story");
}

async function seek(page, words) {
  const [field] = await page.all('input[type="search"]');
  await page.type(field, words, { clear: true });
}

/** The screens in the order of the walk: each comes from the one before it. */
const SCREENS = [
  ["start", async () => {}],
  ["candidates", async (page, words) => {
    await tell(page, words.calm);
    await page.rc("candidate");
  }],
  ["unsure", async (page, words) => {
    await tell(page, words.unsure);
    await page.rc("candidate");
  }],
  ["proof", async (page) => page.inside((root) => (root.querySelector('[data-rc="network-proof"] details').open = true))],
  ["emergency", async (page, words) => {
    await page.inside((root) => (root.querySelector('[data-rc="network-proof"] details').open = false));
    await tell(page, words.scam);
    await page.rc("emergency");
  }],
  ["plan-urgent", async (page) => {
    await page.press("candidate", { id: "pay-scam-transfer" });
    await wholePlan(page);
  }],
  ["plan-rung", async (page) => {
    await page.inside((root) => root.querySelectorAll('[data-rc="rung"] details').forEach((fold, place) => (fold.open = place < 4)));
    await drawn(page);
  }],
  ["plan-walls", async (page) => {
    await unfold(page, false);
    await page.inside((root) => root.querySelectorAll(".plan-side details").forEach((fold) => (fold.open = true)));
  }],
  ["plan-heard", async (page) => {
    await unfold(page, false);
    await page.inside((root) => (root.querySelector(".heard-more").open = true));
  }],
  ["plan-open", async (page) => unfold(page)],
  ["browse", async (page) => {
    await backToWords(page);
    await page.press((await page.all(".split-side .quiet"))[0]);
    await page.until(async () => (await page.all('input[type="search"]')).length > 0);
  }],
  ["search", async (page) => {
    await seek(page, "12315");
    await page.rc("found-door");
  }],
  ["plan-calm", async (page, words) => {
    await backToWords(page);
    await tell(page, words.refused);
    await page.press("candidate");
    await wholePlan(page);
  }],
  ["waiting", async (page) => use(page, (await doors(page))[0])],
  ["exhausted", async (page) => {
    await useUp(page);
    await page.rc("outcome");
  }],
  ["guides", async (page) => {
    await page.press("go", { value: "guides" });
    await page.rc("guides");
  }],
  ["guide", async (page) => {
    await page.press("guide-row");
    await page.rc("guide");
  }],
  ["about", async (page) => {
    await page.press("go", { value: "about" });
    await page.rc("about");
  }],
  ["danger", async (page, words) => {
    await backToWords(page);
    await tell(page, words.danger);
    await page.rc("danger");
  }],
];

/** The names of all screens. */
export const NAMES = SCREENS.map(([name]) => name);

/**
 * Walks through the screens from an open page, with words of the language it
 * speaks, and calls `look(name)` at each one it `wants`.
 */
export async function eachScreen(page, lang, look, wants = () => true) {
  const last = NAMES.findLastIndex(wants);
  for (const [name, go] of SCREENS.slice(0, last + 1)) {
    await go(page, WORDS[lang]);
    if (wants(name)) await look(name);
  }
}
