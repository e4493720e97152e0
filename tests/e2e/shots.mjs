/**
 * Photographs every screen: `node tests/e2e/shots.mjs [words…]`.
 *
 * A picture is named `screen.language.theme.width`, and is taken if its name has
 * every word of the filter in it, such as `plan en dark 320`. They come to
 * `shots/` with one page that shows them side by side; `readme` takes the picture
 * of the readme. The clock stands still, so that pictures can be compared.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startChromium } from "./lib/chromium.mjs";
import { Page } from "./lib/page.mjs";
import { eachScreen, NAMES } from "./lib/screens.mjs";
import { serve } from "./lib/server.mjs";
import { Watch } from "./lib/watch.mjs";
import { openScamPlan, speak, open } from "./lib/ways.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const SHOTS = path.join(ROOT, "shots");
const LANGS = ["zh-Hans", "zh-Hant", "en"];
const THEMES = ["light", "dark"];
/** Width, text size in per cent. */
const SIZES = { 320: [320, 100], 340: [340, 100], 360: [360, 100], 768: [768, 100], 1280: [1280, 100], 1600: [1600, 100], large: [320, 200] };

/** A Monday morning in Beijing, when most doors are open. */
function still() {
  const now = Date.parse("2026-11-23T10:12:00+08:00");
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length > 0 ? given : [now]));
    }
    static now() {
      return now;
    }
  };
}

function isWanted(words, screen, lang, theme, size) {
  const name = [screen, lang, theme, size].join(".");
  return words.every((word) => name.includes(word));
}

/** The tallest window of which the browser draws everything. */
const TALLEST = 16_000;

/**
 * The whole page, also what is painted only near the window. The window grows to hold
 * it: a picture beyond the window would fall back to the usual size of text. No colour is
 * on its way to that of another theme.
 */
async function take(page, name, width, percent) {
  const height = await page.run(() => {
    const { shadowRoot } = document.querySelector("recourse-guide");
    shadowRoot.activeElement?.blur();
    window.scrollTo(0, 0);
    if (!window.paintsAll) {
      window.paintsAll = new CSSStyleSheet();
      window.paintsAll.replaceSync("* { content-visibility: visible !important; transition: none !important }");
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, window.paintsAll];
    }
    return document.documentElement.scrollHeight;
  });
  if (percent !== 100) {
    await page.size(width, Math.min(height, TALLEST));
    await page.textSize(percent);
  }
  await page.screenshot(name, { whole: percent === 100 });
}

async function walk(page, lang, words) {
  const taken = [];
  const wants = (screen) => THEMES.some((theme) => Object.keys(SIZES).some((size) => isWanted(words, screen, lang, theme, size)));
  if (!NAMES.some(wants)) return taken;
  await page.reset();
  await page.before(still);
  await page.size(1280, 800);
  await open(page, "/");
  if (lang !== "zh-Hans") await speak(page, lang);
  await eachScreen(page, lang, async (screen) => {
    for (const theme of THEMES) {
      await page.dark(theme === "dark");
      for (const [size, [width, percent]] of Object.entries(SIZES)) {
        if (!isWanted(words, screen, lang, theme, size)) continue;
        await page.size(width, width < 700 ? 740 : 800);
        await page.textSize(percent);
        const name = [screen, lang, theme, size].join(".");
        await take(page, name, width, percent);
        taken.push({ name, screen, lang, theme, size });
      }
    }
    await page.dark(false);
    await page.textSize(100);
    await page.size(1280, 800);
  }, wants);
  return taken;
}

/** One page with every picture just taken, a row for each screen and language. */
function sheet(taken) {
  const rows = new Map();
  for (const shot of taken) {
    const row = `${shot.screen} · ${shot.lang}`;
    rows.set(row, [...(rows.get(row) ?? []), shot]);
  }
  const pictures = (list) => list.map(({ name, theme, size }) => `<figure><a href="${name}.png"><img loading="lazy" src="${name}.png" alt="${name}"></a><figcaption>${size} ${theme}</figcaption></figure>`).join("");
  const sections = [...rows].map(([title, list]) => `<h2>${title}</h2><div>${pictures(list)}</div>`).join("\n");
  return `<!doctype html><meta charset="utf-8"><title>Every screen</title>
<style>body{font:14px system-ui;margin:24px;background:#777;color:#fff}div{display:flex;gap:16px;overflow:auto;align-items:start}figure{margin:0}img{max-height:900px;max-width:640px;object-fit:cover;object-position:top}</style>
${sections}
`;
}

/** The picture of the readme: the plan in English on a desktop. */
async function readme(page) {
  await page.reset();
  await page.before(still);
  await page.size(1280, 900);
  await openScamPlan(page, "/");
  await speak(page, "en");
  await page.inside((root) => root.activeElement?.blur());
  await page.run(() => window.scrollTo(0, 0));
  page.shots = path.join(ROOT, "docs/images");
  await page.screenshot("plan-en");
}

async function main(words) {
  const dist = path.join(ROOT, "dist");
  if (!existsSync(path.join(dist, "index.html"))) {
    console.log("dist/ is not built: run `cargo xtask build` first");
    return 1;
  }
  const started = Date.now();
  const server = await serve(dist);
  const chromium = await startChromium();
  try {
    const page = new Page({ ...chromium, watch: new Watch(chromium.driver, [server.origin]), origin: server.origin, dist, shots: SHOTS });
    if (words.includes("readme")) {
      await readme(page);
      return 0;
    }
    const taken = [];
    for (const lang of LANGS) taken.push(...(await walk(page, lang, words)));
    if (taken.length === 0) {
      console.log(`no picture has ${words.join(" and ")} in its name; the screens are ${NAMES.join(", ")}`);
      return 1;
    }
    mkdirSync(SHOTS, { recursive: true });
    const file = path.join(SHOTS, "index.html");
    writeFileSync(file, sheet(taken));
    console.log(`${taken.length} pictures in ${Math.round((Date.now() - started) / 1000)} s: ${pathToFileURL(file)}`);
    return 0;
  } finally {
    await chromium.stop();
    server.stop();
  }
}

process.exit(await main(process.argv.slice(2)));
