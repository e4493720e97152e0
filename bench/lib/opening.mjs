/** Opening a page for the first time on a slow phone: when it shows something, when it can be used, how much came over the network. */

/** What DevTools calls slow 4G, in bytes a second and milliseconds. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const PATIENCE = 30_000;

/** Runs in the page before any script: notes when an element is there that can be used. */
function watchOpening(selector) {
  window.usable = null;
  const look = setInterval(() => {
    const guide = document.querySelector("recourse-guide");
    // What stands in our page for readers without scripts is not the widget.
    if ((guide ? guide.shadowRoot : document)?.querySelector(selector)) {
      window.usable = performance.now();
      clearInterval(look);
    }
  }, 5);
}

/** Opens `url` as if never seen before; `selector` finds what a person would use first. */
export async function opened(page, url, selector, slower) {
  const source = `(${watchOpening})(${JSON.stringify(selector)})`;
  const { identifier } = await page.command("Page.addScriptToEvaluateOnNewDocument", { source });
  await page.driver.get("about:blank");
  await page.command("Network.enable");
  await page.command("Network.clearBrowserCache");
  await page.command("Storage.clearDataForOrigin", { origin: new URL(url).origin, storageTypes: "all" });
  await page.command("Network.emulateNetworkConditions", NETWORK);
  await page.command("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.driver.get(url);
  await page.until(() => page.run(() => window.usable !== null), `${selector} should appear`, PATIENCE);
  const found = await page.run(() => {
    const usable = window.usable;
    const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const here = files.filter((file) => file.responseEnd > 0 && file.responseEnd <= usable);
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return { usable, paint: paint?.startTime ?? null, bytes: here.reduce((sum, file) => sum + file.transferSize, 0) };
  });
  await page.command("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.command("Network.emulateNetworkConditions", { ...NETWORK, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await page.command("Page.removeScriptToEvaluateOnNewDocument", { identifier });
  // A page that was usable before it was painted is painted by now.
  return { ...found, paint: found.paint ?? found.usable };
}
