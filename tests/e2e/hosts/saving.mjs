/** A case kept on the device: only when the person asks, only sealed, gone at one press. */
import { Key } from "selenium-webdriver";
import { CANARY, setTrap, traces } from "../canary/trap.mjs";
import { onHost } from "../lib/host.mjs";
import { SCAM } from "../lib/ways.mjs";
import { live, PASSPHRASE, seen, STORY, STRICT, words } from "./case.mjs";
import { ready } from "./lib.mjs";

const KEPT = 'region="CN" storage="local"';
const NONE = "没有保存";
const SOME = "存着一份";

/** A test on the plain page, under a strict policy, with the line that keeps cases. */
const plain = (attributes, test, options = {}) => onHost("plain", { policy: STRICT, fill: { attributes }, ...options }, async (things) => {
  await ready(things.page);
  await things.page.rc("save");
  await test(things);
});
const stored = (page) => page.run(() => Object.entries(localStorage).map((pair) => pair.join(" ")));
const line = (page) => page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector("[part=saved] [role=status]")?.textContent);
const says = (page, words) => page.until(async () => (await line(page))?.includes(words), `the line should say “${words}”`, 15_000);
const isFocused = (page) => page.run(() => document.querySelector("recourse-guide").shadowRoot.activeElement?.dataset.rc);

/** Presses what opens the question, types a passphrase and agrees. */
async function answer(page, verb, passphrase = PASSPHRASE) {
  await page.press(verb);
  await page.rc("assent", { patience: 15_000 });
  await page.type("passphrase", passphrase);
  await page.press("agree");
}

async function save(page, passphrase) {
  await answer(page, "save", passphrase);
  await page.until(async () => (await page.rcAll("assent")).length === 0, "it should be saved", 30_000);
  await says(page, SOME);
}

/** What the question says once it has been answered. */
const told = (page, words) => page.until(async () => (await page.text("assent")).includes(words), `the question should say “${words}”`, 30_000);

/** Whether the line stands above the program. */
const isFirst = (page) => page.run(() => !!document.querySelector("recourse-guide").shadowRoot.firstElementChild.querySelector("[part=saved]"));

