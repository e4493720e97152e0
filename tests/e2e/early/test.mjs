/** The first field: there from the first paint, and handed over to the program without losing a sign. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { both, open, SCAM } from "../lib/ways.mjs";
import { CANARY, setTrap, traces } from "../canary/trap.mjs";

const EVERY = ["/", "file:zh-Hans", "file:zh-Hant", "file:en"];
const WIDTHS = [320, 360, 430, 768, 1280];
/** The most the page may shift while the program takes over, as browsers score it. */
const MOST = 0.02;

/** Set before the page's own scripts run: the program waits until `startProgram()` is called. */
function holdBack() {
  const isFree = new Promise((free) => (window.startProgram = free));
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      await isFree;
      return own.apply(WebAssembly, given);
    };
  }
  window.shifts = [];
  const note = (list) => window.shifts.push(...list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput).map(({ value }) => value));
  new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
}

/** Opens without the program. */
async function openHeld(page, where) {
  if (!page.isHeldBack) await page.before(holdBack);
  page.isHeldBack = true;
  (page.undo ??= []).push(async () => (page.isHeldBack = false));
  await page.zone("Asia/Shanghai");
  await page.before(() => addEventListener("recourse:words", () => (window.hasWords = true)));
  await page.open(where, { wait: false });
  // The single file has its words packed with everything else.
  if (where.startsWith("file")) await page.until(() => page.run(() => window.hasWords === true), "the words should be unpacked");
}

const first = (page, within = "textarea") => page.run((within) => document.querySelector(`.early ${within}`), within);
const isStarted = (page) => page.inside((root) => {
  return Boolean(root?.querySelector(".rc")?.checkVisibility()) && !root.querySelector("slot");
});
const until = (page) => page.until(() => isStarted(page), "the program should take over", 15_000);

/** Set before the page's own scripts run: this pack does not arrive until `letHear()` is called. */
function holdWords() {
  const isFree = new Promise((free) => (window.letHear = free));
  const own = window.fetch;
  window.fetch = async (...given) => {
    const answer = await own(...given);
    if (answer.url.includes("/words-")) await isFree;
    return answer;
  };
}

/** The hooks by which others find the parts of the first field. */
const hooks = (page) => page.run(() => [...document.querySelectorAll(".early [data-rc]")].map(({ dataset }) => dataset.rc));

/** Lets the program start, and waits until it is on show. */
async function start(page) {
  await page.run(() => window.startProgram());
  await until(page);
}

/** Where a field stands and how it looks. */
function looks(field) {
  const { x, y, width, height } = field.getBoundingClientRect();
  const { color, backgroundColor, borderColor, borderRadius, font, padding } = getComputedStyle(field);
  const said = field.getRootNode();
  const label = said.querySelector(`label[for="${field.id}"]`);
  const hint = said.getElementById(field.getAttribute("aria-describedby"));
  const near = [label, hint].map((it) => [it.textContent, getComputedStyle(it).font, getComputedStyle(it).color, Math.round(it.getBoundingClientRect().y)]);
  const round = [x, y, width, height].map((number) => Math.round(number));
  return { round, near, color, backgroundColor, borderColor, borderRadius, font, padding, placeholder: field.placeholder, spellcheck: field.spellcheck, autocomplete: field.autocomplete };
}

const alike = EVERY.map((what) => [
  `${what}: it stands where the program's own field will, and looks like it`,
  async ({ page, check }) => {
    for (const dark of [false, true]) {
      for (const width of WIDTHS) {
        await page.dark(dark);
        await page.size(width, 740);
        await openHeld(page, what);
        const before = await page.run(looks, await first(page));
        check.equal(await page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `at ${width} px nothing should be wider than the screen`);
        await start(page);
        check.equal(await page.run(looks, await page.rc("story")), before, `at ${width} px, ${dark ? "dark" : "light"}`);
      }
    }
  },
]);

