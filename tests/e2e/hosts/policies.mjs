/** What stands on the page under each policy, and in each of the three ways: the element, the frame, the fragment. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { onHost } from "../lib/host.mjs";
import { checkFallback, isWebKit, ready } from "./lib.mjs";

const WASM = "'wasm-unsafe-eval'";
const OWN = "default-src 'none'; img-src data:; connect-src 'self'";
const VIOLATION = /Content Security Policy|content security policy|violates/i;

/** The policies of the table in docs/embedding.md, and what the element shows under each. */
const POLICIES = [
  ["no policy", undefined, "widget"],
  ["script-src 'self'", `${OWN}; style-src 'self'; script-src 'self'`, "static guide and one line"],
  ["script-src 'self' 'wasm-unsafe-eval'", `${OWN}; style-src 'self'; script-src 'self' ${WASM}`, "widget"],
  ["script-src 'nonce-…' 'strict-dynamic'", "img-src data:; script-src 'nonce-r4nd0m' 'strict-dynamic'", "static guide and one line"],
  ["script-src 'nonce-…' 'strict-dynamic' 'wasm-unsafe-eval'", `img-src data:; script-src 'nonce-r4nd0m' 'strict-dynamic' ${WASM}`, "widget"],
  ["require-trusted-types-for 'script'", `require-trusted-types-for 'script'; trusted-types 'none'; script-src 'self' ${WASM}`, "widget"],
  ["style-src 'self'", "style-src 'self'", "widget"],
  ["style-src 'none'", `${OWN}; style-src 'none'; script-src 'self' ${WASM}`, "widget"],
  ["connect-src 'none'", `default-src 'none'; img-src data:; connect-src 'none'; style-src 'self'; script-src 'self' ${WASM}`, "static guide and one line"],
  ["script-src 'none'", "script-src 'none'; img-src data:", "static guide"],
];

/** The first tile leads to a plan: the program runs. WebKit's driver misses what moves in a frame that grows. */
async function checkWidget(page) {
  await page.rc("story", { patience: 15_000 });
  await page.run((tile) => tile.click(), (await page.all(".tile"))[0]);
  await page.rc("plan");
}

const element = ([name, policy, shown]) => [
  `under ${name} the element shows: ${shown}`,
  onHost("policies", { policy, fill: { nonce: "r4nd0m" } }, async ({ page, site, check }) => {
    if (shown === "widget") {
      await ready(page);
      return checkWidget(page);
    }
    page.allow(VIOLATION);
    if (shown === "static guide and one line") await checkFallback(page, check);
    check.ok(await page.run(() => document.querySelector(".fallback").getBoundingClientRect().height > 10), "the static guide should be seen");
    // WebKit refuses a program only when it is to run, so it has been fetched by then.
    if (!policy.includes("wasm") && !(await isWebKit(page))) check.none(site.asked.filter((file) => file !== "embed.js"), "nothing is fetched in vain");
  }),
];

/** A policy with leave to frame: the frame has a policy of its own. */
const frame = ([name, policy]) => [
  `under ${name} the frame shows: widget`,
  onHost("frame", { policy: policy && `${policy}; frame-src 'self'` }, async ({ page }) => {
    page.allow(VIOLATION);
    const { driver } = page;
    await driver.switchTo().frame(await driver.findElement({ css: "#recourse" }));
    try {
      await checkWidget(page);
    } finally {
      await driver.switchTo().defaultContent();
    }
  }),
];

/** Nothing of the fragment is refused, as nothing in it is script or style. */
const fragment = ([name, policy]) => [
  `under ${name} the fragment shows: guide`,
  onHost("fragment", ({ dist }) => ({ policy, fill: { fragment: readFileSync(path.join(dist, "guide/zh-Hans.fragment.html"), "utf8") } }), async ({ page, check }) => {
    const seen = await page.run(() => {
      const guide = document.querySelector(".rg");
      return {
        height: guide.getBoundingClientRect().height,
        dials: guide.querySelectorAll('a[href="tel:110"]').length,
        problems: guide.querySelectorAll("[id=pay-scam-transfer],[id=wx-account-banned],[id=wa-account-hijacked]").length,
        scripts: document.querySelectorAll("script,style,[style],[onclick]").length,
        text: guide.innerText.length,
      };
    });
    check.ok(seen.height > 1000 && seen.text > 10_000 && seen.dials > 0, JSON.stringify(seen));
    check.equal([seen.problems, seen.scripts], [3, 0]);
  }),
];

export default {
  ...Object.fromEntries(POLICIES.flatMap((row) => [element(row), frame(row), fragment(row)])),

  "the table in docs/embedding.md says what these tests found": async ({ check }) => {
    const page = readFileSync(new URL("../../../docs/embedding.md", import.meta.url), "utf8");
    const [, table] = page.split(/^## [23]\..*$/m);
    const rows = table.split("\n").filter((line) => line.startsWith("| ")).slice(1).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
    const written = (name) => (name === "no policy" ? name : `\`${name}\``);
    const without = (cell) => cell.split(/[:;,]/)[0];
    check.equal(
      rows.map(([name, ...shown]) => [name, ...shown.map(without)]),
      POLICIES.map(([name, , shown]) => [written(name), shown, "widget", "guide"]),
    );
  },
};
