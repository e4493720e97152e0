/** A shop that brings a pack of its own: its doors, its problems, and what no pack can do. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { onHost } from "../lib/host.mjs";
import { SCAM } from "../lib/ways.mjs";
import { checkOnce, ready, told } from "./lib.mjs";

const text = readFileSync(new URL("shop/pack.json", import.meta.url), "utf8");
const POLICY = "default-src 'none'; img-src data:; connect-src 'self'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const sum = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** A test in the shop with its pack as it is, or changed. */
function inShop(test, { change = () => {}, attributes = 'pack="/pack.json"' } = {}) {
  const pack = JSON.parse(text);
  change(pack);
  const files = { "/pack.json": JSON.stringify(pack) };
  return onHost("shop", { policy: POLICY, files, fill: { attributes } }, async (things) => {
    await ready(things.page);
    await test(things);
  });
}

/** Opens the list and searches it. */
async function search(page, words) {
  await page.run(() => document.querySelector("recourse-guide").start({ problem: null, start: "browse" }));
  await page.until(async () => (await page.all('input[type="search"]')).length > 0, "the list should open");
  await page.type((await page.all('input[type="search"]'))[0], words);
}

/** The pack is left out, the widget runs without it, and the console says why. */
async function checkLeftOut(page, check) {
  await page.run(() => document.querySelector("recourse-guide").start({ problem: "mp-user-refund" }));
  await page.rc("plan", { id: "mp-user-refund" });
  check.none((await page.ids("rung")).filter((id) => id.startsWith("x-")), "no door of the pack should stand there");
  check.equal((await told(page, "error")).map(({ detail }) => detail.code), ["pack-refused"]);
  const lines = (await page.console()).filter(({ text }) => /left out as a whole/.test(text));
  check.equal(lines.length, 1, "the console should say it once");
  return lines[0].text;
}

