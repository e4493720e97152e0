/** A browser inside another app may lack one thing or another: the way to a plan is the same. */
import { both, open, openScamPlan, SCAM, speak, wholePlan } from "../lib/ways.mjs";

/** What is taken away before the page's own scripts run, one at a time. */
const LACKING = {
  "the clipboard": () => Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined }),
  "a clipboard that lets itself be written to": () => {
    const refuse = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    Object.defineProperty(Navigator.prototype, "clipboard", { value: { writeText: refuse, write: refuse } });
  },
  printing: () => (window.print = undefined),
  sharing: () => {
    delete Navigator.prototype.share;
    delete Navigator.prototype.canShare;
  },
  downloads: () => {
    delete HTMLAnchorElement.prototype.download;
    URL.createObjectURL = undefined;
  },
  storage: () => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException("no", "SecurityError"); } });
    }
    Object.defineProperty(Document.prototype, "cookie", { get: () => { throw new DOMException("no", "SecurityError"); } });
  },
  "a service worker": () => delete Navigator.prototype.serviceWorker,
  "a voice": () => delete window.speechSynthesis,
  "streamed compiling": () => delete WebAssembly.instantiateStreaming,
  observers: () => {
    for (const name of ["ResizeObserver", "IntersectionObserver", "PerformanceObserver"]) delete window[name];
  },
};

/** The whole way: telling, the calls, another language, a plan, a door, the browser's “back”. */
async function walk(page, where, check) {
  await open(page, where);
  await page.type("story", SCAM);
  await page.rc("emergency");
  await speak(page, "en");
  await speak(page, "zh-Hans");
  await page.press("candidate", { id: "pay-scam-transfer" });
  await wholePlan(page);
  const call = await page.run((urgent) => urgent.querySelector("a[href^='tel:']")?.textContent, await page.rc("urgent"));
  check.has(call, "110", "a number that cannot be dialled here should still be read");
  await page.press("did-this", { within: await page.rc("rung", { id: "cn-110" }) });
  await page.rc("due", { within: await page.rc("rung", { id: "cn-110" }) });
  await page.driver.navigate().back();
  check.equal(await page.attribute("story", "value"), SCAM);
  check.ok(!(await page.run(() => document.querySelector("recourse-guide").hasAttribute("data-failed"))), "it should not have stopped");
}

const tests = Object.entries(LACKING).map(([name, take]) => [
  `without ${name} the way is the same`,
  async ({ page, where, check }) => {
    await page.before(take);
    await walk(page, where, check);
  },
]);

/** Where copying fails, the button says so and the words stay there to be written down. */
const copying = Object.keys(LACKING).filter((name) => name.includes("clipboard")).map((name) => [
  `without ${name} the button says that nothing was copied`,
  async ({ page, where, check }) => {
    await page.before(LACKING[name]);
    await openScamPlan(page, where);
    await page.inside((root) => root.querySelectorAll("details").forEach((fold) => (fold.open = true)));
    const [button] = await page.all('button[title^="复制"]');
    check.ok(button, "there should be something to copy");
    await page.press(button);
    await page.until(async () => (await button.getText()).includes("请手抄"), "the button should say so");
  },
]);

export default both(Object.fromEntries([...tests, ...copying]));
