/** The element in an ordinary page: when it loads, what it takes, what it tells. */
import { onHost } from "../lib/host.mjs";
import { SCAM } from "../lib/ways.mjs";
import { checkFallback, checkOnce, ready, told } from "./lib.mjs";

/** Where a request does not get through. */
const train = { isInTunnel: true };
const plain = (attributes, test) => onHost("plain", { fill: { attributes } }, test);
/** What the loader asks for: itself is always asked for. */
const besides = (site) => site.asked.filter((path) => path !== "embed.js");
/** Another value for every attribute. */
const CHANGES = {
  lang: "zh-Hant", platform: "whatsapp", audience: "parent", problem: "wx-account-banned", region: "HK", theme: "dark", size: "large",
  "heading-level": "4", start: "browse", storage: "local", allow: "letters", pack: "/another.json", "pack-integrity": "sha384-none",
};
/** What was changed is on show. */
const drawn = (page) => page.run(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
const set = (page, name, value) => page.run((name, value) => {
  const guide = document.querySelector("recourse-guide");
  if (value === null) guide.removeAttribute(name);
  else guide.setAttribute(name, value);
}, name, value);
const warnings = async (page) => (await page.console()).filter(({ level, text }) => level === "WARNING" && /recourse-guide/.test(text));

export default {
  "below the fold nothing is loaded until it is seen": plain("class=far", async ({ page, site, check }) => {
    await page.until(() => page.run(() => customElements.get("recourse-guide") !== undefined));
    await page.run(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200))));
    check.none(besides(site), "nothing should be asked for yet");
    await page.run(() => document.querySelector("recourse-guide").scrollIntoView());
    await ready(page);
    await checkOnce(page, besides(site), check);
  }),

  "start() loads it unseen and goes where it is told": plain("class=far", async ({ page, check }) => {
    await page.until(() => page.run(() => customElements.get("recourse-guide") !== undefined));
    check.equal(await page.run(() => document.querySelector("recourse-guide").start({ problem: "wx-account-banned" })), true);
    await page.rc("plan", { id: "wx-account-banned" });
    await page.run(() => document.querySelector("recourse-guide").start({ problem: "pay-scam-transfer", region: "HK" }));
    await page.rc("plan", { id: "pay-scam-transfer" });
    await page.rc("rung", { id: "hk-police" });
  }),

  "touching it is enough": plain("class=far tabindex=0", async ({ page }) => {
    await page.until(() => page.run(() => customElements.get("recourse-guide") !== undefined));
    await page.run(() => document.querySelector("recourse-guide").dispatchEvent(new PointerEvent("pointerdown", { bubbles: true })));
    await ready(page);
  }),

  "attributes may change at any time and take nothing from the person": plain('region="CN"', async ({ page, check }) => {
    await ready(page);
    await page.type("story", SCAM);
    await page.rc("candidate", { id: "pay-scam-transfer" });
    await set(page, "lang", "en");
    await page.until(() => page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector(".rc").lang === "en"), "English should come on show");
    check.equal(await page.attribute("story", "value"), SCAM);
    await set(page, "size", "large");
    await page.until(async () => (await page.all(".rc-large")).length === 1);
    await set(page, "theme", "dark");
    const ground = () => page.run(() => getComputedStyle(document.querySelector("recourse-guide").shadowRoot.querySelector(".rc")).backgroundColor);
    await page.until(async () => (await ground()) === "rgb(16, 24, 25)", "the theme should be dark");
    await set(page, "region", "HK");
    await page.press("candidate", { id: "pay-scam-transfer" });
    await page.rc("rung", { id: "hk-police" });
    await page.run(() => { document.querySelector("recourse-guide").problem = "wx-account-banned"; });
    await page.rc("plan", { id: "wx-account-banned" });
    const named = () => page.run(() => document.querySelector("recourse-guide").plan()?.problem === "wx-account-banned");
    await page.until(named, "the plan should be told");
    await page.run(() => document.querySelector("recourse-guide").reset());
    await page.rc("plan", { id: "wx-account-banned" });
    check.ok(await named(), "what is on show again should be told");
    await page.run(() => { document.querySelector("recourse-guide").problem = null; });
    await page.run(() => document.querySelector("recourse-guide").wipe());
    check.equal(await page.attribute("story", "value"), "");
    check.equal((await told(page, "wipe")).length, 1);
  }),

  "an unknown value is told once, in the console, and counts as absent": plain('problem="nothing" theme="sepia" size="huge" lang="xx" storage="cloud"', async ({ page, check }) => {
    await ready(page);
    const lines = await warnings(page);
    for (const name of ["problem", "theme", "size", "lang", "storage"]) {
      check.equal(lines.filter(({ text }) => text.includes(`${name}=`)).length, 1, `one warning for ${name}`);
    }
    await set(page, "region", "CN");
    await set(page, "region", "HK");
    check.equal((await warnings(page)).length, lines.length, "a warning is not repeated");
  }),

  "what a host does not allow is not there, until it does": plain('region="CN" allow="letters dancing" problem="wx-account-banned"', async ({ page, check }) => {
    await ready(page);
    await page.rc("plan", { id: "wx-account-banned" });
    const isThere = () => page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector("[data-rc=print]").getClientRects().length > 0);
    check.equal(await isThere(), false);
    check.equal((await warnings(page)).filter(({ text }) => text.includes("dancing")).length, 1);
    await set(page, "allow", "letters print");
    await page.until(isThere, "what is allowed now should be there");
    await set(page, "allow", "");
    await page.until(async () => !(await isThere()), "an empty list allows nothing");
    await set(page, "allow", null);
    await page.until(isThere, "who says nothing allows everything");
  }),

  "properties reflect attributes, and what was set before the class was there is kept": plain("", async ({ page, check }) => {
    await ready(page);
    const seen = await page.run(() => {
      const guide = document.createElement("recourse-guide");
      guide.headingLevel = 3;
      guide.start = "browse";
      guide.platform = "wecom";
      guide.size = null;
      return [guide.outerHTML, typeof guide.start, guide.headingLevel, guide.size];
    });
    check.equal(seen, ['<recourse-guide heading-level="3" start="browse" platform="wecom"></recourse-guide>', "function", "3", ""]);
  }),

  "events have the form that is promised, and ids only": plain('region="CN"', async ({ page, check }) => {
    await ready(page);
    await page.type("story", SCAM);
    await page.press("candidate", { id: "pay-scam-transfer" });
    await page.rc("rung", { id: "cn-110" });
    await page.run(() => document.addEventListener("recourse:open", (event) => event.preventDefault()));
    await page.press((await page.all("[data-rc=urgent] a[data-channel]"))[0]);
    // The plan is told a moment after it is seen.
    await page.until(async () => (await told(page, "plan")).length > 0, "the plan should be told");
    const events = await told(page);
    check.ok(events.every(({ bubbles, composed }) => bubbles && composed), "events bubble and are composed");
    check.equal(events.filter(({ cancelable }) => cancelable).map(({ name }) => name), ["open"]);
    const one = (name) => events.find((event) => event.name === name).detail;
    check.equal(Object.keys(one("ready")).sort(), ["knowledge", "version"]);
    check.has(one("ready").version, /^\d+\.\d+\.\d+$/);
    check.has(one("ready").knowledge, /^\d{4}\.\d+/);
    check.equal(events.filter(({ name }) => name === "step").map(({ detail }) => detail), [{ step: "describe" }, { step: "plan" }]);
    const plan = events.findLast(({ name }) => name === "plan").detail;
    check.equal(Object.keys(plan).sort(), ["channels", "problem"]);
    check.equal(plan.problem, "pay-scam-transfer");
    check.ok(plan.channels.includes("cn-110") && plan.channels.every((id) => /^[a-z0-9-]+$/.test(id)), "ids only");
    check.has(one("open").channel, /^[a-z0-9-]+$/);
    check.equal(await page.run(() => document.querySelector("recourse-guide").plan()), plan);
    check.lacks(JSON.stringify(events), "三千");
  }),

  "headings go on where the page's own have come to": plain('heading-level="3"', async ({ page, check }) => {
    await ready(page);
    const levels = () => page.run(() => [...document.querySelector("recourse-guide").shadowRoot.querySelectorAll("h1,h2")].map((h) => [h.localName, h.ariaLevel]));
    await page.until(async () => (await levels()).length > 1);
    check.ok((await levels()).every(([name, level]) => Number(level) === Number(name[1]) + 2), JSON.stringify(await levels()));
    await set(page, "heading-level", null);
    await page.until(async () => (await levels()).every(([name, level]) => Number(level) === Number(name[1]) + 1), "two is the usual level in a page");
  }),

  ...Object.fromEntries([
    ["below the fold", "class=far"],
    ["in view, with the room that is asked for", "class=roomy"],
    ["in view, around a long static guide", "class=long"],
  ].map(([where, attributes]) => [`${where}, upgrading and starting move nothing that can be seen`, plain(attributes, async ({ page, check }) => {
    await page.until(() => page.run(() => customElements.get("recourse-guide") !== undefined));
    await page.run(() => {
      window.shifts = [];
      new PerformanceObserver((list) => list.getEntries().forEach(({ value, sources, hadRecentInput }) => {
        window.shifts.push({ value, hadRecentInput, what: sources.map(({ node }) => node?.className || node?.nodeName) });
      })).observe({ type: "layout-shift", buffered: true });
      document.querySelector("recourse-guide").scrollIntoView();
    });
    await ready(page);
    await page.run(() => new Promise((done) => setTimeout(done, 500)));
    const shifts = await page.run(() => window.shifts);
    check.ok(shifts.reduce((sum, { value }) => sum + value, 0) <= 0.02, `what moved: ${JSON.stringify(shifts)}`);
  })])),

  "who is deep in the static guide is not torn out of it, unless the page asks": plain("class=long", async ({ page, site, check }) => {
    const isShown = () => page.run(() => !!document.querySelector("recourse-guide").shadowRoot?.querySelector(".rc"));
    await page.run(() => document.querySelector(".after-it").scrollIntoView({ block: "end" }));
    await page.until(() => site.asked.some((path) => path.endsWith(".wasm")), "it is seen, so it is loaded");
    await page.run(() => new Promise((done) => setTimeout(done, 1500)));
    check.equal(await isShown(), false, "what is read stays");
    await page.run(() => document.querySelector("recourse-guide").scrollIntoView());
    await ready(page);
    await page.driver.navigate().refresh();
    await page.run(() => document.querySelector(".after-it").scrollIntoView({ block: "end" }));
    await page.until(() => page.run(() => customElements.get("recourse-guide") !== undefined));
    await page.run(() => { document.querySelector("recourse-guide").start(); });
    await page.until(isShown, "the page asked for it", 15_000);
  }),

  "moved in the page it keeps everything; removed it stops": plain("", async ({ page, check }) => {
    await ready(page);
    await page.type("story", "微信被封");
    await page.rc("candidate");
    await page.run(() => document.body.prepend(document.querySelector("recourse-guide")));
    check.equal(await page.attribute("story", "value"), "微信被封");
    check.equal((await told(page, "ready")).length, 1);
    await page.run(async () => {
      const guide = document.querySelector("recourse-guide");
      guide.remove();
      await new Promise((done) => setTimeout(done, 50));
      document.body.append(guide);
    });
    await page.until(async () => (await told(page, "ready")).length === 2, "it should start anew");
    check.equal(await page.attribute("story", "value"), "");
  }),

  "removed while loading it starts nothing": onHost("plain", { fill: { attributes: "" }, change: (path, answer) => new Promise((done) => setTimeout(done, path.endsWith(".bin") ? 400 : 0, answer)) }, async ({ page, site, check }) => {
    await page.until(() => besides(site).length > 0);
    await page.run(() => document.querySelector("recourse-guide").remove());
    await page.run(() => new Promise((done) => setTimeout(done, 1200)));
    check.equal(await told(page), []);
  }),

  "a page that comes back from the browser's memory goes on": plain("", async ({ page, site, check }) => {
    await ready(page);
    await page.type("story", "微信被封");
    page.allow(/favicon/);
    await page.driver.get(`${site.origin}/listen.js`);
    await page.driver.navigate().back();
    await ready(page);
    check.ok(await page.run(() => window.isBack), "it should come from memory");
    check.equal(await page.attribute("story", "value"), "微信被封", "what was typed is there");
    await page.type("story", "号");
    await page.rc("candidate");
    check.equal(await page.run(() => document.querySelectorAll("recourse-guide").length), 1);
  }),

  "storage that is blocked is not missed": onHost("blocked", {}, async ({ page }) => {
    await ready(page);
    await page.type("story", SCAM);
    await page.rc("emergency");
  }),

  ...Object.fromEntries(Object.entries(CHANGES).map(([name, value]) => [
    `${name} may change at any time and takes neither words nor answers nor the focus`,
    plain('region="CN"', async ({ page, check }) => {
      await ready(page);
      await page.type("story", SCAM);
      await page.rc("candidate", { id: "pay-scam-transfer" });
      const focus = () => page.run(() => document.querySelector("recourse-guide").shadowRoot.activeElement?.dataset.rc ?? null);
      check.equal(await focus(), "story");
      await set(page, name, value);
      await drawn(page);
      const isElsewhere = name === "problem";
      if (isElsewhere) {
        await page.rc("plan", { id: value });
        await page.press((await page.all(".step"))[0]);
      } else check.equal(await focus(), "story", "the focus stays");
      check.equal(await page.attribute("story", "value"), SCAM);
      await page.press("candidate", { id: "pay-scam-transfer" });
      const asked = await page.attribute("question", "data-id");
      await page.press("answer", { within: await page.rc("question"), value: "true" });
      await page.gone("question", { id: asked });
      const answered = () => page.run(() => document.querySelector("recourse-guide").shadowRoot.querySelector("[data-rc=plan]").dataset.id);
      await set(page, name, null);
      await drawn(page);
      check.equal(await answered(), "pay-scam-transfer", "the plan stays");
      check.equal((await page.rcAll("question", { id: asked })).length, 0, "what was answered is not asked again");
    }),
  ])),

  "what is set before it is seen, and while it loads, holds from the start": onHost("plain", { fill: { attributes: 'class="far" lang="zh-Hans"' }, change: (path, answer) => new Promise((done) => setTimeout(done, path.endsWith(".bin") ? 600 : 0, answer)) }, async ({ page, site, check }) => {
    await page.until(() => page.run(() => customElements.get("recourse-guide") !== undefined));
    await set(page, "lang", "en");
    await page.run(() => document.querySelector("recourse-guide").scrollIntoView());
    await page.until(() => besides(site).length > 0, "it loads");
    await set(page, "size", "large");
    await set(page, "problem", "wx-account-banned");
    await ready(page);
    await page.rc("plan", { id: "wx-account-banned" });
    check.equal(await page.run(() => { const rc = document.querySelector("recourse-guide").shadowRoot.querySelector(".rc"); return [rc.lang, rc.classList.contains("rc-large")]; }), ["en", true]);
  }),

  "who loses the network while it loads keeps the static guide, and can start it later": onHost("plain", { fill: { attributes: "" }, change: (path, answer) => new Promise((done) => setTimeout(done, /\.(bin|wasm)$/.test(path) ? 700 : 0, answer)) }, async ({ page, site, check }) => {
    page.allow(/ERR_|Failed to load|integrity/);
    const network = (offline) => page.command("Network.emulateNetworkConditions", { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    await page.until(() => besides(site).some((path) => path.includes("core-")), "the records are on their way");
    await network(true);
    try {
      await checkFallback(page, check);
    } finally {
      await network(false);
    }
    check.equal(await page.run(() => document.querySelector("recourse-guide").start()), true);
    await ready(page);
  }),

  "a server that calls the program by a wrong type does no harm": onHost("plain", { fill: { attributes: "" }, change: (path, answer) => (path.endsWith(".wasm") ? { ...answer, kind: "text/plain" } : answer) }, async ({ page }) => {
    await ready(page);
    await page.rc("story");
  }),

  ...Object.fromEntries([
    ["the program", /\.wasm$/],
    ["the program's script", /program-.*\.js$/],
    ["the records", /core-.*\.bin$/],
    ["the sentences", /first-.*\.bin$/],
    ["what texts are heard by", /words-.*\.bin$/],
  ].flatMap(([what, path]) => [
    [`${what} with one byte changed is refused`, (answer) => ({ ...answer, body: Buffer.concat([answer.body, Buffer.from(" ")]) })],
    [`without ${what} the static guide stays`, (answer) => ({ ...answer, status: 503, body: "" })],
    [`where the connection breaks off in ${what} the static guide stays`, (answer) => ({ ...answer, breaksOff: true })],
  ].map(([name, change]) => [name, onHost("plain", { fill: { attributes: "" }, change: (asked, answer) => (path.test(asked) ? change(answer) : answer) }, async ({ page, check }) => {
    page.allow(/integrity|503|Failed to load|cannot load|ERR_/);
    const seen = await checkFallback(page, check);
    check.equal(seen.lang, "zh-Hans");
    check.has(JSON.stringify(await told(page, "error")), /"code":"(not-loaded|pack-missing)"/);
  })]))),

  "a later part with one byte changed is not run: whoever chooses keeps everything": onHost("plain", { fill: { attributes: "" }, change: (path, answer) => (/later-.*\.wasm$/.test(path) ? { ...answer, body: Buffer.concat([answer.body, Buffer.from(" ")]) } : answer) }, async ({ page, check }) => {
    page.allow(/integrity|Failed to load|cannot load/);
    await ready(page);
    await page.type("story", SCAM);
    await page.press("candidate", { id: "pay-scam-transfer" });
    await page.until(async () => (await page.all(".notice")).length === 1, "one line should say that something did not arrive");
    check.equal(await page.attribute("story", "value"), SCAM);
  }),

  "the sources do not wait for the other sentences": onHost("plain", { fill: { attributes: "" }, change: (path, answer) => (/rest-.*\.bin$/.test(path) ? new Promise(() => {}) : answer) }, async ({ page, site }) => {
    await ready(page);
    await page.until(() => site.asked.some((path) => path.includes("/sources-")), "the sources should be asked for");
  }),

  "what failed may be tried again": onHost("plain", { fill: { attributes: "" }, change: (path, answer) => (train.isInTunnel && path.includes("core-") ? { ...answer, status: 503, body: "" } : answer) }, async ({ page, check }) => {
    page.allow(/503|integrity|Failed to load/);
    await checkFallback(page, check);
    train.isInTunnel = false;
    check.equal(await page.run(() => document.querySelector("recourse-guide").start()), true);
    await ready(page);
    check.equal(await page.run(() => document.querySelector("recourse-guide").hasAttribute("data-failed")), false);
  }),
};
