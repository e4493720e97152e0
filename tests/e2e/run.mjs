/**
 * Runs the scenarios: `node tests/e2e/run.mjs [part of a name]`.
 *
 * A scenario is a folder with a `test.mjs` whose default export is one function
 * or an object of functions named by sentences. It may export `options` for
 * its browser (see lib/chromium.mjs), with `engine: "firefox"` or `"webkit"` in them to run
 * there and `alone: true` to have the machine for itself. Any console error, policy violation or request to a stranger fails a test.
 */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startChromium } from "./lib/chromium.mjs";
import { check } from "./lib/check.mjs";
import { PlainPage, Resources } from "./lib/elsewhere.mjs";
import { isInstalled, START } from "./lib/engines.mjs";
import { Page } from "./lib/page.mjs";
import { serve } from "./lib/server.mjs";
import { Watch } from "./lib/watch.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(HERE, "../..");
const DIST = path.join(ROOT, "dist");
const LIMIT = 90_000 * Number(process.env.SLOW ?? 1);

let passed = 0;
let failed = 0;

function report(name, started, problems) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${problems.length === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
  for (const problem of problems) console.log(`     ${problem.replaceAll("\n", "\n     ")}`);
  if (problems.length === 0) passed += 1;
  else failed += 1;
}

/** What comes of a promise within ten seconds, or else `instead`: a browser that hangs must not hold up the rest. */
const soon = (promise, instead) => Promise.race([promise.catch(() => instead), new Promise((end) => setTimeout(end, 10_000, instead))]);

/** Runs a test and reports; true if it was not done in time and may be tried again, which is all that is then said. */
async function runTest(name, test, things, mayHang = false) {
  const started = Date.now();
  const problems = [];
  let timer;
  let isOver = false;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => {
      isOver = true;
      reject(new Error(`not done after ${LIMIT / 1000} s`));
    }, LIMIT);
  });
  try {
    await Promise.race([things.page.reset().then(() => test(things)), limit]);
    problems.push(...(await things.page.watch.complaints()));
  } catch (error) {
    const hangs = isOver || error.name === "ScriptTimeoutError";
    if (hangs && mayHang) {
      console.log(`     ${name}: the browser hangs; once more in a new one`);
      return true;
    }
    problems.push(error.message ?? String(error));
    const said = await soon(things.page.watch.complaints(), []);
    problems.push(...said);
    await soon(things.page.screenshot(`failed-${name.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}`));
  } finally {
    clearTimeout(timer);
  }
  report(name, started, problems);
  return false;
}

async function runScenario({ name, module }) {
  const started = Date.now();
  const tests = typeof module.default === "function" ? { "": module.default } : module.default;
  let server;
  let browser;
  try {
    server = await serve(DIST);
    const { engine, ...options } = module.options ?? {};
    // A page from disk may only ask for files of dist/ or of its own scenario.
    const own = [server.origin, pathToFileURL(DIST).href, pathToFileURL(path.join(HERE, name)).href];
    const start = async () => {
      browser = await (START[engine] ?? startChromium)(options);
      const watch = new (engine ? Resources : Watch)(browser.driver, own);
      const page = new (engine ? PlainPage : Page)({ ...browser, watch, origin: server.origin, dist: DIST, shots: path.join(ROOT, "shots") });
      return { page, browser: browser.driver, server, check, dist: DIST, own };
    };
    let things = await start();
    for (const [sentence, test] of Object.entries(tests)) {
      const full = sentence ? `${name}: ${sentence}` : name;
      // WebKit's driver stops answering now and then; what fails is not tried again.
      if (await runTest(full, test, things, engine === "webkit")) {
        await soon(browser.stop());
        things = await start();
        await runTest(full, test, things);
      }
    }
  } catch (error) {
    report(name, started, [error.message ?? String(error)]);
  } finally {
    await browser?.stop();
    server?.stop();
  }
}

async function load(name) {
  return { name, module: await import(pathToFileURL(path.join(HERE, name, "test.mjs")).href) };
}

async function main(filter = "") {
  if (!existsSync(path.join(DIST, "index.html"))) {
    console.log("dist/ is not built: run `cargo xtask build` first");
    return 1;
  }
  const names = readdirSync(HERE).filter((name) => existsSync(path.join(HERE, name, "test.mjs")));
  const chosen = names.filter((name) => name.includes(filter)).sort();
  const scenarios = [];
  for (const name of chosen) {
    const started = Date.now();
    await load(name).then((scenario) => scenarios.push(scenario), (error) => report(name, started, [error.stack]));
  }
  for (const scenario of scenarios.filter(({ module }) => !isInstalled(module.options?.engine))) {
    console.log(`skip ${scenario.name}: its engine is not installed here (\`cargo xtask setup\` brings it on Debian)`);
    scenarios.splice(scenarios.indexOf(scenario), 1);
  }
  const queue = scenarios.filter(({ module }) => !module.options?.alone);
  const worker = async () => {
    while (queue.length > 0) await runScenario(queue.shift());
  };
  await Promise.all([worker(), worker()]);
  for (const scenario of scenarios.filter(({ module }) => module.options?.alone)) await runScenario(scenario);
  console.log(`e2e: ${passed} passed; ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

process.exit(await main(process.argv[2]));
