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

/** Types into the search of the static guide. */
async function seek(page, words) {
  await page.type((await page.all(".rg-sieve input"))[0], words, { clear: true });
}

const searches = ["/", "file:zh-Hans"].map((what) => [
  `${what} can be searched by words and by sound, and the calls are one tap away`,
  async ({ page, check }) => {
    await page.size(360, 740);
    await page.open(what, { wait: false });
    await page.until(async () => (await page.all(".rg-sieve")).length === 1, "a search should be offered");
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
    check.has(await page.text((await page.all(".rg-sieve p"))[0]), /\p{Script=Han}/u);
    check.none(await page.accessibility());
    await page.press((await page.all(".rg-sieve a"))[0]);
    const [alarm] = await page.all(".rg-alarm");
    check.ok(await page.run((alarm) => alarm.getBoundingClientRect().top >= -1 && alarm.getBoundingClientRect().top < 300, alarm), "the calls should be on show");
  },
]);

export default {
  ...Object.fromEntries(without),
  ...Object.fromEntries(searches),
};
