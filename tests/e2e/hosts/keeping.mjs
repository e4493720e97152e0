/** A case that leaves with its owner: nothing before the person agrees, only what is sealed after it, and back as it went. */
import { readFileSync } from "node:fs";
import { Key } from "selenium-webdriver";
import { CANARY, setTrap, traces } from "../canary/trap.mjs";
import { onHost } from "../lib/host.mjs";
import { SCAM } from "../lib/ways.mjs";
import { live, PASSPHRASE, seen, STORY, STRICT, words } from "./case.mjs";
import { ready, told } from "./lib.mjs";

/** Made by two other programs from the description of the form, never by ours. */
const KEPT = readFileSync(new URL("kept/case-1.base64", import.meta.url), "utf8").trim();
const HEAD = 55;

/** A test on the plain page, under a strict policy. */
const plain = (attributes, test, options = {}) => onHost("plain", { policy: STRICT, fill: { attributes }, ...options }, async (things) => {
  await ready(things.page);
  await test(things);
});

/** Asks for the case; what comes of it stands in `window.outcome`. */
const exportCase = (page, passphrase = PASSPHRASE) => page.run((passphrase) => {
  window.outcome = null;
  const tell = (outcome) => { window.outcome = outcome; };
  const letters = (bytes) => btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
  document.querySelector("recourse-guide").exportCase(passphrase).then(
    async (blob) => tell({ case: letters(new Uint8Array(await blob.arrayBuffer())), type: blob.type }),
    ({ name, code, message }) => tell({ name, code, message }),
  );
}, passphrase);

const importCase = (page, letters, passphrase = PASSPHRASE) => page.run((letters, passphrase) => {
  window.outcome = null;
  const blob = new Blob([Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))]);
  document.querySelector("recourse-guide").importCase(blob, passphrase).then(
    (done) => { window.outcome = done; },
    ({ name, code, message }) => { window.outcome = { name, code, message }; },
  );
}, letters, passphrase);

const outcome = (page) => page.until(() => page.run(() => window.outcome), "an answer should come", 30_000);
const isPending = (page) => page.run(() => window.outcome === null);
const question = (page) => page.rc("assent", { patience: 15_000 });

/** It is rejected with this code, and with a sentence in the language on show. */
async function checkRefused({ page, check }, code) {
  const { name, code: seen, message } = await outcome(page);
  check.equal([name, seen], ["RecourseCaseError", code]);
  check.has(message, /[\p{Script=Han}。]{6,}/u);
}

const wipe = (page) => page.run(() => document.querySelector("recourse-guide").wipe());

