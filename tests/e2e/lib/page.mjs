/** The verbs of a scenario: open, find, type, press, read, look. */
import { mkdirSync, writeFileSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Key } from "selenium-webdriver";
import { check } from "./check.mjs";

/** How many times slower than it is the machine shall seem: `SLOW=6 node tests/e2e/run.mjs` shows the tests that look too early. */
const SLOW = Number(process.env.SLOW ?? 1);
const PATIENCE = 5000 * SLOW;
const FILES = {
  file: "recourse.html",
  "file:zh-Hans": "recourse.html",
  "file:zh-Hant": "recourse.zh-Hant.html",
  "file:en": "recourse.en.html",
};

/** Finds hooks inside every open shadow root of the page, the document's own last; the static help only while it is on show, and never the first field in it. */
const FIND = `
  const [selector, within] = arguments;
  const roots = within ? [within] : [...document.querySelectorAll("recourse-guide")].map((e) => e.shadowRoot);
  const isHidden = (found) => { if (found.closest(".early")) return true; const guide = found.parentElement?.closest("recourse-guide"); return guide?.shadowRoot && !guide.shadowRoot.querySelector("slot"); };
  const inside = roots.flatMap((root) => root ? [...root.querySelectorAll(selector)] : []);
  return within ? inside : [...inside, ...[...document.querySelectorAll(selector)].filter((found) => !isHidden(found))];`;

/** One tab, seen as a person sees it. */
export class Page {
  constructor({ driver, downloads, watch, origin, dist, shots }) {
    Object.assign(this, { driver, downloads, watch, origin, dist, shots });
  }

  /** Opens `"/"`, `"file"`, `"file:en"`, a path of the site or a whole address; waits for the `story` field unless told not to. */
  async open(what = "/", { wait = true } = {}) {
    const file = FILES[what];
    const url = file ? pathToFileURL(path.join(this.dist, file)).href : new URL(what, this.origin).href;
    await this.driver.get(url);
    if (wait) await this.rc("story");
  }

  /** The first element with this hook; options become `data-*`, as in `rc("rung", { id: "cn-110" })`. */
  async rc(name, options = {}) {
    const { within, patience = PATIENCE, ...data } = options;
    const found = await this.#until(async () => (await this.rcAll(name, { within, ...data }))[0], patience);
    check.ok(found, `nothing with ${selector(name, data)} appeared within ${patience / 1000} s`);
    return found;
  }

  /** All elements with this hook, as they are now. */
  async rcAll(name, { within, ...data } = {}) {
    return this.driver.executeScript(FIND, selector(name, data), within ?? null);
  }

  /** The ids of all elements with this hook, in order; read at once, so that nothing is drawn anew between. */
  async ids(name) {
    return this.driver.executeScript(`return (function () { ${FIND} }).apply(null, arguments).map((element) => element.dataset.id);`, selector(name, {}), null);
  }

  /** Waits until nothing has this hook. */
  async gone(name, data = {}) {
    const gone = await this.#until(async () => (await this.rcAll(name, data)).length === 0);
    check.ok(gone, `${selector(name, data)} is still there`);
  }

  /** All elements of the widget a CSS selector finds. */
  async all(css) {
    return this.driver.executeScript(FIND, css, null);
  }

  /** Puts text into a field as one paste-like input, in any script; `{ clear: true }` replaces what was there. */
  async type(target, text, { clear = false, ...options } = {}) {
    const field = await this.#element(target, options);
    await field.click();
    if (clear) await this.press([Key.CONTROL, "a"]);
    await this.driver.sendDevToolsCommand("Input.insertText", { text });
  }

  /** Clicks a hook or element; a list of keys is pressed together, a `Key` or letter alone. */
  async press(target, options = {}) {
    const isKeys = Array.isArray(target) || (typeof target === "string" && target.length === 1);
    if (isKeys) return this.#chord([target].flat());
    try {
      return await this.#click(target, options);
    } catch (error) {
      // What is drawn anew between finding and clicking is found again by its hook.
      if (error.name !== "StaleElementReferenceError" || typeof target !== "string") throw error;
      return this.#click(target, options);
    }
  }

