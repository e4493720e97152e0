/** The frame in a sandbox without an origin: the whole way, and what goes through messages. */
import { readFileSync } from "node:fs";
import { onHost } from "../lib/host.mjs";
import { SCAM } from "../lib/ways.mjs";

const POLICY = "default-src 'none'; img-src data:; script-src 'self'; style-src 'self'; frame-src 'self'";
const heard = async (page, type) => (await page.run(() => window.heard ?? [])).filter((message) => !type || message.type === type);
const events = async (page, name) => (await heard(page, "event")).filter((message) => message.name === name);
const say = (page, message) => page.run((message) => document.querySelector("#recourse").contentWindow.postMessage(message, "*"), message);

/** Does something inside the frame and comes back out. */
async function inside(page, work) {
  const { driver } = page;
  await driver.switchTo().frame(await driver.findElement({ css: "#recourse" }));
  try {
    return await work();
  } finally {
    await driver.switchTo().defaultContent();
  }
}

/** The shop's page with the frame; it sends the pack, as it is or changed. */
const SHOP = `${POLICY}; connect-src 'self'`;
const text = readFileSync(new URL("shop/pack.json", import.meta.url), "utf8");
const inShop = (test, { pack = text, change } = {}) => onHost("frame-shop", { policy: SHOP, files: { "/pack.json": pack }, change }, async (things) => {
  await things.page.until(async () => (await events(things.page, "ready")).length === 1, "ready", 30_000);
  await test(things);
});

/** The frame runs without the pack, and the page hears why. */
async function checkLeftOut({ page, check }) {
  check.equal((await events(page, "error")).map(({ detail }) => detail.code), ["pack-refused"]);
  await say(page, { recourse: 1, type: "start", attributes: { problem: "mp-user-refund" } });
  await inside(page, async () => {
    await page.rc("plan", { id: "mp-user-refund" });
    check.none((await page.ids("rung")).filter((id) => id.startsWith("x-")), "no door of the pack should stand there");
  });
}