export default {
  "nothing leaves before the person agrees, only what is sealed after it, and it comes back as it went": plain('region="CN"', async ({ page, site, check }) => {
    await page.before(setTrap);
    await page.driver.navigate().refresh();
    await ready(page);
    const before = await live(page);
    check.none(site.asked.filter((path) => path.includes("keeper")), "it is not loaded before it is asked for");
    await exportCase(page);
    const dialog = await question(page);
    check.has(await page.text(dialog), site.origin);
    await page.run(() => new Promise((done) => setTimeout(done, 300)));
    check.ok(await isPending(page), "it waits for the person");
    check.none(await traces(page, site), "before the press nothing should be seen outside");
    check.equal(await page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector("[data-rc=with-words]").checked), false);
    await page.press("with-words");
    await page.press("agree");
    const { case: sealed, type } = await outcome(page);
    check.equal(type, "application/octet-stream");
    const bytes = Buffer.from(sealed, "base64");
    for (const word of [...Object.values(CANARY), "pay-scam-transfer", "money-lost", "words"]) check.ok(!bytes.includes(word), `${word} stands there in the clear`);
    check.none(await traces(page, site), "after the press nothing should be seen either");
    await page.gone("assent");
    check.equal(site.asked.filter((path) => path.includes("keeper")).map((path) => path.split(".").at(-1)).sort(), ["js", "wasm"]);

    await wipe(page);
    await importCase(page, sealed);
    check.equal(await outcome(page), { skipped: 0 });
    check.equal(await seen(page), before);
    check.equal(await words(page), STORY);
    await page.rc("emergency");
    check.none((await traces(page, site)).filter((line) => !line.startsWith("event recourse:plan")), "nor when it comes back");
    check.lacks(JSON.stringify(await told(page)), CANARY.text);
  }),

  "without the words all else comes back, and the same case is never sealed in the same bytes": plain('region="CN"', async ({ page, check }) => {
    const before = await live(page);
    const sealed = [];
    for (let times = 0; times < 2; times += 1) {
      await exportCase(page);
      await question(page);
      await page.press("agree");
      sealed.push((await outcome(page)).case);
      await page.gone("assent");
    }
    const [first, second] = sealed.map((letters) => Buffer.from(letters, "base64"));
    check.equal(first.length, second.length);
    check.equal(first.subarray(0, 15), second.subarray(0, 15));
    check.differ(first.subarray(15, HEAD), second.subarray(15, HEAD), "salt and nonce");
    await wipe(page);
    await importCase(page, sealed[0]);
    check.equal(await outcome(page), { skipped: 0 });
    check.equal(await seen(page), before);
    check.equal(await words(page), "");
  }),

  "whatever is no yes of the person's is a no": plain('region="CN"', async ({ page, check }) => {
    await live(page);
    const noes = {
      "the button": () => page.press("refuse"),
      Escape: () => page.press([Key.ESCAPE]),
      "a wipe": () => wipe(page),
      "taking it away": () => page.run(() => document.querySelector("recourse-guide").remove()),
    };
    for (const [what, say] of Object.entries(noes)) {
      await exportCase(page);
      await question(page);
      // A press by a script of the page is none, and a second question does not cover the first.
      await page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector("[data-rc=agree]").click());
      const busy = await page.run(() => document.querySelector("recourse-guide").exportCase("x").catch(({ code }) => code));
      check.equal(busy, "busy");
      await page.run(() => new Promise((done) => setTimeout(done, 200)));
      check.ok(await isPending(page), `${what}: a script cannot agree`);
      await say();
      check.equal((await outcome(page)).code, "refused", what);
      check.equal(await page.run(() => document.querySelector("recourse-guide")?.shadowRoot.querySelector("dialog") ?? null), null);
      if (what === "a wipe") await live(page);
    }
  }),

  "without a case, a passphrase or leave there is nothing to hand over": plain('region="CN"', async (things) => {
    const { page, check } = things;
    await exportCase(page);
    await checkRefused(things, "no-case");
    await page.type("story", SCAM);
    for (const none of ["", null, 7]) {
      await exportCase(page, none);
      await checkRefused(things, "empty-passphrase");
      await importCase(page, KEPT, none);
      await checkRefused(things, "empty-passphrase");
    }
    await page.run(() => { document.querySelector("recourse-guide").allow = "letters print"; });
    await exportCase(page);
    await checkRefused(things, "not-allowed");
    await importCase(page, KEPT);
    await checkRefused(things, "not-allowed");
    check.equal((await page.rcAll("assent")).length, 0, "nobody was asked");
    check.equal(await page.attribute("story", "value"), SCAM);
  }),

  "a case of the first version opens, in a widget nobody has seen yet": onHost("plain", { policy: STRICT, fill: { attributes: 'class="far" region="HK"' } }, async ({ page, check }) => {
    await page.until(() => page.run(() => customElements.get("recourse-guide") !== undefined));
    await importCase(page, KEPT);
    check.equal(await outcome(page), { skipped: 1 });
    const notice = await question(page);
    check.has(await page.text(notice), "1 项");
    await page.press("agree");
    await page.rc("plan", { id: "pay-scam-transfer" });
    await page.rc("rung", { id: "cn-110" });
    check.equal(await words(page), "被骗了三千");
  }),

  "what is cut, altered, noise or of another version is refused by name, and the present case stays": plain('region="CN"', async (things) => {
    const { page, check } = things;
    const before = await live(page);
    const bytes = Buffer.from(KEPT, "base64");
    const altered = (place) => Buffer.from(bytes.map((byte, at) => (at === place ? byte ^ 1 : byte)));
    const noise = Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => (at * 2_654_435_761) >>> 24));
    const rows = [
      ...Array.from({ length: HEAD }, (_, at) => [`byte ${at}`, altered(at), at < 8 ? "not-a-case" : at === 8 ? "unknown-version" : "damaged"]),
      ["a byte of what is sealed", altered(HEAD + 3), "damaged"],
      ["the last byte", altered(bytes.length - 1), "damaged"],
      ["cut in the head", bytes.subarray(0, 30), "damaged"],
      ["cut at the end", bytes.subarray(0, bytes.length - 1), "damaged"],
      ["nothing", Buffer.alloc(0), "not-a-case"],
      ["noise", noise, "not-a-case"],
      ["too much", Buffer.concat([bytes, Buffer.alloc(2 << 20)]), "not-a-case"],
    ];
    for (const [what, file, code] of rows) {
      await importCase(page, file.toString("base64"));
      check.equal((await outcome(page)).code, code, what);
    }
    await importCase(page, KEPT, `${PASSPHRASE}!`);
    await checkRefused(things, "wrong-passphrase");
    check.equal(await page.run(() => document.querySelector("recourse-guide").importCase("a case", "x").catch(({ code }) => code)), "not-a-case");
    check.equal((await page.rcAll("assent")).length, 0, "nobody was asked");
    check.equal(await seen(page), before);
    check.equal(await words(page), STORY);
  }),

  "a case in progress is replaced only if the person says so": plain('region="CN"', async (things) => {
    const { page, check } = things;
    await page.type("story", "微信被封了");
    await page.press("candidate", { id: "wx-account-banned" });
    await page.rc("plan", { id: "wx-account-banned" });
    await importCase(page, KEPT);
    await question(page);
    await page.press("refuse");
    await checkRefused(things, "refused");
    await page.rc("plan", { id: "wx-account-banned" });
    check.equal(await words(page), "微信被封了");
    await importCase(page, KEPT);
    await question(page);
    await page.press("agree");
    check.equal(await outcome(page), { skipped: 1 });
    await page.press("agree");
    await page.gone("assent");
    await page.rc("plan", { id: "pay-scam-transfer" });
    check.equal((await page.rcAll("plan", { id: "wx-account-banned" })).length, 0);
  }),

  ...Object.fromEntries(["zh-Hans", "zh-Hant", "en"].map((lang) => [
    `in ${lang} the question is asked in that language, by keyboard, and axe finds nothing in it`,
    plain(`region="CN" lang="${lang}"`, async ({ page, check }) => {
      await live(page, "I was scammed and transferred 3000 yuan");
      await exportCase(page);
      const dialog = await question(page);
      const said = await page.text(dialog);
      const sign = { "zh-Hans": "这个网页", "zh-Hant": "這個網頁", en: "this page" }[lang];
      check.has(said, sign);
      check.equal(/\p{Script=Han}/u.test(said), lang !== "en");
      check.equal(await page.run(() => document.querySelector("recourse-guide").shadowRoot.activeElement?.localName), "h2", "it is read from its heading");
      // Landmarks are the page's own to have; this one has none.
      check.none((await page.accessibility()).filter((fault) => !fault.startsWith("region:")));
      for (const name of ["with-words", "agree", "refuse"]) {
        await page.press([Key.TAB]);
        check.equal(await page.run(() => document.querySelector("recourse-guide").shadowRoot.activeElement?.dataset.rc), name);
      }
      for (const width of [320, 1280]) {
        await page.size(width, 640);
        const box = await page.run(() => { const { left, right, top, bottom } = document.querySelector("recourse-guide").shadowRoot.querySelector("dialog").getBoundingClientRect(); return [left >= 0, right <= innerWidth, top >= 0, bottom <= innerHeight]; });
        check.equal(box, [true, true, true, true], `at ${width} px`);
      }
      await page.press([Key.ENTER]);
      check.equal((await outcome(page)).code, "refused");
    }),
  ])),

  ...Object.fromEntries(Object.entries({
    "with one byte changed": [(answer) => ({ ...answer, body: Buffer.concat([answer.body, Buffer.from(" ")]) }), false],
    "that does not come": [(answer) => ({ ...answer, status: 503, body: "" }), true],
  }).flatMap(([how, [change, isBetterLater]]) => Object.entries({ script: ".js", program: ".wasm" }).map(([what, ending]) => {
    const spoilt = { ending };
    return [`a ${what} ${how} seals nothing and changes nothing${isBetterLater ? ", and may be asked for again" : ""}`, plain('region="CN"', async ({ page, check }) => {
      page.allow(/integrity|503|Failed to load|cannot load|ERR_/);
      await page.type("story", SCAM);
      await exportCase(page);
      if (what === "program") {
        await question(page);
        await page.press("agree");
      }
      check.equal((await outcome(page)).code, "unavailable");
      check.equal(await page.attribute("story", "value"), SCAM);
      check.equal((await page.rcAll("assent")).length, 0);
      if (!isBetterLater) return;
      spoilt.ending = null;
      await exportCase(page);
      await question(page);
      await page.press("agree");
      check.ok((await outcome(page)).case.length > 80, "now it seals");
    }, { change: (path, answer) => (path.includes("keeper-") && path.endsWith(spoilt.ending) ? change(answer) : answer) })];
  }))),

  "on our own page and in our file there is nobody to hand it to": async ({ page, check }) => {
    for (const where of ["/", "file"]) {
      await page.open(where);
      await page.type("story", SCAM);
      check.equal(await page.run(() => document.querySelector("recourse-guide").exportCase("x").catch(({ code }) => code)), "unavailable");
      check.equal(await page.attribute("story", "value"), SCAM);
    }
  },
};
