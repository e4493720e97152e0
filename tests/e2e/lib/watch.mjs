/** What the browser says about a page: its console, its requests, its complaints. */
import { logging } from "selenium-webdriver";

/** Addresses that never leave the browser. */
const LOCAL = /^(data|blob|about|chrome|devtools):/;

/** Collects what chromedriver hands out only once. */
export class Watch {
  #driver;
  #console = [];
  #requests = [];
  #allowed = [];
  #origins;

  constructor(driver, origins) {
    this.#driver = driver;
    this.#origins = origins;
  }

  /** Every console line so far: `{ level, text }`. */
  async console() {
    for (const entry of await this.#driver.manage().logs().get(logging.Type.BROWSER)) {
      this.#console.push({ level: entry.level.name, text: entry.message });
    }
    return this.#console;
  }

  /** Every request so far, also those the policy stopped: `{ url, method, body, blocked }`. */
  async requests() {
    for (const entry of await this.#driver.manage().logs().get(logging.Type.PERFORMANCE)) {
      const { method, params } = JSON.parse(entry.message).message;
      if (method === "Network.requestWillBeSent") {
        const { url, method: verb, postData } = params.request;
        this.#requests.push({ id: params.requestId, url, method: verb, body: postData ?? "", blocked: null });
      } else if (method === "Network.webSocketCreated") {
        this.#requests.push({ id: params.requestId, url: params.url, method: "WS", body: "", blocked: null });
      } else if (method === "Network.loadingFailed") {
        const request = this.#requests.findLast(({ id }) => id === params.requestId);
        if (request) request.blocked = params.blockedReason ?? params.errorText;
      }
    }
    return this.#requests;
  }

  /** Says beforehand that a complaint matching `pattern` is meant to happen. */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  /** Forgets what was said, so that the next test starts clean. */
  async clear() {
    await this.console();
    await this.requests();
    this.#console = [];
    this.#requests = [];
    this.#allowed = [];
  }

  /** Everything a clean page does not do: errors, violations, requests to others. */
  async complaints() {
    const errors = (await this.console())
      .filter(({ level, text }) => level === "SEVERE" || /Content Security Policy/.test(text))
      .map(({ text }) => `console: ${text}`);
    const strangers = (await this.requests())
      .filter(({ url }) => !LOCAL.test(url) && !this.#origins.some((origin) => url.startsWith(origin)))
      .map(({ url, blocked }) => `request to a stranger${blocked ? ` (${blocked})` : ""}: ${url}`);
    return [...errors, ...strangers].filter((line) => !this.#allowed.some((pattern) => pattern.test(line)));
  }
}
