/** All problems can be found by looking, and each has a plan. */
import { readdirSync, readFileSync } from "node:fs";
import { both, open, wholePlan } from "../lib/ways.mjs";

const KNOWLEDGE = new URL("../../../knowledge/", import.meta.url);
const PROBLEMS = readdirSync(new URL("problems/", KNOWLEDGE)).map((name) => name.replace(".toml", ""));
/** The disputed channels and those kept only to warn of: their numbers must not be dialled. */
const DANGEROUS = readdirSync(new URL("channels/", KNOWLEDGE))
  .map((name) => ({ id: name.replace(".toml", ""), text: readFileSync(new URL(`channels/${name}`, KNOWLEDGE), "utf8") }))
  .filter(({ text }) => /^status = "(disputed|warn-only)"/m.test(text))
  .map(({ id, text }) => ({ id, name: text.match(/^name.zh = "(.+)"/m)[1], digits: (text.match(/^phone = "(.+)"/m)?.[1] ?? "").replaceAll(/[^\d+]/g, "") }));

async function openList(page, where) {
  await open(page, where);
  await page.press((await page.all(".split-side .quiet"))[0]);
  await page.until(async () => (await page.all('input[type="search"]')).length > 0, "the list should open");
}

async function listed(page) {
  return page.ids("candidate");
}

/** Opens every plan in turn, in the page itself, and tells what is wrong with it. */
async function everyPlan(problems, dangerous) {
  const root = document.querySelector("recourse-guide").shadowRoot;
  const wrong = [];
  let mark = null;
  /** A screen is there once its heading has the focus and the browser's history knows of it. */
  const arrives = async (selector) => {
    for (const end = Date.now() + 5000; Date.now() < end; ) {
      const found = root.querySelector(selector);
      if (found && root.activeElement === root.querySelector("h1") && history.state !== mark) {
        mark = history.state;
        return found;
      }
      await new Promise((next) => setTimeout(next, 0));
    }
    const shown = root.querySelector("h1").textContent;
    wrong.push(`${selector} did not appear; on show is “${shown}”, the focus is on ${root.activeElement?.localName}`);
    return null;
  };
  const isDead = (link) =>
    dangerous.some(({ id, digits }) => id === link.closest("[data-id]").dataset.id || link.getAttribute("href") === `tel:${digits}`);
  for (const id of problems) {
    const row = await arrives(`[data-rc="candidate"][data-id="${id}"]`);
    row?.click();
    const plan = row && (await arrives(`[data-rc="plan"][data-id="${id}"]`));
    if (!plan) break;
    if (!plan.querySelector("[data-rc=rung]")) wrong.push(`${id} has no door`);
    if (plan.querySelector("h1").textContent.trim() === "") wrong.push(`${id} has no name`);
    if (/\{[a-z]+\}/.test(plan.textContent)) wrong.push(`${id} has a hole that was not filled`);
    const dead = [...plan.querySelectorAll('a[href^="tel:"]')].filter(isDead);
    wrong.push(...dead.map((link) => `${id} lets one dial ${link.href}`));
    history.back();
  }
  return wrong;
}

const tests = {
  "every problem is in the list, once": async ({ page, where, check }) => {
    await openList(page, where);
    // What stands below the first screen is drawn after it.
    await page.until(async () => (await listed(page)).length >= PROBLEMS.length, "the whole list should arrive");
    const found = await listed(page);
    check.equal(found.toSorted(), PROBLEMS.toSorted());
  },

  "the filter and the place shorten the list": async ({ page, where, check }) => {
    await openList(page, where);
    const [filter] = await page.all('input[type="search"]');
    await page.type(filter, "退款");
    await page.until(async () => (await listed(page)).length < 20, "the filter should shorten the list");
    check.ok((await listed(page)).includes("mp-user-refund"), "refunds should be found");
    await page.type(filter, "这样的事没有", { clear: true });
    await page.until(async () => (await listed(page)).length === 0);
    const said = await page.inside((root) => root.querySelector('.rc [role="status"]').innerText);
    check.differ(said.trim(), "", "an empty list should say so");
    await page.type(filter, " ", { clear: true });
    await page.choose((await page.all("select"))[0], "WhatsApp");
    await page.until(async () => (await listed(page)).length < PROBLEMS.length);
    check.ok((await listed(page)).includes("wa-account-hijacked"));
    check.ok(!(await listed(page)).includes("pay-balance-frozen"));
  },

  "sounds, meanings and numbers find problems and doors": async ({ page, where, check }) => {
    await openList(page, where);
    const [filter] = await page.all('input[type="search"]');
    const find = async (words, problem, door) => {
      await page.type(filter, words, { clear: true });
      if (problem) await page.until(async () => (await listed(page))[0] === problem, `${words} should find ${problem} first`);
      if (door) await page.until(async () => (await page.ids("found-door")).includes(door), `${words} should find ${door}`);
    };
    await find("zhuanzhangbeipian", "pay-scam-transfer");
    await find("txkf", null, "wx-mp-tencent-kefu");
    await find("997", null, "my-nsrc-997");
    await find("12315", null, "cn-12315");
    const said = await page.inside((root) => root.querySelector('.rc [role="status"]').innerText);
    check.has(said, /^找到 \d+ 扇门$/, "where no trouble is found only the doors are counted");
    const door = await page.rc("found-door", { id: "cn-12315" });
    const [problem] = await door.findElements({ css: "li .quiet" });
    const name = await problem.getText();
    await page.press(problem);
    await page.rc("plan");
    check.equal(await page.text((await page.all("h1"))[0]), name);
  },

  "no dangerous number that is found can be dialled": async ({ page, where, check }) => {
    await openList(page, where);
    const [filter] = await page.all('input[type="search"]');
    for (const { id, name } of DANGEROUS) {
      await page.type(filter, name, { clear: true });
      const door = await page.rc("found-door", { id });
      check.equal((await door.findElements({ css: "a" })).length, 0, `${id} has a link`);
      check.equal((await door.findElements({ css: ".wall-flag" })).length, 1, `${id} should carry its warning`);
    }
  },

  "choosing one leads to its plan, and the steps lead back": async ({ page, where, check }) => {
    await openList(page, where);
    await page.press("candidate", { id: "pay-balance-frozen" });
    await wholePlan(page);
    check.equal(await page.attribute("plan", "data-id"), "pay-balance-frozen");
    await page.press((await page.all(".steps .step"))[0]);
    await page.rc("story");
  },

  "a tile leads to its plan": async ({ page, where, check }) => {
    await open(page, where);
    await page.press((await page.all('.tile[data-id="wa-account-hijacked"]'))[0]);
    check.equal(await page.attribute("plan", "data-id"), "wa-account-hijacked");
  },

  "every problem has a plan with a door, and no disputed number can be dialled": async ({ page, where, check }) => {
    await openList(page, where);
    for (let at = 0; at < PROBLEMS.length; at += 20) {
      check.none(await page.run(everyPlan, PROBLEMS.slice(at, at + 20), DANGEROUS));
    }
  },
};

export default both(tests);
