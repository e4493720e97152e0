/** The plan on paper: one sheet or two, with everything that is needed away from the screen. */
import { code } from "../../../src/embed/codes.js";
import { check } from "../lib/check.mjs";
import { both, doors, open, openScamPlan, SCAM, speak, wholePlan } from "../lib/ways.mjs";

const CANARY = "zqxj7413canary";
const PLANS = ["pay-scam-transfer", "wx-account-banned", "mp-dev-warning-or-penalty", "wx-minor-consumption", "wa-account-hijacked"];
/** Those of the 93 that take the most paper. */
const LONGEST = ["pay-unauthorized-deduction", "mp-user-fraud"];

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
  const [, width, height] = pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/) ?? [];
  check.ok(Math.abs(width - 595) <= 1 && Math.abs(height - 842) <= 1, `the paper should be A4, not ${width} × ${height}`);
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The sheet as it is printed, drawn for as long as the test wants it. */
async function sheet(page) {
  await page.run(() => window.dispatchEvent(new Event("beforeprint")));
  return page.rc("paper");
}

/** Each row of a code as a number, its left end highest. */
function rows(text) {
  const { side, path } = code(text);
  const rows = Array(side).fill(0);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)/g)) rows[y] += 2 ** (side - 1 - x);
  return rows;
}

const tests = {
  "a code is as other programs draw it, and none where an address is too long": async ({ check }) => {
    check.equal(rows("https://a.cn"), [
      0x1fc57f, 0x104141, 0x17545d, 0x17415d, 0x174b5d, 0x104e41, 0x1fd57f, 0x1400, 0x1df5c4, 0xa2271, 0xf5697, 0x88b12,
      0x5c628, 0x16b3, 0x1fd9d7, 0x1053b2, 0x17560a, 0x17475a, 0x175315, 0x105912, 0x1fd11b,
    ]);
    check.equal(rows("https://www.12315.cn/"), [
      0x1fc9f7f, 0x1047741, 0x175d45d, 0x174e75d, 0x174475d, 0x1048341, 0x1fd557f, 0x1de00, 0x1df68c4, 0x1c86041, 0x1f788e7,
      0x1c92842, 0xf41ceb, 0x223049, 0x15cf9e7, 0x8a1c52, 0x176e5f8, 0x1211b, 0x1fd4b5b, 0x105a318, 0x17511fb, 0x174f8bc,
      0x175b511, 0x1051d5a, 0x1fda523,
    ]);
    check.equal([code("a".repeat(106)).side, code("a".repeat(107))], [37, null]);
  },

  "only official addresses stand there as codes too": async ({ page, where, check }) => {
    await openPlan(page, where, "wx-account-banned");
    await page.until(async () => {
      await sheet(page);
      return (await page.all(".a4-code path")).length > 0;
    }, "the script that draws codes comes after all else");
    const doors = await page.inside((root) => [...root.querySelectorAll('[data-rc="paper-door"]')].filter((door) => door.querySelector(".a4-code path")).map((door) => ({ text: door.textContent, address: door.querySelector(".a4-code").dataset.code, drawn: door.querySelector("path").getAttribute("d") })));
    check.none(doors.filter(({ text, address }) => !text.includes(address)), "a code without its address in full");
    check.none(doors.filter(({ text }) => /传闻/.test(text)), "a code for hearsay");
    check.none(doors.filter(({ address, drawn }) => code(address).path !== drawn), "a code of something else");
  },

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
    check.lacks(text, "。 ", "Chinese sentences follow one another without a space");
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
    for (const problem of ["pay-scam-transfer", ...LONGEST]) {
      await openPlan(page, "/", problem);
      await speak(page, lang);
      await wholePlan(page);
      const pages = await printed(page);
      check.ok(pages === 1 || pages === 2, `${problem} takes ${pages} pages`);
    }
  },
]));

export default { ...both(tests), ...languages };
