/** A tab of an engine that speaks plain WebDriver only: what DevTools does for Chromium is done by other means. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Key } from "selenium-webdriver";
import { check } from "./check.mjs";
import { ZONE } from "./engines.mjs";
import { Page } from "./page.mjs";

/** The page's own account of what it fetched: plain WebDriver tells nothing about the network or the console. */
export class Resources {
  #driver;
  #origins;

  constructor(driver, origins) {
    this.#driver = driver;
    this.#origins = origins;
  }

  /** Every address the page on show has fetched something from. */
  async requests() {
    const urls = await this.#driver.executeScript("return performance.getEntriesByType('resource').map((entry) => entry.name)");
    return urls.map((url) => ({ url }));
  }

  /** Console lines cannot be had here, so there are none to allow. */
  allow() {}

  /** Nothing outlives a page here. */
  async clear() {}

  /** Requests to strangers. */
  async complaints() {
    const strangers = (await this.requests()).filter(({ url }) => !/^(data|blob):/.test(url) && !this.#origins.some((origin) => url.startsWith(origin)));
    return strangers.map(({ url }) => `request to a stranger: ${url}`);
  }
}

/** The verbs of `Page`, where they need another way. */
export class PlainPage extends Page {
  async type(target, text, { clear = false, ...options } = {}) {
    const field = typeof target === "string" ? await this.rc(target, options) : target;
    await field.click();
    if (clear) await this.press([Key.CONTROL, "a"]);
    await field.sendKeys(text);
  }

  async zone(name) {
    check.equal(name, ZONE, "these engines are started in one zone");
  }

  async command(name) {
    throw new Error(`${name} is a command of Chromium only`);
  }

  async screenshot(name) {
    mkdirSync(this.shots, { recursive: true });
    writeFileSync(path.join(this.shots, `${name}.png`), Buffer.from(await this.driver.takeScreenshot(), "base64"));
  }

  async reset() {
    await this.driver.get("about:blank");
  }
}
