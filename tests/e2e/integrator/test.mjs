/** The integrator's page: what is chosen shows in the live element and in what is copied. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { onHost } from "../lib/host.mjs";
import { serve } from "../lib/server.mjs";

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

/** A page of somebody else's with a snippet pasted into it. */
const pasted = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Help</title><link rel="icon" href="data:,"></head><body><h1>Help</h1>${body}</body></html>`;

/** Takes snippets off the page as another site serves it, and pastes what `paste` makes of them into a site of its own. */
const paste = (make, test, policy = () => undefined) => async (things) => {
  const { page, own, dist } = things;
  const there = await serve(dist, { "access-control-allow-origin": "*" });
  own.push(there.origin);
  try {
    await page.driver.get(`${there.origin}/embed.en.html`);
    await page.type(await field(page, "region"), "HK");
    const texts = {};
    for (const name of ["tag", "frame", "wordpress", "discourse", "mediawiki", "policy", "case"]) texts[name] = await snippet(page, name);
    await onHost("plain", { policy: policy(texts), files: { "/": pasted(make(texts)) } }, test)(things);
  } finally {
    await page.driver.get("about:blank");
    there.stop();
  }
};

/** Keeps what moves in the page. */
const WATCH = `<script>window.shifts = []; new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });</script>`;

/** The element runs, and is set as was chosen. */
async function checkElement({ page, check }) {
  await ready(page);
  check.equal(await page.run(() => document.querySelector("recourse-guide").getAttribute("region")), "HK");
  await page.type("story", "I was scammed and transferred 3000 yuan");
  await page.press("candidate", { id: "pay-scam-transfer" });
  await page.rc("rung", { id: "hk-police" });
}

/** The frame runs, and is set as was chosen. */
async function checkFrame({ page }) {
  await page.driver.switchTo().frame(await page.driver.findElement({ css: "iframe" }));
  try {
    await page.type("story", "I was scammed and transferred 3000 yuan", { patience: 15_000 });
    await page.press("candidate", { id: "pay-scam-transfer" });
    await page.rc("rung", { id: "hk-police" });
  } finally {
    await page.driver.switchTo().defaultContent();
  }
}

/** The snippet for MediaWiki as it comes: the text of the page is handed over once it is there, and again after every edit. */
const inWiki = ({ mediawiki }) => {
  const [script, markup, style] = mediawiki.split("\n\n");
  const hook = "const mw = { hook: () => ({ add: (use) => { use([document.body]); use([document.body]); } }) };";
  return `<style>${style}</style>${markup}<script>${hook}${script}</script>`;
};

export default {
  "the snippet of the tag, pasted into a page, runs": paste(({ tag }) => tag, checkElement),

  "the same under the lines of policy that the page names": paste(
    ({ tag }) => tag,
    checkElement,
    ({ policy }) => `default-src 'none'; img-src data:; ${policy.split("\n")[0]}`,
  ),

  "the snippet of the tag keeps its room: nothing below moves when the program comes": paste(
    ({ tag }) => `${WATCH}${tag}${"<p>More help.</p>".repeat(30)}`,
    async ({ page, check }) => {
      await ready(page);
      await page.run(() => new Promise((done) => setTimeout(done, 400)));
      check.equal(await page.run(() => window.shifts), []);
    },
  ),

  "the snippet of the frame, pasted into a page, runs and grows": paste(({ frame }) => frame, async (things) => {
    await checkFrame(things);
    const { page } = things;
    await page.until(() => page.run(() => document.querySelector("iframe").getBoundingClientRect().height > 900), "it should be as high as the plan");
  }),

  "the frame runs where only the policy's line for frames is added": paste(
    ({ discourse }) => discourse.slice(discourse.indexOf("<iframe")),
    checkFrame,
    ({ policy }) => `default-src 'none'; img-src data:; style-src 'none'; ${policy.split("\n").at(-1)}`,
  ),

  "the snippet for WordPress runs as WordPress writes it": paste(({ wordpress }) => {
    // What the function writes into the head, and what the editor makes of the block.
    const head = [...wordpress.matchAll(/^ {2}echo '([^']+)';$/gm)].map(([, written]) => written).join("");
    const [, block] = /<!-- wp:html -->\n([^]*)\n<!-- \/wp:html -->/.exec(wordpress);
    return `${head}${block}`;
  }, async (things) => {
    things.check.has(await things.page.run(() => document.querySelector("script[type=module]").integrity), /^sha384-/);
    await checkElement(things);
  }),

  "the snippet for MediaWiki runs as MediaWiki loads it": paste(inWiki, async (things) => {
    const { page, check } = things;
    check.equal(await page.run(() => [document.querySelectorAll("recourse-guide").length, document.querySelectorAll("script[type=module]").length]), [1, 1]);
    await checkElement(things);
  }),

  "where MediaWiki's policy refuses the loader, what it would have needed is no hole in the page": paste(inWiki, async ({ page, check }) => {
    page.allow(/Content Security Policy/);
    await page.until(() => page.run(() => document.querySelector("recourse-guide[data-failed]") !== null), "it should be known");
    const [guide, window] = await page.run(() => [document.querySelector(".recourse-here").offsetHeight, innerHeight]);
    check.ok(guide > 10 && guide < window / 4, `${guide} px of ${window}`);
  }, () => "script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"),

  "the script for MediaWiki has nothing that its reader of scripts refuses": async ({ page, check }) => {
    await page.open("/embed.en.html", { wait: false });
    const [script] = (await snippet(page, "mediawiki")).split("\n\n");
    check.has(script, /^\/\/ MediaWiki:Common\.js\nmw\.hook/);
    // MediaWiki 1.39 takes ECMAScript 5, later ones that of 2016.
    check.lacks(script, /=>|`|\b(?:const|let|class|async|await|import)\b|\.\.\./);
  },

  "the snippet for Discourse runs as Discourse draws it": paste(({ discourse }) => {
    const [setting, markup] = discourse.split("\n\n");
    const [name, allowed] = setting.split("\n");
    // Of an iframe it keeps these attributes, and the source only where it begins as the setting says.
    const kept = ["src", "width", "height", "allow", "allowfullscreen", "frameborder", "marginheight", "marginwidth"];
    const attributes = [...markup.matchAll(/ ([a-z]+)="([^"]*)"/g)].filter(([, attribute]) => kept.includes(attribute));
    const source = attributes.find(([, attribute]) => attribute === "src")[2];
    const isAllowed = name === "# allowed_iframes" && /^https?:\/\/[^/]+\/./.test(allowed) && source.toLowerCase().startsWith(allowed.toLowerCase());
    return isAllowed ? `<iframe${attributes.map(([all]) => all).join("")}></iframe>` : "<p>nothing</p>";
  }, checkFrame),

  "the snippet for a case asks the reader, and brings back what they hand over": paste(
    ({ tag, case: code }) => `${tag}<script>window.save = async (passphrase) => { ${code.replace("console.log(code, message)", "return code")} return "back"; };</script>`,
    async ({ page, check }) => {
      await ready(page);
      await page.type("story", "I was scammed and transferred 3000 yuan");
      await page.run(() => { window.save("a passphrase").then((said) => { window.said = said; }); });
      for (const yes of ["hand it over", "Open it"]) {
        await page.until(async () => (await page.text("assent", { patience: 15_000 }).catch(() => "")).includes(yes), yes, 15_000);
        await page.press("agree");
      }
      await page.until(() => page.run(() => window.said), "it should be back", 15_000);
      check.equal(await page.run(() => window.said), "back");
      check.equal(await page.attribute("story", "value"), "");
    },
  ),

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
