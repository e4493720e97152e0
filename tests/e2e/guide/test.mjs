/** The static guide: complete, valid, readable on a small phone, without a script. */
import { readFileSync } from "node:fs";
import path from "node:path";

const LANGS = ["zh-Hans", "zh-Hant", "en"];
const HAN = /\p{Script=Han}/u;

const read = (dist, name) => readFileSync(path.join(dist, "guide", name), "utf8");

/** Everything a finger is meant to hit, with its size, where it is too small. */
function tooSmall() {
  const wanted = "a[href^='tel:'], a[href^='mailto:'], .rg-toc a, .rg-link a, .rg-up a, .rg-ladder a[href^='#door'], .rg-editions a, summary";
  return [...document.querySelectorAll(wanted)]
    .filter((element) => element.checkVisibility())
    .map((element) => ({ text: element.textContent.trim(), box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.height < 43.5)
    .map(({ text, box }) => `${text}: ${Math.round(box.height)} px`);
}

const inEach = LANGS.map((lang) => [
  `in ${lang}: the calls first, then every problem and every door, and every link leads somewhere`,
  async ({ page, check, dist }) => {
    await page.open(`/guide/${lang}.html`, { wait: false });
    check.equal(await page.run(() => document.documentElement.lang), lang);
    const [alarm] = await page.all("[data-rc=emergency]");
    check.ok(await alarm.isDisplayed(), "the red block should be seen");
    check.ok((await alarm.getRect()).y < 600, "it should stand on the first screen");
    const counts = await page.run(() => ({
      problems: document.querySelectorAll(".rg-problem").length,
      doors: document.querySelectorAll(".rg-door").length,
      scripts: document.scripts.length,
      styled: document.querySelectorAll("[style]").length,
    }));
    check.ok(counts.problems >= 93 && counts.doors >= 174, `only ${counts.problems} problems and ${counts.doors} doors`);
    check.equal([counts.scripts, counts.styled], [0, 0]);
    const broken = await page.run(() => {
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
      const known = new Set(ids);
      const lost = [...document.querySelectorAll("a[href^='#']")].map((a) => a.hash.slice(1)).filter((id) => !known.has(id));
      return [...twice, ...lost];
    });
    check.none(broken, "ids that stand twice, or links that lead nowhere");
    const others = (await page.requests()).filter(({ url }) => !/^data:|\/guide\/[\w-]+\.html$/.test(url));
    check.none(others.map(({ url }) => url), "the guide asked for more than itself");
  },
]);

export default {
  ...Object.fromEntries(inEach),

  "the calls and the list of problems stand in the first 30 KB": async ({ check, dist }) => {
    for (const lang of LANGS) {
      const bytes = Buffer.from(read(dist, `${lang}.html`)).subarray(0, 30 * 1024).toString();
      check.has(bytes, 'href="tel:110"');
      check.has(bytes, 'href="#other-unknown"', `${lang}: the list of problems ends after 30 KB`);
    }
  },

  "a browser reads the fragment exactly as it is written, so nothing in it was mended": async ({ page, check, dist }) => {
    await page.open("/guide/en.html", { wait: false });
    for (const lang of LANGS) {
      const fragment = read(dist, `${lang}.fragment.html`).trim();
      const read_back = await page.run((html) => new DOMParser().parseFromString(html, "text/html").body.innerHTML, fragment);
      const plain = (html) => html.replaceAll("&#39;", "'").replaceAll('=""', "").replace(/&quot;(?=[^<>]*<)/g, '"').trim();
      check.ok(plain(read_back) === plain(fragment), `${lang}: the browser had to mend the fragment`);
    }
  },

  "it fits 320 px, in both lights, with room for a finger": async ({ page, check }) => {
    for (const [lang, dark] of [["zh-Hans", false], ["en", true]]) {
      await page.size(320, 640);
      await page.dark(dark);
      await page.open(`/guide/${lang}.html`, { wait: false });
      const width = await page.run(() => document.documentElement.scrollWidth);
      check.ok(width <= 320, `${lang}: ${width} px wide`);
      check.none(await page.run(tooSmall), `${lang}: too small to hit`);
      await page.screenshot(`guide-${lang}-320`);
    }
  },

  "axe finds nothing wrong, in both lights": async ({ page, check }) => {
    for (const dark of [false, true]) {
      await page.dark(dark);
      await page.open("/guide/en.html", { wait: false });
      check.none(await page.accessibility());
    }
  },

  "a problem has an address of its own and leads to its doors": async ({ page, check }) => {
    await page.open("/guide/zh-Hans.html#pay-scam-transfer", { wait: false });
    const [section] = await page.all("#pay-scam-transfer");
    const top = await page.run((section) => section.getBoundingClientRect().top, section);
    check.ok(Math.abs(top) < 60, `the problem should stand at the top, not at ${top}`);
    await page.screenshot("guide-problem");
    await page.press((await page.all("#pay-scam-transfer a[href='#door-bank-issuer']"))[0]);
    check.equal(await page.run(() => location.hash), "#door-bank-issuer");
    await page.screenshot("guide-door");
  },

  "a disputed number is struck out and cannot be called, and it says why": async ({ page, check }) => {
    await page.open("/guide/en.html", { wait: false });
    const [door] = await page.all("#door-wx-phone-0755");
    const text = await door.getText();
    check.has(text, "Disputed");
    check.equal((await page.all("#door-wx-phone-0755 a[href^='tel:']")).length, 0);
    check.ok((await page.all("#door-wx-phone-0755 s")).length > 0, "its number should be struck out");
  },

  "from one language to the next, and back to the page": async ({ page, check }) => {
    await page.open("/guide/zh-Hans.html", { wait: false });
    await page.press((await page.all(".rg-editions a[hreflang=en]"))[0]);
    await page.until(() => page.run(() => document.documentElement.lang === "en"), "English should come");
    check.lacks(await page.text((await page.all("h1"))[0]), HAN);
    await page.press((await page.all(".rg-link a"))[0]);
    await page.rc("story");
  },

  "the fragment stands in another page as it is": async ({ page, check, dist }) => {
    await page.open("/guide/en.html", { wait: false });
    const fragment = read(dist, "en.fragment.html");
    const shown = await page.run((html) => {
      document.head.querySelector("style").remove();
      document.body.innerHTML = html;
      return document.querySelector("#wa-account-hijacked").innerText;
    }, fragment);
    check.has(shown, "WhatsApp");
  },
};
