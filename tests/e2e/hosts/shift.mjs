/** What moves in the page around the element when it arrives, measured as browsers measure it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { onHost } from "../lib/host.mjs";
import { ready } from "./lib.mjs";

/** What stands inside the element before the program does. */
const INSIDE = {
  "nothing inside": () => "",
  "a line inside": () => "<p>钱正在被转走？先打 110。</p>",
  "a static guide inside that is shorter": () => '<div class="some"><p>大陆报警：110。</p></div>',
  "the whole static guide inside": (dist) => readFileSync(path.join(dist, "guide/zh-Hans.fragment.html"), "utf8"),
};
const BELOW = "<p class=\"below\">下面的字。</p>".repeat(30);
/** The page is drawn before anything of ours has come. */
const late = (path, answer) => new Promise((done) => setTimeout(done, path === "embed.js" ? 400 : 0, answer));

const article = (inside, attributes, test, below = BELOW) => onHost("drawn", ({ dist }) => ({ fill: { attributes, inside: INSIDE[inside](dist), below }, change: late }), test);
const defined = (page) => page.until(() => page.run(() => customElements.get("recourse-guide") !== undefined));
const settled = (page) => page.run(() => new Promise((done) => setTimeout(done, 400)));
const height = (page) => page.run(() => document.querySelector("recourse-guide").offsetHeight);
const sum = (shifts) => shifts.reduce((sum, { value }) => sum + value, 0);

/** Opens the page anew in a width and waits until the program has come. */
async function arrive(page, width) {
  await page.size(width, 800);
  await page.driver.navigate().refresh();
  await defined(page);
  await page.run(() => document.querySelector(".far")?.scrollIntoView());
  await ready(page);
  await settled(page);
}

/** Nothing that is seen has moved, in either width. */
const checkStill = async ({ page, check }) => {
  for (const width of [360, 1280]) {
    await arrive(page, width);
    const shifts = await page.run(() => window.shifts);
    check.ok(sum(shifts) <= 0.001, `at ${width} px: ${JSON.stringify(shifts)}`);
  }
};

const still = (inside, where, attributes) => [`with ${inside}, ${where}, nothing that is seen moves`, article(inside, attributes, checkStill)];

/** The element in view, around a shorter static guide, with words below it. */
const held = (test, below) => article("a static guide inside that is shorter", "", async (things) => {
  await arrive(things.page, 1280);
  await test(things);
}, below);
const isHeld = (page) => page.run(() => getComputedStyle(document.querySelector("recourse-guide").shadowRoot.querySelector(".shell")).overflowY === "clip");

/** It has grown, and what moved for it moved because somebody had pressed something. */
async function checkGrown({ page, check }) {
  await page.until(async () => !(await isHeld(page)), "it should grow");
  check.ok((await height(page)) > 600, "it should be as high as it is");
  await settled(page);
  check.none((await page.run(() => window.shifts)).filter(({ hadRecentInput, value }) => !hadRecentInput && value > 0.001).map((shift) => JSON.stringify(shift)), "nobody asked for this to move");
}

