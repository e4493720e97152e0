/** Starts the other engines, through WebDriver: Firefox, and WebKitGTK's small browser on a screen of its own. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Builder, Capabilities } from "selenium-webdriver";
import firefox from "selenium-webdriver/firefox.js";

/** The zone every test of these engines lives in; it cannot be changed while they run. */
export const ZONE = "Asia/Shanghai";
const SCREEN = "1400x1000x24";
const PATIENCE = 15_000;

/** Starts the engine of this name: `{ driver, stop }`. */
export const START = { firefox: startFirefox, webkit: startWebKit };

/** Whether this machine has what the engine needs. */
export function isInstalled(engine) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const programs = { firefox: [process.env.GECKODRIVER ?? "geckodriver"], webkit: ["WebKitWebDriver", "Xvfb"] };
  return (programs[engine] ?? []).every((name) => existsSync(name) || folders.some((folder) => existsSync(path.join(folder, name))));
}

async function startFirefox({ languages = "zh-CN,zh,en" } = {}) {
  const options = new firefox.Options().addArguments("-headless");
  if (process.env.FIREFOX) options.setBinary(process.env.FIREFOX);
  options.setPreference("intl.accept_languages", languages);
  // Firefox asks for its own addresses otherwise, which only slows the start.
  for (const silent of ["network.captive-portal-service.enabled", "network.connectivity-service.enabled", "app.normandy.enabled"]) {
    options.setPreference(silent, false);
  }
  const service = new firefox.ServiceBuilder(process.env.GECKODRIVER ?? "geckodriver").setEnvironment({ ...process.env, TZ: ZONE });
  const driver = await new Builder().forBrowser("firefox").setFirefoxOptions(options).setFirefoxService(service).build();
  return { driver, stop: () => driver.quit().catch(() => {}) };
}

async function startWebKit({ languages = "zh_CN.UTF-8" } = {}) {
  const home = mkdtempSync(path.join(tmpdir(), "recourse-e2e-"));
  const [display, screen] = await startScreen();
  const environment = {
    ...process.env,
    DISPLAY: display,
    TZ: ZONE,
    HOME: home,
    XDG_RUNTIME_DIR: home,
    LANG: languages,
    LC_ALL: "C.UTF-8",
    LANGUAGE: "zh_CN:zh:en",
    // There is no graphics card to talk to, and often no user namespace for a sandbox.
    LIBGL_ALWAYS_SOFTWARE: "1",
    WEBKIT_DISABLE_DMABUF_RENDERER: "1",
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    GTK_A11Y: "none",
  };
  const port = await freePort();
  const service = spawn("WebKitWebDriver", [`--port=${port}`], { env: environment, stdio: "ignore" });
  const stop = async (driver) => {
    await driver?.quit().catch(() => {});
    for (const program of [service, screen]) program.kill();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const options = { binary: miniBrowser(), args: ["--automation"] };
    const wanted = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": options });
    await answering(`http://127.0.0.1:${port}/status`);
    const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build();
    return { driver, stop: () => stop(driver) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A screen nobody sees; the X server chooses its number and says it. */
async function startScreen() {
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const number = await new Promise((ready, failed) => {
    screen.stdout.once("data", (data) => ready(String(data).trim()));
    screen.once("error", failed);
    screen.once("exit", () => failed(new Error("Xvfb did not start")));
  });
  return [`:${number}`, screen];
}

/** WebKitGTK's browser stands in a library folder whose name goes with the machine. */
function miniBrowser() {
  const folders = readdirSync("/usr/lib").map((name) => path.join("/usr/lib", name));
  const found = folders.flatMap((folder) => ["webkitgtk-6.0", "webkit2gtk-4.1"].map((name) => path.join(folder, name, "MiniBrowser"))).find(existsSync);
  if (!found) throw new Error("MiniBrowser of WebKitGTK is not installed");
  return found;
}

function freePort() {
  return new Promise((ready) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => ready(port));
    });
  });
}

async function answering(url) {
  const end = Date.now() + PATIENCE;
  while (!(await fetch(url).then(({ ok }) => ok, () => false))) {
    if (Date.now() > end) throw new Error(`nothing answers at ${url}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}
