/** The plan on paper: one sheet or two, with everything that is needed away from the screen. */
import { both, doors, open, openScamPlan, SCAM, speak, wholePlan } from "../lib/ways.mjs";

const CANARY = "zqxj7413canary";
const PLANS = ["pay-scam-transfer", "wx-account-banned", "mp-dev-warning-or-penalty", "wx-minor-consumption", "wa-account-hijacked"];

/** Opens the plan of a problem from the list. */
async function openPlan(page, where, problem) {
  await open(page, where);
  await page.press((await page.all(".split-side .quiet"))[0]);
  await page.press("candidate", { id: problem });
  await wholePlan(page);
}

/** What comes out of the printer. */
async function printed(page) {
  const { data } = await page.command("Page.printToPDF", { preferCSSPageSize: true });
  const pdf = Buffer.from(data, "base64").toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The sheet as it is printed, drawn for as long as the test wants it. */
async function sheet(page) {
  await page.run(() => window.dispatchEvent(new Event("beforeprint")));
  return page.rc("paper");
}

const tests = {
  "a plan is one page or two": async ({ page, where, check }) => {
    for (const problem of PLANS) {
      await openPlan(page, where, problem);
      const pages = await printed(page);
      check.ok(pages === 1 || pages === 2, `${problem} takes ${pages} pages`);
    }
  },

  "the sheet has every door, its contact in full, and nothing of what was written": async ({ page, where, check }) => {
    await open(page, where);
    const title = await page.run(() => document.title);
    await page.type("story", `${SCAM} ${CANARY}`);
    await page.press("candidate", { id: "pay-scam-transfer" });
    await wholePlan(page);
    const shown = await doors(page);
    await page.media({}, "print");
    const paper = await sheet(page);
    check.equal(await page.ids("paper-door"), shown, "every door of the plan should be on paper");
    const text = await paper.getText();
    for (const part of ["110", "https://", "真工作人员不会", "出门带上"]) check.has(text, part);
    check.lacks(text, CANARY);
    check.lacks(text, "现在开着", "paper is read later");
    check.equal((await page.all(".a4 .dead-number")).length, 1, "only the disputed number should be struck");
    check.equal(await page.run(() => document.title), title, "the title should not change");
    await page.run(() => window.dispatchEvent(new Event("afterprint")));
    await page.gone("paper");
  },

  "the button prints, once the sheet is there": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    await page.run(() => {
      window.print = () => window.dispatchEvent(new Event("beforeprint")) && (window.printed = document.querySelector("recourse-guide").shadowRoot.querySelector('[data-rc="paper"]') !== null);
    });
    await page.press("print");
    await page.until(() => page.run(() => window.printed === true), "the sheet should be there when the dialog opens");
    check.ok(!(await (await page.rc("paper")).isDisplayed()), "the sheet should not be seen on the screen");
  },

  "what was ticked as ready is ticked on paper": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    const [box] = await page.all(".rung-next .tick-box");
    await page.press(box);
    await page.until(() => page.run((box) => box.checked, box), "the box should be ticked");
    await sheet(page);
    check.equal((await page.all(".a4-bring .a4-ticked")).length, 1);
    await page.press((await page.all(".steps .step"))[0]);
    await page.rc("story");
    await page.press((await page.all(".steps .step"))[1]);
    await wholePlan(page);
    check.ok(await page.run((box) => box.checked, (await page.all(".rung-next .tick-box"))[0]), "the tick should be kept");
  },
};

/** Paper in the other languages, kept as pictures of what is printed. */
const languages = Object.fromEntries(["zh-Hant", "en"].map((lang) => [
  `the sheet of a long plan fits two pages in ${lang}`,
  async ({ page, check }) => {
    await openScamPlan(page, "/");
    await speak(page, lang);
    await wholePlan(page);
    const pages = await printed(page);
    check.ok(pages === 1 || pages === 2, `it takes ${pages} pages`);
  },
]));

export default { ...both(tests), ...languages };