  async #click(target, options) {
    const element = await this.#element(target, options);
    await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
    return element.click();
  }

  /** Chooses the entry of a list that reads like this; `list` is a hook or element. */
  async choose(list, label, options = {}) {
    const element = await this.#element(list, options);
    for (const entry of await element.findElements({ css: "option" })) {
      if ((await entry.getText()).trim() === label) return entry.click();
    }
    check.ok(false, `the list has no entry “${label}”`);
  }

  /** The visible text of a hook or element. */
  async text(target, options = {}) {
    return (await this.#element(target, options)).getText();
  }

  /** The value of an attribute of a hook or element. */
  async attribute(target, name, options = {}) {
    return (await this.#element(target, options)).getAttribute(name);
  }

  /** Runs a function in the page; it must not refer to anything outside itself. */
  async run(code, ...values) {
    return this.driver.executeScript(typeof code === "function" ? `return (${code})(...arguments)` : code, ...values);
  }

  /** The same with the widget's own tree as its first value. */
  async inside(code, ...values) {
    return this.run(`return (${code})(document.querySelector("recourse-guide").shadowRoot, ...arguments)`, ...values);
  }

  /** Runs a function before any script of the pages opened from now on. */
  async before(code) {
    const { identifier } = await this.command("Page.addScriptToEvaluateOnNewDocument", { source: `(${code})()` });
    (this.undo ??= []).push(() => this.command("Page.removeScriptToEvaluateOnNewDocument", { identifier }));
  }

  /** Sends a command of the DevTools protocol. */
  async command(name, values = {}) {
    return this.driver.sendAndGetDevToolsCommand(name, values);
  }

  /** Waits until a function of yours returns something true, and returns that. */
  async until(ask, sentence = "it did not come true in time", patience = PATIENCE) {
    const answer = await this.#until(ask, patience);
    check.ok(answer, sentence);
    return answer;
  }

  /** Sets the size of the window's inside; a phone is `size(360, 740)`. */
  async size(width, height) {
    const values = { width, height, deviceScaleFactor: 1, mobile: false };
    await this.command("Emulation.setDeviceMetricsOverride", values);
  }

  /** Puts the device into a time zone, such as `Asia/Shanghai`; to be said before `open`. */
  async zone(name) {
    await this.command("Emulation.setTimezoneOverride", { timezoneId: name });
  }

  /** Prefers dark, or light again with `false`. */
  async dark(yes = true) {
    await this.media({ "prefers-color-scheme": yes ? "dark" : "light" });
  }

  /** Sets media features, such as `{ "forced-colors": "active" }`, and the medium, such as `print`. */
  async media(features, media = "") {
    const list = Object.entries(features).map(([name, value]) => ({ name, value }));
    await this.command("Emulation.setEmulatedMedia", { media, features: list });
  }

  /** The reader's own text size, in per cent of the usual. */
  async textSize(percent) {
    const fontSizes = { standard: (16 * percent) / 100, fixed: (13 * percent) / 100 };
    await this.command("Page.setFontSizes", { fontSizes });
  }

  /** Keeps a picture of the window, or of the whole page, under `shots/`. */
  async screenshot(name, { whole = false } = {}) {
    const { data } = await this.command("Page.captureScreenshot", { captureBeyondViewport: whole });
    mkdirSync(this.shots, { recursive: true });
    writeFileSync(path.join(this.shots, `${name}.png`), Buffer.from(data, "base64"));
  }

  /** Every console line so far. */
  async console() {
    return this.watch.console();
  }

  /** Every request so far, also those the policy stopped. */
  async requests() {
    return this.watch.requests();
  }

  /** Says that a console error matching `pattern` is meant to happen in this test. */
  allow(pattern) {
    this.watch.allow(pattern);
  }

  /** What axe finds wrong, one sentence each; an empty list is a pass. Every rule is tried. */
  async accessibility() {
    if (!(await this.run(() => "axe" in window))) {
      await this.driver.executeScript(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    }
    const found = await this.driver.executeAsyncScript(
      "const done = arguments[arguments.length - 1]; axe.run(arguments[0]).then(done, (e) => done(String(e)))",
      { resultTypes: ["violations"], rules: { "label-content-name-mismatch": { enabled: true }, "target-size": { enabled: true } } },
    );
    check.ok(Array.isArray(found?.violations), `axe did not run: ${found}`);
    return found.violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((n) => n.target.flat().join(" ")).join("; ")})`);
  }

  /** Undoes what a test set, so that the next one starts clean. */
  async reset() {
    for (const undo of this.undo ?? []) await undo().catch(() => {});
    this.undo = [];
    await this.driver.get("about:blank");
    await this.command("Emulation.clearDeviceMetricsOverride");
    await this.command("Emulation.setCPUThrottlingRate", { rate: SLOW });
    await this.zone("");
    await this.media({});
    await this.textSize(100);
    await this.command("Storage.clearDataForOrigin", { origin: this.origin, storageTypes: "all" });
    await this.watch.clear();
  }

  async #chord(keys) {
    const actions = this.driver.actions();
    for (const key of keys) actions.keyDown(key);
    for (const key of keys.toReversed()) actions.keyUp(key);
    await actions.perform();
  }

  async #element(target, options) {
    return typeof target === "string" ? this.rc(target, options) : target;
  }

  async #until(ask, patience = PATIENCE) {
    const end = Date.now() + patience;
    for (;;) {
      try {
        const answer = await ask();
        if (answer || Date.now() > end) return answer;
      } catch (error) {
        // What is drawn anew while it is read is read again.
        if (error.name !== "StaleElementReferenceError" || Date.now() > end) throw error;
      }
      await new Promise((next) => setTimeout(next, 25));
    }
  }
}

function selector(name, data) {
  const parts = Object.entries(data).map(([key, value]) => `[data-${key}="${escaped(value)}"]`);
  return `[data-rc="${name}"]${parts.join("")}`;
}

function escaped(value) {
  return String(value).replace(/["\\]/g, "\\$&");
}