export default {
  ...Object.fromEntries(Object.keys(INSIDE).map((inside) => still(inside, "below what is seen", "class=far"))),
  ...Object.fromEntries(Object.keys(INSIDE).map((inside) => still(inside, "in view with the room of the snippets", "class=roomy"))),
  ...Object.fromEntries(Object.keys(INSIDE).map((inside) => still(inside, "in view", ""))),
  "with a line inside whose margins meet those of the page, in view, nothing that is seen moves": article("a line inside", "class=bare", checkStill),
  "with nothing inside and margins that meet through it, in view, nothing that is seen moves": article("nothing inside", "class=bare", checkStill),
  "with the whole static guide inside and margins that meet, in view, nothing that is seen moves": article("the whole static guide inside", "class=bare", checkStill),
  "of several with a line inside none lies over the next": onHost("drawn", ({ dist }) => ({ fill: { attributes: "", inside: INSIDE["a line inside"](dist), below: `<recourse-guide region="CN">${INSIDE["a line inside"](dist)}</recourse-guide>${BELOW}` }, change: late }), async ({ page, check }) => {
    await ready(page, "recourse-guide:first-of-type");
    const [upper, lower] = await page.run(() => [...document.querySelectorAll("recourse-guide")].map((guide) => guide.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));
    check.ok(lower.top >= upper.bottom, JSON.stringify({ upper, lower }));
  }),

  "with a line inside it opens whole, and what is below comes out from under it": article("a line inside", "", async ({ page, check }) => {
    await page.size(1280, 4000);
    await page.driver.navigate().refresh();
    await ready(page);
    check.ok((await height(page)) > 600, "it should be whole at once");
    await page.type("story", "微信被封");
    await page.rc("candidate", { id: "wx-account-banned" });
    const overlap = () => page.run(() => document.querySelector("recourse-guide").getBoundingClientRect().bottom - document.querySelector(".below").getBoundingClientRect().top);
    check.ok((await overlap()) > 0, "it should lie over what is below at first");
    await page.until(async () => (await overlap()) <= 0, "what is below should come out", 30_000);
    await page.until(() => page.run(() => getComputedStyle(document.querySelector("recourse-guide")).position === "static"), "then nothing of ours should stay");
  }),

  "in view it is no higher than what it replaces, until somebody presses in it": held(async (things) => {
    const { page, check } = things;
    check.equal([await isHeld(page), await height(page)], [true, 470]);
    await page.type("story", "微信被封");
    await checkGrown(things);
    await page.rc("candidate", { id: "wx-account-banned" });
  }),

  "a finger that scrolls over it opens nothing": held(async ({ page, check }) => {
    await page.command("Emulation.setTouchEmulationEnabled", { enabled: true });
    try {
      const before = await height(page);
      const [x, y] = await page.run(() => {
        const { left, top } = document.querySelector("recourse-guide").getBoundingClientRect();
        return [Math.round(left + 30), Math.round(top + 20)];
      });
      await page.command("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
      for (let moved = 20; moved <= 80; moved += 20) await page.command("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y: y - moved }] });
      await page.command("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      await page.until(() => page.run(() => scrollY > 0), "it should scroll");
      await settled(page);
      check.equal([await isHeld(page), await height(page)], [true, before]);
    } finally {
      await page.command("Emulation.setTouchEmulationEnabled", { enabled: false });
    }
  }),

  "or comes into it by keyboard": held(async (things) => {
    await things.page.press(["\uE004"]);
    await checkGrown(things);
  }),

  "or the page leads on in it": held(async ({ page, check }) => {
    await page.run(() => document.querySelector("recourse-guide").start({ problem: "wx-account-banned" }));
    await page.rc("plan", { id: "wx-account-banned" });
    check.equal(await isHeld(page), false);
  }),

  "on paper it is whole": held(async ({ page, check }) => {
    await page.media({}, "print");
    check.equal(await isHeld(page), false);
  }),

  "where nothing stands below, it is as high as it is": held(async ({ page, check }) => {
    check.equal(await isHeld(page), false);
    check.ok((await height(page)) > 600);
  }, ""),

  "where the program cannot run, nothing moves for it": onHost("drawn", { policy: "script-src 'self'", fill: { attributes: "", inside: INSIDE["a line inside"](), below: BELOW }, change: late }, async ({ page, check }) => {
    page.allow(/Content Security Policy|WebAssembly/);
    const before = await page.run(() => document.querySelector("recourse-guide").offsetHeight);
    await page.until(() => page.run(() => document.querySelector("recourse-guide").hasAttribute("data-failed")), "it should say that it cannot", 15_000);
    await settled(page);
    const shifts = await page.run(() => window.shifts);
    const line = await page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector("[part=note]").offsetHeight);
    check.ok((await height(page)) - before <= 2 * line + 12, "by no more than its one line");
    check.ok(sum(shifts) < 0.05, JSON.stringify(shifts));
  }),
};
