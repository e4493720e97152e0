/** The page and the three files start, each in its own language; a damaged file keeps the help. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { checkNote, checkStanding } from "../lib/standing.mjs";

const HAN = /\p{Script=Han}/u;

async function heading(page) {
  const [first] = await page.all("h1");
  return first.getText();
}

/** Runs a test on a copy of the file as `change` leaves it. */
function changed(change, test) {
  return async (things) => {
    const { page, dist, own } = things;
    const folder = mkdtempSync(path.join(tmpdir(), "recourse-e2e-"));
    const copy = path.join(folder, "copy.html");
    writeFileSync(copy, change(readFileSync(path.join(dist, "recourse.html"), "utf8")));
    own.push(pathToFileURL(folder).href);
    try {
      await page.open(pathToFileURL(copy).href, { wait: false });
      await test(things);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

const payload = (change) => (html) => html.replace(/(id="recourse-payload">)([^<]+)/, (_, start, payload) => start + change(payload));
const middle = (text) => Math.floor(text.length / 8) * 4;

async function keepsTheHelp({ page, check }) {
  await checkNote(page);
  await checkStanding(page, check);
}

export const options = { languages: "zh-CN,zh" };

export default {
  "the page starts and asks only for its own files": async ({ page, server, check }) => {
    // What is kept for later is asked for again; tests/e2e/offline looks at that.
    await page.before(() => delete Navigator.prototype.serviceWorker);
    await page.open("/");
    check.has(await heading(page), HAN);
    // Whether a browser looks at the manifest and its icons is its own affair.
    const asked = server.asked.filter((url) => !["/", "/manifest.webmanifest", "/mark.svg"].includes(url) && !url.startsWith("/icons/") && !/^\/assets\/[\w.-]+-[0-9a-f]{16}\.(js|wasm|bin)$/.test(url));
    check.none(asked, "these are not files of the page");
    check.none(server.asked.filter((url, at, all) => all.indexOf(url) !== at), "these were fetched twice");
  },

  "the file starts from disk without a single request": async ({ page, check }) => {
    await page.open("file");
    check.has(await heading(page), HAN);
    const others = (await page.requests()).filter(({ url }) => !/^(data|blob):|\/recourse\.html$/.test(url));
    check.none(others.map(({ url }) => url), "the file asked for more than itself");
  },

  "each file speaks its own language": async ({ page, check }) => {
    const headings = [];
    for (const lang of ["zh-Hans", "zh-Hant", "en"]) {
      await page.open(`file:${lang}`);
      check.equal(await page.run(() => document.documentElement.lang), lang);
      headings.push(await heading(page));
    }
    const [simplified, traditional, english] = headings;
    check.has(simplified, HAN);
    check.has(traditional, HAN);
    check.lacks(english, HAN);
    check.differ(simplified, traditional, "the simplified and the traditional heading should differ");
  },

  "a damaged file keeps the emergency help": changed(payload((text) => `${text.slice(0, middle(text))}AAAA${text.slice(middle(text) + 4)}`), keepsTheHelp),
  "a file cut off in the middle keeps the emergency help": changed(payload((text) => text.slice(0, middle(text))), keepsTheHelp),
  "a file whose guide has other words keeps the emergency help": changed((html) => html.replaceAll("银行", "银号"), keepsTheHelp),

  "elements that a browser puts around the words of the guide do no harm": changed(
    (html) => html.replace(/(<main[^>]*>)(.*)(<\/main>)/s, (_, start, guide, end) => start + guide.replaceAll(/(<h3>)([^<]+)/g, "$1<mark>$2</mark>") + end),
    async ({ page }) => { await page.rc("story", { patience: 20_000 }); },
  ),

  "what is typed stays in the field": async ({ page, check }) => {
    await page.open("file");
    await page.type("story", "微信账号被封了 😟 help");
    check.equal(await page.attribute("story", "value"), "微信账号被封了 😟 help");
  },
};