export default {
  "nothing is kept before the person asks, then only what is sealed, and after coming back it goes on": plain(KEPT, async ({ page, site, check }) => {
    await page.before(setTrap);
    await page.driver.navigate().refresh();
    await ready(page);
    const before = await live(page);
    await says(page, NONE);
    check.equal(await isFirst(page), false, "who begins is not kept from beginning");
    check.none(await stored(page), "nothing is kept yet");
    await page.press("save");
    await page.rc("assent");
    check.equal(await page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector("[data-rc=with-words]").checked), true);
    check.equal(await page.attribute("passphrase", "type"), "password");
    await page.type("passphrase", "short");
    await page.press("agree");
    await told(page, "太短");
    check.none(await stored(page), "and not by a short passphrase");
    await page.type("passphrase", PASSPHRASE, { clear: true });
    await page.press([Key.ENTER]);
    await says(page, SOME);
    await page.gone("assent");
    const [only, ...others] = await stored(page);
    check.none(others);
    const [place, time, letters] = only.split(" ");
    check.equal(place, "recourse-case");
    check.ok(Math.abs(Date.parse(time) - Date.now()) < 600_000, time);
    const bytes = Buffer.from(letters, "base64");
    for (const word of [...Object.values(CANARY), PASSPHRASE, "pay-scam-transfer", "money-lost"]) check.ok(!bytes.includes(word), `${word} stands there in the clear`);
    check.none(await traces(page, site), "nothing should be seen outside");

    await page.driver.navigate().refresh();
    await ready(page);
    await says(page, SOME);
    check.equal(await isFirst(page), true, "who comes back finds it at once");
    await answer(page, "open-case", `${PASSPHRASE}?`);
    await told(page, "密码不对");
    await page.type("passphrase", PASSPHRASE, { clear: true });
    await page.press("agree");
    await page.gone("assent");
    check.equal(await seen(page), before);
    check.equal(await words(page), STORY);
    check.none((await traces(page, site)).filter((line) => !line.startsWith("event recourse:plan")), "nor when it comes back");
    await says(page, SOME);
    check.equal((await page.rcAll("open-case")).length, 0, "it is open");
  }),

  "without the words they are not in it": plain(KEPT, async ({ page, check }) => {
    const before = await live(page);
    await page.press("save");
    await page.rc("assent");
    await page.press("with-words");
    await page.type("passphrase", PASSPHRASE);
    await page.press("agree");
    await says(page, SOME);
    await page.driver.navigate().refresh();
    await ready(page);
    await answer(page, "open-case");
    await page.gone("assent");
    check.equal(await seen(page), before);
    check.equal(await words(page), "");
  }),

  "one press deletes it; wiping and leaving delete it too": plain(KEPT, async ({ page, site, check }) => {
    const ways = {
      "the line's own": async () => {
        await page.press("delete-case");
        await says(page, NONE);
        check.equal(await isFocused(page), "save", "the focus goes on beside it");
        check.equal(await words(page), STORY, "the case on show stays");
      },
      "the page's wipe": async () => {
        await page.run(() => document.querySelector("recourse-guide").wipe());
        await says(page, NONE);
      },
      "leaving at once": async () => {
        await page.press("quick-exit");
        await page.until(async () => (await page.driver.getCurrentUrl()) === "about:blank");
        await page.driver.get(`${site.origin}/`);
        await ready(page);
      },
    };
    for (const [way, remove] of Object.entries(ways)) {
      await page.type("story", STORY, { clear: true });
      await save(page);
      await remove();
      check.none(await stored(page), way);
      if ((await page.rcAll("story")).length === 0) await page.press((await page.all(".step"))[0]);
    }
  }),

  "whatever is no yes of the person's keeps nothing": plain(KEPT, async ({ page, check }) => {
    const inside = (hook) => page.run((hook) => document.querySelector("recourse-guide").shadowRoot.querySelector(`[data-rc=${hook}]`).click(), hook);
    await inside("save");
    check.equal((await page.rcAll("assent")).length, 0, "a script asks nobody");
    await page.press("save");
    await says(page, "还没有可以保存的记录");
    await page.type("story", SCAM);
    for (const leave of [() => page.press("refuse"), () => page.press([Key.ESCAPE])]) {
      await page.press("save");
      await page.rc("assent");
      await page.type("passphrase", PASSPHRASE);
      await inside("agree");
      await page.run(() => new Promise((done) => setTimeout(done, 200)));
      check.none(await stored(page), "a script cannot agree");
      await leave();
      await page.gone("assent");
      check.none(await stored(page));
    }
    check.equal(await words(page), SCAM);
  }),

  "where the browser has no room, or keeps nothing, it says so and nothing is lost": plain(KEPT, async ({ page, check }) => {
    await page.type("story", SCAM);
    await save(page);
    const before = await stored(page);
    await page.press("save");
    check.has(await page.text("assent"), "替换", "what it takes the place of is said, be it one's own");
    await page.press("refuse");
    await page.run(() => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; });
    await answer(page, "save");
    await told(page, "没能保存");
    await page.press("refuse");
    check.equal(await stored(page), before, "what was kept before is still there");
    check.equal(await words(page), SCAM);
    await page.run(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
    await answer(page, "save");
    await told(page, "没能保存");
    await page.press("refuse");
    check.equal(await words(page), SCAM);
  }),

  "what is half-written, altered or somebody else's is told, changes nothing, and can be deleted": plain(KEPT, async ({ page, check }) => {
    await page.type("story", SCAM);
    await save(page);
    const [whole] = await stored(page);
    const [, time, letters] = whole.split(" ");
    const rows = { "不完整": `${time} ${letters.slice(0, 80)}`, "不是这里保存的": "a note of the page's own", "不是这里": time };
    for (const [sentence, value] of Object.entries(rows)) {
      await page.run((value) => localStorage.setItem("recourse-case", value), value);
      await page.driver.navigate().refresh();
      await ready(page);
      await page.type("story", "微信被封了");
      await answer(page, "open-case");
      await told(page, sentence);
      await page.press("refuse");
      await page.gone("assent");
      check.equal(await words(page), "微信被封了");
      await page.press("delete-case");
      await says(page, NONE);
      check.none(await stored(page));
    }
  }),

  "two widgets and two tabs say the same": plain(KEPT, async ({ page, site, check }) => {
    await page.run(() => {
      const second = document.createElement("recourse-guide");
      second.setAttribute("storage", "local");
      document.querySelector("recourse-guide").after(second);
    });
    const all = () => page.run(() => [...document.querySelectorAll("recourse-guide")].map((guide) => guide.shadowRoot.querySelector("[part=saved] [role=status]")?.textContent ?? ""));
    const agree = (words) => page.until(async () => (await all()).every((line) => line.includes(words)), `both should say “${words}”`, 15_000);
    await page.run(() => document.querySelectorAll("recourse-guide")[1].start());
    await agree(NONE);
    await page.run(() => document.querySelectorAll("recourse-guide")[1].setAttribute("storage", "none"));
    await page.until(async () => (await all())[1] === "", "one that is told to keeps none");
    await page.run(() => document.querySelectorAll("recourse-guide")[1].setAttribute("storage", "local"));
    await agree(NONE);
    await page.type("story", SCAM);
    await save(page);
    await agree(SOME);
    const first = await page.driver.getWindowHandle();
    await page.driver.switchTo().newWindow("tab");
    try {
      await page.driver.get(`${site.origin}/`);
      await ready(page);
      await says(page, SOME);
      await page.press("delete-case");
      await says(page, NONE);
    } finally {
      await page.driver.close();
      await page.driver.switchTo().window(first);
    }
    await agree(NONE);
    check.equal(await words(page), SCAM, "the case of the other tab stays");
  }),

  "where the page does not want it nothing of it is there, nor fetched": onHost("plain", { policy: STRICT, fill: { attributes: 'region="CN"' } }, async ({ page, site, check }) => {
    await ready(page);
    check.equal((await page.rcAll("save")).length, 0);
    check.none(site.asked.filter((path) => path.includes("keeper")));
    await page.run(() => { document.querySelector("recourse-guide").storage = "local"; });
    await page.rc("save");
    await page.run(() => { document.querySelector("recourse-guide").allow = "letters print"; });
    await page.until(async () => !(await (await page.rc("save")).isDisplayed()), "`allow` without `export` hides it");
    await page.run(() => { document.querySelector("recourse-guide").allow = "export"; });
    await page.until(async () => (await page.rc("save")).isDisplayed(), "and with it brings it back");
  }),

  "who comes back sees it with the program: nothing moves": plain(`class="roomy" ${KEPT}`, async ({ page, check }) => {
    await page.type("story", SCAM);
    await save(page);
    await page.run(() => scrollTo(0, 0));
    await page.before(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
    });
    await page.driver.navigate().refresh();
    await ready(page);
    await says(page, SOME);
    await page.run(() => new Promise((done) => setTimeout(done, 500)));
    check.ok((await page.run(() => window.shifts.reduce((sum, value) => sum + value, 0))) <= 0.02, JSON.stringify(await page.run(() => window.shifts)));
  }),

  ...Object.fromEntries(["zh-Hans", "zh-Hant", "en"].map((lang) => [
    `in ${lang} a case is kept by keyboard alone, and axe finds nothing in the line nor in the question`,
    plain(`${KEPT} lang="${lang}"`, async ({ page, check }) => {
      await page.type("story", "I was scammed and transferred 3000 yuan");
      const said = await line(page);
      check.equal(/\p{Script=Han}/u.test(said), lang !== "en");
      await page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector("[data-rc=save]").focus());
      await page.press([Key.ENTER]);
      const dialog = await page.rc("assent");
      check.equal(await page.run(() => document.querySelector("recourse-guide").shadowRoot.activeElement?.localName), "h2", "it is read from its heading");
      // Landmarks are the page's own to have; this one has none.
      check.none((await page.accessibility()).filter((fault) => !/^(region|landmark-one-main):/.test(fault)));
      for (const width of [320, 1280]) {
        await page.size(width, 640);
        const box = await page.run(() => { const { left, right, top, bottom } = document.querySelector("recourse-guide").shadowRoot.querySelector("dialog").getBoundingClientRect(); return [left >= 0, right <= innerWidth, top >= 0, bottom <= innerHeight]; });
        check.equal(box, [true, true, true, true], `at ${width} px`);
      }
      check.equal(/\p{Script=Han}/u.test(await page.text(dialog)), lang !== "en");
      await page.press([Key.TAB]);
      check.equal(await isFocused(page), "passphrase");
      await page.driver.actions().sendKeys("a door and a key").perform();
      await page.press([Key.ENTER]);
      await page.until(async () => (await page.rcAll("delete-case")).length > 0, "it should be kept", 30_000);
      check.equal(await isFocused(page), "save", "the focus comes back");
      check.none((await page.accessibility()).filter((fault) => !/^(region|landmark-one-main):/.test(fault)));
      await page.press("lang", { value: lang === "en" ? "zh-Hans" : "en" });
      await page.until(async () => /\p{Script=Han}/u.test(await line(page)) === (lang === "en"), "it follows the language");
    }),
  ])),
};
