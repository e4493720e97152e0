/** Boxes, keys, links and calls that a page around the element may have. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Key } from "selenium-webdriver";
import { onHost } from "../lib/host.mjs";
import { SCAM } from "../lib/ways.mjs";
import { checkFallback, ready } from "./lib.mjs";

const plain = (attributes, test) => onHost("plain", { fill: { attributes } }, test);
const slowly = (milliseconds) => (path, answer) => new Promise((done) => setTimeout(done, path.startsWith("assets/") ? milliseconds : 0, answer));
const fragment = (dist) => readFileSync(path.join(dist, "guide/zh-Hans.fragment.html"), "utf8");
const width = (page) => page.run(() => document.querySelector("recourse-guide").offsetWidth);
const start = (page, options) => page.run((options) => document.querySelector("recourse-guide").start(options), options);

/** From the words to the plan. */
async function checkWay(page) {
  await page.type("story", SCAM);
  await page.press("candidate", { id: "pay-scam-transfer" });
  await page.rc("rung", { id: "cn-110" });
}

/** Boxes of the host's sheet, and how wide the element is at least in a window of 1280 pixels. */
const BOXES = { centred: 900, row: 900, cell: 900, side: 900, float: 900, inline: 900, table: 900, turned: 900, lazy: 900, upright: 300, small: 900 };

