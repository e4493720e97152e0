/** Pages that freeze, enrich, listen, translate, or put themselves around it. */
import { Key } from "selenium-webdriver";
import { onHost } from "../lib/host.mjs";
import { SCAM } from "../lib/ways.mjs";
import { ready } from "./lib.mjs";

const fight = (kind, test, fill = {}) => onHost("fights", { fill: { kind, head: "", before: "", after: "", attributes: "", ...fill } }, test);
const WORD = "zebra";

/** From the words to the plan, and back. */
async function checkWay(page) {
  await page.type("story", SCAM);
  await page.press("candidate", { id: "pay-scam-transfer" });
  await page.rc("rung", { id: "cn-110" });
}

/** The page has heard that it runs, and nothing of what was put into its fields. */
async function checkUnheard(page, check) {
  const heard = await page.run(() => window.heard);
  const said = heard.map((event) => JSON.stringify(event));
  check.none(said.filter((event) => event.includes(WORD)), "words");
  const tells = ({ kind, key, data }) => data || (key?.length === 1 && !/^[acvx]$/.test(key)) || /^(input|beforeinput|composition|paste|copy|cut)/.test(kind);
  check.none(said.filter((_, at) => tells(heard[at])), "letters");
  check.ok(heard.some(({ kind }) => kind === "recourse:ready"), "the page listens");
}

