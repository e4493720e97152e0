/** Opening a page for the first time on a slow phone: when it shows something, when it can be used, how much came over the network. */

/** What DevTools calls slow 4G, in bytes a second and milliseconds. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const PATIENCE = 30_000;

/**
 * Runs in the page before any script: notes when an element is there that can be used,
 * and, with `words` to say, types them at once and notes when something answers.
 */
function watchOpening(selector, words, answer) {
  window.usable = null;
  window.answered = words ? null : undefined;
  const shown = (selector) => {
    const guide = document.querySelector("recourse-guide");
    const places = guide ? [guide.shadowRoot, guide] : [document];
    return places.map((place) => place?.querySelector(selector)).find((found) => found?.checkVisibility());
  };
  const look = setInterval(() => {
    const found = shown(selector);
    if (window.usable === null && found) {
      window.usable = performance.now();
      if (!words) return clearInterval(look);
      found.focus();
      document.execCommand("insertText", false, words);
    }
    if (window.usable !== null && shown(answer)) {
      window.answered = performance.now();
      clearInterval(look);
    }
  }, 5);
}

/** Opens `url` as if never seen before; `selector` finds what a person would use first, `answer` what their `words` bring. */
export async function opened(page, url, selector, slower, words = null, answer = null) {
  const source = `(${watchOpening})(${[selector, words, answer].map((it) => JSON.stringify(it)).join()})`;
  const { identifier } = await page.command("Page.addScriptToEvaluateOnNewDocument", { source });
  await page.driver.get("about:blank");
  await page.command("Network.enable");
  await page.command("Network.clearBrowserCache");
  await page.command("Storage.clearDataForOrigin", { origin: new URL(url).origin, storageTypes: "all" });
  await page.command("Network.emulateNetworkConditions", NETWORK);
  await page.command("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.driver.get(url);
  await page.until(() => page.run(() => window.usable !== null && window.answered !== null), `${answer ?? selector} should appear`, PATIENCE);
  const found = await page.run(() => {
    const { usable, answered } = window;
    const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const until = (end) => files.filter((file) => file.responseEnd > 0 && file.responseEnd <= end).reduce((sum, file) => sum + file.transferSize, 0);
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return { usable, answered: answered ?? null, paint: paint?.startTime ?? null, bytes: until(usable), whole: until(answered ?? usable) };
  });
  await page.command("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.command("Network.emulateNetworkConditions", { ...NETWORK, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await page.command("Page.removeScriptToEvaluateOnNewDocument", { identifier });
  // A page that was usable before it was painted is painted by now.
  return { ...found, paint: found.paint ?? found.usable };
}