export default {
  "a pack that the page sends is read in the frame, and its words are understood": inShop(async ({ page, site, check }) => {
    check.equal(await events(page, "error"), []);
    await inside(page, async () => {
      await page.type("story", "灯罩和图片颜色不一样");
      await page.press("candidate", { id: "x-lamp-wrong-shade" });
      await page.rc("plan", { id: "x-lamp-wrong-shade" });
      check.equal((await page.ids("rung")).slice(0, 2), ["x-lamp-desk", "x-lamp-owner"]);
    });
    await page.until(async () => (await events(page, "plan")).at(-1)?.detail.problem === "x-lamp-wrong-shade", "the page should hear the plan");
    await say(page, { recourse: 1, type: "wipe" });
    await inside(page, async () => {
      await page.type("story", SCAM);
      await page.rc("emergency");
      await page.press("candidate", { id: "pay-scam-transfer" });
      await page.rc("rung", { id: "cn-110" });
    });
    check.equal(site.asked.map((file) => file.replace(/-[0-9a-f]+\./, ".")).sort(), ["assets/reader.wasm", "frame.html"]);
    // What is sent later, or by the frame itself, changes nothing.
    const before = (await events(page, "ready")).length;
    await say(page, { recourse: 1, type: "pack", pack: "{}", reader: new ArrayBuffer(0) });
    await inside(page, () => page.run(() => { window.postMessage({ recourse: 1, type: "pack", pack: "{}" }, "*"); }));
    await page.run(() => new Promise((done) => setTimeout(done, 200)));
    check.equal([(await events(page, "ready")).length, (await events(page, "error")).length], [before, 0]);
  }),

  "a pack with faults is left out of the frame as a whole": inShop(async (things) => {
    things.page.allow(/left out as a whole/);
    await checkLeftOut(things);
  }, { pack: JSON.stringify({ ...JSON.parse(text), colour: "red" }) }),

  "a reader of the pack with one byte changed is not run": inShop(async (things) => {
    things.page.allow(/left out as a whole/);
    await checkLeftOut(things);
  }, { change: (path, answer) => (path.endsWith(".wasm") ? { ...answer, body: Buffer.concat([answer.body, Buffer.from(" ")]) } : answer) }),

  "where no pack comes the frame starts without it": onHost("frame", { policy: POLICY }, async (things) => {
    const { page } = things;
    page.allow(/left out as a whole/);
    await page.until(async () => (await events(page, "ready")).length === 1, "ready", 15_000);
    await page.run(() => {
      window.heard = [];
      const frame = document.querySelector("#recourse");
      frame.src = frame.src.replace("#", "?again#pack=page&");
    });
    await page.until(async () => (await heard(page, "pack")).length > 1, "it asks again", 15_000);
    await page.until(async () => (await events(page, "ready")).length === 1, "it starts without", 30_000);
    await checkLeftOut(things);
  }),

  "in a sandbox without an origin the whole way can be gone": onHost("frame", { policy: POLICY }, async ({ page, site, check }) => {
    await page.until(async () => (await events(page, "ready")).length === 1, "the frame should be ready", 15_000);
    const entries = await page.run(() => history.length);
    await inside(page, async () => {
      check.equal(await page.run(() => self.origin), "null");
      await page.type("story", "I was scammed and transferred 3000 yuan");
      await page.rc("emergency");
      await page.press("candidate", { id: "pay-scam-transfer" });
      await page.rc("rung", { id: "cn-110" });
      await page.press("lang", { value: "zh-Hans" });
      await page.until(() => page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector(".rc").lang === "zh-Hans"));
    });
    check.equal(await page.run(() => history.length), entries, "the host's history is its own");
    await page.until(async () => (await heard(page, "language")).at(-1)?.lang === "zh-Hans", "the host should hear the language");
    check.equal(site.asked, ["frame.en.html"], "the frame asks for nothing but itself");
    await page.until(async () => (await events(page, "plan")).at(-1)?.detail.problem === "pay-scam-transfer", "the host should hear the plan");
    const all = await heard(page);
    check.ok(all.every(({ recourse }) => recourse === 1), "every message carries its version");
    check.equal((await events(page, "step")).map(({ detail }) => detail.step), ["describe", "plan"]);
    check.lacks(JSON.stringify(all), /scammed|3000/);
  }),

  "in the sandbox a plan can be printed and its words copied": onHost("frame", { policy: POLICY }, async ({ page, check, site }) => {
    await page.until(async () => (await events(page, "ready")).length === 1, "ready", 15_000);
    await page.command("Browser.grantPermissions", { origin: site.origin, permissions: ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    await say(page, { recourse: 1, type: "start", attributes: { problem: "pay-scam-transfer", lang: "zh-Hans" } });
    await inside(page, async () => {
      await page.rc("plan", { id: "pay-scam-transfer" });
      await page.run(() => {
        window.print = () => { window.printed = document.querySelector("recourse-guide").shadowRoot.querySelectorAll("[data-rc=paper-door]").length; };
      });
      await page.press("print");
      await page.until(() => page.run(() => window.printed > 3), "the sheet should be drawn before the dialog opens");
      const buttons = await page.all('button[title^="复制 "]');
      const [copy] = (await Promise.all(buttons.map(async (button) => ((await button.isDisplayed()) ? [button] : [])))).flat();
      await page.press(copy);
      await page.until(async () => (await copy.getText()) !== "复制", "the button should say what came of it");
      check.equal(await copy.getText(), "已复制");
    });
  }),

  "in the frame the way leads from the words to the door, the sheet of paper and a copy": onHost("frame", { policy: POLICY }, async ({ page, check, site }) => {
    await page.until(async () => (await events(page, "ready")).length === 1, "ready", 15_000);
    // Pressed from within: not every driver finds the place of a button in a frame that grows.
    const tap = async (button) => page.run((button) => button.click(), button);
    await inside(page, async () => {
      await page.type("story", "I was scammed and transferred 3000 yuan");
      await page.rc("emergency");
      await tap(await page.rc("candidate", { id: "pay-scam-transfer" }));
      await page.rc("plan", { id: "pay-scam-transfer" });
      await page.rc("rung", { id: "cn-110" });
      await page.run(() => {
        window.print = () => { window.printed = document.querySelector("recourse-guide").shadowRoot.querySelectorAll("[data-rc=paper-door]").length; };
      });
      await tap(await page.rc("print"));
      await page.until(() => page.run(() => window.printed > 3), "the sheet should be drawn before the dialog opens");
      const copy = (await page.all('button[title^="Copy "]'))[0];
      const before = await page.run((copy) => copy.textContent, copy);
      await tap(copy);
      // Whether a press from within may use the clipboard is the engine's to say; the button tells either.
      await page.until(async () => (await page.run((copy) => copy.textContent, copy)) !== before, "the button should say what came of it");
    });
    await page.until(async () => (await events(page, "plan")).at(-1)?.detail.problem === "pay-scam-transfer", "the host should hear the plan");
    check.equal((await events(page, "step")).map(({ detail }) => detail.step), ["describe", "plan"]);
    check.equal(site.asked, ["frame.en.html"], "the frame asks for nothing but itself");
    check.lacks(JSON.stringify(await heard(page)), /scammed|3000/);
  }),

  "the host follows its height": onHost("frame", { policy: POLICY }, async ({ page, check }) => {
    await page.until(async () => (await events(page, "ready")).length === 1, "ready", 15_000);
    const fits = () => page.run(() => {
      const last = window.heard.findLast(({ type }) => type === "height");
      return last.height > 300 && document.querySelector("#recourse").getBoundingClientRect().height >= last.height;
    });
    await page.until(fits, "the frame should be as high as what is in it");
    const before = (await heard(page, "height")).at(-1).height;
    await say(page, { recourse: 1, type: "set", attributes: { problem: "wx-account-banned" } });
    await page.until(async () => (await heard(page, "height")).at(-1).height !== before, "another screen has another height");
    check.ok(await page.until(fits));
  }),

  "the host sets, starts, resets and wipes by messages": onHost("frame", { policy: POLICY }, async ({ page, check }) => {
    await page.until(async () => (await events(page, "ready")).length === 1, "ready", 15_000);
    await inside(page, () => page.type("story", "banned"));
    await say(page, { recourse: 1, type: "set", attributes: { lang: "zh-Hant", nonsense: "x", onclick: "alert(1)" } });
    await page.until(async () => (await heard(page, "language")).at(-1)?.lang === "zh-Hant");
    await inside(page, async () => {
      check.equal(await page.attribute("story", "value"), "banned");
      check.equal(await page.run(() => document.querySelector("recourse-guide").getAttributeNames().sort()), ["lang", "region"]);
    });
    await say(page, { recourse: 1, type: "start", attributes: { start: "browse" } });
    await page.until(async () => (await events(page, "step")).at(-1).detail.step === "browse");
    await say(page, { recourse: 1, type: "wipe" });
    await page.until(async () => (await events(page, "wipe")).length === 1);
    for (const message of [{ recourse: 2, type: "wipe" }, { type: "wipe" }, { recourse: 1, type: "toString" }, "wipe", null]) await say(page, message);
    await say(page, { recourse: 1, type: "set", attributes: { size: "large" } });
    await inside(page, async () => page.until(async () => (await page.all(".rc-large")).length === 1));
    check.equal((await events(page, "wipe")).length, 1, "an unknown message does nothing");
  }),

  "only the parent is listened to": onHost("frame", { policy: POLICY }, async ({ page, check }) => {
    await page.until(async () => (await events(page, "ready")).length === 1, "ready", 15_000);
    await inside(page, async () => {
      // A message of the right form, but from the frame itself.
      await page.run(() => { window.postMessage({ recourse: 1, type: "wipe" }, "*"); });
      await page.run(() => new Promise((done) => setTimeout(done, 100)));
    });
    check.equal(await events(page, "wipe"), []);
  }),

  "who leaves inside empties the frame, and the host hears it": onHost("frame", { policy: POLICY }, async ({ page }) => {
    await page.until(async () => (await events(page, "ready")).length === 1, "ready", 15_000);
    await inside(page, async () => page.press("quick-exit"));
    await page.until(async () => (await heard(page, "leave")).length === 1, "the host should hear it");
  }),
};