export default {
  "where nothing may be changed that the browser brings along, it works": fight("frozen", async ({ page }) => {
    await ready(page);
    await checkWay(page);
  }),

  "where a case is asked for and nothing may be changed, the page hears why not": fight("frozen", async ({ page, check }) => {
    await ready(page);
    const said = await page.run(() => document.querySelector("recourse-guide").exportCase("a passphrase").then(() => "", ({ code, name, message }) => [code, name, message.length > 10]));
    check.equal(said, ["no-case", "RecourseCaseError", true]);
  }),

  "where libraries of long ago have changed everything, it works": fight("enriched", async ({ page, check }) => {
    await ready(page);
    await checkWay(page);
    const passed = await page.run(() => window.passed);
    check.ok(passed.includes("recourse-guide") && passed.length > 5, JSON.stringify(passed));
    check.none((await page.console()).filter(({ text }) => /recourse-guide/.test(text)).map(({ text }) => text));
  }),

  "what is typed, composed, pasted and copied is heard by nothing that listens on the page": fight("listening", async ({ page, check, site }) => {
    await page.command("Browser.grantPermissions", { origin: site.origin, permissions: ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    await ready(page);
    const field = await page.rc("story");
    await field.click();
    await field.sendKeys(WORD, Key.ENTER);
    await page.command("Input.imeSetComposition", { text: WORD, selectionStart: 5, selectionEnd: 5 });
    await page.command("Input.insertText", { text: `${WORD} ` });
    await field.sendKeys(Key.chord(Key.CONTROL, "a"), Key.chord(Key.CONTROL, "c"), Key.chord(Key.CONTROL, "x"), Key.chord(Key.CONTROL, "v"), Key.chord(Key.CONTROL, "v"));
    check.has(await page.attribute("story", "value"), `${WORD}\n${WORD} ${WORD}`);
    await checkUnheard(page, check);
    await page.type("story", SCAM);
    await page.rc("candidate");
  }),

  "nor is the passphrase for a case that is kept": fight("listening", async ({ page, check }) => {
    await ready(page);
    await page.type("story", SCAM);
    await page.press("save");
    await (await page.rc("passphrase", { patience: 15_000 })).sendKeys(WORD, Key.chord(Key.CONTROL, "a"), Key.chord(Key.CONTROL, "c"));
    check.equal(await page.attribute("passphrase", "value"), WORD);
    await checkUnheard(page, check);
  }, { attributes: 'storage="local"' }),

  "a form around it is not sent by it, and takes nothing of it along": fight("form", async ({ page, check }) => {
    await ready(page);
    await page.type("story", SCAM);
    await (await page.rc("story")).sendKeys(Key.ENTER);
    await page.press("candidate", { id: "pay-scam-transfer" });
    await page.rc("rung", { id: "cn-110" });
    check.equal(await page.run(() => window.sent), [], "nothing is sent");
    await page.run(() => document.querySelector("#send").click());
    check.equal(await page.run(() => window.sent), [[["theirs", "x"]]]);
  }, { before: '<form><input name="theirs" value="x">', after: '<button id="send">Send</button></form>' }),

  "in a page that may be written in, its own words may not": fight("quiet", async ({ page, check }) => {
    await ready(page);
    check.equal(await page.run(() => {
      const root = document.querySelector("recourse-guide").shadowRoot;
      return [root.querySelector("h1").isContentEditable, getComputedStyle(root.querySelector("h1")).webkitUserModify];
    }), [false, "read-only"]);
    await checkWay(page);
  }, { before: '<div contenteditable="true"><p>Theirs</p>', after: "</div>" }),

  "where addresses begin elsewhere, nothing of it leads there": fight("quiet", async ({ page, check, site }) => {
    await ready(page);
    await checkWay(page);
    const strange = await page.run(() => [...document.querySelector("recourse-guide").shadowRoot.querySelectorAll("[href]")].map(({ href }) => href).filter((href) => href.includes("elsewhere")));
    check.none(strange);
    check.none(site.asked.filter((file) => !/^(embed\.js|assets\/)/.test(file)));
  }, { head: '<base href="/elsewhere/">' }),

  "a page that is written anew in its place stops it without a sound": fight("quiet", async ({ page, check }) => {
    await ready(page);
    await page.type("story", SCAM);
    await page.run(() => {
      document.open();
      document.write("<!doctype html><title>Anew</title><link rel=icon href=data:,><p>Anew</p><recourse-guide lang=en region=CN><p>110</p></recourse-guide>");
      document.close();
    });
    await ready(page);
    check.equal(await page.attribute("story", "value"), "");
    await checkWay(page);
  }),

  "hidden it waits; shown it begins; what is inert takes nothing": fight("quiet", async ({ page, site, check }) => {
    await page.until(() => page.run(() => customElements.get("recourse-guide") !== undefined));
    await page.run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    check.none(site.asked.filter((file) => file !== "embed.js"), "nothing is asked for while it is hidden");
    await page.run(() => { document.querySelector("#around").hidden = false; });
    await ready(page);
    await page.type("story", "banned");
    await page.run(() => { document.querySelector("#around").inert = true; });
    await page.press(["x"]);
    check.equal(await page.attribute("story", "value"), "banned");
    await page.run(() => { document.querySelector("#around").inert = false; });
    await checkWay(page);
  }, { before: '<div id="around" hidden>', after: "</div>" }),

  "what puts the page into another language does not break it": fight("translated", async ({ page, check }) => {
    await ready(page);
    const translate = () => page.run(() => window.translateAll());
    await translate();
    await page.type("story", SCAM);
    await page.rc("candidate", { id: "pay-scam-transfer" });
    await translate();
    await page.press("candidate", { id: "pay-scam-transfer" });
    await page.rc("rung", { id: "cn-110" });
    await translate();
    await page.run(() => { document.querySelector("recourse-guide").lang = "zh-Hant"; });
    await page.until(() => page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector(".rc").lang === "zh-Hant"));
    await page.run(() => document.querySelector("recourse-guide").reset());
    await page.run(() => { document.querySelector("recourse-guide").lang = "en"; });
    await checkWay(page);
    check.equal(await page.run(() => document.querySelector("recourse-guide").hasAttribute("data-failed")), false);
  }),

  ...Object.fromEntries([["a field", "<textarea class=theirs></textarea>"], ["a text", "<div class=theirs contenteditable>x</div>"]].map(([what, before]) => [
    `Shift three times in ${what} of the page's does not lead away; beside it, it does`,
    fight("quiet", async ({ page, check }) => {
      await ready(page);
      await page.run(() => document.querySelector(".theirs").focus());
      for (let press = 0; press < 4; press += 1) await page.press([Key.SHIFT]);
      await page.press(["a"]);
      check.has(await page.run(() => document.querySelector(".theirs").value ?? document.querySelector(".theirs").textContent), "a");
      await page.run(() => document.activeElement.blur());
      for (let press = 0; press < 3; press += 1) await page.press([Key.SHIFT]);
      await page.until(async () => (await page.driver.getCurrentUrl()) === "about:blank", "it should be left");
    }, { before }),
  ])),
};