export default {
  ...Object.fromEntries(Object.entries(BOXES).map(([kind, least]) => [
    `in a box of the kind “${kind}” it has the room there is, and works`,
    onHost("wrapped", { fill: { kind } }, async ({ page, check }) => {
      await ready(page);
      check.ok((await width(page)) >= least, `it is ${await width(page)} px wide`);
      if (!["turned", "upright"].includes(kind)) {
        await page.size(360, 740);
        const isWithin = () => page.run(() => document.documentElement.scrollWidth <= innerWidth);
        check.ok((await width(page)) >= 200, `on a phone it is ${await width(page)} px wide`);
        // A table is as wide as what is in it, in any page.
        if (kind !== "side") check.ok(await isWithin(), "nothing should stand out to the side");
      }
      await checkWay(page);
    }),
  ])),

  "the page's shortcuts do not take the letters that are typed, and work elsewhere": onHost("shortcuts", {}, async ({ page, check }) => {
    await ready(page);
    const field = await page.rc("story");
    await field.click();
    await field.sendKeys("scam g?", Key.ARROW_LEFT, "s/");
    check.equal(await page.attribute("story", "value"), "scam gs/?");
    check.none((await page.run(() => window.commands)).filter((key) => key !== "Shift"), "no letter is a command");
    await page.run(() => { window.commands = []; });
    await page.run(() => document.querySelector("button").focus());
    await page.press("s");
    check.equal(await page.run(() => window.commands), ["s"]);
  }),

  "capitals do not lead away, Shift three times does": onHost("shortcuts", {}, async ({ page, check }) => {
    await ready(page);
    const field = await page.rc("story");
    await field.click();
    for (const letter of ["a", "b", "c", "d"]) await page.press([Key.SHIFT, letter]);
    check.equal(await page.attribute("story", "value"), "ABCD");
    for (let press = 0; press < 3; press += 1) await page.press([Key.SHIFT]);
    await page.until(async () => (await page.driver.getCurrentUrl()) === "about:blank", "it should be left");
  }),

  "who is inside the static guide by keyboard is inside the program afterwards": onHost("drawn", { fill: { attributes: "", inside: '<p><a href="tel:110">110</a></p>', below: "" }, change: slowly(300) }, async ({ page, check }) => {
    await page.run(() => document.querySelector("recourse-guide a").focus());
    await ready(page);
    const [outside, inside] = await page.run(() => [document.activeElement.localName, document.querySelector("recourse-guide").shadowRoot.activeElement !== null]);
    check.equal([outside, inside], ["recourse-guide", true]);
  }),

  "a link of the page to a problem of the static guide leads to it in the program": onHost("drawn", ({ dist }) => ({ fill: { attributes: "", inside: fragment(dist), below: '<a class="there" href="#wx-account-banned">x</a> <a class="door" href="#door-cn-110">x</a>' } }), async ({ page, check }) => {
    await ready(page);
    await page.run(() => document.querySelector(".there").click());
    await page.rc("plan", { id: "wx-account-banned" });
    await page.until(() => page.run(() => Math.abs(document.querySelector("recourse-guide").getBoundingClientRect().top) < innerHeight), "it should be seen");
    await page.run(() => document.querySelector(".door").click());
    await page.run(() => new Promise((done) => setTimeout(done, 200)));
    await page.rc("plan", { id: "wx-account-banned" });
    await page.run(() => document.querySelector("recourse-guide").reset());
    await page.rc("plan", { id: "wx-account-banned" });
  }),

  ...Object.fromEntries(["CSSStyleSheet", "IntersectionObserver", "WebAssembly"].map((lacks) => [
    `in a browser without ${lacks} the static guide stays, with its one line`,
    onHost("ancient", { fill: { lacks } }, async ({ page, check }) => {
      await checkFallback(page, check);
    }),
  ])),

  "start() takes nothing for an option, and strange ones with a warning": plain("", async ({ page, check }) => {
    await ready(page);
    check.equal(await start(page, null), true);
    check.equal(await page.run(() => document.querySelector("recourse-guide").start({ colour: "red", problem: "wx-account-banned" })), true);
    await page.rc("plan", { id: "wx-account-banned" });
    check.equal((await page.console()).filter(({ text }) => /no option colour/.test(text)).length, 1);
  }),

  "three hundred changes in one go take nothing, and the last one holds": plain("", async ({ page, check }) => {
    await ready(page);
    await page.type("story", "微信被封");
    await page.run(() => {
      const guide = document.querySelector("recourse-guide");
      for (let turn = 0; turn < 300; turn += 1) {
        guide.lang = ["en", "zh-Hans", "zh-Hant"][turn % 3];
        guide.theme = ["dark", "auto", "light"][turn % 3];
      }
    });
    await page.until(() => page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector(".rc").lang === "zh-Hant"), "the last one should hold");
    check.equal(await page.attribute("story", "value"), "微信被封");
  }),

  "a word that is half composed outlives a change of language": plain("", async ({ page, check }) => {
    await ready(page);
    await (await page.rc("story")).click();
    await page.command("Input.imeSetComposition", { text: "zhuan", selectionStart: 5, selectionEnd: 5 });
    await page.run(() => { document.querySelector("recourse-guide").lang = "en"; });
    await page.until(() => page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector(".rc").lang === "en"));
    await page.command("Input.imeSetComposition", { text: "zhuanzhang", selectionStart: 10, selectionEnd: 10 });
    await page.command("Input.insertText", { text: "转账" });
    check.equal(await page.attribute("story", "value"), "转账");
  }),

  "moved again and again while it loads, it comes once": onHost("plain", { fill: { attributes: "" }, change: slowly(250) }, async ({ page, check }) => {
    await page.until(() => page.run(() => customElements.get("recourse-guide") !== undefined));
    for (let move = 0; move < 6; move += 1) {
      await page.run((move) => new Promise((done) => {
        const guide = document.querySelector("recourse-guide");
        document.body[move % 2 ? "append" : "prepend"](guide);
        setTimeout(done, 80);
      }), move);
    }
    await ready(page);
    check.equal(await page.run(() => [window.told.filter(({ name }) => name === "ready").length, document.querySelector("recourse-guide").shadowRoot.querySelectorAll(".rc").length]), [1, 1]);
    await page.rc("story");
  }),

  "its words can be selected and its buttons pressed where the page forbids both": onHost("wrapped", { fill: { kind: "small" } }, async ({ page, check }) => {
    await ready(page);
    const style = await page.run(() => {
      const { userSelect, pointerEvents, fontSize } = getComputedStyle(document.querySelector("recourse-guide").shadowRoot.querySelector("h1"));
      return [userSelect, pointerEvents, parseFloat(fontSize) > 20];
    });
    check.equal(style, ["text", "auto", true]);
  }),

  "a theme that is named holds against the device and the page; else the device decides": plain('theme="light"', async ({ page, check }) => {
    await ready(page);
    const looks = () => page.run(() => {
      const field = document.querySelector("recourse-guide").shadowRoot.querySelector("textarea");
      return [getComputedStyle(field).backgroundColor, getComputedStyle(field).colorScheme];
    });
    const light = await looks();
    await page.dark();
    await page.run(() => { document.documentElement.style.colorScheme = "dark"; });
    check.equal(await looks(), light);
    check.equal(light[1], "light");
    await page.run(() => { document.querySelector("recourse-guide").theme = "auto"; });
    await page.until(async () => (await looks())[1] === "dark", "the device is dark");
    check.differ((await looks())[0], light[0]);
  }),

  "the page prints on its own paper": plain('region="CN" problem="wx-account-banned"', async ({ page, check }) => {
    await ready(page);
    const sizes = async () => {
      const { data } = await page.command("Page.printToPDF", { preferCSSPageSize: true });
      return new Set([...Buffer.from(data, "base64").toString("latin1").matchAll(/MediaBox\s*\[([^\]]+)\]/g)].map(([, box]) => box));
    };
    const before = await sizes();
    await page.run(() => document.querySelector("recourse-guide").remove());
    check.equal(before, await sizes(), "our sheet says nothing about the page's paper");
  }),
};