const tests = {
  "what was typed, the caret and the focus go over, and candidates follow at once": async ({ page, where, check }) => {
    await page.size(360, 740);
    await openHeld(page, where);
    await page.type(await first(page), SCAM);
    await page.run(() => {
      document.querySelector(".early textarea").setSelectionRange(2, 5);
      scrollTo(0, 40);
    });
    // What typing itself moved is the typist's own doing.
    await page.run(() => new Promise((next) => setTimeout(next, 600)));
    await page.run(() => void (window.shifts.length = 0));
    await start(page);
    await page.rc("candidate", { id: "pay-scam-transfer" });
    await page.rc("emergency");
    const taken = await page.run((field) => {
      const root = field.getRootNode();
      return { value: field.value, selection: [field.selectionStart, field.selectionEnd], isHeld: root.activeElement === field, scroll: scrollY, left: document.querySelector(".early textarea").value };
    }, await page.rc("story"));
    check.equal(taken, { value: SCAM, selection: [2, 5], isHeld: true, scroll: 40, left: "" });
    const shifted = await page.run(() => window.shifts.reduce((sum, value) => sum + value, 0));
    check.ok(shifted <= MOST, `the page shifted by ${shifted}`);
  },

  "what looks for the field finds one: the first, then the program's, and the first again where it stopped": async ({ page, where, check }) => {
    await openHeld(page, where);
    check.equal(await hooks(page), ["quick-exit", "story"]);
    await start(page);
    check.equal(await hooks(page), []);
    await page.inside((root) => root.querySelector(".shell").dispatchEvent(new Event("recourse-stopped")));
    await page.until(async () => (await hooks(page)).length > 0, "the first field should be to be found again");
    check.equal(await hooks(page), ["quick-exit", "story"]);
  },
  "an untouched field takes no focus and says nothing": async ({ page, where, check }) => {
    await openHeld(page, where);
    await start(page);
    check.equal(await page.run(() => document.activeElement.localName), "body");
    check.equal((await page.rcAll("candidate")).length, 0);
  },

  "a half-composed character is never lost: the program waits for it": async ({ page, where, check }) => {
    await openHeld(page, where);
    await page.type(await first(page), "我被");
    await page.command("Input.imeSetComposition", { text: "pian", selectionStart: 4, selectionEnd: 4 });
    await page.run(() => window.startProgram());
    await new Promise((next) => setTimeout(next, 1500));
    check.ok(!(await isStarted(page)), "the program should wait");
    check.equal(await page.run(() => document.querySelector(".early textarea").value), "我被pian");
    await page.command("Input.insertText", { text: "骗" });
    await until(page);
    check.equal(await page.attribute("story", "value"), "我被骗");
    await page.command("Input.insertText", { text: "了" });
    check.equal(await page.attribute("story", "value"), "我被骗了");
    await page.rc("candidate");
  },

  "letters typed while the program takes over arrive in order": async ({ page, where, check }) => {
    const story = "I sent 3000 to a job group and now they have blocked me";
    await openHeld(page, where);
    await (await first(page)).click();
    for (const [at, letter] of [...story].entries()) {
      if (at === 9) await page.run(() => void window.startProgram());
      await page.command("Input.insertText", { text: letter });
    }
    await until(page);
    check.equal(await page.attribute("story", "value"), story);
    await page.rc("candidate");
  },

  "nothing typed into it leaves a trace, also after the program took over": async ({ page, server, where, check }) => {
    server.asked.length = 0;
    await page.before(setTrap);
    await openHeld(page, where);
    await page.type(await first(page), `${SCAM} ${CANARY.text} ${CANARY.words}`);
    check.none(await traces(page, server), "before the program has started");
    await start(page);
    await page.rc("candidate");
    check.none(await traces(page, server), "after it has taken over");
  },

  "a reload forgets what was typed into it": async ({ page, where, check }) => {
    await openHeld(page, where);
    await page.type(await first(page), CANARY.text);
    await page.driver.navigate().refresh();
    check.equal(await page.run(() => document.querySelector(".early textarea").value), "");
    await start(page);
    check.equal(await page.attribute("story", "value"), "");
  },

  "words of urgency lead to the calls, others to what fits": async ({ page, where, check }) => {
    await page.size(360, 740);
    await openHeld(page, where);
    await page.type(await first(page), "小程序不退款");
    const found = await page.run(() => [...document.querySelectorAll(".early-found li")].map((item) => item.textContent));
    check.ok(found.length > 0 && found.length <= 3 && found.some((name) => name.includes("退款")), `found ${found}`);
    await page.type(await first(page), SCAM, { clear: true });
    check.has(await page.run(() => document.querySelector(".early-found p").textContent), "电话");
    check.equal(await page.run(() => document.querySelector(".early-found a").hash), "#rg-calls", "one tap should lead to the numbers");
    const called = async (words) => {
      await page.type(await first(page), words, { clear: true });
      return page.run(() => document.querySelector(".early-found p a") !== null);
    };
    for (const words of ["剛剛被騙轉了三萬", "someone hacked my whatsapp and is asking my friends for money"]) check.ok(await called(words), words);
    for (const words of ["怎样注销公众号", "how do I appeal against a rejected review"]) check.ok(!(await called(words)), words);
    await page.type(await first(page), SCAM, { clear: true });
    const gap = await page.run(() => document.querySelector(".rg-alarm").getBoundingClientRect().top - document.querySelector(".early-found p").getBoundingClientRect().bottom);
    check.ok(gap >= 0 && gap < 60, `the calls should stand right below, not ${gap} px further down`);
    check.none(await page.accessibility());
  },

  "words of danger bring a calm sentence before anything else, manners of speaking do not": async ({ page, where, check }) => {
    await openHeld(page, where);
    const said = async (words) => {
      await page.type(await first(page), words, { clear: true });
      return page.run(() => document.querySelector(".early-found p").textContent);
    };
    check.has(await said("号没了，我不想活了"), "让他陪着你");
    check.has(await said("I want to die"), "让他陪着你");
    check.has(await said("他不还钱还动手打我"), "到有人的地方");
    check.has(await said("佢話要殺我全家"), "到有人的地方");
    check.has(await said("He’s blackmailing me and I don't want to live, I’d rather hang myself"), "让他陪着你");
    check.lacks(await said("想死你了，跳楼价，他打我电话"), /陪着|有人的地方/);
    check.lacks(await said("they hit me with a penalty, my boss is killing myself laughing"), /陪着|有人的地方/);
  },

  "one can leave before the program has started": async ({ page, browser, where, check }) => {
    for (const way of ["button", "shift"]) {
      await openHeld(page, where);
      await page.type(await first(page), CANARY.text);
      if (way === "button") await (await first(page, "button")).click();
      else for (let times = 0; times < 3; times += 1) await page.press(["\uE008"]);
      await page.until(async () => (await browser.getCurrentUrl()) === "about:blank", `${way}: the page should be empty`);
    }
  },

  "the first letters are played out of sight, so that a person's are as quick as those after": async ({ page, where, check }) => {
    await page.before(() => {
      window.made = [];
      for (const [of, name] of [[Document.prototype, "createElement"], [Node.prototype, "cloneNode"]]) {
        const own = of[name];
        of[name] = function (...given) {
          const made = own.apply(this, given);
          window.made.push(made);
          return made;
        };
      }
    });
    await open(page, where);
    const played = (name) => page.run((name) => window.made.some((made) => made.dataset?.rc === name), name);
    for (const name of ["emergency", "candidate"]) {
      await page.until(() => played(name), `nothing with ${name} was drawn`);
      check.equal(await page.run((name) => window.made.filter((made) => made.dataset?.rc === name && made.isConnected).length, name), 0, "it should stand nowhere");
    }
    check.equal(await page.attribute("story", "value"), "");
    await page.type("story", "微信号被封了");
    await page.rc("candidate");
    check.equal((await page.rcAll("emergency")).length, 0, "what was played should not be told");
  },

  "where the program stops, the words are back in it": async ({ page, where, check }) => {
    await open(page, where);
    await page.type("story", SCAM);
    await page.inside((root) => root.querySelector(".shell").dispatchEvent(new Event("recourse-stopped")));
    check.equal(await page.run(() => document.querySelector(".early textarea").value), SCAM);
    check.ok(await (await first(page)).isDisplayed());
    check.equal((await page.all("textarea")).length, 0, "once is enough");
  },
};