export default {
  "a shop's door comes first on its ways out, and its problem is found by looking": inShop(async ({ page, site, check }) => {
    await page.run(() => document.querySelector("recourse-guide").start({ problem: "mp-user-refund" }));
    await page.rc("plan", { id: "mp-user-refund" });
    const door = await page.rc("rung", { id: "x-lamp-desk" });
    check.equal(await door.getAttribute("data-stage"), "first");
    check.has(await page.text(door), "灯与芯小店客服台");
    check.equal((await page.ids("rung")).find((id) => id.startsWith("x-")), "x-lamp-desk");
    await page.until(async () => (await page.all('[data-id="x-lamp-desk"] a[href="tel:+864000000000"]')).length > 0, "its number can be dialled");
    await search(page, "灯罩");
    await page.press("candidate", { id: "x-lamp-wrong-shade" });
    await page.rc("plan", { id: "x-lamp-wrong-shade" });
    check.equal((await page.ids("rung")).slice(0, 2), ["x-lamp-desk", "x-lamp-owner"]);
    for (const [lang, words] of [["en", "The Lamp & Wick help desk"], ["zh-Hant", "燈與芯小店客服台"]]) {
      await page.run((lang) => { document.querySelector("recourse-guide").lang = lang; }, lang);
      await page.until(async () => (await page.text("plan")).includes(words), `its words in ${lang}`);
    }
    await page.until(async () => (await told(page, "plan")).at(-1)?.detail.problem === "x-lamp-wrong-shade", "the plan should be told");
    await checkOnce(page, site.asked, check);
  }),

  "a shop's problem is understood from the reader's words, and found by the words of the pack": inShop(async ({ page, check }) => {
    for (const words of ["灯罩和图片颜色不一样", "my lampshade has another colour", "灯罩颜色发错了，客服不理我"]) {
      await page.type("story", words, { clear: true });
      await page.rc("candidate", { id: "x-lamp-wrong-shade" });
      check.equal((await page.ids("candidate"))[0], "x-lamp-wrong-shade", words);
    }
    await page.type("story", "微信被封了", { clear: true });
    await page.rc("candidate", { id: "wx-account-banned" });
    check.none((await page.ids("candidate")).filter((id) => id.startsWith("x-")), "other troubles are not taken for it");
    // Where money is leaving, what we know of comes first and the alarm stands.
    await page.type("story", `${SCAM}，灯罩颜色也不对`, { clear: true });
    await page.rc("emergency");
    check.equal((await page.ids("candidate")).slice(0, 2), ["pay-scam-transfer", "x-lamp-wrong-shade"]);
    await page.press("candidate", { id: "x-lamp-wrong-shade" });
    await page.rc("plan", { id: "x-lamp-wrong-shade" });
    await search(page, "wrong shade");
    await page.rc("candidate", { id: "x-lamp-wrong-shade" });
  }),

  "the pack's sum is held against it": async (things) => {
    const good = sum(JSON.stringify(JSON.parse(text)));
    await inShop(async ({ page }) => {
      await page.run(() => document.querySelector("recourse-guide").start({ problem: "x-lamp-wrong-shade" }));
      await page.rc("plan", { id: "x-lamp-wrong-shade" });
    }, { attributes: `pack="/pack.json" pack-integrity="${good}"` })(things);
    await inShop(async ({ page, check }) => {
      page.allow(/left out as a whole|integrity/);
      await checkLeftOut(page, check);
    }, { attributes: `pack="/pack.json" pack-integrity="${sum("something else")}"` })(things);
  },

  "a pack with faults is left out as a whole, and every fault stands in the console": inShop(async ({ page, check }) => {
    page.allow(/left out as a whole/);
    const line = await checkLeftOut(page, check);
    for (const part of ["/recourse", "/channels/0/url", "/channels/1/kind", "/problems/0: request is missing", "`colour`"]) check.has(line, part);
  }, {
    change: (pack) => {
      pack.recourse = 9;
      pack.colour = "red";
      pack.channels[0].url = "javascript:alert(1)";
      pack.channels[1].kind = "police";
      delete pack.problems[0].request;
    },
  }),

  "the published schema takes what the reader takes and refuses what it refuses": async ({ dist, check }) => {
    const { default: Ajv } = await import("ajv/dist/2020.js");
    const schema = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(path.join(dist, "pack.schema.json"), "utf8")));
    const verdict = (change) => {
      const pack = JSON.parse(text);
      change(pack);
      return schema(pack);
    };
    check.equal(verdict(() => {}), true, JSON.stringify(schema.errors));
    for (const change of [
      (pack) => { pack.recourse = 2; },
      (pack) => { pack.colour = "red"; },
      (pack) => { delete pack.name.en; },
      (pack) => { pack.channels[0].id = "cn-110"; },
      (pack) => { pack.channels[0].url = "javascript:alert(1)"; },
      (pack) => { pack.channels[0].url = "https://a.example/\" onclick"; },
      (pack) => { pack.channels[0].phone = "110;1"; },
      (pack) => { pack.channels[0].email = "a@b?subject=x"; },
      (pack) => { pack.channels[0].hours.windows[0].open = "9:00"; },
      (pack) => { pack.channels[1].kind = "police"; },
      (pack) => { pack.channels[0].summary.zh = "a\u202eb"; },
      (pack) => { pack.channels[0].summary.zh = " "; },
      (pack) => { pack.problems[0].severity = "critical"; },
      (pack) => { pack.problems[0].ladder[0].stage = "now"; },
      (pack) => { pack.begin = {}; },
    ]) check.equal(verdict(change), false, String(change));
  },

  ...Object.fromEntries(["https://elsewhere.example/pack.json", "/no-such-pack.json", "/page.html", "data:application/json,{}"].map((address) => [
    `a pack at ${address} is left out`,
    inShop(async ({ page, check }) => {
      page.allow(/left out as a whole|404/);
      await checkLeftOut(page, check);
    }, { attributes: `pack="${address}"` }),
  ])),

  "the words of a pack are words, whatever they look like": inShop(async ({ page, check }) => {
    await page.run(() => document.querySelector("recourse-guide").start({ problem: "x-lamp-wrong-shade" }));
    const plan = await page.rc("plan", { id: "x-lamp-wrong-shade" });
    check.has(await page.text(plan), '<img src=x onerror="alert(1)"> [灯](javascript:alert(1))');
    const strange = await page.run(() => {
      const { shadowRoot } = document.querySelector("recourse-guide");
      const links = [...shadowRoot.querySelectorAll("a[href]")].map((link) => link.getAttribute("href"));
      return [shadowRoot.querySelectorAll("img,script,iframe").length, links.filter((href) => !/^(tel:|mailto:|https?:|#)/.test(href))];
    });
    check.equal(strange, [0, []]);
  }, {
    change: (pack) => { pack.problems[0].name.zh = '<img src=x onerror="alert(1)"> [灯](javascript:alert(1))'; },
  }),

  "where a pack replaces our problems, help in an emergency and warnings stay": inShop(async ({ page, check }) => {
    await page.type("story", SCAM);
    await page.rc("emergency");
    await page.press("candidate", { id: "pay-scam-transfer" });
    await page.rc("rung", { id: "cn-110" });
    await search(page, "灯罩");
    await page.rc("candidate", { id: "x-lamp-wrong-shade" });
    await page.run(() => document.querySelector("recourse-guide").start({ problem: "mp-user-malfunction" }));
    const lines = (await page.console()).filter(({ text }) => /problem=/.test(text));
    check.equal(lines.length, 1, "what is left out is a problem nobody knows");
    await page.run(() => document.querySelector("recourse-guide").start({ problem: "x-lamp-wrong-shade" }));
    const plan = await page.rc("plan", { id: "x-lamp-wrong-shade" });
    await page.until(async () => /验证码/.test(await page.run((plan) => plan.textContent, plan)), "the warning of impostors stands there");
  }, { change: (pack) => { pack.mode = "replace"; } }),
};
