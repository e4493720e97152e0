/** Knowledge past its day says so, wherever it is read; before that day nothing is said. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { both, SCAM, wholePlan } from "../lib/ways.mjs";

/** The last day on which the knowledge holds, by what the build tells of itself. */
const lastDay = (dist) => JSON.parse(readFileSync(path.join(dist, "about.json"), "utf8")).valid_until;

/** Opens on the day that lies so many days after the last one, at noon in Shanghai. */
async function openAfter({ page, dist, where }, days) {
  await page.zone("Asia/Shanghai");
  const noon = Date.parse(`${lastDay(dist)}T04:00:00Z`) + days * 86_400_000;
  await page.command("Page.addScriptToEvaluateOnNewDocument", {
    source: `{ const Real = Date, ahead = ${noon} - Real.now();
      window.Date = class extends Real { constructor(...given) { given.length ? super(...given) : super(Real.now() + ahead); } static now() { return Real.now() + ahead; } }; }`,
  }).then(({ identifier }) => (page.undo ??= []).push(() => page.command("Page.removeScriptToEvaluateOnNewDocument", { identifier })));
  await page.open(where);
}

const banners = async (page) => {
  const titles = await page.all(".notice-title");
  const said = await Promise.all(titles.map((title) => title.getText()));
  return said.filter((words) => words.includes("过时")).length;
};

const tests = {
  "on its last day the knowledge says nothing": async (things) => {
    await openAfter(things, 0);
    things.check.equal(await banners(things.page), 0);
  },

  "the day after, a banner says so on the first screen and beside a plan": async (things) => {
    const { page, check } = things;
    await openAfter(things, 1);
    check.equal(await banners(page), 1);
    await page.type("story", SCAM);
    await page.press("candidate", { id: "pay-scam-transfer" });
    await wholePlan(page);
    check.equal(await banners(page), 1);
  },

  "years after it still works and still says so": async (things) => {
    const { page, check } = things;
    await openAfter(things, 3000);
    check.equal(await banners(page), 1);
    await page.type("story", SCAM);
    await page.rc("emergency");
  },
};

export default {
  ...both(tests),

  "without a script every edition names the day": async ({ page, dist, check }) => {
    const [year, month, day] = lastDay(dist).split("-").map(Number);
    const english = new Date(lastDay(dist)).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    for (const [what, said] of [["/", null], ["file", null], ["file:en", english], ["/guide/zh-Hans.html", null], ["/guide/en.html", english]]) {
      await page.open(what, { wait: false });
      check.has(await page.run(() => document.querySelector(".rg-foot").textContent), said ?? `有效到 ${year} 年 ${month} 月 ${day} 日`);
    }
  },
};
