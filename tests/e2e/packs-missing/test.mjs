/** Where a pack cannot be had, what is there goes on working and says so once. */
import { cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withCopy } from "../lib/copy.mjs";
import { checkNote, checkStanding } from "../lib/standing.mjs";
import { open, SCAM, speak } from "../lib/ways.mjs";

/** Runs a test against a copy of the site in which `change` changed the files of a pack. */
function without(pack, change, test) {
  const files = (folder) => readdirSync(path.join(folder, "assets")).filter((name) => name.startsWith(`${pack}-`));
  const spoil = (folder) => files(folder).forEach((name) => change(path.join(folder, "assets", name)));
  return (things) => withCopy(things, spoil, test);
}

const remove = (file) => rmSync(file);
const damage = (file) => (file.endsWith(".bin") ? writeFileSync(file, Buffer.alloc(4096, 7)) : rmSync(file));
/** Another program under the same name: no browser takes it for the later part. */
const spoil = (file) => (file.endsWith(".wasm") ? writeFileSync(file, Buffer.from("\0asm\x01\0\0")) : rmSync(file));
const NOT_FOUND = /404 \(Not Found\)/;

async function notices(page) {
  const found = await page.all(".notice");
  return Promise.all(found.map((notice) => notice.getText()));
}

/** A language that does not come is told once; everything else stays. */
async function staysChinese({ page, check }) {
  await open(page, "/");
  await page.type("story", SCAM);
  await page.press("lang", { value: "en" });
  await page.until(async () => (await notices(page)).length > 0, "one line should say that something did not arrive");
  check.equal((await notices(page)).length, 1);
  check.has((await notices(page))[0], /\p{Script=Han}/u);
  check.equal(await page.attribute("story", "value"), SCAM);
  await page.rc("emergency");
  await page.press("candidate", { id: "pay-scam-transfer" });
  await page.rc("rung", { id: "cn-110" });
}

/** Chooses a problem whose screen cannot be had: one line says so, nothing is lost, and it comes into view. */
async function waitsForThePlan({ page, check }) {
  await open(page, "/");
  await page.type("story", SCAM);
  await page.press("candidate", { id: "pay-scam-transfer" });
  await page.until(async () => (await notices(page)).length === 1, "one line should say that something did not arrive");
  check.equal(await page.attribute("story", "value"), SCAM);
  await page.rc("emergency");
  await page.until(() => page.inside((root) => root.activeElement?.matches(".notice")), "who waits should be brought to it");
}

/** The static help stands and one sentence says that the rest did not start. */
async function keepsTheHelp({ page, check }) {
  await page.open("/", { wait: false });
  await checkNote(page);
  await checkStanding(page, check);
}

