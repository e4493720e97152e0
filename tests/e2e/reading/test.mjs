/** What is read beside the case, what happens to words, and the calm notice for people in danger. */
import { unfold } from "../lib/screens.mjs";
import { both, open, openScamPlan, speak } from "../lib/ways.mjs";

const STORY = "钱全没了，我不想活了";
const storyOf = (page) => page.inside((root) => root.querySelector("#story")?.value ?? null);

/** Everything in sight of the widget. */
const seen = (page) => page.inside((root) => root.querySelector(".rc").innerText);

const tests = {
  "a guide stands where it matters and leads back": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    await unfold(page);
    const links = await page.ids("guide-link");
    check.ok(links.includes("keep-evidence"), "the list of what to keep should offer its guide");
    check.ok(links.includes("spot-impostors"), "a number should offer the guide against impostors");
    await page.press("guide-link", { id: "keep-evidence" });
    const guide = await page.rc("guide", { id: "keep-evidence" });
    check.has(await guide.getText(), "先截图再举报或拉黑");
    check.ok((await page.rcAll("grade", { within: guide })).length >= 5, "each line says who says so");
    await page.driver.navigate().back();
    await page.rc("plan", { id: "pay-scam-transfer" });
  },

  "whoever writes only of danger is given no guess in the dark, and no alarm for money": async ({ page, where }) => {
    await open(page, where);
    await page.type("story", "我不想活了");
    await page.rc("danger", { value: "own-hand" });
    await page.gone("emergency");
    await page.gone("candidate");
  },

  "a loss of two days ago is urgent though it was reported, and its words are shown": async ({ page, where, check }) => {
    await open(page, where);
    await speak(page, "en");
    await page.type("story", "Lost $300 to a fake WeChat seller two days ago, police have it, bank has it");
    await page.rc("emergency");
    check.has(await (await page.rc("raised-by")).getText(), "two days ago");
  },

  "the guides are reached from the start and from the foot, in three languages": async ({ page, where, check }) => {
    for (const lang of ["zh-Hans", "zh-Hant", "en"]) {
      await open(page, where);
      if (lang !== "zh-Hans") await speak(page, lang);
      for (const go of [0, 1]) {
        const buttons = await page.rcAll("go", { value: "guides" });
        await page.press(buttons[go]);
        await page.rc("guide-row");
        check.equal((await page.ids("guide-row")).length, 12);
        await page.driver.navigate().back();
        await page.rc("story");
      }
    }
  },

  "about tells what happens to words and shows the rule in force": async ({ page, where, check }) => {
    await open(page, where);
    await page.press("go", { value: "about" });
    const about = await page.rc("about");
    const text = await about.getText();
    for (const words of ["除非你自己点保存", "Apache-2.0", "公用电脑"]) check.has(text, words);
    await page.rc("network-proof", { within: about });
    check.equal(await page.accessibility(), []);
  },

  "danger to the person raises a calm notice with the number of the place": async ({ page, where, check }) => {
    const links = (notice) => page.run((notice) => [...notice.querySelectorAll("a")].map((link) => link.getAttribute("href")), notice);
    const rows = [
      ["Asia/Shanghai", ["tel:12356", "tel:110"]],
      ["Asia/Hong_Kong", ["tel:18111", "tel:999"]],
      ["Asia/Macau", ["tel:28261126"]],
      ["Asia/Taipei", ["tel:1925", "tel:110"]],
      ["Europe/London", ["tel:116123", "tel:999"]],
      ["Europe/Paris", []],
    ];
    for (const [zone, numbers] of rows) {
      await open(page, where, zone);
      await page.type("story", STORY);
      const notice = await page.rc("danger", { value: "own-hand" });
      const text = await notice.getText();
      check.has(text, "先顾你自己");
      check.equal(await links(notice), numbers);
      check.equal((await page.rcAll("grade", { within: notice })).length, numbers.length, "each number tells who says so");
      if (numbers.length === 0) check.ok(!/\d{3}/.test(text), `no number without a source: ${text}`);
    }
    check.equal(await page.accessibility(), []);
    await open(page, where, "Asia/Shanghai");
    await page.type("story", "他打了我，抢走手机");
    check.equal(await links(await page.rc("danger", { value: "others" })), ["tel:110"], "no talk, but the police");
    await page.type("story", "笑死我了，退款没到", { clear: true });
    await page.gone("danger");
  },

  "the notice follows to the plan and to no event": async ({ page, where, check }) => {
    await open(page, where);
    await page.run(() => {
      window.told = [];
      for (const name of ["step", "plan", "open"]) document.addEventListener(`recourse:${name}`, (event) => window.told.push(JSON.stringify(event.detail)));
    });
    await page.type("story", `被骗转账三千，${STORY}`);
    await page.press("candidate");
    await page.rc("plan");
    await page.rc("danger");
    const told = await page.run(() => window.told);
    check.ok(told.every((detail) => !/danger|own-hand|不想活/.test(detail)), `an event tells of it: ${told}`);
  },

  "back, forward, another language and a turned screen lose nothing": async ({ page, where, check }) => {
    await open(page, where);
    await page.type("story", "微信号被封了，申诉没用");
    await page.press("candidate");
    await page.rc("plan");
    await page.driver.navigate().back();
    await page.rc("story");
    check.equal(await storyOf(page), "微信号被封了，申诉没用");
    await page.driver.navigate().forward();
    await page.rc("plan");
    await speak(page, "en");
    await page.size(740, 360);
    await page.press("go", { value: "about" });
    await page.driver.navigate().back();
    await page.rc("plan");
    await page.driver.navigate().back();
    await page.rc("story");
    check.equal(await storyOf(page), "微信号被封了，申诉没用");
  },

  "the browser asks before words are lost, and only then": async ({ page, where, check }) => {
    await open(page, where);
    const asks = () => page.run(() => {
      const event = new Event("beforeunload", { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    });
    check.equal(await asks(), false, "nothing is written yet");
    await page.type("story", "我");
    await page.until(asks, "something is written");
    await page.press("shared");
    await page.until(async () => !(await asks()), "on a shared computer leaving is the wish");
    check.equal(await page.run(() => [localStorage.length, sessionStorage.length, document.cookie].join()), "0,0,");
  },

  "a shared computer forgets after three minutes without a touch": async ({ page, where, check }) => {
    // A clock that runs a hundred times as fast.
    await page.before(() => {
      const Real = Date;
      const began = Real.now();
      window.Date = class extends Real {
        constructor(...given) {
          if (given.length > 0) super(...given);
          else super(began + (Real.now() - began) * 100);
        }
      };
      const interval = window.setInterval;
      window.setInterval = (act, span, ...rest) => interval(act, span / 100, ...rest);
    });
    await open(page, where);
    await page.press("shared");
    check.has(await seen(page), "3 分钟没有动作");
    await page.type("story", "公用电脑上写的字");
    await page.until(async () => (await storyOf(page)) === "", "what was written should be gone");
    check.ok(!(await seen(page)).includes("公用电脑上写的字"), "nothing of it is in sight");
  },

  "doors that were used take one line, and open again": async ({ page, where, check }) => {
    await openScamPlan(page, where);
    for (const id of ["cn-110", "bank-issuer"]) {
      const rung = await page.rc("rung", { id });
      await page.press("did-this", { within: rung });
      await page.rc("reply", { within: await page.rc("rung", { id }) });
    }
    const behind = await page.rc("past", { within: await page.rc("rung", { id: "cn-110" }) });
    const height = await page.run((fold) => fold.getBoundingClientRect().height, behind);
    check.ok(height <= 90, `a door behind the person takes ${height} px`);
    const [head] = await page.run((fold) => [fold.querySelector("summary")], behind);
    await page.press(head);
    await page.until(async () => (await page.rcAll("reply", { within: behind }))[0]?.isDisplayed(), "it should open again");
  },
};

export default both(tests);
