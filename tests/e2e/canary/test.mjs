/** Nothing that was typed, chosen or answered is ever seen outside the widget. */
import { Key } from "selenium-webdriver";
import { both, open, SCAM, speak, wholePlan } from "../lib/ways.mjs";
import { pressEverything } from "./crawl.mjs";
import { CANARY, noted, setTrap, traces } from "./trap.mjs";

const STORY = `${SCAM} ${CANARY.text} ${CANARY.words}`;
/** Their plans ask, among other things, for numbers and days. */
const ASKING = ["pay-scam-transfer", "wx-account-banned", "mp-dev-warning-or-penalty"];

async function openTrapped(page, server, where) {
  server.asked.length = 0;
  await page.before(setTrap);
  await open(page, where);
}

async function crawl(page, check, screen, ways, most = 400, least = 20) {
  const { pressed, lost } = await page.run(pressEverything, { canary: CANARY, screen, ways, most });
  check.ok(!lost, `${screen} should be reachable again after ${pressed.at(-1)}`);
  check.ok(pressed.length >= least, `there should be more to press than ${pressed.length} controls`);
}

const tests = {
  "telling, with every button pressed, leaves no trace": async ({ page, server, where, check }) => {
    await openTrapped(page, server, where);
    await page.type("story", STORY);
    await page.rc("emergency");
    await crawl(page, check, '[data-rc="story"]', [".steps .step"]);
    check.none(await traces(page, server), "what was typed turned up outside");
    check.ok((await noted(page, server, "event recourse:step")).length > 0, "the events of the widget should have been noted");
  },

  "looking through the list leaves no trace": async ({ page, server, where, check }) => {
    await openTrapped(page, server, where);
    await page.type("story", STORY);
    await page.press((await page.all(".split-side .quiet"))[0]);
    const [filter] = await page.until(async () => (await page.all('input[type="search"]')).length > 0 && page.all('input[type="search"]'));
    await page.type(filter, CANARY.text);
    await crawl(page, check, 'input[type="search"]', [".split-three .split-side .quiet", ".steps .step"], 30, 8);
    check.none(await traces(page, server), "what was typed turned up outside");
  },

  "a plan, with every question answered, leaves no trace": async ({ page, server, where, check }) => {
    for (const problem of ASKING) {
      await openTrapped(page, server, where);
      await page.type("story", STORY);
      await page.press((await page.all(".split-side .quiet"))[0]);
      await page.press("candidate", { id: problem });
      await wholePlan(page);
      await crawl(page, check, '[data-rc="plan"]', [".steps li:last-child .step"], 120);
      check.none(await traces(page, server), `in the plan of ${problem}, what was typed turned up outside`);
      check.ok((await noted(page, server, "event recourse:plan")).length > 0, "the plan should have been told to the host");
    }
  },

  "every language is spoken without a trace": async ({ page, server, where, check }) => {
    await openTrapped(page, server, where);
    await page.type("story", STORY);
    for (const lang of ["en", "zh-Hant", "zh-Hans"]) await speak(page, lang);
    check.has(await page.attribute("story", "value"), CANARY.text);
    check.none(await traces(page, server), "what was typed turned up outside");
  },

  "“Leave” empties the page, and going back shows nothing": async ({ page, browser, where, check }) => {
    for (const problem of [null, "pay-scam-transfer"]) {
      await open(page, where);
      await page.type("story", STORY);
      if (problem) await page.press("candidate", { id: problem });
      if (problem) await page.rc("plan");
      await page.press("quick-exit");
      await page.until(async () => (await browser.getCurrentUrl()) === "about:blank", "the page should be empty");
      await browser.navigate().back();
      await checkForgotten(page, check);
    }
  },

  "Shift three times does the same": async ({ page, browser, where, check }) => {
    await open(page, where);
    await page.type("story", STORY);
    await browser.actions().sendKeys(Key.SHIFT, Key.SHIFT).perform();
    await page.type("story", "！");
    check.has(await page.attribute("story", "value"), CANARY.text, "twice is not three times");
    for (let times = 0; times < 3; times++) await page.press([Key.SHIFT]);
    await page.until(async () => (await browser.getCurrentUrl()) === "about:blank", "the page should be empty");
    await browser.navigate().back();
    await checkForgotten(page, check);
  },
};

/** Whatever the browser shows now, nothing that was typed is in it. */
async function checkForgotten(page, check) {
  const shown = await page.run(() => {
    const root = document.querySelector("recourse-guide")?.shadowRoot;
    return `${document.body.innerText} ${root?.textContent} ${root?.querySelector("textarea")?.value}`;
  });
  for (const word of Object.values(CANARY)) check.lacks(shown, word);
}

/** The trap itself is tried: a page that does leak is caught each way. */
async function leaks({ page, server, check }) {
  page.allow(/zqxj7413canary/);
  await openTrapped(page, server, "/");
  await page.run((canary) => {
    document.title = canary.text;
    history.replaceState(canary.words, "", "#" + canary.number);
    localStorage.setItem("day", canary.day);
    sessionStorage.setItem(canary.text, 1);
    document.cookie = `a=${canary.text}`;
    indexedDB.open(canary.text);
    console.log(canary.text);
    fetch(`?${canary.text}`).catch(() => {});
    document.dispatchEvent(new CustomEvent("recourse:step", { detail: canary.text }));
    document.body.dataset.said = btoa(canary.text);
    postMessage(canary.text, "*");
    return new Promise((next) => setTimeout(next, 200));
  }, CANARY);
  const found = (await traces(page, server)).map((line) => line.split(" ")[0]);
  const kinds = ["title", "url", "history", "storage", "cookies", "database", "console", "request", "server", "event", "page", "postMessage", "resource"];
  check.none(kinds.filter((kind) => !found.includes(kind)), "these leaks were not caught");
}

export default { "the trap catches what leaks": leaks, ...both(tests) };
