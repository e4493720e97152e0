/** Every way of the ledger, walked by clicking: at most three from the start, and the words stand in sight. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { both, open } from "../lib/ways.mjs";

/** The ways of `knowledge/ledger.toml`: its lists are written as JSON would be. */
function ways(root) {
  const found = [];
  let id;
  for (const line of readFileSync(path.join(root, "knowledge/ledger.toml"), "utf8").split("\n")) {
    id = /^\[(.+)\]$/.exec(line)?.[1] ?? id;
    const at = /^at = (.*)$/.exec(line)?.[1];
    if (at) found.push(...JSON.parse(at).map(([way, words]) => ({ id, way, words })));
  }
  return found;
}

/** In the page: goes back to the start, walks one way, and tells how many clicks it took to see the words. */
function walk(way, words) {
  const root = document.querySelector("recourse-guide").shadowRoot;
  const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  const wait = async (ask) => {
    for (let turn = 0; turn < 200; turn += 1) {
      const found = ask();
      if (found) return found;
      await frame();
    }
    return null;
  };
  const find = (selector) => root.querySelector(selector);
  const sees = (place) => place.innerText.replaceAll(/\s+/g, " ").includes(words);
  const [first, last] = way.split(" > ");
  return (async () => {
    let clicks = 0;
    const click = async (selector) => {
      const target = await wait(() => find(selector));
      if (!target) throw new Error(`there is no ${selector}`);
      target.click();
      clicks += 1;
      await frame();
    };
    find(".step").click();
    await wait(() => find("#story"));
    if (first === "guides") {
      await click('[data-rc="go"][data-value="guides"]');
      await click(`[data-rc="guide-row"][data-id="${last}"]`);
      const guide = await wait(() => find(`[data-rc="guide"][data-id="${last}"]`));
      return { clicks, seen: sees(guide) };
    }
    await click(".tiles ~ div .quiet");
    await click(`[data-rc="candidate"][data-id="${first}"]`);
    const plan = await wait(() => find(`[data-rc="plan"][data-id="${first}"]`));
    await wait(() => find(".fold"));
    const rung = `[data-rc="rung"][data-id="${last}"]`;
    const place = last ? find(rung) ?? find(`[data-rc="excluded"][data-id="${last}"]`) : plan;
    if (!place) throw new Error("the door is not there");
    if (sees(place)) return { clicks, seen: true };
    // One fold opens: the one that holds the words.
    const around = place.closest("details");
    const folds = [...(around ? [around] : []), ...place.querySelectorAll("details")].filter((fold) => !fold.open);
    for (const fold of folds) {
      fold.open = true;
      // What is inside is drawn once it is open.
      await frame();
      await frame();
      await frame();
      if (sees(place)) return { clicks: clicks + 1, seen: true };
      fold.open = false;
    }
    return { clicks, seen: false };
  })();
}

export default both({
  "every founding fact is at most three clicks from the start": async ({ page, where, check, dist }) => {
    await open(page, where);
    const all = ways(path.dirname(dist));
    check.ok(all.length >= 88, `the ledger has only ${all.length} ways`);
    const lost = [];
    for (const { id, way, words } of all) {
      const call = `const done = arguments[arguments.length - 1]; (${walk})(...arguments).then(done, (e) => done({ why: String(e) }))`;
      const end = await page.driver.executeAsyncScript(call, way, words);
      if (end.why || !end.seen || end.clicks > 3) lost.push(`${id} ${way}: ${end.why ?? `“${words}” after ${end.clicks} clicks: ${end.seen}`}`);
    }
    check.equal(lost, []);
  },
});