export default {
  "a language that is missing leaves the old one, with one line": without("en.first", remove, async (things) => {
    things.page.allow(NOT_FOUND);
    await staysChinese(things);
  }),

  "a language that is damaged leaves the old one, with one line": without("en.first", damage, staysChinese),

  "what was missing can be fetched again": without("en.first", remove, async (things) => {
    const { page, folder, dist } = things;
    page.allow(NOT_FOUND);
    await staysChinese(things);
    cpSync(dist, folder, { recursive: true });
    await page.press((await page.all(".notice button"))[0]);
    await page.until(async () => (await notices(page)).length === 0, "the line should be gone");
    await page.until(() => page.inside((root) => root.querySelector(".rc").lang === "en"));
  }),

  "where the later part is missing, whoever chooses keeps everything, and goes on once it can be had": without("later", remove, async (things) => {
    const { page, folder, dist, check } = things;
    page.allow(NOT_FOUND);
    await waitsForThePlan(things);
    cpSync(dist, folder, { recursive: true });
    await page.press((await page.all(".notice button"))[0]);
    await page.rc("rung", { id: "cn-110" });
    check.equal((await notices(page)).length, 0);
    await page.driver.navigate().back();
    check.equal(await page.attribute("story", "value"), SCAM);
  }),

  "a later part that is damaged is not run, and can be fetched again": without("later", spoil, async (things) => {
    await waitsForThePlan(things);
    cpSync(things.dist, things.folder, { recursive: true });
    await things.page.press((await things.page.all(".notice button"))[0]);
    await things.page.rc("rung", { id: "cn-110" });
  }),

  "who goes back while the later part is missing stays where they are": without("later", remove, async (things) => {
    const { page, folder, dist, check } = things;
    page.allow(NOT_FOUND);
    await waitsForThePlan(things);
    await page.driver.navigate().back();
    cpSync(dist, folder, { recursive: true });
    await page.press((await page.all(".notice button"))[0]);
    await page.until(async () => (await notices(page)).length === 0, "the line should be gone");
    check.equal(await page.attribute("story", "value"), SCAM);
    check.equal((await page.all("[data-rc=rung]")).length, 0);
    await page.press("candidate", { id: "pay-scam-transfer" });
    await page.rc("rung", { id: "cn-110" });
  }),

  "who is faster than the later part is told that it is on its way": async ({ page, server, dist, check }) => {
    const [later] = readdirSync(path.join(dist, "assets")).filter((name) => /^later-.*\.wasm$/.test(name));
    server.held.add(`/assets/${later}`);
    try {
      await page.before(() => delete Navigator.prototype.serviceWorker);
      await open(page, "/");
      await page.type("story", SCAM);
      await page.press("candidate", { id: "pay-scam-transfer" });
      await page.rc("waiting");
      check.equal(await page.attribute("story", "value"), SCAM);
      await page.rc("emergency");
    } finally {
      server.held.clear();
    }
  },

  // A server of its own: what another test left unanswered would still be waited for here.
  "the sources do not wait for the other sentences": without("zh-Hans.rest", () => {}, async ({ page, server, dist }) => {
    const [rest] = readdirSync(path.join(dist, "assets")).filter((name) => /^zh-Hans\.rest-.*\.bin$/.test(name));
    server.held.add(`/assets/${rest}`);
    await page.before(() => delete Navigator.prototype.serviceWorker);
    await open(page, "/");
    await page.until(() => server.asked.some((url) => url.includes("/sources-")), "the sources should be asked for");
  }),

  "where the details are missing, the plan stands without them": without("zh-Hans.rest", remove, async ({ page, check }) => {
    page.allow(NOT_FOUND);
    await open(page, "/");
    await page.type("story", SCAM);
    await page.press("candidate", { id: "pay-scam-transfer" });
    await page.rc("rung", { id: "cn-110" });
    check.has(await page.text("urgent"), "110");
    check.equal((await notices(page)).length, 1);
  }),

  "where the sources are missing, the plan stands without them": without("sources", remove, async ({ page, check }) => {
    page.allow(NOT_FOUND);
    await open(page, "/");
    await page.type("story", SCAM);
    await page.press("candidate", { id: "pay-scam-transfer" });
    await page.rc("rung", { id: "cn-110" });
    await page.until(async () => (await notices(page)).length === 1, "what is missing should be told in one line");
    await speak(page, "en");
    check.has(await page.text("urgent"), "110");
  }),

  "where the sources are missing, nobody is told that there are none": without("sources", remove, async ({ page, check }) => {
    page.allow(NOT_FOUND);
    await open(page, "/");
    await page.type("story", "我不想活了");
    await page.rc("danger");
    await page.until(async () => (await notices(page)).length === 2, "besides the danger, what is missing should be told in one line");
    check.equal((await page.text("danger")).includes("说不出是谁说的"), false);
    check.equal((await page.all("[data-rc=danger] [data-rc=grade]")).length > 0, true);
  }),

  "without the records the static help stays": without("core", remove, async (things) => {
    things.page.allow(NOT_FOUND);
    await keepsTheHelp(things);
  }),

  "with damaged records the static help stays": without("core", damage, keepsTheHelp),

  "with a damaged text model the static help stays": without("words", damage, keepsTheHelp),
  "with damaged phrases the static help stays": without("phrases", damage, keepsTheHelp),
};