export default {
  ...Object.fromEntries(alike),
  ...both(tests),

  "the program is drawn out of sight while what texts are heard by is on its way": async ({ page, check }) => {
    await page.size(360, 740);
    await page.before(holdWords);
    await page.open("/", { wait: false });
    const field = await first(page);
    const before = await page.run(looks, field);
    await page.type(field, SCAM);
    await page.until(() => page.inside((root) => Boolean(root?.querySelector(".rc"))), "the first screen should be drawn", 15_000);
    check.ok(!(await isStarted(page)), "it should not be on show yet");
    check.ok(await field.isDisplayed());
    check.equal((await page.run(looks, field)).near, before.near, "nothing around the field should change");
    await page.run(() => window.letHear());
    await until(page);
    check.equal(await page.attribute("story", "value"), SCAM);
    await page.rc("candidate", { id: "pay-scam-transfer" });
  },

  "what texts are heard by comes behind the program, and the time zone is asked for meanwhile": async ({ page, server, dist, check }) => {
    const [program] = readdirSync(path.join(dist, "assets")).filter((name) => /^recourse-.*\.wasm$/.test(name));
    server.asked.length = 0;
    server.held.add(`/assets/${program}`);
    try {
      await page.before(() => {
        window.formats = 0;
        const { resolvedOptions } = Intl.DateTimeFormat.prototype;
        Intl.DateTimeFormat.prototype.resolvedOptions = function () {
          window.formats += 1;
          return resolvedOptions.call(this);
        };
      });
      await page.open("/", { wait: false });
      await page.until(() => page.run(() => window.formats > 0), "the time zone should be asked for");
      const isAsked = (pack) => server.asked.some((url) => url.includes(`/${pack}`));
      await page.until(() => ["core-", "zh-Hans.first-", program].every(isAsked), "what the program needs first should be asked for");
      check.none(server.asked.filter((url) => /\/(words|phrases)-/.test(url)), "these have time");
    } finally {
      server.held.clear();
    }
  },

  "a frame shows it too, unless its host begins elsewhere": async ({ page, check }) => {
    await page.before(holdBack);
    for (const [hash, isShown] of [["", true], ["#theme=dark", true], ["#start=browse", false], ["#region=HK&problem=wx-account-banned", false]]) {
      await page.open("about:blank", { wait: false });
      await page.open(`/frame.html${hash}`, { wait: false });
      check.equal(await (await first(page)).isDisplayed(), isShown, hash);
    }
  },
};
