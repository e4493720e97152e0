/**
 * Where the program cannot run, the emergency help stays and one sentence says why.
 * Without just-in-time compilation Chromium has no WebAssembly, like a phone in lockdown mode.
 */
import { checkNote, checkStanding, EVERY } from "../lib/standing.mjs";

export const options = { flags: ["--js-flags=--jitless"] };

const without = EVERY.map((what) => [
  `${what} keeps the emergency help and says that the rest did not start`,
  async ({ page, check }) => {
    await page.open(what, { wait: false });
    await checkNote(page);
    await checkStanding(page, check);
  },
]);

/** The names of the problems on show in the list. */
async function listed(page) {
  return page.run(() => [...document.querySelectorAll(".rg-contents li a[href*='#']")].filter((a) => a.checkVisibility()).map((a) => a.hash.slice(1)));
}

const early = (page, within) => page.run((within) => document.querySelector(`.early ${within}`), within);

/** Types into the first field. */
async function seek(page, words) {
  await page.type(await early(page, "textarea"), words, { clear: true });
}

const searches = ["/", "file:zh-Hans"].map((what) => [
  `${what} can be searched by words and by sound, and words of urgency bring the calls`,
  async ({ page, check }) => {
    await page.size(360, 740);
    await page.open(what, { wait: false });
    await checkNote(page);
    check.has(await (await early(page, "#rg-hint")).getText(), "只留下");
    const all = (await listed(page)).length;
    check.ok(all >= 93, `only ${all} problems`);
    for (const words of ["我刚被骗转了三千块", "zhuanzhangbeipian", "zzbp"]) {
      await seek(page, words);
      const found = await listed(page);
      check.ok(found.includes("pay-scam-transfer"), `“${words}” should find the scam, not only ${found}`);
      check.ok(found.length < all / 3, `“${words}” should leave out most, not keep ${found.length}`);
    }
    await seek(page, "qqqqqqq");
    check.equal((await listed(page)).length, all, "where nothing fits, everything stays");
    check.has(await (await early(page, "[role=status]")).getText(), "没有对得上的");
    check.none(await page.accessibility());
    await seek(page, "群聊被封");
    const [nearest] = await page.run(() => [...document.querySelectorAll(".early-found a")].map((link) => link.getAttribute("href")));
    check.ok(nearest?.includes("#"), "the nearest should stand below the field");
    await seek(page, "我刚被骗转了三千块");
    check.equal(await page.run(() => document.querySelectorAll(".early-found li").length), 0, "nothing should stand before the calls");
    const [alarm] = await page.all(".rg-alarm");
    const { top, high } = await page.run((alarm) => ({ top: alarm.getBoundingClientRect().top, high: innerHeight }), alarm);
    check.ok(top >= 0 && top < high - 100, `the calls should be on show, not ${top} px down`);
  },
]);

export default {
  ...Object.fromEntries(without),
  ...Object.fromEntries(searches),
};
