/** The plan as a path one walks: what is next, what was done, what came of it, and how it ends. */
import { Key } from "selenium-webdriver";
import { both, doors, open, openScamPlan, speak, use, useUp, wholePlan } from "../lib/ways.mjs";

const REFUSED_REVIEW = "小程序审核被拒，申诉也被驳回了";

/** Opens, tells of something calm, chooses the first problem and waits for the whole plan. */
async function openCalmPlan(page, where) {
  await open(page, where);
  await page.type("story", REFUSED_REVIEW);
  await page.press("candidate", { id: "mp-dev-audit-rejected" });
  await wholePlan(page);
}

const rung = (page, id) => page.rc("rung", { id });

async function progress(page, id) {
  return page.attribute(await rung(page, id), "data-progress");
}

/** The ids of the doors that say they are the next step. */
async function nextSteps(page) {
  return page.inside((root) => [...root.querySelectorAll('[data-rc="rung"][data-next="true"]')].map((e) => e.dataset.id));
}

const top = (element) => element.getBoundingClientRect().top;

const tests = {
  "the call stands on the first screen of a phone": async ({ page, where, check }) => {
    for (const lang of ["zh-Hans", "zh-Hant", "en"]) {
      await page.size(360, 740);
      await openScamPlan(page, where);
      if (lang !== "zh-Hans") await speak(page, lang);
      const [call] = await page.all(".urgent .button-call");
      const end = await page.run((call) => call.getBoundingClientRect().bottom + window.scrollY, call);
      check.ok(end <= 560, `in ${lang} the call ends at ${end} px`);
    }
  },

  "a long plan lists its doors, and each name leads to its door": async ({ page, where, check }) => {
    await page.size(360, 740);
    await openScamPlan(page, where);
    await use(page, "cn-110");
    const fold = await page.rc("outline");
    await page.press((await fold.findElements({ css: "summary" }))[0]);
    await page.rc("outline-way");
    const all = await doors(page);
    check.equal(await page.ids("outline-way"), all, "every door should be in the list, in its order");
    for (const id of [all.at(-1), all[0]]) {
      await page.press(await page.rc("outline-way", { id }));
      const at = await page.inside((root) => root.activeElement?.closest('[data-rc="rung"]')?.dataset.id);
      check.equal(at, id, "the focus should be at the door");
      const { top, bottom } = await page.inside((root) => root.activeElement.getBoundingClientRect().toJSON());
      check.ok(top >= 0 && bottom <= 740, `the name of ${id} should be in sight, not from ${top} to ${bottom}`);
    }
  },

  "a line that names some of many doors ends with one full stop": async ({ page, where, check }) => {
    await openCalmPlan(page, where);
    const flips = await page.text(await page.rc("flips"));
    check.has(flips, "等。", "some line should name only the first doors");
    check.lacks(flips, "…。");
  },

  "what would make another trouble urgent is told in the fold": async ({ page, where, check }) => {
    await openCalmPlan(page, where);
    const flips = await page.rc("flips");
    check.lacks(await page.text(flips), "急事", "a rejected review has nothing to do with money that is leaving");
    await page.press((await flips.findElements({ css: "summary" }))[0]);
    await page.until(async () => (await page.text(await page.rc("flips"))).includes("急事"), "the fold should tell it");
  },

  "less than an hour is told in minutes, and what one does alone has no hours": async ({ page, where, check }) => {
    await open(page, where);
    await page.type("story", "我的 WhatsApp 二十分钟前被盗，有人用我的号骗走我三千块");
    await page.press("candidate", { id: "wa-account-hijacked" });
    await wholePlan(page);
    check.has(await page.text((await page.all(".heard"))[0]), "20 分钟前");
    const alone = await page.rc("rung", { id: "wa-reregister" });
    check.equal((await page.rcAll("state", { within: alone })).length, 0, "nobody keeps hours there");
    check.equal((await alone.findElements({ css: ".door-open" })).length, 1, "one may begin at any time");
  },

  "a first door that hangs on an open question is perhaps the next step": async ({ page, where, check }) => {
    await open(page, where);
    await page.type("story", "换手机号了收不到验证码，微信登不上去，密码也忘了");
    await page.press("candidate", { id: "wx-login-abnormal" });
    await wholePlan(page);
    const turn = async () => page.text((await page.all(".turn"))[0]);
    check.equal(await turn(), "也许是下一步");
    await page.press("answer", { value: "false", within: await page.rc("question", { id: "intruder-active" }) });
    await page.until(async () => (await turn()) === "你的下一步", "once it is answered, it is");
  },

  "a number is asked for with its unit": async ({ page, where, check }) => {
    await openCalmPlan(page, where);
    const units = { "zh-Hans": "单位：工作日", "zh-Hant": "單位：工作日", en: "Unit: working days" };
    for (const [lang, unit] of Object.entries(units)) {
      if (lang !== "zh-Hans") await speak(page, lang);
      await page.until(async () => (await page.text(await page.rc("question"))).includes(unit), `the field should say ${unit}`);
    }
  },

  "beside the doors that are not for a person stands the one that is": async ({ page, where, check }) => {
    await openCalmPlan(page, where);
    for (const used of [false, true]) {
      const [next] = await nextSteps(page);
      check.equal(await page.attribute(await page.rc("instead", { id: next }), "data-id"), next);
      if (!used) await use(page, next, "refused");
    }
  },

  "exactly one door is the next step, and it moves on with each tick": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    check.equal(await nextSteps(page), ["cn-110"]);
    await use(page, "cn-110");
    await page.until(async () => (await nextSteps(page))[0] === "bank-issuer", "the bank should be next");
    check.equal((await nextSteps(page)).length, 1);
    check.has(await page.text(await rung(page, "bank-issuer")), "你的下一步");
    await page.press("did-this", { within: await rung(page, "cn-110") });
    await page.until(async () => (await nextSteps(page))[0] === "cn-110", "taking the tick back makes it the next step again");
  },

  "nothing moves under the finger when a door is ticked": async ({ page, where, check }) => {
    for (const width of [360, 1280]) {
      await page.size(width, 740);
      await openScamPlan(page, where);
      const before = await doors(page);
      const tick = await page.rc("did-this", { within: await rung(page, "cn-110") });
      await page.run((tick) => tick.scrollIntoView({ block: "center" }), tick);
      const stood = await page.run(top, tick);
      await tick.click();
      await page.rc("reply", { within: await rung(page, "cn-110") });
      const stands = await page.run(top, tick);
      check.ok(Math.abs(stands - stood) < 2, `the tick moved by ${stands - stood} px at ${width} px`);
      check.equal((await doors(page))[0], before[0], "the door should stay where it was");
      check.equal(await page.attribute(tick, "aria-pressed"), "true");
    }
  },

  "a clock that ends soon stands near the top, with its day": async ({ page, where, check }) => {
    await open(page, where);
    await page.type("story", "十分钟前刚被骗转了三千块给刷单的");
    await page.press("candidate", { id: "pay-scam-transfer" });
    await wholePlan(page);
    const clock = await page.rc("clock");
    check.has(await clock.getText(), /今天|明天/);
    check.has(await clock.getText(), /30 分钟/);
  },

  "what came of a door is kept, and can be changed": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    await use(page, "cn-110", "refused");
    await page.until(async () => (await progress(page, "cn-110")) === "refused");
    const pressed = await page.rc("reply", { within: await rung(page, "cn-110"), value: "refused" });
    check.equal(await pressed.getAttribute("aria-pressed"), "true");
    await page.press(await page.rc("reply", { within: await rung(page, "cn-110"), value: "none" }));
    await page.until(async () => (await progress(page, "cn-110")) !== "refused");
  },

  "a door used before today waits from that day on": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    await use(page, "cn-110");
    const [field] = await (await rung(page, "cn-110")).findElements({ css: 'input[type="date"]' });
    const day = await page.run((field) => {
      const day = new Date(`${field.value}T00:00:00Z`);
      day.setUTCDate(day.getUTCDate() - 40);
      field.value = day.toISOString().slice(0, 10);
      field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
      return field.value;
    }, field);
    await page.until(async () => !(await page.text(await rung(page, "cn-110"))).includes("今天走过"), "the day should be the one said");
    check.equal(await field.getAttribute("value"), day);
  },

  "when every door was used the end says what remains": async ({ page, where, check }) => {
    await openCalmPlan(page, where);
    check.equal((await page.rcAll("outcome")).length, 0, "there is a door to try at first");
    await useUp(page);
    const end = await page.rc("outcome", { value: "exhausted" });
    check.ok((await end.getText()).length > 40, "the end should say something");
    check.equal(await nextSteps(page), [], "no door is next");
  },

  "a door that solved it ends the way quietly": async ({ page, where, check }) => {
    await openCalmPlan(page, where);
    const [first] = await doors(page);
    await use(page, first, "solved");
    await page.rc("outcome", { value: "solved" });
    check.equal(await nextSteps(page), [], "nothing has to be done next");
    await page.press(await page.rc("reply", { within: await rung(page, first), value: "unsatisfying" }));
    await page.gone("outcome", { value: "solved" });
  },

  "a changed plan is announced once, and nothing is at first": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    const said = () => page.inside((root) => root.querySelector('.plan > [role="status"]').textContent.trim());
    check.equal(await said(), "");
    await use(page, "cn-110");
    await page.until(async () => (await said()) !== "", "the new plan should be announced");
    check.has(await said(), /下一扇/);
    await page.inside((root) => {
      const live = root.querySelector('.plan > [role="status"]');
      window.announced = 0;
      new MutationObserver((list) => (window.announced += list.length)).observe(live, { childList: true, characterData: true, subtree: true });
    });
    await page.press(await page.rc("reply", { within: await rung(page, "cn-110"), value: "refused" }));
    await page.until(async () => (await progress(page, "cn-110")) === "refused");
    check.equal(await page.run(() => window.announced), 0, "the same plan should not be announced anew");
  },

  "ticking and answering work from the keyboard and keep the focus": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    const tick = await page.rc("did-this", { within: await rung(page, "cn-110") });
    await page.run((tick) => tick.focus(), tick);
    await page.press([Key.ENTER]);
    const reply = await page.rc("reply", { within: await rung(page, "cn-110"), value: "none" });
    const focused = () => page.inside((root) => root.activeElement?.dataset.rc);
    check.equal(await focused(), "did-this", "the focus should stay on the tick");
    await page.press([Key.TAB]);
    check.equal(await page.inside((root, reply) => reply === root.activeElement, reply), true, "the answers should follow the tick");
  },
};

/** The states of a walked plan, looked at by axe and by size. */
const looks = Object.fromEntries(
  ["zh-Hans", "zh-Hant", "en"].flatMap((lang) =>
    [false, true].map((isDark) => [
      `a walked plan has no fault in ${lang}, ${isDark ? "dark" : "light"}`,
      async ({ page, check }) => {
        await page.dark(isDark);
        await openCalmPlan(page, "/");
        if (lang !== "zh-Hans") await speak(page, lang);
        const found = [];
        const look = async (name) => {
          await page.size(1280, 900);
          found.push(...(await page.accessibility()).map((fault) => `${name}: ${fault}`));
          await page.size(320, 740);
          await page.textSize(200);
          const width = await page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          if (width > 0) found.push(`${name}: ${width} px stick out`);
          await page.textSize(100);
        };
        await use(page, (await doors(page))[0]);
        await look("waiting");
        await useUp(page);
        await page.rc("outcome");
        await look("exhausted");
        check.none(found);
      },
    ]),
  ),
);

export default { ...both(tests), ...looks };
