/** Starts a Chromium of its own, with an empty profile, through WebDriver. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Builder } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  "--window-size=1280,900",
];

/**
 * What a scenario may ask of its browser: `flags` are added; with
 * `javascript: false` no page may run a script; `languages` is what the reader prefers.
 */
export async function startChromium({ flags = [], javascript = true, languages = "zh-CN,zh,en" } = {}) {
  const profile = mkdtempSync(path.join(tmpdir(), "recourse-e2e-"));
  const options = new chrome.Options();
  options.addArguments(...FLAGS, ...flags, `--user-data-dir=${profile}`);
  if (process.env.CHROMIUM) options.setChromeBinaryPath(process.env.CHROMIUM);
  options.setUserPreferences({
    "intl.accept_languages": languages,
    "download.default_directory": path.join(profile, "downloads"),
    "profile.default_content_setting_values.javascript": javascript ? 1 : 2,
  });
  options.setPerfLoggingPrefs({ enableNetwork: true, enablePage: false });
  options.set("goog:loggingPrefs", { browser: "ALL", performance: "ALL" });
  const builder = new Builder().forBrowser("chrome").setChromeOptions(options);
  // Naming the driver keeps selenium from looking for one on the network.
  builder.setChromeService(new chrome.ServiceBuilder(process.env.CHROMEDRIVER ?? "chromedriver"));
  const driver = await builder.build();
  return {
    driver,
    downloads: path.join(profile, "downloads"),
    async stop() {
      await driver.quit().catch(() => {});
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
