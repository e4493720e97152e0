/** Sites that go from page to page in ways of their own, and sites with two versions of us. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { onHost } from "../lib/host.mjs";
import { checkOnce, ready } from "./lib.mjs";

const readies = (page) => page.run(() => window.told.filter(({ name }) => name === "ready").length);

/** An older version with its own files under `/old/`; it says so of itself. */
function old(dist) {
  const files = { "/old/embed.js": `${readFileSync(path.join(dist, "embed.js"), "utf8")}\nRecourseGuide.isOld = true;\n` };
  for (const name of readdirSync(path.join(dist, "assets"))) files[`/old/assets/${name}`] = readFileSync(path.join(dist, "assets", name));
  return files;
}

const together = (first, second) => onHost("versions", ({ dist }) => ({ fill: { first, second }, files: old(dist) }), async ({ page, site, check }) => {
  await ready(page);
  await page.rc("story");
  check.equal(await page.run(() => customElements.get("recourse-guide").isOld === true), first === "/old", "the first one serves");
  check.equal((await page.console()).filter(({ text }) => /defined already/.test(text)).length, 1, "the second one says that it stands back");
  const asked = site.asked.filter((file) => file !== "embed.js");
  check.equal(asked.length > 0, first !== "/old", "only the one that serves loads its files");
});

export default {
  "in a site that draws its pages itself it comes, goes and comes anew": onHost("spa", {}, async ({ page, site, check }) => {
    const [home, help] = await page.driver.findElements({ css: "nav a" });
    await help.click();
    await page.until(async () => (await readies(page)) === 1);
    const entries = await page.run(() => history.length);
    await page.type("story", "微信被封");
    await page.press("candidate", { id: "wx-account-banned" });
    await page.rc("plan");
    check.equal(await page.run(() => [history.length, location.pathname + location.search + location.hash]), [entries, "/help"], "history and address are the site's");
    await home.click();
    check.equal(await page.run(() => document.querySelector("recourse-guide")), null);
    await page.driver.navigate().back();
    await page.until(async () => (await readies(page)) === 2, "it should start anew");
    check.equal(await page.attribute("story", "value"), "", "what was left is forgotten");
    await checkOnce(page, site.asked, check);
    check.equal(await page.run(() => window.told.filter(({ name }) => name === "error").length), 0);
  }),

  "where a body takes the place of another it starts in each": onHost("turbo", {}, async ({ page, site, check }) => {
    await page.until(async () => (await readies(page)) === 1);
    await page.type("story", "微信被封");
    await (await page.driver.findElement({ css: "#go" })).click();
    await page.until(async () => (await readies(page)) === 2, "in the next body");
    check.equal(await page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector(".rc").lang), "en");
    await page.type("story", "banned");
    await page.rc("candidate");
    await page.driver.navigate().back();
    await page.until(async () => (await readies(page)) === 3, "in the copy that was kept");
    check.equal(await page.attribute("story", "value"), "", "a copy keeps nothing that was typed");
    check.has(await page.run(() => document.querySelector("recourse-guide").textContent), "110", "the static guide is in the copy");
    await checkOnce(page, site.asked, check);
    check.none((await page.console()).filter(({ text }) => /recourse-guide/.test(text)).map(({ text }) => text), "nothing to warn of");
  }),

  "an old version and a new one: the first serves, with its own files": together("/old", "/recourse"),
  "a new version and an old one: the first serves, with its own files": together("/recourse", "/old"),
};
