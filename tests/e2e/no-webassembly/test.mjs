/**
 * Where the program cannot run, the emergency help stays and one sentence says why.
 * Without just-in-time compilation Chromium has no WebAssembly, like a phone in lockdown mode.
 */
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { checkNote, checkStanding, EVERY } from "../lib/standing.mjs";

export const options = { flags: ["--js-flags=--jitless"] };

const without = EVERY.map((what) => [
  `${what} keeps the emergency help and says that the rest did not start`,
  async ({ page, check }) => {
    await page.open(what, { wait: false });
    await checkNote(page);
    await checkStanding(page, check);
  },
]);

/** Opens a copy of the file in which `change` changed the payload. */
function damaged(change) {
  return async ({ page, check, dist, own }) => {
    const folder = mkdtempSync(path.join(tmpdir(), "recourse-e2e-"));
    const copy = path.join(folder, "damaged.html");
    const html = readFileSync(path.join(dist, "recourse.html"), "utf8");
    writeFileSync(copy, html.replace(/(id="recourse-payload">)([^<]+)/, (_, start, payload) => start + change(payload)));
    own.push(pathToFileURL(folder).href);
    try {
      await page.open(pathToFileURL(copy).href, { wait: false });
      await checkNote(page);
      await checkStanding(page, check);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

const middle = (text) => Math.floor(text.length / 8) * 4;

export default {
  ...Object.fromEntries(without),
  "a damaged file keeps the emergency help": damaged((text) => `${text.slice(0, middle(text))}AAAA${text.slice(middle(text) + 4)}`),
  "a file cut off in the middle keeps the emergency help": damaged((text) => text.slice(0, middle(text))),
};
