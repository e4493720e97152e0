/** Everybody can read it and press it: axe, the keyboard, small windows and large text. */
import { Key } from "selenium-webdriver";
import { eachScreen } from "../lib/screens.mjs";
import { both, open, openScamPlan, SCAM, speak } from "../lib/ways.mjs";

const CALM = "微信号被封了";

const LANGS = ["zh-Hans", "zh-Hant", "en"];

/** Opens in a language and examines every screen; what is found is said with the screen's name. */
async function examine(page, lang, look) {
  await open(page, "/");
  if (lang !== "zh-Hans") await speak(page, lang);
  const found = [];
  await eachScreen(page, lang, async (screen) => found.push(...(await look(screen)).map((fault) => `${screen}: ${fault}`)));
  return [...new Set(found)];
}

/** How each screen is looked at a second time, in the dark: with the first time, every theme meets every size and a wide and a narrow window. */
const DARK = { "zh-Hans": [1280, "large"], "zh-Hant": [360, "large"], en: [1280, "normal"] };

const looks = LANGS.flatMap((lang) => [
  [`axe finds nothing in ${lang}`, async ({ page, check }) => {
    // A colour on its way to another one would be measured halfway.
    const still = { "prefers-reduced-motion": "reduce" };
    await page.media(still);
    await page.size(320, 740);
    const [width, size] = DARK[lang];
    const large = (isLarge) => page.inside((root, isLarge) => root.querySelector(".rc").classList.toggle("rc-large", isLarge), isLarge);
    const found = await examine(page, lang, async () => {
      const faults = await page.accessibility();
      await page.media({ ...still, "prefers-color-scheme": "dark" });
      await page.size(width, 740);
      await large(size === "large");
      const dark = await page.accessibility();
      await large(false);
      await page.size(320, 740);
      await page.media(still);
      return [...faults, ...dark.map((fault) => `dark, ${width} px, ${size}: ${fault}`)];
    });
    check.none(found);
  }],
  [`forced colours leave everything to be seen in ${lang}`, async ({ page, check }) => {
    const found = await examine(page, lang, async () => {
      await page.media({ "forced-colors": "active", "prefers-color-scheme": "dark" });
      const faults = await page.run(edgeless);
      await page.media({});
      return faults;
    });
    check.none(found);
  }],
]);

/** Blocks and controls whose fill the forced colours take away, and that have no edge either. */
function edgeless() {
  const root = document.querySelector("recourse-guide").shadowRoot;
  const filled = root.querySelectorAll(".button, .chip, .choice, .tile, .alarm, .alarm-call, .alarm-board, .urgent, .ask, .notice, .next, .last, .did, .field, .story");
  return [...filled].filter((e) => e.checkVisibility()).filter((e) => {
    const style = getComputedStyle(e);
    return style.borderTopStyle === "none" || style.borderTopColor === style.backgroundColor;
  }).map((e) => `${e.localName}.${e.className} has no edge`);
}

/** What sticks out of the window to the right. */
function sticksOut() {
  const root = document.querySelector("recourse-guide").shadowRoot;
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...root.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > width + 1).map((e) => `${e.localName}.${e.className} ${e.getBoundingClientRect().right}`);
}

