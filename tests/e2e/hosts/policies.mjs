/** What stands on the page under each policy: the widget, or the static guide with one line. */
import { readFileSync } from "node:fs";
import { onHost } from "../lib/host.mjs";
import { checkFallback, ready } from "./lib.mjs";

const WASM = "'wasm-unsafe-eval'";
/** The policies of the table in docs/embedding.md, and whether the widget starts under them. */
export const POLICIES = [
  ["no policy", undefined, true],
  ["script-src 'self'", "default-src 'none'; img-src data:; connect-src 'self'; style-src 'self'; script-src 'self'", false],
  ["script-src 'self' 'wasm-unsafe-eval'; style-src 'self'", `default-src 'none'; img-src data:; connect-src 'self'; style-src 'self'; script-src 'self' ${WASM}`, true],
  ["script-src 'self' 'wasm-unsafe-eval'; style-src 'none'", `default-src 'none'; img-src data:; connect-src 'self'; style-src 'none'; script-src 'self' ${WASM}`, true],
  ["script-src 'nonce-…' 'strict-dynamic'", "img-src data:; script-src 'nonce-r4nd0m' 'strict-dynamic'", false],
  ["script-src 'nonce-…' 'strict-dynamic' 'wasm-unsafe-eval'", `img-src data:; script-src 'nonce-r4nd0m' 'strict-dynamic' ${WASM}`, true],
  ["require-trusted-types-for 'script'", `require-trusted-types-for 'script'; trusted-types 'none'; script-src 'self' ${WASM}; style-src 'self'`, true],
  ["connect-src 'none'", `default-src 'none'; img-src data:; connect-src 'none'; style-src 'self'; script-src 'self' ${WASM}`, false],
];

const tests = POLICIES.map(([name, policy, starts]) => [
  `under ${name} ${starts ? "the widget starts" : "the static guide stays"}`,
  onHost("policies", { policy, fill: { nonce: "r4nd0m" } }, async ({ page, site, check }) => {
    if (starts) {
      await ready(page);
      await page.rc("story");
      await page.press((await page.all(".tile"))[0]);
      await page.rc("plan");
      return;
    }
    page.allow(/Content Security Policy|content security policy|violates/i);
    await checkFallback(page, check);
    if (!policy.includes("wasm")) check.equal(site.asked, ["embed.js"], "nothing is fetched in vain");
  }),
]);

/** A policy with leave to frame: the frame has a policy of its own. */
const framing = ([name, policy]) => [
  `under ${name} the frame shows the widget`,
  onHost("frame", { policy: policy && `${policy}; frame-src 'self'` }, async ({ page }) => {
    page.allow(/Content Security Policy|content security policy|violates/i);
    const { driver } = page;
    await driver.switchTo().frame(await driver.findElement({ css: "#recourse" }));
    try {
      await page.rc("story");
      await page.press((await page.all(".tile"))[0]);
      await page.rc("plan");
    } finally {
      await driver.switchTo().defaultContent();
    }
  }),
];

export default {
  ...Object.fromEntries(tests),
  ...Object.fromEntries([...POLICIES, ["script-src 'none'", "script-src 'none'; img-src data:"]].map(framing)),
  "the table in docs/embedding.md says what these tests found": async ({ check }) => {
    const page = readFileSync(new URL("../../../docs/embedding.md", import.meta.url), "utf8");
    for (const [name, , starts] of [...POLICIES, ["script-src 'none'", "", false]]) {
      const row = page.split("\n").find((line) => line.startsWith(`| ${name === "no policy" ? name : `\`${name}\``} |`));
      check.ok(row, `the table should have a row for ${name}`);
      const [, , element, frame] = row.split("|").map((cell) => cell.trim());
      check.equal([element.startsWith("widget"), frame], [starts, "widget"], name);
    }
  },
  "under script-src 'none' the static guide stays as it is": onHost("policies", { policy: "script-src 'none'; img-src data:" }, async ({ page, check }) => {
    page.allow(/Content Security Policy|content security policy|violates/i);
    check.ok(await page.run(() => document.querySelector(".fallback").getBoundingClientRect().height > 10));
  }),
};
