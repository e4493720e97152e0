/** The integrator's page: what is chosen shows in the live element and in what is copied. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

const PAGES = { "/embed.html": "zh-Hans", "/embed.zh-Hant.html": "zh-Hant", "/embed.en.html": "en" };
const snippet = async (page, name) => page.run((name) => document.querySelector(`[data-snippet=${name}]`).textContent, name);
const field = async (page, name) => page.driver.findElement({ css: `form [name="${name}"]` });
const ready = (page) => page.until(() => page.run(() => !!document.querySelector("recourse-guide").shadowRoot?.querySelector(".rc")), "the live element should start", 15_000);

/** Opens the page and brings the live element into view. */
async function open(page, what) {
  await page.open(what, { wait: false });
  await page.run(() => document.querySelector("recourse-guide").scrollIntoView());
  await ready(page);
}

export default {
  ...Object.fromEntries(Object.entries(PAGES).map(([what, lang]) => [
    `${what} is whole, in its language, and axe finds nothing`,
    async ({ page, check }) => {
      await open(page, what);
      check.equal(await page.run(() => document.documentElement.lang), lang);
      check.equal(await page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector(".rc").lang), lang);
      check.lacks(await page.run(() => document.body.innerText), "{{");
      check.equal(/\p{Script=Han}/u.test(await page.run(() => document.querySelector("h1").textContent)), lang !== "en");
      check.none(await page.accessibility());
      for (const width of [320, 1280]) {
        await page.size(width, 800);
        check.ok(await page.run(() => document.documentElement.scrollWidth <= innerWidth), `nothing is wider than ${width} px`);
      }
    },
  ])),

  "what is chosen shows in the element and in every snippet": async ({ page, check }) => {
    await open(page, "/embed.en.html");
    await page.choose(await field(page, "lang"), "zh-Hant");
    await page.choose(await field(page, "theme"), "dark");
    await page.type(await field(page, "region"), "HK");
    await page.type(await field(page, "problem"), "wx-account-banned");
    await page.rc("plan", { id: "wx-account-banned" });
    await page.until(() => page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector(".rc").lang === "zh-Hant"));
    const set = 'lang="zh-Hant" region="HK" problem="wx-account-banned" theme="dark"';
    const order = (text) => text.match(/<recourse-guide ([^>]*)>/)[1].split(" ").sort();
    for (const name of ["tag", "wordpress"]) check.equal(order(await snippet(page, name)), set.split(" ").sort());
    for (const name of ["frame", "discourse"]) check.has(await snippet(page, name), /frame\.en\.html#(?=.*lang=zh-Hant)(?=.*problem=wx-account-banned)/);
    check.has(await snippet(page, "mediawiki"), 'guide.setAttribute("region", "HK");');
    page.allow(/recourse-guide/);
  },

  "the snippet's sum is that of the loader": async ({ page, check, dist, server }) => {
    await page.open("/embed.html", { wait: false });
    const sum = createHash("sha384").update(readFileSync(path.join(dist, "embed.js"))).digest("base64");
    await page.until(async () => (await snippet(page, "tag")) !== "");
    check.has(await snippet(page, "tag"), `src="${server.origin}/embed.js" integrity="sha384-${sum}"`);
  },

  "what is typed here cannot break out of the snippet": async ({ page, check }) => {
    await page.open("/embed.html", { wait: false });
    await page.type(await field(page, "problem"), '"><img src=x>');
    check.has(await snippet(page, "tag"), 'problem="&quot;>&lt;img src=x>"');
    check.equal(await page.run(() => document.querySelectorAll("img").length), 0);
  },

  "a button copies the snippet beside it": async ({ page, check }) => {
    await page.open("/embed.en.html", { wait: false });
    await page.command("Browser.grantPermissions", { permissions: ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    const button = await page.driver.findElement({ css: "pre button" });
    await page.press(button);
    await page.until(async () => (await button.getText()) === "Copied", "the button should say so");
    check.equal(await page.run(() => navigator.clipboard.readText()), await snippet(page, "tag"));
  },
};