/** Targets lower or narrower than a thumb; links inside a sentence and what is not on show are excepted. */
function smallTargets() {
  const root = document.querySelector("recourse-guide").shadowRoot;
  const isInline = (e) => getComputedStyle(e).display === "inline" && e.localName === "a";
  return [...root.querySelectorAll("button, a[href], summary, select, input, textarea")]
    .filter((e) => e.checkVisibility() && !isInline(e))
    .map((e) => [e, (e.type === "checkbox" ? e.closest("label") : e).getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 43.5 || height < 43.5)
    .map(([e, { width, height }]) => `${e.localName}.${e.className} “${e.textContent.trim().slice(0, 20)}” ${Math.round(width)}×${Math.round(height)}`);
}

const SIZES = [["320 px", 320, 100], ["320 px with text at 200 %", 320, 200], ["340 px", 340, 100], ["360 px", 360, 100], ["768 px", 768, 100], ["1280 px", 1280, 100], ["1600 px", 1600, 100]];

const sizes = LANGS.map((lang) => [
  `nothing sticks out and every target fits a thumb in ${lang}`,
  async ({ page, check }) => {
    const found = await examine(page, lang, async () => {
      const faults = [];
      for (const [name, width, percent] of SIZES) {
        await page.size(width, 740);
        await page.textSize(percent);
        const here = [...(await page.run(sticksOut)).slice(0, 3), ...(await page.run(smallTargets))];
        faults.push(...here.map((fault) => `${name}: ${fault}`));
      }
      await page.textSize(100);
      return faults;
    });
    check.none(found);
  },
]);

/** With the largest type on the narrowest phone the number still stands on one line. */
const calls = Object.fromEntries(LANGS.map((lang) => [
  `the call is one line at 320 px with text at 200 % in ${lang}`,
  async ({ page, check }) => {
    await page.size(320, 740);
    await openScamPlan(page, "/");
    if (lang !== "zh-Hans") await speak(page, lang);
    await page.textSize(200);
    const lines = (css) => page.inside((root, css) => {
      const call = root.querySelector(`${css} span`);
      return call.getBoundingClientRect().height / parseFloat(getComputedStyle(call).lineHeight);
    }, css);
    const onPlan = await lines(".button-call");
    check.ok(onPlan < 1.5, `the call of the plan takes ${onPlan} lines`);
    await page.press((await page.all(".steps .step"))[0]);
    await page.rc("emergency");
    const onAlarm = await lines(".alarm-call");
    check.ok(onAlarm < 1.5, `the call of the alarm takes ${onAlarm} lines`);
    await page.textSize(100);
  },
]));

const focused = () => {
  const active = document.querySelector("recourse-guide").shadowRoot.activeElement;
  return { tag: active?.localName, hook: active?.dataset.rc, id: active?.dataset.id, text: active?.textContent };
};

const keyboard = both({
  "the keyboard alone leads from the words to the plan": async ({ page, where, check }) => {
    await open(page, where);
    const stops = [];
    do {
      await page.press([Key.TAB]);
      stops.push(await page.run(focused));
    } while (stops.at(-1).hook !== "story" && stops.length < 20);
    check.equal(stops.at(-1).hook, "story", `the field should be reached, not only ${JSON.stringify(stops)}`);
    await page.command("Input.insertText", { text: CALM });
    await page.rc("candidate");
    await page.press([Key.TAB]);
    check.equal((await page.run(focused)).hook, "candidate", "the first candidate should follow the field");
    await page.press([Key.ENTER]);
    await page.rc("plan");
    await page.until(async () => (await page.run(focused)).tag === "h1", "the heading of the plan should have the focus");
  },

  "whoever is in danger reaches the call first": async ({ page, where, check }) => {
    await open(page, where);
    await page.type("story", SCAM);
    await page.rc("emergency");
    await page.press([Key.TAB]);
    const { tag, text } = await page.run(focused);
    check.equal(tag, "a");
    check.has(text, "110");
  },

  "another language leaves the focus among the languages": async ({ page, where, check }) => {
    await open(page, where);
    for (const lang of ["en", "zh-Hant", "zh-Hans"]) {
      await page.run((button) => button.focus(), await page.rc("lang", { value: lang }));
      await page.press([Key.ENTER]);
      await page.until(() => page.inside((root, lang) => root.querySelector(".rc").lang === lang, lang), `${lang} should come on show`);
      check.equal((await page.run(focused)).hook, "lang");
    }
  },

  "what goes away when it is pressed leaves the focus beside it": async ({ page, where, check }) => {
    await open(page, where);
    await page.type("story", SCAM);
    await page.press(await (await page.rc("read")).findElement({ css: "summary" }));
    /** Presses by key, and tells what has the focus once the thing is gone. */
    const after = async (css) => {
      const [button] = await page.all(css);
      await page.run((button) => (window.pressed = button).focus(), button);
      await page.press([Key.ENTER]);
      await page.until(() => page.run(() => !window.pressed.isConnected), `${css} should be gone`);
      return page.until(() => page.inside((root) => root.activeElement?.className ?? null), `after ${css} the focus is lost`);
    };
    check.equal(await after('[data-rc="read-fact"]'), "more-head");
    check.equal(await after('[data-rc="read-again"]'), "more-head");
    check.equal(await after(".alarm-foot .alarm-quiet:last-child"), "alarm-again");
    check.equal(await after(".alarm-again"), "alarm-quiet");
    check.equal(await after(".alarm-foot .alarm-quiet:first-child"), "alarm-place");
  },

  "an answer leaves the focus on the next question": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    await page.press("answer", { within: await page.rc("question"), value: "unknown" });
    const isThere = () => page.inside((root) => root.activeElement?.matches(".plan-ask"));
    await page.until(isThere, "the focus should be where the next question is");
    check.ok((await page.rc("question")).isDisplayed());
  },

  "everything that can be pressed is reached, in the order in which it stands": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    const list = `
      const root = document.querySelector("recourse-guide").shadowRoot;
      const all = [...root.querySelectorAll("button:not(:disabled), a[href], summary, select, input, textarea")].filter((e) => e.checkVisibility());`;
    const count = await page.run(`${list} all[0].focus(); return all.length;`);
    check.ok(count > 40, `a plan should have more than ${count} controls`);
    for (let place = 0; place < count; place += 1) {
      const at = await page.run(`${list} return [all.indexOf(root.activeElement), root.activeElement?.textContent.trim().slice(0, 30)];`);
      check.equal(at[0], place, `control ${place} should have the focus, not ${at}`);
      await page.press([Key.TAB]);
    }
  },

  "an alarm is called out once, however long one types on": async ({ page, where, check }) => {
    await open(page, where);
    await page.inside((root) => {
      const live = root.querySelector('[aria-live="assertive"]');
      window.called = [];
      new MutationObserver(() => window.called.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
    });
    await page.type("story", SCAM);
    await page.rc("emergency");
    for (const more of ["，", "对方", "拉黑了我"]) await page.type("story", more);
    await page.rc("emergency");
    const called = await page.run(() => window.called);
    check.equal(called.length, 1, `it was called out as ${JSON.stringify(called)}`);
  },

  "nothing moves for whoever wants no motion": async ({ page, where, check }) => {
    await page.media({ "prefers-reduced-motion": "reduce" });
    await openScamPlan(page, where);
    await page.press("answer", { within: await page.rc("question"), value: "unknown" });
    const moving = await page.inside((root) => {
      const lasts = (e) => getComputedStyle(e).transitionDuration.split(",").some((time) => parseFloat(time) > 0);
      return [...[...root.querySelectorAll("*")].filter(lasts).map((e) => e.className.baseVal ?? e.className), ...root.getAnimations().map(String)];
    });
    check.none(moving);
  },

  "candidates are called out politely, and only when they change": async ({ page, where, check }) => {
    await open(page, where);
    await page.type("story", CALM);
    await page.rc("candidate");
    await page.inside((root) => {
      const live = [...root.querySelectorAll('[aria-live="polite"]')].find((e) => e.textContent.trim() !== "");
      window.called = [live?.textContent];
      new MutationObserver(() => window.called.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
    });
    const before = await page.ids("candidate");
    for (const more of ["。", " ", "！"]) await page.type("story", more);
    check.equal(await page.ids("candidate"), before, "what is no word should change nothing");
    const called = await page.run(() => window.called);
    check.ok(called[0], "the candidates should be called out");
    check.equal(called.length, 1, `it was called out again: ${JSON.stringify(called)}`);
  },

  "every focus can be seen": async ({ page, where, check }) => {
    await open(page, where);
    for (let stop = 0; stop < 12; stop++) {
      await page.press([Key.TAB]);
      const outline = await page.inside((root) => {
        const active = root.activeElement;
        return active ? getComputedStyle(active).outlineStyle : "solid";
      });
      check.differ(outline, "none", "a focused control should have an outline");
    }
  },
});

/** The checks themselves are tried on a page made worse on purpose. */
async function worse({ page, check }) {
  await page.size(320, 740);
  await page.textSize(200);
  await open(page, "/");
  check.equal(await page.run(() => getComputedStyle(document.documentElement).fontSize), "32px");
  await page.run(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".tool { min-height: 0; height: 20px; } .story { min-width: 400px; } .text { color: #aaa; background: #fff; }");
    document.querySelector("recourse-guide").shadowRoot.adoptedStyleSheets.push(sheet);
  });
  check.ok((await page.run(smallTargets)).some((line) => line.includes("tool")), "a small button should be found");
  check.ok((await page.run(sticksOut)).some((line) => line.includes("story")), "a wide field should be found");
  check.has((await page.accessibility()).join(), "color-contrast");
}

export default { "the checks find what is wrong": worse, ...Object.fromEntries([...looks, ...sizes]), ...calls, ...keyboard };
